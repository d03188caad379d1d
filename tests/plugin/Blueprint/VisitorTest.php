<?php
/**
 * A visitor's view of a page that carries terms of the blueprint.
 *
 * @package Igny8
 */

namespace Igny8\Tests\Blueprint;

final class VisitorTest extends BlueprintTestCase {

	public function test_a_page_view_does_not_read_terms_that_nobody_shows(): void {
		register_taxonomy( 'igny8_size', array( 'page' ) );
		$page_id = wp_insert_post( array( 'post_type' => 'page', 'post_title' => 'Dog beds', 'post_status' => 'publish' ) );
		wp_set_object_terms( $page_id, array( 'Large' ), 'igny8_size' );
		wp_cache_flush();

		$query                   = new \WP_Query();
		$GLOBALS['wp_the_query'] = $query;
		$GLOBALS['wp_query']     = $query;
		$query->query( array( 'page_id' => $page_id ) );

		$this->assertSame( $page_id, $query->post->ID );
		$this->assertFalse( get_object_term_cache( $page_id, 'igny8_size' ) );
		$this->assertSame( array( 'Large' ), wp_list_pluck( get_the_terms( $page_id, 'igny8_size' ), 'name' ) );
	}
}
