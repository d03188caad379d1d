// The attributes visitors will browse by: as proposed in quick mode, to change in detailed mode.
import { Button } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';
import Badge from '../../../../../admin/parts/Badge';
import Chips from '../../../../../admin/parts/Chips';
import Panel from '../../../../../admin/parts/Panel';
import { number } from '../../../../../admin/times';
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
	const [ open, setOpen ] = useState( '' );
	const attributes = settle( proposed, edits ).filter(
		( { isDropped } ) => isDetailed || ! isDropped
	);
	const show = ( attribute ) => (
		<li key={ attribute.slug }>
			{ isDetailed ? (
				<AttributeEditor
					attribute={ attribute }
					edits={ edits }
					isOpen={ open === attribute.slug }
					onOpen={ () =>
						setOpen( open === attribute.slug ? '' : attribute.slug )
					}
					onChange={ onChange }
				/>
			) : (
				<Plain attribute={ attribute } />
			) }
		</li>
	);
	const isFacet = ( { level } ) => level === 'facet';
	const facets = attributes.filter( isFacet );
	const list = isDetailed ? 'igny8-folds' : 'igny8-attributes__list';
	return (
		<Panel
			className="igny8-attributes"
			isFlush={ isDetailed }
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
			<ul className={ list }>
				{ attributes
					.filter( ( attribute ) => ! isFacet( attribute ) )
					.map( show ) }
			</ul>
			{ facets.length > 0 && (
				<details className="igny8-details igny8-attributes__facets">
					<summary>
						{ sprintf(
							/* translators: %s: number of attributes. */
							_n(
								'%s more to filter by, without pages of its own',
								'%s more to filter by, without pages of their own',
								facets.length,
								'igny8'
							),
							number( facets.length )
						) }
					</summary>
					<ul className={ list }>{ facets.map( show ) }</ul>
				</details>
			) }
			{ isDetailed && (
				<div className="igny8-folds__foot">
					{ isAdding ? (
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
					) : (
						<Button
							variant="secondary"
							onClick={ () => setIsAdding( true ) }
						>
							{ __( 'Add an attribute', 'igny8' ) }
						</Button>
					) }
				</div>
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
