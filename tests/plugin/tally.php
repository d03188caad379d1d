<?php
/**
 * Prints as JSON what a killed command may have made twice, and the owner's own posts, for test_kills.py.
 *
 * @package Igny8
 */

global $wpdb;

$igny8_links = array( 0 );
$igny8_lists = array( 0 );
foreach ( get_posts( array( 'post_type' => array( 'page', 'post' ), 'posts_per_page' => -1 ) ) as $igny8_post ) {
	preg_match_all( '/<a [^>]*href="([^"]+)"/', $igny8_post->post_content, $igny8_found );
	array_push( $igny8_links, ...array_values( array_count_values( $igny8_found[1] ) ) );
	$igny8_lists[] = preg_match_all( '/<div class="[^"]*igny8-linker-related/', $igny8_post->post_content );
}
$igny8_twice = array(
	'pages' => "SELECT meta_value FROM {$wpdb->postmeta} WHERE meta_key = '_igny8_page' GROUP BY meta_value HAVING COUNT(*) > 1",
	'posts' => "SELECT post_title FROM {$wpdb->posts} WHERE post_type IN ( 'page', 'post' ) GROUP BY post_title, post_type, post_parent HAVING COUNT(*) > 1",
	'terms' => "SELECT slug FROM {$wpdb->terms} JOIN {$wpdb->term_taxonomy} USING ( term_id ) WHERE taxonomy LIKE 'igny8%' GROUP BY slug, taxonomy HAVING COUNT(*) > 1",
);
echo wp_json_encode(
	array(
		'twice'         => array_map( static fn( string $query ) => count( $wpdb->get_results( $query ) ), $igny8_twice ),
		'menus'         => count( get_posts( array( 'post_type' => 'wp_navigation', 'post_status' => 'any' ) ) ),
		'related_lists' => max( $igny8_lists ),
		'same_links'    => max( $igny8_links ),
		'mine'          => array_map( static fn( int $id ) => array( get_post( $id )->post_content, get_post( $id )->post_status, get_post( $id )->post_modified ), array( 1, 2, 3 ) ), // Hello world!, Sample Page, Privacy Policy.
	)
);
