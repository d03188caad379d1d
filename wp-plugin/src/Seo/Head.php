<?php
/**
 * The one place that prints into a page's `<head>`: asks the modules, renders their tags, escapes them.
 *
 * @package Igny8
 */

namespace Igny8\Seo;

use Igny8\Plugin;

/**
 * A tag is `array( 'tag' => 'meta', 'attributes' => array( 'name' => …, 'content' => … ) )`, with `content` for title and
 * script. Modules that print call boot(); REST, WP-CLI and the import ask for tags() of any subject.
 */
final class Head {

	/**
	 * Of a script, the content is JSON: encoded here so that no text can close the element.
	 */
	private const JSON = JSON_HEX_TAG | JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE;

	private static ?self $instance = null;

	private function __construct( private readonly Plugin $plugin ) {}

	/**
	 * Hooks the printing up, once, whichever module asks first.
	 */
	public static function boot( Plugin $plugin ): void {
		self::$instance ??= new self( $plugin );
		add_action( 'wp_head', array( self::$instance, 'on_wp_head' ), 1 );
	}

	public static function of( Plugin $plugin ): self {
		return self::$instance ?? new self( $plugin );
	}

	public function on_wp_head(): void {
		if ( OtherPlugins::are_printing() ) {
			return;
		}
		echo "\n", self::render( $this->tags( Subject::current() ) ), "\n"; // phpcs:ignore WordPress.Security.EscapeOutput -- Escaped by render().
	}

	/**
	 * Everything the enabled modules say about a subject, in the order of Plugin::MODULES.
	 *
	 * @return list<array{tag: string, attributes?: array<string, string>, content?: string|array<mixed>}>
	 */
	public function tags( Subject $subject ): array {
		$tags = array();
		foreach ( $this->plugin->modules() as $module ) {
			array_push( $tags, ...$module->head( $subject ) );
		}
		/**
		 * What IGNY8 prints in the `<head>` of a page.
		 *
		 * @param list<array{tag: string, attributes?: array<string, string>, content?: string|array<mixed>}> $tags Unescaped.
		 * @param Subject $subject
		 */
		return apply_filters( 'igny8/seo/head', $tags, $subject );
	}

	/**
	 * @param list<array{tag: string, attributes?: array<string, string>, content?: string|array<mixed>}> $tags
	 */
	public static function render( array $tags ): string {
		return implode( "\n", array_map( array( self::class, 'render_tag' ), $tags ) );
	}

	/**
	 * @param array{tag: string, attributes?: array<string, string>, content?: string|array<mixed>} $tag
	 */
	private static function render_tag( array $tag ): string {
		$html = '<' . $tag['tag'];
		foreach ( $tag['attributes'] ?? array() as $name => $value ) {
			$html .= ' ' . $name . '="' . ( in_array( $name, array( 'href', 'src' ), true ) ? esc_url( $value ) : esc_attr( $value ) ) . '"';
		}
		if ( ! isset( $tag['content'] ) ) {
			return $html . ' />';
		}
		return $html . '>' . ( is_array( $tag['content'] ) ? wp_json_encode( $tag['content'], self::JSON ) : esc_html( $tag['content'] ) ) . "</{$tag['tag']}>";
	}
}
