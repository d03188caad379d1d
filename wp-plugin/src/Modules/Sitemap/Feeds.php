<?php
/**
 * What the owner adds to feeds, and which feeds there are.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Sitemap;

use Igny8\Settings;

/**
 * Loaded in feeds only; a page view asks has_comment_feeds() alone.
 */
final class Feeds {

	/**
	 * @var array<string, mixed>
	 */
	private readonly array $settings;

	public function __construct() {
		$this->settings = Settings::stored( 'sitemap' ) + Module::DEFAULTS;
	}

	/**
	 * Hooks in on a feed, before it is written.
	 */
	public function start(): void {
		if ( ! $this->settings['feed_comments'] && is_comment_feed() ) {
			$post = get_queried_object();
			wp_safe_redirect( $post instanceof \WP_Post ? (string) get_permalink( $post ) : home_url( '/' ), 301, 'IGNY8' );
			exit;
		}
		if ( $this->settings['feed_noindex'] && ! headers_sent() ) {
			header( 'X-Robots-Tag: noindex, follow' );
		}
		add_filter( 'the_content_feed', array( $this, 'filter_text' ) );
		add_filter( 'the_excerpt_rss', array( $this, 'filter_text' ) );
	}

	/**
	 * Image, words before, the text, words after.
	 */
	public function filter_text( string $text ): string {
		$post = get_post();
		if ( null === $post || post_password_required( $post ) ) {
			return $text;
		}
		$image  = $this->settings['feed_images'] ? get_the_post_thumbnail( $post, 'large' ) : '';
		$before = self::paragraph( self::fill( $this->settings['feed_before'], $post ) );
		$after  = self::paragraph( self::fill( $this->settings['feed_after'], $post ) );
		return ( '' === $image ? '' : "<p>{$image}</p>\n" ) . $before . $text . $after;
	}

	/**
	 * The owner's words with the variables put in. Links only lead to this site by variables, so `rel` needs nothing.
	 */
	private static function fill( string $words, \WP_Post $post ): string {
		if ( '' === trim( $words ) ) {
			return '';
		}
		$title = get_the_title( $post );
		$site  = get_bloginfo( 'name' );
		$text  = strtr(
			wp_kses_post( $words ),
			array(
				'{title}'     => esc_html( html_entity_decode( wp_strip_all_tags( $title ), ENT_QUOTES, 'UTF-8' ) ),
				'{link}'      => '<a href="' . esc_url( (string) get_permalink( $post ) ) . '">' . wp_kses_post( '' === $title ? (string) get_permalink( $post ) : $title ) . '</a>',
				'{site_link}' => '<a href="' . esc_url( home_url( '/' ) ) . '">' . esc_html( $site ) . '</a>',
				'{site_name}' => esc_html( $site ),
				'{author}'    => esc_html( get_the_author_meta( 'display_name', (int) $post->post_author ) ),
				'{date}'      => esc_html( get_the_date( '', $post ) ),
			)
		);
		return str_replace( ']]>', ']]&gt;', $text ); // The text stands in a CDATA section.
	}

	private static function paragraph( string $html ): string {
		return '' === $html ? '' : "<p>{$html}</p>\n";
	}
}
