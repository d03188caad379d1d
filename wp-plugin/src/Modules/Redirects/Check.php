<?php
/**
 * Looks through all rules for what is wrong with them, and mends it.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Redirects;

/**
 * Works in steps by id; what was found and how far it is stand in one option that is not autoloaded. Kinds: `loop`
 * (round in a circle), `chain` (more than one step), `dead` (nothing at the target), `duplicate` (an earlier rule of the
 * same address), `never` (another rule or a page comes first).
 */
final class Check {

	public const OPTION = 'igny8_redirects_check';

	public const KINDS = array( 'loop', 'chain', 'dead', 'duplicate', 'never' );

	private const MOST = 2000; // Findings kept; who has more mends these first and checks again.

	private const STEP_S = 4.0;

	private const CHUNK = 50;

	private readonly RulesTable $table;
	private readonly Matcher $matcher;
	private readonly Chain $chain;

	public function __construct() {
		$this->table   = new RulesTable();
		$this->matcher = new Matcher( $this->table );
		$this->chain   = new Chain( $this->matcher );
	}

	/**
	 * One bounded step. A finished check begins anew.
	 *
	 * @return array{done: int, total: int, remaining: int, found: int}
	 */
	public function step(): array {
		$state = self::state();
		$state = 0 === $state['remaining'] ? array( 'after' => 0, 'done' => 0, 'remaining' => $this->table->count() + $this->fields( 0, PHP_INT_MAX, true ), 'phase' => 'rules', 'findings' => array(), 'found' => 0 ) : $state;
		$until = microtime( true ) + self::STEP_S;
		$found = 0;
		do {
			$rows = 'rules' === $state['phase'] ? $this->table->after( $state['after'], self::CHUNK ) : $this->fields( $state['after'], self::CHUNK );
			foreach ( $rows as $row ) {
				$finding = 'rules' === $state['phase'] ? $this->look( $row ) : $this->look_at_field( $row );
				if ( null !== $finding ) {
					++$found;
					++$state['found'];
					count( $state['findings'] ) < self::MOST && $state['findings'][] = $finding;
				}
				$state['after'] = (int) ( $row['id'] ?? $row['meta_id'] );
				++$state['done'];
			}
			if ( array() === $rows ) {
				$is_over        = 'fields' === $state['phase'];
				$state['phase'] = 'fields';
				$state['after'] = 0;
			}
		} while ( empty( $is_over ) && microtime( true ) < $until );
		$state['remaining'] = empty( $is_over ) ? max( 1, $this->table->count() + $this->fields( 0, PHP_INT_MAX, true ) - $state['done'] ) : 0;
		$state['at']        = time();
		update_option( self::OPTION, $state, false );
		PageAt::forget();
		return array( 'done' => $state['done'], 'total' => $state['done'] + $state['remaining'], 'remaining' => $state['remaining'], 'found' => $found );
	}

	/**
	 * @return array{after: int, done: int, remaining: int, phase: string, findings: list<array<string, mixed>>, found: int, at?: int}
	 */
	public static function state(): array {
		return (array) get_option( self::OPTION, array() ) + array( 'after' => 0, 'done' => 0, 'remaining' => 0, 'phase' => 'rules', 'findings' => array(), 'found' => 0 );
	}

