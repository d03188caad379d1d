// The way from an empty site to a published one, and the one button that leads on.
import { Button, Notice, Spinner } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';
import { Icon, check } from '@wordpress/icons';
import { STEPS } from '../../src/Modules/Blueprint/ui/wizard/steps';
import steps, { waiting } from '../nextStep';
import Confirm from '../parts/Confirm';
import ErrorNotice from '../parts/ErrorNotice';
import Progress from '../parts/Progress';
import { Link } from '../parts/Screen';
import { refresh } from '../refresh';
import { can, site } from '../site';
import { ago, number } from '../times';
import useAction from '../useAction';
import useJob from '../useJob';
import useKept from '../useKept';
import useOperation from '../useOperation';
import { go } from '../useRoute';

const NAMES = {
	connect: __( 'Connect', 'igny8' ),
	plan: __( 'Plan', 'igny8' ),
	apply: __( 'Apply', 'igny8' ),
	write: __( 'Write', 'igny8' ),
	publish: __( 'Publish', 'igny8' ),
};

/**
 * @param {Object} props           Each what useOperation gives.
 * @param {Object} props.engine
 * @param {Object} props.newest    blueprint.list, the newest only.
 * @param {Object} props.structure
 * @param {Object} props.content
 */
export default function Journey( { engine, newest, structure, content } ) {
	const planning = useJob( 'blueprint.create', () =>
		go( { view: 'review' } )
	);
	const wizard = useOperation( 'blueprint.wizard' );
	const asked = [ engine, newest, structure, content ];
	const plan = newest.data?.blueprints[ 0 ] ?? null;
	if (
		asked.some(
			( { data, error, isLoading } ) => isLoading && ! data && ! error
		)
	) {
		return (
			<section className="igny8-journey is-loading">
				<Spinner />
			</section>
		);
	}
	const failed = asked.find( ( { error } ) => error );
	const way = steps( {
		engine: engine.data,
		newest: plan,
		active:
			structure.data?.version ??
			( plan && plan.status !== 'draft' ? plan.version : 0 ),
		content: content.data,
		modules: site.modules,
	} );
	const current =
		way.find( ( { state } ) => state === 'current' )?.name ?? 'done';
	return (
		<section
			className="igny8-journey"
			aria-label={ __( 'Next step', 'igny8' ) }
		>
			<Stepper way={ way } />
			{ plan && wizard.data?.state === 'open' && (
				<Begun record={ wizard.data } />
			) }
			<ErrorNotice error={ failed?.error } onRetry={ failed?.reload } />
			{ planning.isBusy ? (
				<Progress
					title={ __( 'Planning your site', 'igny8' ) }
					message={ planning.job?.progress.message }
					done={ planning.job?.progress.done }
					total={ planning.job?.progress.total }
					trouble={ planning.job?.error }
					note={ __(
						'You can leave this page; the plan will be here when you come back.',
						'igny8'
					) }
					onCancel={ planning.cancel }
					isCancelling={ planning.isCancelling }
				/>
			) : (
				! failed && (
					<NextStep
						name={ current }
						content={ content.data }
						newest={ plan }
						wizard={ wizard.data }
						active={ structure.data?.version ?? 0 }
					/>
				)
			) }
			<ErrorNotice
				error={ planning.error }
				onDismiss={ planning.clear }
			/>
		</section>
	);
}

function Stepper( { way } ) {
	return (
		<ol className="igny8-stepper">
			{ way.map( ( { name, state }, index ) => (
				<li
					key={ name }
					className={ `is-${ state }` }
					aria-current={ state === 'current' ? 'step' : undefined }
				>
					<span className="igny8-stepper__dot" aria-hidden="true">
						{ state === 'done' ? (
							<Icon icon={ check } size={ 20 } />
						) : (
							index + 1
						) }
					</span>
					<span>
						{ NAMES[ name ] }
						{ state === 'done' && (
							<span className="screen-reader-text">
								{ ' ' }
								{ __( '(done)', 'igny8' ) }
							</span>
						) }
					</span>
				</li>
			) ) }
		</ol>
	);
}

