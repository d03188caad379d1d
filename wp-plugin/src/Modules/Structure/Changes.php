<?php
/**
 * The owner's changes to the structure: those that wait, those that versions hold already, and what both make of the next version.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Structure;

use Igny8\Modules\Blueprint;

/**
 * Nothing here touches a version: a rebuild makes a new one from the input of the working version and what waits.
 *
 * @phpstan-type Change array{id: string, state: 'pending'|'standing'|'undone', kind: 'edit'|'decision'|'keywords', change: array<string, mixed>, row: int, created_at: string}
 */
final class Changes {

	/**
	 * Titles of clusters that decisions took away, by id: no later document names them.
	 */
	public const NAMES = 'igny8_structure_names';

	/**
	 * How many of each the engine takes (BlueprintInput).
	 */
	public const MOST_DECISIONS = 500;
	public const MOST_KEYWORDS  = 10000;

	private readonly PendingTable $table;

	public function __construct( private readonly Blueprint\Module $blueprint ) {
		$this->table = new PendingTable();
	}

	public function version(): int {
		return $this->blueprint->working_version();
	}

	public function document(): ?Blueprint\Document {
		return $this->blueprint->reader( $this->version() );
	}

	/**
	 * What the working version holds, then what waits. `undone`: the version holds it, the next one will not.
	 *
	 * @return list<Change>
	 */
	public function all(): array {
		$waiting = $this->table->waiting();
		$reverts = array();
		foreach ( $waiting as $row ) {
			if ( 'revert' === $row['kind'] ) {
				$reverts[ self::id( $row['data']['kind'], $row['data']['change'] ) ] = $row;
			}
		}
		$changes = array();
		foreach ( $this->standing() as list( $kind, $change ) ) {
			$id        = self::id( $kind, $change );
			$changes[] = array(
				'id'         => $id,
				'state'      => isset( $reverts[ $id ] ) ? 'undone' : 'standing',
				'kind'       => $kind,
				'change'     => $change,
				'row'        => $reverts[ $id ]['id'] ?? 0,
				'created_at' => $reverts[ $id ]['created_at'] ?? '',
			);
		}
		foreach ( $waiting as $row ) {
			if ( 'revert' !== $row['kind'] ) {
				$changes[] = array( 'id' => "p{$row['id']}", 'state' => 'pending', 'kind' => $row['kind'], 'change' => $row['data'], 'row' => $row['id'], 'created_at' => $row['created_at'] );
			}
		}
		return $changes;
	}

	/**
	 * How many changes the next version would bring.
	 */
	public function count(): int {
		return $this->table->count( array( 'kind' => PendingTable::KINDS ) );
	}

	/**
	 * @param 'edit'|'decision'|'keywords' $kind
	 * @param array<string, mixed>         $change
	 */
	public function add( string $kind, array $change ): void {
		foreach ( $this->table->waiting() as $row ) {
			if ( self::replaces( $kind, $change, $row ) ) {
				$this->table->delete( array( 'id' => $row['id'] ) );
			}
		}
		$this->table->add( $kind, $change );
	}

	/**
	 * Takes a waiting change back, keeps what a version holds out of the next one, or lets it be after all.
	 *
	 * @return bool Whether there was such a change.
	 */
	public function undo( string $id ): bool {
		$found = array_column( $this->all(), null, 'id' )[ $id ] ?? null;
		if ( null === $found ) {
			return false;
		}
		if ( 'standing' === $found['state'] ) {
			$this->table->add( 'revert', array( 'kind' => $found['kind'], 'change' => $found['change'] ) );
			return true;
		}
		$this->table->delete( array( 'id' => $found['row'] ) );
		if ( isset( $found['change']['role'] ) && 'pending' === $found['state'] ) {
			$this->forget_attribute( $found['change']['attribute'] );
		}
		return true;
	}

	/**
	 * Takes back everything that waits.
	 */
	public function discard(): void {
		foreach ( PendingTable::KINDS as $kind ) {
			$this->table->delete( array( 'kind' => $kind ) );
		}
	}

