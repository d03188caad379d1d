// The taxonomies of a plan, each with its address and terms.
import { __ } from '@wordpress/i18n';
import Chips from '../../../../admin/parts/Chips';
import EmptyState from '../../../../admin/parts/EmptyState';
import Panel from '../../../../admin/parts/Panel';
import { termWords } from './countWords';

/**
 * @param {Object} props
 * @param {Object} props.plan Result of blueprint.show with the document.
 */
export default function ReviewTaxonomies( { plan } ) {
	const { taxonomies } = plan.document;
	if ( taxonomies.length === 0 ) {
		return (
			<Panel>
				<EmptyState
					title={ __( 'This plan has no taxonomies', 'igny8' ) }
				>
					{ __( 'Its topics are pages only.', 'igny8' ) }
				</EmptyState>
			</Panel>
		);
	}
	return (
		<div className="igny8-cards">
			{ taxonomies.map( ( { slug, plural, terms } ) => (
				<Panel
					key={ slug }
					title={ plural }
					description={
						<>
							<code dir="ltr">/{ slug }/</code> ·{ ' ' }
							{ termWords( terms.length ) }
						</>
					}
				>
					<Chips
						labels={ terms.map( ( { name } ) => name ) }
						limit={ 14 }
					/>
				</Panel>
			) ) }
		</div>
	);
}