	/**
	 * Mends findings of some kinds or of some rules, at most 500 a call.
	 *
	 * @param list<string> $kinds
	 * @param list<int>    $ids   Empty: all of the kinds.
	 * @return array{fixed: int, fixes: list<array<string, mixed>>, batch: string, remaining: int}
	 */
	public function fix( array $kinds, array $ids, bool $is_dry_run ): array {
		$state  = self::state();
		$chosen = array_filter( $state['findings'], static fn( array $finding ) => $finding['rule'] > 0 && in_array( $finding['kind'], $kinds, true ) && ( array() === $ids || in_array( $finding['rule'], $ids, true ) ) );
		$now    = array_slice( $chosen, 0, 500, true );
		$rows   = array() === $now ? array() : array_column( $this->table->select( array( 'id' => array_column( $now, 'rule' ) ), 'id', 500 ), null, 'id' );
		$batch  = '';
		if ( ! $is_dry_run && array() !== $rows ) {
			/* translators: %s: number of redirects. */
			$batch = ( new ChangesTable() )->note( 'check', sprintf( __( '%s redirects mended', 'igny8' ), number_format_i18n( count( $rows ) ) ), array(), array_values( $rows ) );
			array_map( fn( array $finding ) => isset( $rows[ $finding['rule'] ] ) && $this->mend( $finding ), $now );
			$state['findings'] = array_values( array_diff_key( $state['findings'], $now ) );
			$state['found']    = max( 0, $state['found'] - count( $now ) );
			update_option( self::OPTION, $state, false );
			( new Rules() )->announce( array_values( $rows ) );
		}
		return array( 'fixed' => count( $rows ), 'fixes' => array_values( array_filter( $now, static fn( array $finding ) => isset( $rows[ $finding['rule'] ] ) ) ), 'batch' => $batch, 'remaining' => $is_dry_run ? 0 : count( $chosen ) - count( $now ) );
	}

	/**
	 * @param array<string, mixed> $finding
	 */
	private function mend( array $finding ): void {
		$now = array( 'updated_at' => RulesTable::now() );
		match ( $finding['fix'] ) {
			'delete'   => $this->table->delete_ids( array( $finding['rule'] ) ),
			'retarget' => $this->table->update( array( 'target' => $finding['target'], 'target_hash' => RuleInput::target_hash( $finding['target'] ) ) + $now, array( 'id' => $finding['rule'] ) ),
			'gone'     => $this->table->update( array( 'code' => 410, 'target' => '', 'target_hash' => '', 'target_type' => 'url', 'target_id' => 0 ) + $now, array( 'id' => $finding['rule'] ) ),
			default    => $this->table->update( array( 'is_on' => 0, 'is_live' => 0 ) + $now, array( 'id' => $finding['rule'] ) ),
		};
	}

	/**
	 * @param array<string, mixed> $rule
	 * @return array<string, mixed>|null
	 */
	private function look( array $rule ): ?array {
		if ( 1 !== $rule['is_live'] ) {
			return null;
		}
		return $this->hidden( $rule ) ?? $this->target( $rule );
	}

	/**
	 * Whether something else always comes first.
	 *
	 * @param array<string, mixed> $rule
	 * @return array<string, mixed>|null
	 */
	private function hidden( array $rule ): ?array {
		if ( 'regex' === $rule['match_type'] ) {
			$fault = Pattern::fault( $rule['source'] );
			return '' === $fault ? null : self::finding( $rule, 'never', $fault, 'off' );
		}
		foreach ( 'exact' === $rule['match_type'] ? $this->matcher->at( Rules::source( $rule ) ) : array() as $met ) {
			if ( (int) $met['rule']['id'] === $rule['id'] ) {
				break;
			}
			if ( ! $met['is_conditional'] ) {
				$is_same = 'exact' === $met['rule']['match_type'];
				/* translators: 1: number of a redirect, 2: its source. */
				return self::finding( $rule, $is_same ? 'duplicate' : 'never', sprintf( __( 'Redirect %1$d (%2$s) always comes first.', 'igny8' ), $met['rule']['id'], $met['rule']['source'] ), 'delete' );
			}
		}
		if ( 'exact' === $rule['match_type'] && 1 !== $rule['is_always'] && null !== PageAt::find( Rules::source( $rule ) ) ) {
			return self::finding( $rule, 'never', __( 'A page is at this address, and the redirect is not made for existing pages.', 'igny8' ), 'off' );
		}
		return null;
	}

