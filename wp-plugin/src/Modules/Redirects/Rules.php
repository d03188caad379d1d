<?php
/**
 * Changes rules: checks, refuses circles, flattens chains, notes how to undo it.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Redirects;

/**
 * Every way to change a rule (screen, REST, WP-CLI, import, a changed slug) ends here.
 */
final class Rules {

	/**
	 * Autoloaded: hashes of live rules for pages that exist, empty on nearly every site (`*` stands for more than
	 * MOST_ALWAYS), and `patterns` => true when there are expressions that may match anywhere.
	 */
	public const ALWAYS = 'igny8_redirects_always';

	/**
	 * Those expressions, read on missing pages only: id, source, whether case and slash do not matter.
	 */
	public const PATTERNS = 'igny8_redirects_patterns';

	private const MOST_ALWAYS = 40; // 40 hashes take 0.9 KB autoloaded; a site with more pays one query a page view.

	private const SAMPLES = array( 'x', '1', 'x/y' ); // Put in for $1 to see whether a pattern meets its own target.

	public readonly RulesTable $table;
	public readonly GroupsTable $groups;
	public readonly ChangesTable $changes;
	private readonly RuleInput $input;
	private readonly Chain $chain;
	private readonly Matcher $matcher;

	public function __construct() {
		$this->table   = new RulesTable();
		$this->groups  = new GroupsTable();
		$this->changes = new ChangesTable();
		$this->input   = new RuleInput( $this->groups );
		$this->matcher = new Matcher( $this->table );
		$this->chain   = new Chain( $this->matcher );
	}

	/**
	 * Adds a rule, or changes one.
	 *
	 * @param array<string, mixed> $input As Schemas::rule(); of a change, all of the rule.
	 * @param int                  $id    0 for a new one.
	 * @return array{rule: array<string, mixed>, notes: list<string>, batch: string}|\WP_Error
	 */
	public function save( array $input, int $id = 0, bool $is_dry_run = false, string $origin = '' ): array|\WP_Error {
		$old = 0 === $id ? null : $this->table->find( array( 'id' => $id ) );
		if ( 0 !== $id && null === $old ) {
			/* translators: %d: number of a redirect. */
			return new \WP_Error( 'rule_missing', sprintf( __( 'There is no redirect number %d.', 'igny8' ), $id ), array( 'status' => 404 ) );
		}
		$row = $this->input->row( $input, $origin );
		$row = is_wp_error( $row ) ? $row : ( $this->refusal( $row, $id ) ?? $row );
		if ( is_wp_error( $row ) ) {
			return $row;
		}
		$row   = null === $old ? $row : array_intersect_key( $old, array_flip( array( 'origin', 'batch', 'hits', 'last_hit_on', 'created_at' ) ) ) + $row;
		$row   = array( 'is_edited' => null === $old ? 0 : 1 ) + $row;
		$notes = $this->notes( $row );
		$circle = $this->circle( array( 'id' => $id ) + $row );
		if ( null !== $circle ) {
			/* translators: %s: addresses with arrows between them. */
			$why = sprintf( __( 'This would send visitors round in a circle: %s. Choose another target, or delete the redirect that leads back.', 'igny8' ), implode( ' → ', $circle ) );
			return new \WP_Error( 'rule_loops', $why, array( 'status' => 409, 'fields' => array( 'target' => $why ) ) );
		}
		$row      = $this->flattened( $row, $id, $notes );
		$leading  = $this->leading_to( $row, $id );
		$notes    = array_merge( $notes, $this->notes_about_leading( $leading, $row ) );
		$is_dead  = 'url' === $row['target_type'] && '' !== $row['target_hash'] && null === PageAt::find( Path::of( $row['target'] ) );
		$notes    = $is_dead ? array( ...$notes, __( 'There is no page at the target yet.', 'igny8' ) ) : $notes;
		if ( $is_dry_run ) {
			return array( 'rule' => array( 'id' => $id ) + $row, 'notes' => $notes, 'batch' => '' );
		}
		return $this->write( $row, $old, $leading, $notes );
	}

