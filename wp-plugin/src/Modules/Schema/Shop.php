<?php
/**
 * A product of WooCommerce as schema.org has it: price, stock, codes, brand, variants, reviews.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Schema;

/**
 * Read only where a product of WooCommerce is shown. Says what its page shows: the price with or without tax as the shop
 * displays it, an end of a sale only where there is one, ratings only where they are switched on and given.
 */
final class Shop {

	private const MOST_VARIANTS = 30; // WooCommerce itself loads more than these (woocommerce_ajax_variation_threshold) only when a visitor chooses.

	private const MOST_REVIEWS = 5; // As WooCommerce: the newest, which the page shows first.

	/**
	 * What a variant may vary by, in Google's list (Product variants, "variesBy"), and words that shops call it by.
	 */
	private const VARIES_BY = array(
		'color'           => array( 'color', 'colour', 'farbe', 'couleur' ),
		'size'            => array( 'size', 'groesse', 'grosse', 'taille' ),
		'material'        => array( 'material', 'fabric', 'matiere' ),
		'pattern'         => array( 'pattern', 'muster', 'motif' ),
		'suggestedAge'    => array( 'age', 'age-group' ),
		'suggestedGender' => array( 'gender' ),
	);

	/**
	 * @return array<string, mixed>
	 */
	public static function node( Page $page, \WC_Product $product ): array {
		$variants = $product instanceof \WC_Product_Variable ? $product->get_children() : array();
		$is_group = array() !== $variants && count( $variants ) <= self::MOST_VARIANTS;
		return array(
			'@type'            => $is_group ? 'ProductGroup' : 'Product',
			'@id'              => $page->id( 'product' ),
			'name'             => Page::text( $product->get_name(), 500 ),
			'description'      => Page::text( $product->get_short_description() ?: $product->get_description(), 2000 ),
			'url'              => $page->url(),
			'image'            => self::images( $page, $product ),
			'brand'            => self::brand( $product ),
			'mainEntityOfPage' => array( '@id' => $page->id( 'webpage' ) ),
		) + self::codes( $product ) + self::ratings( $product ) + ( $is_group ? self::group( $page, $product ) : array( 'offers' => self::offers( $page, $product ) ) );
	}

	/**
	 * @return array<string, string>
	 */
	private static function codes( \WC_Product $product ): array {
		$gtin = preg_replace( '/\D/', '', (string) ( is_callable( array( $product, 'get_global_unique_id' ) ) ? $product->get_global_unique_id() : '' ) );
		return array(
			'sku'  => (string) $product->get_sku(),
			'gtin' => in_array( strlen( $gtin ), array( 8, 12, 13, 14 ), true ) ? $gtin : '', // The lengths there are (GS1 General Specifications, 3.3).
		);
	}

	/**
	 * @return list<array<string, mixed>>
	 */
	private static function images( Page $page, \WC_Product $product ): array {
		$image = $product->get_image_id() ? Page::image( (int) $product->get_image_id() ) : array();
		$main  = $page->main_image();
		return array_values( array_filter( array( $image && ( $main['url'] ?? '' ) === $image['url'] ? array( '@id' => $main['@id'] ) : $image ) ) );
	}

	/**
	 * @return array<string, string>|null
	 */
	private static function brand( \WC_Product $product ): ?array {
		$terms = taxonomy_exists( 'product_brand' ) ? get_the_terms( $product->get_parent_id() ?: $product->get_id(), 'product_brand' ) : false;
		return is_array( $terms ) && $terms ? array( '@type' => 'Brand', 'name' => Page::text( current( $terms )->name, 200 ) ) : null;
	}

	/**
	 * One offer, or from–to where the page shows a range.
	 *
	 * @return array<string, mixed>|null Null without a price.
	 */
	private static function offers( Page $page, \WC_Product $product ): ?array {
		if ( $product instanceof \WC_Product_Variable ) {
			$prices = $product->get_variation_prices( true )['price'];
			return array() === $prices ? null : array(
				'@type'         => 'AggregateOffer',
				'lowPrice'      => self::money( min( $prices ) ),
				'highPrice'     => self::money( max( $prices ) ),
				'offerCount'    => count( $prices ),
				'priceCurrency' => get_woocommerce_currency(),
				'availability'  => self::availability( $product ),
				'url'           => $page->url(),
			);
		}
		if ( $product instanceof \WC_Product_Grouped ) {
			$prices = array_filter( array_map( static fn( $id ) => ( $child = wc_get_product( $id ) ) && '' !== $child->get_price() ? wc_get_price_to_display( $child ) : null, $product->get_children() ), 'is_numeric' );
			return array() === $prices ? null : array( '@type' => 'AggregateOffer', 'lowPrice' => self::money( min( $prices ) ), 'highPrice' => self::money( max( $prices ) ), 'offerCount' => count( $prices ), 'priceCurrency' => get_woocommerce_currency() );
		}
		return self::offer( $product, $page->url() );
	}

