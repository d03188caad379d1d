// One template: its names, and its attributes, each folded to a line that opens into a table of values.
import {
	Button,
	SelectControl,
	Spinner,
	TextControl,
	TextareaControl,
} from '@wordpress/components';
import { useEffect, useRef, useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { Icon, chevronDown, chevronUp } from '@wordpress/icons';
import Badge from '../../../../../admin/parts/Badge';
import ErrorNotice from '../../../../../admin/parts/ErrorNotice';
import Panel from '../../../../../admin/parts/Panel';
import { Link } from '../../../../../admin/parts/Screen';
import { refresh } from '../../../../../admin/refresh';
import { number } from '../../../../../admin/times';
import useAction from '../../../../../admin/useAction';
import useOperation from '../../../../../admin/useOperation';
import { go } from '../../../../../admin/useRoute';
import { LEVELS, ROLES, options } from '../../../../../admin/words';
import { slugOf } from '../wizard/edits';
import ValueTable, { JOINTS } from './ValueTable';
import { toRows, toTemplate, unknownSlugs } from './rows';

const LIST = { tab: 'templates' };

/**
 * @param {Object} props
 * @param {string} props.slug Of the sector.
 */
export default function TemplateEditor( { slug } ) {
	const { data, error, reload } = useOperation( 'blueprint.template', {
		slug,
	} );
	const [ rows, setRows ] = useState( null );
	const [ isChanged, setIsChanged ] = useState( false );
	const [ isOpen, setIsOpen ] = useState( null );
	const heading = useRef();
	const notice = useRef();
	const save = useAction( 'blueprint.save_template' );

	useEffect( () => {
		if ( data && ! isChanged ) {
			setRows( toRows( data.template ) );
		}
	}, [ data, isChanged ] );
	const isThere = !! rows;
	useEffect( () => {
		heading.current?.focus();
	}, [ isThere ] );
	useEffect( () => {
		notice.current?.scrollIntoView( { block: 'nearest' } );
	}, [ save.error ] );

	if ( ! rows ) {
		return error ? (
			<ErrorNotice error={ error } onRetry={ reload } />
		) : (
			<Spinner />
		);
	}
	const change = ( patch ) => {
		setIsChanged( true );
		setRows( ( old ) => ( { ...old, ...patch } ) );
	};
	const setAttribute = ( key, patch ) =>
		change( {
			attributes: rows.attributes.map( ( attribute ) =>
				attribute.key === key ? { ...attribute, ...patch } : attribute
			),
		} );
	const addAttribute = () => {
		const key = Date.now();
		const taken = rows.attributes.map( ( attribute ) => attribute.slug );
		change( {
			attributes: [
				...rows.attributes,
				{
					key,
					slug: slugOf( 'attribute', taken ),
					isNew: true,
					name: '',
					level: 'secondary',
					role: 'feature',
					joint: 'prefix',
					is_owner_supplied: false,
					values: [],
				},
			],
		} );
		setIsOpen( key );
	};
	const onSave = async () => {
		if ( await save.run( { template: settled( rows ) } ) ) {
			setIsChanged( false );
			refresh();
			go( LIST );
		}
	};
	const unknown = unknownSlugs( rows );
	return (
		<div className="igny8-template igny8-form">
			<p>
				<Link to={ LIST }>{ __( '← All templates', 'igny8' ) }</Link>
			</p>
			<h2 ref={ heading } tabIndex={ -1 } className="igny8-wizard__title">
				{ rows.name }{ ' ' }
				<Badge
					label={
						data?.is_own
							? __( 'Yours', 'igny8' )
							: __( 'The engine’s', 'igny8' )
					}
				/>
			</h2>
			<div ref={ notice }>
				<ErrorNotice error={ save.error } onDismiss={ save.clear } />
			</div>
			<Panel>
				<div className="igny8-form__grid">
					<TextControl
						label={ __( 'Name', 'igny8' ) }
						value={ rows.name }
						maxLength={ 60 }
						onChange={ ( name ) => change( { name } ) }
					/>
					<TextControl
						label={ __( 'One of what it sells', 'igny8' ) }
						help={ __( 'In mid-sentence: “dog supply”.', 'igny8' ) }
						value={ rows.noun.singular }
						onChange={ ( singular ) =>
							change( { noun: { ...rows.noun, singular } } )
						}
					/>
					<TextControl
						label={ __( 'Several', 'igny8' ) }
						help={ __( '“dog supplies”.', 'igny8' ) }
						value={ rows.noun.plural }
						onChange={ ( plural ) =>
							change( { noun: { ...rows.noun, plural } } )
						}
					/>
				</div>
				<TextareaControl
					label={ __( 'Other names people use', 'igny8' ) }
					help={ __( 'With commas between.', 'igny8' ) }
					rows={ 2 }
					value={ rows.aliases }
					onChange={ ( aliases ) => change( { aliases } ) }
				/>
			</Panel>
			<Panel title={ __( 'Attributes', 'igny8' ) } isFlush>
				<ul className="igny8-folds">
					{ rows.attributes.map( ( attribute ) => (
						<li key={ attribute.key }>
							<Attribute
								attribute={ attribute }
								isOpen={ isOpen === attribute.key }
								onOpen={ () =>
									setIsOpen(
										isOpen === attribute.key
											? null
											: attribute.key
									)
								}
								onChange={ ( patch ) =>
									setAttribute( attribute.key, patch )
								}
								onRemove={ () =>
									change( {
										attributes: rows.attributes.filter(
											( { key } ) => key !== attribute.key
										),
									} )
								}
							/>
						</li>
					) ) }
				</ul>
				<div className="igny8-folds__foot">
					<Button variant="secondary" onClick={ addAttribute }>
						{ __( 'Add an attribute', 'igny8' ) }
					</Button>
				</div>
			</Panel>
			{ unknown.length > 0 && (
				<p className="igny8-template__hint" role="status">
					{ sprintf(
						/* translators: %s: slugs of values. */
						__(
							'“Only with” names values that are not here: %s',
							'igny8'
						),
						unknown.join( ', ' )
					) }
				</p>
			) }
			<div className="igny8-wizard__buttons">
				<Link variant="tertiary" to={ LIST }>
					{ __( 'Cancel', 'igny8' ) }
				</Link>
				<span className="igny8-wizard__forward">
					<Button
						variant="primary"
						onClick={ onSave }
						isBusy={ save.isBusy }
						disabled={ save.isBusy || ! isChanged }
						accessibleWhenDisabled
					>
						{ data?.is_own
							? __( 'Save', 'igny8' )
							: __( 'Save as my own', 'igny8' ) }
					</Button>
				</span>
			</div>
		</div>
	);
}

/**
 * @param {Object} rows
 * @return {Object} The template; new attributes get their slug from their name.
 */
function settled( rows ) {
	const taken = rows.attributes
		.filter( ( { isNew } ) => ! isNew )
		.map( ( { slug } ) => slug );
	return toTemplate( {
		...rows,
		attributes: rows.attributes.map( ( { isNew, ...attribute } ) => {
			if ( ! isNew ) {
				return attribute;
			}
			const slug = slugOf( attribute.name, taken );
			taken.push( slug );
			return { ...attribute, slug };
		} ),
	} );
}

function Attribute( { attribute, isOpen, onOpen, onChange, onRemove } ) {
	const { key, name, level, role, joint, values } = attribute;
	const id = `igny8-attribute-${ key }`;
	return (
		<>
			<h3>
				<button
					type="button"
					className="igny8-fold"
					aria-expanded={ isOpen }
					aria-controls={ id }
					onClick={ onOpen }
				>
					<span className="igny8-fold__name">
						{ name || __( 'New attribute', 'igny8' ) }
					</span>
					<span className="igny8-fold__note">
						{ LEVELS[ level ] } · { ROLES[ role ] } ·{ ' ' }
						{ sprintf(
							/* translators: %s: number of values. */
							__( '%s values', 'igny8' ),
							number( values.length )
						) }
					</span>
					<Icon icon={ isOpen ? chevronUp : chevronDown } />
				</button>
			</h3>
			<div id={ id } hidden={ ! isOpen } className="igny8-fold__body">
				{ isOpen && (
					<>
						<div className="igny8-form__grid is-four">
							<TextControl
								label={ __( 'Name', 'igny8' ) }
								value={ name }
								maxLength={ 60 }
								onChange={ ( value ) =>
									onChange( { name: value } )
								}
							/>
							<SelectControl
								label={ __( 'Level', 'igny8' ) }
								value={ level }
								options={ options( LEVELS ) }
								onChange={ ( value ) =>
									onChange( { level: value } )
								}
							/>
							<SelectControl
								label={ __( 'What kind', 'igny8' ) }
								value={ role }
								options={ options( ROLES ) }
								onChange={ ( value ) =>
									onChange( { role: value } )
								}
							/>
							<SelectControl
								label={ __( 'In a phrase', 'igny8' ) }
								value={ joint ?? 'prefix' }
								options={ options( JOINTS ) }
								onChange={ ( value ) =>
									onChange( { joint: value } )
								}
							/>
						</div>
						<ValueTable
							name={ name }
							values={ values }
							onChange={ ( next ) =>
								onChange( { values: next } )
							}
						/>
						<Button
							variant="tertiary"
							isDestructive
							onClick={ onRemove }
						>
							{ __( 'Remove this attribute', 'igny8' ) }
						</Button>
					</>
				) }
			</div>
		</>
	);
}
