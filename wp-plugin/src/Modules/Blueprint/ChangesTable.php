<?php
/**
 * The journal: every WordPress object that an apply makes or changes, written down before it happens.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Blueprint;

/**
 * A batch is one apply. Its rows are the work list and the undo list at once:
 * `planned` → `started` (about to happen) → `done` → `undone`, or `retained` when undo left it because somebody uses it.
 * A row found `started` was interrupted: the object, if it is there, is ours.
 */
final class ChangesTable extends \Igny8\Table {

	protected const JSON     = array( 'old_state', 'new_state' );
	protected const INTEGERS = array( 'id', 'object_id' );

	/**
	 * Name of the lock under which the site is changed (Igny8\Lock). The holder renews it with every change: after a
	 * quarter minute of silence it is dead. Whoever comes second waits a little longer than that, and so takes over.
	 */
	public const LOCK    = 'blueprint';
	public const LEASE_S = 15;
	public const WAIT_S  = 20;

	public function name(): string {
		return 'igny8_changes';
	}

	public function version(): int {
		return 1;
	}

	public function columns(): string {
		return "id bigint(20) unsigned NOT NULL AUTO_INCREMENT,
			batch_id varchar(40) NOT NULL,
			action varchar(20) NOT NULL,
			object_type varchar(20) NOT NULL,
			object_key varchar(150) NOT NULL,
			object_id bigint(20) unsigned NOT NULL DEFAULT 0,
			status varchar(20) NOT NULL DEFAULT 'planned',
			old_state longtext NOT NULL,
			new_state longtext NOT NULL,
			reason varchar(255) NOT NULL DEFAULT '',
			created_at datetime NOT NULL,
			undone_at datetime DEFAULT NULL,
			PRIMARY KEY  (id),
			UNIQUE KEY batch_object (batch_id,object_type,object_key),
			KEY status (status)";
	}

	/**
	 * Writes a batch down as planned, all of it or, when interrupted, so that writing it again completes it.
	 *
	 * @param list<array{action: string, object_type: string, object_key: string, object_id: int, old_state: array<string, mixed>, new_state: array<string, mixed>}> $changes
	 */
	public function plan( string $batch_id, array $changes ): void {
		$now = self::now();
		$this->insert_many(
			array_map(
				static fn( array $change ) => array(
					'batch_id'    => $batch_id,
					'action'      => $change['action'],
					'object_type' => $change['object_type'],
					'object_key'  => $change['object_key'],
					'object_id'   => $change['object_id'],
					'old_state'   => $change['old_state'],
					'new_state'   => $change['new_state'],
					'created_at'  => $now,
				),
				$changes
			)
		);
	}

	/**
	 * What is still to do, in order; the activation of the version comes last whatever was added after it.
	 *
	 * @return list<array<string, mixed>>
	 */
	public function open( string $batch_id, int $limit ): array {
		return $this->select( array( 'batch_id' => $batch_id, 'status' => array( 'started', 'planned' ) ), "object_type = 'blueprint', id", $limit );
	}

	/**
	 * @return list<array<string, mixed>> What undo has still to take back, last first.
	 */
	public function undoable( string $batch_id, int $limit ): array {
		return $this->select( array( 'batch_id' => $batch_id, 'status' => array( 'started', 'done' ) ), 'id DESC', $limit );
	}

	/**
	 * The last row of a batch that was planned: the activation, unless planning was interrupted.
	 *
	 * @return array<string, mixed>|null
	 */
	public function newest_of( string $batch_id ): ?array {
		return $this->select( array( 'batch_id' => $batch_id, 'object_type' => array( 'taxonomy', 'term', 'blueprint' ) ), 'id DESC', 1 )[0] ?? null;
	}

	/**
	 * The batch of the newest row in one of these states, or ''.
	 *
	 * @param list<string> $statuses
	 */
	public function newest_batch( array $statuses ): string {
		return $this->select( array( 'status' => $statuses ), 'id DESC', 1, fields: 'batch_id' )[0]['batch_id'] ?? '';
	}

	/**
	 * Gives up what abandoned applies had planned and not begun. What they made, or may have made, can still be undone.
	 */
	public function abandon_open(): void {
		$this->delete( array( 'status' => 'planned' ) );
		$this->update( array( 'status' => 'done' ), array( 'status' => 'started' ) );
	}

	/**
	 * Notes an object that is made outside a plan (menu, front page) in the batch of the last apply, before it is made.
	 *
	 * @param array<string, mixed> $old_state
	 */
	public function begin( string $object_type, string $object_key, array $old_state ): int {
		$batch = $this->newest_batch( array( 'done', 'started' ) );
		$key   = array(
			'batch_id'    => '' === $batch ? 'v0-' . wp_generate_uuid4() : $batch,
			'object_type' => $object_type,
			'object_key'  => $object_key,
		);
		$row   = array(
			'action'     => 'create',
			'status'     => 'started',
			'old_state'  => $old_state,
			'new_state'  => array(),
			'created_at' => self::now(),
		);
		$id    = $this->insert_ignore( $key + $row );
		if ( 0 === $id ) {
			$id = $this->find( $key )['id'];
			$this->update( $row, array( 'id' => $id ) );
		}
		return $id;
	}

	/**
	 * @param array<string, mixed> $new_state
	 */
	public function finish( int $id, int $object_id, array $new_state ): void {
		$this->update(
			array(
				'status'    => 'done',
				'object_id' => $object_id,
				'new_state' => $new_state,
			),
			array( 'id' => $id )
		);
	}
}
