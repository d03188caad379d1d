<?php
/**
 * Takes a new owner to the setup wizard: once, right after the plugin was activated by hand and alone.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Blueprint;

/**
 * Nothing is stored and nothing is asked on later requests: the redirect with which WordPress itself ends an
 * activation is given another destination. Bulk and network activations, WP-CLI, AJAX and installers of others end
 * differently, or not at all, and are left alone.
 */
final class FirstRun {

	public const VIEW = 'setup';

	public function __construct( private readonly BlueprintsTable $blueprints ) {}

	/**
	 * Called while the plugin is being activated.
	 */
	public function prepare(): void {
		if ( $this->is_single_activation() && current_user_can( 'manage_options' ) && null === $this->blueprints->newest() ) {
			add_filter( 'wp_redirect', array( self::class, 'filter_wp_redirect' ) );
		}
	}

	/**
	 * plugins.php ends with `plugins.php?activate=true` when all went well, with `?error=true` when not.
	 */
	public static function filter_wp_redirect( string $location ): string {
		wp_parse_str( (string) wp_parse_url( $location, PHP_URL_QUERY ), $query );
		return 'true' === ( $query['activate'] ?? '' ) ? admin_url( 'admin.php?page=igny8&view=' . self::VIEW ) : $location;
	}

	private function is_single_activation(): bool {
		global $pagenow;
		$action = sanitize_key( $_GET['action'] ?? '' ); // phpcs:ignore WordPress.Security.NonceVerification -- WordPress has checked it before it runs an activation.
		return 'plugins.php' === $pagenow && 'activate' === $action && ! is_network_admin() && ! wp_doing_ajax() && ! ( defined( 'WP_CLI' ) && WP_CLI );
	}
}
