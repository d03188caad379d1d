<?php
/**
 * Redirection: redirects and their groups in tables of its own; it knows nothing about titles.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Import\Sources;

use Igny8\Modules\Import\Record;
use Igny8\Modules\Import\Source;
use Igny8\Modules\Import\Stored;

/**
 * Formats as of its version 5.8, whose rows of version 2 and later are the same.
 */
final class Redirection extends Source {

	protected const OPTIONS = array();

	private const ITEMS = 'redirection_items';

	/**
	 * @var array<int, array{name: string, is_on: bool}>|null
	 */
	private ?array $groups = null;

	public function slug(): string {
		return 'redirection';
	}

	public function name(): string {
		return 'Redirection';
	}

	public function version(): string {
		return Record::string( Stored::option( 'redirection_options' )['database'] ?? '' );
	}

	public function redirect_count(): int {
		return $this->rows->count( self::ITEMS );
	}

	public function redirects( int $after, int $limit ): array {
		$rules = array();
		foreach ( $this->rows->after( self::ITEMS, 'id', $after, $limit ) as $row ) {
			$flags = (array) ( Stored::json( $row['match_data'] ?? '' )['source'] ?? array() );
			$group = $this->groups()[ (int) $row['group_id'] ] ?? array( 'name' => '', 'is_on' => true );
			$rule  = array(
				'number'       => (int) $row['id'],
				'source'       => Record::string( $row['url'] ),
				'match'        => '1' === (string) $row['regex'] ? 'regex' : 'exact',
				'code'         => (int) $row['action_code'],
				'query'        => array( 'exact' => 'exact', 'exactorder' => 'exact', 'pass' => 'pass', 'ignore' => 'ignore' )[ Record::string( $flags['flag_query'] ?? '' ) ] ?? $this->flag( 'flag_query', 'exact' ),
				'ignore_case'  => (bool) ( $flags['flag_case'] ?? $this->flag( 'flag_case', false ) ),
				'ignore_slash' => (bool) ( $flags['flag_trailing'] ?? $this->flag( 'flag_trailing', false ) ),
				'is_enabled'   => 'enabled' === $row['status'] && $group['is_on'],
				'group'        => $group['name'],
				'priority'     => (int) $row['position'],
				'title'        => Record::string( $row['title'] ?? '' ),
				'hits'         => (int) $row['last_count'],
				'last_hit_at'  => self::date( Record::string( $row['last_access'] ?? '' ) ),
			);
			array_push( $rules, ...$this->by_action( $rule, $row ) );
		}
		return $rules;
	}

	/**
	 * The rule with its target and conditions; two where it sends different visitors to different places.
	 *
	 * @param array<string, mixed>       $rule
	 * @param array<string, string|null> $row
	 * @return list<array<string, mixed>>
	 */
	private function by_action( array $rule, array $row ): array {
		$data = Stored::php( $row['action_data'] ?? '' );
		if ( 'error' === $row['action_type'] ) {
			$rule['code'] = in_array( $rule['code'], array( 410, 451 ), true ) ? $rule['code'] : 410; // A page that is said to be missing is gone.
			return array( array( 'target' => '' ) + $rule );
		}
		if ( 'url' !== $row['action_type'] ) {
			/* translators: %s: kind of action, as Redirection calls it. */
			return array( array( 'refused' => sprintf( __( 'its action “%s” has no counterpart', 'igny8' ), $row['action_type'] ) ) + $rule );
		}
		$plain = array() === $data ? Record::string( $row['action_data'] ?? '' ) : Record::string( $data['url'] ?? '' );
		return match ( $row['match_type'] ) {
			'url', 'page' => array( array( 'target' => $plain ) + $rule ),
			'login'       => $this->two( $rule, $data, array( 'logged_in' => true ), array( 'logged_in' => false ), 'logged_in', 'logged_out' ),
			'role'        => $this->one( $rule, $data, array( 'roles' => array( Record::string( $data['role'] ?? '' ) ) ) ),
			'agent'       => $this->one( $rule, $data, array( 'user_agent' => self::pattern( $data, 'agent' ) ) ),
			'referrer'    => $this->one( $rule, $data, array( 'referrer' => self::pattern( $data, 'referrer' ) ) ),
			'language'    => $this->one( $rule, $data, array( 'language' => Record::string( $data['language'] ?? '' ) ) ),
			'cookie'      => $this->one( $rule, $data, array( 'cookie' => Record::string( $data['name'] ?? '' ) . '=' . Record::string( $data['value'] ?? '' ) ) ),
			/* translators: %s: kind of condition, as Redirection calls it. */
			default       => array( array( 'refused' => sprintf( __( 'its condition “%s” has no counterpart', 'igny8' ), $row['match_type'] ) ) + $rule ),
		};
	}

	/**
	 * Visitors who match go to `url_from`, the others to `url_notfrom`: a second rule, behind the first.
	 *
	 * @param array<string, mixed> $rule
	 * @param array<mixed>         $data
	 * @param array<string, mixed> $conditions
	 * @return list<array<string, mixed>>
	 */
	private function one( array $rule, array $data, array $conditions ): array {
		return $this->two( $rule, $data, $conditions, array(), 'url_from', 'url_notfrom' );
	}

	/**
	 * @param array<string, mixed> $rule
	 * @param array<mixed>         $data
	 * @param array<string, mixed> $first
	 * @param array<string, mixed> $second
	 * @return list<array<string, mixed>>
	 */
	private function two( array $rule, array $data, array $first, array $second, string $yes, string $no ): array {
		$rules = array();
		foreach ( array( $yes => $first, $no => $second ) as $name => $conditions ) {
			$target = Record::string( $data[ $name ] ?? '' );
			if ( '' !== $target ) {
				$rules[] = array( 'target' => $target, 'conditions' => $conditions, 'priority' => $rule['priority'] + count( $rules ) ) + $rule;
			}
		}
		return $rules;
	}

	/**
	 * Words, or `~` and a regular expression.
	 *
	 * @param array<mixed> $data
	 */
	private static function pattern( array $data, string $name ): string {
		$text = Record::string( $data[ $name ] ?? '' );
		return empty( $data['regex'] ) ? $text : "~{$text}";
	}

	private function flag( string $name, mixed $fallback ): mixed {
		return Stored::option( 'redirection_options' )[ $name ] ?? $fallback;
	}

	/**
	 * @return array<int, array{name: string, is_on: bool}>
	 */
	private function groups(): array {
		if ( null === $this->groups ) {
			$this->groups = array();
			foreach ( $this->rows->after( 'redirection_groups', 'id', 0, 1000 ) as $row ) {
				$this->groups[ (int) $row['id'] ] = array( 'name' => Record::string( $row['name'] ), 'is_on' => 'enabled' === $row['status'] );
			}
		}
		return $this->groups;
	}
}
