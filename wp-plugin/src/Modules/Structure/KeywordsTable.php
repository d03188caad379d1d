<?php
/**
 * The keywords of some versions of the blueprint as rows, for paging and filters.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Structure;

// phpcs:disable WordPress.DB, PluginCheck.Security.DirectDB -- Own table, whose rows nothing else caches; every value is a placeholder, only marks and conditions made here are put in.

/**
 * A copy, like ClustersTable. The key is the place in the document: a collation may hold two phrases for one. A figure nobody supplied is -1 here, as bulk inserts take no null, and null outside.
 */
final class KeywordsTable extends \Igny8\Table {

	public const UNKNOWN = -1;

	/**
	 * What lists may be ordered by.
	 */
	public const ORDERS = array( 'position', 'phrase', 'intent', 'stage', 'volume', 'difficulty', 'cpc' );

	protected const INTEGERS = array( 'id', 'version', 'is_primary', 'volume', 'difficulty', 'position' );

	private const FILTERS = array( 'cluster_id', 'intent', 'stage', 'source' );

	public function name(): string {
		return 'igny8_keywords';
	}

	public function version(): int {
		return 2;
	}

	public function columns(): string {
		return "id bigint(20) unsigned NOT NULL AUTO_INCREMENT,
			version int(10) unsigned NOT NULL,
			phrase varchar(255) NOT NULL,
			cluster_id varchar(120) NOT NULL,
			intent varchar(20) NOT NULL,
			stage varchar(20) NOT NULL,
			pattern varchar(120) NOT NULL,
			source varchar(20) NOT NULL,
			is_primary tinyint(1) unsigned NOT NULL,
			volume int(11) NOT NULL,
			difficulty int(11) NOT NULL,
			cpc decimal(10,2) NOT NULL DEFAULT -1,
			fit decimal(4,3) NOT NULL DEFAULT -1,
			position int(10) unsigned NOT NULL,
			PRIMARY KEY  (id),
			UNIQUE KEY version_position (version,position),
			KEY version_cluster (version,cluster_id)";
	}

	/**
	 * One page of the keywords of a version, and how many there are in all.
	 *
	 * @param array{cluster_id?: list<string>, intent?: list<string>, stage?: list<string>, source?: list<string>, search?: string} $filters A list means any of them; empty ones filter nothing.
	 * @param string                                                                                         $orderby One of ORDERS.
	 * @return array{rows: list<array<string, mixed>>, total: int}
	 */
	public function search( int $version, array $filters, string $orderby, bool $is_descending, int $limit, int $offset ): array {
		global $wpdb;
		$where  = 'version = %d';
		$values = array( $version );
		foreach ( self::FILTERS as $column ) {
			$any = $filters[ $column ] ?? array();
			if ( array() !== $any ) {
				$where .= " AND {$column} IN ( " . implode( ', ', array_fill( 0, count( $any ), '%s' ) ) . ' )';
				array_push( $values, ...$any );
			}
		}
		if ( '' !== ( $filters['search'] ?? '' ) ) {
			$where   .= ' AND phrase LIKE %s';
			$values[] = '%' . $wpdb->esc_like( $filters['search'] ) . '%';
		}
		$order = $is_descending ? 'DESC' : 'ASC';
		$rows  = $wpdb->get_results( $wpdb->prepare( "SELECT * FROM %i WHERE {$where} ORDER BY %i {$order}, position ASC LIMIT %d OFFSET %d", ...array( $this->full_name(), ...$values, $orderby, $limit, $offset ) ), ARRAY_A );
		return array(
			'rows'  => array_map( array( self::class, 'typed' ), $rows ?? array() ),
			'total' => (int) $wpdb->get_var( $wpdb->prepare( "SELECT COUNT(*) FROM %i WHERE {$where}", $this->full_name(), ...$values ) ),
		);
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
	private static function typed( array $row ): array {
		return array(
			'phrase'     => $row['phrase'],
			'cluster'    => $row['cluster_id'],
			'intent'     => $row['intent'],
			'stage'      => $row['stage'],
			'pattern'    => $row['pattern'],
			'source'     => $row['source'],
			'is_primary' => (bool) (int) $row['is_primary'],
			'volume'     => self::UNKNOWN === (int) $row['volume'] ? null : (int) $row['volume'],
			'difficulty' => self::UNKNOWN === (int) $row['difficulty'] ? null : (int) $row['difficulty'],
			'cpc'        => $row['cpc'] < 0 ? null : (float) $row['cpc'],
			'match'      => $row['fit'] < 0 ? null : (float) $row['fit'],
		);
	}
}
