// Compares pages before and after, and switches over.
import { Button, Notice } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import Confirm from '../../../../admin/parts/Confirm';
import ErrorNotice from '../../../../admin/parts/ErrorNotice';
import MetricCards from '../../../../admin/parts/MetricCards';
import Panel from '../../../../admin/parts/Panel';
import { refresh } from '../../../../admin/refresh';
import { can } from '../../../../admin/site';
import useAction from '../../../../admin/useAction';
import Page from './Page';
import { VERDICTS } from './words';

/**
 * @param {Object} props
 * @param {Object} props.source One of import.detect.
 */
export default function Comparison( { source } ) {
	const verify = useAction( 'import.verify' );
	const finish = useAction( 'import.finish' );
	const [ report, setReport ] = useState( null );
	const [ isAsking, setIsAsking ] = useState( false );
	const onFinish = async () => {
		const done = await finish.run( { source: source.source } );
		setIsAsking( false );
		if ( done ) {
			refresh();
		}
	};
	return (
		<>
			<ErrorNotice error={ verify.error } onDismiss={ verify.clear } />
			<ErrorNotice error={ finish.error } onDismiss={ finish.clear } />
			{ source.is_switched && (
				<Notice status="success" isDismissible={ false }>
					{ sprintf(
						/* translators: %s: name of a plugin. */
						__(
							'You have switched over: IGNY8 speaks to search engines now. The data of %s is still there.',
							'igny8'
						),
						source.name
					) }
				</Notice>
			) }
			<Panel
				title={ __( 'Compare', 'igny8' ) }
				description={ __(
					'Your site opens some of its pages twice, with the other plugin’s head and with ours. Visitors notice nothing.',
					'igny8'
				) }
				actions={
					<div className="igny8-import__buttons">
						<Button
							variant={ report ? 'secondary' : 'primary' }
							isBusy={ verify.isBusy }
							disabled={ verify.isBusy }
							accessibleWhenDisabled
							onClick={ async () =>
								setReport(
									await verify.run( {
										source: source.source,
									} )
								)
							}
						>
							{ __( 'Compare pages', 'igny8' ) }
						</Button>
						{ source.is_active && can( 'import.finish' ) && (
							<Button
								variant={ report ? 'primary' : 'secondary' }
								onClick={ () => setIsAsking( true ) }
							>
								{ __( 'Switch over', 'igny8' ) }
							</Button>
						) }
					</div>
				}
			>
				{ report ? (
					<Report report={ report } />
				) : (
					<p>
						{ __(
							'Nothing was compared yet in this visit.',
							'igny8'
						) }
					</p>
				) }
			</Panel>
			{ isAsking && (
				<Confirm
					title={ sprintf(
						/* translators: %s: name of a plugin. */
						__( 'Deactivate %s?', 'igny8' ),
						source.name
					) }
					confirm={ __( 'Switch over', 'igny8' ) }
					isBusy={ finish.isBusy }
					onConfirm={ onFinish }
					onClose={ () => setIsAsking( false ) }
				>
					<p>
						{ __(
							'From then on IGNY8 prints titles, descriptions and schema. The other plugin’s data stays, and a rollback activates it again.',
							'igny8'
						) }
					</p>
				</Confirm>
			) }
		</>
	);
}

function Report( { report } ) {
	return (
		<>
			{ report.method === 'stored' && (
				<Notice status="warning" isDismissible={ false }>
					{ sprintf(
						/* translators: %s: why pages could not be opened. */
						__(
							'%s What it has stored was compared with our head instead.',
							'igny8'
						),
						report.reason
					) }
				</Notice>
			) }
			<MetricCards
				label={ __( 'What the comparison found', 'igny8' ) }
				metrics={ [
					{
						label: __( 'Pages', 'igny8' ),
						value: report.compared,
					},
					...Object.entries( VERDICTS ).map(
						( [ verdict, label ] ) => ( {
							label,
							value: report[ verdict ],
						} )
					),
				] }
			/>
			<ul className="igny8-import__pages">
				{ report.pages.map( ( page ) => (
					<li key={ page.object }>
						<Page page={ page } />
					</li>
				) ) }
			</ul>
		</>
	);
}
