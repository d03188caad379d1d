<?php
/**
 * What the block igny8/breadcrumbs shows: of the page, or of the post whose context it stands in.
 *
 * @package Igny8
 */

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

// phpcs:ignore WordPress.Security.EscapeOutput -- Escaped by Trail.
echo \Igny8\Modules\SeoMeta\Trail::html( \Igny8\Modules\SeoMeta\Trail::subject( $block ), get_block_wrapper_attributes() );
