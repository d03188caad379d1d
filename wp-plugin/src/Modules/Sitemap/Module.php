<?php
/**
 * Sitemap: tells search engines which pages there are, and what crawlers and feed readers may see.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Sitemap;

use Igny8\Capabilities;
use Igny8\Settings;

/**
 * A page view runs a few comparisons of this file; everything else is loaded by the request or the change that needs it.
 * What other modules may ask of it: the public methods below.
 */
final class Module extends \Igny8\Module {

	public const AUTOLOADS_SETTINGS = true; // Two switches change the head of pages: feeds of comments.

	/**
	 * The settings as they are before the owner changes them.
	 */
	public const DEFAULTS = array(
		'excluded_post_types' => array(),
		'excluded_taxonomies' => array( 'post_format' ), // "All asides": nobody searches for that.
		'excluded_posts'      => array(),
		'excluded_terms'      => array(),
		'excluded_authors'    => array(),
		'authors'             => true,
		'images'              => true,
		'videos'              => true,
		'news'                => false, // Only publications in Google News have any use for it.
		'news_name'           => '',
		'news_post_types'     => array( 'post' ),
		'indexnow'            => false, // Sends addresses to others: only who asks for it.
		'llms'                => true,
		'feed_before'         => '',
		'feed_after'          => '',
		'feed_images'         => false,
		'feed_noindex'        => false,
		'feed_comments'       => true,
	);

	/**
	 * Daily cron event: everything is counted again.
	 */
	public const DAILY_HOOK = 'igny8_sitemap_daily';

	/**
	 * Cron events that go on with counting and with announcing. Here, so that hooking them up loads no class.
	 */
	public const REFRESH_HOOK = 'igny8_sitemap_refresh';
	public const PING_HOOK    = 'igny8_sitemap_ping';

	private const CRON_S = 20.0; // A share of a cron request's minute.

	/**
	 * Requests that may be ours; Address decides.
	 */
	private const OURS = '~sitemap[^?]*\.(?:xml(?:\.gz)?|xsl)(?:\?|$)|/[0-9a-f]{32}\.txt(?:\?|$)|/llms\.txt(?:\?|$)|[?&](?:sitemap|sitemap-stylesheet|igny8-indexnow|igny8-llms)=~';

	public function slug(): string {
		return 'sitemap';
	}

	public function label(): string {
		return __( 'Sitemap', 'igny8' );
	}

	public function description(): string {
		return __( 'Sitemaps that stay fast on any site, IndexNow, robots.txt, llms.txt and feeds.', 'igny8' );
	}

	public function tables(): array {
		return array( new PagesTable(), new PingsTable() );
	}

	public function settings(): array {
		$properties = SettingsSchema::properties();
		foreach ( self::DEFAULTS as $name => $default ) {
			$properties[ $name ]['default'] = $default;
		}
		return $properties;
	}

	public function settings_capability(): string {
		return Capabilities::MANAGE_SEO;
	}

	public function operations(): array {
		return array(
			...( new SitemapOperations( $this->plugin ) )->all(),
			...( new PingOperations( $this->plugin ) )->all(),
			...( new RobotsOperations() )->all(),
			...( new LlmsOperations( $this->plugin ) )->all(),
		);
	}

	public function boot(): void {
		str_ends_with( $_SERVER['REQUEST_URI'] ?? '', '/wp-sitemap.xml' ) && KeptIndex::serve(); // phpcs:ignore WordPress.Security.ValidatedSanitizedInput -- Compared only.
		add_filter( 'do_parse_request', array( $this, 'filter_do_parse_request' ), 1 );
		add_action( self::REFRESH_HOOK, fn() => ( new Pages( $this->plugin ) )->refresh( self::CRON_S ) );
		add_action( self::PING_HOOK, fn() => ( new IndexNow( $this->plugin ) )->send() );
		add_action( self::DAILY_HOOK, array( $this, 'on_daily' ) );
		add_action( 'import_end', array( $this, 'forget_pages' ) ); // WordPress' own importers.
		add_filter( 'robots_txt', static fn( string $text, $is_public ) => Robots::filter( $text, (bool) $is_public ), 100, 2 ); // After other plugins, whose lines stay unless the owner wrote the file.
		add_action( 'template_redirect', static fn() => is_feed() && ( new Feeds() )->start(), 5 );
		add_filter( 'feed_links_show_comments_feed', array( $this, 'filter_comment_feeds' ) );
		add_filter( 'feed_links_extra_show_post_comments_feed', array( $this, 'filter_comment_feeds' ) );
		$this->watch();
	}

	/**
	 * Whether pages link to feeds of comments.
	 */
	public function filter_comment_feeds( bool $is_shown ): bool {
		return $is_shown && ( Settings::stored( 'sitemap' )['feed_comments'] ?? self::DEFAULTS['feed_comments'] );
	}

