<?php
/**
 * Boots a real, installed WordPress for PHPUnit: the folder named by IGNY8_TEST_WP, with the plugin linked in its plugins folder.
 *
 * `IGNY8_TEST_WP=/path/to/wordpress phpunit -c tests/plugin/phpunit.xml [--testsuite Core]`. Its database decides what
 * is tested on: SQLite or MariaDB. Tests leave it as they found it (TestCase rolls back).
 *
 * @package Igny8
 */

namespace Igny8\Tests;

$igny8_wordpress = rtrim( (string) getenv( 'IGNY8_TEST_WP' ), '/' );
if ( '' === $igny8_wordpress || ! is_file( "{$igny8_wordpress}/wp-load.php" ) ) {
	fwrite( STDERR, "IGNY8_TEST_WP must name the folder of an installed WordPress that has the plugin in wp-content/plugins/igny8.\n" );
	exit( 1 );
}

$_SERVER += array(
	'HTTP_HOST'       => '127.0.0.1',
	'SERVER_NAME'     => '127.0.0.1',
	'REQUEST_METHOD'  => 'GET',
	'REQUEST_URI'     => '/',
	'SERVER_PROTOCOL' => 'HTTP/1.1',
	'REMOTE_ADDR'     => '127.0.0.1',
);
define( 'WP_USE_THEMES', false );
define( 'SAVEQUERIES', true );
define( 'DISABLE_WP_CRON', true );

// wp-load.php expects to run in the global scope; PHPUnit includes this file in a function.
// phpcs:disable
global $wp, $wp_query, $wp_the_query, $wp_rewrite, $wp_did_header, $wpdb, $wp_filter, $wp_actions, $wp_filters, $wp_current_filter, $wp_object_cache,
	$wp_version, $wp_db_version, $required_php_version, $required_mysql_version, $wp_local_package, $table_prefix, $blog_id, $current_blog, $current_site,
	$wp_plugin_paths, $shortcode_tags, $wp_post_types, $wp_taxonomies, $wp_widget_factory, $wp_roles, $wp_locale, $wp_locale_switcher, $wp_embed, $pagenow,
	$l10n, $l10n_unloaded, $wp_textdomain_registry, $timestart, $PHP_SELF, $wp_registered_sidebars, $wp_registered_widgets, $wp_theme_directories, $_wp_post_type_features, $wp_styles, $wp_scripts;
// phpcs:enable
require "{$igny8_wordpress}/wp-load.php";
require_once ABSPATH . 'wp-admin/includes/plugin.php';

$igny8_plugin = 'igny8/igny8.php';
if ( ! is_plugin_active( $igny8_plugin ) ) {
	$igny8_error = activate_plugin( $igny8_plugin );
	if ( is_wp_error( $igny8_error ) ) {
		fwrite( STDERR, 'The plugin cannot be activated: ' . $igny8_error->get_error_message() . "\n" );
		exit( 1 );
	}
}
// Tables before any transaction: MariaDB commits at every CREATE.
\Igny8\Plugin::instance()->settings()->install();
\Igny8\Plugin::instance()->database()->upgrade();

if ( class_exists( \PHPUnit\Framework\TestCase::class ) ) { // press.php boots without PHPUnit.
	require __DIR__ . '/TestCase.php';
}
require __DIR__ . '/FakeEngine.php';
require __DIR__ . '/EchoModule.php';
