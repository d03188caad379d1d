<?php
/**
 * The engine module: connects this site to an engine, watches its jobs and switches modules.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Engine;

/**
 * Owns the job rows; Igny8\Jobs works on them for every module.
 */
final class Module extends \Igny8\Module {

	/**
	 * Cron event of Jobs::sweep(). Here and not there, so that hooking it up does not load Jobs.
	 */
	public const SWEEP = 'igny8_jobs_sweep';

	public function slug(): string {
		return 'engine';
	}

	public function label(): string {
		return __( 'Engine', 'igny8' );
	}

	public function description(): string {
		return __( 'Connects this site to an IGNY8 engine and shows the jobs it has asked for.', 'igny8' );
	}

	public function tables(): array {
		return array( new JobsTable() );
	}

	public function settings(): array {
		return array(
			'delete_data' => array(
				'type'        => 'boolean',
				'default'     => false,
				'description' => __( 'Delete all data of IGNY8 when the plugin is deleted: blueprints, tasks, jobs and settings. Published pages and terms stay.', 'igny8' ),
			),
		);
	}

	public function operations(): array {
		return array_merge(
			( new ConnectionOperations( $this->plugin ) )->all(),
			( new CatalogueOperations( $this->plugin ) )->all(),
			( new JobOperations( $this->plugin ) )->all(),
			( new SettingsOperations( $this->plugin ) )->all(),
			( new TransferOperations( $this->plugin ) )->all(),
			( new RoleOperations() )->all(),
			( new NetworkOperations( $this->plugin ) )->all(),
			( new ChecklistOperations( $this->plugin ) )->all(),
			( new HealthOperations( $this->plugin ) )->all()
		);
	}

	public function boot(): void {
		add_action( self::SWEEP, fn() => $this->plugin->jobs()->sweep() );
	}

	public function deactivate(): void {
		wp_clear_scheduled_hook( self::SWEEP );
	}
}