	/**
	 * Changes some columns of several rules.
	 *
	 * @param list<int>            $ids
	 * @param array<string, mixed> $set is_on, group (name), code, priority.
	 * @return array{changed: int, batch: string}
	 */
	public function set( array $ids, array $set ): array {
		$rows = $this->table->select( array( 'id' => $ids ), 'id', count( $ids ) );
		if ( array() === $rows ) {
			return array( 'changed' => 0, 'batch' => '' );
		}
		/* translators: %s: number of redirects. */
		$batch = $this->changes->note( 'edit', sprintf( __( '%s redirects changed', 'igny8' ), number_format_i18n( count( $rows ) ) ), array(), $rows );
		foreach ( $rows as $row ) {
			$group = isset( $set['group'] ) ? $this->groups->id_of( $set['group'] ) : $row['group_id'];
			$found = $this->groups->all()[ $group ] ?? array( 'is_on' => 1, 'place' => 0 );
			$is_on = (int) ( $set['is_on'] ?? $row['is_on'] );
			$this->table->update( array( 'group_id' => $group, 'place' => $found['place'], 'is_on' => $is_on, 'is_live' => $is_on * $found['is_on'], 'priority' => $set['priority'] ?? $row['priority'], 'is_edited' => 1, 'updated_at' => RulesTable::now() ), array( 'id' => $row['id'] ) );
		}
		$this->announce( $rows );
		return array( 'changed' => count( $rows ), 'batch' => $batch );
	}

	/**
	 * @param list<int> $ids
	 * @return array{deleted: int, batch: string}
	 */
	public function delete( array $ids, string $kind = 'delete' ): array {
		$rows = $this->table->select( array( 'id' => $ids ), 'id', max( 1, count( $ids ) ) );
		if ( array() === $rows ) {
			return array( 'deleted' => 0, 'batch' => '' );
		}
		/* translators: %s: number of redirects, or the address of the only one. */
		$batch = $this->changes->note( $kind, sprintf( __( 'Deleted: %s', 'igny8' ), 1 === count( $rows ) ? $rows[0]['source'] : number_format_i18n( count( $rows ) ) ), array(), $rows );
		$this->table->delete_ids( array_column( $rows, 'id' ) );
		'delete' === $kind && self::forget_old_slugs( $rows );
		$this->announce( $rows );
		return array( 'deleted' => count( $rows ), 'batch' => $batch );
	}

	/**
	 * Adds rules that somebody had elsewhere. Calling again with the same rules changes nothing.
	 *
	 * @param array<int, array<string, mixed>> $rules       Row number → rule.
	 * @param bool                             $is_replacing Rules for the same visits that are here already give way.
	 * @return array{added: int, updated: int, same: int, skipped: list<array{row: int, source: string, reason: string}>}
	 */
	public function import( array $rules, string $origin, string $batch, bool $is_replacing = false, bool $is_dry_run = false ): array {
		$rows    = array();
		$skipped = array();
		$room    = Pattern::MOST_ANYWHERE - $this->table->count( array( 'hash' => Path::hash( 'regex', '' ) ) );
		foreach ( $rules as $number => $rule ) {
			$row = $this->input->row( self::translated( $rule ), $origin, $batch );
			$why = is_wp_error( $row ) ? $row->get_error_message() : ( $this->is_own_target( $row ) ? __( 'It leads to itself.', 'igny8' ) : '' );
			$why = '' === $why && Path::hash( 'regex', '' ) === $row['hash'] && $room-- <= 0 ? self::too_many_patterns() : $why;
			if ( '' !== $why ) {
				$skipped[] = array( 'row' => $number, 'source' => (string) ( $rule['source'] ?? '' ), 'reason' => $why );
			} else {
				$rows[ $row['fingerprint'] ] = $row; // The last of equal ones counts, as in a file that is read from the top.
			}
		}
		return array( 'skipped' => $skipped ) + $this->store( $rows, $origin, $batch, $is_replacing, $is_dry_run );
	}

