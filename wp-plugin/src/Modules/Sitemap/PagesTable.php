<?php
/**
 * The pages of the sitemap: one row per file of at most 1,000 addresses, which says which ids stand in it.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Sitemap;

/**
 * The rows of one kind and subtype divide all ids among them, without gap or overlap: each id belongs to exactly one page,
 * found by one indexed comparison, and stays there. `last_id` of the page that takes what is new is END. `page` is the
 * number in the address: given once, never changed, and so not in the order of the ids.
 *
 * @phpstan-type Page array{id: int, kind: string, subtype: string, page: int, first_id: int, last_id: int, count: int, lastmod: string, is_dirty: int, revision: int, changed_at: string}
 */
final class PagesTable extends \Igny8\Table {

	/**
	 * `last_id` of the page that is still being filled: above every id that is kept.
	 */
	public const END = 9000000000000000000;

	/**
	 * Values of `is_dirty` besides 0: something on the page has changed, or may have.
	 */
	public const CHANGED  = 1;
	public const DOUBTFUL = 2;

	private const MOST = 50000; // What an index may list by the protocol (sitemaps.org), far above any site.

	protected const INTEGERS = array( 'id', 'page', 'first_id', 'last_id', 'count', 'is_dirty', 'revision' );

	public function name(): string {
		return 'igny8_sitemap_pages';
	}

	public function version(): int {
		return 1;
	}

	public function columns(): string {
		return "id bigint(20) unsigned NOT NULL AUTO_INCREMENT,
			kind varchar(10) NOT NULL,
			subtype varchar(32) NOT NULL DEFAULT '',
			page int(10) unsigned NOT NULL,
			first_id bigint(20) NOT NULL DEFAULT 0,
			last_id bigint(20) NOT NULL,
			count int(10) unsigned NOT NULL DEFAULT 0,
			lastmod datetime NOT NULL DEFAULT '1970-01-01 00:00:00',
			is_dirty tinyint(1) unsigned NOT NULL DEFAULT 1,
			revision int(10) unsigned NOT NULL DEFAULT 0,
			changed_at datetime NOT NULL,
			PRIMARY KEY  (id),
			UNIQUE KEY address (kind,subtype,page),
			KEY ids (kind,subtype,last_id)";
	}

	/**
	 * Every page, by kind and number: a thousand rows for a million addresses.
	 *
	 * @return list<array<string, mixed>>
	 */
	public function all(): array {
		return $this->select( array(), 'kind, subtype, page', self::MOST );
	}

	/**
	 * One more page of a subtype, under the next free number.
	 */
	public function add( string $kind, string $subtype, int $first_id, int $last_id ): void {
		global $wpdb;
		// phpcs:ignore WordPress.DB.DirectDatabaseQuery -- Own table; nothing caches its rows.
		$highest = (int) $wpdb->get_var( $wpdb->prepare( 'SELECT MAX( page ) FROM %i WHERE kind = %s AND subtype = %s', $this->full_name(), $kind, $subtype ) );
		$this->insert_ignore(
			array(
				'kind'       => $kind,
				'subtype'    => $subtype,
				'page'       => $highest + 1,
				'first_id'   => $first_id,
				'last_id'    => $last_id,
				'is_dirty'   => 1,
				'changed_at' => self::now(),
			)
		);
	}

	/**
	 * Marks the pages that hold any of these ids. A span of ids marks all pages it touches.
	 */
	public function mark( string $kind, string $subtype, int $from_id, int $to_id ): void {
		global $wpdb;
		// phpcs:ignore WordPress.DB.DirectDatabaseQuery -- Own table; nothing caches its rows.
		$wpdb->query( $wpdb->prepare( 'UPDATE %i SET is_dirty = 1 WHERE kind = %s AND subtype = %s AND first_id <= %d AND last_id >= %d', $this->full_name(), $kind, $subtype, $to_id, $from_id ) );
	}

	/**
	 * Doubts the pages that take what is new: something may have come past our hooks.
	 */
	public function doubt_open(): void {
		$this->update( array( 'is_dirty' => self::DOUBTFUL ), array( 'last_id' => self::END, 'is_dirty' => 0 ) );
	}

