<?php
/**
 * One narrow row per post, term and author that visitors can see: what its title and description measure, and what it has.
 *
 * @package Igny8
 */

namespace Igny8\Modules\SeoMeta\Survey;

// phpcs:disable WordPress.DB, PluginCheck.Security.DirectDB -- The only SQL of this table: every value is a placeholder; only lists of placeholders and conditions made here are put in.

/**
 * No copy of the site: no content, no addresses, no template results; about 120 bytes a page. Written when a page is saved,
 * read by lists and counters, which would otherwise have to make every title of the site anew.
 */
final class SurveyTable extends \Igny8\Table {

	/**
	 * Bits of `marks`.
	 */
	public const OWN_TITLE       = 1;
	public const OWN_DESCRIPTION = 2;
	public const NOINDEX         = 4;
	public const OWN_CANONICAL   = 8;
	public const OWN_IMAGE       = 16;
	public const KEYPHRASE       = 32;
	public const CORNERSTONE     = 64;

	private const FEW = 1000; // Keys that are named in a query: about 20 KB of it.

	/**
	 * Name of an order → column.
	 */
	public const ORDERS = array( 'name' => 'name', 'title' => 'title_px', 'description' => 'description_px', 'modified' => 'changed_at' );

	/**
	 * Problem → condition, for pages of any status; of duplicates, the column whose values are compared. A key of 0 is no
	 * title, or a page that search engines do not list.
	 */
	private const PROBLEMS = array(
		'title_missing'         => 'title_px = 0',
		'title_long'            => 'title_px > ' . PixelWidth::MOST_TITLE,
		'title_duplicate'       => 'title_key',
		'description_missing'   => 'description_px = 0',
		'description_long'      => '( marks & 2 ) > 0 AND description_px > ' . PixelWidth::MOST_DESCRIPTION, // Written by somebody: what is taken from the content is cut by us, at a sentence.
		'description_duplicate' => 'description_key',
		'noindex'               => '( marks & 4 ) > 0',
	);

	protected const INTEGERS = array( 'id', 'object_id', 'author_id', 'title_px', 'description_px', 'title_key', 'description_key', 'marks', 'round' );

	public function name(): string {
		return 'igny8_seo_survey';
	}

	public function version(): int {
		return 1;
	}

	public function columns(): string {
		return "id bigint(20) unsigned NOT NULL AUTO_INCREMENT,
			kind varchar(10) NOT NULL,
			object_id bigint(20) unsigned NOT NULL,
			subtype varchar(32) NOT NULL,
			status varchar(20) NOT NULL,
			author_id bigint(20) unsigned NOT NULL,
			name varchar(100) NOT NULL,
			words text NOT NULL,
			changed_at datetime NOT NULL,
			title_px smallint(5) unsigned NOT NULL,
			description_px smallint(5) unsigned NOT NULL,
			title_key bigint(20) unsigned NOT NULL,
			description_key bigint(20) unsigned NOT NULL,
			marks smallint(5) unsigned NOT NULL,
			round int(10) unsigned NOT NULL,
			PRIMARY KEY  (id),
			UNIQUE KEY kind_object (kind,object_id),
			KEY kind_name (kind,name),
			KEY kind_changed (kind,changed_at),
			KEY kind_title (kind,title_px),
			KEY kind_description (kind,description_px),
			KEY title_key (title_key),
			KEY description_key (description_key),
			KEY counts (status,kind,marks,title_px,description_px)";
	}

	/**
	 * @return list<string>
	 */
	public static function problems(): array {
		return array_keys( self::PROBLEMS );
	}

	/**
	 * One page of the objects that match, and how many do. Ids first, by an index; then the rows of that page alone.
	 *
	 * @param array<string, mixed> $filters As condition_of() takes them.
	 * @param string               $orderby A name in ORDERS.
	 * @return array{rows: list<array<string, mixed>>, total: int}
	 */
	public function search( array $filters, string $orderby, bool $is_descending, int $limit, int $offset ): array {
		global $wpdb;
		list( $where, $values ) = $this->condition_of( $filters );
		$order                  = $is_descending ? 'DESC' : 'ASC';
		$ids                    = $wpdb->get_col( $wpdb->prepare( "SELECT id FROM %i WHERE {$where} ORDER BY %i {$order}, id {$order} LIMIT %d OFFSET %d", ...array( $this->full_name(), ...$values, self::ORDERS[ $orderby ], $limit, $offset ) ) );
		$rows                   = array() === $ids ? array() : array_column( $this->select( array( 'id' => $ids ), limit: $limit ), null, 'id' );
		return array(
			'rows'  => array_values( array_filter( array_map( static fn( string|int $id ) => $rows[ (int) $id ] ?? null, $ids ) ) ),
			'total' => $this->count_matching( $filters ),
		);
	}

