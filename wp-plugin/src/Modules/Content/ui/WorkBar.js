// Writes or publishes everything that waits, with live progress.
import { Button } from '@wordpress/components';
import { useEffect, useRef, useState } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';
import Confirm from '../../../../admin/parts/Confirm';
import ErrorNotice from '../../../../admin/parts/ErrorNotice';
import Progress from '../../../../admin/parts/Progress';
import { waiting } from '../../../../admin/nextStep';
import { can } from '../../../../admin/site';
import { number } from '../../../../admin/times';
import Outcome from './Outcome';

/**
 * @param {Object} props
 * @param {Object} props.status  Result of content.status.
 * @param {Object} props.write   What useSteps gives for content.run.
 * @param {Object} props.some    The same for the pages chosen in the table.
 * @param {Object} props.publish What useSteps gives for content.publish.
 */
export default function WorkBar( { status, write, some, publish } ) {
	const [ isAsking, setIsAsking ] = useState( false );
	const all = [ write, some, publish ];
	const running = all.find( ( { isBusy } ) => isBusy );
	if ( running === write ) {
		return <Writing status={ status } steps={ write } />;
	}
	if ( running ) {
		return (
			<Running
				title={
					running === some
						? __( 'Writing pages', 'igny8' )
						: __( 'Publishing pages', 'igny8' )
				}
				steps={ running }
			/>
		);
	}
	const toWrite = waiting( status );
	const toPublish = status.publishable;
	const start = ( steps ) => {
		all.forEach( ( { clear } ) => clear() );
		steps.start( {} );
	};
	const failed = all.find( ( { error } ) => error );
	return (
		<>
			<ErrorNotice
				error={ failed?.error }
				onRetry={
					failed && failed !== some ? () => start( failed ) : null
				}
				onDismiss={ failed?.clear }
			/>
			{ ! failed && (
				<Outcome
					write={ write.result ?? some.result }
					publish={ publish.result }
				/>
			) }
			<div className="igny8-bar">
				<p className="igny8-bar__text">
					{ state( toWrite, toPublish, status ) }
				</p>
				<div className="igny8-bar__actions">
					{ toPublish > 0 && can( 'content.publish' ) && (
						<Button
							variant={ toWrite > 0 ? 'secondary' : 'primary' }
							onClick={ () => setIsAsking( true ) }
						>
							{ sprintf(
								/* translators: %s: number of pages. */
								_n(
									'Publish %s page',
									'Publish %s pages',
									toPublish,
									'igny8'
								),
								number( toPublish )
							) }
						</Button>
					) }
					{ toWrite > 0 && can( 'content.run' ) && (
						<Button
							variant="primary"
							onClick={ () => start( write ) }
						>
							{ sprintf(
								/* translators: %s: number of pages. */
								_n(
									'Write %s page',
									'Write %s pages',
									toWrite,
									'igny8'
								),
								number( toWrite )
							) }
						</Button>
					) }
				</div>
			</div>
			{ isAsking && (
				<Confirm
					title={ __( 'Publish all pages that are ready?', 'igny8' ) }
					confirm={ __( 'Publish', 'igny8' ) }
					onConfirm={ () => {
						setIsAsking( false );
						start( publish );
					} }
					onClose={ () => setIsAsking( false ) }
				>
					<p>
						{ sprintf(
							/* translators: %s: number of pages. */
							_n(
								'%s page becomes visible to everybody, and the planned links between published pages are placed. Briefs stay drafts for a writer.',
								'%s pages become visible to everybody, and the planned links between published pages are placed. Briefs stay drafts for a writer.',
								toPublish,
								'igny8'
							),
							number( toPublish )
						) }
					</p>
				</Confirm>
			) }
		</>
	);
}

/**
 * All that waits is being written: the numbers of the site move faster than the steps.
 *
 * @param {Object} props
 */
function Writing( { status, steps } ) {
	const { done = 0, total = 0 } = steps.progress ?? {};
	return (
		<Running
			title={ __( 'Writing pages', 'igny8' ) }
			steps={ steps }
			done={ Math.max( done, status.total - waiting( status ) ) }
			total={ Math.max( total, status.total ) }
		/>
	);
}

function Running( { title, steps, ...numbers } ) {
	const bar = useRef();
	// The button may have been pressed at the foot of a long table.
	useEffect( () => {
		bar.current.scrollIntoView( { block: 'nearest' } );
	}, [] );
	return (
		<div ref={ bar } className="igny8-bar">
			<Progress
				title={ title }
				message={ steps.progress?.message }
				done={ steps.progress?.done }
				total={ steps.progress?.total }
				note={ __(
					'You can leave this page; your site goes on with it.',
					'igny8'
				) }
				onCancel={ steps.stop }
				cancel={ __( 'Stop', 'igny8' ) }
				isCancelling={ steps.isStopping }
				{ ...numbers }
			/>
		</div>
	);
}

function state( toWrite, toPublish, { briefs, by_status: tasks } ) {
	if ( toWrite > 0 ) {
		return sprintf(
			/* translators: %s: number of pages. */
			_n(
				'%s page waits to be written.',
				'%s pages wait to be written.',
				toWrite,
				'igny8'
			),
			number( toWrite )
		);
	}
	if ( toPublish > 0 ) {
		return __(
			'Everything is written. Look through the pages, then publish them.',
			'igny8'
		);
	}
	if ( tasks.failed > 0 ) {
		return sprintf(
			/* translators: %s: number of pages. */
			_n(
				'%s page failed; the list says why.',
				'%s pages failed; the list says why.',
				tasks.failed,
				'igny8'
			),
			number( tasks.failed )
		);
	}
	if ( briefs > 0 ) {
		return sprintf(
			/* translators: %s: number of briefs. */
			_n(
				'Everything that is complete is published. %s brief waits for a writer.',
				'Everything that is complete is published. %s briefs wait for a writer.',
				briefs,
				'igny8'
			),
			number( briefs )
		);
	}
	return __( 'Every page is published.', 'igny8' );
}