	/**
	 * Input of `blueprint.create` for the next version.
	 *
	 * @return array<string, mixed>
	 */
	public function next_input(): array {
		$kept = array_filter( $this->all(), static fn( array $change ) => 'undone' !== $change['state'] );
		$of   = static fn( string $kind ) => array_values( array_column( array_filter( $kept, static fn( array $change ) => $kind === $change['kind'] ), 'change' ) );
		return array(
			'edits'     => Edits::together( $this->possible( $of( 'edit' ) ), $this->labels() ),
			'decisions' => self::last_names( $of( 'decision' ) ),
			'keywords'  => self::merge_keywords( array_column( $of( 'keywords' ), 'keywords' ) ),
		) + $this->input();
	}

	/**
	 * Notes what the engine is asked to build, so that what is decided meanwhile waits for the version after.
	 *
	 * @return array<string, mixed> Input of `blueprint.create`.
	 */
	public function begin_rebuild(): array {
		$ids   = array_column( $this->table->waiting(), 'id' );
		$input = $this->next_input();
		$this->table->delete( array( 'kind' => PendingTable::REBUILD ) );
		$this->table->add( PendingTable::REBUILD, array( 'input' => $input, 'ids' => $ids ) );
		return $input;
	}

	/**
	 * What the version was built from.
	 *
	 * @return array<string, mixed>|null Input of `blueprint.create`; null when it was taken already.
	 */
	public function rebuilt_from(): ?array {
		return $this->table->find( array( 'kind' => PendingTable::REBUILD ) )['data']['input'] ?? null;
	}

	/**
	 * The new version is stored: what it was built from waits no more.
	 */
	public function end_rebuild(): void {
		$row = $this->table->find( array( 'kind' => PendingTable::REBUILD ) );
		foreach ( array( ...( $row['data']['ids'] ?? array() ), ...( null === $row ? array() : array( $row['id'] ) ) ) as $id ) {
			$this->table->delete( array( 'id' => $id ) );
		}
	}

	/**
	 * Remembers the title of a cluster that a decision is about: it may be in no later version.
	 */
	public function remember_name( string $cluster ): void {
		$title = $this->document()?->cluster( $cluster )['title'] ?? '';
		if ( '' !== $title ) {
			update_option( self::NAMES, (array) get_option( self::NAMES, array() ) + array( $cluster => $title ), false ); // The title it had first: what a rename says.
		}
	}

	/**
	 * What the working version was made from; of a version from before inputs were kept whole, what its document tells.
	 *
	 * @return array<string, mixed>
	 */
	public function input(): array {
		$document = $this->document()->data ?? array();
		$input    = array_diff_key( $this->blueprint->input( $this->version() ) ?? array(), array( 'from_wizard' => true ) );
		return array_filter( $input, static fn( mixed $value ) => null !== $value ) + array_filter(
			array(
				'sectors'   => array_column( $document['sectors'] ?? array(), 'slug' ),
				'site_name' => $document['site_name'] ?? '',
				'site_type' => $document['site_type'] ?? '',
				'locale'    => $document['locale'] ?? '',
				'facts'     => $document['facts'] ?? array(),
			)
		);
	}

	/**
	 * What the working version was told, each as its kind and change.
	 *
	 * @return list<array{string, array<string, mixed>}>
	 */
	private function standing(): array {
		if ( 0 === $this->version() ) {
			return array();
		}
		$input   = $this->input();
		$changes = array();
		foreach ( $input['edits'] ?? array() as $edit ) {
			foreach ( Edits::apart( $edit ) as $change ) {
				$changes[] = array( 'edit', $change );
			}
		}
		foreach ( $input['decisions'] ?? array() as $decision ) {
			$changes[] = array( 'decision', $decision );
		}
		if ( ! empty( $input['keywords'] ) ) {
			$changes[] = array( 'keywords', array( 'name' => '', 'format' => '', 'keywords' => $input['keywords'] ) );
		}
		return $changes;
	}

