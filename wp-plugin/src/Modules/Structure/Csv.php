<?php
/**
 * Writes rows as CSV that spreadsheets open as text, never as formulas.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Structure;

/**
 * RFC 4180: commas, quotes doubled, CRLF; a byte order mark first, without which Excel reads UTF-8 as something else.
 */
final class Csv {

	private const BOM     = "\u{FEFF}";
	private const DANGERS = array( '=', '+', '-', '@', "\t", "\r", "\n" ); // OWASP, "CSV injection": what makes a spreadsheet calculate.

	/**
	 * @param list<string>                              $columns
	 * @param list<array<string, string|int|float|null>> $rows
	 */
	public static function write( array $columns, array $rows ): string {
		$lines = array( implode( ',', array_map( array( self::class, 'cell' ), $columns ) ) );
		foreach ( $rows as $row ) {
			$lines[] = implode( ',', array_map( static fn( string $column ) => self::cell( $row[ $column ] ?? null ), $columns ) );
		}
		return self::BOM . implode( "\r\n", $lines ) . "\r\n";
	}

	private static function cell( string|int|float|null $value ): string {
		if ( ! is_string( $value ) ) {
			return (string) $value; // A number we wrote ourselves calculates nothing.
		}
		$value = in_array( mb_substr( ltrim( $value, ' ' ), 0, 1 ), self::DANGERS, true ) ? "'{$value}" : $value;
		return preg_match( '/[",\r\n]/', $value ) ? '"' . str_replace( '"', '""', $value ) . '"' : $value;
	}
}
