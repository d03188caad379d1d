<?php
/**
 * Opens every operation as `wp igny8 <module> <verb>`, and the commands that are made of several.
 *
 * @package Igny8
 */

namespace Igny8;

/**
 * Loaded under WP-CLI only.
 */
final class Cli {

	public function __construct( private readonly Plugin $plugin ) {}

	public function boot(): void {
		add_action( 'init', array( $this, 'register_commands' ), 20 ); // After the modules' own `init`, when texts may be translated.
	}

	public function register_commands(): void {
		foreach ( $this->plugin->operations() as $operation ) {
			$command = new Cli\Command( $this->plugin, $operation );
			\WP_CLI::add_command( "igny8 {$operation->module} {$operation->verb}", array( $command, 'run' ), $command->help() );
		}
		\WP_CLI::add_command( 'igny8 module', new Cli\ModuleCommand( $this->plugin ) );
		$run = new Cli\RunCommand( $this->plugin );
		\WP_CLI::add_command( 'igny8 run', array( $run, 'run' ), $run->help() );
	}
}
