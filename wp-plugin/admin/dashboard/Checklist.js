// What is left to set up for search engines: steps that are done by themselves, skipped, or put away together.
import { Button } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import { Icon, check } from '@wordpress/icons';
import ErrorNotice from '../parts/ErrorNotice';
import Panel from '../parts/Panel';
import { can } from '../site';
import { number } from '../times';
import useAction from '../useAction';
import useOperation from '../useOperation';

export default function Checklist() {
	const { data, error, reload } = useOperation( 'engine.checklist' );
	const save = useAction( 'engine.save_checklist' );
	const onSave = async ( change ) => {
		if ( await save.run( change ) ) {
			reload();
		}
	};
	if ( error ) {
		return <ErrorNotice error={ error } onRetry={ reload } />;
	}
	if ( ! data || data.done === data.total ) {
		return null; // Nothing left to say.
	}
	if ( data.is_dismissed ) {
		return (
			<p>
				<Button
					variant="tertiary"
					size="compact"
					onClick={ () => onSave( { is_dismissed: false } ) }
				>
					{ __( 'Show the SEO checklist', 'igny8' ) }
				</Button>
			</p>
		);
	}
	return (
		<Panel
			title={ __( 'Ready for search engines', 'igny8' ) }
			description={ sprintf(
				/* translators: 1: number of steps done, 2: number of all steps. */
				__( '%1$s of %2$s steps done', 'igny8' ),
				number( data.done ),
				number( data.total )
			) }
			actions={
				can( 'engine.save_checklist' ) && (
					<Button
						variant="tertiary"
						size="compact"
						isBusy={ save.isBusy }
						onClick={ () => onSave( { is_dismissed: true } ) }
					>
						{ __( 'Put away', 'igny8' ) }
					</Button>
				)
			}
			isFlush
		>
			<ErrorNotice error={ save.error } onDismiss={ save.clear } />
			<ul className="igny8-rows igny8-checklist">
				{ data.steps.map( ( step ) => (
					<Step
						key={ step.name }
						step={ step }
						isBusy={ save.isBusy }
						onSave={ onSave }
					/>
				) ) }
			</ul>
		</Panel>
	);
}

const STATES = {
	done: __( 'Done', 'igny8' ),
	skipped: __( 'Skipped', 'igny8' ),
	open: __( 'Open', 'igny8' ),
};

function Step( { step: { name, title, text, state, url }, isBusy, onSave } ) {
	const isSkipped = state === 'skipped';
	return (
		<li className={ `is-${ state }` }>
			<span className="igny8-checklist__mark">
				{ state === 'done' && <Icon icon={ check } size={ 20 } /> }
				<span className="screen-reader-text">{ STATES[ state ] }</span>
			</span>
			<span className="igny8-rows__main">
				<strong>{ title }</strong>
				{ state === 'open' && (
					<span className="igny8-rows__note">{ text }</span>
				) }
			</span>
			{ state !== 'done' && (
				<span className="igny8-checklist__actions">
					<Button
						variant="tertiary"
						size="compact"
						disabled={ isBusy }
						accessibleWhenDisabled
						aria-label={
							isSkipped
								? sprintf(
										/* translators: %s: step of a checklist. */
										__( 'Take up again: %s', 'igny8' ),
										title
									)
								: sprintf(
										/* translators: %s: step of a checklist. */
										__( 'Skip: %s', 'igny8' ),
										title
									)
						}
						onClick={ () =>
							onSave(
								isSkipped
									? { unskip: [ name ] }
									: { skip: [ name ] }
							)
						}
					>
						{ isSkipped
							? __( 'Take up again', 'igny8' )
							: __( 'Skip', 'igny8' ) }
					</Button>
					{ ! isSkipped && (
						<Button
							variant="secondary"
							size="compact"
							href={ url }
							aria-label={ sprintf(
								/* translators: %s: step of a checklist. */
								__( 'Set up: %s', 'igny8' ),
								title
							) }
						>
							{ __( 'Set up', 'igny8' ) }
						</Button>
					) }
				</span>
			) }
		</li>
	);
}
