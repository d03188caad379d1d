// Settings → robots.txt: the text with what is wrong with it, AI crawlers, a test, and the versions before.
import {
	Button,
	Notice,
	Spinner,
	TextareaControl,
} from '@wordpress/components';
import { useEffect, useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { call } from '../../../../admin/api';
import ErrorNotice from '../../../../admin/parts/ErrorNotice';
import Panel from '../../../../admin/parts/Panel';
import useAction from '../../../../admin/useAction';
import useDelayed from '../../../../admin/useDelayed';
import useKept from '../../../../admin/useKept';
import useOperation from '../../../../admin/useOperation';
import Crawlers from './Crawlers';
import RobotsHistory from './RobotsHistory';
import RobotsTest from './RobotsTest';

const CHECK_MS = 400; // After the last key.
const NOTHING = { draft: null };

export default function RobotsTab() {
	const { data, error, reload } = useOperation( 'sitemap.robots' );
	if ( ! data ) {
		return error ? (
			<ErrorNotice error={ error } onRetry={ reload } />
		) : (
			<Spinner />
		);
	}
	return <Editor state={ data } onChange={ reload } />;
}

function Editor( { state, onChange } ) {
	const [ { draft }, keep ] = useKept( 'robots.txt', () => NOTHING );
	const setDraft = ( typed ) => keep( { draft: typed } );
	const save = useAction( 'sitemap.save_robots' );
	const text = draft ?? state.text;
	const isDirty = draft !== null && draft !== state.text;
	const issues = useIssues( text, state );

	const store = async ( input ) => {
		if ( await save.run( { text: input } ) ) {
			setDraft( null );
			onChange();
		}
	};
	return (
		<div className="igny8-form igny8-settings">
			<Obstacles state={ state } />
			<Panel
				title={ __( 'What crawlers may fetch', 'igny8' ) }
				description={
					<a href={ state.url } target="_blank" rel="noreferrer">
						{ state.url }
					</a>
				}
			>
				<TextareaControl
					className="igny8-robots"
					label={ __( 'robots.txt', 'igny8' ) }
					help={ __(
						'It only asks crawlers to stay away; it hides nothing from people, and a page it blocks can still be found by its address. The sitemap is named by itself.',
						'igny8'
					) }
					rows={ Math.max( 8, text.split( '\n' ).length + 1 ) }
					value={ text }
					onChange={ setDraft }
					readOnly={ state.file !== '' }
					spellCheck={ false }
					dir="ltr"
				/>
				<Issues issues={ issues } />
				<ErrorNotice error={ save.error } onDismiss={ save.clear } />
				{ state.file === '' && (
					<div className="igny8-buttons">
						<Button
							variant="primary"
							isBusy={ save.isBusy }
							disabled={ save.isBusy || ! isDirty }
							accessibleWhenDisabled
							onClick={ () => store( text ) }
						>
							{ __( 'Save changes', 'igny8' ) }
						</Button>
						{ isDirty && (
							<Button
								variant="tertiary"
								onClick={ () => setDraft( null ) }
							>
								{ __( 'Discard', 'igny8' ) }
							</Button>
						) }
						{ state.is_own && ! isDirty && (
							<Button
								variant="tertiary"
								disabled={ save.isBusy }
								accessibleWhenDisabled
								onClick={ () => store( '' ) }
							>
								{ __( 'Back to WordPress’ own', 'igny8' ) }
							</Button>
						) }
						<span className="igny8-buttons__note" role="status">
							{ isDirty && __( 'Not saved yet', 'igny8' ) }
						</span>
					</div>
				) }
			</Panel>
			<RobotsTest text={ isDirty ? text : undefined } />
			{ state.file === '' && (
				<Crawlers
					crawlers={ state.crawlers }
					text={ text }
					onChange={ setDraft }
				/>
			) }
			<RobotsHistory state={ state } onChange={ onChange } />
		</div>
	);
}

function Obstacles( { state } ) {
	return (
		<>
			{ state.file && (
				<Notice status="warning" isDismissible={ false }>
					{ sprintf(
						/* translators: %s: path of a file. */
						__(
							'There is a real file %s, which web servers deliver instead of this one. Copy what you need from it and delete it to edit robots.txt here.',
							'igny8'
						),
						state.file
					) }
				</Notice>
			) }
			{ ! state.is_reached && (
				<Notice status="warning" isDismissible={ false }>
					{ __(
						'This site stands in a folder. Crawlers read robots.txt only at the root of a host, so this one has no effect.',
						'igny8'
					) }
				</Notice>
			) }
		</>
	);
}

function Issues( { issues } ) {
	return (
		<ul className="igny8-robots__issues" aria-live="polite">
			{ issues.map( ( { line, level, message } ) => (
				<li
					key={ `${ line } ${ message }` }
					className={ `is-${ level }` }
				>
					{ line > 0 && (
						<strong>
							{ sprintf(
								/* translators: %d: number of a line. */
								__( 'Line %d:', 'igny8' ),
								line
							) }
						</strong>
					) }{ ' ' }
					{ message }
				</li>
			) ) }
		</ul>
	);
}

/**
 * What is wrong with the text as it is typed; the server knows, so it is asked a moment after the last key.
 *
 * @param {string} text
 * @param {Object} state Of sitemap.robots.
 * @return {Array} Issues of the text, or of the last one checked.
 */
function useIssues( text, state ) {
	const [ issues, setIssues ] = useState( state.issues );
	const settled = useDelayed( text, CHECK_MS );
	useEffect( () => {
		if ( settled === state.text ) {
			setIssues( state.issues );
			return;
		}
		const request = new AbortController();
		call(
			'sitemap.save_robots',
			{ text: settled, dry_run: true },
			request.signal
		).then(
			( result ) => setIssues( result.issues ),
			() => {} // Saving says what is wrong.
		);
		return () => request.abort();
	}, [ settled, state.text, state.issues ] );
	return issues;
}
