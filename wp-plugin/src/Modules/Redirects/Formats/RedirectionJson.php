<?php
/**
 * Rules as the JSON file that the plugin Redirection exports and imports.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Redirects\Formats;

/**
 * `{groups: [{id, name, enabled}], redirects: [{url, match_type, match_data.source.flag_*, action_type, action_code,
 * action_data, …}]}`. What a redirect of theirs can and one of ours cannot is reported with its place in the list.
 */
final class RedirectionJson {

	private const SIGNS = array( 'agent' => 'user_agent', 'referrer' => 'referrer' );

	/**
	 * @return array{rules: array<int, array<string, mixed>>, problems: list<array{line: int, text: string, reason: string}>}
	 */
	public static function read( string $text ): array {
		$file = json_decode( $text, true );
		if ( ! is_array( $file ) || ! is_array( $file['redirects'] ?? null ) ) {
			return array( 'rules' => array(), 'problems' => array( array( 'line' => 1, 'text' => mb_substr( $text, 0, 100 ), 'reason' => __( 'This is not a JSON file of redirects.', 'igny8' ) ) ) );
		}
		$groups   = array_column( $file['groups'] ?? array(), null, 'id' );
		$rules    = array();
		$problems = array();
		foreach ( array_values( $file['redirects'] ) as $at => $item ) {
			$rule = is_array( $item ) ? self::rule( $item, $groups ) : __( 'Not a redirect.', 'igny8' );
			if ( is_array( $rule ) ) {
				$rules[ $at + 1 ] = $rule;
			} else {
				$problems[] = array( 'line' => $at + 1, 'text' => mb_substr( (string) ( $item['url'] ?? '' ), 0, 200 ), 'reason' => $rule );
			}
		}
		return array( 'rules' => $rules, 'problems' => $problems );
	}

	/**
	 * @param list<array<string, mixed>> $rules
	 */
	public static function write( array $rules ): string {
		$groups = array_values( array_unique( array_map( static fn( array $rule ) => '' === $rule['group'] ? 'Redirects' : $rule['group'], $rules ) ) );
		$file   = array(
			'plugin'    => array( 'version' => '5.0.0', 'date' => gmdate( 'r' ) ), // The format is theirs since version 4.
			'groups'    => array_map( static fn( string $name, int $at ) => array( 'id' => $at + 1, 'name' => $name, 'redirects' => 0, 'module_id' => 1, 'enabled' => true ), $groups, array_keys( $groups ) ),
			'redirects' => array_map( static fn( array $rule ) => self::item( $rule, 1 + (int) array_search( '' === $rule['group'] ? 'Redirects' : $rule['group'], $groups, true ) ), $rules ),
		);
		return (string) wp_json_encode( $file, JSON_PRETTY_PRINT | JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE ) . "\n";
	}

	/**
	 * @param array<string, mixed>               $item
	 * @param array<int, array<string, mixed>> $groups
	 * @return array<string, mixed>|string
	 */
	private static function rule( array $item, array $groups ): array|string {
		$action     = (string) ( $item['action_type'] ?? 'url' );
		$data       = $item['action_data'] ?? array();
		$data       = is_array( $data ) ? $data : array( 'url' => (string) $data );
		$conditions = self::conditions( (string) ( $item['match_type'] ?? 'url' ), $data );
		$code       = (int) ( $item['action_code'] ?? 301 );
		if ( ! in_array( $action, array( 'url', 'error' ), true ) || ! is_array( $conditions ) ) {
			/* translators: %s: word of another plugin. */
			return sprintf( __( 'Its kind “%s” has no counterpart here.', 'igny8' ), is_array( $conditions ) ? $action : $conditions );
		}
		$flags = (array) ( $item['match_data']['source'] ?? array() );
		$regex = ! empty( $item['regex'] ) || ! empty( $flags['flag_regex'] );
		$group = $groups[ $item['group_id'] ?? 0 ] ?? array();
		return array(
			'source'       => (string) ( $item['url'] ?? '' ),
			'match'        => $regex ? 'regex' : 'exact',
			'target'       => (string) ( $data['url'] ?? $data['url_from'] ?? $data['logged_in'] ?? '' ),
			'code'         => 404 === $code ? 410 : $code,
			'query'        => array( 'ignore' => 'ignore', 'pass' => 'pass' )[ $flags['flag_query'] ?? '' ] ?? 'exact',
			'ignore_case'  => ! empty( $flags['flag_case'] ),
			'ignore_slash' => ! empty( $flags['flag_trailing'] ),
			'group'        => (string) ( $group['name'] ?? '' ),
			'priority'     => (int) ( $item['position'] ?? 10 ),
			'is_on'        => ! empty( $item['enabled'] ) && false !== ( $group['enabled'] ?? true ),
			'note'         => (string) ( $item['title'] ?? '' ),
			'hits'         => (int) ( $item['hits'] ?? 0 ),
			'conditions'   => $conditions,
		);
	}

