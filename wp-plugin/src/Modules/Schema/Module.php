<?php
/**
 * Schema: tells search engines in JSON-LD what a page is about, as one connected graph.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Schema;

use Igny8\Blocks;
use Igny8\Capabilities;
use Igny8\Seo\Head;
use Igny8\Seo\OtherPlugins;
use Igny8\Seo\Subject;
use Igny8\Settings;

/**
 * What other modules may ask of it: graph(), and the filters `igny8/schema/pieces`, `igny8/schema/graph`.
 */
final class Module extends \Igny8\Module {

	public const AUTOLOADS_SETTINGS = true;

	/**
	 * The settings' defaults: a page view takes them from here, the schema of the settings too.
	 */
	public const DEFAULTS = array(
		'site_represents' => 'organization',
		'organization'    => array(),
		'person'          => 0,       // User; 0: the first administrator is not guessed, the site's name stands alone.
		'post_types'      => array(), // Post type → {type, page_type}; the rest as Page::POST_TYPES says.
		'breadcrumbs'     => true,
		'authors'         => true,    // The theme names the author of a post, as WordPress' own themes do.
		'videos'          => true,    // Asks YouTube and Vimeo, after a post is saved, for what a VideoObject must say.
	);

	/**
	 * Cron event of Videos::on_fetch(). Here, so that hooking it up loads no class.
	 */
	public const FETCH_VIDEOS = 'igny8_schema_fetch_videos';

	public function slug(): string {
		return 'schema';
	}

	public function label(): string {
		return __( 'Schema', 'igny8' );
	}

	public function description(): string {
		return __( 'Says in JSON-LD who runs the site and what each page is about, and checks it against what Google asks for.', 'igny8' );
	}

	public function settings(): array {
		return ( new SettingsSchema() )->properties();
	}

	public function settings_capability(): string {
		return Capabilities::MANAGE_SEO;
	}

	public function operations(): array {
		return ( new Operations( $this ) )->all();
	}

	public function boot(): void {
		Head::boot( $this->plugin );
		add_action( 'save_post', fn( $post_id, $post ) => $this->on_save_post( $post ), 10, 2 );
		add_action( self::FETCH_VIDEOS, static fn( $post_id ) => VideoSites::complete( (int) $post_id ) );
		add_action( 'rest_api_init', fn() => $this->register_blocks(), 5 ); // Before the blocks' own routes (10).
		// WooCommerce prints in the footer what stands in our graph already; its emails (order) go on.
		add_filter( 'woocommerce_structured_data_type_for_page', static fn( $types ) => OtherPlugins::are_printing() ? $types : array( 'order' ) );
		add_filter( 'pre_update_option_igny8_schema', static fn( $settings ) => Notes::take( (array) $settings ) );
		foreach ( array( 'add_option_site_logo', 'update_option_site_logo', 'delete_option_site_logo', 'customize_save_after', 'switch_theme' ) as $hook ) {
			add_action( $hook, static fn() => Notes::refresh() );
		}
		add_action( 'profile_update', static fn( $user_id ) => Notes::on_user( (int) $user_id ), 20 ); // After Profile::save().
		add_action( 'igny8/seo/fields_saved', static fn( $subject ) => 'author' === $subject->kind && Notes::on_user( $subject->id ) );
		add_action( 'show_user_profile', static fn( $user ) => ( new Profile() )->show( $user ) );
		add_action( 'edit_user_profile', static fn( $user ) => ( new Profile() )->show( $user ) );
		add_action( 'personal_options_update', static fn( $user_id ) => ( new Profile() )->save( (int) $user_id ) );
		add_action( 'edit_user_profile_update', static fn( $user_id ) => ( new Profile() )->save( (int) $user_id ) );
	}

	/**
	 * Our blocks are plain saved markup: a page view shows them without registration, editor and REST need it.
	 */
	public function register(): void {
		wp_using_themes() || $this->register_blocks();
	}

