// Settings → Titles: the templates of every kind of page, with a preview on a real one.
import { TextControl } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import ErrorNotice from '../../../../../admin/parts/ErrorNotice';
import Panel from '../../../../../admin/parts/Panel';
import { Link } from '../../../../../admin/parts/Screen';
import SettingsForm, { bind } from '../../../../../admin/parts/SettingsForm';
import useOperation from '../../../../../admin/useOperation';
import useRoute from '../../../../../admin/useRoute';
import useSettings, { at } from '../../../../../admin/useSettings';
import Kind from './Kind';

const GROUPS = {
	home: __( 'Home', 'igny8' ),
	post: __( 'Content', 'igny8' ),
	term: __( 'Taxonomies', 'igny8' ),
	archive: __( 'Archives', 'igny8' ),
	other: __( 'Other pages', 'igny8' ),
};

export default function Titles() {
	const settings = useSettings( 'seo-meta', 'titles' );
	const { route } = useRoute();
	const { data, error, reload } = useOperation( 'seo-meta.kinds' );
	const kinds = data?.kinds ?? [];
	const kind =
		kinds.find( ( { kind: name } ) => name === route.kind ) ??
		kinds.find( ( { kind: name } ) => name === 'post:post' ) ??
		kinds[ 0 ];
	return (
		<SettingsForm settings={ settings }>
			<ErrorNotice error={ error } onRetry={ reload } />
			<Panel>
				<TextControl
					{ ...bind(
						settings,
						[ 'separator' ],
						__(
							'Stands between the parts of a title wherever a template says {separator}.',
							'igny8'
						)
					) }
					label={ __( 'Separator', 'igny8' ) }
					className="igny8-settings__short"
				/>
			</Panel>
			{ kind && (
				<div className="igny8-kinds">
					<Kinds
						kinds={ kinds }
						current={ kind.kind }
						titles={ settings.values?.titles }
					/>
					<Kind
						key={ kind.kind }
						kind={ kind }
						settings={ settings }
					/>
				</div>
			) }
		</SettingsForm>
	);
}

function Kinds( { kinds, current, titles } ) {
	const groups = Object.entries( GROUPS ).map( ( [ group, title ] ) => [
		title,
		kinds.filter( ( kind ) => groupOf( kind ) === group ),
	] );
	return (
		<nav
			className="igny8-kinds__list"
			aria-label={ __( 'Kinds of page', 'igny8' ) }
		>
			{ groups
				.filter( ( [ , list ] ) => list.length > 0 )
				.map( ( [ title, list ] ) => (
					<div key={ title }>
						<h2>{ title }</h2>
						<ul>
							{ list.map( ( { kind, label } ) => (
								<li key={ kind }>
									<Link
										to={ { tab: 'titles', kind } }
										aria-current={
											kind === current
												? 'page'
												: undefined
										}
									>
										{ label }
										{ isChanged( titles, kind ) && (
											<span className="igny8-mark">
												{ __( 'changed', 'igny8' ) }
											</span>
										) }
									</Link>
								</li>
							) ) }
						</ul>
					</div>
				) ) }
		</nav>
	);
}

const groupOf = ( { group } ) => ( group in GROUPS ? group : 'other' );

const isChanged = ( titles, kind ) =>
	Object.values( at( titles, [ kind ] ) ?? {} ).some( Boolean );
