<?php
/**
 * Turns a document's runs of text into the inline HTML that the block editor itself would write.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Content;

/**
 * Quotes stay as they are in text, because the editor's own serialiser leaves them: escaped, they would come back changed
 * after the first save. Nothing a document says can become a tag, a block comment or a shortcode.
 *
 * @phpstan-type Run array{text: string, is_bold?: bool, is_italic?: bool, page?: ?string, url?: ?string}
 */
final class Text {

	/**
	 * Links to pages stay plain text: the linker makes them, once the page is published.
	 *
	 * @param list<Run> $runs
	 */
	public static function html( array $runs ): string {
		return implode( '', array_map( array( self::class, 'run' ), $runs ) );
	}

	/**
	 * @param list<Run> $runs
	 */
	public static function plain( array $runs ): string {
		return implode( '', array_column( $runs, 'text' ) );
	}

	public static function escape( string $text ): string {
		$text = preg_replace( '/[\x00-\x08\x0B\x0C\x0E-\x1F\x7F]/', '', wp_check_invalid_utf8( $text, true ) );
		$text = strtr( trim( $text, "\r\n" ), array( '&' => '&amp;', '<' => '&lt;', '>' => '&gt;', "\xC2\xA0" => '&nbsp;', "\r\n" => '<br>', "\n" => '<br>' ) );
		// "[gallery]" in a text is a text; only what could be a shortcode is touched.
		return preg_replace( '/\[(?=[\/\[]?[a-z_])/i', '&#91;', $text );
	}

	/**
	 * For places where WordPress prints without escaping, as it does with titles and excerpts.
	 */
	public static function title( string $text ): string {
		return strtr( wp_check_invalid_utf8( $text, true ), array( '<' => '&lt;', '>' => '&gt;' ) );
	}

	/**
	 * An opening link tag, with the attributes the editor gives to links to own content.
	 *
	 * @param array{url: string, type?: string, id?: int} $target
	 */
	public static function link( array $target, string $html ): string {
		$own = isset( $target['id'] ) ? sprintf( ' data-type="%s" data-id="%d"', esc_attr( $target['type'] ), $target['id'] ) : '';
		return sprintf( '<a href="%s"%s>%s</a>', htmlspecialchars( esc_url_raw( $target['url'] ), ENT_COMPAT ), $own, $html );
	}

	/**
	 * @param Run $run
	 */
	private static function run( array $run ): string {
		$html = self::escape( $run['text'] );
		if ( '' === trim( $html ) ) {
			return $html;
		}
		$html = empty( $run['is_italic'] ) ? $html : "<em>{$html}</em>";
		$html = empty( $run['is_bold'] ) ? $html : "<strong>{$html}</strong>";
		$url  = esc_url_raw( (string) ( $run['url'] ?? '' ), array( 'http', 'https', 'mailto', 'tel' ) );
		return '' === $url ? $html : self::link( array( 'url' => $url ), $html );
	}
}
