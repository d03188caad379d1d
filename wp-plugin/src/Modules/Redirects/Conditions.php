<?php
/**
 * What must be true of a visitor besides the address, for a rule to fire.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Redirects;

/**
 * All that are set must hold. Text conditions are contained words, or a regular expression after `~`; a `!` in front of
 * either turns it round. No condition looks at an IP address.
 */
final class Conditions {

	private const TEXTS = array( 'user_agent', 'referrer' );

	/**
	 * @return array<string, mixed> JSON schema.
	 */
	public static function schema(): array {
		$text = static fn( string $title ): array => array( 'type' => 'string', 'maxLength' => 300, 'title' => $title );
		return array(
			'type'                 => 'object',
			'description'          => __( 'What must be true of the visitor; all that are set must hold.', 'igny8' ),
			'properties'           => array(
				'logged_in'  => array( 'type' => array( 'boolean', 'null' ), 'title' => __( 'Logged in or not', 'igny8' ) ),
				'roles'      => array( 'type' => 'array', 'items' => array( 'type' => 'string', 'maxLength' => 100 ), 'maxItems' => 50, 'title' => __( 'Has one of these roles', 'igny8' ) ),
				'user_agent' => $text( __( 'Browser name contains', 'igny8' ) ),
				'referrer'   => $text( __( 'Comes from an address that contains', 'igny8' ) ),
				'language'   => $text( __( 'Prefers a language, such as de or pt-BR', 'igny8' ) ),
				'cookie'     => $text( __( 'Has a cookie, as name or name=value', 'igny8' ) ),
			),
			'additionalProperties' => false,
			'default'              => array(),
		);
	}

	/**
	 * Only what says something, in one order.
	 *
	 * @param array<string, mixed> $conditions
	 * @return array<string, mixed>|string Or why they cannot be used.
	 */
	public static function checked( array $conditions ): array|string {
		$kept = array();
		foreach ( array_keys( self::schema()['properties'] ) as $name ) {
			$value = $conditions[ $name ] ?? null;
			if ( ! in_array( $value, array( null, '', array() ), true ) ) {
				$kept[ $name ] = $value;
			}
		}
		foreach ( self::TEXTS as $name ) {
			$pattern = ltrim( (string) ( $kept[ $name ] ?? '' ), '!' );
			$fault   = str_starts_with( $pattern, '~' ) ? Pattern::fault( substr( $pattern, 1 ) ) : '';
			if ( '' !== $fault ) {
				return $fault;
			}
		}
		return $kept;
	}

	/**
	 * The first condition that does not hold, or '' when all do.
	 *
	 * @param array<string, mixed> $conditions
	 */
	public static function unmet( array $conditions, Visit $visit ): string {
		foreach ( $conditions as $name => $wanted ) {
			$is_met = match ( $name ) {
				'logged_in'  => $wanted === $visit->is_logged_in,
				'roles'      => array() !== array_intersect( $wanted, $visit->roles ),
				'user_agent' => self::fits( $wanted, $visit->user_agent ),
				'referrer'   => self::fits( $wanted, $visit->referrer ),
				'language'   => self::is_preferred( $wanted, $visit->language ),
				'cookie'     => self::has_cookie( $wanted, $visit->cookies ),
				default      => false,
			};
			if ( ! $is_met ) {
				return $name;
			}
		}
		return '';
	}

	private static function fits( string $wanted, string $text ): bool {
		$is_not = str_starts_with( $wanted, '!' );
		$wanted = $is_not ? substr( $wanted, 1 ) : $wanted;
		$fits   = str_starts_with( $wanted, '~' ) ? null !== Pattern::match( substr( $wanted, 1 ), true, mb_scrub( $text ) ) : false !== mb_stripos( $text, $wanted );
		return $fits !== $is_not;
	}

	/**
	 * Whether a language is the first the browser asks for: `de` is met by `de-AT,de;q=0.9,en;q=0.5`.
	 */
	private static function is_preferred( string $wanted, string $header ): bool {
		$is_not = str_starts_with( $wanted, '!' );
		$wanted = strtolower( strtr( ltrim( $wanted, '!' ), '_', '-' ) );
		$first  = strtolower( trim( explode( ';', explode( ',', $header )[0] )[0] ) );
		return ( $first === $wanted || str_starts_with( $first, "{$wanted}-" ) ) !== $is_not;
	}

	/**
	 * @param array<string, string> $cookies
	 */
	private static function has_cookie( string $wanted, array $cookies ): bool {
		$is_not                = str_starts_with( $wanted, '!' );
		list( $name, $value ) = explode( '=', ltrim( $wanted, '!' ), 2 ) + array( '', null );
		$has                   = array_key_exists( $name, $cookies ) && ( null === $value || $cookies[ $name ] === $value );
		return $has !== $is_not;
	}
}
