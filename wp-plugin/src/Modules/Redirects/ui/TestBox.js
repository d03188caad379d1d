// The test box: what happens to a visitor of an address, and why.
import { Button, CheckboxControl, TextControl } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { read } from '../../../../admin/api';
import Badge from '../../../../admin/parts/Badge';
import ErrorNotice from '../../../../admin/parts/ErrorNotice';
import Panel from '../../../../admin/parts/Panel';
import useAction from '../../../../admin/useAction';
import { MATCHES, OUTCOMES } from './words';

const VISITOR = [
	[ 'role', __( 'Role', 'igny8' ) ],
	[ 'user_agent', __( 'Browser', 'igny8' ) ],
	[ 'referrer', __( 'Comes from', 'igny8' ) ],
	[ 'language', __( 'Language', 'igny8' ) ],
	[ 'cookie', __( 'Cookie', 'igny8' ) ],
];

const TONES = {
	redirect: 'done',
	wordpress: 'done',
	page: 'running',
	circle: 'failed',
	missing: 'failed',
};

export default function TestBox() {
	const [ input, setInput ] = useState( { url: '' } );
	const [ result, setResult ] = useState( null );
	const test = useAction( ( asked ) => read( 'redirects.test', asked ) );
	const set = ( name ) => ( value ) =>
		setInput( ( old ) => ( { ...old, [ name ]: value } ) );
	const onSubmit = async ( event ) => {
		event.preventDefault();
		const given = Object.entries( input ).filter(
			( [ , value ] ) => value
		);
		setResult( await test.run( Object.fromEntries( given ) ) );
	};
	return (
		<Panel
			title={ __( 'Test an address', 'igny8' ) }
			description={ __(
				'Which redirect fires, which do not and why, and where the visitor ends.',
				'igny8'
			) }
		>
			<form className="igny8-form" onSubmit={ onSubmit }>
				<div className="igny8-redirects__line">
					<TextControl
						__next40pxDefaultSize
						label={ __( 'Address', 'igny8' ) }
						placeholder="/old-page"
						dir="ltr"
						value={ input.url }
						onChange={ set( 'url' ) }
					/>
					<Button
						__next40pxDefaultSize
						variant="primary"
						type="submit"
						isBusy={ test.isBusy }
						disabled={ test.isBusy || ! input.url.trim() }
						accessibleWhenDisabled
					>
						{ __( 'Test', 'igny8' ) }
					</Button>
				</div>
				<details className="igny8-redirects__more">
					<summary>{ __( 'The visitor', 'igny8' ) }</summary>
					<CheckboxControl
						label={ __( 'Is logged in', 'igny8' ) }
						checked={ !! input.logged_in }
						onChange={ set( 'logged_in' ) }
					/>
					{ VISITOR.map( ( [ name, label ] ) => (
						<TextControl
							key={ name }
							__next40pxDefaultSize
							label={ label }
							value={ input[ name ] ?? '' }
							onChange={ set( name ) }
						/>
					) ) }
				</details>
			</form>
			<ErrorNotice error={ test.error } onDismiss={ test.clear } />
			<div role="status">{ result && <Answer result={ result } /> }</div>
		</Panel>
	);
}

function Answer( { result } ) {
	return (
		<div className="igny8-redirects__answer">
			<p>
				<Badge
					status={ TONES[ result.outcome ] ?? result.outcome }
					label={ OUTCOMES[ result.outcome ] }
				/>{ ' ' }
				{ result.message }
			</p>
			{ result.steps.length > 1 && (
				<ol>
					{ result.steps.map( ( { url } ) => (
						<li key={ url } dir="ltr">
							{ url }
						</li>
					) ) }
				</ol>
			) }
			{ result.considered.length > 0 && (
				<Considered rules={ result.considered } />
			) }
		</div>
	);
}

function Considered( { rules } ) {
	return (
		<table className="igny8-list widefat striped">
			<caption>
				{ __( 'Redirects that were considered', 'igny8' ) }
			</caption>
			<thead>
				<tr>
					<th scope="col">{ __( 'Number', 'igny8' ) }</th>
					<th scope="col">{ __( 'Old address', 'igny8' ) }</th>
					<th scope="col">{ __( 'Leads to', 'igny8' ) }</th>
					<th scope="col">{ __( 'Why, why not', 'igny8' ) }</th>
				</tr>
			</thead>
			<tbody>
				{ rules.map( ( rule ) => (
					<tr key={ rule.id }>
						<td>{ rule.id }</td>
						<td>
							<code>{ rule.source }</code>{ ' ' }
							{ rule.match !== 'exact' && MATCHES[ rule.match ] }
						</td>
						<td dir="auto">{ rule.target }</td>
						<td>
							{ rule.fires ? (
								<strong>{ rule.reason }</strong>
							) : (
								rule.reason
							) }
						</td>
					</tr>
				) ) }
			</tbody>
		</table>
	);
}
