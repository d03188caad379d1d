<?php
/**
 * Puts the rows that another SEO plugin has written (fixtures/*.json) into this WordPress.
 *
 * @package Igny8
 */

// phpcs:disable WordPress.DB -- Rows go in as they came out of the other site.

namespace Igny8\Tests\Import;

require_once __DIR__ . '/fixtures/site.php';

final class Fixture {

	/**
	 * @return array<string, mixed>
	 */
	public static function read( string $source ): array {
		return json_decode( (string) file_get_contents( __DIR__ . "/fixtures/{$source}.json" ), true );
	}

	/**
	 * Makes the tables of all plugins, before any transaction: MariaDB commits at every CREATE.
	 */
	public static function make_tables( bool $is_wanted = true ): void {
		global $wpdb;
		foreach ( glob( __DIR__ . '/fixtures/*.json' ) as $file ) {
			foreach ( self::read( basename( $file, '.json' ) )['tables'] ?? array() as $table => $content ) {
				$wpdb->query( "DROP TABLE IF EXISTS {$wpdb->prefix}{$table}" );
				$columns = array_map( static fn( array $column ) => "`{$column[0]}` " . ( 'id' === $column[0] ? 'bigint unsigned NOT NULL' : 'longtext' ), $content['columns'] );
				$is_wanted && $wpdb->query( "CREATE TABLE {$wpdb->prefix}{$table} ( " . implode( ', ', $columns ) . ', PRIMARY KEY (id) )' );
			}
		}
	}

	/**
	 * The site of the fixtures, and what one plugin says about it.
	 */
	public static function load( string $source ): void {
		global $wpdb;
		make_site( false );
		$fixture = self::read( $source );
		foreach ( array( 'postmeta' => 'post_id', 'termmeta' => 'term_id', 'usermeta' => 'user_id' ) as $table => $column ) {
			foreach ( $fixture[ $table ] ?? array() as list( $id, $key, $value ) ) {
				$wpdb->insert( $wpdb->$table, array( $column => $id, 'meta_key' => $key, 'meta_value' => $value ) );
			}
		}
		foreach ( $fixture['options'] ?? array() as $name => $value ) {
			$wpdb->replace( $wpdb->options, array( 'option_name' => $name, 'option_value' => $value, 'autoload' => 'off' ) );
		}
		foreach ( $fixture['tables'] ?? array() as $table => $content ) {
			foreach ( $content['rows'] as $row ) {
				$wpdb->insert( $wpdb->prefix . $table, $row );
			}
		}
		if ( 'seopress' === $source ) {
			foreach ( array( 910051 => 'old-ropes', 910052 => 'tide/(\d+)', 910053 => 'gone', 910054 => 'missing-page' ) as $id => $title ) {
				$wpdb->insert( $wpdb->posts, array( 'ID' => $id, 'post_type' => 'seopress_404', 'post_title' => $title, 'post_status' => 'publish', 'post_content' => '', 'post_excerpt' => '', 'to_ping' => '', 'pinged' => '', 'post_content_filtered' => '' ) );
			}
		}
		wp_cache_flush();
	}

	/**
	 * Every row of meta and options, ours or theirs.
	 *
	 * @param string $like Of meta keys and options.
	 */
	public static function dump( string $like ): string {
		global $wpdb;
		$dump = array();
		foreach ( array( $wpdb->postmeta => 'post_id', $wpdb->termmeta => 'term_id', $wpdb->usermeta => 'user_id' ) as $table => $column ) {
			$dump[] = $wpdb->get_results( $wpdb->prepare( "SELECT {$column}, meta_key, meta_value FROM {$table} WHERE meta_key LIKE %s ORDER BY {$column}, meta_key", $like ), ARRAY_A );
		}
		foreach ( array( 'igny8_seo-meta', 'igny8_schema', 'igny8_sitemap' ) as $name ) {
			$dump[ $name ] = get_option( $name ) ?: array(); // '' before anything is set.
		}
		return (string) wp_json_encode( $dump, JSON_PRETTY_PRINT | JSON_UNESCAPED_UNICODE );
	}
}
