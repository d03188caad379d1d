<?php
/**
 * Preview, apply, undo and roll back a version on the site, and build its menu.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Blueprint;

use Igny8\Operation;

final class SiteOperations {

	private readonly BlueprintsTable $blueprints;
	private readonly ChangesTable $changes;
	private readonly Taxonomies $taxonomies;

	public function __construct( private readonly Module $module ) {
		$this->blueprints = new BlueprintsTable();
		$this->changes    = new ChangesTable();
		$this->taxonomies = new Taxonomies();
	}

	/**
	 * @return list<Operation>
	 */
	public function all(): array {
		return array( $this->preview(), $this->apply(), $this->undo(), $this->rollback(), $this->build_menu() );
	}

	private function preview(): Operation {
		return new Operation(
			name: 'blueprint.preview',
			label: __( 'Preview a blueprint', 'igny8' ),
			description: __( 'What applying a version would create, change and keep. Nothing is changed.', 'igny8' ),
			capability: 'manage_options',
			input: array(
				'type'       => 'object',
				'properties' => array( 'version' => VersionOperations::version_schema( __( 'Number of the version; 0 is the newest.', 'igny8' ) ) ),
			),
			output: array(
				'type'       => 'object',
				'properties' => array(
					'version'    => array( 'type' => 'integer' ),
					'counts'     => array( 'type' => 'object', 'additionalProperties' => array( 'type' => 'integer' ) ),
					'pages'      => array( 'type' => 'object', 'additionalProperties' => array( 'type' => 'integer' ) ),
					'menu'       => array( 'type' => 'object' ),
					'front_page' => array( 'type' => 'string' ),
					'left'       => array( 'type' => 'array', 'items' => array( 'type' => 'string' ), 'description' => __( 'Taxonomies and terms that no version plans any more; they stay.', 'igny8' ) ),
					'changes'    => self::changes_schema(),
				),
			),
			run: fn( array $input ) => $this->on_preview( $input['version'] ),
			is_readonly: true,
			positional: array( 'version' ),
			rows: 'changes',
			columns: array( 'action', 'type', 'object', 'note' ),
		);
	}

	private function apply(): Operation {
		return new Operation(
			name: 'blueprint.apply',
			label: __( 'Apply a blueprint', 'igny8' ),
			description: __( 'Creates the taxonomies and terms of a version and makes it the active one. Can be repeated and undone.', 'igny8' ),
			capability: 'manage_options',
			input: array(
				'type'       => 'object',
				'properties' => array(
					'version' => VersionOperations::version_schema( __( 'Number of the version; 0 is the newest.', 'igny8' ) ),
					'dry_run' => array( 'type' => 'boolean', 'default' => false, 'description' => __( 'Only tell what would be done.', 'igny8' ) ),
				),
			),
			output: self::progress_schema( array( 'taxonomies_created', 'terms_created', 'terms_adopted' ) ),
			run: fn( array $input ) => $this->on_apply( VersionOperations::find( $this->blueprints, $input['version'] ), $input['dry_run'] ),
			positional: array( 'version' ),
			rows: 'changes',
			columns: array( 'action', 'type', 'object', 'note' ),
			has_progress: true,
		);
	}

	private function undo(): Operation {
		return new Operation(
			name: 'blueprint.undo',
			label: __( 'Undo the last apply', 'igny8' ),
			description: __( 'Removes what the last apply made. Terms that posts have, or that somebody edited, are kept and reported.', 'igny8' ),
			capability: 'manage_options',
			input: array(
				'type'       => 'object',
				'properties' => array( 'batch' => array( 'type' => 'string', 'default' => '', 'maxLength' => 60, 'description' => __( 'Which apply, as it was reported then; the last one if absent.', 'igny8' ) ) ),
			),
			output: self::progress_schema( array( 'kept' ) ),
			run: fn( array $input ) => ( new Undo( $this->blueprints, $this->changes, $this->taxonomies ) )->step( $input['batch'] ),
			is_destructive: true,
			rows: 'changes',
			columns: array( 'action', 'type', 'object', 'note' ),
			has_progress: true,
		);
	}

	private function rollback(): Operation {
		return new Operation(
			name: 'blueprint.rollback',
			label: __( 'Roll back to an older blueprint', 'igny8' ),
			description: __( 'Makes an older version the active one again and creates what is missing of it. Nothing is removed.', 'igny8' ),
			capability: 'manage_options',
			input: array(
				'type'       => 'object',
				'properties' => array( 'version' => VersionOperations::version_schema( __( 'Number of the version; 0 is the one that was active before.', 'igny8' ) ) ),
			),
			output: self::progress_schema( array( 'taxonomies_created', 'terms_created', 'terms_adopted' ) ),
			run: fn( array $input ) => $this->on_rollback( $input['version'] ),
			is_destructive: true,
			positional: array( 'version' ),
			rows: 'changes',
			columns: array( 'action', 'type', 'object', 'note' ),
			has_progress: true,
		);
	}

	private function build_menu(): Operation {
		return new Operation(
			name: 'blueprint.build_menu',
			label: __( 'Build the menu', 'igny8' ),
			description: __( 'Builds the menu anew from the published pages of the active version. Menus you made are never touched.', 'igny8' ),
			capability: 'manage_options',
			input: array(
				'type'       => 'object',
				'properties' => array( 'overwrites_edits' => array( 'type' => 'boolean', 'default' => false, 'description' => __( 'Also when somebody has edited the menu that was built before.', 'igny8' ) ) ),
			),
			output: array(
				'type'       => 'object',
				'properties' => array(
					'kind'   => array( 'type' => 'string' ),
					'id'     => array( 'type' => 'integer' ),
					'items'  => array( 'type' => 'integer' ),
					'status' => array( 'type' => 'string', 'enum' => array( 'built', 'unchanged', 'edited', 'empty', 'no_place', 'busy' ) ),
					'note'   => array( 'type' => 'string' ),
				),
			),
			run: fn( array $input ) => $this->on_build_menu( $input['overwrites_edits'] ),
		);
	}

	/**
	 * @return array<string, mixed>|\WP_Error
	 */
	private function on_preview( int $version ): array|\WP_Error {
		$found = VersionOperations::find( $this->blueprints, $version );
		return is_wp_error( $found ) ? $found : ( new Preview( $this->taxonomies ) )->make( $found['version'], $this->module->reader( $found['version'] ), $this->module->reader() );
	}

	/**
	 * @param array<string, mixed>|\WP_Error $found Row of the version.
	 * @return array<string, mixed>|\WP_Error
	 */
	private function on_apply( array|\WP_Error $found, bool $is_dry ): array|\WP_Error {
		if ( is_wp_error( $found ) ) {
			return $found;
		}
		if ( ! $is_dry ) {
			return ( new Apply( $this->blueprints, $this->changes, $this->taxonomies ) )->step( $found['version'], $this->module->reader( $found['version'] ) );
		}
		$preview = $this->on_preview( $found['version'] );
		return array(
			'version'            => $found['version'],
			'batch'              => '',
			'done'               => 0,
			'total'              => count( $preview['changes'] ),
			'remaining'          => count( $preview['changes'] ),
			'taxonomies_created' => $preview['counts']['taxonomies_created'],
			'terms_created'      => $preview['counts']['terms_created'],
			'terms_adopted'      => $preview['counts']['terms_adopted'],
			'changes'            => $preview['changes'],
		);
	}

	/**
	 * @return array<string, mixed>|\WP_Error
	 */
	private function on_rollback( int $version ): array|\WP_Error {
		if ( 0 === $version ) {
			$version = $this->blueprints->last_archived()['version'] ?? 0;
			if ( 0 === $version ) {
				return new \WP_Error( 'no_older_version', __( 'No other version has been active yet.', 'igny8' ), array( 'status' => 409 ) );
			}
		}
		$found = VersionOperations::find( $this->blueprints, $version );
		if ( is_array( $found ) && 'draft' === $found['status'] ) {
			return new \WP_Error( 'never_active', __( 'This version has never been active. Apply it instead.', 'igny8' ), array( 'status' => 409 ) );
		}
		return $this->on_apply( $found, false );
	}

	/**
	 * @return array<string, mixed>|\WP_Error
	 */
	private function on_build_menu( bool $overwrites_edits ): array|\WP_Error {
		$document = $this->module->reader();
		if ( null === $document ) {
			return new \WP_Error( 'no_active_blueprint', __( 'No blueprint is active. Apply one first.', 'igny8' ), array( 'status' => 409 ) );
		}
		return ( new Menu( $this->changes ) )->build( $document, new Published(), $overwrites_edits );
	}

	/**
	 * @return array<string, mixed>
	 */
	private static function changes_schema(): array {
		return array(
			'type'  => 'array',
			'items' => array(
				'type'       => 'object',
				'properties' => array_fill_keys( array( 'action', 'type', 'object', 'note' ), array( 'type' => 'string' ) ),
			),
		);
	}

	/**
	 * @param list<string> $counts What a step counts of its own doing.
	 * @return array<string, mixed>
	 */
	private static function progress_schema( array $counts ): array {
		$number = array( 'type' => 'integer' );
		return array(
			'type'       => 'object',
			'properties' => array(
				'version'   => $number,
				'batch'     => array( 'type' => 'string', 'description' => __( 'Names this apply, for undo.', 'igny8' ) ),
				'done'      => $number,
				'total'     => $number,
				'remaining' => $number,
				'changes'   => self::changes_schema(),
			) + array_fill_keys( $counts, $number ),
		);
	}
}
