<?php
/**
 * Blueprint: keeps every version of the site's planned structure and makes taxonomies, terms, menu and front page of it.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Blueprint;

/**
 * What other modules may ask of it: the public methods below, and the hooks `igny8/blueprint/applied` and `igny8/blueprint/undone`.
 */
final class Module extends \Igny8\Module {

	/**
	 * Documents by version: several modules ask for the same one in a request.
	 *
	 * @var array<int, Document>
	 */
	private array $documents = array();

	public function slug(): string {
		return 'blueprint';
	}

	public function label(): string {
		return __( 'Blueprint', 'igny8' );
	}

	public function description(): string {
		return __( 'Plans the structure of your site from your trade and creates its taxonomies, terms and menu.', 'igny8' );
	}

	public function tables(): array {
		return array( new BlueprintsTable(), new ChangesTable(), new TemplatesTable() );
	}

	public function settings(): array {
		return array(
			'builds_menu'     => array(
				'type'        => 'boolean',
				'default'     => true,
				'title'       => __( 'Keep the menu up to date', 'igny8' ),
				'description' => __( 'Makes a menu of the published pages. Menus you made yourself are never touched.', 'igny8' ),
			),
			'sets_front_page' => array(
				'type'        => 'boolean',
				'default'     => true,
				'title'       => __( 'Use the planned home page as front page', 'igny8' ),
				'description' => __( 'Only as long as the front page shows your latest posts.', 'igny8' ),
			),
		);
	}

	public function operations(): array {
		return array(
			...( new VersionOperations( $this, $this->plugin ) )->all(),
			...( new SiteOperations( $this ) )->all(),
			...( new WizardOperations( $this, $this->plugin ) )->all(),
			...( new TemplateOperations( $this->plugin ) )->all(),
		);
	}

	public function boot(): void {
		add_action( 'pre_get_posts', array( $this, 'on_pre_get_posts' ) );
		add_action( 'rest_api_init', static fn() => ( new Taxonomies() )->register_meta() );
		add_action( 'igny8/content/published', array( $this, 'on_content_changed' ) );
		add_action( 'igny8/content/unpublished', array( $this, 'on_content_changed' ) );
		add_action( 'igny8/blueprint/applied', array( $this, 'on_content_changed' ), 20, 0 );
		add_action( 'igny8/blueprint/undone', array( $this, 'on_content_changed' ), 20, 0 );
		add_action( 'igny8/blueprint/applied', static fn( int $version ) => ( new Wizard( new BlueprintsTable() ) )->applied( $version ), 30 );
	}

	/**
	 * A site without planned taxonomies does not read their class on a page view.
	 */
	public function register(): void {
		if ( '' !== get_option( 'igny8_taxonomies', '' ) ) { // Taxonomies::OPTION would read it.
			( new Taxonomies() )->register();
		}
	}

	/**
	 * Pages have terms only because of us: WordPress would read them ahead on every view, though no theme shows them.
	 * Whoever does ask for a page's terms still gets them, by one query then.
	 */
	public function on_pre_get_posts( \WP_Query $query ): void {
		if ( $query->is_main_query() && $query->is_page() && ! is_admin() ) {
			$query->set( 'update_post_term_cache', false );
		}
	}

	public function activate(): void {
		( new FirstRun( new BlueprintsTable() ) )->prepare();
		( new Taxonomies() )->install();
		$this->forget_rewrite_rules();
	}

	public function deactivate(): void {
		$this->forget_rewrite_rules();
	}

	/**
	 * Number of the active version, 0 for none.
	 */
	public function active_version(): int {
		return ( new BlueprintsTable() )->active()['version'] ?? 0;
	}

	/**
	 * The active version, or null.
	 *
	 * @return array{version: int, document: array<string, mixed>}|null
	 */
	public function active(): ?array {
		$version  = $this->active_version();
		$document = $this->reader( $version );
		return null === $document ? null : array(
			'version'  => $version,
			'document' => $document->data,
		);
	}

