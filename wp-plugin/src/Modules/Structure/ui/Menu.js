// What visitors would see of a version: its menu, and the address of every page as a tree.
import { SearchControl, SelectControl, Spinner } from '@wordpress/components';
import { useDeferredValue, useState } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';
import Badge from '../../../../admin/parts/Badge';
import ErrorNotice from '../../../../admin/parts/ErrorNotice';
import Panel from '../../../../admin/parts/Panel';
import { number } from '../../../../admin/times';
import useOperation from '../../../../admin/useOperation';
import { PAGE_KINDS, options } from '../../../../admin/words';
import { fold } from './clusterTree';
import { withFolders } from './paths';
import { useStructure } from './useStructure';

export default function Menu() {
	const { asked } = useStructure();
	const input = { version: asked };
	const menu = useOperation( 'structure.menu', input );
	const urls = useOperation( 'structure.urls', input );
	return (
		<div className="igny8-columns is-even">
			<div>
				<Panel
					title={ __( 'Menu', 'igny8' ) }
					description={ __(
						'As it will be once the pages are published.',
						'igny8'
					) }
				>
					<ErrorNotice error={ menu.error } onRetry={ menu.reload } />
					{ menu.data ? (
						<MenuRows items={ menu.data.items } />
					) : (
						! menu.error && <Spinner />
					) }
				</Panel>
			</div>
			<div>
				<ErrorNotice error={ urls.error } onRetry={ urls.reload } />
				{ urls.data ? (
					<Addresses pages={ urls.data.pages } />
				) : (
					! urls.error && <Spinner />
				) }
			</div>
		</div>
	);
}

function MenuRows( { items } ) {
	return (
		<ul className="igny8-paths">
			{ items.map( ( { depth, label, path, page }, index ) => (
				<li
					key={ `${ index } ${ page }` }
					style={ { '--depth': depth } }
				>
					<span>{ label }</span>
					<code dir="ltr">{ path }</code>
				</li>
			) ) }
		</ul>
	);
}

function Addresses( { pages } ) {
	const [ search, setSearch ] = useState( '' );
	const [ kind, setKind ] = useState( '' );
	const words = fold( useDeferredValue( search ) );
	const shown = pages.filter(
		( page ) =>
			( ! kind || page.kind === kind ) &&
			( ! words ||
				fold( `${ page.path } ${ page.title }` ).includes( words ) )
	);
	return (
		<Panel
			title={ __( 'Addresses', 'igny8' ) }
			description={ sprintf(
				/* translators: %s: number of pages. */
				_n( '%s page', '%s pages', shown.length, 'igny8' ),
				number( shown.length )
			) }
		>
			<div className="igny8-toolbar is-inside">
				<SearchControl
					className="igny8-toolbar__search"
					label={ __( 'Search addresses', 'igny8' ) }
					placeholder={ __( 'Search addresses', 'igny8' ) }
					size="compact"
					value={ search }
					onChange={ setSearch }
				/>
				<SelectControl
					label={ __( 'Kind', 'igny8' ) }
					size="compact"
					value={ kind }
					options={ [
						{ value: '', label: __( 'All', 'igny8' ) },
						...options( PAGE_KINDS ),
					] }
					onChange={ setKind }
				/>
			</div>
			<ul className="igny8-paths is-addresses">
				{ withFolders( shown ).map( ( page ) => (
					<li
						key={ page.page || page.path }
						className={ page.kind ? undefined : 'is-folder' }
						style={ { '--depth': Math.max( 0, page.depth - 1 ) } }
					>
						<code dir="ltr">{ page.path }</code>
						{ page.kind && (
							<Badge
								label={ PAGE_KINDS[ page.kind ] ?? page.kind }
							/>
						) }
						{ page.title && (
							<span className="igny8-quiet">{ page.title }</span>
						) }
					</li>
				) ) }
			</ul>
		</Panel>
	);
}
