<?php
/**
 * Renders one page of the site in IGNY8_TEST_WP as a visitor gets it, and prints its cost as JSON on STDERR.
 *
 * `php render.php with|without <path>`: with or without the plugin.
 *
 * @package Igny8
 */

list( , $igny8_mode, $igny8_path ) = $argv;

$_SERVER = array(
	'HTTP_HOST'       => '127.0.0.1',
	'SERVER_NAME'     => '127.0.0.1',
	'REQUEST_METHOD'  => 'GET',
	'REQUEST_URI'     => $igny8_path,
	'SERVER_PROTOCOL' => 'HTTP/1.1',
	'REMOTE_ADDR'     => '127.0.0.1',
	'SCRIPT_FILENAME' => getenv( 'IGNY8_TEST_WP' ) . '/index.php',
	'SCRIPT_NAME'     => '/index.php',
	'PHP_SELF'        => '/index.php',
) + $_SERVER;
parse_str( (string) parse_url( $igny8_path, PHP_URL_QUERY ), $_GET ); // phpcs:ignore Generic.PHP.ForbiddenFunctions -- WordPress is not loaded yet.
define( 'SAVEQUERIES', true );
define( 'WP_USE_THEMES', true );

// WordPress takes over hooks that stand in $wp_filter before it loads.
$without   = static fn( $plugins ) => array_values( array_diff( (array) $plugins, array( 'igny8/igny8.php' ) ) );
$no_cron   = static fn() => array();
$no        = static fn() => false; // No redirect: the site's port is not known here.
$wp_filter = array(
	'pre_get_ready_cron_jobs'              => array( 10 => array( array( 'function' => $no_cron, 'accepted_args' => 1 ) ) ),
	'redirect_canonical'                   => array( 10 => array( array( 'function' => $no, 'accepted_args' => 1 ) ) ),
	// A view must not leave a navigation post behind for the tests after it.
	'wp_navigation_should_create_fallback' => array( 10 => array( array( 'function' => $no, 'accepted_args' => 1 ) ) ),
);
if ( 'without' === $igny8_mode ) {
	$wp_filter['option_active_plugins'] = array( 10 => array( array( 'function' => $without, 'accepted_args' => 1 ) ) );
}

ob_start();
require getenv( 'IGNY8_TEST_WP' ) . '/wp-blog-header.php';
$html = ob_get_clean();

$own = array_filter( get_included_files(), static fn( string $file ) => str_contains( $file, '/wp-plugin/' ) );
fwrite(
	STDERR,
	json_encode( // phpcs:ignore Generic.PHP.ForbiddenFunctions
		array(
			'status'    => http_response_code(),
			'is_loaded' => defined( 'Igny8\FILE' ),
			'queries'   => array_column( $wpdb->queries, 0 ),
			'files'     => array_values( array_map( 'basename', $own ) ),
			'assets'    => preg_match_all( '/<script[^>]+src=|<script type="(?:module|importmap)"|<link[^>]+stylesheet|<style/', $html ),
			'own_files' => substr_count( $html, '/plugins/igny8/' ),
			'bytes'     => strlen( $html ),
			'memory'    => memory_get_peak_usage(),
		)
	)
);
