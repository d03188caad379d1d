// Back, skip and continue, the same at the foot of every step.
import { Button } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { OPTIONAL, after, before } from './steps';

/**
 * @param {Object}   props
 * @param {string}   props.step
 * @param {Object}   props.record
 * @param {Function} props.open
 * @param {Function} [props.check]    Says whether the step may be left forwards; shows what is wrong if not.
 * @param {boolean}  [props.isFilled] Of an optional step: there is nothing to skip.
 * @param {boolean}  [props.isBusy]
 * @param {Element}  [props.children] Other buttons than "Continue".
 */
export default function StepButtons( {
	step,
	record,
	open,
	check = () => true,
	isFilled = false,
	isBusy = false,
	children,
} ) {
	const isSkipping = OPTIONAL.includes( step ) && ! isFilled;
	const skipped = record.skipped.filter( ( name ) => name !== step );
	const onNext = () =>
		check() &&
		open( after( step ), {
			...( OPTIONAL.includes( step ) && {
				skipped: isSkipping ? [ ...skipped, step ] : skipped,
			} ),
		} );
	return (
		<div className="igny8-wizard__buttons">
			{ before( step ) && (
				<Button
					variant="tertiary"
					onClick={ () => open( before( step ) ) }
				>
					{ __( 'Back', 'igny8' ) }
				</Button>
			) }
			<span className="igny8-wizard__forward">
				{ children ?? (
					<Button
						variant={ isSkipping ? 'secondary' : 'primary' }
						onClick={ onNext }
						disabled={ isBusy }
						accessibleWhenDisabled
					>
						{ isSkipping
							? __( 'Skip this step', 'igny8' )
							: __( 'Continue', 'igny8' ) }
					</Button>
				) }
			</span>
		</div>
	);
}
