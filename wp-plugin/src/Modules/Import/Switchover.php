<?php
/**
 * Switches over: deactivates the other plugin when its import is done, and brings it back when that is rolled back.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Import;

use Igny8\Capabilities;
use Igny8\Plugin;
use Igny8\Seo\Choices;

/**
 * Nothing of the other plugin is removed. One that is active for a whole network cannot be deactivated on one of its
 * sites: there we print instead of it.
 */
final class Switchover {

	public function __construct(
		private readonly Plugin $plugin,
		private readonly string $source,
	) {}

	/**
	 * @return array<string, mixed>|\WP_Error
	 */
	public function over(): array|\WP_Error {
		$state = State::of( $this->source );
		if ( 'done' !== $state['status'] ) {
			return new \WP_Error( 'import_first', __( 'Import first: there is nothing to switch over to yet.', 'igny8' ), array( 'status' => 409 ) );
		}
		$files   = Detect::active_files( $this->source );
		$network = array_values( array_filter( $files, 'is_plugin_active_for_network' ) );
		$own     = array_values( array_diff( $files, $network ) );
		foreach ( $own as $file ) {
			if ( ! Capabilities::may( 'deactivate_plugin', $file ) ) {
				return new \WP_Error( 'rest_forbidden', __( 'Your account may not deactivate plugins. Ask an administrator, or let IGNY8 take over under Settings → Titles.', 'igny8' ), array( 'status' => 403 ) );
			}
		}
		deactivate_plugins( $own );
		array() === $network || 'redirection' === $this->source || $this->plugin->settings()->set( Choices::MODULE, array( 'output' => 'take_over' ) );
		delete_option( 'rewrite_rules' ); // WordPress makes them again, without the other plugin's.
		State::store( $this->source, array( 'deactivated' => array_values( array_unique( array( ...$state['deactivated'], ...$own ) ) ), 'takes_over' => array() !== $network ) );
		return array( 'source' => $this->source, 'deactivated' => $own, 'takes_over' => array() !== $network );
	}

	/**
	 * Activates again what over() deactivated and is still installed.
	 *
	 * @return list<string>
	 */
	public function back(): array {
		require_once ABSPATH . 'wp-admin/includes/plugin.php';
		$state = State::of( $this->source );
		$back  = array();
		foreach ( $state['deactivated'] as $file ) {
			if ( is_file( WP_PLUGIN_DIR . "/{$file}" ) && Capabilities::may( 'activate_plugin', $file ) && null === activate_plugin( $file, '', false, true ) ) {
				$back[] = $file;
			}
		}
		if ( ! empty( $state['takes_over'] ) ) {
			$this->plugin->settings()->set( Choices::MODULE, array( 'output' => 'yield' ) );
		}
		array() === $back || delete_option( 'rewrite_rules' );
		State::store( $this->source, array( 'deactivated' => array(), 'takes_over' => false ) );
		return $back;
	}
}
