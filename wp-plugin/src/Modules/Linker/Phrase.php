<?php
/**
 * Finds a phrase in HTML that a person wrote, and puts a link around it.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Linker;

use Igny8\Modules\Content\Text;

/**
 * Whole words, any case, any kind of apostrophe, dash or space, entities or not; never inside a tag, a shortcode, a link,
 * code, a heading or a caption.
 */
final class Phrase {

	/**
	 * Elements whose text is never linked (SPEC §3).
	 */
	private const CLOSED = array( 'a', 'code', 'kbd', 'samp', 'pre', 'script', 'style', 'button', 'textarea', 'th', 'figcaption', 'caption', 'summary', 'cite', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'svg', 'math' );

	private const MIN_LENGTH = 3; // Shorter anchors say nothing about their target.

	/**
	 * How characters may stand in HTML: as themselves, as their look-alikes, as entities.
	 */
	private const FORMS = array(
		' ' => '(?:\s|&nbsp;|&#160;|\x{00A0})+',
		"'" => "(?:'|’|&#0?39;|&#8217;|&rsquo;|&apos;)",
		'’' => "(?:'|’|&#0?39;|&#8217;|&rsquo;|&apos;)",
		'"' => '(?:"|“|”|&quot;|&#0?34;|&#822[01];)',
		'&' => '&(?:amp;|#0?38;)?',
		'<' => '&lt;',
		'>' => '(?:>|&gt;)',
		'-' => '[-‐‑–]',
	);

	private readonly string $pattern;

	public function __construct( string $phrase ) {
		$phrase        = trim( preg_replace( '/\s+/u', ' ', $phrase ) );
		$characters    = mb_str_split( $phrase );
		$body          = implode( '', array_map( static fn( string $character ) => self::FORMS[ $character ] ?? preg_quote( $character, '/' ), $characters ) );
		$this->pattern = mb_strlen( $phrase ) < self::MIN_LENGTH ? '' : "/(?<![\\p{L}\\p{M}\\p{N}_&#]|[\\p{L}\\p{N}][-‐‑'’]){$body}(?![\\p{L}\\p{M}\\p{N}_]|[-‐‑'’][\\p{L}\\p{N}])/iu";
	}

	/**
	 * Links the first place where the phrase stands.
	 *
	 * @param string                                     $html
	 * @param array{url: string, type: string, id: int} $target
	 * @param bool                                       $skips_first_sentence
	 * @return array{html: string, anchor: string}|null Null when it stands nowhere it could be linked.
	 */
	public function link( string $html, array $target, bool $skips_first_sentence = false ): ?array {
		if ( '' === $this->pattern ) {
			return null;
		}
		$pieces   = preg_split( '/(<[^>]*>|\[[^\]\[]*\])/', $html, -1, PREG_SPLIT_DELIM_CAPTURE );
		$closed   = 0;
		$is_ready = ! $skips_first_sentence;
		foreach ( $pieces as $position => $piece ) {
			if ( 1 === $position % 2 ) {
				$closed = max( 0, $closed + self::step( $piece ) );
				continue;
			}
			$from = 0;
			if ( ! $is_ready ) {
				$is_ready = 1 === preg_match( '/[.!?…](?=\s|$)/u', $piece, $found, PREG_OFFSET_CAPTURE );
				$from     = $is_ready ? $found[0][1] + strlen( $found[0][0] ) : 0;
			}
			if ( $is_ready && 0 === $closed && 1 === preg_match( $this->pattern, $piece, $found, PREG_OFFSET_CAPTURE, $from ) ) {
				list( $anchor, $offset ) = $found[0];
				$pieces[ $position ]     = substr( $piece, 0, $offset ) . Text::link( $target, $anchor ) . substr( $piece, $offset + strlen( $anchor ) );
				return array(
					'html'   => implode( '', $pieces ),
					'anchor' => html_entity_decode( $anchor, ENT_QUOTES | ENT_HTML5, 'UTF-8' ),
				);
			}
		}
		return null;
	}

	/**
	 * Turns the links of ours to a target back into text.
	 *
	 * @param array{type: string, id: int} $target
	 */
	public static function unlink( string $html, array $target ): string {
		return preg_replace( '/<a\s[^>]*' . self::mark( $target ) . '[^>]*>(.*?)<\/a>/s', '$1', $html );
	}

	/**
	 * Gives the links of ours to a target its present address.
	 *
	 * @param array{url: string, type: string, id: int} $target
	 */
	public static function readdress( string $html, array $target ): string {
		$begin = strstr( Text::link( $target, '' ), ' data-type', true );
		return preg_replace_callback( '/<a\shref="[^"]*"(?=[^>]*' . self::mark( $target ) . ')/', static fn() => $begin, $html );
	}

	/**
	 * What tells our links to a target, as a pattern: the editor's own attributes of links to content.
	 *
	 * @param array{type: string, id: int} $target
	 */
	private static function mark( array $target ): string {
		return preg_quote( sprintf( 'data-type="%s" data-id="%d"', esc_attr( $target['type'] ), $target['id'] ), '/' );
	}

	/**
	 * @return int 1: a closed element begins, -1: it ends, 0: neither.
	 */
	private static function step( string $tag ): int {
		if ( 1 !== preg_match( '/^<(\/?)([a-z][a-z0-9]*)/i', $tag, $found ) || ! in_array( strtolower( $found[2] ), self::CLOSED, true ) || str_ends_with( $tag, '/>' ) ) {
			return 0;
		}
		return '/' === $found[1] ? -1 : 1;
	}
}