	/**
	 * The objects that match and come after one, in the order of ids: for exports, which page by key.
	 *
	 * @param array<string, mixed> $filters
	 * @return list<array<string, mixed>>
	 */
	public function after( array $filters, int $after, int $limit ): array {
		global $wpdb;
		list( $where, $values ) = $this->condition_of( $filters );
		$ids                    = $wpdb->get_col( $wpdb->prepare( "SELECT id FROM %i WHERE id > %d AND {$where} ORDER BY id LIMIT %d", ...array( $this->full_name(), $after, ...$values, $limit ) ) );
		return array() === $ids ? array() : $this->select( array( 'id' => $ids ), limit: $limit );
	}

	/**
	 * @param array<string, mixed> $filters
	 */
	public function count_matching( array $filters ): int {
		global $wpdb;
		list( $where, $values ) = $this->condition_of( $filters );
		return (int) $wpdb->get_var( $wpdb->prepare( "SELECT COUNT(*) FROM %i WHERE {$where}", ...array( $this->full_name(), ...$values ) ) );
	}

	/**
	 * Published pages by kind, and how many of them have each problem that one row shows; by an index that holds all of it.
	 *
	 * @return list<array<string, int|string>>
	 */
	public function tally(): array {
		global $wpdb;
		$rows = $wpdb->get_results(
			$wpdb->prepare(
				'SELECT kind, COUNT(*) AS pages, SUM( CASE WHEN ( marks & 4 ) > 0 THEN 1 ELSE 0 END ) AS noindex,
				SUM( CASE WHEN ( marks & 1 ) > 0 THEN 1 ELSE 0 END ) AS own_title, SUM( CASE WHEN ( marks & 2 ) > 0 THEN 1 ELSE 0 END ) AS own_description,
				SUM( CASE WHEN title_px = 0 THEN 1 ELSE 0 END ) AS title_missing, SUM( CASE WHEN title_px > %d THEN 1 ELSE 0 END ) AS title_long,
				SUM( CASE WHEN description_px = 0 THEN 1 ELSE 0 END ) AS description_missing, SUM( CASE WHEN ( marks & 2 ) > 0 AND description_px > %d THEN 1 ELSE 0 END ) AS description_long
				FROM %i WHERE status = %s GROUP BY kind',
				PixelWidth::MOST_TITLE,
				PixelWidth::MOST_DESCRIPTION,
				$this->full_name(),
				'publish'
			),
			ARRAY_A
		);
		return array_map( static fn( array $row ) => array_map( 'intval', array_diff_key( $row, array( 'kind' => '' ) ) ) + array( 'kind' => $row['kind'] ), $rows ?? array() );
	}

	/**
	 * How many pages share their title, or description, with another one; by its index alone.
	 *
	 * @param string $column `title_key` or `description_key`.
	 */
	public function count_twins( string $column ): int {
		global $wpdb;
		return (int) $wpdb->get_var( $wpdb->prepare( 'SELECT SUM( pages ) FROM ( SELECT COUNT(*) AS pages FROM %i WHERE %i > 0 GROUP BY %i HAVING COUNT(*) > 1 ) AS twins', $this->full_name(), $column, $column ) );
	}

	/**
	 * How many pages have each of these keys.
	 *
	 * @param string    $column `title_key` or `description_key`.
	 * @param list<int> $keys
	 * @return array<int, int>
	 */
	public function count_keys( string $column, array $keys ): array {
		$keys = array_values( array_unique( array_filter( $keys ) ) );
		return array() === $keys ? array() : $this->count_by( $column, array( $column => $keys ) );
	}

	/**
	 * Drops what a whole walk did not meet again: objects that were deleted or hidden past WordPress' hooks.
	 */
	public function forget_before( string $kind, int $round ): void {
		global $wpdb;
		$wpdb->query( $wpdb->prepare( 'DELETE FROM %i WHERE kind = %s AND round < %d', $this->full_name(), $kind, $round ) );
	}

