// What the sitemap holds now: figures, files by kind, what stands in its way, and building and checking it.
import { Button, ExternalLink, Notice } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import ErrorNotice from '../../../../admin/parts/ErrorNotice';
import MetricCards from '../../../../admin/parts/MetricCards';
import Panel from '../../../../admin/parts/Panel';
import Progress from '../../../../admin/parts/Progress';
import { ago, number } from '../../../../admin/times';
import useSteps from '../../../../admin/useSteps';

const SHOWN = 20; // Problems listed; all of them are in WP-CLI.

/**
 * @param {Object}   props
 * @param {Object}   props.status   Of sitemap.status.
 * @param {Function} props.onChange Reads it again.
 */
export default function State( { status, onChange } ) {
	const rebuild = useSteps( 'sitemap.rebuild' );
	const check = useSteps( 'sitemap.check' );
	const isBusy = rebuild.isBusy || check.isBusy;
	return (
		<Panel
			title={ __( 'Your sitemap', 'igny8' ) }
			description={
				<ExternalLink href={ status.url }>{ status.url }</ExternalLink>
			}
			actions={
				<>
					<Button
						variant="secondary"
						disabled={ isBusy }
						accessibleWhenDisabled
						onClick={ () => check.start() }
					>
						{ __( 'Check every address', 'igny8' ) }
					</Button>{ ' ' }
					<Button
						variant="tertiary"
						disabled={ isBusy }
						accessibleWhenDisabled
						onClick={ () => rebuild.start().then( onChange ) }
					>
						{ __( 'Rebuild', 'igny8' ) }
					</Button>
				</>
			}
		>
			{ status.obstacles.map( ( text ) => (
				<Notice key={ text } status="warning" isDismissible={ false }>
					{ text }
				</Notice>
			) ) }
			<Step
				steps={ rebuild }
				title={ __( 'Building the sitemap', 'igny8' ) }
			/>
			<Step
				steps={ check }
				title={ __( 'Checking every address', 'igny8' ) }
			/>
			<Result check={ check } />
			<MetricCards
				label={ __( 'Sitemap', 'igny8' ) }
				metrics={ [
					{
						label: __( 'Addresses', 'igny8' ),
						value: status.urls,
					},
					{
						label: __( 'Files', 'igny8' ),
						value: status.files,
						note: status.changed_at
							? sprintf(
									/* translators: %s: time ago, such as "5 minutes ago". */
									__( 'changed %s', 'igny8' ),
									ago( status.changed_at )
								)
							: undefined,
					},
				] }
			/>
			<Kinds kinds={ status.kinds } />
		</Panel>
	);
}

function Step( { steps, title } ) {
	const { isBusy, progress, error, stop, clear } = steps;
	return (
		<>
			{ isBusy && (
				<Progress
					title={ title }
					done={ progress?.done ?? 0 }
					total={ progress?.total ?? 0 }
					note={ __(
						'You can leave this page; it goes on by itself.',
						'igny8'
					) }
					onCancel={ stop }
					cancel={ __( 'Stop', 'igny8' ) }
					isCancelling={ steps.isStopping }
				/>
			) }
			<ErrorNotice error={ error } onDismiss={ clear } />
		</>
	);
}

function Result( { check } ) {
	const { result, isBusy, clear } = check;
	if ( ! result || isBusy || result.remaining > 0 ) {
		return null;
	}
	const { problems, done } = result;
	return (
		<Notice
			status={ problems.length > 0 ? 'warning' : 'success' }
			onRemove={ clear }
		>
			<p>
				{ problems.length > 0
					? sprintf(
							/* translators: 1: number of addresses, 2: number of problems. */
							__(
								'%1$s addresses checked, %2$s do not belong in the sitemap as they are.',
								'igny8'
							),
							number( done ),
							number( problems.length )
						)
					: sprintf(
							/* translators: %s: number of addresses. */
							__(
								'%s addresses checked: each leads to its page, may be indexed and is canonical.',
								'igny8'
							),
							number( done )
						) }
			</p>
			{ problems.length > 0 && (
				<ul className="igny8-sitemap__problems">
					{ problems.slice( 0, SHOWN ).map( ( { url, problem } ) => (
						<li key={ url }>
							<a href={ url }>{ url }</a> { problem }
						</li>
					) ) }
				</ul>
			) }
		</Notice>
	);
}

function Kinds( { kinds } ) {
	if ( kinds.length === 0 ) {
		return (
			<p>
				{ __(
					'Nothing is listed. Choose below what search engines may find.',
					'igny8'
				) }
			</p>
		);
	}
	return (
		<table className="igny8-sitemap__kinds">
			<thead>
				<tr>
					<th scope="col">{ __( 'Listed', 'igny8' ) }</th>
					<th scope="col">{ __( 'Addresses', 'igny8' ) }</th>
					<th scope="col">{ __( 'Files', 'igny8' ) }</th>
					<th scope="col">{ __( 'Last change', 'igny8' ) }</th>
				</tr>
			</thead>
			<tbody>
				{ kinds.map( ( row ) => (
					<tr key={ `${ row.kind } ${ row.subtype }` }>
						<th scope="row">
							<a href={ row.url }>{ row.label }</a>
						</th>
						<td>{ number( row.urls ) }</td>
						<td>{ number( row.files ) }</td>
						<td>{ ago( row.lastmod ) }</td>
					</tr>
				) ) }
			</tbody>
		</table>
	);
}
