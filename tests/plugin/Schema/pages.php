<?php
/**
 * Fills a site with one page of every kind and type under hostile names, and prints their addresses: name → [path, status].
 *
 * `wp eval-file pages.php`; with the path of a file of graphs (name → graph) it prints their errors by the rules instead.
 *
 * @package Igny8
 */

use Igny8\Modules\Schema\Checker;
use Igny8\Modules\Schema\Page;
use Igny8\Modules\Schema\SettingsSchema;
use Igny8\Modules\Schema\Types;
use Igny8\Seo\Fields;
use Igny8\Seo\Subject;

if ( isset( $args[0] ) ) {
	foreach ( json_decode( file_get_contents( $args[0] ), true ) as $name => $graph ) { // phpcs:ignore WordPress.WP.AlternativeFunctions -- Written by the test.
		foreach ( ( new Checker() )->check( $graph ) as $message ) {
			'error' === $message['level'] && print( "{$name}: {$message['type']} {$message['message']}\n" );
		}
	}
	return;
}

kses_remove_filters();
wp_set_current_user( 1 );
const RAW     = "Dogs & cats' \"best\" </title><script>alert(1)</script> \u{1F415} \u{202E}كلاب &amp;lt; 日本語";
const HOSTILE = "Dogs &amp; cats' \"best\" &lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt; \u{1F415} \u{202E}كلاب &amp;amp; 日本語"; // As WordPress keeps it for who may not write HTML.
const VALUES  = array( 'text' => 'A & "B" </script>', 'long' => RAW, 'lines' => "One\nTwo", 'number' => '52.5', 'money' => '1299.5', 'currency' => 'EUR', 'date' => '2027-02-01', 'datetime' => '2027-02-01T19:30', 'duration' => 'PT20M', 'url' => 'https://example.org/', 'image' => 'https://example.org/a.jpg', 'phone' => '+49 30 1', 'email' => 'a@example.org' );

$igny8_pages = array();
$igny8_make  = static function ( string $name, array $values = array(), array $fields = array() ) use ( &$igny8_pages ): int {
	$post_id = wp_insert_post( wp_slash( $values + array( 'post_title' => HOSTILE . " {$name}", 'post_content' => '<!-- wp:paragraph --><p>It costs 1,299.50 € ' . HOSTILE . '</p><!-- /wp:paragraph -->', 'post_name' => sanitize_title( $name ), 'post_status' => 'publish', 'post_date' => '2026-11-01 10:00:00' ) ), true );
	is_wp_error( $post_id ) && WP_CLI::error( $post_id );
	$written = Fields::write( Subject::post( get_post( $post_id ) ), $fields );
	is_wp_error( $written ) && WP_CLI::error( $written );
	$igny8_pages[ $name ] = array( wp_make_link_relative( get_permalink( $post_id ) ), 200 );
	return $post_id;
};