	public function activate(): void {
		Notes::refresh();
	}

	public function deactivate(): void {
		wp_unschedule_hook( self::FETCH_VIDEOS );
	}

	/**
	 * @return list<array{tag: string, attributes: array<string, string>, content: array<string, mixed>}>
	 */
	public function head( Subject $subject ): array {
		$graph = $this->graph( $subject );
		return array() === $graph ? array() : array(
			array(
				'tag'        => 'script',
				'attributes' => array( 'type' => 'application/ld+json', 'class' => 'igny8-schema' ),
				'content'    => array( '@context' => 'https://schema.org', '@graph' => $graph ),
			),
		);
	}

	/**
	 * What a page says, node by node; nothing of a page that is not there.
	 *
	 * @param array<string, mixed>|null $choices Instead of the stored ones: what somebody is typing.
	 * @return list<array<string, mixed>>
	 */
	public function graph( Subject $subject, ?array $choices = null ): array {
		return ( new Graph( new Page( $this->plugin, $subject, $choices ) ) )->nodes();
	}

	/**
	 * What is wrong with a page's graph, and what would make it better.
	 *
	 * @param array<string, mixed>|null $choices Instead of the stored ones.
	 * @return array{url: string, type: string, page_type: string, errors: int, hints: int, messages: list<array<string, string>>, graph: list<array<string, mixed>>, videos: list<array<string, string>>}
	 */
	public function check( Subject $subject, ?array $choices = null ): array {
		$page     = new Page( $this->plugin, $subject, $choices );
		$draft    = ( new Graph( $page ) )->nodes( true );
		$graph    = ( new Graph( $page ) )->nodes();
		$messages = array( ...( new Checker() )->check( $draft ), ...( new Unshown( $page ) )->messages( count( $graph ) < count( $draft ) ) );
		$errors   = count( array_filter( $messages, static fn( array $message ) => 'error' === $message['level'] ) );
		return array(
			'url'       => $page->is_there() ? $page->url() : '',
			'type'      => $page->main_type(),
			'page_type' => $page->page_type(),
			'errors'    => $errors,
			'hints'     => count( $messages ) - $errors,
			'messages'  => $messages,
			'graph'     => $graph,
			'videos'    => 'post' === $subject->kind ? VideoFacts::stored( $subject->id ) : array(),
		);
	}

	/**
	 * Whether YouTube and Vimeo may be asked about embedded videos.
	 */
	public function asks_videos(): bool {
		return (bool) ( Settings::stored( 'schema' )['videos'] ?? self::DEFAULTS['videos'] );
	}

	/**
	 * Finds a post's videos, and has their sites asked once the post is saved and visible.
	 */
	private function on_save_post( \WP_Post $post ): void {
		if ( wp_is_post_revision( $post ) || wp_is_post_autosave( $post ) || ! is_post_type_viewable( $post->post_type ) || ! preg_match( '/wp:video|youtu|vimeo\.com/', $post->post_content ) && ! metadata_exists( 'post', $post->ID, VideoFacts::META ) ) {
			return;
		}
		$open = array_filter( VideoFacts::read( $post ), array( VideoFacts::class, 'is_open' ) );
		if ( $open && 'publish' === $post->post_status && $this->asks_videos() && ! wp_next_scheduled( self::FETCH_VIDEOS, array( $post->ID ) ) ) {
			wp_schedule_single_event( time() + 10, self::FETCH_VIDEOS, array( $post->ID ) ); // After the request that fills WordPress' own cache of the player.
		}
	}

	private function register_blocks(): void {
		if ( ! \WP_Block_Type_Registry::get_instance()->is_registered( 'igny8/faq' ) ) {
			$folder = __DIR__ . '/blocks/';
			Blocks::register( "{$folder}faq", "{$folder}how-to", "{$folder}how-to-step", "{$folder}review" );
		}
	}
}
