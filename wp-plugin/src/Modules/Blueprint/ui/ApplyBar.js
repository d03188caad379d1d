// The button that turns a plan into taxonomies and terms, its progress, what came of it, and its undo.
import { Button, Notice } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';
import { call } from '../../../../admin/api';
import Confirm from '../../../../admin/parts/Confirm';
import ErrorNotice from '../../../../admin/parts/ErrorNotice';
import Progress from '../../../../admin/parts/Progress';
import { refresh } from '../../../../admin/refresh';
import { can, has, site } from '../../../../admin/site';
import { number } from '../../../../admin/times';
import useSteps from '../../../../admin/useSteps';
import { countWords, taxonomyWords, termWords } from './countWords';

/**
 * @param {Object}  props
 * @param {Object}  props.plan    Result of blueprint.show.
 * @param {?Object} props.preview Result of blueprint.preview.
 */
export default function ApplyBar( { plan, preview } ) {
	const [ asked, setAsked ] = useState( '' );
	const apply = useSteps( 'blueprint.apply' );
	const rollback = useSteps( 'blueprint.rollback' );
	const undo = useSteps( 'blueprint.undo' );
	const steps = plan.status === 'archived' ? rollback : apply;
	const running = [ steps, undo ].find( ( { isBusy } ) => isBusy );
	const isActive = plan.status === 'active';
	// Done, but the plan on the screen is still the one from before: it is being read again.
	const isSettling =
		! steps.error &&
		steps.result?.remaining === 0 &&
		! isActive &&
		! undo.result;

	const onApply = async () => {
		const result = await steps.start( { version: plan.version } );
		if ( result?.remaining === 0 && can( 'content.plan' ) ) {
			// Only a list of what to write; writing plans again by itself if this fails.
			await call( 'content.plan' ).catch( () => {} );
			refresh();
		}
	};
	const confirm = () => {
		setAsked( '' );
		if ( asked === 'undo' ) {
			steps.clear();
			// Naming the apply keeps a second click from undoing the one before it as well.
			undo.start(
				steps.result?.batch ? { batch: steps.result.batch } : {}
			);
		} else {
			undo.clear();
			onApply();
		}
	};
	if ( running || isSettling ) {
		return (
			<div className="igny8-bar">
				<Progress
					title={
						running === undo
							? __( 'Undoing', 'igny8' )
							: __( 'Applying the plan', 'igny8' )
					}
					done={ ( running ?? steps ).progress?.done }
					total={ ( running ?? steps ).progress?.total }
					note={ __(
						'You can leave this page; your site goes on with it.',
						'igny8'
					) }
					onCancel={ running?.stop }
					cancel={ __( 'Stop', 'igny8' ) }
					isCancelling={ running?.isStopping }
				/>
			</div>
		);
	}
	return (
		<>
			<ErrorNotice
				error={ steps.error }
				onRetry={ onApply }
				onDismiss={ steps.clear }
			/>
			<ErrorNotice error={ undo.error } onDismiss={ undo.clear } />
			<Outcome
				applied={ steps.error ? null : steps.result }
				undone={ undo.error ? null : undo.result }
			/>
			<div className="igny8-bar">
				<p className="igny8-bar__text">{ intro( plan, preview ) }</p>
				<div className="igny8-bar__actions">
					{ isActive && can( 'blueprint.undo' ) && (
						<Button
							variant="tertiary"
							onClick={ () => setAsked( 'undo' ) }
						>
							{ __( 'Undo applying', 'igny8' ) }
						</Button>
					) }
					{ isActive && has( 'content' ) && (
						<Button variant="primary" href={ site.urls.content }>
							{ __( 'Write the pages', 'igny8' ) }
						</Button>
					) }
					{ ! isActive && can( 'blueprint.apply' ) && (
						<Button
							variant="primary"
							onClick={ () => setAsked( 'apply' ) }
						>
							{ __( 'Apply this plan', 'igny8' ) }
						</Button>
					) }
				</div>
			</div>
			{ asked === 'apply' && (
				<Confirm
					title={ __( 'Apply this plan?', 'igny8' ) }
					confirm={ __( 'Apply', 'igny8' ) }
					onConfirm={ confirm }
					onClose={ () => setAsked( '' ) }
				>
					<p>{ countWords( preview ) }</p>
					<p>
						{ __(
							'No page is published by this, and nothing you made is changed or removed. You can undo it.',
							'igny8'
						) }
					</p>
				</Confirm>
			) }
			{ asked === 'undo' && (
				<Confirm
					title={ __( 'Undo applying this plan?', 'igny8' ) }
					confirm={ __( 'Undo', 'igny8' ) }
					isDestructive
					onConfirm={ confirm }
					onClose={ () => setAsked( '' ) }
				>
					<p>
						{ __(
							'The taxonomies and terms that it made are removed, and the plan before becomes the active one. Terms that posts use or that somebody edited are kept. The plan itself stays.',
							'igny8'
						) }
					</p>
				</Confirm>
			) }
		</>
	);
}

function intro( plan, preview ) {
	switch ( plan.status ) {
		case 'active':
			return __( 'This is the active plan of your site.', 'igny8' );
		case 'archived':
			return __(
				'This plan was active before. Applying it makes it the active one again; nothing is removed.',
				'igny8'
			);
		default:
			return preview
				? countWords( preview )
				: __( 'Looking at what applying would do…', 'igny8' );
	}
}

function Outcome( { applied, undone } ) {
	if ( ! applied && ! undone ) {
		return null;
	}
	const text = undone
		? [
				__( 'Undone.', 'igny8' ),
				undone.kept > 0 &&
					sprintf(
						/* translators: %s: number of terms. */
						_n(
							'%s term was kept because it is in use.',
							'%s terms were kept because they are in use.',
							undone.kept,
							'igny8'
						),
						number( undone.kept )
					),
			]
		: [
				applied.remaining > 0
					? __( 'Stopped. Apply again to go on.', 'igny8' )
					: __( 'The plan is applied.', 'igny8' ),
				sprintf(
					/* translators: 1: "4 taxonomies", 2: "31 terms". */
					__( 'Created: %1$s and %2$s.', 'igny8' ),
					taxonomyWords( applied.taxonomies_created ),
					termWords( applied.terms_created )
				),
			];
	return (
		<Notice status="success" isDismissible={ false }>
			{ text.filter( Boolean ).join( ' ' ) }
		</Notice>
	);
}
