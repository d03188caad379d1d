<?php
/**
 * A product: WooCommerce's own, or what the owner has filled in.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Schema\Pieces;

use Igny8\Modules\Schema\Page;
use Igny8\Modules\Schema\Piece;
use Igny8\Modules\Schema\Shop;

final class Product implements Piece {

	public function is_needed( Page $page ): bool {
		return 'Product' === $page->main_type();
	}

	public function piece( Page $page ): array {
		$product = 'product' === $page->post->post_type && function_exists( 'wc_get_product' ) ? wc_get_product( $page->post ) : null;
		return $product instanceof \WC_Product ? Shop::node( $page, $product ) : Described::node( $page, 'Product' );
	}
}
