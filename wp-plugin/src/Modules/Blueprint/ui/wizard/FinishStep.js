// Step 6: what will be created, one button, progress, then the dashboard with the next step.
import { Button, Spinner } from '@wordpress/components';
import { useEffect, useRef } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';
import { call } from '../../../../../admin/api';
import ErrorNotice from '../../../../../admin/parts/ErrorNotice';
import Panel from '../../../../../admin/parts/Panel';
import Progress from '../../../../../admin/parts/Progress';
import { refresh } from '../../../../../admin/refresh';
import { can } from '../../../../../admin/site';
import { number } from '../../../../../admin/times';
import useJob from '../../../../../admin/useJob';
import { go } from '../../../../../admin/useRoute';
import useSteps from '../../../../../admin/useSteps';
import { SITE_TYPES } from '../../../../../admin/words';
import { taxonomyWords, termWords } from '../countWords';
import StepButtons from './StepButtons';
import { missing } from './steps';
import useDraft from './useDraft';

const MISSING = {
	name: __( 'The name of your site', 'igny8' ),
	sectors: __( 'At least one trade', 'igny8' ),
	engine: __( 'A connected engine', 'igny8' ),
};

export default function FinishStep( {
	record,
	open,
	flush,
	isConnected,
	draftKey,
	onChanged,
} ) {
	const isDraftOnly = useRef( false );
	const apply = useSteps( 'blueprint.apply' );
	const lacks = missing( { record, isConnected } );
	const isPlanned = record.state === 'planned';
	const { draft, error, isBuilding, retry } = useDraft(
		lacks.length === 0 && ! isPlanned,
		draftKey
	);

	const onApply = async ( version ) => {
		const result = await apply.start( { version } );
		if ( result?.remaining === 0 ) {
			if ( can( 'content.plan' ) ) {
				// Only a list of what to write; writing plans again by itself if this fails.
				await call( 'content.plan' ).catch( () => {} );
			}
			refresh();
			go( {} );
		} else {
			onChanged();
		}
	};
	const creating = useJob( 'blueprint.create', async ( made ) => {
		if ( isDraftOnly.current ) {
			await call( 'blueprint.reset_wizard' ).catch( () => {} );
			go( { view: 'review', version: made.version } );
			return;
		}
		await onApply( made.version );
	} );
	const create = async ( isOnlyDraft ) => {
		isDraftOnly.current = isOnlyDraft;
		if ( await flush() ) {
			creating.start( { from_wizard: true } );
		}
	};
	const isBusy = creating.isBusy || apply.isBusy;
	if ( isBusy ) {
		return <Working creating={ creating } apply={ apply } />;
	}
	return (
		<>
			<ErrorNotice
				error={ creating.error ?? apply.error }
				onDismiss={ () => {
					creating.clear();
					apply.clear();
				} }
			/>
			{ lacks.length > 0 && <Lacks lacks={ lacks } open={ open } /> }
			{ isPlanned && (
				<Panel className="igny8-wizard__narrow">
					<p className="igny8-lead">
						{ __(
							'The structure is planned, but not all of it is on your site yet. Go on where it stopped: what is done stays done.',
							'igny8'
						) }
					</p>
				</Panel>
			) }
			{ lacks.length === 0 && ! isPlanned && (
				<>
					<ErrorNotice error={ error } onRetry={ retry } />
					{ ! draft && ! error && <Spinner /> }
					{ draft && (
						<Summary
							record={ record }
							draft={ draft }
							open={ open }
						/>
					) }
				</>
			) }
			<StepButtons step="finish" record={ record } open={ open }>
				{ isPlanned ? (
					<Button
						variant="primary"
						onClick={ () => onApply( record.version ) }
					>
						{ __( 'Go on creating', 'igny8' ) }
					</Button>
				) : (
					<>
						<Button
							variant="tertiary"
							disabled={ lacks.length > 0 }
							accessibleWhenDisabled
							onClick={ () => create( true ) }
						>
							{ __( 'Only keep it as a plan', 'igny8' ) }
						</Button>
						<Button
							variant="primary"
							disabled={
								lacks.length > 0 || isBuilding || !! error
							}
							accessibleWhenDisabled
							onClick={ () => create( false ) }
						>
							{ __( 'Create the structure', 'igny8' ) }
						</Button>
					</>
				) }
			</StepButtons>
		</>
	);
}

function Working( { creating, apply } ) {
	const place = useRef();
	// The button that was pressed is gone: go where something happens now.
	useEffect( () => {
		place.current.focus();
		place.current.scrollIntoView( { block: 'nearest' } );
	}, [] );
	const { job } = creating;
	return (
		<div ref={ place } tabIndex={ -1 } className="igny8-place">
			<Panel className="igny8-wizard__narrow">
				{ apply.isBusy ? (
					<Progress
						title={ __( 'Creating the structure', 'igny8' ) }
						done={ apply.progress?.done }
						total={ apply.progress?.total }
						note={ __(
							'You can leave this page; your site goes on with it.',
							'igny8'
						) }
						onCancel={ apply.stop }
						cancel={ __( 'Stop', 'igny8' ) }
						isCancelling={ apply.isStopping }
					/>
				) : (
					<Progress
						title={ __( 'Planning your site', 'igny8' ) }
						message={ job?.progress.message }
						done={ job?.progress.done }
						total={ job?.progress.total }
						trouble={ job?.error }
						note={ __(
							'You can leave this page; the plan will be on the dashboard.',
							'igny8'
						) }
						onCancel={ job ? creating.cancel : null }
						isCancelling={ creating.isCancelling }
					/>
				) }
			</Panel>
		</div>
	);
}

