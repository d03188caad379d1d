<?php
/**
 * Import and export redirects as files.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Redirects;

use Igny8\Capabilities;
use Igny8\Modules\Redirects\Formats\Formats;
use Igny8\Operation;

final class TransferOperations {

	private const LONGEST = 10485760; // 10 MiB: some 100,000 rules; the file passes through memory a few times.

	/**
	 * @return list<Operation>
	 */
	public function all(): array {
		return array( $this->import(), $this->export() );
	}

	private function import(): Operation {
		return new Operation(
			name: 'redirects.import',
			label: __( 'Import redirects', 'igny8' ),
			description: __( 'Reads redirects from CSV, .htaccess, nginx or the JSON of Redirection, in steps. What cannot be read is told by its line. It can be undone.', 'igny8' ),
			capability: Capabilities::MANAGE_REDIRECTS,
			input: array(
				'type'       => 'object',
				'properties' => array(
					'text'     => array( 'type' => 'string', 'format' => 'csv', 'maxLength' => self::LONGEST, 'default' => '', 'description' => __( 'The file. Steps after the first may name its id instead.', 'igny8' ) ),
					'id'       => array( 'type' => 'string', 'maxLength' => 40, 'default' => '', 'description' => __( 'What the first step called the file.', 'igny8' ) ),
					'type'     => array( 'type' => 'string', 'enum' => array( 'auto', ...array_keys( Formats::ALL ) ), 'default' => 'auto', 'description' => __( 'csv, apache (.htaccess), nginx, json; auto looks at the file.', 'igny8' ) ),
					'existing' => array( 'type' => 'string', 'enum' => array( 'keep', 'replace' ), 'default' => 'keep', 'description' => __( 'What to do with redirects of the same addresses that are here.', 'igny8' ) ),
					'group'    => array( 'type' => 'string', 'maxLength' => 100, 'default' => '', 'description' => __( 'Put all into this group; made when it is new.', 'igny8' ) ),
					'dry_run'  => Schemas::dry_run(),
				),
			),
			output: Schemas::change( Schemas::steps() + array( 'id' => array( 'type' => 'string' ), 'format' => array( 'type' => 'string' ), 'added' => array( 'type' => 'integer' ), 'updated' => array( 'type' => 'integer' ), 'same' => array( 'type' => 'integer' ), 'skipped' => array( 'type' => 'integer' ), 'problems' => array( 'type' => 'array', 'items' => array( 'type' => 'object' ) ), 'rules' => array( 'type' => 'array', 'items' => array( 'type' => 'object' ) ) ) ),
			run: static function ( array $input ): array|\WP_Error {
				$run         = new ImportRun( new Rules() );
				$is_replacing = 'replace' === $input['existing'];
				if ( '' === $input['text'] && '' === $input['id'] ) {
					return new \WP_Error( 'file_empty', __( 'The file is empty.', 'igny8' ), array( 'status' => 400 ) );
				}
				if ( $input['dry_run'] ) {
					return $run->preview( $input['text'], $input['type'], $is_replacing, $input['group'] ) + array( 'done' => 0, 'remaining' => 0 );
				}
				$id   = '' === $input['text'] ? $input['id'] : $run->keep( $input['text'], $input['type'], $is_replacing, $input['group'] );
				$step = $run->step( $id );
				return is_wp_error( $step ) ? $step : array( 'id' => $id ) + $step;
			},
			positional: array( 'text' ),
			has_progress: true,
		);
	}

	private function export(): Operation {
		return new Operation(
			name: 'redirects.export',
			label: __( 'Export redirects', 'igny8' ),
			description: __( 'All redirects as one file: CSV, .htaccess, nginx, or JSON as Redirection reads it.', 'igny8' ),
			capability: Capabilities::MANAGE_REDIRECTS,
			input: array(
				'type'       => 'object',
				'properties' => array(
					'type'  => array( 'type' => 'string', 'enum' => array_keys( Formats::ALL ), 'default' => 'csv', 'description' => __( 'csv, apache (.htaccess), nginx, json.', 'igny8' ) ),
					'group' => array( 'type' => 'string', 'maxLength' => 100, 'default' => '', 'description' => __( 'Only this group.', 'igny8' ) ),
				),
			),
			output: array( 'type' => 'object', 'properties' => array( 'name' => array( 'type' => 'string' ), 'count' => array( 'type' => 'integer' ), 'file' => array( 'type' => 'string' ) ) ),
			run: static function ( array $input ): array {
				$rules = new Rules();
				$view  = new RuleView( $rules->groups );
				$group = '' === $input['group'] ? array() : array( 'group_id' => array_column( $rules->groups->select( array( 'name' => $input['group'] ), 'id', 1 ), 'id' ) );
				$all   = array();
				$after = 0;
				do {
					$rows  = $rules->table->after( $after, 1000, $group );
					$after = (int) ( end( $rows )['id'] ?? 0 );
					array_push( $all, ...$view->all( $rows ) );
				} while ( array() !== $rows );
				return array( 'name' => Formats::ALL[ $input['type'] ]['file'], 'count' => count( $all ), 'file' => Formats::write( $input['type'], $all ) );
			},
			is_readonly: true,
			positional: array( 'type' ),
			text: 'file',
			media_type: 'text/plain',
		);
	}
}
