// Step 2: what the site is called, what it is about and in which language.
import {
	Button,
	SelectControl,
	TextControl,
	TextareaControl,
} from '@wordpress/components';
import { useRef, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { plus } from '@wordpress/icons';
import Panel from '../../../../../admin/parts/Panel';
import { site } from '../../../../../admin/site';
import useDelayed from '../../../../../admin/useDelayed';
import useOperation from '../../../../../admin/useOperation';
import { SITE_TYPES, options } from '../../../../../admin/words';
import SectorPicker from '../SectorPicker';
import ConnectPanel from './ConnectPanel';
import StepButtons from './StepButtons';
import { siteFaults } from './steps';

const LOCALES = [ 'en_US', 'en_GB', 'es_ES', 'de_DE' ]; // Languages the engine has phrase patterns for.
const PAUSE_MS = 400;

export default function SiteStep( { record, set, open, engine, isConnected } ) {
	const [ isChecked, setIsChecked ] = useState( false );
	const form = useRef();
	const faults = siteFaults( { record, isConnected } );
	const shown = isChecked ? faults : {};

	const check = () => {
		setIsChecked( true );
		const isRight = Object.keys( faults ).length === 0;
		if ( ! isRight ) {
			// After the message has been drawn, so that it is read with the field.
			setTimeout( () =>
				form.current.querySelector( '[aria-invalid="true"]' )?.focus()
			);
		}
		return isRight;
	};
	return (
		<>
			<div ref={ form } className="igny8-form igny8-wizard__narrow">
				<Panel>
					<TextControl
						className={ shown.name ? 'has-error' : '' }
						label={ __( 'Name of the business or site', 'igny8' ) }
						help={
							shown.name ? __( 'Give it a name.', 'igny8' ) : ''
						}
						value={ record.site_name }
						maxLength={ 120 }
						aria-invalid={ !! shown.name }
						required
						onChange={ ( name ) => set( { site_name: name } ) }
					/>
					{ isConnected ? (
						<Trades
							record={ record }
							set={ set }
							isMissing={ !! shown.sectors }
						/>
					) : (
						<TextareaControl
							className={ shown.sectors ? 'has-error' : '' }
							label={ __( 'What do you do?', 'igny8' ) }
							help={
								shown.sectors
									? __(
											'Say it in a few words, or connect the engine below and choose your trades.',
											'igny8'
										)
									: __(
											'In your own words: what you sell or do, for whom, where. As soon as the engine is connected, your trades are found from this.',
											'igny8'
										)
							}
							rows={ 3 }
							value={ record.words }
							maxLength={ 2000 }
							aria-invalid={ !! shown.sectors }
							onChange={ ( words ) => set( { words } ) }
						/>
					) }
					<div className="igny8-form__grid">
						<SelectControl
							label={ __( 'Kind of site', 'igny8' ) }
							help={ __(
								'Decides which pages sell: shop categories, service and booking pages, or pricing.',
								'igny8'
							) }
							value={ record.site_type }
							options={ [
								{
									value: '',
									label: __(
										'What is usual for the trade',
										'igny8'
									),
								},
								...options( SITE_TYPES ),
							] }
							onChange={ ( type ) => set( { site_type: type } ) }
						/>
						<SelectControl
							label={ __( 'Language', 'igny8' ) }
							help={ __(
								'Keywords and titles are made in it.',
								'igny8'
							) }
							value={ record.locale }
							options={ locales( record.locale ) }
							onChange={ ( locale ) => set( { locale } ) }
						/>
					</div>
				</Panel>
				{ ! isConnected && (
					<ConnectPanel
						engine={ engine }
						why={ __(
							'To choose from the trades it knows, connect your engine. What you typed above is kept.',
							'igny8'
						) }
					/>
				) }
			</div>
			<StepButtons
				step="site"
				record={ record }
				open={ open }
				check={ check }
			/>
		</>
	);
}

function Trades( { record, set, isMissing } ) {
	const industries = useOperation( 'engine.industries' );
	const words = useDelayed( record.words, PAUSE_MS );
	const isWanted = record.sectors.length === 0;
	const { data } = useOperation(
		'blueprint.match_sectors',
		{ text: words, limit: 5 },
		isWanted
	);
	const found = isWanted ? ( data?.matches ?? [] ) : [];
	const choose = ( sectors ) =>
		set( {
			sectors: sectors.map( ( { slug, name } ) => ( { slug, name } ) ),
		} );
	return (
		<>
			<SelectControl
				label={ __( 'Industry', 'igny8' ) }
				value={ record.industry }
				options={ [
					{ value: '', label: __( 'All industries', 'igny8' ) },
					...( industries.data?.industries ?? [] ).map(
						( { slug, name } ) => ( { value: slug, label: name } )
					),
				] }
				onChange={ ( industry ) => set( { industry } ) }
			/>
			<SectorPicker
				sectors={ record.sectors }
				industry={ record.industry }
				onChange={ choose }
				isMissing={ isMissing }
			/>
			{ found.length > 0 && (
				<div className="igny8-suggestions">
					<p id="igny8-suggestions">
						{ record.words
							? __( 'Found from what you said:', 'igny8' )
							: __( 'Your site sounds like:', 'igny8' ) }
					</p>
					<ul aria-labelledby="igny8-suggestions">
						{ found.map( ( { sector, name } ) => (
							<li key={ sector }>
								<Button
									variant="secondary"
									size="compact"
									icon={ plus }
									onClick={ () =>
										choose( [
											...record.sectors,
											{ slug: sector, name },
										] )
									}
								>
									{ name }
								</Button>
							</li>
						) ) }
					</ul>
				</div>
			) }
		</>
	);
}

/**
 * @param {string} chosen
 * @return {Array<{value: string, label: string}>} Languages by name, the site's and the chosen one among them.
 */
function locales( chosen ) {
	const known = new Set( [ ...LOCALES, chosen ] );
	if ( site.siteLocale ) {
		known.add( site.siteLocale.split( '_' ).slice( 0, 2 ).join( '_' ) );
	}
	const names = new Intl.DisplayNames(
		[ document.documentElement.lang || 'en' ],
		{ type: 'language' }
	);
	return [ ...known ].map( ( value ) => ( {
		value,
		label: nameOf( names, value ),
	} ) );
}

function nameOf( names, locale ) {
	try {
		return names.of( locale.replaceAll( '_', '-' ) );
	} catch {
		return locale; // A variant of WordPress' own that browsers have no name for.
	}
}
