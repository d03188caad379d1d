// How a link to the page will look on a social network.
import { __ } from '@wordpress/i18n';

/**
 * @param {Object}  props
 * @param {string}  props.network     Its name, for people who do not see the card.
 * @param {string}  props.title
 * @param {string}  props.description
 * @param {?Object} props.image       `{ url, width, height, alt }`
 * @param {string}  props.host        `example.com`
 * @param {boolean} [props.isSmall]   With a small square image beside the text.
 */
export default function SocialCard( {
	network,
	title,
	description,
	image,
	host,
	isSmall = false,
} ) {
	return (
		<figure
			className={ `igny8-card ${ isSmall ? 'is-small' : '' }` }
			aria-label={ network }
		>
			{ image?.url ? (
				<img src={ image.url } alt={ image.alt ?? '' } />
			) : (
				<div className="igny8-card__blank">
					{ __( 'No image', 'igny8' ) }
				</div>
			) }
			<figcaption dir="auto">
				<span className="igny8-card__host" dir="ltr">
					{ host }
				</span>
				<strong>{ title }</strong>
				<span className="igny8-card__text">{ description }</span>
			</figcaption>
		</figure>
	);
}