	/**
	 * Edits of attributes that are there: one that was added and is not any more takes its edits along.
	 *
	 * @param list<array<string, mixed>> $edits
	 * @return list<array<string, mixed>>
	 */
	private function possible( array $edits ): array {
		$added = array();
		foreach ( array( ...( $this->input()['edits'] ?? array() ), ...$edits ) as $edit ) {
			if ( isset( $edit['role'] ) ) {
				$added[ $edit['attribute'] ] = false;
			}
		}
		foreach ( $edits as $edit ) {
			if ( isset( $edit['role'] ) ) {
				$added[ $edit['attribute'] ] = true;
			}
		}
		return array_values( array_filter( $edits, static fn( array $edit ) => $added[ $edit['attribute'] ] ?? true ) );
	}

	/**
	 * @return array<string, array<string, string>> Attribute → value → label, of the working version.
	 */
	private function labels(): array {
		return array_map( static fn( array $attribute ) => array_column( $attribute['values'], 'label', 'slug' ), array_column( $this->document()->data['attributes'] ?? array(), null, 'slug' ) );
	}

	/**
	 * An attribute that is added no more takes what waits for it along.
	 */
	private function forget_attribute( string $slug ): void {
		foreach ( $this->table->waiting() as $row ) {
			if ( 'edit' === $row['kind'] && $slug === $row['data']['attribute'] ) {
				$this->table->delete( array( 'id' => $row['id'] ) );
			}
		}
	}

	/**
	 * Whether a change makes a waiting one pointless: a second name for the same thing.
	 *
	 * @param array<string, mixed> $change
	 * @param array<string, mixed> $row
	 */
	private static function replaces( string $kind, array $change, array $row ): bool {
		if ( $kind !== $row['kind'] ) {
			return false;
		}
		$old = $row['data'];
		if ( 'decision' === $kind ) {
			return 'rename' === $change['action'] && 'rename' === $old['action'] && $change['cluster'] === $old['cluster'];
		}
		if ( 'edit' !== $kind || $change['attribute'] !== $old['attribute'] || isset( $old['role'] ) ) {
			return false;
		}
		if ( isset( $change['rename_values'], $old['rename_values'] ) ) {
			return $change['rename_values'][0]['value'] === $old['rename_values'][0]['value'];
		}
		return ( isset( $change['name'] ) && isset( $old['name'] ) ) || ( isset( $change['level'] ) && isset( $old['level'] ) );
	}

	/**
	 * Of several names for one cluster, the last.
	 *
	 * @param list<array<string, mixed>> $decisions
	 * @return list<array<string, mixed>>
	 */
	private static function last_names( array $decisions ): array {
		$last = array();
		foreach ( $decisions as $index => $decision ) {
			$last[ 'rename' === $decision['action'] ? "rename {$decision['cluster']}" : $index ] = $index;
		}
		return array_values( array_intersect_key( $decisions, array_flip( $last ) ) );
	}

	/**
	 * Lists into one; of the same phrase the later row.
	 *
	 * @param list<list<array<string, mixed>>> $lists
	 * @return list<array<string, mixed>>
	 */
	private static function merge_keywords( array $lists ): array {
		$rows = array();
		foreach ( array_merge( array(), ...$lists ) as $row ) {
			$rows[ mb_strtolower( trim( $row['phrase'] ) ) ] = $row;
		}
		return array_slice( array_values( $rows ), 0, self::MOST_KEYWORDS );
	}

	/**
	 * The same for the same change, whatever order its properties come in.
	 *
	 * @param array<string, mixed> $change
	 */
	private static function id( string $kind, array $change ): string {
		if ( 'keywords' === $kind ) {
			return 'skeywords'; // A version holds one list.
		}
		ksort( $change );
		return 's' . substr( md5( $kind . wp_json_encode( $change ) ), 0, 12 );
	}
}
