<?php
/**
 * The table of blueprint versions: one row per version, never changed but for its status.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Blueprint;

/**
 * `document` and `input` are large: lists leave them out.
 */
final class BlueprintsTable extends \Igny8\Table {

	protected const JSON     = array( 'input', 'document', 'counts' );
	protected const INTEGERS = array( 'id', 'version', 'created_by' );

	/**
	 * What a list shows: all but input and document.
	 */
	private const BRIEF = 'id, version, status, hash, counts, created_by, created_at, activated_at';

	public function name(): string {
		return 'igny8_blueprints';
	}

	public function version(): int {
		return 1;
	}

	public function columns(): string {
		return "id bigint(20) unsigned NOT NULL AUTO_INCREMENT,
			version int(10) unsigned NOT NULL,
			status varchar(20) NOT NULL DEFAULT 'draft',
			hash char(64) NOT NULL,
			input longtext NOT NULL,
			document longtext NOT NULL,
			counts text NOT NULL,
			created_by bigint(20) unsigned NOT NULL DEFAULT 0,
			created_at datetime NOT NULL,
			activated_at datetime DEFAULT NULL,
			PRIMARY KEY  (id),
			UNIQUE KEY version (version),
			KEY status (status)";
	}

	/**
	 * One version without input and document, or null.
	 *
	 * @return array{id: int, version: int, status: string, hash: string, counts: array<string, int>, created_by: int, created_at: string, activated_at: ?string}|null
	 */
	public function brief( int $version ): ?array {
		return $this->select( array( 'version' => $version ), limit: 1, fields: self::BRIEF )[0] ?? null;
	}

	/**
	 * @return array<string, mixed>|null As brief().
	 */
	public function newest(): ?array {
		return $this->select( order_by: 'version DESC', limit: 1, fields: self::BRIEF )[0] ?? null;
	}

	/**
	 * @return array<string, mixed>|null As brief().
	 */
	public function active(): ?array {
		return $this->select( array( 'status' => 'active' ), 'version DESC', 1, fields: self::BRIEF )[0] ?? null;
	}

	/**
	 * The version that was active before the active one.
	 *
	 * @return array<string, mixed>|null As brief().
	 */
	public function last_archived(): ?array {
		return $this->select( array( 'status' => 'archived' ), 'activated_at DESC, version DESC', 1, fields: self::BRIEF )[0] ?? null;
	}

	/**
	 * @return list<array<string, mixed>> As brief(), newest first.
	 */
	public function page( int $limit, int $offset ): array {
		return $this->select( order_by: 'version DESC', limit: $limit, offset: $offset, fields: self::BRIEF );
	}

	/**
	 * @return array<string, mixed>|null The decoded document.
	 */
	public function document( int $version ): ?array {
		return $this->select( array( 'version' => $version ), limit: 1, fields: 'document' )[0]['document'] ?? null;
	}

	/**
	 * What the newest version was made from; empty without one.
	 *
	 * @return array<string, mixed>
	 */
	public function newest_input(): array {
		return $this->select( order_by: 'version DESC', limit: 1, fields: 'input' )[0]['input'] ?? array();
	}

	/**
	 * @return array<string, mixed>|null What a version was made from.
	 */
	public function input( int $version ): ?array {
		return $this->select( array( 'version' => $version ), limit: 1, fields: 'input' )[0]['input'] ?? null;
	}

	/**
	 * Makes one version the active one. At no moment are there two; between the statements there may be none.
	 */
	public function activate( int $version ): void {
		foreach ( $this->select( array( 'status' => 'active' ), fields: 'id, version' ) as $row ) {
			if ( $row['version'] !== $version ) {
				$this->update( array( 'status' => 'archived' ), array( 'id' => $row['id'] ) );
			}
		}
		$this->update(
			array(
				'status'       => 'active',
				'activated_at' => self::now(),
			),
			array( 'version' => $version )
		);
	}

	/**
	 * Makes an active version a draft again, and the one before it, if any, active.
	 */
	public function deactivate( int $version, int $previous ): void {
		$this->update(
			array(
				'status'       => 'draft',
				'activated_at' => null,
			),
			array( 'version' => $version )
		);
		if ( $previous > 0 ) {
			$this->activate( $previous );
		}
	}
}