	/**
	 * Takes back one step of what was changed last under a batch.
	 *
	 * @return array{restored: int, removed: int, remaining: int}|\WP_Error remaining: steps.
	 */
	public function undo( string $batch ): array|\WP_Error {
		$removed = $this->remove_batch( $batch );
		$steps   = $this->changes->select( array( 'batch' => $batch ), 'id DESC', 1 );
		if ( 0 === $removed && array() === $steps ) {
			return new \WP_Error( 'change_missing', __( 'This change cannot be undone any more.', 'igny8' ), array( 'status' => 404 ) );
		}
		$restored = 0;
		$left     = $this->table->count( array( 'batch' => $batch ) );
		if ( 0 === $left && array() !== $steps ) {
			$rows     = $steps[0]['before_rows'];
			$added    = array() === $steps[0]['added'] ? array() : $this->table->select( array( 'id' => $steps[0]['added'] ), 'id', count( $steps[0]['added'] ) );
			$removed += $this->table->delete_ids( array_column( $added, 'id' ) );
			self::forget_old_slugs( $added );
			$this->table->restore( $rows );
			$this->changes->delete( array( 'id' => $steps[0]['id'] ) );
			$restored = count( $rows );
			$this->announce( $rows );
		}
		return array( 'restored' => $restored, 'removed' => $removed, 'remaining' => ( $left > 0 ? 1 : 0 ) + $this->changes->count( array( 'batch' => $batch ) ) );
	}

	/**
	 * Brings the lists up to date that visits read before the table: rules for existing pages, expressions.
	 */
	public function refresh_always(): void {
		$hashes   = $this->table->always_hashes( self::MOST_ALWAYS + 1 );
		$hashes   = count( $hashes ) > self::MOST_ALWAYS ? array( '*' ) : $hashes;
		$patterns = $this->table->select( array( 'hash' => Path::hash( 'regex', '' ), 'is_live' => 1 ), 'id', Pattern::MOST );
		update_option( self::PATTERNS, array_map( static fn( array $row ) => array( $row['id'], $row['source'], $row['ignore_case'], $row['ignore_slash'] ), $patterns ), false );
		update_option( self::ALWAYS, $hashes + ( array() === $patterns ? array() : array( 'patterns' => true ) ), true );
	}

	/**
	 * Tells what follows rules: the list for existing pages, the sitemap's announcements.
	 *
	 * @param list<array<string, mixed>> $rows
	 */
	public function announce( array $rows ): void {
		$this->refresh_always();
		PageAt::forget();
		Listed::note( $rows );
		$urls = array_map( static fn( array $row ) => home_url( $row['source'] ), array_filter( $rows, static fn( array $row ) => 'exact' === $row['match_type'] ) );
		/**
		 * Redirects were added, changed or removed.
		 *
		 * @param list<string> $urls Addresses they start at; those of prefixes and patterns are not among them.
		 */
		array() === $urls || do_action( 'igny8/redirects/changed', array_values( $urls ) );
	}

	public static function too_many_patterns(): string {
		/* translators: %d: number of rules. */
		return sprintf( __( 'There are %d expressions already that may match any address. Begin this one with ^/ and a whole folder, such as ^/blog/.', 'igny8' ), Pattern::MOST_ANYWHERE );
	}

