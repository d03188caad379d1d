<?php
/**
 * One operation as a WP-CLI command: its help, its input, its output.
 *
 * @package Igny8
 */

namespace Igny8\Cli;

use Igny8\Operation;
use Igny8\Plugin;

/**
 * Exits with 0, or with 1 and the reason on STDERR.
 */
final class Command {

	public function __construct( private readonly Plugin $plugin, private readonly Operation $operation ) {}

	/**
	 * Third argument of WP_CLI::add_command(), from the operation's schema.
	 *
	 * @return array<string, mixed>
	 */
	public function help(): array {
		return array(
			'shortdesc' => $this->operation->label,
			'longdesc'  => $this->operation->description,
			'synopsis'  => ( new Arguments( $this->operation ) )->synopsis(),
		);
	}

	/**
	 * @param list<string>                $args
	 * @param array<string, string|bool> $assoc_args
	 */
	public function run( array $args, array $assoc_args ): void {
		$this->refuse_without_right();
		$input = ( new Arguments( $this->operation ) )->input( $args, $assoc_args );
		if ( is_wp_error( $input ) ) {
			Output::fail( $input );
		}
		if ( $this->operation->is_destructive && empty( $input['dry_run'] ) ) {
			\WP_CLI::confirm( $this->operation->description, $assoc_args );
		}
		$result = ( new Execution( $this->plugin ) )->complete( $this->operation, $input );
		if ( is_wp_error( $result ) ) {
			Output::fail( $result );
		}
		( new Output( $assoc_args ) )->print( $this->operation, $result );
	}

	/**
	 * Whoever may run WP-CLI owns the site; `--user` asks to be treated as that user.
	 */
	private function refuse_without_right(): void {
		if ( get_current_user_id() > 0 && ! current_user_can( $this->operation->capability ) ) {
			\WP_CLI::error( __( 'This user may not do this. Leave --user out, or name an administrator.', 'igny8' ) );
		}
	}
}
