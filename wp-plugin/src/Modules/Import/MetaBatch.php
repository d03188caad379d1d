<?php
/**
 * Writes our meta of many objects in a few statements.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Import;

// phpcs:disable WordPress.DB, PluginCheck.Security.DirectDB -- Batches of our own meta; write() clears their cache. Every value is a placeholder; only column lists and conditions made here are put in.

/**
 * update_metadata() asks and writes once per key: 10,000 posts with ten values each would be 300,000 queries. Values come
 * raw, as maybe_serialize() makes them; only keys of Seo\Fields are ever written.
 */
final class MetaBatch {

	private const ROWS = 200; // A statement of two hundred values of 2 KB is below half of the 1 MB packet that old hosts allow.

	private const TABLES = array(
		'post' => array( 'postmeta', 'post_id', 'meta_id' ),
		'term' => array( 'termmeta', 'term_id', 'meta_id' ),
		'user' => array( 'usermeta', 'user_id', 'umeta_id' ),
	);

	/**
	 * @param string                                  $kind    post, term or user.
	 * @param array<int, array<string, string|null>>  $changes Object → key → raw value; null removes it.
	 * @param array<int, array<string, int>>          $rows    Object → key → number of the row that is there.
	 * @throws \RuntimeException When the database refuses it.
	 */
	public static function write( string $kind, array $changes, array $rows ): void {
		$delete = array();
		$upsert = array();
		$insert = array();
		foreach ( $changes as $object_id => $values ) {
			foreach ( $values as $key => $value ) {
				$row = $rows[ $object_id ][ $key ] ?? 0;
				if ( null === $value ) {
					$row > 0 && $delete[] = $row;
				} elseif ( $row > 0 ) {
					$upsert[] = array( $row, $object_id, $key, $value );
				} else {
					$insert[] = array( $object_id, $key, $value );
				}
			}
		}
		array_map( static fn( array $chunk ) => self::delete( $kind, $chunk ), array_chunk( $delete, self::ROWS ) );
		array_map( static fn( array $chunk ) => self::put( $kind, $chunk, true ), array_chunk( $upsert, self::ROWS ) );
		array_map( static fn( array $chunk ) => self::put( $kind, $chunk, false ), array_chunk( $insert, self::ROWS ) );
		wp_cache_delete_multiple( array_keys( $changes ), "{$kind}_meta" );
	}

	/**
	 * @param list<int> $ids
	 */
	private static function delete( string $kind, array $ids ): void {
		global $wpdb;
		list( $table, , $id ) = self::TABLES[ $kind ];
		$marks                = implode( ', ', array_fill( 0, count( $ids ), '%d' ) );
		self::check( $wpdb->query( $wpdb->prepare( "DELETE FROM %i WHERE %i IN ( {$marks} )", $wpdb->$table, $id, ...$ids ) ) );
	}

	/**
	 * @param list<list<int|string>> $chunk Rows of object, key, value; with the row's number before them when it is there already.
	 */
	private static function put( string $kind, array $chunk, bool $is_there ): void {
		global $wpdb;
		list( $table, $object, $id ) = self::TABLES[ $kind ];
		$columns                     = array( ...( $is_there ? array( $id ) : array() ), $object, 'meta_key', 'meta_value' );
		$fields                      = implode( ', ', array_fill( 0, count( $columns ), '%i' ) );
		$marks                       = implode( ', ', array_fill( 0, count( $chunk ), $is_there ? '( %d, %d, %s, %s )' : '( %d, %s, %s )' ) );
		$on                          = $is_there ? ' ON DUPLICATE KEY UPDATE meta_value = VALUES( meta_value )' : '';
		self::check( $wpdb->query( $wpdb->prepare( "INSERT INTO %i ( {$fields} ) VALUES {$marks}{$on}", $wpdb->$table, ...$columns, ...array_merge( array(), ...$chunk ) ) ) );
	}

	private static function check( int|bool $result ): void {
		global $wpdb;
		if ( false === $result ) {
			throw new \RuntimeException( esc_html( "import: {$wpdb->last_error}" ) );
		}
	}
}
