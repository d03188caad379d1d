<?php
/**
 * What WooCommerce knows about a product, for variables and social tags.
 *
 * @package Igny8
 */

namespace Igny8\Seo;

/**
 * Reads what a product's own page has loaded: its meta and terms. Without WooCommerce everything is empty.
 */
final class Product {

	private const AVAILABILITY = array(
		'instock'     => 'in stock',
		'outofstock'  => 'out of stock',
		'onbackorder' => 'available for order',
	);

	/**
	 * The page that stands for WooCommerce's archive of products: its title, text and values are those of the shop.
	 */
	public static function shop_page(): ?\WP_Post {
		$id = function_exists( 'wc_get_page_id' ) ? (int) wc_get_page_id( 'shop' ) : 0;
		return $id > 0 ? get_post( $id ) : null;
	}

	/**
	 * `price` as a visitor reads it, `sku` or `brand`; '' when it has none.
	 */
	public static function value( \WP_Post $post, string $name ): string {
		return match ( $name ) {
			'price' => self::price( $post ),
			'sku'   => (string) get_post_meta( $post->ID, '_sku', true ),
			'brand' => taxonomy_exists( 'product_brand' ) ? (string) ( PrimaryTerm::of( $post, 'product_brand' )->name ?? '' ) : '',
			default => '',
		};
	}

	/**
	 * Open Graph's properties of a product, as Facebook and Pinterest read them.
	 *
	 * @return array<string, string> Property → content.
	 */
	public static function properties( \WP_Post $post ): array {
		if ( ! function_exists( 'get_woocommerce_currency' ) ) {
			return array();
		}
		$price = (string) get_post_meta( $post->ID, '_price', true );
		return array_filter(
			array(
				'product:price:amount'     => $price,
				'product:price:currency'   => '' === $price ? '' : get_woocommerce_currency(),
				'product:availability'     => self::AVAILABILITY[ (string) get_post_meta( $post->ID, '_stock_status', true ) ] ?? '',
				'product:retailer_item_id' => self::value( $post, 'sku' ),
				'product:brand'            => self::value( $post, 'brand' ),
			),
			'strlen'
		);
	}

	private static function price( \WP_Post $post ): string {
		$price = (string) get_post_meta( $post->ID, '_price', true );
		return '' !== $price && function_exists( 'wc_price' ) ? Text::plain( wc_price( (float) $price ) ) : $price;
	}
}
