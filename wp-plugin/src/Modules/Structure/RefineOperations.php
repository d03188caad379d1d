<?php
/**
 * Ask the engine's language model for better names, topics to leave out, and more keywords: proposals, never changes.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Structure;

use Igny8\Operation;

/**
 * What the owner ticks becomes decisions by `structure.accept`. A refused or broken answer changes nothing.
 */
final class RefineOperations {

	private const MOST_KEYWORDS = 200; // Of a cluster (ClusterBrief).

	public function __construct( private readonly Reader $reader ) {}

	/**
	 * @return list<Operation>
	 */
	public function all(): array {
		return array(
			$this->ask( 'structure.refine', 'sag.refine_clusters', __( 'Refine the clusters', 'igny8' ), __( 'Asks the language model for better names and for clusters that make no sense. Nothing changes until you accept it.', 'igny8' ) ),
			$this->ask( 'structure.suggest_keywords', 'sag.suggest_keywords', __( 'Suggest keywords', 'igny8' ), __( 'Asks the language model for more keywords of the clusters. Nothing changes until you accept it.', 'igny8' ) ),
		);
	}

	private function ask( string $name, string $engine_operation, string $label, string $description ): Operation {
		$text = array( 'type' => 'string' );
		return new Operation(
			name: $name,
			label: $label,
			description: $description,
			capability: 'manage_options',
			input: array( 'type' => 'object', 'properties' => array() ),
			output: array(
				'type'       => 'object',
				'properties' => array(
					'version' => array( 'type' => 'integer' ),
					'changes' => array( 'type' => 'array', 'items' => array( 'type' => 'object', 'properties' => array( 'decision' => array( 'type' => 'object' ), 'before' => $text, 'after' => $text, 'reason' => $text ) ) ),
					'refused' => array( 'type' => 'array', 'items' => $text ),
				),
			),
			engine_operation: $engine_operation,
			prepare: fn() => $this->on_prepare(),
			save: fn( array $output ) => $this->on_save( $output ),
			rows: 'changes',
			columns: array( 'before', 'after', 'reason' ),
		);
	}

	/**
	 * The working version as the model is shown it.
	 *
	 * @return array<string, mixed>|\WP_Error
	 */
	private function on_prepare(): array|\WP_Error {
		$document = $this->reader->document( $this->reader->resolve( Reader::WORKING ) );
		if ( null === $document ) {
			return new \WP_Error( 'blueprint_not_found', __( 'There is no blueprint yet. Create one first.', 'igny8' ), array( 'status' => 404 ) );
		}
		$clusters = array_map(
			static fn( array $cluster ) => array(
				'id'       => $cluster['id'],
				'type'     => $cluster['type'],
				'title'    => $cluster['title'],
				'keywords' => array_slice( array_column( $document->keywords_of( $cluster['id'] ), 'phrase' ), 0, self::MOST_KEYWORDS ),
			),
			array_values( $document->clusters() )
		);
		return array(
			'site_name' => $document->data['site_name'],
			'site_type' => $document->data['site_type'],
			'locale'    => $document->data['locale'],
			'sectors'   => array_column( $document->data['sectors'], 'name' ),
			'clusters'  => $clusters,
		);
	}

	/**
	 * Proposals as `structure.accept` takes them.
	 *
	 * @param array<string, mixed> $output
	 * @return array<string, mixed>
	 */
	private function on_save( array $output ): array {
		$said = static fn( mixed $value ) => null !== $value && '' !== $value && array() !== $value;
		return array(
			'version' => $this->reader->resolve( Reader::WORKING ),
			'changes' => array_map( static fn( array $change ) => array( 'decision' => array( 'source' => 'ai' ) + array_filter( $change['decision'], $said ) ) + $change + array( 'reason' => '' ), $output['changes'] ),
			'refused' => $output['refused'],
		);
	}
}
