// The attributes visitors will browse by: as proposed in quick mode, to change in detailed mode.
import { Button } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import Badge from '../../../../../admin/parts/Badge';
import Chips from '../../../../../admin/parts/Chips';
import Panel from '../../../../../admin/parts/Panel';
import { LEVELS } from '../../../../../admin/words';
import AttributeEditor from './AttributeEditor';
import NewAttribute from './NewAttribute';
import { addAttribute, settle } from './edits';

/**
 * @param {Object}   props
 * @param {Array}    props.proposed   Before the edits.
 * @param {Array}    props.edits
 * @param {boolean}  props.isDetailed
 * @param {Function} props.onChange   Gets the new edits.
 * @param {Function} props.onDetail   Wants to change them.
 */
export default function Attributes( {
	proposed,
	edits,
	isDetailed,
	onChange,
	onDetail,
} ) {
	const [ isAdding, setIsAdding ] = useState( false );
	const attributes = settle( proposed, edits );
	const shown = isDetailed
		? attributes
		: attributes.filter( ( { isDropped } ) => ! isDropped );
	return (
		<Panel
			className="igny8-attributes"
			title={ __( 'What visitors browse by', 'igny8' ) }
			description={
				isDetailed
					? __(
							'Untick what you do not offer, rename, add, and say how much each attribute structures the site.',
							'igny8'
						)
					: __( 'Usual in your trade.', 'igny8' )
			}
			actions={
				! isDetailed && (
					<Button
						variant="tertiary"
						size="compact"
						onClick={ onDetail }
					>
						{ __( 'Change these', 'igny8' ) }
					</Button>
				)
			}
		>
			<ul className="igny8-attributes__list">
				{ shown.map( ( attribute ) => (
					<li key={ attribute.slug }>
						{ isDetailed ? (
							<AttributeEditor
								attribute={ attribute }
								edits={ edits }
								onChange={ onChange }
							/>
						) : (
							<Plain attribute={ attribute } />
						) }
					</li>
				) ) }
			</ul>
			{ isDetailed && ! isAdding && (
				<Button
					variant="secondary"
					onClick={ () => setIsAdding( true ) }
				>
					{ __( 'Add an attribute', 'igny8' ) }
				</Button>
			) }
			{ isDetailed && isAdding && (
				<NewAttribute
					onAdd={ ( attribute ) => {
						onChange(
							addAttribute(
								edits,
								proposed.map( ( { slug } ) => slug ),
								attribute
							)
						);
						setIsAdding( false );
					} }
					onCancel={ () => setIsAdding( false ) }
				/>
			) }
		</Panel>
	);
}

function Plain( { attribute: { name, level, values } } ) {
	const labels = values
		.filter( ( { isOn } ) => isOn )
		.map( ( { label } ) => label );
	return (
		<>
			<h3 className="igny8-attributes__name">
				{ name } <Badge label={ LEVELS[ level ] } />
			</h3>
			<Chips labels={ labels } limit={ 8 } />
		</>
	);
}
