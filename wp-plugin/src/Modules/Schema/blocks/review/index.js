// The review block: what is reviewed, the rating in stars and words, the verdict, what is good and what is not.
import {
	InspectorControls,
	PlainText,
	RichText,
	useBlockProps,
} from '@wordpress/block-editor';
import { PanelBody, RangeControl, SelectControl } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import metadata from './block.json';

// What Google shows reviews of; the same list as Pieces\Review::THINGS.
const THINGS = [
	{ value: 'Product', label: __( 'A product', 'igny8' ) },
	{ value: 'Book', label: __( 'A book', 'igny8' ) },
	{ value: 'Course', label: __( 'A course', 'igny8' ) },
	{ value: 'Event', label: __( 'An event', 'igny8' ) },
	{ value: 'Game', label: __( 'A game', 'igny8' ) },
	{ value: 'LocalBusiness', label: __( 'A local business', 'igny8' ) },
	{ value: 'Movie', label: __( 'A film', 'igny8' ) },
	{ value: 'MusicRecording', label: __( 'A recording', 'igny8' ) },
	{ value: 'MusicPlaylist', label: __( 'A playlist', 'igny8' ) },
	{ value: 'MediaObject', label: __( 'A podcast or video', 'igny8' ) },
	{ value: 'Organization', label: __( 'An organisation', 'igny8' ) },
	{ value: 'Recipe', label: __( 'A recipe', 'igny8' ) },
	{ value: 'SoftwareApplication', label: __( 'Software', 'igny8' ) },
];

function Edit( { attributes, setAttributes } ) {
	const { item, itemType, rating, summary, pros, cons } = attributes;
	const notes = ( name, words ) => ( value ) =>
		setAttributes( {
			[ name ]: value,
			[ `${ name }Text` ]: value.trim() ? words : '',
		} );
	return (
		<>
			<InspectorControls>
				<PanelBody title={ __( 'Review', 'igny8' ) }>
					<SelectControl
						label={ __( 'What is reviewed', 'igny8' ) }
						value={ itemType }
						options={ THINGS }
						onChange={ ( value ) =>
							setAttributes( { itemType: value } )
						}
						__nextHasNoMarginBottom
						__next40pxDefaultSize
					/>
					<RangeControl
						label={ __( 'Rating', 'igny8' ) }
						help={ __(
							'Of five stars. Without one, search engines are told nothing.',
							'igny8'
						) }
						min={ 0 }
						max={ 5 }
						step={ 0.5 }
						value={ rating }
						onChange={ ( value ) =>
							setAttributes( rated( value ) )
						}
						__nextHasNoMarginBottom
						__next40pxDefaultSize
					/>
				</PanelBody>
			</InspectorControls>
			<div { ...useBlockProps() }>
				<RichText
					tagName="p"
					className="wp-block-igny8-review__item"
					aria-label={ __( 'Name of what is reviewed', 'igny8' ) }
					placeholder={ __( 'Name of what is reviewed', 'igny8' ) }
					value={ item }
					allowedFormats={ [] }
					onChange={ ( value ) => setAttributes( { item: value } ) }
				/>
				<Rating { ...attributes } />
				<RichText
					tagName="p"
					className="wp-block-igny8-review__summary"
					aria-label={ __( 'Your verdict', 'igny8' ) }
					placeholder={ __( 'Your verdict', 'igny8' ) }
					value={ summary }
					onChange={ ( value ) =>
						setAttributes( { summary: value } )
					}
				/>
				<PlainText
					aria-label={ __( 'What is good, one a line', 'igny8' ) }
					placeholder={ __( 'What is good, one a line', 'igny8' ) }
					value={ pros }
					onChange={ notes( 'pros', __( 'Good', 'igny8' ) ) }
				/>
				<PlainText
					aria-label={ __( 'What is not, one a line', 'igny8' ) }
					placeholder={ __( 'What is not, one a line', 'igny8' ) }
					value={ cons }
					onChange={ notes( 'cons', __( 'Not so good', 'igny8' ) ) }
				/>
			</div>
		</>
	);
}

/**
 * The words are stored: a block must not change with the language of who looks at it.
 *
 * @param {?number} rating
 * @return {Object} Attributes.
 */
function rated( rating ) {
	return {
		rating: rating || 0,
		ratingText: rating
			? /* translators: %s: a number of stars, such as 4.5. */
				sprintf( __( 'Rated %s out of 5', 'igny8' ), rating )
			: '',
	};
}

function Rating( { rating, ratingText } ) {
	if ( ! ratingText ) {
		return null;
	}
	const whole = Math.floor( rating );
	const stars =
		'★'.repeat( whole ) +
		( rating > whole ? '½' : '' ) +
		'☆'.repeat( 5 - Math.ceil( rating ) );
	return (
		<p className="wp-block-igny8-review__rating">
			<span aria-hidden="true">{ stars }</span> { ratingText }
		</p>
	);
}

function Notes( { text, notes, className } ) {
	const lines = notes.split( '\n' ).filter( ( line ) => line.trim() );
	return (
		lines.length > 0 && (
			<div className={ className }>
				<p>
					<strong>{ text }</strong>
				</p>
				<ul>
					{ lines.map( ( line, index ) => (
						<li key={ index }>{ line }</li>
					) ) }
				</ul>
			</div>
		)
	);
}

function save( { attributes } ) {
	const { item, summary, pros, prosText, cons, consText } = attributes;
	return (
		<div { ...useBlockProps.save() }>
			{ item && (
				<p className="wp-block-igny8-review__item">
					<RichText.Content tagName="strong" value={ item } />
				</p>
			) }
			<Rating { ...attributes } />
			{ summary && (
				<RichText.Content
					tagName="p"
					className="wp-block-igny8-review__summary"
					value={ summary }
				/>
			) }
			<Notes
				text={ prosText }
				notes={ pros }
				className="wp-block-igny8-review__pros"
			/>
			<Notes
				text={ consText }
				notes={ cons }
				className="wp-block-igny8-review__cons"
			/>
		</div>
	);
}

export default { metadata, settings: { edit: Edit, save } };
