// Crawlers of AI companies: what each is for, and a box that puts its lines into robots.txt.
import { CheckboxControl } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import Panel from '../../../../admin/parts/Panel';
import { isBlocked, withBlock } from './blocks';

const PURPOSES = {
	training: __( 'Train models', 'igny8' ),
	search: __( 'Answer searches', 'igny8' ),
	user: __( 'Open a page for somebody', 'igny8' ),
};

/**
 * @param {Object}   props
 * @param {Array}    props.crawlers Each `{agent, company, purpose, note}`.
 * @param {string}   props.text     robots.txt as it is edited.
 * @param {Function} props.onChange Gets the new text, not saved yet.
 */
export default function Crawlers( { crawlers, text, onChange } ) {
	return (
		<Panel
			title={ __( 'Block AI crawlers', 'igny8' ) }
			description={ __(
				'Each box adds its lines to the text above, which you then save. Crawlers follow them of their own free will.',
				'igny8'
			) }
		>
			{ Object.entries( PURPOSES ).map( ( [ purpose, title ] ) => (
				<fieldset key={ purpose } className="igny8-crawlers">
					<legend>{ title }</legend>
					{ crawlers
						.filter( ( crawler ) => crawler.purpose === purpose )
						.map( ( { agent, company, note } ) => (
							<CheckboxControl
								key={ agent }
								label={ `${ agent } (${ company })` }
								help={ note }
								checked={ isBlocked( text, agent ) }
								onChange={ ( isOn ) =>
									onChange( withBlock( text, agent, isOn ) )
								}
							/>
						) ) }
				</fieldset>
			) ) }
		</Panel>
	);
}