update_option( 'blogname', RAW );
update_option( 'posts_per_page', 5 );
wp_update_user( array( 'ID' => 1, 'display_name' => HOSTILE, 'description' => HOSTILE ) );
foreach ( array_diff( SettingsSchema::main_types(), array_slice( Page::ARTICLES, 2 ) ) as $igny8_type ) { // Two articles stand for all nine.
	$igny8_facts = array_map( static fn( array $field ) => VALUES[ $field['kind'] ] ?? $field['choices'][0], Types::properties( $igny8_type ) );
	$igny8_make( "type {$igny8_type}", array(), array( 'schema' => array( 'type' => $igny8_type, 'properties' => array_diff_key( $igny8_facts, array( 'sameAs' => 1 ) ) ) ) );
	in_array( $igny8_type, array( 'Product', 'Event', 'LocalBusiness' ), true ) && $igny8_make( "bare {$igny8_type}", array( 'post_type' => 'page' ), array( 'schema' => array( 'type' => $igny8_type ) ) );
}
$igny8_details = '<!-- wp:details --><details class="wp-block-details"><summary>Who &amp; why?</summary><!-- wp:paragraph --><p>Me.</p><!-- /wp:paragraph --></details><!-- /wp:details -->';
$igny8_step    = '<!-- wp:igny8/how-to-step --><li class="wp-block-igny8-how-to-step"><strong class="wp-block-igny8-how-to-step__title">Do</strong><div><!-- wp:paragraph --><p>Like this.</p><!-- /wp:paragraph --></div></li><!-- /wp:igny8/how-to-step -->';
$igny8_make( 'blocks', array( 'post_content' => "<!-- wp:igny8/faq --><div class=\"wp-block-igny8-faq\">{$igny8_details}</div><!-- /wp:igny8/faq --><!-- wp:igny8/how-to {\"minutes\":5,\"timeText\":\"5\"} --><div class=\"wp-block-igny8-how-to\"><p class=\"wp-block-igny8-how-to__time\"><time datetime=\"PT5M\">5</time></p><ol class=\"wp-block-igny8-how-to__steps\">{$igny8_step}</ol></div><!-- /wp:igny8/how-to --><!-- wp:igny8/review {\"item\":\"Kettle\",\"rating\":4.5,\"ratingText\":\"Rated 4.5 out of 5\"} --><div class=\"wp-block-igny8-review\"><p class=\"wp-block-igny8-review__item\"><strong>Kettle</strong></p><p class=\"wp-block-igny8-review__rating\"><span aria-hidden=\"true\">★★★★½</span> Rated 4.5 out of 5</p></div><!-- /wp:igny8/review -->" ) );
$igny8_make( 'own words', array(), array( 'title' => RAW . ' {title}', 'description' => RAW, 'robots' => 'noindex, max-snippet:50', 'canonical' => home_url( '/elsewhere/?a=1&b="2"' ), 'og_title' => RAW, 'og_image' => 'https://example.org/a.jpg?x=1&y=2', 'x_title' => RAW ) );
$igny8_make( 'long', array( 'post_title' => str_repeat( 'Very long ', 1024 ), 'post_excerpt' => str_repeat( HOSTILE, 50 ) ) );
$igny8_make( 'raw', array( 'post_title' => RAW, 'post_excerpt' => RAW, 'post_date' => '2020-01-01 10:00:00' ) );
$igny8_make( 'after raw', array( 'post_date' => '2020-02-01 10:00:00' ) ); // Links back to it.
$igny8_make( 'empty', array( 'post_title' => '', 'post_content' => '', 'post_excerpt' => ' ' . HOSTILE ) );
$igny8_make( 'locked', array( 'post_password' => 'x' ) );
$igny8_make( 'parted', array( 'post_content' => "One<!--nextpage-->Two" ) );
$igny8_pages['parted 2'] = array( '/parted/2/', 200 );
$igny8_image = wp_insert_attachment( array( 'post_title' => HOSTILE, 'post_mime_type' => 'image/jpeg', 'post_name' => 'a-picture', 'guid' => home_url( '/a.jpg' ) ), '2026/11/a.jpg' );
wp_update_attachment_metadata( $igny8_image, array( 'width' => 1600, 'height' => 900, 'file' => '2026/11/a.jpg' ) );
update_post_meta( $igny8_image, '_wp_attachment_image_alt', HOSTILE );
update_option( 'wp_attachment_pages_enabled', 1 );
$igny8_pages['attachment'] = array( wp_make_link_relative( get_permalink( $igny8_image ) ), 200 );
set_post_thumbnail( $igny8_make( 'pictured' ), $igny8_image );
$igny8_term = wp_insert_term( 'Dogs & "cats" <b>x</b>', 'category', array( 'slug' => 'dogs', 'description' => HOSTILE ) )['term_id'];
wp_set_object_terms( get_posts( array( 'numberposts' => 1 ) )[0]->ID, array( $igny8_term ), 'category' );
wp_set_object_terms( get_posts( array( 'numberposts' => 1 ) )[0]->ID, array( 'Tag & "x"' ), 'post_tag' );
$igny8_pages += array(
	'home'      => array( '/', 200 ),
	'home 2'    => array( '/page/2/', 200 ),
	'category'  => array( '/category/dogs/', 200 ),
	'tag'       => array( wp_make_link_relative( get_term_link( 'tag-x', 'post_tag' ) ), 200 ),
	'author'    => array( '/author/admin/', 200 ),
	'year'      => array( '/2026/', 200 ),
	'month'     => array( '/2026/11/', 200 ),
	'search'    => array( '/?s=' . rawurlencode( RAW ), 200 ),
	'not found' => array( '/nothing-here/', 404 ),
);
echo wp_json_encode( $igny8_pages );