	/**
	 * @param array<string, mixed>       $row
	 * @param array<string, mixed>|null  $old
	 * @param list<array<string, mixed>> $leading Rules that led to this one's source.
	 * @param list<string>               $notes
	 * @return array{rule: array<string, mixed>, notes: list<string>, batch: string}
	 */
	private function write( array $row, ?array $old, array $leading, array $notes ): array {
		$before = array_values( array_filter( array( $old, ...$leading ) ) );
		if ( null === $old ) {
			$id = $this->table->insert( $row );
		} else {
			$id = $old['id'];
			$this->table->update( array( 'updated_at' => RulesTable::now() ) + $row, array( 'id' => $id ) );
		}
		foreach ( $leading as $other ) {
			$this->table->update( array_intersect_key( $row, array_flip( array( 'target', 'target_type', 'target_id', 'target_hash' ) ) ) + array( 'updated_at' => RulesTable::now() ), array( 'id' => $other['id'] ) );
		}
		$batch = $this->changes->note( null === $old ? ( 'auto' === $row['origin'] ? 'auto' : 'add' ) : 'edit', "{$row['source']} → " . self::target_text( $row ), null === $old ? array( $id ) : array(), $before );
		$this->announce( array_values( array_filter( array( $row, $old ) ) ) );
		return array( 'rule' => array( 'id' => $id ) + $row, 'notes' => $notes, 'batch' => $batch );
	}

	/**
	 * @param array<string, mixed> $row
	 */
	private function refusal( array $row, int $id ): ?\WP_Error {
		$same = $this->table->find( array( 'fingerprint' => $row['fingerprint'] ) );
		if ( null !== $same && $same['id'] !== $id ) {
			/* translators: 1: number of a redirect, 2: where it leads. */
			$why = sprintf( __( 'Redirect number %1$d already starts there and leads to %2$s. Change that one.', 'igny8' ), $same['id'], self::target_text( $same ) );
			return new \WP_Error( 'rule_exists', $why, array( 'status' => 409, 'rule' => $same['id'], 'fields' => array( 'source' => $why ) ) );
		}
		if ( $this->is_own_target( $row ) ) {
			$why = __( 'This redirect would lead to itself.', 'igny8' );
			return new \WP_Error( 'rule_loops', $why, array( 'status' => 409, 'fields' => array( 'target' => $why ) ) );
		}
		$anywhere = Path::hash( 'regex', '' );
		if ( $anywhere === $row['hash'] && 0 === $id && $this->table->count( array( 'hash' => $anywhere ) ) >= Pattern::MOST_ANYWHERE ) {
			return new \WP_Error( 'too_many_patterns', self::too_many_patterns(), array( 'status' => 409, 'fields' => array( 'source' => self::too_many_patterns() ) ) );
		}
		return null;
	}

	/**
	 * What the owner should know about the source: a page is there.
	 *
	 * @param array<string, mixed> $row
	 * @return list<string>
	 */
	private function notes( array $row ): array {
		$page = 'exact' === $row['match_type'] ? PageAt::find( self::source( $row ) ) : null;
		if ( null === $page ) {
			return array();
		}
		return 1 === $row['is_always']
			? array( __( 'There is a page at this address. Visitors will not see it any more while this redirect is on.', 'igny8' ) )
			: array( __( 'There is a page at this address, so the redirect waits until it is gone. To redirect it now, choose “Also when the page exists”.', 'igny8' ) );
	}

	/**
	 * @param array<string, mixed> $row
	 * @return list<string>|null
	 */
	private function circle( array $row ): ?array {
		foreach ( self::landing_places( $row ) as $landing ) {
			$found = null === $landing ? null : $this->chain->circle( $row, $landing );
			if ( null !== $found ) {
				return array( $row['source'], ...$found );
			}
		}
		return null;
	}

	/**
	 * Addresses of this site that a rule leads to; of a pattern, examples.
	 *
	 * @param array<string, mixed> $row
	 * @return list<Path|null>
	 */
	private static function landing_places( array $row ): array {
		if ( (int) $row['code'] >= 400 ) {
			return array();
		}
		$rests = 'exact' === $row['match_type'] ? array( '' ) : ( 'prefix' === $row['match_type'] ? array( '', ...self::SAMPLES ) : self::SAMPLES );
		return array_map( static fn( string $rest ) => Target::local( Target::of( $row, array( 'groups' => array_fill( 0, 10, $rest ), 'rest' => $rest ), self::source( $row ) ) ), $rests );
	}

