<?php
/**
 * Publish written pages.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Content;

use Igny8\Operation;
use Igny8\Plugin;

final class PublishOperation {

	public function __construct(
		private readonly Plugin $plugin,
		private readonly TasksTable $tasks,
	) {}

	public function publish(): Operation {
		return new Operation(
			name: 'content.publish',
			label: __( 'Publish pages', 'igny8' ),
			description: __( 'Publishes composed pages, parents first, and links them. Drafted prose is published when it is named; briefs never are. One call is one step of a few seconds.', 'igny8' ),
			capability: 'publish_pages',
			input: array(
				'type'       => 'object',
				'properties' => array(
					'pages'   => ListOperations::pages_schema( __( 'Ids of the pages; all composed ones if empty.', 'igny8' ) ),
					'dry_run' => array( 'type' => 'boolean', 'default' => false, 'description' => __( 'Only tell what would be published.', 'igny8' ) ),
				),
			),
			output: array(
				'type'       => 'object',
				'properties' => array(
					'done'            => array( 'type' => 'integer' ),
					'total'           => array( 'type' => 'integer' ),
					'remaining'       => array( 'type' => 'integer' ),
					'pages_published' => array( 'type' => 'integer' ),
					'links_placed'    => array( 'type' => 'integer' ),
					'briefs'          => array( 'type' => 'string', 'description' => __( 'What was left unpublished because only you can complete it.', 'igny8' ) ),
					'pages'           => array( 'type' => 'array', 'items' => array( 'type' => 'object' ) ),
				),
			),
			run: fn( array $input ) => $this->on_publish( $input['pages'], $input['dry_run'] ),
			positional: array( 'pages' ),
			has_progress: true,
		);
	}

	/**
	 * @param list<string> $page_ids
	 * @return array<string, mixed>|\WP_Error
	 */
	private function on_publish( array $page_ids, bool $is_dry ): array|\WP_Error {
		$linker = $this->plugin->module( 'linker' );
		$before = $linker?->placed_count() ?? 0;
		$result = ( new Publisher( $this->tasks, new Pages( $this->tasks ) ) )->step( $page_ids, $is_dry );
		if ( is_wp_error( $result ) ) {
			return $result;
		}
		$briefs = $this->tasks->count( array( 'status' => 'completed', 'state' => 'brief', 'published_at' => null ) );
		return $result + array(
			'links_placed' => ( $linker?->placed_count() ?? 0 ) - $before,
			/* translators: %d: how many briefs. */
			'briefs'       => 0 === $briefs ? '' : sprintf( _n( '%d brief waits for you', '%d briefs wait for you', $briefs, 'igny8' ), $briefs ),
		);
	}
}
