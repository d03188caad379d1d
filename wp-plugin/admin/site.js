// What PHP told this page about the site and its user, read once from `window.igny8`.

/**
 * @typedef {Object} Site
 * @property {string}   screen     dashboard, structure, content or settings.
 * @property {string[]} modules    Slugs of the modules that are on.
 * @property {string[]} operations Names of the operations this user may run.
 * @property {Object}   urls       Screen → address; also `site` and `plugins`.
 * @property {string}   siteName   Title of the site.
 * @property {string}   siteLocale Language of the site, such as en_US.
 */

/** @type {Site} */
export const site = {
	screen: 'dashboard',
	modules: [],
	operations: [],
	urls: {},
	siteName: '',
	siteLocale: '',
	...window.igny8,
};

/**
 * @param {string} operation Name such as `blueprint.create`.
 * @return {boolean} Whether its module is on and this user may run it.
 */
export const can = ( operation ) => site.operations.includes( operation );

/**
 * @param {string} module Slug.
 * @return {boolean} Whether the module is on.
 */
export const has = ( module ) => site.modules.includes( module );