	/**
	 * Doubts every page, or knows that it has changed: all are counted again, a few at a time.
	 */
	public function mark_all( int $how ): void {
		global $wpdb;
		$wpdb->query( $wpdb->prepare( 'UPDATE %i SET is_dirty = %d WHERE is_dirty <> %d', $this->full_name(), $how, self::CHANGED ) ); // phpcs:ignore WordPress.DB.DirectDatabaseQuery -- Own table; nothing caches its rows.
	}

	/**
	 * Ends a page at an id. False: somebody else has changed it meanwhile.
	 */
	public function close( int $id, int $old_last_id, int $last_id ): bool {
		return $this->update( array( 'last_id' => $last_id ), array( 'id' => $id, 'last_id' => $old_last_id ) ) > 0;
	}

	/**
	 * Stores what was counted. Of a page that is known to have changed, `revision` and `changed_at` move on though the count
	 * may be what it was.
	 *
	 * @param array<string, mixed> $page Row as it was read before counting.
	 */
	public function settle( array $page, int $count, string $lastmod ): void {
		$is_same = self::DOUBTFUL === $page['is_dirty'] && $page['count'] === $count && $page['lastmod'] === $lastmod;
		$this->update(
			array( 'count' => $count, 'lastmod' => $lastmod, 'is_dirty' => 0 ) + ( $is_same ? array() : array( 'revision' => $page['revision'] + 1, 'changed_at' => self::now() ) ),
			array( 'id' => $page['id'] )
		);
	}

	/**
	 * Newest change of a kind and subtype, as MySQL writes times, UTC.
	 */
	public function newest( string $kind, string $subtype ): string {
		global $wpdb;
		// phpcs:ignore WordPress.DB.DirectDatabaseQuery -- Own table; nothing caches its rows.
		return (string) $wpdb->get_var( $wpdb->prepare( 'SELECT MAX( lastmod ) FROM %i WHERE kind = %s AND subtype = %s', $this->full_name(), $kind, $subtype ) );
	}

	/**
	 * The highest ids there are, of any post, term and user: three lookups at the end of an index.
	 *
	 * @return list<int>
	 */
	public function highest_ids(): array {
		global $wpdb;
		// phpcs:ignore WordPress.DB.DirectDatabaseQuery -- Must be those of now.
		return array_map( 'intval', array_values( $wpdb->get_row( $wpdb->prepare( 'SELECT ( SELECT MAX( ID ) FROM %i ) AS posts, ( SELECT MAX( term_id ) FROM %i ) AS terms, ( SELECT MAX( ID ) FROM %i ) AS users', $wpdb->posts, $wpdb->terms, $wpdb->users ), ARRAY_A ) ?? array() ) );
	}

	/**
	 * One line that differs whenever a page has changed, waits to be counted, or something came past our hooks.
	 */
	public function state(): string {
		global $wpdb;
		// phpcs:ignore WordPress.DB.DirectDatabaseQuery -- Must be that of now.
		$row = $wpdb->get_row( $wpdb->prepare( 'SELECT SUM( is_dirty * id ) AS dirty, COUNT(*) AS pages, SUM( count ) AS urls, SUM( revision ) AS revisions, MAX( lastmod ) AS lastmod, MAX( changed_at ) AS changed_at FROM %i', $this->full_name() ), ARRAY_A );
		return implode( ' ', array( ...array_values( $row ?? array() ), ...$this->highest_ids() ) );
	}

	/**
	 * Whether anything published has an id above this one.
	 */
	public function has_posts_after( int $post_id ): bool {
		global $wpdb;
		return null !== $wpdb->get_var( $wpdb->prepare( "SELECT ID FROM %i WHERE ID > %d AND post_status = 'publish' LIMIT 1", $wpdb->posts, $post_id ) ); // phpcs:ignore WordPress.DB.DirectDatabaseQuery -- Must be those of now.
	}

	/**
	 * Forgets all pages: they are made again from nothing.
	 */
	public function clear(): void {
		global $wpdb;
		$wpdb->query( $wpdb->prepare( 'DELETE FROM %i', $this->full_name() ) ); // phpcs:ignore WordPress.DB.DirectDatabaseQuery -- Own table; nothing caches its rows.
	}
}
