// A list of texts typed or pasted, one per line or with commas between them.
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
	return <TextareaControl rows={ 3 } { ...props } />;
}

// Lists are often wanted beside their field.
export { default as toLines } from '../toLines';
