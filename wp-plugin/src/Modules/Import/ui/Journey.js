// The way over from one plugin: preview, import, compare, switch over; and back again.
import { useEffect, useRef } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import ErrorNotice from '../../../../admin/parts/ErrorNotice';
import Panel from '../../../../admin/parts/Panel';
import Progress from '../../../../admin/parts/Progress';
import useSteps from '../../../../admin/useSteps';
import Comparison from './Comparison';
import Outcome from './Outcome';
import Preview from './Preview';
import Rollback from './Rollback';

/**
 * @param {Object} props
 * @param {Object} props.source One of import.detect.
 */
export default function Journey( { source } ) {
	const run = useSteps( 'import.run' );
	const back = useSteps( 'import.rollback' );
	useResume( source, run, back );
	const isDone = source.status === 'done';
	const isBusy = run.isBusy || back.isBusy;
	return (
		<>
			<ErrorNotice error={ run.error } onDismiss={ run.clear } />
			<ErrorNotice error={ back.error } onDismiss={ back.clear } />
			{ run.isBusy && (
				<Panel>
					<Progress
						title={ __( 'Importing', 'igny8' ) }
						done={ run.progress?.done ?? source.done }
						total={ run.progress?.total ?? source.total }
						note={ __(
							'You can leave this page; your site goes on with it.',
							'igny8'
						) }
						onCancel={ run.stop }
						cancel={ __( 'Pause', 'igny8' ) }
						isCancelling={ run.isStopping }
					/>
				</Panel>
			) }
			{ back.isBusy && (
				<Panel>
					<Progress
						title={ __( 'Rolling back', 'igny8' ) }
						done={ back.progress?.done }
						total={ back.progress?.total }
						note={ __(
							'You can leave this page; your site goes on with it.',
							'igny8'
						) }
					/>
				</Panel>
			) }
			{ ! isBusy && ! isDone && (
				<Preview
					source={ source }
					result={ back.result }
					onRun={ ( choices ) =>
						run.start( { source: source.source, ...choices } )
					}
				/>
			) }
			{ ! isBusy && isDone && (
				<>
					<Outcome source={ source } />
					<Comparison source={ source } />
					<Rollback
						source={ source }
						onAgain={ () =>
							run.start( {
								source: source.source,
								existing: source.existing,
								parts: source.parts,
							} )
						}
						onBack={ ( edited ) =>
							back.start( { source: source.source, edited } )
						}
					/>
				</>
			) }
		</>
	);
}

/**
 * Goes on with what was left a moment ago, once, when the screen is opened.
 *
 * @param {Object} source
 * @param {Object} run    What useSteps gives for import.run.
 * @param {Object} back   The same for import.rollback.
 */
function useResume( source, run, back ) {
	const isLooked = useRef( false );
	useEffect( () => {
		if ( isLooked.current ) {
			return;
		}
		isLooked.current = true;
		if ( source.status === 'running' ) {
			run.start( {
				source: source.source,
				existing: source.existing,
				parts: source.parts,
			} );
		} else if ( source.status === 'rolling_back' ) {
			back.start( { source: source.source } );
		}
	}, [ source, run, back ] );
}
