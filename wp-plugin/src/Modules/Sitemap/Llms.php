<?php
/**
 * llms.txt: a short list of the site's main pages in Markdown, for language models that look something up.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Sitemap;

use Igny8\Modules\Blueprint\Published;
use Igny8\Plugin;
use Igny8\Seo\Fields;
use Igny8\Seo\Subject;
use Igny8\Settings;

/**
 * By llmstxt.org: a title, a summary, sections of links with notes, the section "Optional" last. Made from the pages the
 * owner marked as cornerstones, the hubs of the blueprint and the top pages; or the owner's own text.
 */
final class Llms {

	public const OPTION = 'igny8_llms'; // The owner's own text; '' or absent: made from the pages.

	private const CACHE     = 'igny8_llms';
	private const CACHE_S   = HOUR_IN_SECONDS; // Main pages change seldom.
	private const EACH      = 20;              // Links a section: the file is to be short.
	private const SUMMARY_C = 250;             // Characters of a note.

	/**
	 * Posts and terms that have a link already.
	 *
	 * @var array<string, bool>
	 */
	private array $seen = array();

	public function __construct( private readonly Plugin $plugin ) {}

	public function answer(): Response {
		if ( ! ( Settings::stored( 'sitemap' )['llms'] ?? Module::DEFAULTS['llms'] ) ) {
			return Response::missing();
		}
		$text = $this->text();
		return Response::file( 'text/plain', $text, md5( $text ) );
	}

	/**
	 * What visitors get.
	 */
	public function text(): string {
		$own = (string) get_option( self::OPTION, '' );
		if ( '' !== $own ) {
			return $own;
		}
		$text = get_transient( self::CACHE );
		if ( ! is_string( $text ) ) {
			$text = $this->make();
			set_transient( self::CACHE, $text, self::CACHE_S );
		}
		return $text;
	}

	/**
	 * Stores the owner's own text, or '' for what is made from the pages.
	 */
	public static function save( string $text ): void {
		'' === trim( $text ) ? delete_option( self::OPTION ) : update_option( self::OPTION, trim( $text ) . "\n", false );
		self::forget();
	}

	public static function forget(): void {
		delete_transient( self::CACHE );
	}

	/**
	 * The text as it follows from the pages now.
	 */
	public function make(): string {
		$sections = array(
			__( 'Most important', 'igny8' ) => $this->posts( array( 'meta_key' => Fields::META['is_cornerstone'], 'meta_value' => '1' ) ), // phpcs:ignore WordPress.DB.SlowDBQuery -- Once an hour; few posts have it.
			__( 'Topics', 'igny8' )         => $this->hubs(),
			__( 'Pages', 'igny8' )          => $this->posts( array( 'post_type' => 'page', 'post_parent' => 0, 'orderby' => array( 'menu_order' => 'ASC', 'title' => 'ASC' ) ) ),
			__( 'Latest', 'igny8' )         => $this->posts( array( 'post_type' => 'post', 'orderby' => 'date' ) ),
		);
		$text     = '# ' . self::line( get_bloginfo( 'name' ) ) . "\n";
		$tagline  = self::line( get_bloginfo( 'description' ) );
		$text    .= '' === $tagline ? '' : "\n> {$tagline}\n";
		foreach ( array_filter( $sections ) as $title => $links ) {
			$text .= "\n## {$title}\n\n" . implode( "\n", $links ) . "\n";
		}
		// The one heading whose name is part of the format: it may be skipped when context is short.
		$text .= "\n## Optional\n\n- [" . __( 'All pages', 'igny8' ) . '](' . Address::index() . '): ' . __( 'XML sitemap', 'igny8' ) . "\n- [" . __( 'Feed', 'igny8' ) . '](' . get_feed_link() . ")\n";
		/**
		 * The llms.txt made from the pages of the site.
		 *
		 * @param string $text Markdown.
		 */
		return (string) apply_filters( 'igny8/sitemap/llms', $text );
	}

	/**
	 * @param array<string, mixed> $query For get_posts().
	 * @return list<string>
	 */
	private function posts( array $query ): array {
		$posts = get_posts(
			$query + array(
				'post_type'      => ( new Listing( $this->plugin ) )->post_types(),
				'post_status'    => 'publish',
				'has_password'   => false,
				'posts_per_page' => self::EACH * 2, // Some are unlisted or have a link already.
				'no_found_rows'  => true,
			)
		);
		return $this->links( array_map( static fn( \WP_Post $post ) => Subject::post( $post ), $posts ) );
	}

	/**
	 * Published hub pages of the active blueprint.
	 *
	 * @return list<string>
	 */
	private function hubs(): array {
		$blueprint = $this->plugin->module( 'blueprint' );
		if ( ! $blueprint instanceof \Igny8\Modules\Blueprint\Module ) {
			return array();
		}
		$pages = array_filter( $blueprint->active()['document']['pages'] ?? array(), static fn( array $page ) => 'hub' === $page['kind'] );
		$posts = array();
		foreach ( array() === $pages ? array() : ( new Published() )->find( $blueprint->reader(), array_slice( array_column( $pages, 'id' ), 0, self::EACH * 2 ) ) as $found ) {
			$object  = 'taxonomy' === $found['kind'] ? get_term( $found['id'], $found['type'] ) : get_post( $found['id'] );
			$posts[] = match ( true ) {
				$object instanceof \WP_Post => Subject::post( $object ),
				$object instanceof \WP_Term => Subject::term( $object ),
				default                     => null,
			};
		}
		return $this->links( array_filter( $posts ) );
	}

	/**
	 * @param list<Subject> $subjects
	 * @return list<string> `- [Title](address): note`, each subject once in the file.
	 */
	private function links( array $subjects ): array {
		$links = array();
		foreach ( $subjects as $subject ) {
			if ( isset( $this->seen[ $subject->key() ] ) || '' !== (string) $subject->meta( Fields::UNLISTED ) || count( $links ) >= self::EACH ) {
				continue;
			}
			$this->seen[ $subject->key() ] = true;

			$object  = $subject->object();
			$title   = self::line( $object instanceof \WP_Term ? $object->name : get_the_title( $object ) );
			$note    = $this->note( $subject );
			$links[] = '- [' . strtr( '' === $title ? $subject->url() : $title, array( '[' => '(', ']' => ')' ) ) . '](' . $subject->url() . ')' . ( '' === $note ? '' : ": {$note}" );
		}
		return $links;
	}

	private function note( Subject $subject ): string {
		$object = $subject->object();
		$text   = (string) $subject->meta( Fields::META['description'] );
		if ( '' === $text || str_contains( $text, '{' ) ) { // A template is for a page's head.
			$text = $object instanceof \WP_Term ? $object->description : (string) $object->post_excerpt;
		}
		$line = self::line( $text );
		return mb_strlen( $line ) > self::SUMMARY_C ? rtrim( mb_substr( $line, 0, self::SUMMARY_C ) ) . '…' : $line;
	}

	/**
	 * Plain text on one line.
	 */
	private static function line( string $text ): string {
		return trim( (string) preg_replace( '/\s+/u', ' ', html_entity_decode( wp_strip_all_tags( strip_shortcodes( $text ) ), ENT_QUOTES, 'UTF-8' ) ) );
	}
}
