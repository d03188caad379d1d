<?php
/**
 * What the owner changed about the structure and no version holds yet: one row per change, so that each can be taken back.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Structure;

/**
 * `data` by kind: `edit` an AttributeEdit of one change, `decision` a Decision, `keywords` `{name, format, keywords: list<OwnerKeyword>}`
 * (all in the engine's shapes), `revert` `{kind, change}`: something an earlier version holds that the next one shall not,
 * `rebuild` `{version, input, ids}`: what the engine is building from at this moment, never shown.
 */
final class PendingTable extends \Igny8\Table {

	public const REBUILD = 'rebuild';

	/**
	 * Kinds that are changes.
	 */
	public const KINDS = array( 'edit', 'decision', 'keywords', 'revert' );

	private const MOST = 2000; // Far above what the engine takes (500 decisions, 50 edits); rows beyond are never made.

	protected const JSON     = array( 'data' );
	protected const INTEGERS = array( 'id', 'created_by' );

	public function name(): string {
		return 'igny8_pending';
	}

	public function version(): int {
		return 1;
	}

	public function columns(): string {
		return "id bigint(20) unsigned NOT NULL AUTO_INCREMENT,
			kind varchar(20) NOT NULL,
			data longtext NOT NULL,
			created_by bigint(20) unsigned NOT NULL DEFAULT 0,
			created_at datetime NOT NULL,
			PRIMARY KEY  (id),
			KEY kind (kind)";
	}

	/**
	 * @param string               $kind One of KINDS, or REBUILD.
	 * @param array<string, mixed> $data
	 * @return int Its id.
	 */
	public function add( string $kind, array $data ): int {
		return $this->insert( array( 'kind' => $kind, 'data' => $data, 'created_by' => get_current_user_id(), 'created_at' => self::now() ) );
	}

	/**
	 * Every change that waits, oldest first.
	 *
	 * @return list<array{id: int, kind: string, data: array<string, mixed>, created_by: int, created_at: string}>
	 */
	public function waiting(): array {
		return $this->select( array( 'kind' => self::KINDS ), 'id', self::MOST );
	}
}
