<?php
/**
 * Writes rows as CSV that spreadsheets open as text, never as formulas, and reads such files again without loss.
 *
 * @package Igny8
 */

namespace Igny8;

/**
 * RFC 4180: commas, quotes doubled, CRLF; a byte order mark first, without which Excel reads UTF-8 as something else.
 * A cell that a spreadsheet would calculate gets an apostrophe in front, which reading takes away again.
 */
final class Csv {

	public const BOM = "\u{FEFF}";

	private const FORMULA    = '/^\'*[ ]*(?:[=+\-@\t\r\n]|\xEF\xBC[\x9D\x8B\x8D\xA0])/'; // OWASP, "CSV injection"; the last ones are ＝＋－＠, formulas to Japanese and Chinese spreadsheets.
	private const SEPARATORS = array( ',', ';', "\t" ); // Excel writes semicolons wherever a comma is the decimal sign.

	/**
	 * @param list<string>                               $columns
	 * @param list<array<string, string|int|float|null>> $rows
	 */
	public static function write( array $columns, array $rows ): string {
		return self::BOM . self::lines( array( $columns ) ) . self::lines( array_map( static fn( array $row ) => array_map( static fn( string $column ) => $row[ $column ] ?? null, $columns ), $rows ) );
	}

	/**
	 * Rows without a byte order mark, to go on with a file.
	 *
	 * @param list<list<string|int|float|null>> $rows
	 */
	public static function lines( array $rows ): string {
		$lines = '';
		foreach ( $rows as $row ) {
			$lines .= implode( ',', array_map( array( self::class, 'cell' ), $row ) ) . "\r\n";
		}
		return $lines;
	}

	/**
	 * The rows of a file, one at a time: memory does not grow with their number. Empty lines are passed over.
	 *
	 * @return \Generator<int, list<string>> Number of the row's first line → its cells.
	 */
	public static function read( string $text ): \Generator {
		$at        = str_starts_with( $text, self::BOM ) ? strlen( self::BOM ) : 0;
		$length    = strlen( $text );
		$separator = self::separator( substr( $text, $at, strcspn( $text, "\r\n", $at ) ) );
		$line      = 1;
		while ( $at < $length ) {
			$row   = array();
			$first = $line;
			do {
				list( $cell, $end ) = self::next( $text, $at, $separator );
				$line              += substr_count( $text, "\n", $at, $end - $at );
				$row[]              = preg_match( self::FORMULA, $cell ) && "'" === $cell[0] ? substr( $cell, 1 ) : $cell;
				$at                 = $end + 1;
			} while ( $end < $length && $separator === $text[ $end ] );
			if ( $end < $length ) {
				$at    = $end + ( "\r" === $text[ $end ] && "\n" === ( $text[ $end + 1 ] ?? '' ) ? 2 : 1 );
				$line += 1;
			}
			if ( array( '' ) !== $row ) {
				yield $first => $row;
			}
		}
	}

	/**
	 * @return array{string, int} The cell that begins here, and where its separator, its line's end or the file's end is.
	 */
	private static function next( string $text, int $at, string $separator ): array {
		$cell = '';
		while ( '"' === ( $text[ $at ] ?? '' ) ) {
			$close = strpos( $text, '"', $at + 1 );
			$close = false === $close ? strlen( $text ) : $close;
			$cell .= substr( $text, $at + 1, $close - $at - 1 );
			$at    = $close + 1;
			$cell .= '"' === ( $text[ $at ] ?? '' ) ? '"' : ''; // Doubled: the next round begins at it.
		}
		$plain = strcspn( $text, "{$separator}\r\n", min( $at, strlen( $text ) ) );
		return array( $cell . substr( $text, $at, $plain ), min( $at, strlen( $text ) ) + $plain );
	}

	/**
	 * Whichever stands most often in the first line.
	 */
	private static function separator( string $head ): string {
		$counts = array_map( static fn( string $separator ) => substr_count( $head, $separator ), self::SEPARATORS );
		return self::SEPARATORS[ array_search( max( $counts ), $counts, true ) ];
	}

	private static function cell( string|int|float|null $value ): string {
		if ( ! is_string( $value ) ) {
			return (string) $value; // A number we wrote ourselves calculates nothing.
		}
		$value = preg_match( self::FORMULA, $value ) ? "'{$value}" : $value;
		return preg_match( '/[",;\t\r\n]|^ | $/', $value ) ? '"' . str_replace( '"', '""', $value ) . '"' : $value;
	}
}
