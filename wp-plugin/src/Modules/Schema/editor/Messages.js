// What the check has found: errors first, each with where Google says so; and the graph itself, on demand.
import { Button, ExternalLink, Notice } from '@wordpress/components';
import { useId, useState } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';

/**
 * @param {Object} props
 * @param {Object} props.check Of useCheck.
 */
export default function Messages( { check } ) {
	const { result, error } = check;
	if ( error ) {
		return (
			<Notice status="error" isDismissible={ false }>
				{ error.message }
			</Notice>
		);
	}
	if ( ! result ) {
		return null;
	}
	const errors = result.messages.filter( ( { level } ) => level === 'error' );
	const hints = result.messages.filter( ( { level } ) => level === 'hint' );
	return (
		<div aria-live="polite">
			{ errors.length === 0 && (
				<Notice status="success" isDismissible={ false }>
					{ __(
						'Nothing that Google requires is missing.',
						'igny8'
					) }
				</Notice>
			) }
			{ errors.length > 0 && (
				<Notice status="error" isDismissible={ false }>
					<List messages={ errors } />
				</Notice>
			) }
			{ hints.length > 0 && <Hints messages={ hints } /> }
			<Graph graph={ result.graph } />
		</div>
	);
}

function Hints( { messages } ) {
	const label = sprintf(
		/* translators: %d: how many recommendations. */
		_n(
			'%d recommendation',
			'%d recommendations',
			messages.length,
			'igny8'
		),
		messages.length
	);
	return (
		<Expand label={ label }>
			<List messages={ messages } />
		</Expand>
	);
}

function Graph( { graph } ) {
	return (
		<Expand label={ __( 'What the page says, as JSON', 'igny8' ) }>
			<pre
				className="igny8-schema__graph"
				// It scrolls, so the keyboard must reach it.
				tabIndex={ 0 }
				dir="ltr"
			>
				{ JSON.stringify( graph, null, 1 ) }
			</pre>
		</Expand>
	);
}

function Expand( { label, children } ) {
	const [ isOpen, setIsOpen ] = useState( false );
	const id = useId();
	return (
		<div className="igny8-schema__expand">
			<Button
				variant="link"
				aria-expanded={ isOpen }
				aria-controls={ isOpen ? id : undefined }
				onClick={ () => setIsOpen( ! isOpen ) }
			>
				{ label }
			</Button>
			{ isOpen && <div id={ id }>{ children }</div> }
		</div>
	);
}

function List( { messages } ) {
	return (
		<ul className="igny8-schema__messages">
			{ messages.map( ( { message, type, property, source }, index ) => (
				<li key={ `${ type } ${ property } ${ index }` }>
					{ message }{ ' ' }
					{ source && (
						<ExternalLink href={ source }>
							{ __( 'Source', 'igny8' ) }
						</ExternalLink>
					) }
				</li>
			) ) }
		</ul>
	);
}