	/**
	 * The rule with the end of the chain as its target.
	 *
	 * @param array<string, mixed> $row
	 * @param list<string>         $notes Gets a sentence about it.
	 * @return array<string, mixed>
	 */
	private function flattened( array $row, int $id, array &$notes ): array {
		if ( 'url' !== $row['target_type'] || '' === $row['target_hash'] || 'exact' !== $row['match_type'] ) {
			return $row;
		}
		$url = '';
		for ( $steps = 0; $steps < Chain::LONGEST; $steps++ ) {
			$address = Path::of( '' === $url ? $row['target'] : $url );
			$next    = null === $address ? null : $this->chain->certain( $address, $id );
			if ( null === $next ) {
				break;
			}
			$url = $next['url'];
		}
		$checked = '' === $url ? '' : Target::checked( $url )['target'];
		if ( '' === $checked || $checked === $row['target'] ) {
			return $row;
		}
		/* translators: 1: the target that was entered, 2: where it leads. */
		$notes[] = sprintf( __( '%1$s is itself redirected to %2$s, so this redirect leads there at once.', 'igny8' ), $row['target'], $checked );
		return array( 'target' => $checked, 'target_hash' => RuleInput::target_hash( $checked ) ) + $row;
	}

	/**
	 * Exact rules that led to the source of this one, and will lead where it leads.
	 *
	 * @param array<string, mixed> $row
	 * @return list<array<string, mixed>>
	 */
	private function leading_to( array $row, int $id ): array {
		if ( 'exact' !== $row['match_type'] || $row['code'] >= 400 || array() !== $row['conditions'] || 1 !== $row['is_live'] ) {
			return array();
		}
		if ( 1 !== $row['is_always'] && null !== PageAt::find( self::source( $row ) ) ) {
			return array(); // They lead to the page.
		}
		$found = $this->table->select( array( 'target_hash' => $row['hash'], 'target_type' => 'url', 'match_type' => 'exact' ), 'id', 200 );
		return array_values( array_filter( $found, static fn( array $other ) => $other['id'] !== $id && $other['source'] !== $row['target'] ) );
	}

	/**
	 * @param list<array<string, mixed>> $leading
	 * @param array<string, mixed>       $row
	 * @return list<string>
	 */
	private function notes_about_leading( array $leading, array $row ): array {
		/* translators: 1: number of redirects, 2: where they lead now. */
		return array() === $leading ? array() : array( sprintf( _n( '%1$s redirect that led here leads to %2$s at once now.', '%1$s redirects that led here lead to %2$s at once now.', count( $leading ), 'igny8' ), number_format_i18n( count( $leading ) ), self::target_text( $row ) ) );
	}

	/**
	 * @param array<string, array<string, mixed>> $rows Fingerprint → row.
	 * @return array{added: int, updated: int, same: int}
	 */
	private function store( array $rows, string $origin, string $batch, bool $is_replacing, bool $is_dry_run ): array {
		$here    = array() === $rows ? array() : array_column( $this->table->select( array( 'fingerprint' => array_map( 'strval', array_keys( $rows ) ) ), 'id', count( $rows ) ), null, 'fingerprint' );
		$mine    = array_filter( $here, static fn( array $row ) => '' !== $batch && $row['batch'] === $batch );
		$differs = array_filter( array_diff_key( $here, $mine ), static fn( array $row ) => self::differs( $row, $rows[ $row['fingerprint'] ] ) );
		$updated = $is_replacing ? $differs : array();
		if ( ! $is_dry_run ) {
			/* translators: %s: where redirects come from. */
			array() === $updated || $this->changes->note( 'import', sprintf( __( 'Import: %s', 'igny8' ), $origin ), array(), array_values( $updated ), $batch );
			foreach ( $updated as $fingerprint => $old ) {
				$this->table->update( array_diff_key( $rows[ $fingerprint ], array_flip( array( 'batch', 'created_at', 'hits', 'last_hit_on' ) ) ), array( 'id' => $old['id'] ) );
			}
			$this->table->add( array_values( array_diff_key( $rows, $here ) ) );
			$this->refresh_always();
			Listed::note( array_values( $rows ) );
		}
		return array( 'added' => count( $rows ) - count( $here ) + count( $mine ), 'updated' => count( $updated ), 'same' => count( $here ) - count( $mine ) - count( $updated ) );
	}