	/**
	 * @return array<string, mixed>|null
	 */
	private static function offer( \WC_Product $product, string $url ): ?array {
		if ( '' === (string) $product->get_price() ) {
			return null;
		}
		$ends = $product->is_on_sale() ? $product->get_date_on_sale_to() : null;
		return array(
			'@type'              => 'Offer',
			'price'              => self::money( wc_get_price_to_display( $product ) ),
			'priceCurrency'      => get_woocommerce_currency(),
			'priceValidUntil'    => $ends ? $ends->date( 'Y-m-d' ) : '',
			'priceSpecification' => ! $product->is_on_sale() || '' === (string) $product->get_regular_price() ? null : array(
				'@type'         => 'UnitPriceSpecification',
				'priceType'     => 'https://schema.org/StrikethroughPrice', // Google, "Sale pricing": the price that stands crossed out.
				'price'         => self::money( wc_get_price_to_display( $product, array( 'price' => $product->get_regular_price() ) ) ),
				'priceCurrency' => get_woocommerce_currency(),
			),
			'availability'       => self::availability( $product ),
			'itemCondition'      => 'https://schema.org/NewCondition',
			'url'                => $url,
			'seller'             => array( '@id' => Page::site_id( 'organization' ) ),
		);
	}

	/**
	 * The variants of a product, each with its own offer.
	 *
	 * @return array<string, mixed>
	 */
	private static function group( Page $page, \WC_Product_Variable $product ): array {
		$varies   = array();
		$variants = array();
		foreach ( $product->get_available_variations( 'objects' ) as $variant ) {
			$values = array();
			foreach ( $variant->get_attributes() as $name => $value ) {
				$property = self::varies_by( (string) $name );
				if ( '' !== $property && is_string( $value ) && '' !== $value ) {
					$varies[ $property ] = "https://schema.org/{$property}";
					$values[ $property ] = Page::text( $variant->get_attribute( $name ) ?: $value, 200 );
				}
			}
			$variants[] = array(
				'@type' => 'Product',
				'@id'   => $page->id( 'variant-' . $variant->get_id() ),
				'name'  => Page::text( $variant->get_name(), 500 ),
				'image' => $variant->get_image_id() ? Page::image( (int) $variant->get_image_id() ) : null,
				'offers' => self::offer( $variant, $variant->get_permalink() ),
			) + self::codes( $variant ) + $values;
		}
		return array(
			'productGroupID' => (string) ( $product->get_sku() ?: $product->get_id() ),
			'variesBy'       => array_values( $varies ),
			'hasVariant'     => array_values( array_filter( $variants, static fn( array $variant ) => null !== $variant['offers'] ) ),
		);
	}

	private static function varies_by( string $attribute ): string {
		$word = strtolower( preg_replace( '/^pa_/', '', $attribute ) );
		foreach ( self::VARIES_BY as $property => $words ) {
			if ( in_array( $word, $words, true ) ) {
				return $property;
			}
		}
		return '';
	}

	/**
	 * @return array<string, mixed>
	 */
	private static function ratings( \WC_Product $product ): array {
		if ( ! wc_review_ratings_enabled() || ! $product->get_reviews_allowed() || $product->get_rating_count() < 1 ) {
			return array();
		}
		return array(
			'aggregateRating' => array(
				'@type'       => 'AggregateRating',
				'ratingValue' => (float) $product->get_average_rating(),
				'ratingCount' => (int) $product->get_rating_count(),
				'reviewCount' => (int) $product->get_review_count(),
				'bestRating'  => 5,
				'worstRating' => 1,
			),
			'review'          => array_map( array( self::class, 'review' ), self::comments( $product ) ),
		);
	}

	/**
	 * @return list<\WP_Comment>
	 */
	private static function comments( \WC_Product $product ): array {
		return get_comments(
			array(
				'number'     => self::MOST_REVIEWS,
				'post_id'    => $product->get_id(),
				'status'     => 'approve',
				'type'       => 'review',
				'parent'     => 0,
				'meta_query' => array( array( 'key' => 'rating', 'type' => 'NUMERIC', 'compare' => '>', 'value' => 0 ) ), // phpcs:ignore WordPress.DB.SlowDBQuery -- Of one product's comments, five at most.
			)
		);
	}

	/**
	 * @return array<string, mixed>
	 */
	private static function review( \WP_Comment $comment ): array {
		return array(
			'@type'         => 'Review',
			'author'        => array( '@type' => 'Person', 'name' => Page::text( get_comment_author( $comment ), 200 ) ),
			'datePublished' => mysql2date( 'Y-m-d', $comment->comment_date ),
			'reviewBody'    => Page::text( $comment->comment_content, 1000 ),
			'reviewRating'  => array( '@type' => 'Rating', 'ratingValue' => (int) get_comment_meta( (int) $comment->comment_ID, 'rating', true ), 'bestRating' => 5, 'worstRating' => 1 ),
		);
	}

	private static function availability( \WC_Product $product ): string {
		return 'https://schema.org/' . match ( $product->get_stock_status() ) {
			'instock'     => 'InStock',
			'onbackorder' => 'BackOrder',
			default       => 'OutOfStock',
		};
	}

	/**
	 * With the decimals the shop shows, as a decimal point number.
	 */
	private static function money( mixed $price ): string {
		return (string) wc_format_decimal( $price, wc_get_price_decimals() );
	}
}
