// The values of an attribute as a compact table; on a phone every value is a small form of its own.
import { Button } from '@wordpress/components';
import { useEffect, useRef } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { closeSmall } from '@wordpress/icons';

export const JOINTS = {
	head: __( 'Is what is sold: “dog beds”', 'igny8' ),
	prefix: __( 'Before it: “waterproof …”', 'igny8' ),
	for: __( '“… for puppies”', 'igny8' ),
	in: __( '“… in Leeds”', 'igny8' ),
	with: __( '“… with invoicing”', 'igny8' ),
	by: __( '“… by Kong”', 'igny8' ),
	to: __( '“… to Rome”', 'igny8' ),
};

const FIELDS = [
	{ name: 'label', label: __( 'Label', 'igny8' ), max: 80 },
	{ name: 'synonyms', label: __( 'Synonyms', 'igny8' ), max: 900 },
	{ name: 'description', label: __( 'Description', 'igny8' ), max: 240 },
	{ name: 'only_with', label: __( 'Only with', 'igny8' ), max: 900 },
];

/**
 * @param {Object}   props
 * @param {string}   props.name     Of the attribute.
 * @param {Array}    props.values   As `toRows` gives them.
 * @param {Function} props.onChange
 */
export default function ValueTable( { name, values, onChange } ) {
	const table = useRef();
	const added = useRef( 0 );
	useEffect( () => {
		if ( added.current ) {
			table.current
				.querySelector( `[data-key="${ added.current }"] input` )
				?.focus();
			added.current = 0;
		}
	}, [ values ] );
	const set = ( key, patch ) =>
		onChange(
			values.map( ( value ) =>
				value.key === key ? { ...value, ...patch } : value
			)
		);
	const onAdd = () => {
		added.current = Date.now();
		onChange( [
			...values,
			{
				key: added.current,
				slug: '',
				label: '',
				synonyms: '',
				description: '',
				only_with: '',
			},
		] );
	};
	return (
		<>
			<table ref={ table } className="igny8-sheet">
				<caption className="screen-reader-text">
					{ sprintf(
						/* translators: %s: name of an attribute. */
						__( 'Values of %s', 'igny8' ),
						name
					) }
				</caption>
				<thead>
					<tr>
						{ FIELDS.map( ( { name: field, label } ) => (
							<th key={ field } scope="col">
								{ label }
							</th>
						) ) }
						<th scope="col">
							<span className="screen-reader-text">
								{ __( 'Remove', 'igny8' ) }
							</span>
						</th>
					</tr>
				</thead>
				<tbody>
					{ values.map( ( value ) => (
						<tr key={ value.key } data-key={ value.key }>
							{ FIELDS.map( ( { name: field, label, max } ) => (
								<td key={ field } data-label={ label }>
									<input
										type="text"
										aria-label={
											value.label
												? `${ label }: ${ value.label }`
												: label
										}
										value={ value[ field ] ?? '' }
										maxLength={ max }
										onChange={ ( event ) =>
											set( value.key, {
												[ field ]: event.target.value,
											} )
										}
									/>
								</td>
							) ) }
							<td>
								<Button
									icon={ closeSmall }
									size="small"
									label={ sprintf(
										/* translators: %s: name of a value. */
										__( 'Remove %s', 'igny8' ),
										value.label ||
											__( 'new value', 'igny8' )
									) }
									onClick={ () =>
										onChange(
											values.filter(
												( { key } ) => key !== value.key
											)
										)
									}
								/>
							</td>
						</tr>
					) ) }
				</tbody>
			</table>
			<Button variant="secondary" size="compact" onClick={ onAdd }>
				{ __( 'Add a value', 'igny8' ) }
			</Button>
		</>
	);
}
