<?php
/**
 * Groups of rules: switched on and off together, asked in their order.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Redirects;

use Igny8\Table;

/**
 * Rules of no group have group 0, which is always on and comes first.
 */
final class GroupsTable extends Table {

	protected const INTEGERS = array( 'id', 'place', 'is_on' );

	public function name(): string {
		return 'igny8_redirect_groups';
	}

	public function version(): int {
		return 1;
	}

	public function columns(): string {
		return 'id bigint(20) unsigned NOT NULL AUTO_INCREMENT,
			name varchar(100) NOT NULL,
			place int(11) NOT NULL DEFAULT 0,
			is_on tinyint(1) unsigned NOT NULL DEFAULT 1,
			PRIMARY KEY  (id),
			UNIQUE KEY name (name)';
	}

	/**
	 * The id of a group by its name; made when there is none. 0 for ''.
	 */
	public function id_of( string $name ): int {
		$name = mb_substr( trim( $name ), 0, 100 );
		if ( '' === $name ) {
			return 0;
		}
		$found = $this->find( array( 'name' => $name ) );
		return $found['id'] ?? ( $this->insert_ignore( array( 'name' => $name, 'place' => $this->count() + 1, 'is_on' => 1 ) ) ?: ( $this->find( array( 'name' => $name ) )['id'] ?? 0 ) );
	}

	/**
	 * @return array<int, array{id: int, name: string, place: int, is_on: int}> In their order.
	 */
	public function all(): array {
		return array_column( $this->select( array(), 'place', 1000 ), null, 'id' );
	}
}
