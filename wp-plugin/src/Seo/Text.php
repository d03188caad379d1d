<?php
/**
 * Turns what WordPress stores into plain text of a chosen length: for titles, descriptions and schema.
 *
 * @package Igny8
 */

namespace Igny8\Seo;

/**
 * Results are unescaped UTF-8, with entities decoded exactly once; Head::render() escapes exactly once.
 */
final class Text {

	public const TITLE_LENGTH       = 1000; // As much as Fields lets an owner type; no search engine shows more than about 70.
	public const DESCRIPTION_LENGTH = 160;  // About what Google shows on a desktop.
	private const LEAST             = 90;   // A description that ends with a sentence may be this short, in characters.
	private const WINDOW            = 16384; // Bytes of content read for a description; a page whose first 16 KB have no sentence gets a second, larger look.

	/**
	 * Elements whose text is no sentence of the article.
	 */
	private const NOISE = '~<(script|style|noscript|template|svg|figure|figcaption|h[1-6]|pre|table|form|button|nav|iframe|select|textarea|details)\b[^>]*>.*?</\1\s*>~is';

	/**
	 * Text of a short piece of HTML: a title, a term's description, a name.
	 */
	public static function plain( string $html, int $most = self::TITLE_LENGTH ): string {
		if ( '' === $html ) {
			return '';
		}
		if ( strlen( $html ) > $most * 16 ) { // Before anything slow sees 10 MB: 16 bytes a character leave room for markup.
			$html = preg_replace( '/<[^<>]*$/', '', substr( $html, 0, $most * 16 ) ) ?? ''; // Without the tag that this cuts.
		}
		if ( strpbrk( $html, '<&' ) ) {
			$html = html_entity_decode( self::without_tags( $html ), ENT_QUOTES | ENT_HTML5, 'UTF-8' );
		}
		return self::line( $html, $most );
	}

	/**
	 * Without tags, scripts and styles. A "<" that begins none is a sign of the author's, "I <3 you": strip_tags() would take
	 * all that follows it along.
	 */
	public static function without_tags( string $html ): string {
		$sign = "\x1E"; // No text of a person holds it.
		$html = str_replace( $sign, ' ', $html );
		for ( $round = 0; $round < 3 && str_contains( $html, '<' ); $round++ ) { // What stood around a tag may be one: `<<b>script>`.
			$end    = (int) strrpos( $html, '>' );
			$signed = preg_replace( '~<(?![a-z/!?])~i', $sign, substr( $html, 0, $end ) ) . str_replace( '<', $sign, substr( $html, $end ) );
			$plain  = str_replace( $sign, '<', wp_strip_all_tags( $signed ) );
			if ( $plain === $html ) {
				break;
			}
			$html = $plain;
		}
		return $html;
	}

	/**
	 * Text that is plain already, on one line.
	 */
	public static function line( string $text, int $most = self::TITLE_LENGTH ): string {
		return self::cut( self::tidy( $text ), $most );
	}

	/**
	 * The first sentences of a post's content, without running its blocks and shortcodes. Costs about 0.1 ms.
	 */
	public static function opening( string $content, int $most = self::DESCRIPTION_LENGTH ): string {
		foreach ( array( self::WINDOW, self::WINDOW * 8 ) as $window ) {
			$text = self::sentences( self::tidy( self::without_markup( substr( $content, 0, $window ) ) ), $most );
			if ( mb_strlen( $text ) >= self::LEAST || strlen( $content ) <= $window ) {
				break;
			}
		}
		return $text;
	}

	/**
	 * Cut at a word, with an ellipsis; languages without spaces are cut at a character.
	 */
	public static function cut( string $text, int $most ): string {
		if ( mb_strlen( $text ) <= $most ) {
			return $text;
		}
		$text  = mb_substr( $text, 0, $most - 1 );
		$space = mb_strrpos( $text, ' ' );
		$text  = false !== $space && $space > $most * 0.6 ? mb_substr( $text, 0, $space ) : $text;
		return rtrim( $text, " \t,;:.-–—" ) . '…';
	}

	/**
	 * As many whole sentences as fit, or the first one cut.
	 */
	private static function sentences( string $text, int $most ): string {
		if ( mb_strlen( $text ) <= $most ) {
			return $text;
		}
		$head = mb_substr( $text, 0, $most + 1 );
		return preg_match( '/^.{' . self::LEAST . ',' . $most . '}(?:[.!?…](?=\s)|[。！？])/us', $head, $found ) && mb_strlen( $found[0] ) <= $most ? $found[0] : self::cut( $text, $most );
	}

	private static function without_markup( string $html ): string {
		$html = preg_replace( array( '/<!--.*?(?:-->|$)/s', self::NOISE, '/\[\/?[a-zA-Z][^\[\]]*\]/' ), ' ', $html ) ?? '';
		$html = preg_replace( '~<(?:/?(?:p|div|li|ul|ol|blockquote|section|article|td|tr)|br)\b~i', ' $0', $html ) ?? '';
		$html = preg_replace( '/<[^>]*$/', '', $html ) ?? ''; // A tag that the window has cut.
		return html_entity_decode( strip_tags( $html ), ENT_QUOTES | ENT_HTML5, 'UTF-8' ); // phpcs:ignore WordPress.WP.AlternativeFunctions.strip_tags_strip_tags, Generic.PHP.ForbiddenFunctions.FoundWithAlternative -- Scripts and styles are gone already; wp_strip_all_tags() would look for them again.
	}

	/**
	 * Valid UTF-8 on one line: control characters and runs of spaces become one space.
	 */
	private static function tidy( string $text ): string {
		$tidy = preg_replace( '/[\s\p{Cc}\x{00A0}\x{2028}\x{2029}\x{FEFF}]+/u', ' ', $text );
		return trim( $tidy ?? preg_replace( '/\s+/u', ' ', mb_scrub( $text, 'UTF-8' ) ) ?? '' );
	}
}
