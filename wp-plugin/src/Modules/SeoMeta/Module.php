<?php
/**
 * Titles & meta: what every page says about itself to search engines and social networks, and breadcrumbs.
 *
 * @package Igny8
 */

namespace Igny8\Modules\SeoMeta;

use Igny8\Capabilities;
use Igny8\Seo\Choices;
use Igny8\Seo\Fields;
use Igny8\Seo\Head;
use Igny8\Seo\HeadCache;
use Igny8\Seo\OtherPlugins;
use Igny8\Seo\PrimaryTerm;
use Igny8\Seo\Subject;

/**
 * What is decided about a page is decided in `Seo\Resolver`, which works without this module too: schema and sitemap ask it.
 */
final class Module extends \Igny8\Module {

	public const AUTOLOADS_SETTINGS = true;

	public function slug(): string {
		return Choices::MODULE;
	}

	public function label(): string {
		return __( 'Titles & meta', 'igny8' );
	}

	public function description(): string {
		return __( 'Titles, descriptions, robots, canonical addresses, social cards and breadcrumbs of every page.', 'igny8' );
	}

	public function screen(): array {
		return array( 'label' => $this->label(), 'capability' => Capabilities::EDIT_SEO );
	}

	public function tables(): array {
		return array( new Survey\SurveyTable(), new Bulk\BatchesTable(), new Bulk\ItemsTable() );
	}

	public function settings(): array {
		return SettingsSchema::properties();
	}

	public function settings_capability(): string {
		return Capabilities::MANAGE_SEO;
	}

	public function head( Subject $subject ): array {
		return Tags::of( $subject );
	}

	public function operations(): array {
		return array(
			...( new FieldOperations() )->all(),
			...( new HeadOperations( $this->plugin ) )->all(),
			...( new ListOperations() )->all(),
			...( new BulkOperations() )->all(),
			...( new TemplateOperations() )->all(),
			...( new CsvOperations() )->all(),
			...( new KeyphraseUse() )->all(),
		);
	}

	/**
	 * Closures only: a page view loads what it uses.
	 */
	public function boot(): void {
		require_once __DIR__ . '/functions.php';
		Head::boot( $this->plugin );
		wp_using_ext_object_cache() && HeadCache::boot();
		'' === OtherPlugins::active() || ( new Takeover() )->boot();
		add_filter( 'igny8/seo/head', array( Tags::class, 'refresh' ), 1, 2 );
		add_filter( 'pre_get_document_title', static fn( $title ) => '' === (string) $title ? DocumentTitle::current() : $title, 20 );
		add_filter( 'wp_title', static fn( $title ) => DocumentTitle::for_old_theme( $title ), 20 );
		add_action( 'template_redirect', static fn() => '' === (string) Subject::current()->meta( Subject::META['redirect'] ) || Redirect::follow(), 1 ); // Before redirect_canonical(): one hop, not two.
		add_filter( 'post_link_category', static fn( $term, $terms, $post ) => PrimaryTerm::for_permalink( $term, (array) $terms, $post ), 10, 3 );
		add_filter( 'wc_product_post_type_link_product_cat', static fn( $term, $terms, $post ) => PrimaryTerm::for_permalink( $term, (array) $terms, $post ), 10, 3 );
		add_filter( 'block_core_breadcrumbs_items', static fn( $items ) => CoreBreadcrumbs::items( (array) $items ) );
		add_shortcode( 'igny8_breadcrumbs', static fn() => Trail::html( Subject::current() ) );
		add_action( 'rest_api_init', fn() => ( new RestFields( $this->plugin ) )->register() );
		add_action( 'wp_after_insert_post', static fn( $id, $post ) => '' === (string) get_post_meta( (int) $id, Subject::META['canonical'], true ) || Fields::note_listing( Subject::post( $post ) ), 10, 2 );
		$this->boot_notes();
		$this->boot_survey();
		is_admin() && ( new Forms\Forms( $this->plugin ) )->boot();
	}

	public function register(): void {
		is_admin() ? \Igny8\Blocks::register( __DIR__ . '/blocks/breadcrumbs' ) : register_block_type( __DIR__ . '/blocks/breadcrumbs' ); // Visitors need no script for it.
	}

	/**
	 * Keeps SettingNotes true while terms and images change.
	 */
	private function boot_notes(): void {
		add_filter( 'pre_update_option_igny8_' . Choices::MODULE, static fn( $settings ) => SettingNotes::note_images( $settings ) );
		$on_meta = static fn( $meta_id, $id, $key ) => in_array( $key, array( '_wp_attachment_metadata', '_wp_attachment_image_alt' ), true ) && SettingNotes::on_attachment( (int) $id );
		add_action( 'added_post_meta', $on_meta, 10, 3 );
		add_action( 'updated_post_meta', $on_meta, 10, 3 );
		add_action( 'deleted_post', static fn( $id, $post ) => 'attachment' === $post->post_type && SettingNotes::on_attachment( (int) $id ), 10, 2 );
		add_action( 'added_term_meta', static fn( $meta_id, $id, $key ) => Subject::META['breadcrumb_title'] === $key && SettingNotes::on_named_term(), 10, 3 );
	}

	/**
	 * Tells the survey of every page that is saved or goes.
	 */
	private function boot_survey(): void {
		add_action( 'wp_after_insert_post', static fn( $id, $post ) => Survey\Watch::on_post( (int) $id, $post ), 10, 2 );
		add_action( 'deleted_post', static fn( $id ) => Survey\Survey::forget( 'post', (int) $id ) );
		add_action( 'saved_term', static fn( $id ) => Survey\Watch::on_term( (int) $id ) );
		add_action( 'delete_term', static fn( $id ) => Survey\Survey::forget( 'term', (int) $id ) );
		add_action( 'profile_update', static fn( $id ) => Survey\Watch::on_user( (int) $id ) );
		add_action( 'deleted_user', static fn( $id ) => Survey\Survey::forget( 'author', (int) $id ) );
		add_action( 'igny8/seo/fields_saved', static fn( $subject ) => Survey\Watch::on_fields( $subject ) );
	}
}
