// Findings of the analysis: the worst first, each with why it matters and what to do about it.
import { Button } from '@wordpress/components';
import { useId, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { WEIGHTS } from './analysis/score';
import { wordsOf } from './checkWords';

const ORDER = { poor: 0, fair: 1, good: 2 };
const STATUS = {
	good: __( 'Good', 'igny8' ),
	fair: __( 'Could be better', 'igny8' ),
	poor: __( 'Needs work', 'igny8' ),
};

/**
 * @param {Object} props
 * @param {Array}  props.checks As analysis/analyse.js gives them.
 */
export default function Checklist( { checks } ) {
	const sorted = [ ...checks ].sort(
		( a, b ) =>
			ORDER[ a.status ] - ORDER[ b.status ] ||
			WEIGHTS[ b.name ] - WEIGHTS[ a.name ]
	);
	return (
		<ul className="igny8-checks">
			{ sorted.map( ( check ) => (
				<Check key={ check.name } { ...check } />
			) ) }
		</ul>
	);
}

function Check( { name, status, params, examples } ) {
	const [ isOpen, setIsOpen ] = useState( false );
	const id = useId();
	const { says, why, how } = wordsOf( name, status, params );
	return (
		<li className={ `igny8-checks__one is-${ status }` }>
			<Button
				className="igny8-checks__says"
				aria-expanded={ isOpen }
				aria-controls={ isOpen ? id : undefined }
				onClick={ () => setIsOpen( ! isOpen ) }
			>
				<span className="igny8-checks__mark" aria-hidden="true" />
				<span className="screen-reader-text">
					{ STATUS[ status ] }:{ ' ' }
				</span>
				<span>{ says }</span>
			</Button>
			{ isOpen && (
				<div id={ id } className="igny8-checks__more">
					{ status !== 'good' && <p>{ how }</p> }
					{ examples.length > 0 && (
						<ul dir="auto">
							{ examples.map( ( example, at ) => (
								<li key={ at }>{ example }</li>
							) ) }
						</ul>
					) }
					<p className="igny8-checks__why">{ why }</p>
				</div>
			) }
		</li>
	);
}
