// Keeps the analysis of the page fresh while panels show it, never in the way of typing.
import { useEffect, useMemo, useRef, useState } from '@wordpress/element';
import { useHost } from '../../../../../editor/host';
import { addressOf } from '../address';
import { descriptionWidth, titleWidth } from '../width';
import { analyse } from './client';
import useDelayed from '../../../../../admin/useDelayed';
import useUses from './useUses';

const REST_MS = 600; // Of the keyboard. A whole sentence is typed in less, so the list does not jump about.
const IDLE_MS = 1500; // At the latest then, however busy the page is.
const NONE = [];

const whenIdle =
	window.requestIdleCallback ?? ( ( callback ) => setTimeout( callback, 1 ) );
const cancelIdle = window.cancelIdleCallback ?? clearTimeout;

/**
 * @param {Object} preview As usePreview() gives it.
 * @return {{result: ?Object, uses: Map, error: ?Error, ms: ?number}} `result` as analysis/analyse.js gives it; null until the first.
 */
export default function useAnalysis( preview ) {
	const host = useHost();
	const [ state, setState ] = useState( { result: null, error: null } );
	const [ contentAge, setContentAge ] = useState( 0 );
	const isPost = host.kind === 'post';
	const { content, onContent } = host;
	const keyphrases = host.fields.keyphrases ?? NONE;
	const phrases = useDelayed(
		JSON.stringify( keyphrases.map( ( { phrase } ) => phrase ) ),
		REST_MS
	);
	const uses = useUses( addressOf( host ), JSON.parse( phrases ) );

	useEffect( () => {
		if ( ! isPost ) {
			return undefined;
		}
		let timer;
		const end = onContent( () => {
			clearTimeout( timer );
			timer = setTimeout(
				() => setContentAge( ( age ) => age + 1 ),
				REST_MS
			);
		} );
		return () => {
			clearTimeout( timer );
			end();
		};
	}, [ isPost, onContent ] );

	const rest = useDelayed(
		JSON.stringify( {
			title: preview.title ?? host.title,
			description: preview.description ?? '',
			slug: host.slug,
			url: host.link,
			hasFeaturedImage: host.image > 0,
			isCornerstone: Boolean( host.fields.is_cornerstone ),
			keyphrases: keyphrases.map( ( keyphrase ) => ( {
				...keyphrase,
				uses: uses.get( keyphrase.phrase )?.length ?? null,
			} ) ),
		} ),
		REST_MS / 2
	);
	// Without a preview the text is analysed all the same, under the title it has.
	const isReady =
		isPost && Boolean( preview.title !== undefined || preview.error );
	const read = useRef( content );
	read.current = content;

	useEffect( () => {
		if ( ! isReady ) {
			return undefined;
		}
		let isWanted = true;
		const idle = whenIdle(
			async () => {
				try {
					const found = await analyse(
						paperOf( JSON.parse( rest ), read.current() )
					);
					if ( isWanted ) {
						setState( { ...found, error: null } );
					}
				} catch ( error ) {
					if ( isWanted ) {
						setState( ( before ) => ( { ...before, error } ) );
					}
				}
			},
			{ timeout: IDLE_MS }
		);
		return () => {
			isWanted = false;
			cancelIdle( idle );
		};
	}, [ isReady, rest, contentAge ] );

	const usesKey = [ ...uses.keys() ].join( '\n' );
	return useMemo( () => ( { ...state, uses } ), [ state, usesKey ] ); // eslint-disable-line react-hooks/exhaustive-deps -- `uses` is made anew each time; its keys say whether it differs.
}

function paperOf( values, html ) {
	const {
		seoLocale,
		siteLocale,
		siteUrl,
		shortcodes = [],
	} = window.igny8Editor ?? {};
	return {
		...values,
		html,
		titleWidth: titleWidth( values.title ),
		descriptionWidth: descriptionWidth( values.description ),
		locale: seoLocale ?? siteLocale,
		siteUrl,
		shortcodes,
	};
}