	/**
	 * A condition with its values.
	 *
	 * @param array{kind: string, visible?: list<array{subtypes: list<string>, author: int}>, subtype?: list<string>, status?: list<string>, author?: list<int>, term?: list<int>, ids?: list<int>, problem?: list<string>, has?: int, lacks?: int, search?: string} $filters `visible`: what the user may see, author 0 is anybody's; `term`: ids of term_taxonomy; `has` and `lacks`: bits, any of them.
	 * @return array{string, list<mixed>}
	 */
	public function condition_of( array $filters ): array {
		global $wpdb;
		$parts  = array( 'kind = %s' );
		$values = array( $filters['kind'] );
		foreach ( array( 'subtype' => 'subtype', 'status' => 'status', 'author' => 'author_id', 'ids' => 'object_id' ) as $name => $column ) {
			if ( array() !== ( $filters[ $name ] ?? array() ) ) {
				$parts[] = "{$column} IN ( " . self::marks( $filters[ $name ] ) . ' )';
				array_push( $values, ...$filters[ $name ] );
			}
		}
		if ( isset( $filters['visible'] ) ) {
			$parts[] = $this->visible( $filters['visible'], $values );
		}
		if ( array() !== ( $filters['term'] ?? array() ) ) {
			$parts[] = 'object_id IN ( SELECT object_id FROM %i WHERE term_taxonomy_id IN ( ' . self::marks( $filters['term'] ) . ' ) )';
			array_push( $values, $wpdb->term_relationships, ...$filters['term'] );
		}
		foreach ( array( 'has' => '>', 'lacks' => '=' ) as $name => $compare ) {
			if ( ( $filters[ $name ] ?? 0 ) > 0 ) {
				$parts[]  = "( marks & %d ) {$compare} 0";
				$values[] = $filters[ $name ];
			}
		}
		$problems = array_intersect_key( self::PROBLEMS, array_flip( $filters['problem'] ?? array() ) );
		foreach ( $problems as $name => $condition ) {
			if ( str_ends_with( $name, '_duplicate' ) ) {
				$problems[ $name ] = $this->twins( $condition, $values );
			}
		}
		array() === $problems || $parts[] = '( ( ' . implode( ' ) OR ( ', $problems ) . ' ) )';
		if ( '' !== ( $filters['search'] ?? '' ) ) {
			$like    = '%' . $wpdb->esc_like( self::fold( $filters['search'] ) ) . '%';
			$parts[] = '( name LIKE %s OR words LIKE %s )';
			array_push( $values, $like, $like );
		}
		return array( implode( ' AND ', $parts ), $values );
	}

	/**
	 * Text for comparing in any language: without case and without accents, which SQLite tells apart and MariaDB does not.
	 */
	public static function fold( string $text ): string {
		return mb_strtolower( remove_accents( $text, 'en_US' ) );
	}

	/**
	 * Pages whose key another one has too. Few keys are looked up once and named: the list and its count then go by the
	 * index, which a subquery on 100,000 rows does not.
	 *
	 * @param string      $column `title_key` or `description_key`.
	 * @param list<mixed> $values Gets the condition's values.
	 */
	private function twins( string $column, array &$values ): string {
		global $wpdb;
		$keys = array_map( 'intval', $wpdb->get_col( $wpdb->prepare( 'SELECT %i FROM %i WHERE %i > 0 GROUP BY %i HAVING COUNT(*) > 1 LIMIT %d', $column, $this->full_name(), $column, $column, self::FEW + 1 ) ) );
		if ( count( $keys ) <= self::FEW ) {
			array_push( $values, ...$keys );
			return array() === $keys ? '1 = 0' : "{$column} IN ( " . self::marks( $keys ) . ' )';
		}
		array_push( $values, $this->full_name() );
		return "{$column} > 0 AND {$column} IN ( SELECT twin FROM ( SELECT {$column} AS twin FROM %i WHERE {$column} > 0 GROUP BY {$column} HAVING COUNT(*) > 1 ) AS twins )";
	}

	/**
	 * @param list<array{subtypes: list<string>, author: int}> $groups
	 * @param list<mixed>                                      $values Gets the condition's values.
	 */
	private function visible( array $groups, array &$values ): string {
		$parts = array( '1 = 0' );
		foreach ( array_filter( $groups, static fn( array $group ) => array() !== $group['subtypes'] ) as $group ) {
			$part = 'subtype IN ( ' . self::marks( $group['subtypes'] ) . ' )';
			array_push( $values, ...$group['subtypes'] );
			if ( $group['author'] > 0 ) {
				$part    .= ' AND author_id = %d';
				$values[] = $group['author'];
			}
			$parts[] = "( {$part} )";
		}
		return '( ' . implode( ' OR ', $parts ) . ' )';
	}

	/**
	 * @param list<int|string> $values
	 */
	private static function marks( array $values ): string {
		return implode( ', ', array_map( static fn( $value ) => is_int( $value ) ? '%d' : '%s', $values ) );
	}
}
