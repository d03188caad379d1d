<?php
/**
 * Reads a text file that somebody names on the command line, whatever program has written it.
 *
 * @package Igny8
 */

namespace Igny8\Cli;

final class TextFile {

	/**
	 * @param string $path With or without a leading `@`; `-` for standard input.
	 * @return string|\WP_Error Its text as UTF-8. Keyword Planner writes UTF-16, older Excel Windows-1252.
	 */
	public static function read( string $path ): string|\WP_Error {
		$path = ltrim( $path, '@' );
		// A path named by whoever sits at the command line, who can read it anyway.
		$text = '-' === $path || is_file( $path ) && is_readable( $path ) ? file_get_contents( '-' === $path ? 'php://stdin' : $path ) : false; // phpcs:ignore WordPress.WP.AlternativeFunctions -- A file or a pipe that whoever typed the command named.
		if ( false === $text ) {
			/* translators: %s: path of a file. */
			return new \WP_Error( 'file_unreadable', sprintf( __( 'The file %s cannot be read.', 'igny8' ), $path ) );
		}
		return match ( true ) {
			str_starts_with( $text, "\xEF\xBB\xBF" ) => substr( $text, 3 ),
			str_starts_with( $text, "\xFF\xFE" )     => mb_convert_encoding( substr( $text, 2 ), 'UTF-8', 'UTF-16LE' ),
			str_starts_with( $text, "\xFE\xFF" )     => mb_convert_encoding( substr( $text, 2 ), 'UTF-8', 'UTF-16BE' ),
			mb_check_encoding( $text, 'UTF-8' )      => $text,
			default                                  => mb_convert_encoding( $text, 'UTF-8', 'Windows-1252' ),
		};
	}
}
