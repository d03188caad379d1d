// The language model's proposals, one step after the other: run, compare before and after, tick, accept. Nothing changes by itself.
import { Button, CheckboxControl, Modal } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';
import EmptyState from '../../../../admin/parts/EmptyState';
import ErrorNotice from '../../../../admin/parts/ErrorNotice';
import Progress from '../../../../admin/parts/Progress';
import { can } from '../../../../admin/site';
import { number } from '../../../../admin/times';
import useAction from '../../../../admin/useAction';
import useJob from '../../../../admin/useJob';
import useOperation from '../../../../admin/useOperation';
import { useStructure } from './useStructure';

const STEPS = [
	{
		operation: 'structure.refine',
		title: __( 'Names and topics', 'igny8' ),
		text: __(
			'Asks for clearer names, and for clusters that make no sense for your site.',
			'igny8'
		),
		button: __( 'Ask for names', 'igny8' ),
	},
	{
		operation: 'structure.suggest_keywords',
		title: __( 'More keywords', 'igny8' ),
		text: __(
			'Asks what else people search for in each cluster.',
			'igny8'
		),
		button: __( 'Ask for keywords', 'igny8' ),
	},
];

/** Only where the engine has a model: without one there is nothing to ask. */
export default function Refine() {
	const { data } = useOperation(
		'engine.status',
		undefined,
		can( 'structure.refine' )
	);
	const [ isOpen, setIsOpen ] = useState( false );
	if ( ! data?.model ) {
		return null;
	}
	return (
		<>
			<Button
				variant="secondary"
				size="compact"
				onClick={ () => setIsOpen( true ) }
			>
				{ __( 'Refine with AI', 'igny8' ) }
			</Button>
			{ isOpen && (
				<Modal
					title={ __( 'Refine with AI', 'igny8' ) }
					onRequestClose={ () => setIsOpen( false ) }
					size="large"
					className="igny8-refine"
				>
					<p className="igny8-quiet">
						{ sprintf(
							/* translators: %s: name of a language model. */
							__(
								'The model %s proposes, you decide. What you accept waits for the next plan and can be undone.',
								'igny8'
							),
							data.model
						) }
					</p>
					{ STEPS.map( ( step ) => (
						<Step key={ step.operation } { ...step } />
					) ) }
				</Modal>
			) }
		</>
	);
}

function Step( { operation, title, text, button } ) {
	const [ result, setResult ] = useState( null );
	const { start, job, error, isBusy, isCancelling, cancel, clear } = useJob(
		operation,
		setResult
	);
	return (
		<section className="igny8-refine__step" aria-label={ title }>
			<h2>{ title }</h2>
			<p>{ text }</p>
			<ErrorNotice error={ error } onDismiss={ clear }>
				<p>{ __( 'Nothing was changed.', 'igny8' ) }</p>
			</ErrorNotice>
			{ isBusy && (
				<Progress
					title={ __( 'The model is thinking…', 'igny8' ) }
					message={ job?.progress?.message }
					done={ job?.progress?.done }
					total={ job?.progress?.total }
					trouble={ job?.error }
					onCancel={ cancel }
					isCancelling={ isCancelling }
				/>
			) }
			{ ! isBusy && ! result && (
				<Button variant="secondary" onClick={ () => start( {} ) }>
					{ button }
				</Button>
			) }
			{ ! isBusy && result && (
				<Proposals
					result={ result }
					onDone={ () => setResult( null ) }
				/>
			) }
		</section>
	);
}

function Proposals( { result, onDone } ) {
	const { act, version } = useStructure();
	const { changes, refused } = result;
	const [ chosen, setChosen ] = useState( () => changes.map( () => true ) );
	const accept = useAction( ( decisions ) =>
		act( 'structure.accept', { decisions } )
	);
	const picked = changes.filter( ( _, index ) => chosen[ index ] );
	const submit = async () => {
		if ( await accept.run( picked.map( ( { decision } ) => decision ) ) ) {
			onDone();
		}
	};
	if ( changes.length === 0 ) {
		return (
			<>
				<EmptyState
					isSmall
					title={ __( 'The model proposes nothing', 'igny8' ) }
				>
					{ __( 'Nothing was changed.', 'igny8' ) }
				</EmptyState>
				<Refused refused={ refused } />
			</>
		);
	}
	return (
		<>
			<ErrorNotice error={ accept.error } />
			<table className="igny8-plain igny8-refine__table">
				<thead>
					<tr>
						<th scope="col">
							<CheckboxControl
								label={ __( 'Before', 'igny8' ) }
								checked={ picked.length === changes.length }
								indeterminate={
									picked.length > 0 &&
									picked.length < changes.length
								}
								onChange={ ( isOn ) =>
									setChosen( changes.map( () => isOn ) )
								}
							/>
						</th>
						<th scope="col">{ __( 'After', 'igny8' ) }</th>
						<th scope="col">{ __( 'Why', 'igny8' ) }</th>
					</tr>
				</thead>
				<tbody>
					{ changes.map(
						( { decision, before, after, reason }, index ) => (
							<tr
								key={ `${ decision.action } ${ decision.cluster }` }
							>
								<td>
									<CheckboxControl
										label={ before }
										checked={ chosen[ index ] }
										onChange={ ( isOn ) =>
											setChosen(
												chosen.map( ( was, at ) =>
													at === index ? isOn : was
												)
											)
										}
									/>
								</td>
								<td>
									{ decision.action === 'drop' ? (
										<em>{ __( 'dropped', 'igny8' ) }</em>
									) : (
										after
									) }
								</td>
								<td>{ reason }</td>
							</tr>
						)
					) }
				</tbody>
			</table>
			<Refused refused={ refused } />
			<div className="igny8-confirm__buttons">
				<Button variant="tertiary" onClick={ onDone }>
					{ __( 'Take none', 'igny8' ) }
				</Button>
				<Button
					variant="primary"
					isBusy={ accept.isBusy }
					disabled={
						accept.isBusy ||
						picked.length === 0 ||
						version !== result.version
					}
					accessibleWhenDisabled
					onClick={ submit }
				>
					{ sprintf(
						/* translators: %s: number of proposals. */
						_n(
							'Accept %s proposal',
							'Accept %s proposals',
							picked.length,
							'igny8'
						),
						number( picked.length )
					) }
				</Button>
			</div>
		</>
	);
}

function Refused( { refused } ) {
	if ( refused.length === 0 ) {
		return null;
	}
	return (
		<details className="igny8-details">
			<summary>
				{ sprintf(
					/* translators: %s: number of proposals. */
					_n(
						'%s proposal was refused',
						'%s proposals were refused',
						refused.length,
						'igny8'
					),
					number( refused.length )
				) }
			</summary>
			<ul className="igny8-rows">
				{ refused.map( ( reason, index ) => (
					<li key={ `${ index } ${ reason }` }>{ reason }</li>
				) ) }
			</ul>
		</details>
	);
}
