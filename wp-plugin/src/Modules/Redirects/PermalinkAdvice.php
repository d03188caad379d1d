<?php
/**
 * Says which rule keeps the old addresses of all posts alive after the permalink structure has changed.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Redirects;

/**
 * One regular expression serves all posts. Where the new structure needs what the old did not hold (a date, a category),
 * the rule leads to `/?p=` or `/?name=`, from where WordPress itself goes on to the post's address.
 */
final class PermalinkAdvice {

	public const OPTION = 'igny8_redirects_permalinks';

	private const PARTS = array(
		'%year%'     => '(\d{4})',
		'%monthnum%' => '(\d{1,2})',
		'%day%'      => '(\d{1,2})',
		'%hour%'     => '(\d{1,2})',
		'%minute%'   => '(\d{1,2})',
		'%second%'   => '(\d{1,2})',
		'%post_id%'  => '(\d+)',
		'%postname%' => '([^/]+)',
		'%category%' => '(.+?)',
		'%author%'   => '([^/]+)',
	);

	public static function on_change( string $old, string $new ): void {
		if ( '' !== $old && $old !== $new ) {
			update_option( self::OPTION, array( 'old' => $old, 'new' => $new ), false );
		}
	}

	/**
	 * @return array{old: string, new: string, source: string, target: string}|null Null: nothing to advise.
	 */
	public static function current(): ?array {
		$changed = (array) get_option( self::OPTION, array() );
		return isset( $changed['old'], $changed['new'] ) ? self::of( $changed['old'], $changed['new'] ) : null;
	}

	/**
	 * @return array{old: string, new: string, source: string, target: string}|null
	 */
	public static function of( string $old, string $new ): ?array {
		preg_match_all( '/%[a-z_]+%/', $old, $found );
		$parts   = $found[0];
		$numbers = array_flip( array_values( $parts ) );
		if ( array() === $parts || array_diff( $parts, array_keys( self::PARTS ) ) !== array() ) {
			return null; // A part that a plugin has added: only that plugin can tell.
		}
		preg_match_all( '/%[a-z_]+%/', $new, $wanted );
		$target = match ( true ) {
			'' !== $new && array() === array_diff( $wanted[0], $parts ) => $new,
			isset( $numbers['%post_id%'] )   => '/?p=%post_id%',
			isset( $numbers['%postname%'] )  => '/?name=%postname%',
			default                          => '',
		};
		if ( '' === $target ) {
			return null;
		}
		$source = '^' . rtrim( strtr( preg_quote( $old ), array_combine( array_map( 'preg_quote', $parts ), array_map( static fn( string $part ) => self::PARTS[ $part ], $parts ) ) ), '/' ) . '/?$';
		$target = strtr( $target, array_map( static fn( int $at ) => '$' . ( $at + 1 ), $numbers ) );
		return array( 'old' => $old, 'new' => $new, 'source' => $source, 'target' => $target );
	}
}
