// While another SEO plugin is active: which of the two prints, and the ways on.
import { Button } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import ErrorNotice from '../../../../admin/parts/ErrorNotice';
import { refresh } from '../../../../admin/refresh';
import { can, site } from '../../../../admin/site';
import useAction from '../../../../admin/useAction';

/**
 * @param {Object}  props
 * @param {?Object} props.summary Of seo-meta.summary.
 */
export default function OtherPlugin( { summary } ) {
	const save = useAction( 'engine.save_settings' );
	const other = summary?.other_plugin;
	if ( ! other?.slug ) {
		return null;
	}
	const takesOver = other.output === 'take_over';
	const onSwitch = async () => {
		const output = takesOver ? 'yield' : 'take_over';
		if ( await save.run( { module: 'seo-meta', values: { output } } ) ) {
			refresh();
		}
	};
	return (
		<section
			className="igny8-bar"
			aria-label={ __( 'Another SEO plugin', 'igny8' ) }
		>
			<p className="igny8-bar__text" role="status">
				<strong>
					{ sprintf(
						/* translators: %s: name of a plugin. */
						__( '%s is active too.', 'igny8' ),
						other.name
					) }
				</strong>{ ' ' }
				{ takesOver
					? __(
							'IGNY8 prints titles and tags; the other plugin is kept silent. You can deactivate it when you like.',
							'igny8'
						)
					: __(
							'It prints titles and tags, and IGNY8 prints nothing, so that no page has them twice. What you change here takes effect when IGNY8 takes over.',
							'igny8'
						) }
			</p>
			<div className="igny8-bar__actions">
				{ site.urls.import && (
					<Button
						variant="primary"
						size="compact"
						href={ site.urls.import }
					>
						{ __( 'Import its data', 'igny8' ) }
					</Button>
				) }
				{ can( 'engine.save_settings' ) && (
					<Button
						variant="secondary"
						size="compact"
						isBusy={ save.isBusy }
						disabled={ save.isBusy }
						accessibleWhenDisabled
						onClick={ onSwitch }
					>
						{ takesOver
							? sprintf(
									/* translators: %s: name of a plugin. */
									__( 'Let %s print again', 'igny8' ),
									other.name
								)
							: __( 'Take over', 'igny8' ) }
					</Button>
				) }
			</div>
			<ErrorNotice error={ save.error } onDismiss={ save.clear } />
		</section>
	);
}