	/**
	 * @param array<string, mixed> $data
	 * @return array<string, mixed>|string The kind, when we have none like it.
	 */
	private static function conditions( string $kind, array $data ): array|string {
		if ( isset( self::SIGNS[ $kind ] ) ) {
			return array( self::SIGNS[ $kind ] => ( empty( $data['regex'] ) ? '' : '~' ) . ( $data[ $kind ] ?? '' ) );
		}
		return match ( $kind ) {
			'url'      => array(),
			'login'    => array( 'logged_in' => true ),
			'role'     => array( 'roles' => array( (string) ( $data['role'] ?? '' ) ) ),
			'language' => array( 'language' => (string) ( $data['language'] ?? '' ) ),
			'cookie'   => array( 'cookie' => ( $data['name'] ?? '' ) . '=' . ( $data['value'] ?? '' ) ),
			default    => $kind,
		};
	}

	/**
	 * @param array<string, mixed> $rule
	 * @return array<string, mixed>
	 */
	private static function item( array $rule, int $group ): array {
		$as      = 'prefix' === $rule['match'] ? Formats::as_pattern( $rule ) : array( 'pattern' => $rule['source'], 'target' => Formats::target( $rule ) );
		$set     = (array) $rule['conditions'];
		$name    = (string) array_key_first( $set );
		$kind    = array( 'logged_in' => 'login', 'roles' => 'role', 'user_agent' => 'agent' )[ $name ] ?? ( '' === $name ? 'url' : $name );
		$value   = $set[ $name ] ?? '';
		$text    = is_string( $value ) ? ltrim( $value, '~' ) : '';
		$is_text = in_array( $kind, array( 'agent', 'referrer' ), true );
		return array(
			'url'         => $as['pattern'],
			'match_url'   => 'exact' === $rule['match'] ? strtolower( rtrim( $rule['source'], '/' ) ) : 'regex',
			'match_data'  => array( 'source' => array( 'flag_query' => $rule['query'], 'flag_case' => $rule['ignore_case'], 'flag_trailing' => $rule['ignore_slash'], 'flag_regex' => 'exact' !== $rule['match'] ) ),
			'action_code' => $rule['code'],
			'action_type' => $rule['code'] >= 400 ? 'error' : 'url',
			'action_data' => match ( $kind ) {
				'url'    => array( 'url' => $as['target'] ),
				'login'  => array( 'logged_in' => $value ? $as['target'] : '', 'logged_out' => $value ? '' : $as['target'] ),
				'role'   => array( 'role' => $value[0] ?? '', 'url_from' => $as['target'], 'url_notfrom' => '' ),
				'cookie' => array( 'name' => explode( '=', $text )[0], 'value' => explode( '=', $text, 2 )[1] ?? '', 'regex' => false, 'url_from' => $as['target'], 'url_notfrom' => '' ),
				default  => array( $kind => $text, 'regex' => $is_text && str_starts_with( $value, '~' ), 'url_from' => $as['target'], 'url_notfrom' => '' ),
			},
			'match_type'  => $kind,
			'title'       => $rule['note'],
			'hits'        => $rule['hits'],
			'regex'       => 'exact' !== $rule['match'],
			'group_id'    => $group,
			'position'    => max( 0, $rule['priority'] ),
			'enabled'     => $rule['is_on'],
		);
	}
}
