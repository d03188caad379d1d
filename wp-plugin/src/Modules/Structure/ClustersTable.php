<?php
/**
 * The clusters of some versions of the blueprint as rows, for paging and filters.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Structure;

// phpcs:disable WordPress.DB, PluginCheck.Security.DirectDB -- Own table, whose rows nothing else caches; every value is a placeholder, only marks and conditions made here are put in.

/**
 * A copy: the blueprint's document is the record. Copy says which versions are here.
 */
final class ClustersTable extends \Igny8\Table {

	protected const JSON     = array( 'data' );
	protected const INTEGERS = array( 'id', 'version', 'phase', 'score', 'keyword_count', 'page_count', 'position' );

	/**
	 * What lists may be ordered by.
	 */
	public const ORDERS = array( 'position', 'title', 'type', 'phase', 'score', 'keyword_count', 'page_count' );

	public function name(): string {
		return 'igny8_clusters';
	}

	public function version(): int {
		return 2;
	}

	public function columns(): string {
		return "id bigint(20) unsigned NOT NULL AUTO_INCREMENT,
			version int(10) unsigned NOT NULL,
			cluster_id varchar(120) NOT NULL,
			type varchar(40) NOT NULL,
			title varchar(255) NOT NULL,
			slug varchar(120) NOT NULL,
			sector varchar(60) NOT NULL,
			attribute varchar(60) NOT NULL DEFAULT '',
			source varchar(20) NOT NULL DEFAULT 'template',
			phase tinyint(3) unsigned NOT NULL,
			score smallint(5) unsigned NOT NULL,
			keyword_count int(10) unsigned NOT NULL,
			page_count int(10) unsigned NOT NULL,
			position int(10) unsigned NOT NULL,
			data longtext NOT NULL,
			PRIMARY KEY  (id),
			UNIQUE KEY version_cluster (version,cluster_id),
			KEY version_type (version,type)";
	}

	/**
	 * Rows of a version that match, in order.
	 *
	 * @param array{type?: list<string>, phase?: list<int>, attribute?: list<string>, source?: list<string>, search?: string} $filters A list means any of them; empty ones filter nothing.
	 * @param string                                                         $orderby One of ORDERS.
	 * @return list<array<string, mixed>>
	 */
	public function search( int $version, array $filters, string $orderby, bool $is_descending ): array {
		global $wpdb;
		$sql    = 'SELECT * FROM %i WHERE version = %d';
		$values = array( $this->full_name(), $version );
		foreach ( array( 'type', 'phase', 'attribute', 'source' ) as $column ) {
			$any = $filters[ $column ] ?? array();
			if ( array() !== $any ) {
				$sql .= " AND {$column} IN ( " . implode( ', ', array_fill( 0, count( $any ), '%s' ) ) . ' )';
				array_push( $values, ...$any );
			}
		}
		if ( '' !== ( $filters['search'] ?? '' ) ) {
			$sql     .= ' AND title LIKE %s';
			$values[] = '%' . $wpdb->esc_like( $filters['search'] ) . '%';
		}
		$sql .= ' ORDER BY %i ' . ( $is_descending ? 'DESC' : 'ASC' ) . ', position ASC';
		$rows = $wpdb->get_results( $wpdb->prepare( $sql, ...array( ...$values, $orderby ) ), ARRAY_A );
		return array_map( array( $this, 'typed' ), $rows ?? array() );
	}

	/**
	 * @return array<string, string> Title by id of the cluster.
	 */
	public function titles( int $version ): array {
		global $wpdb;
		$rows = $wpdb->get_results( $wpdb->prepare( 'SELECT cluster_id, title FROM %i WHERE version = %d', $this->full_name(), $version ), ARRAY_A );
		return array_column( $rows ?? array(), 'title', 'cluster_id' );
	}

	/**
	 * Drops the rows of every other version.
	 *
	 * @param list<int> $versions
	 */
	public function keep_only( array $versions ): void {
		global $wpdb;
		$list  = array( 0, ...$versions ); // No version is 0, so the list is never empty.
		$marks = implode( ', ', array_fill( 0, count( $list ), '%d' ) );
		$wpdb->query( $wpdb->prepare( "DELETE FROM %i WHERE version NOT IN ( {$marks} )", $this->full_name(), ...$list ) );
	}

	/**
	 * @param array<string, string|null> $row
	 * @return array<string, mixed>
	 */
	private function typed( array $row ): array {
		foreach ( self::INTEGERS as $column ) {
			$row[ $column ] = (int) $row[ $column ];
		}
		$row['data'] = json_decode( $row['data'], true );
		return $row;
	}
}
