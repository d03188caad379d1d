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

	/**
	 * WordPress' own output that ours replaces, callback → priority, where a module of ours prints that tag.
	 */
	private const CORE = array(
		'title'     => array( '_wp_render_title_tag' => 1, '_block_template_render_title_tag' => 1 ),
		'robots'    => array( 'wp_robots' => 1 ),
		'canonical' => array( 'rel_canonical' => 10, 'wp_shortlink_wp_head' => 10, 'adjacent_posts_rel_link_wp_head' => 10 ),
	);

	private static ?self $instance = null;

	private function __construct( private readonly Plugin $plugin ) {}

	/**
	 * Hooks the printing up, once, whichever module asks first. Before WordPress' own tags (1), which it takes away.
	 */
	public static function boot( Plugin $plugin ): void {
		self::$instance ??= new self( $plugin );
		add_action( 'wp_head', array( self::$instance, 'on_wp_head' ), 0 );
	}

	public static function of( Plugin $plugin ): self {
		return self::$instance ?? new self( $plugin );
	}

	public function on_wp_head(): void {
		if ( OtherPlugins::are_printing() ) {
			return;
		}
		$tags = $this->instead_of_core( $this->tags( Subject::current() ) );
		echo "\n", self::render( $tags ), "\n"; // phpcs:ignore WordPress.Security.EscapeOutput -- Escaped by render().
	}

	/**
	 * Everything the enabled modules say about a subject, in the order of Plugin::MODULES.
	 *
	 * @return list<array{tag: string, attributes?: array<string, string>, content?: string|array<mixed>}>
	 */
	public function tags( Subject $subject ): array {
		$tags = wp_using_ext_object_cache() ? HeadCache::recall( $subject ) ?? HeadCache::keep( $subject, $this->ask( $subject ) ) : $this->ask( $subject );
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
	 * @return list<array{tag: string, attributes?: array<string, string>, content?: string|array<mixed>}>
	 */
	private function ask( Subject $subject ): array {
		$tags = array();
		foreach ( $this->plugin->modules() as $module ) {
			array_push( $tags, ...$module->head( $subject ) );
		}
		return $tags;
	}

	/**
	 * Takes away what WordPress would print a second time. Themes that write their own `<title>` keep it: wp_title() gives
	 * them ours.
	 *
	 * @param list<array{tag: string, attributes?: array<string, string>, content?: string|array<mixed>}> $tags
	 * @return list<array{tag: string, attributes?: array<string, string>, content?: string|array<mixed>}> What is left to print.
	 */
	private function instead_of_core( array $tags ): array {
		$kinds = array_map( static fn( array $tag ) => $tag['attributes']['rel'] ?? $tag['attributes']['name'] ?? $tag['tag'], $tags );
		if ( in_array( 'title', $kinds, true ) ) { // Then seo-meta is on, and a page without robots or canonical shall have none.
			foreach ( array_merge( ...array_values( self::CORE ) ) as $callback => $priority ) {
				remove_action( 'wp_head', $callback, $priority );
			}
		}
		$has_own = ! current_theme_supports( 'title-tag' ) && ! wp_is_block_theme();
		return $has_own ? array_values( array_filter( $tags, static fn( array $tag ) => 'title' !== $tag['tag'] ) ) : $tags;
	}

	/**
	 * Text was decoded once where it came from; here it is escaped once, entities included, so that `&amp;copy;` stays what its author typed.
	 *
	 * @param array{tag: string, attributes?: array<string, string>, content?: string|array<mixed>} $tag
	 */
	private static function render_tag( array $tag ): string {
		$html = '<' . $tag['tag'];
		foreach ( $tag['attributes'] ?? array() as $name => $value ) {
			$html .= ' ' . $name . '="' . ( in_array( $name, array( 'href', 'src' ), true ) ? esc_url( $value ) : self::escape( $value ) ) . '"';
		}
		if ( ! isset( $tag['content'] ) ) {
			return $html . ' />';
		}
		return $html . '>' . ( is_array( $tag['content'] ) ? wp_json_encode( $tag['content'], self::JSON ) : self::escape( $tag['content'] ) ) . "</{$tag['tag']}>";
	}

	private static function escape( string $text ): string {
		return htmlspecialchars( $text, ENT_QUOTES | ENT_SUBSTITUTE | ENT_HTML5, 'UTF-8' );
	}
}
