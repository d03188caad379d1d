// The setup wizard: six steps, each saved on the server as it is filled in, left and resumed at any time.
import { Button, Spinner } from '@wordpress/components';
import { useEffect, useMemo, useRef } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import EmptyState from '../../../../../admin/parts/EmptyState';
import ErrorNotice from '../../../../../admin/parts/ErrorNotice';
import Panel from '../../../../../admin/parts/Panel';
import Screen, { Link } from '../../../../../admin/parts/Screen';
import { can, site } from '../../../../../admin/site';
import useOperation from '../../../../../admin/useOperation';
import useRoute, { go } from '../../../../../admin/useRoute';
import { back } from '../back';
import ConnectStep from './ConnectStep';
import FinishStep from './FinishStep';
import KeywordsStep from './KeywordsStep';
import SiteStep from './SiteStep';
import StepList from './StepList';
import StructureStep from './StructureStep';
import WelcomeStep from './WelcomeStep';
import { STEPS, canOpen } from './steps';
import useWizard from './useWizard';

const COMPONENTS = {
	welcome: WelcomeStep,
	site: SiteStep,
	structure: StructureStep,
	connect: ConnectStep,
	keywords: KeywordsStep,
	finish: FinishStep,
};

// What a structure is built from: a change of it makes a new preview.
const WISHES = [
	'site_name',
	'site_type',
	'locale',
	'sectors',
	'facts',
	'edits',
	'keywords',
];

export default function Wizard() {
	const mayUse = can( 'blueprint.save_wizard' );
	return (
		<Screen
			title={ __( 'Set up your site', 'igny8' ) }
			subtitle={ __(
				'Nothing on your site changes before the last button.',
				'igny8'
			) }
			back={ back }
			actions={
				mayUse && (
					<Link variant="secondary" size="compact" to={ {} }>
						{ __( 'Finish later', 'igny8' ) }
					</Link>
				)
			}
		>
			{ mayUse ? <Steps /> : <NotAllowed /> }
		</Screen>
	);
}

function Steps() {
	const { route } = useRoute();
	const wizard = useWizard();
	const engine = useOperation( 'engine.status' );
	const { record, kept, set, flush } = wizard;
	const isReady = !! record && ( engine.data || engine.error );
	const standing = { record, isConnected: !! engine.data?.is_connected };
	const wanted = STEPS.includes( route.step ) ? route.step : record?.step;
	const step =
		isReady && wanted && canOpen( wanted, standing ) ? wanted : 'site';
	const key = useMemo(
		() => JSON.stringify( WISHES.map( ( name ) => kept?.[ name ] ) ),
		[ kept ]
	);

	// Every step has its address, the resumed one too, so that the browser's own Back leads to it.
	const hasAddress = route.step === step;
	useEffect( () => {
		if ( isReady && ! hasAddress ) {
			go( { view: 'setup', step }, true );
		}
	}, [ isReady, hasAddress, step ] );

	// The step that the address opens is where to go on, on every machine. Only looking begins nothing.
	const place = useRef();
	place.current = record;
	useEffect( () => {
		const { step: noted, state } = place.current ?? {};
		if ( isReady && step !== noted && state !== 'new' ) {
			set( { step } );
		}
	}, [ isReady, step, set ] );

	if ( ! isReady ) {
		return wizard.error ? (
			<ErrorNotice error={ wizard.error } onRetry={ wizard.reload } />
		) : (
			<Spinner />
		);
	}
	const open = async ( next, change = {} ) => {
		await flush( { ...change, step: next } );
		go( { view: 'setup', step: next } );
	};
	const Step = COMPONENTS[ step ];
	return (
		// A field that is left is saved at once.
		<div className="igny8-wizard" onBlur={ () => flush() }>
			<StepList step={ step } standing={ standing } onOpen={ open } />
			<ErrorNotice error={ wizard.error } onRetry={ () => flush() } />
			<Place step={ step } />
			<Step
				key={ step }
				record={ record }
				set={ set }
				flush={ flush }
				open={ open }
				engine={ engine }
				isConnected={ standing.isConnected }
				draftKey={ key }
				onChanged={ wizard.reload }
			/>
			<Saved isSaving={ wizard.isSaving } record={ record } />
		</div>
	);
}

const TITLES = {
	welcome: __( 'Welcome', 'igny8' ),
	site: __( 'Your site', 'igny8' ),
	structure: __( 'The structure', 'igny8' ),
	connect: __( 'Your engine', 'igny8' ),
	keywords: __( 'Your keywords', 'igny8' ),
	finish: __( 'Ready to create', 'igny8' ),
};

/**
 * A new step is announced by moving to its heading; the first one is the browser's own page load.
 *
 * @param {Object} props
 * @param {string} props.step
 */
function Place( { step } ) {
	const heading = useRef();
	const shown = useRef( step );
	useEffect( () => {
		if ( shown.current !== step ) {
			shown.current = step;
			window.scrollTo( 0, 0 );
			heading.current.focus();
		}
	}, [ step ] );
	return (
		<h2 ref={ heading } tabIndex={ -1 } className="igny8-wizard__title">
			<span className="igny8-wizard__number">
				{ sprintf(
					/* translators: 1: number of the step, 2: number of steps. */
					__( 'Step %1$d of %2$d', 'igny8' ),
					STEPS.indexOf( step ) + 1,
					STEPS.length
				) }
			</span>
			{ TITLES[ step ] }
		</h2>
	);
}

function Saved( { isSaving, record } ) {
	return (
		<p className="igny8-wizard__saved" role="status">
			{ isSaving && __( 'Saving…', 'igny8' ) }
			{ ! isSaving &&
				record.updated_at &&
				__( 'Saved. You can leave and go on later.', 'igny8' ) }
		</p>
	);
}

function NotAllowed() {
	return (
		<Panel>
			<EmptyState
				title={ __( 'An administrator sets up the site', 'igny8' ) }
				action={
					<Button variant="primary" href={ site.urls.dashboard }>
						{ __( 'Go to the dashboard', 'igny8' ) }
					</Button>
				}
			>
				{ __( 'Your account may not do this.', 'igny8' ) }
			</EmptyState>
		</Panel>
	);
}
