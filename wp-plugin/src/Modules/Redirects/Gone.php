<?php
/**
 * The page for 410 Gone and 451 Unavailable For Legal Reasons, in the site's own theme.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Redirects;

/**
 * A theme may bring a template `410` or `451`; otherwise its header and footer stand around a heading, a sentence and a
 * search field.
 */
final class Gone {

	public static function show( int $code ): void {
		global $wp_query;
		$wp_query->set_404(); // What other plugins and themes know: nothing is here.
		status_header( $code );
		nocache_headers();
		remove_action( 'template_redirect', 'redirect_canonical' ); // WordPress would guess another page.
		remove_action( 'template_redirect', 'wp_old_slug_redirect' );
		add_filter( 'document_title_parts', static fn( array $parts ) => array( 'title' => self::heading( $code ) ) + $parts );
		add_filter( '404_template_hierarchy', static fn( array $templates ) => array( "{$code}.php", ...$templates ) );
		add_filter( 'template_include', static fn( string $template ) => self::template( $code, $template ) );
	}

	public static function heading( int $code ): string {
		return 451 === $code ? __( 'Unavailable for legal reasons', 'igny8' ) : __( 'This page is gone', 'igny8' );
	}

	public static function sentence( int $code ): string {
		return 451 === $code ? __( 'This page may not be shown for legal reasons.', 'igny8' ) : __( 'It was removed for good. Perhaps a search finds what you are looking for.', 'igny8' );
	}

	/**
	 * The theme's own template for the code, or ours.
	 */
	private static function template( int $code, string $template ): string {
		global $_wp_current_template_content, $_wp_current_template_id;
		if ( str_ends_with( (string) $_wp_current_template_id, "//{$code}" ) || str_ends_with( $template, "/{$code}.php" ) ) {
			return $template;
		}
		if ( wp_is_block_theme() ) {
			$_wp_current_template_content = self::blocks( $code ); // phpcs:ignore WordPress.WP.GlobalVariablesOverride, WordPress.NamingConventions.PrefixAllGlobals -- How core hands a template to its canvas.
			return ABSPATH . WPINC . '/template-canvas.php';
		}
		set_query_var( 'igny8_gone', $code );
		return __DIR__ . '/templates/gone.php';
	}

	private static function blocks( int $code ): string {
		$part = static fn( string $slug, string $tag ) => null === get_block_template( get_stylesheet() . "//{$slug}", 'wp_template_part' ) ? '' : "<!-- wp:template-part {\"slug\":\"{$slug}\",\"tagName\":\"{$tag}\"} /-->";
		return $part( 'header', 'header' )
			. '<!-- wp:group {"tagName":"main","layout":{"type":"constrained"}} --><main class="wp-block-group">'
			. '<!-- wp:heading {"level":1} --><h1 class="wp-block-heading">' . esc_html( self::heading( $code ) ) . '</h1><!-- /wp:heading -->'
			. '<!-- wp:paragraph --><p>' . esc_html( self::sentence( $code ) ) . '</p><!-- /wp:paragraph -->'
			. ( 410 === $code ? '<!-- wp:search {"label":"' . esc_attr__( 'Search', 'igny8' ) . '","buttonText":"' . esc_attr__( 'Search', 'igny8' ) . '"} /-->' : '' )
			. '</main><!-- /wp:group -->'
			. $part( 'footer', 'footer' );
	}
}
