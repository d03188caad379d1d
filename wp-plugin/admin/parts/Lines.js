// A list of texts typed one per line.
import { TextareaControl } from '@wordpress/components';

/**
 * @param {Object}   props
 * @param {string}   props.label
 * @param {string}   [props.help]
 * @param {string}   [props.placeholder]
 * @param {string}   props.value
 * @param {Function} props.onChange      Gets the text as typed; `toLines` makes the list.
 */
export default function Lines( props ) {
	return <TextareaControl rows={ 4 } { ...props } />;
}

/**
 * @param {string} text
 * @return {string[]} Its lines without blanks and repetitions.
 */
export function toLines( text ) {
	const lines = text.split( '\n' ).map( ( line ) => line.trim() );
	return [ ...new Set( lines.filter( Boolean ) ) ];
}