function NextStep( props ) {
	const { title, text, action, more } = words( props );
	return (
		<div className="igny8-journey__step">
			<div>
				<h2>{ title }</h2>
				<p>{ text }</p>
			</div>
			<div className="igny8-journey__actions">
				{ action ?? (
					<p className="igny8-journey__wait">
						{ __(
							'An administrator of this site takes this step.',
							'igny8'
						) }
					</p>
				) }
				{ more }
			</div>
		</div>
	);
}

/**
 * A change of the plan that somebody has begun in the wizard.
 *
 * @param {Object} props
 * @param {Object} props.record Result of blueprint.wizard.
 */
function Begun( { record } ) {
	const discard = useAction( 'blueprint.reset_wizard' );
	const [ { at }, setHidden ] = useKept( 'begun', () => ( { at: '' } ) );
	const onDiscard = async () => {
		if ( await discard.run() ) {
			refresh();
		}
	};
	if ( at === record.updated_at ) {
		return null;
	}
	return (
		<Notice
			status="info"
			onRemove={ () => setHidden( { at: record.updated_at } ) }
		>
			<p>
				{ sprintf(
					/* translators: %s: how long ago, such as "5 minutes ago". */
					__(
						'You have begun to change your plan, %s. Your site stays as it is until you finish.',
						'igny8'
					),
					ago( record.updated_at )
				) }
			</p>
			<p className="igny8-error__actions">
				<Link
					variant="secondary"
					size="compact"
					to={ { view: 'setup' } }
				>
					{ __( 'Resume', 'igny8' ) }
				</Link>
				<Button
					variant="tertiary"
					size="compact"
					isBusy={ discard.isBusy }
					onClick={ onDiscard }
				>
					{ __( 'Discard', 'igny8' ) }
				</Button>
			</p>
		</Notice>
	);
}

/**
 * Without any plan the wizard leads through connecting as well.
 *
 * @param {?Object} wizard Result of blueprint.wizard.
 * @return {Object} What the next step says.
 */
function setupWords( wizard ) {
	if ( wizard?.state === 'open' ) {
		return {
			title: __( 'Resume setting up your site', 'igny8' ),
			text: sprintf(
				/* translators: 1: number of the step, 2: number of steps, 3: how long ago. */
				__(
					'You were at step %1$d of %2$d, %3$s. All you entered is kept.',
					'igny8'
				),
				STEPS.indexOf( wizard.step ) + 1,
				STEPS.length,
				ago( wizard.updated_at )
			),
			action: (
				<Link variant="primary" to={ { view: 'setup' } }>
					{ __( 'Resume setup', 'igny8' ) }
				</Link>
			),
			more: <StartOver />,
		};
	}
	return {
		title: __( 'Set up your site', 'igny8' ),
		text: __(
			'Say what your business does. In six short steps you get topics, keywords, pages and a menu to look through. Nothing on your site changes before the last one.',
			'igny8'
		),
		action: (
			<Link variant="primary" to={ { view: 'setup' } }>
				{ __( 'Start the setup', 'igny8' ) }
			</Link>
		),
	};
}

function StartOver() {
	const [ isAsked, setIsAsked ] = useState( false );
	const reset = useAction( 'blueprint.reset_wizard' );
	const onConfirm = async () => {
		if ( await reset.run() ) {
			setIsAsked( false );
			refresh();
		}
	};
	return (
		<>
			<Button variant="tertiary" onClick={ () => setIsAsked( true ) }>
				{ __( 'Start over', 'igny8' ) }
			</Button>
			{ isAsked && (
				<Confirm
					title={ __( 'Start the setup over?', 'igny8' ) }
					confirm={ __( 'Start over', 'igny8' ) }
					isDestructive
					isBusy={ reset.isBusy }
					onConfirm={ onConfirm }
					onClose={ () => setIsAsked( false ) }
				>
					<p>
						{ __(
							'What you entered in the setup is forgotten. Your site stays as it is.',
							'igny8'
						) }
					</p>
				</Confirm>
			) }
		</>
	);
}

