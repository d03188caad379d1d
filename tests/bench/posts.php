<?php
/**
 * Fills a site for a bench: `wp eval-file posts.php <count> [<first>]` adds that many published posts with terms.
 *
 * Rows are written as WordPress would, past its hooks: 100,000 posts take seconds. The same count gives the same site.
 */

const BATCH = 1000;
const DAY_S = 86400;

/**
 * Three paragraphs about what the number says, as blocks.
 */
function bench_content( int $number ): string {
	$words = array( 'garden', 'kitchen', 'window', 'winter', 'summer', 'leather', 'wooden', 'bright', 'quiet', 'small', 'family', 'travel' );
	$text  = '';
	for ( $paragraph = 0; $paragraph < 3; $paragraph++ ) {
		$line = array();
		for ( $word = 0; $word < 60; $word++ ) {
			$line[] = $words[ ( $number * 7 + $paragraph * 13 + $word * ( 1 + $number % 5 ) ) % count( $words ) ];
		}
		$text .= "<!-- wp:paragraph -->\n<p>" . ucfirst( implode( ' ', $line ) ) . ".</p>\n<!-- /wp:paragraph -->\n\n";
	}
	return $text;
}

/**
 * @return list<int> Term taxonomy ids of ten terms.
 */
function bench_terms( string $taxonomy, string $label ): array {
	$ids = array();
	for ( $number = 1; $number <= 10; $number++ ) {
		$term  = get_term_by( 'slug', sanitize_title( "{$label} {$number}" ), $taxonomy, ARRAY_A ) ?: wp_insert_term( "{$label} {$number}", $taxonomy );
		$ids[] = (int) $term['term_taxonomy_id'];
	}
	return $ids;
}

global $wpdb;
$count      = (int) ( $args[0] ?? 2000 );
$first      = (int) ( $args[1] ?? 1 );
$categories = bench_terms( 'category', 'Subject' );
$tags       = bench_terms( 'post_tag', 'Mark' );
$start_s    = strtotime( '2026-10-01 12:00:00 UTC' );
$fields     = array( 'post_author', 'post_date', 'post_date_gmt', 'post_content', 'post_title', 'post_excerpt', 'post_status', 'post_name', 'to_ping', 'pinged', 'post_modified', 'post_modified_gmt', 'post_content_filtered', 'post_type' );
for ( $from = $first; $from < $first + $count; $from += BATCH ) {
	$rows = array();
	$size = min( BATCH, $first + $count - $from );
	for ( $number = $from; $number < $from + $size; $number++ ) {
		$date   = gmdate( 'Y-m-d H:i:s', $start_s - (int) ( $number * DAY_S / 48 ) ); // Two an hour, back from the start.
		$rows[] = $wpdb->prepare( "( 1, %s, %s, %s, %s, %s, 'publish', %s, '', '', %s, %s, '', 'post' )", $date, $date, bench_content( $number ), "Quiet post number {$number}", "What post {$number} says in one line.", "quiet-post-{$number}", $date, $date );
	}
	$wpdb->query( "INSERT INTO {$wpdb->posts} ( " . implode( ', ', $fields ) . ' ) VALUES ' . implode( ', ', $rows ) );
	$posts = $wpdb->get_results( $wpdb->prepare( "SELECT ID, post_name FROM {$wpdb->posts} WHERE post_type = 'post' AND post_name LIKE 'quiet-post-%%' ORDER BY ID DESC LIMIT %d", $size ) );
	$links = array();
	foreach ( $posts as $post ) {
		$number  = (int) substr( $post->post_name, 11 );
		$links[] = "( {$post->ID}, {$categories[ $number % 10 ]} )";
		$links[] = "( {$post->ID}, {$tags[ $number % 10 ]} )";
		$links[] = "( {$post->ID}, {$tags[ ( $number + 3 ) % 10 ]} )";
	}
	$wpdb->query( "INSERT IGNORE INTO {$wpdb->term_relationships} ( object_id, term_taxonomy_id ) VALUES " . implode( ', ', $links ) );
}
foreach ( array( 'category', 'post_tag' ) as $taxonomy ) {
	wp_update_term_count_now( wp_list_pluck( get_terms( array( 'taxonomy' => $taxonomy, 'hide_empty' => false ) ), 'term_taxonomy_id' ), $taxonomy );
}
wp_cache_flush();
WP_CLI::log( (string) $count );
