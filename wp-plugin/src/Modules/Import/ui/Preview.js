// What an import would bring: figures, pages before and after, values of one's own, what cannot be taken; and its button.
import {
	Button,
	CheckboxControl,
	Notice,
	RadioControl,
	Spinner,
} from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';
import ErrorNotice from '../../../../admin/parts/ErrorNotice';
import MetricCards from '../../../../admin/parts/MetricCards';
import Panel from '../../../../admin/parts/Panel';
import { number } from '../../../../admin/times';
import useOperation from '../../../../admin/useOperation';
import Notes from './Notes';
import Page from './Page';
import Scroll from './Scroll';
import { KINDS } from './words';

/**
 * @param {Object}   props
 * @param {Object}   props.source One of import.detect.
 * @param {?Object}  props.result Of a rollback that has just ended.
 * @param {Function} props.onRun  Gets `{existing, parts}`.
 */
export default function Preview( { source, result, onRun } ) {
	const [ existing, setExisting ] = useState( 'keep' );
	const { data, error, isLoading, reload } = useOperation( 'import.preview', {
		source: source.source,
		existing,
	} );
	const [ parts, setParts ] = useState( Object.keys( KINDS ) );
	if ( ! data ) {
		return error ? (
			<ErrorNotice error={ error } onRetry={ reload } />
		) : (
			<p role="status">
				<Spinner />
				{ __( 'Looking through the data…', 'igny8' ) }
			</p>
		);
	}
	return (
		<>
			{ result && <RolledBack result={ result } /> }
			<MetricCards
				label={ __( 'What there is to import', 'igny8' ) }
				metrics={ Object.entries( KINDS ).map(
					( [ kind, label ] ) => ( {
						label,
						value: data.counts[ kind ],
					} )
				) }
			/>
			<Panel
				title={ __( 'Import', 'igny8' ) }
				description={
					source.is_active
						? __(
								'Everything can be rolled back. Your pages change only when you switch over; redirects work at once.',
								'igny8'
							)
						: __(
								'Everything can be rolled back. No other SEO plugin is active, so your pages change at once.',
								'igny8'
							)
				}
			>
				<fieldset className="igny8-import__parts">
					<legend>{ __( 'What to take along', 'igny8' ) }</legend>
					{ Object.entries( KINDS )
						.filter( ( [ kind ] ) => data.counts[ kind ] > 0 )
						.map( ( [ kind, label ] ) => (
							<CheckboxControl
								key={ kind }
								label={ label }
								checked={ parts.includes( kind ) }
								onChange={ ( isOn ) =>
									setParts(
										isOn
											? [ ...parts, kind ]
											: parts.filter(
													( part ) => part !== kind
												)
									)
								}
							/>
						) ) }
				</fieldset>
				{ data.conflicts > 0 && (
					<RadioControl
						label={ sprintf(
							/* translators: %s: number of pages and settings. */
							_n(
								'%s page or setting has another value here already',
								'%s pages or settings have other values here already',
								data.conflicts,
								'igny8'
							),
							number( data.conflicts )
						) }
						selected={ existing }
						options={ [
							{
								label: __( 'Keep mine', 'igny8' ),
								value: 'keep',
							},
							{
								label: __( 'Take the other plugin’s', 'igny8' ),
								value: 'overwrite',
							},
						] }
						onChange={ setExisting }
					/>
				) }
				<Button
					variant="primary"
					disabled={ parts.length === 0 }
					accessibleWhenDisabled
					onClick={ () => onRun( { existing, parts } ) }
				>
					{ sprintf(
						/* translators: %s: name of a plugin. */
						__( 'Import from %s', 'igny8' ),
						source.name
					) }
				</Button>
			</Panel>
			<ErrorNotice error={ error } onRetry={ reload } />
			<Sample
				data={ data }
				name={ source.name }
				isLoading={ isLoading }
			/>
			{ data.conflict_list.length > 0 && (
				<Panel title={ __( 'Different values', 'igny8' ) } isFlush>
					<Scroll label={ __( 'Different values', 'igny8' ) }>
						<table className="igny8-import__table">
							<thead>
								<tr>
									<th scope="col">
										{ __( 'Where', 'igny8' ) }
									</th>
									<th scope="col">
										{ __( 'Yours', 'igny8' ) }
									</th>
									<th scope="col">{ source.name }</th>
								</tr>
							</thead>
							<tbody>
								{ data.conflict_list.map(
									( { object, field, ours, theirs } ) => (
										<tr key={ `${ object } ${ field }` }>
											<th scope="row">
												{ `${ object } ${ field }` }
											</th>
											<td dir="auto">{ ours }</td>
											<td dir="auto">{ theirs }</td>
										</tr>
									)
								) }
							</tbody>
						</table>
					</Scroll>
				</Panel>
			) }
			<Notes notes={ data.notes } />
			{ ! data.is_complete && (
				<p>
					{ sprintf(
						/* translators: %s: number of objects. */
						__(
							'Your site is large: differences and losses were looked for in the first %s objects only.',
							'igny8'
						),
						number( data.looked_at )
					) }
				</p>
			) }
		</>
	);
}

function Sample( { data, name, isLoading } ) {
	if ( data.sample.length === 0 ) {
		return null;
	}
	return (
		<Panel
			title={ __( 'Pages before and after', 'igny8' ) }
			description={ sprintf(
				/* translators: %s: name of a plugin. */
				__(
					'What search engines read now, from %s, and what they would read from IGNY8. Nothing is changed for this.',
					'igny8'
				),
				name
			) }
			actions={ isLoading && <Spinner /> }
		>
			{ data.reason !== '' && (
				<Notice status="warning" isDismissible={ false }>
					{ sprintf(
						/* translators: %s: why pages could not be opened. */
						__(
							'%s Before is then what the plugin has stored, with its variables filled in by IGNY8; its own defaults are not among it.',
							'igny8'
						),
						data.reason
					) }
				</Notice>
			) }
			<ul className="igny8-import__pages" aria-busy={ isLoading }>
				{ data.sample.map( ( page ) => (
					<li key={ page.object }>
						<Page page={ page } showsAll>
							<p className="igny8-import__where">
								<a href={ page.url }>{ page.url }</a>
								{ ' · ' }
								{ page.seen === 'page'
									? __( 'Read from the page itself', 'igny8' )
									: __( 'From what is stored', 'igny8' ) }
							</p>
						</Page>
					</li>
				) ) }
			</ul>
		</Panel>
	);
}

function RolledBack( { result } ) {
	const edited = result.edited ?? [];
	return (
		<Notice
			status={ edited.length > 0 ? 'warning' : 'success' }
			isDismissible={ false }
		>
			<p>
				{ __( 'Everything is as it was before the import.', 'igny8' ) }
			</p>
			{ edited.length > 0 && (
				<>
					<p>
						{ __(
							'What you have edited since was kept:',
							'igny8'
						) }
					</p>
					<ul>
						{ edited.map( ( { object, field } ) => (
							<li key={ `${ object } ${ field }` }>
								{ `${ object } ${ field }` }
							</li>
						) ) }
					</ul>
				</>
			) }
		</Notice>
	);
}