function words( { name, content, newest, active, wizard } ) {
	if ( ! newest && can( 'blueprint.save_wizard' ) ) {
		return setupWords( wizard );
	}
	switch ( name ) {
		case 'connect':
			return {
				title: __( 'Connect your engine', 'igny8' ),
				text: __(
					'The engine plans and writes your site. Enter its address and the key it made for you; both are on its first screen or in the message your agency sent.',
					'igny8'
				),
				action: can( 'engine.connect' ) && (
					<Button variant="primary" href={ site.urls.settings }>
						{ __( 'Connect the engine', 'igny8' ) }
					</Button>
				),
			};
		case 'plan':
			return {
				title: __( 'Plan your site', 'igny8' ),
				text: __(
					'Say what your business does. In a few seconds you get topics, keywords, pages and a menu to look through. Nothing on your site changes yet.',
					'igny8'
				),
				action: can( 'blueprint.create' ) && (
					<Link variant="primary" to={ { view: 'setup' } }>
						{ __( 'Start the plan', 'igny8' ) }
					</Link>
				),
			};
		case 'apply':
			return {
				title: active
					? __( 'Review your new plan', 'igny8' )
					: __( 'Review and apply your plan', 'igny8' ),
				text: sprintf(
					/* translators: 1: number of pages, 2: number of topics. */
					__(
						'The plan has %1$s pages on %2$s topics. Look through it, change what does not fit, and apply it. You can undo that.',
						'igny8'
					),
					number( newest?.pages ),
					number( newest?.clusters )
				),
				action: can( 'blueprint.apply' ) && (
					<Link variant="primary" to={ { view: 'review' } }>
						{ __( 'Review the plan', 'igny8' ) }
					</Link>
				),
				more: can( 'blueprint.create' ) && (
					<Link variant="tertiary" to={ { view: 'setup' } }>
						{ __( 'Change the plan', 'igny8' ) }
					</Link>
				),
			};
		case 'write':
			return writeWords( content );
		case 'publish':
			return {
				title: __( 'Publish the pages', 'igny8' ),
				text: sprintf(
					/* translators: %s: number of pages. */
					_n(
						'%s page is ready. Links between pages are placed while publishing.',
						'%s pages are ready. Links between pages are placed while publishing.',
						content.publishable,
						'igny8'
					),
					number( content.publishable )
				),
				action: can( 'content.publish' ) && (
					<Button variant="primary" href={ site.urls.content }>
						{ __( 'Review and publish', 'igny8' ) }
					</Button>
				),
			};
		default:
			return doneWords( content );
	}
}

function writeWords( content ) {
	const count = waiting( content );
	const failed = content?.by_status.failed ?? 0;
	const action = can( 'content.run' ) && (
		<Button variant="primary" href={ site.urls.content }>
			{ __( 'Go to the pages', 'igny8' ) }
		</Button>
	);
	if ( count === 0 && failed > 0 ) {
		return {
			title: __( 'Look at what failed', 'igny8' ),
			text: sprintf(
				/* translators: %s: number of pages. */
				_n(
					'%s page could not be written. The list says why, and you can try again.',
					'%s pages could not be written. The list says why, and you can try again.',
					failed,
					'igny8'
				),
				number( failed )
			),
			action,
		};
	}
	return {
		title: __( 'Write the pages', 'igny8' ),
		text: count
			? sprintf(
					/* translators: %s: number of pages. */
					_n(
						'%s planned page waits to be written. It becomes a draft first.',
						'%s planned pages wait to be written. They become drafts first.',
						count,
						'igny8'
					),
					number( count )
				)
			: __(
					'Turn the planned pages into drafts. You see each one before it is published.',
					'igny8'
				),
		action,
	};
}

function doneWords( content ) {
	const briefs = content?.briefs ?? 0;
	return {
		title: __( 'Your site stands', 'igny8' ),
		text: briefs
			? sprintf(
					/* translators: 1: number of published pages, 2: number of briefs. */
					_n(
						'%1$s pages are published. %2$s brief waits for a writer; complete it in the editor and publish it like any post.',
						'%1$s pages are published. %2$s briefs wait for a writer; complete them in the editor and publish them like any post.',
						briefs,
						'igny8'
					),
					number( content.published ),
					number( briefs )
				)
			: __(
					'Everything that was planned is published. Look at it as a visitor does, or plan more.',
					'igny8'
				),
		action: (
			<Button variant="primary" href={ site.urls.site } target="_blank">
				{ __( 'Visit your site', 'igny8' ) }
			</Button>
		),
		more: can( 'blueprint.create' ) && (
			<Link variant="tertiary" to={ { view: 'versions' } }>
				{ __( 'Plans', 'igny8' ) }
			</Link>
		),
	};
}
