<?php
/**
 * Redirects: sends visitors of old addresses on, and notes the addresses that are missing.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Redirects;

use Igny8\Capabilities;

/**
 * A page that exists costs nothing: rules are looked up when WordPress has found nothing, and, where the owner has made
 * rules for existing pages, by a short autoloaded list.
 */
final class Module extends \Igny8\Module {

	public const AUTOLOADS_SETTINGS = true; // A missing page reads them without a query of its own.

	/**
	 * What the settings are until somebody changes them.
	 */
	public const DEFAULTS = array(
		'on_slug_change'     => true,
		'on_removal'         => 'offer',
		'guess'              => true,
		'log'                => true,
		'log_days'           => 30,
		'log_rows'           => 2000,
		'log_query'          => 'names',
		'ignored_paths'      => array( '*.php', '*.php7', '*.asp', '*.aspx', '*.jsp', '*.cgi', '*.env*', '*.git*', '*.svn*', '*.sql*', '*.bak', '*.zip', '*.tar.gz', '*.rar', '*.yml', '*.ini', '*.log', '/.*', '/wp-content/plugins/*', '/wp-includes/*', '/cgi-bin*', '/vendor/*', '/phpmyadmin*', '/actuator*', '*/wlwmanifest.xml', '*.map' ),
		'ignored_parameters' => array( 'utm_*', 'gclid', 'dclid', 'gbraid', 'wbraid', 'fbclid', 'msclkid', 'mc_cid', 'mc_eid', 'yclid', '_ga', '_gl' ),
	);

	public function slug(): string {
		return 'redirects';
	}

	public function label(): string {
		return __( 'Redirects', 'igny8' );
	}

	public function description(): string {
		return __( 'Sends visitors of old addresses on, also by itself when an address changes, and notes which addresses are missing.', 'igny8' );
	}

	public function screen(): array {
		return array( 'label' => $this->label(), 'capability' => Capabilities::MANAGE_REDIRECTS );
	}

	public function settings_capability(): string {
		return Capabilities::MANAGE_REDIRECTS;
	}

	public function tables(): array {
		return array( new RulesTable(), new GroupsTable(), new ChangesTable(), new MissesTable() );
	}

	public function settings(): array {
		return Schemas::settings();
	}

	public function operations(): array {
		return array(
			...( new RuleOperations() )->all(),
			...( new ListOperations() )->all(),
			...( new GroupOperations() )->all(),
			...( new MissOperations() )->all(),
			( new TestOperation() )->test(),
			...( new CheckOperations() )->all(),
			...( new TransferOperations() )->all(),
		);
	}

	/**
	 * Closures, so that a page view loads no class but this one.
	 */
	public function boot(): void {
		add_action( 'template_redirect', array( $this, 'on_template_redirect' ), 1 ); // Before WordPress guesses (10).
		add_filter( 'igny8/seo/redirect', fn( $url ) => '' === (string) $url ? '' : ( new Front( $this->plugin ) )->end_of( (string) $url ) );
		add_filter( 'igny8/seo/unlisted', static fn( $is_unlisted, $subject ) => $is_unlisted || Listed::is_redirected( $subject ), 10, 2 );
		add_filter( 'do_redirect_guess_404_permalink', static fn( $does ) => $does && ( \Igny8\Settings::stored( 'redirects' )['guess'] ?? self::DEFAULTS['guess'] ) );
		add_action( 'pre_post_update', fn( $post_id ) => $this->watch()->on_pre_post_update( (int) $post_id ) );
		add_action( 'wp_after_insert_post', fn( $post_id, $post ) => $this->watch()->on_wp_after_insert_post( (int) $post_id, $post ), 10, 2 );
		add_action( 'wp_after_insert_post', static fn( $post_id, $post ) => array() === array_diff_key( (array) get_option( Rules::ALWAYS, array() ), array( 'patterns' => true ) ) || Listed::on_saved( $post ), 20, 2 ); // After its address is settled.
		add_action( 'edit_terms', fn( $term_id, $taxonomy ) => $this->watch()->on_edit_terms( (int) $term_id, (string) $taxonomy ), 10, 2 );
		add_action( 'edited_term', fn( $term_id, $tt_id, $taxonomy ) => $this->watch()->on_edited_term( (int) $term_id, (int) $tt_id, (string) $taxonomy ), 10, 3 );
		add_action( 'created_term', fn( $term_id, $tt_id, $taxonomy ) => $this->watch()->on_edited_term( (int) $term_id, (int) $tt_id, (string) $taxonomy ), 10, 3 );
		add_action( 'wp_trash_post', fn( $post_id ) => $this->watch()->on_removal( get_post( (int) $post_id ) ) );
		add_action( 'before_delete_post', fn( $post_id ) => $this->watch()->on_removal( get_post( (int) $post_id ) ) );
		add_action( 'pre_delete_term', fn( $term_id, $taxonomy ) => $this->watch()->on_pre_delete_term( (int) $term_id, (string) $taxonomy ), 10, 2 );
		add_action( 'permalink_structure_changed', static fn( $old, $new ) => PermalinkAdvice::on_change( (string) $old, (string) $new ), 10, 2 );
	}

	public function activate(): void {
		add_option( Rules::ALWAYS, '', '', true ); // A missing autoloaded option costs a query on every page view.
	}

	public function on_template_redirect(): void {
		if ( is_preview() || is_customize_preview() || is_robots() ) {
			return;
		}
		if ( is_404() ) {
			( new Front( $this->plugin ) )->on_missing();
			return;
		}
		$always = get_option( 'igny8_redirects_always' ) ?: array(); // By its name: the constant would load a class.
		unset( $always['patterns'] ); // About missing pages.
		array() === $always || ( new Front( $this->plugin ) )->on_existing( $always );
	}

	/**
	 * Writes redirects that another plugin had. Up to 1,000 a call; calling again with the same changes nothing.
	 *
	 * @param array<int, array<string, mixed>> $rules  As docs/hooks.md and Schemas::rule() describe them.
	 * @param string                           $source Slug of where they come from.
	 * @return array{added: int, updated: int, skipped: list<array{row: int, source: string, reason: string}>}
	 */
	public function import_rules( array $rules, string $source ): array {
		$origin = substr( sanitize_key( $source ), 0, 40 );
		$done   = ( new Rules() )->import( $rules, $origin, "import-{$origin}" );
		return array( 'added' => $done['added'], 'updated' => $done['updated'], 'skipped' => $done['skipped'] );
	}

	public function imported_count( string $source ): int {
		return ( new RulesTable() )->count( array( 'batch' => 'import-' . substr( sanitize_key( $source ), 0, 40 ) ) );
	}

	/**
	 * Removes what import_rules() brought, but not what the owner has edited since.
	 *
	 * @return array{removed: int, kept: int}
	 */
	public function remove_imported( string $source ): array {
		$batch = 'import-' . substr( sanitize_key( $source ), 0, 40 );
		$table = new RulesTable();
		$pages = $table->select( array( 'batch' => $batch, 'is_edited' => 0, 'is_always' => 1 ), 'id', 1000 ); // Rules about pages that are there, as many as Rules undoes at once.
		$count = $table->delete( array( 'batch' => $batch, 'is_edited' => 0 ) );
		( new Rules() )->refresh_always();
		Listed::note( $pages );
		return array( 'removed' => $count, 'kept' => $table->count( array( 'batch' => $batch ) ) );
	}

	public function remove_source( string $source ): int {
		return $this->remove_imported( $source )['removed'];
	}

	private function watch(): Watch {
		return new Watch( \Igny8\Settings::stored( 'redirects' ) + self::DEFAULTS );
	}
}
