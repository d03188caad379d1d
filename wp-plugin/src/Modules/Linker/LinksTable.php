<?php
/**
 * Every internal link that is planned, and what became of it.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Linker;

use Igny8\Table;

/**
 * One row per source and target. `status`: planned (an end is not published yet), placed (in the page's text, cards or
 * buttons), listed (under "Related pages"), unplaceable (no room), removed (by the owner's hand, or undone: never placed
 * again by itself). `place`: text, ways or related. `anchors` come from the blueprint, `found` from the page's own text.
 *
 * @phpstan-type Link array{id: int, source_page: string, target_page: string, type: string, anchors: list<string>, found: list<string>, position: int, status: string, place: string, anchor: string, batch: string, updated_at: string}
 */
final class LinksTable extends Table {

	public const STATUSES = array( 'planned', 'placed', 'listed', 'removed', 'unplaceable' );

	/**
	 * A page's own wish, when the blueprint did not plan that link.
	 */
	public const CONTEXTUAL = 'contextual';

	public const TYPES = array( 'supporting_to_hub', 'hub_to_supporting', 'sibling', 'cross_cluster', 'taxonomy', 'to_commercial', 'structural', self::CONTEXTUAL );

	/**
	 * More links than any blueprint plans: 1,500 pages of about six.
	 */
	public const ALL = 50000;

	protected const JSON     = array( 'anchors', 'found' );
	protected const INTEGERS = array( 'id', 'position' );

	public function name(): string {
		return 'igny8_links';
	}

	public function version(): int {
		return 1;
	}

	public function columns(): string {
		return "id bigint(20) unsigned NOT NULL AUTO_INCREMENT,
			source_page varchar(100) NOT NULL,
			target_page varchar(100) NOT NULL,
			type varchar(20) NOT NULL,
			anchors text NOT NULL,
			found text NOT NULL,
			position int(10) unsigned NOT NULL DEFAULT 0,
			status varchar(20) NOT NULL DEFAULT 'planned',
			place varchar(10) NOT NULL DEFAULT '',
			anchor varchar(255) NOT NULL DEFAULT '',
			batch varchar(40) NOT NULL DEFAULT '',
			updated_at datetime NOT NULL,
			PRIMARY KEY  (id),
			UNIQUE KEY ends (source_page,target_page),
			KEY target (target_page),
			KEY status (status)";
	}

	/**
	 * Takes over what a blueprint plans. What is placed stays; plans that nobody has any more go.
	 *
	 * @param list<array{source: string, target: string, type: string, anchors: list<string>}> $links
	 */
	public function plan( array $links ): void {
		$rows = array();
		foreach ( $links as $position => $link ) {
			$rows[] = self::row( $link['source'], $link['target'], $link['type'], $link['anchors'], array(), $position );
		}
		$this->insert_many( $rows, array( 'type', 'anchors', 'position' ) );
		$planned = array_flip( array_map( static fn( array $row ) => "{$row['source_page']} {$row['target_page']}", $rows ) );
		foreach ( $this->select( array( 'status' => array( 'planned', 'unplaceable' ) ), limit: self::ALL ) as $row ) {
			if ( self::CONTEXTUAL !== $row['type'] && ! isset( $planned[ "{$row['source_page']} {$row['target_page']}" ] ) ) {
				$this->delete( array( 'id' => $row['id'] ) );
			}
		}
	}

	/**
	 * Notes the links a page's own text, cards and buttons ask for.
	 *
	 * @param list<array{page: string, anchor: string}> $links An empty anchor: a card or button.
	 */
	public function find_in_text( string $source, array $links ): void {
		$anchors = array();
		foreach ( $links as $link ) {
			if ( $link['page'] !== $source ) {
				$anchors[ $link['page'] ][] = $link['anchor'];
			}
		}
		$rows = array();
		foreach ( $anchors as $target => $found ) {
			$rows[] = self::row( $source, (string) $target, self::CONTEXTUAL, array(), array_values( array_unique( array_filter( $found, 'strlen' ) ) ), 0 );
		}
		array() === $rows || $this->insert_many( $rows, array( 'found' ) );
	}

	/**
	 * @param list<string> $page_ids
	 * @return array<string, list<array<string, mixed>>> By source.
	 */
	public function of_sources( array $page_ids ): array {
		$by_source = array_fill_keys( $page_ids, array() );
		foreach ( $this->select( array( 'source_page' => $page_ids ), 'position', self::ALL ) as $row ) {
			$by_source[ $row['source_page'] ][] = $row;
		}
		return $by_source;
	}

	/**
	 * Sources of links to these pages.
	 *
	 * @param list<string> $targets
	 * @param list<string> $statuses
	 * @return list<string>
	 */
	public function sources_of( array $targets, array $statuses ): array {
		$rows = $this->select( array( 'target_page' => $targets, 'status' => $statuses ), limit: self::ALL, fields: 'source_page' );
		return array_values( array_unique( array_column( $rows, 'source_page' ) ) );
	}

	/**
	 * @return list<array{target_page: string, anchor: string}> Of links in running text.
	 */
	public function anchors(): array {
		return $this->select( array( 'status' => 'placed', 'place' => 'text' ), limit: self::ALL, fields: 'target_page, anchor' );
	}

	/**
	 * @param list<string> $anchors
	 * @param list<string> $found
	 * @return array<string, mixed>
	 */
	private static function row( string $source, string $target, string $type, array $anchors, array $found, int $position ): array {
		return array(
			'source_page' => $source,
			'target_page' => $target,
			'type'        => $type,
			'anchors'     => $anchors,
			'found'       => $found,
			'position'    => $position,
			'updated_at'  => self::now(),
		);
	}
}
