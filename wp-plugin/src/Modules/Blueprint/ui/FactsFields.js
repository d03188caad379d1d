// The business facts that only the owner knows, each a list typed or pasted.
import { useState } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';
import Lines from '../../../../admin/parts/Lines';
import toLines from '../../../../admin/toLines';
import Panel from '../../../../admin/parts/Panel';
import { number } from '../../../../admin/times';

// Kind → how many the engine takes (`Facts` of its contract).
const MOST = {
	products: 200,
	services: 200,
	brands: 100,
	locations: 100,
	problems: 100,
};

const FACTS = [
	{
		name: 'products',
		label: __( 'Products', 'igny8' ),
		help: __( 'What you sell, by name.', 'igny8' ),
	},
	{
		name: 'services',
		label: __( 'Services', 'igny8' ),
		help: __( 'What you do for customers.', 'igny8' ),
	},
	{
		name: 'brands',
		label: __( 'Brands you carry', 'igny8' ),
		help: __( 'Makers your customers ask for.', 'igny8' ),
	},
	{
		name: 'locations',
		label: __( 'Places you serve', 'igny8' ),
		help: __( 'Cities, districts, regions.', 'igny8' ),
	},
	{
		name: 'problems',
		label: __( 'Problems you solve', 'igny8' ),
		help: __( 'What brings people to you.', 'igny8' ),
	},
];

/**
 * @param {Object}   props
 * @param {Object}   props.facts    Kind → list.
 * @param {Function} props.onChange Gets the lists.
 */
export default function FactsFields( { facts, onChange } ) {
	// As it is typed: the lists have no half a line.
	const [ texts, setTexts ] = useState( () =>
		Object.fromEntries(
			FACTS.map( ( { name } ) => [
				name,
				( facts[ name ] ?? [] ).join( '\n' ),
			] )
		)
	);
	const type = ( name, text ) => {
		setTexts( { ...texts, [ name ]: text } );
		onChange( {
			...facts,
			[ name ]: toLines( text )
				.slice( 0, MOST[ name ] )
				.map( ( entry ) => entry.slice( 0, 200 ) ),
		} );
	};
	return (
		<Panel
			title={ __( 'What only you know', 'igny8' ) }
			description={ __(
				'Optional. Type or paste, one per line or with commas between. Nothing of this is ever invented.',
				'igny8'
			) }
		>
			<div className="igny8-form__grid is-close">
				{ FACTS.map( ( { name, label, help } ) => (
					<Lines
						key={ name }
						label={ label }
						help={ helpWords( help, facts[ name ], name ) }
						value={ texts[ name ] }
						onChange={ ( text ) => type( name, text ) }
					/>
				) ) }
			</div>
		</Panel>
	);
}

function helpWords( help, entries = [], name ) {
	if ( entries.length === 0 ) {
		return help;
	}
	if ( entries.length >= MOST[ name ] ) {
		return sprintf(
			/* translators: %s: how many entries are taken at most. */
			__( 'The first %s are taken.', 'igny8' ),
			number( MOST[ name ] )
		);
	}
	return sprintf(
		/* translators: %s: how many entries were recognised. */
		_n( '%s entry', '%s entries', entries.length, 'igny8' ),
		number( entries.length )
	);
}
