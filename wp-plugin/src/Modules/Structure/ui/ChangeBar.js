// The bar over every view: how many changes wait, and the button that makes the next version of them.
import { Button, Notice } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';
import Diff from '../../Blueprint/ui/Diff';
import ErrorNotice from '../../../../admin/parts/ErrorNotice';
import Progress from '../../../../admin/parts/Progress';
import { Link } from '../../../../admin/parts/Screen';
import { can, site } from '../../../../admin/site';
import { number } from '../../../../admin/times';
import useJob from '../../../../admin/useJob';
import useRoute from '../../../../admin/useRoute';
import { here, useStructure } from './useStructure';

export default function ChangeBar() {
	const { changes, isChangeable } = useStructure();
	const { route, go } = useRoute();
	const [ made, setMade ] = useState( null );
	const [ isComparing, setIsComparing ] = useState( false );
	const rebuild = useJob( 'structure.rebuild', ( result ) => {
		setMade( result );
		go( { tab: route.tab }, true ); // Without a version: the new one.
	} );
	const waiting = changes?.waiting ?? 0;
	return (
		<>
			{ made && (
				<Notice
					status="success"
					onRemove={ () => setMade( null ) }
					className="igny8-changebar__made"
				>
					<p>{ madeWords( made ) }</p>
					<p className="igny8-error__actions">
						<Button
							variant="secondary"
							size="compact"
							onClick={ () => setIsComparing( true ) }
						>
							{ __( 'What changed', 'igny8' ) }
						</Button>
						{ made.status === 'draft' && (
							<Button
								variant="tertiary"
								size="compact"
								href={ `${ site.urls.dashboard }&view=review&version=${ made.version }` }
							>
								{ __( 'Review and apply', 'igny8' ) }
							</Button>
						) }
					</p>
				</Notice>
			) }
			{ isComparing && (
				<Diff
					from={ made.from }
					to={ made.version }
					onClose={ () => setIsComparing( false ) }
				/>
			) }
			<ErrorNotice error={ rebuild.error } onDismiss={ rebuild.clear } />
			{ rebuild.isBusy && (
				<div className="igny8-changebar">
					<Progress
						title={ __( 'Making the next plan…', 'igny8' ) }
						message={ rebuild.job?.progress?.message }
						trouble={ rebuild.job?.error }
						note={ __(
							'You can leave this page; the plan is made all the same.',
							'igny8'
						) }
					/>
				</div>
			) }
			{ waiting > 0 && ! rebuild.isBusy && (
				<section
					className="igny8-changebar"
					aria-label={ __( 'Changes that wait', 'igny8' ) }
				>
					<p role="status">
						<strong>
							{ sprintf(
								/* translators: %s: number of changes. */
								_n(
									'%s change waits',
									'%s changes wait',
									waiting,
									'igny8'
								),
								number( waiting )
							) }
						</strong>{ ' ' }
						{ __(
							'for the next plan. The one you have stays as it is.',
							'igny8'
						) }
					</p>
					<div className="igny8-changebar__buttons">
						{ route.tab !== 'changes' && (
							<Link
								variant="tertiary"
								size="compact"
								to={ here( { tab: 'changes' } ) }
							>
								{ __( 'Look at them', 'igny8' ) }
							</Link>
						) }
						{ can( 'structure.rebuild' ) && isChangeable && (
							<Button
								variant="primary"
								size="compact"
								onClick={ () => rebuild.start( {} ) }
							>
								{ __( 'Make the next plan', 'igny8' ) }
							</Button>
						) }
					</div>
				</section>
			) }
		</>
	);
}

const madeWords = ( { version, is_new: isNew, clusters, keywords } ) =>
	isNew
		? sprintf(
				/* translators: 1: number of the plan's version, 2: clusters, 3: keywords. */
				__(
					'Plan %1$d is made: %2$s clusters, %3$s keywords. Nothing on your site has changed yet.',
					'igny8'
				),
				version,
				number( clusters ),
				number( keywords )
			)
		: sprintf(
				/* translators: %d: number of the plan's version. */
				__( 'Your changes make no difference to plan %d.', 'igny8' ),
				version
			);