function Lacks( { lacks, open } ) {
	return (
		<Panel
			className="igny8-wizard__narrow"
			title={ __( 'Before the structure can be created', 'igny8' ) }
		>
			<ul className="igny8-lacks">
				{ lacks.map( ( { step, what } ) => (
					<li key={ what }>
						{ MISSING[ what ] }
						<Button variant="link" onClick={ () => open( step ) }>
							{ __( 'Go there', 'igny8' ) }
						</Button>
					</li>
				) ) }
			</ul>
		</Panel>
	);
}

function Summary( { record, draft, open } ) {
	const { counts } = draft.site;
	return (
		<div className="igny8-columns is-even">
			<div>
				<Panel
					title={ __( 'Created now', 'igny8' ) }
					description={ __(
						'The button below does this. You can undo it.',
						'igny8'
					) }
				>
					<ul className="igny8-ticks">
						<li>
							{ sprintf(
								/* translators: 1: "4 taxonomies", 2: "31 terms". */
								__( '%1$s with %2$s', 'igny8' ),
								taxonomyWords( counts.taxonomies_created ),
								termWords( counts.terms_created )
							) }
						</li>
						{ counts.terms_adopted > 0 && (
							<li>
								{ sprintf(
									/* translators: %s: number of terms. */
									_n(
										'%s term that you have already is used',
										'%s terms that you have already are used',
										counts.terms_adopted,
										'igny8'
									),
									number( counts.terms_adopted )
								) }
							</li>
						) }
						<li>
							{ sprintf(
								/* translators: %s: number of pages. */
								_n(
									'A list of %s page to write',
									'A list of %s pages to write',
									draft.counts.pages,
									'igny8'
								),
								number( draft.counts.pages )
							) }
						</li>
					</ul>
					<p className="igny8-wizard__aside">
						{ __(
							'No page is made or published by this, and nothing you made is changed or removed.',
							'igny8'
						) }
					</p>
					<h3 className="igny8-wizard__sub">
						{ __( 'Categories', 'igny8' ) }
					</h3>
					<ul className="igny8-rows is-plain">
						{ draft.taxonomies.map( ( { slug, plural, terms } ) => (
							<li key={ slug }>
								<span className="igny8-rows__main">
									{ plural } <code dir="ltr">/{ slug }/</code>
								</span>
								<span className="igny8-rows__id">
									{ termWords( terms.length ) }
								</span>
							</li>
						) ) }
					</ul>
				</Panel>
			</div>
			<div>
				<Panel
					title={ __( 'Planned, written when you say so', 'igny8' ) }
					description={ __(
						'The dashboard leads you on: write the pages as drafts, look at them, publish.',
						'igny8'
					) }
				>
					<ul className="igny8-rows is-plain">
						{ kinds( draft ).map( ( [ label, count ] ) => (
							<li key={ label }>
								<span className="igny8-rows__main">
									{ label }
								</span>
								<strong>{ number( count ) }</strong>
							</li>
						) ) }
					</ul>
					<dl className="igny8-facts is-wide">
						<dt>{ __( 'Front page', 'igny8' ) }</dt>
						<dd>{ draft.site.front_page }</dd>
						<dt>{ __( 'Menu', 'igny8' ) }</dt>
						<dd>{ draft.site.menu_note }</dd>
					</dl>
				</Panel>
				<Panel
					title={ record.site_name }
					actions={
						<Button
							variant="tertiary"
							size="compact"
							onClick={ () => open( 'site' ) }
						>
							{ __( 'Change', 'igny8' ) }
						</Button>
					}
				>
					<p>
						{ record.sectors
							.map( ( { name } ) => name )
							.join( ', ' ) }
						{ ' · ' }
						{ SITE_TYPES[ record.site_type || draft.site_type ] }
					</p>
				</Panel>
			</div>
		</div>
	);
}

const kinds = ( { pages, counts } ) => [
	[ __( 'Home page', 'igny8' ), pages.home ?? 0 ],
	[ __( 'Topic pages', 'igny8' ), pages.hub ?? 0 ],
	[ __( 'Category pages', 'igny8' ), pages.term ?? 0 ],
	[ __( 'Articles', 'igny8' ), pages.article ?? 0 ],
	[ __( 'Pages that sell', 'igny8' ), pages.commercial ?? 0 ],
	[ __( 'Links between them', 'igny8' ), counts.links ],
];
