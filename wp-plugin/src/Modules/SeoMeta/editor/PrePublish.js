// Before publishing: the findings that matter most, in a few lines.
import { Spinner } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { WEIGHTS } from './analysis/score';
import Checklist from './Checklist';
import Live, { useLive } from './live/Live';

const MOST = 5; // More would not be read at that moment.

export default function PrePublish() {
	return (
		<Live>
			<Findings />
		</Live>
	);
}

function Findings() {
	const { preview, analysis } = useLive();
	const { result, error } = analysis;
	if ( error ) {
		return <p>{ __( 'The text could not be analysed here.', 'igny8' ) }</p>;
	}
	if ( ! result ) {
		return <Spinner />;
	}
	const found = [
		...( result.keyphrases[ 0 ]?.checks ?? [] ),
		...result.content.checks,
		...result.readability.checks,
	]
		.filter(
			( { name, status } ) => status === 'poor' && WEIGHTS[ name ] > 1
		)
		.sort( ( a, b ) => WEIGHTS[ b.name ] - WEIGHTS[ a.name ] )
		.slice( 0, MOST );
	return (
		<>
			{ preview.is_indexed === false && (
				<p>
					<strong>
						{ __(
							'Search engines are asked not to show this page.',
							'igny8'
						) }
					</strong>
				</p>
			) }
			{ result.keyphrases.length === 0 && (
				<p>{ __( 'There is no keyphrase yet.', 'igny8' ) }</p>
			) }
			{ found.length > 0 ? (
				<Checklist checks={ found } />
			) : (
				<p>{ __( 'Nothing important is missing.', 'igny8' ) }</p>
			) }
		</>
	);
}
