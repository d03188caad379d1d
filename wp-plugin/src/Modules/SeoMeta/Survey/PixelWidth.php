<?php
/**
 * How wide a title or description is in a search result, in pixels: search engines cut by width, not by characters.
 *
 * @package Igny8
 */

namespace Igny8\Modules\SeoMeta\Survey;

/**
 * Widths are the advance widths of Helvetica, which Arial shares, in thousandths of the font size (Adobe Font Metrics of
 * the 14 base fonts).
 */
final class PixelWidth {

	public const MOST_TITLE       = 600; // Google cuts desktop titles after about 600 px; the editor's analysis says the same.
	public const MOST_DESCRIPTION = 920; // Two lines of the same column, less what the last word leaves empty.

	private const TITLE_SIZE       = 20; // Google's title is 20 px Arial on a desktop.
	private const DESCRIPTION_SIZE = 14; // Its description 14 px.
	private const MIDDLE           = 556; // Greek, Cyrillic, Arabic and all else that has no width here: as most small letters.
	private const WIDE             = 1000; // Chinese, Japanese, Korean, emoji fill a square.

	/**
	 * Width → the characters that have it.
	 */
	private const WIDTHS = array(
		191  => "'",
		222  => 'ijl',
		260  => '|',
		278  => ' !,./:;I[\\]ft',
		333  => '()-`r',
		334  => '{}',
		355  => '"',
		389  => '*',
		469  => '^',
		500  => 'Jckvsxyz',
		584  => '+<=>~',
		611  => 'FTZ',
		667  => '&ABEKPSVXY',
		722  => 'CDHNRUw',
		778  => 'GOQ',
		833  => 'Mm',
		889  => '%',
		944  => 'W',
		1015 => '@',
	);

	/**
	 * @var array<string, int>|null
	 */
	private static ?array $by_character = null;

	public static function title( string $text ): int {
		return self::measure( $text, self::TITLE_SIZE );
	}

	public static function description( string $text ): int {
		return self::measure( $text, self::DESCRIPTION_SIZE );
	}

	private static function measure( string $text, int $size ): int {
		self::$by_character ??= self::by_character();
		$width                = 0;
		foreach ( mb_str_split( remove_accents( $text, 'en_US' ) ) as $character ) {
			$width += self::$by_character[ $character ] ?? ( mb_strwidth( $character ) > 1 || ord( $character[0] ) >= 0xF0 ? self::WIDE : self::MIDDLE );
		}
		return (int) round( $width * $size / 1000 );
	}

	/**
	 * @return array<string, int>
	 */
	private static function by_character(): array {
		$widths = array();
		foreach ( self::WIDTHS as $width => $characters ) {
			$widths += array_fill_keys( str_split( $characters ), $width );
		}
		return $widths;
	}
}
