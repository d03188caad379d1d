<?php
/**
 * Lists modules and switches single ones on and off.
 *
 * @package Igny8
 */

namespace Igny8\Cli;

use Igny8\Plugin;

/**
 * Lists and switches the modules of IGNY8.
 */
final class ModuleCommand {

	public function __construct( private readonly Plugin $plugin ) {}

	/**
	 * Lists every module: whether it is built and whether it is on.
	 *
	 * ## OPTIONS
	 *
	 * [--format=<format>]
	 * : How to print the result.
	 * ---
	 * default: table
	 * options:
	 *   - table
	 *   - json
	 *   - csv
	 *   - yaml
	 * ---
	 *
	 * [--fields=<fields>]
	 * : Which fields to print, with commas between them.
	 *
	 * @subcommand list
	 *
	 * @param list<string>                $args
	 * @param array<string, string|bool> $assoc_args
	 */
	public function list_modules( array $args, array $assoc_args ): void {
		$operation = $this->plugin->operations()['engine.modules'];
		( new Output( $assoc_args ) )->print( $operation, ( $operation->run )( array() ) );
	}

	/**
	 * Switches modules on.
	 *
	 * ## OPTIONS
	 *
	 * <module>...
	 * : Slugs of the modules.
	 *
	 * @param list<string> $args
	 */
	public function enable( array $args ): void {
		$this->set( array_merge( array_keys( $this->plugin->modules() ), $args ) );
	}

	/**
	 * Switches modules off. Their data stays.
	 *
	 * ## OPTIONS
	 *
	 * <module>...
	 * : Slugs of the modules.
	 *
	 * @param list<string> $args
	 */
	public function disable( array $args ): void {
		if ( in_array( 'engine', $args, true ) ) {
			\WP_CLI::error( __( 'The engine module holds this switch and stays on.', 'igny8' ) );
		}
		$this->set( array_diff( array_keys( $this->plugin->modules() ), $args ) );
	}

	/**
	 * @param array<string> $enabled
	 */
	private function set( array $enabled ): void {
		$result = $this->plugin->call( $this->plugin->operations()['engine.set_modules'], array( 'enabled' => array_values( array_unique( $enabled ) ) ) );
		if ( is_wp_error( $result ) ) {
			Output::fail( $result );
		}
		/* translators: %s: slugs of modules. */
		\WP_CLI::success( sprintf( __( 'On: %s', 'igny8' ), implode( ', ', array_keys( $this->plugin->modules() ) ) ) );
	}
}
