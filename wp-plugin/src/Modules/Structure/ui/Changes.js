// What the owner changed: what waits and what the plan holds already, each with a way back; and the topics that were not taken.
import { Button, Spinner } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';
import Badge from '../../../../admin/parts/Badge';
import Confirm from '../../../../admin/parts/Confirm';
import EmptyState from '../../../../admin/parts/EmptyState';
import ErrorNotice from '../../../../admin/parts/ErrorNotice';
import Panel from '../../../../admin/parts/Panel';
import { number } from '../../../../admin/times';
import useAction from '../../../../admin/useAction';
import { SOURCES } from '../../../../admin/words';
import Candidates from './Candidates';
import { useStructure } from './useStructure';

export default function Changes() {
	const { changes, isChangeable, act } = useStructure();
	const [ isAsking, setIsAsking ] = useState( false );
	const undo = useAction( ( input ) => act( 'structure.undo', input ) );
	if ( ! changes ) {
		return <Spinner />;
	}
	const waiting = changes.changes.filter(
		( { state } ) => state !== 'standing'
	);
	const standing = changes.changes.filter(
		( { state } ) => state === 'standing'
	);
	const row = ( change ) => (
		<Change
			key={ change.id }
			change={ change }
			may={ isChangeable }
			isBusy={ undo.isBusy }
			onUndo={ () => undo.run( { ids: [ change.id ] } ) }
		/>
	);
	return (
		<>
			<ErrorNotice error={ undo.error } onDismiss={ undo.clear } />
			<div className="igny8-columns is-even">
				<div>
					<Panel
						title={ __( 'Waiting for the next plan', 'igny8' ) }
						description={ countWords( waiting.length ) }
						isFlush
						actions={
							waiting.length > 1 &&
							isChangeable && (
								<Button
									variant="tertiary"
									size="compact"
									onClick={ () => setIsAsking( true ) }
								>
									{ __( 'Undo all', 'igny8' ) }
								</Button>
							)
						}
					>
						{ waiting.length === 0 ? (
							<EmptyState
								isSmall
								title={ __( 'Nothing waits', 'igny8' ) }
							>
								{ __(
									'Rename, merge or drop clusters, or edit attributes: it is collected here until you make the next plan.',
									'igny8'
								) }
							</EmptyState>
						) : (
							<ul className="igny8-rows is-tight">
								{ waiting.map( row ) }
							</ul>
						) }
					</Panel>
				</div>
				<div>
					<Panel
						title={ __( 'Your decisions', 'igny8' ) }
						description={ __(
							'This plan holds them, and every plan made from it.',
							'igny8'
						) }
						isFlush
					>
						{ standing.length === 0 ? (
							<EmptyState
								isSmall
								title={ __( 'None yet', 'igny8' ) }
							>
								{ __(
									'What you decide stands here once a plan is made of it, and can be taken back.',
									'igny8'
								) }
							</EmptyState>
						) : (
							<ul className="igny8-rows is-tight">
								{ standing.map( row ) }
							</ul>
						) }
					</Panel>
				</div>
			</div>
			<Candidates />
			{ isAsking && (
				<Confirm
					title={ __( 'Undo all that waits?', 'igny8' ) }
					confirm={ __( 'Undo all', 'igny8' ) }
					isDestructive
					isBusy={ undo.isBusy }
					onConfirm={ async () => {
						await undo.run( { all: true } );
						setIsAsking( false );
					} }
					onClose={ () => setIsAsking( false ) }
				>
					{ __(
						'Decisions that a plan holds already stay.',
						'igny8'
					) }
				</Confirm>
			) }
		</>
	);
}

const countWords = ( count ) =>
	count === 0
		? ''
		: sprintf(
				/* translators: %s: number of changes. */
				_n( '%s change', '%s changes', count, 'igny8' ),
				number( count )
			);

function Change( { change, may, isBusy, onUndo } ) {
	const { state, text, source, note } = change;
	return (
		<li>
			<span className="igny8-rows__main">
				{ state === 'undone' ? <del>{ text }</del> : text }
				{ state === 'undone' && (
					<span className="igny8-rows__note">
						{ __(
							'The next plan goes without this decision.',
							'igny8'
						) }
					</span>
				) }
				{ note && (
					<span className="igny8-rows__note is-error">{ note }</span>
				) }
			</span>
			{ source === 'ai' && (
				<Badge status="running" label={ SOURCES.ai } />
			) }
			{ may && (
				<span className="igny8-rows__action">
					<Button
						variant="tertiary"
						size="compact"
						disabled={ isBusy }
						accessibleWhenDisabled
						onClick={ onUndo }
						aria-label={ sprintf(
							/* translators: 1: Undo or Keep, 2: what a change does. */
							__( '%1$s: %2$s', 'igny8' ),
							undoWords( state ),
							text
						) }
					>
						{ undoWords( state ) }
					</Button>
				</span>
			) }
		</li>
	);
}

const undoWords = ( state ) =>
	state === 'undone' ? __( 'Keep it', 'igny8' ) : __( 'Undo', 'igny8' );
