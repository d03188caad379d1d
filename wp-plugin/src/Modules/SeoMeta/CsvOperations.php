<?php
/**
 * Take all titles, descriptions and the like out as CSV, and bring an edited file back in.
 *
 * @package Igny8
 */

namespace Igny8\Modules\SeoMeta;

use Igny8\Capabilities;
use Igny8\Csv;
use Igny8\Modules\SeoMeta\Bulk\Batch;
use Igny8\Modules\SeoMeta\Bulk\CsvFormat;
use Igny8\Modules\SeoMeta\Bulk\CsvImport;
use Igny8\Modules\SeoMeta\Bulk\Selection;
use Igny8\Modules\SeoMeta\Survey\Objects;
use Igny8\Modules\SeoMeta\Survey\Survey;
use Igny8\Modules\SeoMeta\Survey\SurveyTable;
use Igny8\Operation;

final class CsvOperations {

	private const CHUNK      = 200;     // Pages of an export loaded at once.
	private const MOST       = 20000;   // Rows of one export call: about 10 MB. A larger site goes on with `after`.
	private const MOST_BYTES = 8000000; // Of an import: the default of PHP's post_max_size; 10,000 rows have about 4 MB.
	private const MOST_ROWS  = 2000;    // Of one call over REST, about 10 s; the screen sends a file in pieces.

	/**
	 * @return list<Operation>
	 */
	public function all(): array {
		return array( $this->export(), $this->import() );
	}

	private function export(): Operation {
		return new Operation(
			name: 'seo-meta.export',
			label: __( 'Export titles and descriptions', 'igny8' ),
			description: __( 'One line a page with all its fields, as CSV that a spreadsheet opens safely and an import reads back without loss.', 'igny8' ),
			capability: Capabilities::EDIT_SEO,
			input: array(
				'type'       => 'object',
				'properties' => Selection::properties() + array(
					'after' => array( 'type' => 'integer', 'minimum' => 0, 'default' => 0, 'description' => __( 'Go on behind this row: next of the call before. Then without the line of column names.', 'igny8' ) ),
					'limit' => array( 'type' => 'integer', 'minimum' => 1, 'maximum' => self::MOST, 'default' => self::MOST, 'description' => __( 'Rows at most.', 'igny8' ) ),
				),
			),
			output: array(
				'type'       => 'object',
				'properties' => array( 'name' => array( 'type' => 'string' ), 'count' => array( 'type' => 'integer' ), 'total' => array( 'type' => 'integer' ), 'next' => array( 'type' => 'integer', 'description' => __( '0 at the end.', 'igny8' ) ), 'csv' => array( 'type' => 'string' ) ),
			),
			run: fn( array $input ) => $this->on_export( $input ),
			is_readonly: true,
			text: 'csv',
			media_type: 'text/csv',
		);
	}

	private function import(): Operation {
		$number = array( 'type' => 'integer' );
		$list   = array( 'type' => 'array', 'items' => array( 'type' => 'object' ) );
		return new Operation(
			name: 'seo-meta.import',
			label: __( 'Import titles and descriptions', 'igny8' ),
			description: __( 'Reads a CSV file as the export makes it. Columns that are not there stay as they are, empty cells empty their field, rows with faults are passed over and told. It can be undone for 30 days.', 'igny8' ),
			capability: Capabilities::EDIT_SEO,
			input: array(
				'type'       => 'object',
				'properties' => array(
					'text'    => array( 'type' => 'string', 'maxLength' => self::MOST_BYTES, 'format' => 'csv', 'description' => __( 'The file. On a command line "@file", or "@-" for standard input.', 'igny8' ) ),
					'name'    => array( 'type' => 'string', 'maxLength' => 255, 'default' => '', 'description' => __( 'Name of the file, for the list of changes.', 'igny8' ) ),
					'run'     => array( 'type' => 'string', 'maxLength' => 64, 'default' => '', 'description' => __( 'A name of your choice: pieces of one file that come with the same name are undone together.', 'igny8' ) ),
					'dry_run' => array( 'type' => 'boolean', 'default' => false, 'description' => __( 'Only tell what the rows would change and which have faults.', 'igny8' ) ),
				),
				'required'   => array( 'text' ),
			),
			output: array( 'type' => 'object', 'properties' => array( 'batch' => $number, 'rows' => $number, 'changed' => $number, 'same' => $number, 'refused' => $number, 'changes' => $list, 'errors' => $list ) ),
			run: fn( array $input ) => $this->on_import( $input ),
			is_destructive: true,
			positional: array( 'text' ),
		);
	}

	/**
	 * @param array<string, mixed> $input
	 * @return array<string, mixed>
	 */
	private function on_export( array $input ): array {
		$table   = new SurveyTable();
		$filters = Selection::filters( $input );
		( new Survey( $table ) )->walk( 1.0 ); // What was added a moment ago is in the file.
		$csv   = 0 === $input['after'] ? Csv::BOM . Csv::lines( array( CsvFormat::columns() ) ) : '';
		$after = $input['after'];
		$count = 0;
		while ( $count < $input['limit'] ) {
			$found = $table->after( $filters, $after, min( self::CHUNK, $input['limit'] - $count ) );
			if ( array() === $found ) {
				$after = 0;
				break;
			}
			Objects::load( $input['kind'], array_column( $found, 'object_id' ) );
			$subjects = array_filter( array_map( static fn( array $row ) => Objects::subject( $row['kind'], $row['object_id'] ), $found ) );
			$csv     .= Csv::lines( array_map( array( CsvFormat::class, 'row' ), $subjects ) );
			$count   += count( $subjects );
			$after    = end( $found )['id'];
			wp_cache_flush_runtime(); // A hundred thousand posts must not stay in memory.
		}
		$site = sanitize_title( get_option( 'blogname' ) );
		return array( 'name' => ( '' === $site ? 'site' : $site ) . "-{$input['kind']}-meta.csv", 'count' => $count, 'total' => $table->count_matching( $filters ), 'next' => $after, 'csv' => $csv );
	}

	/**
	 * @param array<string, mixed> $input
	 * @return array<string, mixed>|\WP_Error
	 */
	private function on_import( array $input ): array|\WP_Error {
		$batch = $input['dry_run'] ? null : Batch::of_run( $input['run'], 'import', array( 'name' => $input['name'] ) );
		if ( is_wp_error( $batch ) ) {
			return $batch;
		}
		return ( new CsvImport( $batch ) )->read( $input['text'], defined( 'WP_CLI' ) && \WP_CLI ? PHP_INT_MAX : self::MOST_ROWS );
	}
}
