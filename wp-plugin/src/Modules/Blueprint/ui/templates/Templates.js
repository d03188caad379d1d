// Settings → Sector templates: the site's own copies, to start, change, import, export and delete.
import { Button, Spinner } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';
import { read } from '../../../../../admin/api';
import Badge from '../../../../../admin/parts/Badge';
import Confirm from '../../../../../admin/parts/Confirm';
import EmptyState from '../../../../../admin/parts/EmptyState';
import ErrorNotice from '../../../../../admin/parts/ErrorNotice';
import Panel from '../../../../../admin/parts/Panel';
import { Link } from '../../../../../admin/parts/Screen';
import { refresh } from '../../../../../admin/refresh';
import { moment, number } from '../../../../../admin/times';
import useAction from '../../../../../admin/useAction';
import useOperation from '../../../../../admin/useOperation';
import useRoute from '../../../../../admin/useRoute';
import NewTemplate from './NewTemplate';
import TemplateEditor from './TemplateEditor';

export default function Templates() {
	const { route } = useRoute();
	return route.template ? (
		<TemplateEditor key={ route.template } slug={ route.template } />
	) : (
		<Overview />
	);
}

function Overview() {
	const { data, error, reload } = useOperation( 'blueprint.templates' );
	const [ asked, setAsked ] = useState( null );
	const [ deleted, setDeleted ] = useState( null );
	const remove = useAction( 'blueprint.delete_template' );
	const restore = useAction( 'blueprint.save_template' );
	const exporting = useAction( download );

	const onDelete = async () => {
		const result = await remove.run( { slug: asked.slug } );
		setAsked( null );
		if ( result ) {
			setDeleted( result.template );
			refresh();
		}
	};
	const onRestore = async () => {
		if ( await restore.run( { template: deleted } ) ) {
			setDeleted( null );
			refresh();
		}
	};
	return (
		<>
			<p className="igny8-lead">
				{ __(
					'A template says what visitors of a trade browse by. Change a copy of the engine’s, and this site’s next plan is made from yours.',
					'igny8'
				) }
			</p>
			<ErrorNotice error={ error } onRetry={ reload } />
			<ErrorNotice
				error={ remove.error ?? restore.error ?? exporting.error }
			/>
			{ deleted && (
				<div className="igny8-bar" role="status">
					<p className="igny8-bar__text">
						{ sprintf(
							/* translators: %s: name of a sector. */
							__( 'Your template of “%s” is deleted.', 'igny8' ),
							deleted.name
						) }
					</p>
					<Button
						variant="secondary"
						isBusy={ restore.isBusy }
						onClick={ onRestore }
					>
						{ __( 'Undo', 'igny8' ) }
					</Button>
				</div>
			) }
			<Panel title={ __( 'Your templates', 'igny8' ) } isFlush>
				{ ! data && ! error && <Spinner /> }
				{ data?.templates.length === 0 && (
					<EmptyState isSmall title={ __( 'None yet', 'igny8' ) }>
						{ __(
							'Plans are made from the engine’s templates. Start a copy below to change one.',
							'igny8'
						) }
					</EmptyState>
				) }
				<ul className="igny8-rows">
					{ data?.templates.map( ( template ) => (
						<Row
							key={ template.slug }
							template={ template }
							onExport={ () => exporting.run( template.slug ) }
							onDelete={ () => setAsked( template ) }
						/>
					) ) }
				</ul>
			</Panel>
			<NewTemplate own={ data?.templates ?? [] } />
			{ asked && (
				<Confirm
					title={ sprintf(
						/* translators: %s: name of a sector. */
						__( 'Delete your template of “%s”?', 'igny8' ),
						asked.name
					) }
					confirm={ __( 'Delete', 'igny8' ) }
					isDestructive
					isBusy={ remove.isBusy }
					onConfirm={ onDelete }
					onClose={ () => setAsked( null ) }
				>
					<p>
						{ __(
							'The engine’s template counts again, if it has one. Plans that are made stay as they are.',
							'igny8'
						) }
					</p>
				</Confirm>
			) }
		</>
	);
}

function Row( { template, onExport, onDelete } ) {
	const { slug, name, origin, attributes, values } = template;
	return (
		<li>
			<span className="igny8-rows__main">
				<Link to={ { tab: 'templates', template: slug } }>
					<strong>{ name }</strong>
				</Link>
				<span className="igny8-rows__note">
					{ sprintf(
						/* translators: 1: "9 attributes", 2: number of values, 3: date and time. */
						__( '%1$s, %2$s values · changed %3$s', 'igny8' ),
						sprintf(
							/* translators: %s: number of attributes. */
							_n(
								'%s attribute',
								'%s attributes',
								attributes,
								'igny8'
							),
							number( attributes )
						),
						number( values ),
						moment( template.updated_at )
					) }
				</span>
			</span>
			{ origin === 'ai_generated' && (
				<Badge label={ __( 'Written by AI', 'igny8' ) } />
			) }
			<span className="igny8-rows__action">
				<Button
					variant="tertiary"
					size="compact"
					onClick={ onExport }
					/* translators: %s: name of a sector. */
					aria-label={ sprintf( __( 'Export %s', 'igny8' ), name ) }
				>
					{ __( 'Export', 'igny8' ) }
				</Button>
				<Button
					variant="tertiary"
					size="compact"
					isDestructive
					onClick={ onDelete }
					/* translators: %s: name of a sector. */
					aria-label={ sprintf( __( 'Delete %s', 'igny8' ), name ) }
				>
					{ __( 'Delete', 'igny8' ) }
				</Button>
			</span>
		</li>
	);
}

/**
 * Hands the browser a template as a file.
 *
 * @param {string} slug
 */
async function download( slug ) {
	const { name, template } = await read( 'blueprint.export_template', {
		slug,
	} );
	const file = new Blob( [ JSON.stringify( template, null, '\t' ) ], {
		type: 'application/json',
	} );
	const link = document.createElement( 'a' );
	link.href = URL.createObjectURL( file );
	link.download = name;
	link.click();
	URL.revokeObjectURL( link.href );
}
