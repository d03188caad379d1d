// Times and numbers as people read them, in the language and zone of the site.
import { dateI18n, getSettings, humanTimeDiff } from '@wordpress/date';

/**
 * @param {?string} time ISO 8601, UTC.
 * @return {string} "5 minutes ago", or '' without a time.
 */
export const ago = ( time ) => ( time ? humanTimeDiff( time ) : '' );

/**
 * @param {?string} time ISO 8601, UTC.
 * @return {string} Date and time in the site's format.
 */
export const moment = ( time ) =>
	time ? dateI18n( getSettings().formats.datetime, time ) : '';

/**
 * @param {number} value
 * @return {string} With the grouping of the user's language.
 */
export const number = ( value ) =>
	( value ?? 0 ).toLocaleString( document.documentElement.lang || undefined );
