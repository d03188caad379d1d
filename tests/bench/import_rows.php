<?php
/**
 * Gives every post of a site the rows that another SEO plugin would have written: `wp eval-file import_rows.php <fixture>`.
 *
 * The rows of post 910001 of the fixture, which has all values, with the post's own number in title and description.
 *
 * @package Igny8
 */

// phpcs:disable WordPress.DB, WordPress.NamingConventions.PrefixAllGlobals -- A bench writes rows as fast as it can.

global $wpdb;
$fixture = json_decode( file_get_contents( $args[0] ), true );
$meta    = array_values( array_filter( $fixture['postmeta'] ?? array(), static fn( array $row ) => 910001 === $row[0] ) );
$tables  = $fixture['tables'] ?? array();
foreach ( $fixture['options'] as $name => $value ) {
	$wpdb->query( $wpdb->prepare( "INSERT INTO {$wpdb->options} ( option_name, option_value, autoload ) VALUES ( %s, %s, 'off' ) ON DUPLICATE KEY UPDATE option_value = VALUES( option_value )", $name, $value ) );
}
foreach ( $tables as $table => $content ) {
	$columns = array_map( static fn( array $column ) => "`{$column[0]}` " . ( 'id' === $column[0] ? 'bigint unsigned NOT NULL AUTO_INCREMENT' : 'longtext' ), $content['columns'] );
	$wpdb->query( "CREATE TABLE IF NOT EXISTS {$wpdb->prefix}{$table} ( " . implode( ', ', $columns ) . ', PRIMARY KEY (id) )' );
}
if ( isset( $tables['aioseo_posts'] ) ) {
	$wpdb->query( "DROP TABLE {$wpdb->prefix}aioseo_posts" );
	$wpdb->query( "CREATE TABLE {$wpdb->prefix}aioseo_posts ( " . implode( ', ', array_map( static fn( array $column ) => "`{$column[0]}` " . ( 'id' === $column[0] ? 'bigint unsigned NOT NULL AUTO_INCREMENT' : ( 'post_id' === $column[0] ? 'bigint unsigned NOT NULL' : 'longtext' ) ), $tables['aioseo_posts']['columns'] ) ) . ', PRIMARY KEY (id), KEY post_id (post_id) )' );
}
$put = static function ( string $table, array $rows ) use ( $wpdb ): void {
	foreach ( array_chunk( $rows, 200 ) as $chunk ) {
		$columns = array_keys( $chunk[0] );
		$marks   = implode( ', ', array_fill( 0, count( $chunk ), '( ' . implode( ', ', array_fill( 0, count( $columns ), '%s' ) ) . ' )' ) );
		$wpdb->query( $wpdb->prepare( "INSERT INTO {$table} ( `" . implode( '`, `', $columns ) . "` ) VALUES {$marks}", ...array_merge( ...array_map( 'array_values', $chunk ) ) ) );
	}
};
$after = 0;
while ( $ids = $wpdb->get_col( $wpdb->prepare( "SELECT ID FROM {$wpdb->posts} WHERE ID > %d AND post_type = 'post' ORDER BY ID LIMIT 500", $after ) ) ) {
	$rows   = array();
	$second = array();
	foreach ( $ids as $id ) {
		foreach ( $meta as list( , $key, $value ) ) {
			$rows[] = array( 'post_id' => $id, 'meta_key' => $key, 'meta_value' => str_contains( $key, 'desc' ) || str_ends_with( $key, 'title' ) ? "{$value} {$id}" : $value );
		}
		foreach ( array_filter( $tables['aioseo_posts']['rows'] ?? array(), static fn( array $row ) => '910001' === $row['post_id'] ) as $row ) {
			$second[] = array( 'post_id' => $id, 'title' => "{$row['title']} {$id}" ) + array_diff_key( array_filter( $row, 'is_string' ), array( 'id' => 0 ) );
		}
	}
	$put( $wpdb->postmeta, $rows );
	array() === $second || $put( "{$wpdb->prefix}aioseo_posts", $second );
	$after = end( $ids );
}
