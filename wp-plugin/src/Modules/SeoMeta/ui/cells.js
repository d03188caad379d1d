// Cells of the list that are no texts: noindex, social image, problems.
import { Button, CheckboxControl } from '@wordpress/components';
import { useEffect, useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import Badge from '../../../../admin/parts/Badge';
import { choose, hasLibrary } from '../../../../admin/parts/MediaField';
import useAction from '../../../../admin/useAction';
import { parse } from '../editor/robots';
import { useChanges } from './useChanges';
import { PROBLEMS } from './words';

/**
 * @param {Object} props
 * @param {Object} props.item Row of seo-meta.list.
 */
export function Noindex( { item } ) {
	const { change } = useChanges();
	const [ wish, setWish ] = useState( null ); // Shown until the list has been read again.
	const toggle = useAction( ( isHidden ) => {
		if ( isHidden ) {
			return change( item, 'robots', 'add', 'noindex' );
		}
		// What its kind, or WordPress, says is taken back by the opposite.
		return parse( item.robots ).noindex
			? change( item, 'robots', 'remove', 'noindex' )
			: change( item, 'robots', 'add', 'index' );
	} );
	useEffect( () => setWish( null ), [ item.is_noindex, toggle.error ] );
	return (
		// eslint-disable-next-line jsx-a11y/no-static-element-interactions, jsx-a11y/click-events-have-key-events
		<div onClick={ ( event ) => event.stopPropagation() }>
			<CheckboxControl
				label={
					<>
						noindex
						<span className="screen-reader-text">
							{ ` – ${ item.name }` }
						</span>
					</>
				}
				checked={ wish ?? item.is_noindex }
				disabled={ ! item.may_edit }
				onChange={ ( isHidden ) => {
					setWish( isHidden );
					toggle.run( isHidden );
				} }
				help={ toggle.error?.message }
			/>
		</div>
	);
}

/**
 * @param {Object} props
 * @param {Object} props.item
 */
export function SocialImage( { item } ) {
	const { change } = useChanges();
	const save = useAction( ( value ) =>
		change( item, 'og_image', value ? 'set' : 'clear', value )
	);
	const title = sprintf(
		/* translators: %s: name of a page. */
		__( 'Social image of “%s”', 'igny8' ),
		item.name
	);
	return (
		// eslint-disable-next-line jsx-a11y/no-static-element-interactions, jsx-a11y/click-events-have-key-events
		<div
			className="igny8-imagecell"
			onClick={ ( event ) => event.stopPropagation() }
		>
			{ item.image_url && <img src={ item.image_url } alt="" /> }
			{ item.may_edit && hasLibrary() && (
				<Button
					size="small"
					variant="tertiary"
					aria-label={ `${ title }: ${ __( 'Choose', 'igny8' ) }` }
					onClick={ () => choose( title, save.run ) }
				>
					{ __( 'Choose', 'igny8' ) }
				</Button>
			) }
			{ item.may_edit && item.image && (
				<Button
					size="small"
					variant="tertiary"
					aria-label={ `${ title }: ${ __( 'Remove', 'igny8' ) }` }
					onClick={ () => save.run( '' ) }
				>
					{ __( 'Remove', 'igny8' ) }
				</Button>
			) }
		</div>
	);
}

/**
 * @param {Object} props
 * @param {Object} props.item
 */
export function Problems( { item } ) {
	const shown = item.problems.filter( ( problem ) => problem !== 'noindex' );
	return (
		<div className="igny8-problems">
			{ shown.map( ( problem ) => (
				<Badge
					key={ problem }
					status={
						problem.endsWith( '_missing' ) ? 'missing' : 'pending'
					}
					label={ PROBLEMS[ problem ] }
				/>
			) ) }
			{ item.is_noindex && (
				<Badge status="noindex" label={ PROBLEMS.noindex } />
			) }
		</div>
	);
}
