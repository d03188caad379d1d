// The title, description and cards as they will be printed, while they are being typed.
import { useEffect, useRef, useState } from '@wordpress/element';
import { call } from '../../../../../admin/api';
import useDelayed from '../../../../../admin/useDelayed';
import { useHost } from '../../../../../editor/host';
import { addressOf } from '../address';

const REST_MS = 350; // Of the keyboard, before the site is asked.
const CONTENT_REST_MS = 1500; // Only the first sentences of the text show up here, so that can wait.
const OPENING = 20000; // Characters of HTML: more than enough for what variables quote of a text.

/**
 * @return {Object} The last answer of `seo-meta.preview`, with `error` when the last question failed; {} before the first.
 */
export default function usePreview() {
	const host = useHost();
	const [ preview, setPreview ] = useState( {} );
	const [ contentAge, setContentAge ] = useState( 0 );
	const { content, onContent } = host;
	const read = useRef( content );
	read.current = content;

	// Only pages without an excerpt quote their text.
	const quotes = ! host.excerpt;
	useEffect(
		() =>
			quotes
				? onContent( () => setContentAge( ( age ) => age + 1 ) )
				: undefined,
		[ quotes, onContent ]
	);
	const age = useDelayed( contentAge, CONTENT_REST_MS );
	const of = addressOf( host );
	const question = useDelayed(
		JSON.stringify( {
			// A term that is being added has no name yet.
			...( of ? { of } : { kind: host.kind, subtype: host.subtype } ),
			title: host.title,
			slug: host.slug,
			image: host.image,
			terms: host.terms,
			values: host.fields,
			...( host.kind === 'post' ? { excerpt: host.excerpt } : {} ),
		} ),
		REST_MS
	);

	useEffect( () => {
		const input = JSON.parse( question );
		const request = new AbortController();
		call(
			'seo-meta.preview',
			{ ...input, content: read.current().slice( 0, OPENING ) },
			request.signal
		).then(
			( answer ) => setPreview( answer ),
			( error ) =>
				error.name !== 'AbortError' &&
				setPreview( ( before ) => ( { ...before, error } ) )
		);
		return () => request.abort();
	}, [ question, age ] );

	return preview;
}
