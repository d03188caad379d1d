<?php
/**
 * Turns what somebody enters or imports into a complete row of a rule, or says what is wrong with it.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Redirects;

final class RuleInput {

	public const CODES = array( 301, 302, 307, 308, 410, 451 );

	public const DEFAULTS = array(
		'match'        => 'exact',
		'target'       => '',
		'target_type'  => 'url',
		'target_id'    => 0,
		'code'         => 301,
		'query'        => 'pass',
		'ignore_case'  => true,
		'ignore_slash' => true,
		'group'        => '',
		'priority'     => 10,
		'is_on'        => true,
		'always'       => false,
		'note'         => '',
		'conditions'   => array(),
		'hits'         => 0,
		'last_hit_on'  => '',
	);

	/**
	 * @var array<string, array{id: int, place: int, is_on: int}>
	 */
	private array $groups = array();

	public function __construct( private readonly GroupsTable $table ) {}

	/**
	 * @param array<string, mixed> $input As Schemas::rule() describes it; missing properties are DEFAULTS.
	 * @return array<string, mixed>|\WP_Error A row without id.
	 */
	public function row( array $input, string $origin = '', string $batch = '' ): array|\WP_Error {
		$input  = array_intersect_key( $input, self::DEFAULTS + array( 'source' => '' ) ) + self::DEFAULTS + array( 'source' => '' );
		$source = $this->source( $input );
		if ( is_wp_error( $source ) ) {
			return $source;
		}
		$target = $this->target( $input );
		if ( is_wp_error( $target ) ) {
			return $target;
		}
		$conditions = Conditions::checked( (array) $input['conditions'] );
		if ( is_string( $conditions ) ) {
			return self::refused( 'conditions', $conditions );
		}
		$group = $this->group( (string) $input['group'] );
		$row   = array(
			'group_id'     => $group['id'],
			...$source,
			'ignore_case'  => (int) (bool) $input['ignore_case'],
			'ignore_slash' => (int) (bool) $input['ignore_slash'],
			'code'         => (int) $input['code'],
			...$target,
			'conditions'   => $conditions,
			'is_always'    => (int) (bool) $input['always'],
			'is_on'        => (int) (bool) $input['is_on'],
			'is_live'      => (int) ( $input['is_on'] && $group['is_on'] ),
			'priority'     => max( -1000, min( 1000, (int) $input['priority'] ) ),
			'place'        => $group['place'],
			'note'         => mb_substr( sanitize_text_field( (string) $input['note'] ), 0, 255 ), // As long as its column: other plugins keep whole paragraphs.
			'origin'       => substr( sanitize_key( $origin ), 0, 40 ),
			'batch'        => $batch,
			'is_edited'    => 0,
			'hits'         => max( 0, (int) $input['hits'] ),
			'last_hit_on'  => 1 === preg_match( '/^\d{4}-\d\d-\d\d$/', (string) $input['last_hit_on'] ) ? $input['last_hit_on'] : '',
			'created_at'   => RulesTable::now(),
			'updated_at'   => RulesTable::now(),
		);
		return $row + array( 'fingerprint' => self::fingerprint( $row ) );
	}

	/**
	 * Equal for rules that fire on the same visits.
	 *
	 * @param array<string, mixed> $row
	 */
	public static function fingerprint( array $row ): string {
		$source = 'regex' === $row['match_type'] ? $row['source'] : ( 1 === $row['ignore_case'] ? mb_strtolower( $row['source'] ) : $row['source'] );
		$source = 'regex' !== $row['match_type'] && 1 === $row['ignore_slash'] ? rtrim( $source, '/' ) : $source;
		$query  = 'exact' === $row['query_mode'] ? "exact?{$row['source_query']}" : 'any';
		return md5( implode( "\n", array( $row['match_type'], $source, $query, $row['ignore_case'], $row['ignore_slash'], wp_json_encode( $row['conditions'] ) ) ) );
	}

	/**
	 * @param array<string, mixed> $input
	 * @return array{match_type: string, source: string, source_query: string, query_mode: string, hash: string}|\WP_Error
	 */
	private function source( array $input ): array|\WP_Error {
		$source = trim( (string) $input['source'] );
		if ( '' === $source ) {
			return self::refused( 'source', __( 'Say which address to redirect: a path such as /old-page.', 'igny8' ) );
		}
		if ( 'regex' === $input['match'] ) {
			return self::pattern( $input, $source );
		}
		if ( 'prefix' === $input['match'] ) {
			$source = (string) preg_replace( '~/?\*$~', '', $source );
		}
		$path = Path::of( $source );
		if ( null === $path ) {
			return self::refused( 'source', __( 'This address belongs to another site. A redirect can only start at an address of this site.', 'igny8' ) );
		}
		if ( $path->is_protected() ) {
			return self::refused( 'source', __( 'WordPress itself needs this address (login, administration or an API), so it is never redirected.', 'igny8' ) );
		}
		if ( $input['always'] && ( '/' === $path->path && 'prefix' === $input['match'] ) ) {
			return self::refused( 'always', __( 'This would redirect every page of the site, so that nobody could visit it.', 'igny8' ) );
		}
		$query = 'prefix' === $input['match'] ? '' : $path->query;
		$mode  = '' === $query ? $input['query'] : 'exact';
		return array(
			'match_type'   => $input['match'],
			'source'       => $path->path,
			'source_query' => $query,
			'query_mode'   => $mode,
			'hash'         => Path::hash( $input['match'], $path->path, $query ),
		);
	}

	/**
	 * @param array<string, mixed> $input
	 * @return array{match_type: string, source: string, source_query: string, query_mode: string, hash: string}|\WP_Error
	 */
	private static function pattern( array $input, string $source ): array|\WP_Error {
		$source = str_replace( array( "\r", "\n", "\0" ), '', $source ); // No address holds them, and in a server's configuration they begin a line of their own.
		$source = (string) preg_replace_callback( '/(?:%[89A-F][0-9A-F])+/i', static fn( array $found ) => rawurldecode( $found[0] ), $source ); // Visitors' addresses are compared decoded.
		$fault  = mb_check_encoding( $source, 'UTF-8' ) ? Pattern::fault( $source ) : __( 'This is not valid UTF-8.', 'igny8' );
		if ( '' !== $fault ) {
			return self::refused( 'source', $fault );
		}
		if ( $input['always'] && null !== Pattern::match( $source, (bool) $input['ignore_case'], '/' ) ) {
			return self::refused( 'always', __( 'This would redirect the home page and every page like it. Begin the expression with ^/ and what the addresses have in common.', 'igny8' ) );
		}
		preg_match_all( '/\$([0-9])/', (string) $input['target'], $used );
		$most = Pattern::groups( $source );
		if ( array() !== $used[1] && max( $used[1] ) > $most ) {
			/* translators: 1: $ and a number, 2: number of groups. */
			return self::refused( 'target', sprintf( _n( 'The target uses $%1$d, but the expression has %2$d group in parentheses.', 'The target uses $%1$d, but the expression has %2$d groups in parentheses.', $most, 'igny8' ), max( $used[1] ), $most ) );
		}
		return array(
			'match_type'   => 'regex',
			'source'       => $source,
			'source_query' => '',
			'query_mode'   => $input['query'],
			'hash'         => Path::hash( 'regex', Pattern::head( $source ) ),
		);
	}

	/**
	 * @param array<string, mixed> $input
	 * @return array{target_type: string, target: string, target_id: int, target_hash: string}|\WP_Error
	 */
	private function target( array $input ): array|\WP_Error {
		if ( ! in_array( (int) $input['code'], self::CODES, true ) ) {
			/* translators: %s: list of numbers. */
			return self::refused( 'code', sprintf( __( 'The status must be one of %s.', 'igny8' ), implode( ', ', self::CODES ) ) );
		}
		$none = array( 'target_type' => 'url', 'target' => '', 'target_id' => 0, 'target_hash' => '' );
		if ( (int) $input['code'] >= 400 ) {
			return $none;
		}
		if ( 'url' !== $input['target_type'] ) {
			$id     = (int) $input['target_id'];
			$exists = 'post' === $input['target_type'] ? null !== get_post( $id ) : get_term( $id ) instanceof \WP_Term;
			/* translators: %d: number of a post or term. */
			return $id > 0 && $exists ? array( 'target_type' => $input['target_type'], 'target_id' => $id ) + $none : self::refused( 'target_id', sprintf( __( 'There is nothing with the number %d to redirect to. Choose the page again.', 'igny8' ), $id ) );
		}
		$checked = Target::checked( (string) $input['target'] );
		if ( '' !== $checked['error'] ) {
			return self::refused( 'target', $checked['error'] );
		}
		if ( 'exact' === $input['match'] && preg_match( '/\$[0-9]/', $checked['target'] ) ) {
			return self::refused( 'target', __( '$1 stands for a part of the old address: that needs a prefix or a regular expression as source.', 'igny8' ) );
		}
		return array( 'target' => $checked['target'], 'target_hash' => self::target_hash( $checked['target'] ) ) + $none;
	}

	/**
	 * Where a rule for the target itself would stand; '' for another site.
	 */
	public static function target_hash( string $target ): string {
		$path = str_starts_with( $target, '/' ) ? Path::of( $target ) : null;
		return null === $path || str_contains( $path->path, '$' ) ? '' : Path::hash( 'exact', $path->path, $path->query );
	}

	/**
	 * @return array{id: int, place: int, is_on: int}
	 */
	private function group( string $name ): array {
		if ( '' === trim( $name ) ) {
			return array( 'id' => 0, 'place' => 0, 'is_on' => 1 );
		}
		return $this->groups[ $name ] ??= $this->table->find( array( 'id' => $this->table->id_of( $name ) ) );
	}

	private static function refused( string $field, string $why ): \WP_Error {
		return new \WP_Error( 'rule_invalid', $why, array( 'status' => 400, 'fields' => array( $field => $why ) ) );
	}
}
