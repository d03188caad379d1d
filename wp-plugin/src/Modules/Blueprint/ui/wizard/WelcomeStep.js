// Step 1: what is going to happen, and how much of it the owner wants to decide.
import { __ } from '@wordpress/i18n';
import Panel from '../../../../../admin/parts/Panel';
import StepButtons from './StepButtons';

const MODES = [
	{
		mode: 'quick',
		title: __( 'Quick', 'igny8' ),
		text: __(
			'Say what you do and add what only you know. The structure takes the attributes that are usual in your trade. About three minutes.',
			'igny8'
		),
	},
	{
		mode: 'detailed',
		title: __( 'Detailed', 'igny8' ),
		text: __(
			'Also decide which attributes and values your visitors browse by: add, rename, drop and rank them while the structure follows.',
			'igny8'
		),
	},
];

export default function WelcomeStep( { record, set, open } ) {
	return (
		<>
			<Panel className="igny8-wizard__narrow">
				<p className="igny8-lead">
					{ __(
						'In six short steps IGNY8 designs the structure of your site from your trade: its topics, categories, menu and addresses, and the pages that answer what people search for. You see all of it before anything is created.',
						'igny8'
					) }
				</p>
				<fieldset className="igny8-choices">
					<legend>
						{ __( 'How do you want to go about it?', 'igny8' ) }
					</legend>
					{ MODES.map( ( { mode, title, text } ) => (
						// eslint-disable-next-line jsx-a11y/label-has-associated-control -- Its texts come from the list above.
						<label
							key={ mode }
							className={ `igny8-choice ${ record.mode === mode ? 'is-chosen' : '' }` }
						>
							<input
								type="radio"
								name="igny8-mode"
								value={ mode }
								checked={ record.mode === mode }
								onChange={ () => set( { mode } ) }
							/>
							<span>
								<strong id={ `igny8-mode-${ mode }` }>
									{ title }
								</strong>
								<span>{ text }</span>
							</span>
						</label>
					) ) }
				</fieldset>
				<p className="igny8-wizard__aside">
					{ __(
						'This sets up a new site; reading the structure out of a site that is full already comes with a later release. What you have now is kept either way.',
						'igny8'
					) }
				</p>
			</Panel>
			<StepButtons step="welcome" record={ record } open={ open } />
		</>
	);
}
