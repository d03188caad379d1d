// Panels: what the analysis found on the keyphrases and the page, and on how easily it reads.
import {
	Notice,
	PanelBody,
	SelectControl,
	Spinner,
} from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';
import { MISSING } from './checkWords';
import Checklist from './Checklist';
import { useLive } from './live/Live';
import Score from './Score';

export function AnalysisPanel() {
	const { result, error } = useLive().analysis;
	const [ chosen, setChosen ] = useState( 0 );
	const keyphrases = result?.keyphrases ?? [];
	const at = Math.min( chosen, Math.max( 0, keyphrases.length - 1 ) );
	return (
		<PanelBody
			title={ __( 'Analysis', 'igny8' ) }
			initialOpen={ false }
			className="igny8-analysis"
		>
			<State result={ result } error={ error } />
			{ keyphrases.length > 1 && (
				<SelectControl
					label={ __( 'Keyphrase', 'igny8' ) }
					value={ String( at ) }
					options={ keyphrases.map( ( { phrase }, index ) => ( {
						value: String( index ),
						label: phrase,
					} ) ) }
					onChange={ ( value ) => setChosen( Number( value ) ) }
					__next40pxDefaultSize
					__nextHasNoMarginBottom
				/>
			) }
			{ keyphrases[ at ] && (
				<>
					<h3 className="igny8-analysis__title">
						<span dir="auto">{ keyphrases[ at ].phrase }</span>
						<Score value={ keyphrases[ at ].score } />
					</h3>
					<Checklist checks={ keyphrases[ at ].checks } />
				</>
			) }
			{ result && keyphrases.length === 0 && (
				<p>
					{ __(
						'Add a keyphrase above to see how well the page answers it.',
						'igny8'
					) }
				</p>
			) }
			{ result && (
				<>
					<h3 className="igny8-analysis__title">
						{ __( 'The page', 'igny8' ) }
						<Score value={ result.content.score } />
					</h3>
					<Checklist checks={ result.content.checks } />
				</>
			) }
		</PanelBody>
	);
}

export function ReadabilityPanel() {
	const { result, error } = useLive().analysis;
	return (
		<PanelBody
			title={ __( 'Readability', 'igny8' ) }
			initialOpen={ false }
			className="igny8-analysis"
		>
			<State result={ result } error={ error } />
			{ result && <Figures { ...result.figures } /> }
			{ result && (
				<>
					<h3 className="igny8-analysis__title">
						{ __( 'The text', 'igny8' ) }
						<Score value={ result.readability.score } />
					</h3>
					<Checklist checks={ result.readability.checks } />
					<Coverage
						language={ result.language }
						missing={ result.readability.missing }
					/>
				</>
			) }
		</PanelBody>
	);
}

function State( { result, error } ) {
	if ( error ) {
		return (
			<Notice status="warning" isDismissible={ false }>
				{ __(
					'The text could not be analysed: this browser or a security setting of the site does not let the analysis run beside the page.',
					'igny8'
				) }{ ' ' }
				{ error.message }
			</Notice>
		);
	}
	return result ? null : <Spinner />;
}

function Figures( { words, sentences, paragraphs, minutes } ) {
	return (
		<p>
			{ [
				/* translators: %d: number of words. */
				sprintf( _n( '%d word', '%d words', words, 'igny8' ), words ),
				sprintf(
					/* translators: %d: number of sentences. */
					_n( '%d sentence', '%d sentences', sentences, 'igny8' ),
					sentences
				),
				sprintf(
					/* translators: %d: number of paragraphs. */
					_n( '%d paragraph', '%d paragraphs', paragraphs, 'igny8' ),
					paragraphs
				),
				sprintf(
					/* translators: %d: number of minutes. */
					_n(
						'%d minute to read',
						'%d minutes to read',
						minutes,
						'igny8'
					),
					minutes
				),
			].join( ' · ' ) }
		</p>
	);
}

function Coverage( { language, missing } ) {
	if ( missing.length === 0 && language.covers.stems ) {
		return null;
	}
	const name = nameOf( language.code );
	return (
		<p className="igny8-checks__why">
			{ missing.length > 0 &&
				sprintf(
					/* translators: 1: a language, 2: list of checks. */
					__( 'Not checked in %1$s: %2$s.', 'igny8' ),
					name,
					missing.map( ( check ) => MISSING[ check ] ).join( ', ' )
				) }{ ' ' }
			{ ! language.covers.stems &&
				sprintf(
					/* translators: %s: a language. */
					__(
						'Keyphrases are looked for in the form you gave: forms of a word are not known for %s.',
						'igny8'
					),
					name
				) }
		</p>
	);
}

function nameOf( code ) {
	const own = document.documentElement.lang || 'en';
	return code === 'und'
		? __( 'this language', 'igny8' )
		: new Intl.DisplayNames( [ own ], { type: 'language' } ).of( code );
}
