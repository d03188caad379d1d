<?php
/**
 * Bring the owner's keyword list in, and take all keywords out as CSV.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Structure;

use Igny8\Csv;
use Igny8\Modules\Blueprint;
use Igny8\Operation;
use Igny8\Plugin;

final class KeywordOperations {

	private const MOST_BYTES = 4000000; // As keywords.read_csv: 10,000 rows of Keyword Planner have 2.5 MB.

	/**
	 * Columns of the export; the first ones are what an import reads again.
	 */
	private const COLUMNS = array( 'keyword', 'volume', 'difficulty', 'cpc', 'cluster', 'intent', 'stage', 'main', 'origin' );

	public function __construct( private readonly Plugin $plugin, private readonly Reader $reader ) {}

	/**
	 * @return list<Operation>
	 */
	public function all(): array {
		return array( $this->import(), $this->export() );
	}

	private function import(): Operation {
		$number = array( 'type' => 'integer' );
		$list   = array( 'type' => 'array', 'items' => array( 'type' => 'object' ) );
		return new Operation(
			name: 'structure.import_keywords',
			label: __( 'Import keywords', 'igny8' ),
			description: __( 'Reads a keyword list (CSV of Ahrefs, Semrush, Keyword Planner, or plain) and keeps it for the next version, which matches its keywords to clusters and proposes new ones for the rest.', 'igny8' ),
			capability: 'manage_options',
			input: array(
				'type'       => 'object',
				'properties' => array(
					'text'    => array( 'type' => 'string', 'maxLength' => self::MOST_BYTES, 'format' => 'csv', 'description' => __( 'The list. On a command line "@file", or "@-" for standard input.', 'igny8' ) ),
					'name'    => array( 'type' => 'string', 'maxLength' => 255, 'default' => '', 'description' => __( 'Name of the file, for the list of changes.', 'igny8' ) ),
					'dry_run' => array( 'type' => 'boolean', 'default' => false, 'description' => __( 'Only tell which clusters the keywords would go to.', 'igny8' ) ),
				),
				'required'   => array( 'text' ),
			),
			output: array(
				'type'       => 'object',
				'properties' => array(
					'format'        => array( 'type' => 'string' ),
					'columns'       => array( 'type' => 'object' ),
					'count'         => $number,
					'skipped'       => $list,
					'skipped_count' => $number,
					'known'         => $number,
					'matched'       => $number,
					'by_cluster'    => $list,
					'rows'          => $list,
					'proposed'      => $list,
					'unclustered'   => array( 'type' => 'array', 'items' => array( 'type' => 'string' ) ),
					'left'          => $number,
					'is_kept'       => array( 'type' => 'boolean' ),
				),
			),
			run: fn( array $input ) => $this->on_import( $input['text'], $input['name'], $input['dry_run'] ),
			positional: array( 'text' ),
		);
	}

	private function export(): Operation {
		return new Operation(
			name: 'structure.export_keywords',
			label: __( 'Export keywords', 'igny8' ),
			description: __( 'All keywords of a version with their clusters, as CSV. Cells that a spreadsheet would take for a formula are marked as text.', 'igny8' ),
			capability: 'edit_others_posts',
			input: array( 'type' => 'object', 'properties' => array( 'version' => Schemas::version() ) ),
			output: array(
				'type'       => 'object',
				'properties' => array( 'version' => array( 'type' => 'integer' ), 'name' => array( 'type' => 'string' ), 'count' => array( 'type' => 'integer' ), 'csv' => array( 'type' => 'string' ) ),
			),
			run: fn( array $input ) => $this->on_export( $input['version'] ),
			is_readonly: true,
			positional: array( 'version' ),
			text: 'csv',
			media_type: 'text/csv',
		);
	}

	/**
	 * @return array<string, mixed>|\WP_Error
	 */
	private function on_import( string $text, string $name, bool $is_dry ): array|\WP_Error {
		$blueprint = $this->plugin->module( 'blueprint' );
		$changes   = $blueprint instanceof Blueprint\Module ? new Changes( $blueprint ) : null;
		if ( null === $changes || 0 === $changes->version() ) {
			return new \WP_Error( 'blueprint_not_found', __( 'There is no blueprint yet. Create one first.', 'igny8' ), array( 'status' => 404 ) );
		}
		$import = new KeywordImport( $this->plugin, $changes );
		return $is_dry ? $import->preview( $text, $name ) : $import->keep( $text, $name );
	}

	/**
	 * @return array<string, mixed>|\WP_Error
	 */
	private function on_export( int $version ): array|\WP_Error {
		$version  = $this->reader->resolve( $version );
		$document = $this->reader->document( $version );
		if ( null === $document ) {
			return new \WP_Error( 'blueprint_not_found', __( 'There is no such version of the blueprint.', 'igny8' ), array( 'status' => 404 ) );
		}
		$rows = array_map(
			static fn( array $keyword ) => array(
				'keyword'    => $keyword['phrase'],
				'volume'     => $keyword['volume'] ?? null,
				'difficulty' => $keyword['difficulty'] ?? null,
				'cpc'        => $keyword['cpc'] ?? null,
				'cluster'    => $document->cluster( $keyword['cluster'] )['title'] ?? '',
				'intent'     => $keyword['intent'],
				'stage'      => $keyword['stage'],
				'main'       => $keyword['is_primary'] ? 'yes' : '',
				'origin'     => Words::keyword( $keyword ),
			),
			$document->data['keywords']
		);
		$site = sanitize_title( get_option( 'blogname' ) );
		return array(
			'version' => $version,
			'name'    => ( '' === $site ? 'site' : $site ) . "-keywords-{$version}.csv",
			'count'   => count( $rows ),
			'csv'     => Csv::write( self::COLUMNS, $rows ),
		);
	}
}