	/**
	 * A version's document as an array, or null when there is no such version.
	 *
	 * @return array<string, mixed>|null
	 */
	public function document( int $version ): ?array {
		return $this->reader( $version )?->data;
	}

	/**
	 * What a version was made from (input of `blueprint.create`, completed), or null when there is no such version.
	 *
	 * @return array<string, mixed>|null
	 */
	public function input( int $version ): ?array {
		return ( new BlueprintsTable() )->input( $version );
	}

	/**
	 * A version's document to ask things of; without a version the active one.
	 */
	public function reader( ?int $version = null ): ?Document {
		$version ??= $this->active_version();
		if ( ! isset( $this->documents[ $version ] ) ) {
			$data = $version > 0 ? ( new BlueprintsTable() )->document( $version ) : null;
			if ( null === $data ) {
				return null;
			}
			$this->documents[ $version ] = new Document( $data );
		}
		return $this->documents[ $version ];
	}

	/**
	 * Number of the version that changes go on from: the newest draft above the active version, else the active one, else the newest; 0 for none.
	 */
	public function working_version(): int {
		$blueprints = new BlueprintsTable();
		$newest     = $blueprints->newest();
		$active     = $blueprints->active();
		$is_ahead   = null === $active || ( 'draft' === ( $newest['status'] ?? '' ) && $newest['version'] > $active['version'] );
		return $is_ahead ? ( $newest['version'] ?? 0 ) : $active['version'];
	}

	/**
	 * Status of a version: draft, active or archived; '' when there is no such version.
	 */
	public function status( int $version ): string {
		return ( new BlueprintsTable() )->brief( $version )['status'] ?? '';
	}

	/**
	 * The engine's input for an input of `blueprint.create`.
	 *
	 * @param array<string, mixed> $input
	 * @return array<string, mixed>|\WP_Error
	 */
	public function prepare( array $input ): array|\WP_Error {
		return ( new Create( new BlueprintsTable(), $this->plugin ) )->prepare( $input );
	}

	/**
	 * Stores the engine's answer as a draft, with the input it was made from.
	 *
	 * @param array<string, mixed> $document
	 * @param array<string, mixed> $input    Of `blueprint.create`.
	 * @return array<string, mixed> `{version, status, is_new}` and the counts.
	 */
	public function save( array $document, array $input ): array {
		return ( new Create( new BlueprintsTable(), $this->plugin ) )->save( $document, $input );
	}

	/**
	 * A planned page of the active version.
	 *
	 * @return array<string, mixed>|null
	 */
	public function page_by_id( string $page_id ): ?array {
		return $this->reader()?->page( $page_id );
	}

	/**
	 * WordPress' name of a planned taxonomy.
	 */
	public function taxonomy_name( string $slug ): string {
		return Taxonomies::name( $slug );
	}

	/**
	 * The id of a planned term that is there, or null.
	 */
	public function find_term( string $taxonomy, string $term ): ?int {
		$found = taxonomy_exists( Taxonomies::name( $taxonomy ) ) ? get_term_by( 'slug', $term, Taxonomies::name( $taxonomy ) ) : false;
		return false === $found ? null : $found->term_id;
	}

	/**
	 * Menu and front page follow what is published, and which version is active.
	 */
	public function on_content_changed(): void {
		$document = $this->reader();
		if ( null === $document ) {
			return;
		}
		$settings = $this->plugin->settings()->all( 'blueprint' );
		if ( $settings['sets_front_page'] ) {
			( new FrontPage( new ChangesTable() ) )->set( $document );
		}
		if ( $settings['builds_menu'] ) {
			( new Menu( new ChangesTable() ) )->build( $document, new Published() );
		}
	}

	/**
	 * WordPress makes the rules again on its next request, when our taxonomies are there, or are gone.
	 */
	private function forget_rewrite_rules(): void {
		delete_option( 'rewrite_rules' );
	}
}