	/**
	 * The robots.txt that crawlers read.
	 */
	public function robots_text(): string {
		return Robots::served();
	}

	/**
	 * Replaces robots.txt; '' goes back to WordPress' own. The owner can take it back.
	 *
	 * @param string $source Who wrote it: the import names its plugin.
	 * @return array{text: string, issues: list<array{line: int, level: string, message: string}>}|\WP_Error
	 */
	public function save_robots( string $text, string $source = '' ): array|\WP_Error {
		$saved = Robots::save( $text, $source );
		return is_wp_error( $saved ) ? $saved : array( 'text' => Robots::own(), 'issues' => RobotsCheck::issues( Robots::served() ) );
	}

	/**
	 * Serves our own files; every other request goes on.
	 */
	public function filter_do_parse_request( bool $parses ): bool {
		if ( preg_match( self::OURS, (string) ( $_SERVER['REQUEST_URI'] ?? '' ) ) ) { // phpcs:ignore WordPress.Security.ValidatedSanitizedInput -- Compared with a pattern; Server reads it cleaned.
			( new Server( $this->plugin ) )->serve();
		}
		return $parses;
	}

	/**
	 * Marks all pages, which are then counted again one by one: posts were changed in the database past every hook.
	 */
	public function forget_pages(): void {
		( new Pages( $this->plugin ) )->doubt( PagesTable::CHANGED );
		wp_next_scheduled( self::REFRESH_HOOK ) || wp_schedule_single_event( time(), self::REFRESH_HOOK );
	}

	public function on_daily(): void {
		$pages = new Pages( $this->plugin );
		$pages->doubt();
		$freshness = new Freshness( $pages->listing );
		$until     = time() + self::CRON_S;
		$place     = null;
		do {
			$place = $freshness->step( $place );
		} while ( null !== $place && time() < $until );
		$pages->refresh( self::CRON_S );
	}

	public function activate(): void {
		wp_next_scheduled( self::DAILY_HOOK ) || wp_schedule_event( time(), 'daily', self::DAILY_HOOK );
	}

	public function deactivate(): void {
		array_map( 'wp_clear_scheduled_hook', array( self::DAILY_HOOK, self::REFRESH_HOOK, self::PING_HOOK ) );
	}

	/**
	 * Hooks of changes. Each loads Changes only when it is about something public.
	 */
	private function watch(): void {
		add_action(
			'transition_post_status',
			function ( string $new_status, string $old_status, \WP_Post $post ): void {
				if ( 'publish' === $new_status || 'publish' === $old_status ) {
					$this->changes()->on_transition( $new_status, $old_status, $post );
				}
			},
			10,
			3
		);
		add_action( 'post_updated', fn( int $id, \WP_Post $after, \WP_Post $before ) => 'publish' === $before->post_status && $this->changes()->on_post_updated( $after, $before ), 10, 3 );
		add_action( 'wp_trash_post', fn( int $id ) => $this->changes()->before_removal( $id ) );
		add_action( 'before_delete_post', fn( int $id ) => $this->changes()->before_removal( $id ) );
		add_action( 'set_object_terms', fn( $id, $terms, $tt_ids, $taxonomy, $append, $old ) => $this->changes()->on_set_object_terms( (int) $id, $tt_ids, $taxonomy, $old ), 10, 6 );
		add_action( 'edited_term_taxonomy', fn( $tt_id ) => $this->changes()->on_counted( (int) $tt_id ) );
		add_action( 'edited_term', fn( $id, $tt_id, $taxonomy ) => $this->changes()->on_term_moved( $taxonomy ), 10, 3 );
		add_action( 'created_term', fn( $id, $tt_id, $taxonomy ) => $this->changes()->on_term( (int) $id, $taxonomy ), 10, 3 );
		add_action( 'delete_term', fn( $id, $tt_id, $taxonomy ) => $this->changes()->on_term( (int) $id, $taxonomy ), 10, 3 );
		add_action( 'profile_update', fn( int $id ) => $this->changes()->on_user( $id ) );
		add_action( 'deleted_user', fn( int $id ) => $this->changes()->on_user( $id ) );
		add_action( 'igny8/seo/fields_saved', fn( \Igny8\Seo\Subject $subject ) => $this->changes()->on_fields( $subject ) );
		add_action( 'update_option_igny8_sitemap', fn( $old, $values ) => $this->changes()->on_settings( (array) $old, (array) $values ), 10, 2 );
		add_action( 'igny8/redirects/changed', fn( array $urls ) => $this->changes()->on_redirects( $urls ) );
	}

	private function changes(): Changes {
		return Changes::of( $this->plugin );
	}
}