	/**
	 * Whether a rule that is here says something else than one of the same visits that comes in.
	 *
	 * @param array<string, mixed> $here
	 * @param array<string, mixed> $coming
	 */
	private static function differs( array $here, array $coming ): bool {
		foreach ( array( 'code', 'target', 'target_type', 'target_id', 'query_mode', 'is_on', 'is_always', 'priority', 'group_id', 'note' ) as $column ) {
			if ( $here[ $column ] !== $coming[ $column ] ) {
				return true;
			}
		}
		return false;
	}

	/**
	 * WordPress keeps old slugs of its own (`_wp_old_slug`) and would go on redirecting what the owner has just stopped.
	 *
	 * @param list<array<string, mixed>> $rows
	 */
	private static function forget_old_slugs( array $rows ): void {
		foreach ( $rows as $row ) {
			Watch::ORIGIN === $row['origin'] && 'post' === $row['target_type'] && delete_post_meta( $row['target_id'], '_wp_old_slug', sanitize_title( basename( $row['source'] ) ) );
		}
	}

	private function remove_batch( string $batch ): int {
		$rows = '' === $batch ? array() : $this->table->select( array( 'batch' => $batch ), 'id', 1000 );
		$this->table->delete_ids( array_column( $rows, 'id' ) );
		array() === $rows || $this->refresh_always();
		Listed::note( $rows );
		return count( $rows );
	}

	/**
	 * @param array<string, mixed> $row
	 */
	private function is_own_target( array $row ): bool {
		return 'exact' === $row['match_type'] && '' !== $row['target_hash'] && $row['target_hash'] === $row['hash'] && null !== $this->matcher->meets( array( 'id' => 0 ) + $row, Path::of( $row['target'] ) );
	}

	/**
	 * Names that importers use for the same.
	 *
	 * @param array<string, mixed> $rule
	 * @return array<string, mixed>
	 */
	private static function translated( array $rule ): array {
		foreach ( array( 'is_enabled' => 'is_on', 'title' => 'note', 'last_hit_at' => 'last_hit_on' ) as $theirs => $ours ) {
			if ( isset( $rule[ $theirs ] ) && ! isset( $rule[ $ours ] ) ) {
				$rule[ $ours ] = 'last_hit_on' === $ours ? substr( (string) $rule[ $theirs ], 0, 10 ) : $rule[ $theirs ];
			}
		}
		return $rule;
	}

	/**
	 * The address a rule starts at; of a pattern, its literal beginning.
	 *
	 * @param array<string, mixed> $row
	 */
	public static function source( array $row ): Path {
		$path = 'regex' === $row['match_type'] ? Pattern::head( $row['source'] ) . '/' : str_replace( array( '%', '?', '#' ), array( '%25', '%3F', '%23' ), $row['source'] );
		return Path::of( $path . ( '' === $row['source_query'] ? '' : "?{$row['source_query']}" ) );
	}

	/**
	 * Where a rule leads, for people.
	 *
	 * @param array<string, mixed> $row
	 */
	public static function target_text( array $row ): string {
		return match ( true ) {
			(int) $row['code'] >= 400      => (string) $row['code'],
			'post' === $row['target_type'] => get_the_title( (int) $row['target_id'] ) ?: "#{$row['target_id']}",
			'term' === $row['target_type'] => (string) ( get_term( (int) $row['target_id'] )->name ?? "#{$row['target_id']}" ),
			default                        => rawurldecode( $row['target'] ),
		};
	}
}
