<?php
/**
 * Create, show, list and compare versions of the blueprint.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Blueprint;

use Igny8\Operation;
use Igny8\Plugin;

final class VersionOperations {

	private readonly BlueprintsTable $blueprints;

	public function __construct( private readonly Module $module, private readonly Plugin $plugin ) {
		$this->blueprints = new BlueprintsTable();
	}

	/**
	 * @return list<Operation>
	 */
	public function all(): array {
		return array( $this->create(), $this->show(), $this->list(), $this->diff() );
	}

	/**
	 * A version of the input, 0 or absent meaning the newest.
	 *
	 * @return array<string, mixed>|\WP_Error Its row without document.
	 */
	public static function find( BlueprintsTable $blueprints, int $version ): array|\WP_Error {
		$found = $version > 0 ? $blueprints->brief( $version ) : $blueprints->newest();
		if ( null !== $found ) {
			return $found;
		}
		$message = $version > 0
			/* translators: %d: version of the blueprint. */
			? sprintf( __( 'There is no version %d of the blueprint.', 'igny8' ), $version )
			: __( 'There is no blueprint yet. Create one first.', 'igny8' );
		return new \WP_Error( 'blueprint_not_found', $message, array( 'status' => 404 ) );
	}

	/**
	 * @return array<string, mixed>
	 */
	public static function version_schema( string $description ): array {
		return array( 'type' => 'integer', 'minimum' => 0, 'default' => 0, 'description' => $description );
	}

	private function create(): Operation {
		$create = new Create( $this->blueprints, $this->plugin );
		return new Operation(
			name: 'blueprint.create',
			label: __( 'Create a blueprint', 'igny8' ),
			description: __( 'Plans the site from its sectors and stores the plan as a new draft version. Nothing on the site changes.', 'igny8' ),
			capability: 'manage_options',
			input: CreateInput::schema(),
			output: array(
				'type'       => 'object',
				'properties' => array(
					'version' => array( 'type' => 'integer' ),
					'status'  => array( 'type' => 'string' ),
					'is_new'  => array( 'type' => 'boolean', 'description' => __( 'False when the newest version is the same already.', 'igny8' ) ),
				) + self::counts_schema(),
			),
			engine_operation: 'sag.build_blueprint',
			prepare: static fn( array $input ) => $create->prepare( $input ),
			save: static fn( array $output, array $input ) => $create->save( $output, $input ),
		);
	}

	private function show(): Operation {
		return new Operation(
			name: 'blueprint.show',
			label: __( 'Show a blueprint', 'igny8' ),
			description: __( 'One version: its state and what it holds, with the whole document if asked for.', 'igny8' ),
			capability: 'edit_posts',
			input: array(
				'type'       => 'object',
				'properties' => array(
					'version'       => self::version_schema( __( 'Number of the version; 0 is the newest.', 'igny8' ) ),
					'with_document' => array( 'type' => 'boolean', 'default' => false, 'description' => __( 'Also give the whole document.', 'igny8' ) ),
				),
			),
			output: self::row_schema(),
			run: fn( array $input ) => $this->on_show( $input['version'], $input['with_document'] ),
			is_readonly: true,
			positional: array( 'version' ),
		);
	}

	private function list(): Operation {
		return new Operation(
			name: 'blueprint.list',
			label: __( 'List blueprints', 'igny8' ),
			description: __( 'Every version of the blueprint, newest first.', 'igny8' ),
			capability: 'edit_posts',
			input: array(
				'type'       => 'object',
				'properties' => array(
					...Operation::paging(),
				),
			),
			output: array(
				'type'       => 'object',
				'properties' => array(
					'blueprints' => array( 'type' => 'array', 'items' => self::row_schema() ),
					'total'      => array( 'type' => 'integer' ),
				),
			),
			run: fn( array $input ) => array(
				'blueprints' => array_map( array( self::class, 'row' ), $this->blueprints->page( $input['per_page'], ( $input['page'] - 1 ) * $input['per_page'] ) ),
				'total'      => $this->blueprints->count(),
			),
			is_readonly: true,
			rows: 'blueprints',
			columns: array( 'version', 'status', 'clusters', 'keywords', 'pages', 'created_at', 'activated_at' ),
		);
	}

	private function diff(): Operation {
		return new Operation(
			name: 'blueprint.diff',
			label: __( 'Compare two blueprints', 'igny8' ),
			description: __( 'Which clusters, attributes, terms, pages and keywords one version adds, drops, renames or moves against another.', 'igny8' ),
			capability: 'edit_posts',
			input: array(
				'type'       => 'object',
				'properties' => array(
					'from' => self::version_schema( __( 'The older version; 0 is the active one.', 'igny8' ) ),
					'to'   => self::version_schema( __( 'The newer version; 0 is the newest.', 'igny8' ) ),
				),
			),
			output: array(
				'type'       => 'object',
				'properties' => array(
					'from'    => array( 'type' => 'integer' ),
					'to'      => array( 'type' => 'integer' ),
					'changes' => array(
						'type'  => 'array',
						'items' => array(
							'type'       => 'object',
							'properties' => array_fill_keys( array( 'kind', 'change', 'object', 'before', 'after' ), array( 'type' => 'string' ) ),
						),
					),
				),
			),
			run: fn( array $input ) => $this->on_diff( $input['from'], $input['to'] ),
			is_readonly: true,
			positional: array( 'from', 'to' ),
			rows: 'changes',
			columns: array( 'kind', 'change', 'object', 'before', 'after' ),
		);
	}

	/**
	 * @return array<string, mixed>|\WP_Error
	 */
	private function on_show( int $version, bool $with_document ): array|\WP_Error {
		$found = self::find( $this->blueprints, $version );
		if ( is_wp_error( $found ) ) {
			return $found;
		}
		$row = self::row( $found );
		return $with_document ? $row + array( 'document' => $this->module->document( $found['version'] ) ) : $row;
	}

	/**
	 * @return array<string, mixed>|\WP_Error
	 */
	private function on_diff( int $from, int $to ): array|\WP_Error {
		$older = self::find( $this->blueprints, 0 === $from ? ( $this->blueprints->active()['version'] ?? 0 ) : $from );
		$newer = self::find( $this->blueprints, $to );
		foreach ( array( $older, $newer ) as $found ) {
			if ( is_wp_error( $found ) ) {
				return $found;
			}
		}
		return array(
			'from'    => $older['version'],
			'to'      => $newer['version'],
			'changes' => ( new Diff() )->compare( $this->module->reader( $older['version'] ), $this->module->reader( $newer['version'] ) ),
		);
	}

	/**
	 * A version as lists show it: counts beside the rest, times in ISO 8601.
	 *
	 * @param array<string, mixed> $row
	 * @return array<string, mixed>
	 */
	private static function row( array $row ): array {
		return array(
			'version'      => $row['version'],
			'status'       => $row['status'],
			...$row['counts'],
			'created_by'   => $row['created_by'],
			'created_at'   => strtr( $row['created_at'], ' ', 'T' ) . 'Z',
			'activated_at' => null === $row['activated_at'] ? null : strtr( $row['activated_at'], ' ', 'T' ) . 'Z',
		);
	}

	/**
	 * What Create counts in a document.
	 *
	 * @return array<string, array<string, mixed>>
	 */
	private static function counts_schema(): array {
		$numbers = array( 'attributes', 'clusters', 'keywords', 'taxonomies', 'terms', 'pages', 'hubs', 'articles', 'links' );
		return array_fill_keys( $numbers, array( 'type' => 'integer' ) ) + array( 'clusters_by_type' => array( 'type' => 'object' ) );
	}

	/**
	 * @return array<string, mixed>
	 */
	private static function row_schema(): array {
		return array(
			'type'       => 'object',
			'properties' => array(
				'version'      => array( 'type' => 'integer' ),
				'status'       => array( 'type' => 'string', 'enum' => array( 'draft', 'active', 'archived' ) ),
				'created_at'   => array( 'type' => 'string' ),
				'activated_at' => array( 'type' => array( 'string', 'null' ) ),
				'document'     => array( 'type' => 'object' ),
			) + self::counts_schema(),
		);
	}
}
