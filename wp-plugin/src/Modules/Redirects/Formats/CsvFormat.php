<?php
/**
 * Rules as a table: our own columns, Redirection's, or just old and new address.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Redirects\Formats;

use Igny8\Csv;

final class CsvFormat {

	private const COLUMNS = array( 'source', 'target', 'code', 'match', 'query', 'ignore_case', 'ignore_slash', 'group', 'priority', 'is_on', 'always', 'note', 'target_type', 'target_id', 'conditions', 'hits', 'last_hit_on' );

	/**
	 * Headings of others → our columns. `type` and `status` are Redirection's.
	 */
	private const ALIASES = array( 'source url' => 'source', 'source_url' => 'source', 'old' => 'source', 'old url' => 'source', 'from' => 'source', 'url' => 'source', 'request' => 'source', 'target url' => 'target', 'target_url' => 'target', 'new' => 'target', 'new url' => 'target', 'to' => 'target', 'destination' => 'target', 'http code' => 'code', 'http_code' => 'code', 'status code' => 'code', 'status_code' => 'code', 'redirect type' => 'code', 'title' => 'note', 'last_access' => 'last_hit_on' );

	private const FLAGS = array( 'ignore_case', 'ignore_slash', 'is_on', 'always' );

	/**
	 * @return array{rules: array<int, array<string, mixed>>, problems: list<array{line: int, text: string, reason: string}>}
	 */
	public static function read( string $text ): array {
		$rules    = array();
		$problems = array();
		$columns  = null;
		foreach ( Csv::read( $text ) as $line => $cells ) {
			$cells = array_map( 'trim', $cells );
			if ( null === $columns ) {
				$columns = self::columns( $cells );
				if ( in_array( 'source', array_map( static fn( string $cell ) => self::name( $cell ), $cells ), true ) ) {
					continue; // That was the heading.
				}
			}
			$row = array();
			foreach ( $cells as $at => $cell ) {
				isset( $columns[ $at ] ) && $row[ $columns[ $at ] ] = $cell;
			}
			$rule = '' === ( $row['source'] ?? '' ) ? __( 'There is no old address.', 'igny8' ) : self::rule( $row );
			if ( is_array( $rule ) ) {
				$rules[ $line ] = $rule;
			} else {
				$problems[] = array( 'line' => $line, 'text' => mb_substr( implode( ',', $cells ), 0, 200 ), 'reason' => $rule );
			}
		}
		return array( 'rules' => $rules, 'problems' => $problems );
	}

	/**
	 * @param list<array<string, mixed>> $rules
	 */
	public static function write( array $rules ): string {
		return Csv::write(
			self::COLUMNS,
			array_map(
				static function ( array $rule ): array {
					foreach ( self::FLAGS as $name ) {
						$rule[ $name ] = (int) $rule[ $name ];
					}
					$rule['conditions'] = array() === (array) $rule['conditions'] ? '' : (string) wp_json_encode( $rule['conditions'], JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE );
					return $rule;
				},
				$rules
			)
		);
	}

	/**
	 * @param list<string> $cells Of the first line.
	 * @return array<int, string> Column of the file → ours.
	 */
	private static function columns( array $cells ): array {
		$named = array_map( static fn( string $cell ) => self::name( $cell ), $cells );
		return in_array( 'source', $named, true ) ? $named : array( 'source', 'target', 'regex', 'code' ); // As Redirection reads files without a heading.
	}

	private static function name( string $cell ): string {
		$name = strtolower( trim( $cell ) );
		return self::ALIASES[ $name ] ?? $name;
	}

	/**
	 * @param array<string, string> $row
	 * @return array<string, mixed>|string Or what is wrong.
	 */
	private static function rule( array $row ): array|string {
		$rule = array_intersect_key( array_filter( $row, 'strlen' ), array_flip( self::COLUMNS ) );
		if ( isset( $row['regex'] ) && ! isset( $rule['match'] ) ) {
			if ( ! ctype_digit( $row['regex'] ) && '' !== $row['regex'] ) {
				return __( 'The third column should be 0 or 1: whether the old address is a regular expression.', 'igny8' );
			}
			$rule['match'] = (int) $row['regex'] > 100 ? 'exact' : ( '1' === $row['regex'] ? 'regex' : 'exact' );
			$rule         += (int) $row['regex'] > 100 ? array( 'code' => $row['regex'] ) : array(); // Old, new, status: a common table without a heading.
		}
		if ( isset( $row['status'] ) ) {
			$rule['is_on'] = 'disabled' === $row['status'] ? '0' : '1';
		}
		foreach ( self::FLAGS as $name ) {
			isset( $rule[ $name ] ) && $rule[ $name ] = in_array( strtolower( $rule[ $name ] ), array( '1', 'yes', 'true', 'on' ), true );
		}
		foreach ( array( 'code', 'priority', 'hits', 'target_id' ) as $name ) {
			isset( $rule[ $name ] ) && $rule[ $name ] = (int) $rule[ $name ];
		}
		$rule['conditions'] = isset( $rule['conditions'] ) ? json_decode( $rule['conditions'], true ) : array();
		if ( ! is_array( $rule['conditions'] ) ) {
			return __( 'The conditions are not valid JSON.', 'igny8' );
		}
		if ( ! in_array( $rule['match'] ?? 'exact', array( 'exact', 'prefix', 'regex' ), true ) || ! in_array( $rule['query'] ?? 'pass', array( 'pass', 'ignore', 'exact' ), true ) ) {
			return __( 'Match must be exact, prefix or regex; query pass, ignore or exact.', 'igny8' );
		}
		return $rule;
	}
}
