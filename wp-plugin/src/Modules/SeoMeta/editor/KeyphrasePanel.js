// Panel: what people search for when they should find this page; each phrase with the words that mean the same.
import {
	Button,
	FormTokenField,
	Notice,
	PanelBody,
	TextControl,
} from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { useFields } from '../../../../editor/host';
import { added, changed, focused, MOST_KEYPHRASES } from './keyphrases';
import { useLive } from './live/Live';
import Score from './Score';

export default function KeyphrasePanel() {
	const [ fields, change ] = useFields();
	const [ text, setText ] = useState( '' );
	const list = fields.keyphrases ?? [];
	const { analysis } = useLive();
	const set = ( keyphrases ) => change( { keyphrases } );
	const add = () => {
		set( added( list, text ) );
		setText( '' );
	};
	return (
		<PanelBody title={ __( 'Keyphrases', 'igny8' ) }>
			{ list.map( ( keyphrase, at ) => (
				<Keyphrase
					key={ at }
					keyphrase={ keyphrase }
					isFocus={ at === 0 }
					result={ analysis.result?.keyphrases[ at ] }
					uses={ analysis.uses.get( keyphrase.phrase ) ?? [] }
					onChange={ ( values ) =>
						set( changed( list, at, values ) )
					}
					onFocus={ () => set( focused( list, at ) ) }
					onRemove={ () =>
						set( list.filter( ( _, index ) => index !== at ) )
					}
				/>
			) ) }
			{ list.length < MOST_KEYPHRASES && (
				<div className="igny8-keyphrases__new">
					<TextControl
						label={
							list.length === 0
								? __( 'Focus keyphrase', 'igny8' )
								: __( 'Another keyphrase', 'igny8' )
						}
						help={ __(
							'What somebody types who should find this page. In quotes it is looked for word by word.',
							'igny8'
						) }
						value={ text }
						maxLength={ 200 }
						onChange={ setText }
						// No form of our own: a classic screen is one already.
						onKeyDown={ ( event ) => {
							if ( event.key === 'Enter' ) {
								event.preventDefault();
								add();
							}
						} }
						onBlur={ add }
						__next40pxDefaultSize
						__nextHasNoMarginBottom
					/>
					<Button
						variant="secondary"
						disabled={ ! text.trim() }
						accessibleWhenDisabled
						onClick={ add }
					>
						{ __( 'Add', 'igny8' ) }
					</Button>
				</div>
			) }
		</PanelBody>
	);
}

function Keyphrase( {
	keyphrase,
	isFocus,
	result,
	uses,
	onChange,
	onFocus,
	onRemove,
} ) {
	const { phrase, synonyms = [] } = keyphrase;
	return (
		<div className="igny8-keyphrases__one">
			<div className="igny8-keyphrases__head">
				<strong dir="auto">{ phrase }</strong>
				{ isFocus && <em>{ __( 'Focus', 'igny8' ) }</em> }
				<Score value={ result?.score ?? null } />
			</div>
			<FormTokenField
				label={ sprintf(
					/* translators: %s: a keyphrase. */
					__( 'Synonyms of “%s”', 'igny8' ),
					phrase
				) }
				value={ synonyms }
				maxLength={ 20 }
				onChange={ ( values ) => onChange( { synonyms: values } ) }
				help=""
				__next40pxDefaultSize
				__nextHasNoMarginBottom
			/>
			{ uses.length > 0 && (
				<Notice status="warning" isDismissible={ false }>
					{ __( 'Also the keyphrase of:', 'igny8' ) }
					<ul>
						{ uses.map( ( page ) => (
							<li key={ page.of }>
								<a href={ page.edit_url || page.url }>
									{ page.title || page.url }
								</a>
							</li>
						) ) }
					</ul>
				</Notice>
			) }
			<div className="igny8-keyphrases__buttons">
				{ ! isFocus && (
					<Button size="small" variant="tertiary" onClick={ onFocus }>
						{ __( 'Make it the focus', 'igny8' ) }
					</Button>
				) }
				<Button
					size="small"
					variant="tertiary"
					isDestructive
					aria-label={ sprintf(
						/* translators: %s: a keyphrase. */
						__( 'Remove “%s”', 'igny8' ),
						phrase
					) }
					onClick={ onRemove }
				>
					{ __( 'Remove', 'igny8' ) }
				</Button>
			</div>
		</div>
	);
}