	/**
	 * @param array<string, mixed> $rule
	 * @return array<string, mixed>|null
	 */
	private function target( array $rule ): ?array {
		if ( $rule['code'] >= 400 || 'regex' === $rule['match_type'] || ( 'url' === $rule['target_type'] && str_contains( $rule['target'], '$' ) ) ) {
			return null;
		}
		$source = Rules::source( $rule );
		$url    = Target::of( array( 'query_mode' => 'ignore' ) + $rule, array( 'groups' => array(), 'rest' => '' ), $source );
		if ( '' === $url ) {
			return self::finding( $rule, 'dead', __( 'What it leads to is deleted or not published.', 'igny8' ), 'gone' );
		}
		$end = $this->chain->end( $url, new Visit( $source ), array( $source->full() ) );
		if ( null === $end ) {
			return self::finding( $rule, 'loop', __( 'It leads round in a circle.', 'igny8' ), 'off' );
		}
		if ( array() !== $end['steps'] && $end['code'] < 400 ) {
			$target = Target::checked( $end['url'] )['target'];
			/* translators: %s: address. */
			return self::finding( $rule, 'chain', sprintf( __( 'It takes more than one step to %s.', 'igny8' ), $end['url'] ), 'retarget', $target );
		}
		$local = Target::local( $end['url'] );
		if ( 'url' === $rule['target_type'] && null !== $local && null === PageAt::find( $local ) && ! self::is_file( $local ) ) {
			return self::finding( $rule, 'dead', __( 'Nothing is at the address it leads to.', 'igny8' ), 'gone' );
		}
		return null;
	}

	/**
	 * A page's own field `redirect` that leads round in a circle: nobody but its editor can mend that.
	 *
	 * @param array{meta_id: int, type: string, object_id: int, target: string} $field
	 * @return array<string, mixed>|null
	 */
	private function look_at_field( array $field ): ?array {
		$url  = 'post' === $field['type'] ? get_permalink( $field['object_id'] ) : get_term_link( $field['object_id'] );
		$path = is_string( $url ) ? Path::of( $url ) : null;
		$goal = Target::checked( $field['target'] );
		if ( null === $path || '' !== $goal['error'] ) {
			return null;
		}
		$to = str_starts_with( $goal['target'], '/' ) ? untrailingslashit( home_url() ) . $goal['target'] : $goal['target'];
		return null !== $this->chain->end( $to, new Visit( $path ), array( $path->full() ) ) ? null : array(
			'rule'   => 0,
			'source' => $path->path,
			'kind'   => 'loop',
			'detail' => __( 'The page itself redirects its visitors, and that leads back here. Edit the page.', 'igny8' ),
			'fix'    => '',
			'target' => '',
			'edit'   => (string) ( 'post' === $field['type'] ? get_edit_post_link( $field['object_id'], 'raw' ) : get_edit_term_link( $field['object_id'] ) ),
		);
	}

	/**
	 * Posts with the field `redirect`, or how many.
	 *
	 * @return list<array{meta_id: int, type: string, object_id: int, target: string}>|int
	 */
	private function fields( int $after, int $limit, bool $is_count = false ): array|int {
		global $wpdb;
		$key = \Igny8\Seo\Fields::META['redirect'];
		if ( $is_count ) {
			return (int) $wpdb->get_var( $wpdb->prepare( 'SELECT COUNT(*) FROM %i WHERE meta_key = %s', $wpdb->postmeta, $key ) ); // phpcs:ignore WordPress.DB -- By the index on meta_key; counted once a step.
		}
		$rows = $wpdb->get_results( $wpdb->prepare( 'SELECT meta_id, post_id, meta_value FROM %i WHERE meta_key = %s AND meta_id > %d ORDER BY meta_id LIMIT %d', $wpdb->postmeta, $key, $after, $limit ) ); // phpcs:ignore WordPress.DB -- By the index on meta_key, in steps of the primary key: there is no function for that.
		return array_map( static fn( \stdClass $row ) => array( 'meta_id' => (int) $row->meta_id, 'type' => 'post', 'object_id' => (int) $row->post_id, 'target' => $row->meta_value ), $rows ?? array() );
	}

	private static function is_file( Path $address ): bool {
		return str_contains( basename( $address->path ), '.' ) && ! str_contains( $address->path, '..' ) && is_file( untrailingslashit( ABSPATH ) . $address->path );
	}

	/**
	 * @param array<string, mixed> $rule
	 * @return array<string, mixed>
	 */
	private static function finding( array $rule, string $kind, string $detail, string $fix, string $target = '' ): array {
		return array( 'rule' => $rule['id'], 'source' => $rule['source'], 'kind' => $kind, 'detail' => $detail, 'fix' => $fix, 'target' => $target, 'edit' => '' );
	}
}
