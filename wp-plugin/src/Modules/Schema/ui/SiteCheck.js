// Checks the graphs of all posts, and lists the pages that Google would complain of.
import { Button } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import EmptyState from '../../../../admin/parts/EmptyState';
import ErrorNotice from '../../../../admin/parts/ErrorNotice';
import Panel from '../../../../admin/parts/Panel';
import Progress from '../../../../admin/parts/Progress';
import { number } from '../../../../admin/times';
import useSteps from '../../../../admin/useSteps';

export default function SiteCheck() {
	const check = useSteps( 'schema.check_site' );
	const { result, progress } = check;
	return (
		<Panel
			title={ __( 'Check the whole site', 'igny8' ) }
			description={ __(
				'Holds what every post says against what Google requires.',
				'igny8'
			) }
			actions={
				<Button
					variant="secondary"
					disabled={ check.isBusy }
					accessibleWhenDisabled
					onClick={ () => check.start() }
				>
					{ __( 'Check all posts', 'igny8' ) }
				</Button>
			}
		>
			{ check.isBusy && (
				<Progress
					title={ __( 'Checking', 'igny8' ) }
					done={ progress?.done ?? 0 }
					total={ progress?.total ?? 0 }
					onCancel={ check.stop }
					isCancelling={ check.isStopping }
				/>
			) }
			<ErrorNotice error={ check.error } onDismiss={ check.clear } />
			{ ! check.isBusy && result && <Found result={ result } /> }
		</Panel>
	);
}

function Found( { result } ) {
	if ( result.pages.length === 0 ) {
		return (
			<EmptyState
				isSmall
				title={ __( 'Nothing required is missing', 'igny8' ) }
			>
				{ sprintf(
					/* translators: %s: number of posts. */
					__( '%s posts were checked.', 'igny8' ),
					number( result.done )
				) }
			</EmptyState>
		);
	}
	return (
		<ul className="igny8-schema-pages">
			{ result.pages.map(
				( { id, title, errors, message, edit_url: url } ) => (
					<li key={ id }>
						<a href={ url }>{ title || `#${ id }` }</a>
						<span>
							{ errors > 1
								? sprintf(
										/* translators: 1: an error, 2: how many more there are. */
										__( '%1$s And %2$d more.', 'igny8' ),
										message,
										errors - 1
									)
								: message }
						</span>
					</li>
				)
			) }
		</ul>
	);
}
