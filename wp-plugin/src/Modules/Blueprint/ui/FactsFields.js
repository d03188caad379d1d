// The business facts that only the owner knows, each a list of lines, folded away until wanted.
import { Button } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';
import { chevronDown, chevronUp } from '@wordpress/icons';
import Lines, { toLines } from '../../../../admin/parts/Lines';
import Panel from '../../../../admin/parts/Panel';
import { number } from '../../../../admin/times';

export const FACTS = [
	{
		name: 'products',
		label: __( 'Products', 'igny8' ),
		examples: [
			__( 'Orthopedic dog bed', 'igny8' ),
			__( 'Slow feeder bowl', 'igny8' ),
		],
	},
	{
		name: 'services',
		label: __( 'Services', 'igny8' ),
		examples: [
			__( 'Nail trimming', 'igny8' ),
			__( 'Home delivery', 'igny8' ),
		],
	},
	{
		name: 'brands',
		label: __( 'Brands you carry', 'igny8' ),
	},
	{
		name: 'locations',
		label: __( 'Places you serve', 'igny8' ),
		examples: [ __( 'Portland', 'igny8' ), __( 'Vancouver', 'igny8' ) ],
	},
	{
		name: 'problems',
		label: __( 'Problems you solve', 'igny8' ),
		examples: [
			__( 'Joint pain', 'igny8' ),
			__( 'Separation anxiety', 'igny8' ),
		],
	},
];

/**
 * @param {Object}   props
 * @param {Object}   props.facts    Kind → text, one entry a line.
 * @param {Function} props.onChange
 */
export default function FactsFields( { facts, onChange } ) {
	const count = Object.values( facts ).reduce(
		( sum, text ) => sum + toLines( text ).length,
		0
	);
	const [ isOpen, setIsOpen ] = useState( count > 0 );
	return (
		<Panel
			title={ __( 'What only you know', 'igny8' ) }
			description={
				count > 0
					? sprintf(
							/* translators: %s: number of facts. */
							_n( '%s fact', '%s facts', count, 'igny8' ),
							number( count )
						)
					: __(
							'Optional. Makes the plan yours: nothing of this is ever invented.',
							'igny8'
						)
			}
			actions={
				<Button
					variant="tertiary"
					size="compact"
					icon={ isOpen ? chevronUp : chevronDown }
					iconPosition="right"
					aria-expanded={ isOpen }
					aria-controls="igny8-facts"
					onClick={ () => setIsOpen( ! isOpen ) }
				>
					{ isOpen
						? __( 'Hide', 'igny8' )
						: __( 'Add facts', 'igny8' ) }
				</Button>
			}
			className={ isOpen ? '' : 'is-folded' }
		>
			<div
				id="igny8-facts"
				hidden={ ! isOpen }
				className="igny8-form__grid"
			>
				{ FACTS.map( ( { name, label, examples = [] } ) => (
					<Lines
						key={ name }
						label={ label }
						placeholder={ examples.join( '\n' ) }
						help={ __( 'One per line.', 'igny8' ) }
						value={ facts[ name ] }
						onChange={ ( text ) =>
							onChange( { ...facts, [ name ]: text } )
						}
					/>
				) ) }
			</div>
		</Panel>
	);
}
