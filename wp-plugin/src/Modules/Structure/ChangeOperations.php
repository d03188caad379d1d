<?php
/**
 * Change the structure: edit attributes, decide about clusters, look through the changes, take them back, build a new version.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Structure;

use Igny8\Modules\Blueprint;
use Igny8\Operation;
use Igny8\Plugin;

/**
 * Everything waits until the rebuild; no version is ever changed.
 */
final class ChangeOperations {

	private const ROLES = array( 'category', 'problem', 'feature', 'brand', 'audience', 'occasion', 'season', 'location', 'material', 'price_band', 'size', 'style', 'process', 'integration', 'topic' );

	public function __construct( private readonly Plugin $plugin ) {}

	/**
	 * @return list<Operation>
	 */
	public function all(): array {
		return array( $this->changes(), $this->edit(), $this->decide(), $this->accept(), $this->undo(), $this->rebuild() );
	}

	private function changes(): Operation {
		return new Operation(
			name: 'structure.changes',
			label: __( 'List changes', 'igny8' ),
			description: __( 'What you changed about the structure: what waits for the next version, and what the version at hand holds already.', 'igny8' ),
			capability: 'edit_posts',
			input: array( 'type' => 'object', 'properties' => array() ),
			output: Schemas::changes(),
			run: fn() => $this->list(),
			is_readonly: true,
			rows: 'changes',
			columns: array( 'id', 'state', 'text', 'source', 'note' ),
		);
	}

	private function edit(): Operation {
		return new Operation(
			name: 'structure.edit',
			label: __( 'Edit an attribute', 'igny8' ),
			description: __( 'Renames an attribute, changes its level, adds, renames or drops values, drops it, or adds a new one. Waits for the next version.', 'igny8' ),
			capability: 'manage_options',
			input: array( 'type' => 'object', 'properties' => Schemas::edit( self::ROLES ) ),
			output: Schemas::changes(),
			run: fn( array $input ) => $this->on_edit( $input ),
			positional: array( 'attribute' ),
			rows: 'changes',
			columns: array( 'id', 'state', 'text' ),
		);
	}

	private function decide(): Operation {
		return new Operation(
			name: 'structure.decide',
			label: __( 'Decide about a cluster', 'igny8' ),
			description: __( 'Renames, drops, merges, splits or adds a cluster, or puts keywords into one. Waits for the next version and is kept in all later ones.', 'igny8' ),
			capability: 'manage_options',
			input: array( 'type' => 'object', 'properties' => Schemas::decision(), 'required' => array( 'action' ) ),
			output: Schemas::changes(),
			run: fn( array $input ) => $this->on_accept( array( $input ) ),
			positional: array( 'action', 'cluster' ),
			rows: 'changes',
			columns: array( 'id', 'state', 'text' ),
		);
	}

	private function accept(): Operation {
		return new Operation(
			name: 'structure.accept',
			label: __( 'Accept decisions', 'igny8' ),
			description: __( 'Several decisions about clusters at once, such as those a language model proposed. All of them, or none.', 'igny8' ),
			capability: 'manage_options',
			input: array(
				'type'       => 'object',
				'properties' => array(
					'decisions' => array(
						'type'        => 'array',
						'items'       => array( 'type' => 'object', 'properties' => Schemas::decision(), 'required' => array( 'action' ), 'additionalProperties' => false ),
						'minItems'    => 1,
						'maxItems'    => 200,
						'description' => __( 'Decisions, as structure.decide takes them.', 'igny8' ),
					),
				),
				'required'   => array( 'decisions' ),
			),
			output: Schemas::changes(),
			run: fn( array $input ) => $this->on_accept( $input['decisions'] ),
			rows: 'changes',
			columns: array( 'id', 'state', 'text' ),
		);
	}

	private function undo(): Operation {
		return new Operation(
			name: 'structure.undo',
			label: __( 'Undo changes', 'igny8' ),
			description: __( 'Takes changes back that wait, and leaves those out of the next version that this one holds. Undoing that again keeps them.', 'igny8' ),
			capability: 'manage_options',
			input: array(
				'type'       => 'object',
				'properties' => array(
					'ids' => array( 'type' => 'array', 'items' => array( 'type' => 'string', 'maxLength' => 40 ), 'default' => array(), 'description' => __( 'Ids of changes.', 'igny8' ) ),
					'all' => array( 'type' => 'boolean', 'default' => false, 'description' => __( 'Everything that waits.', 'igny8' ) ),
				),
			),
			output: Schemas::changes(),
			run: fn( array $input ) => $this->on_undo( $input['ids'], $input['all'] ),
			positional: array( 'ids' ),
			rows: 'changes',
			columns: array( 'id', 'state', 'text' ),
		);
	}

	private function rebuild(): Operation {
		$number = array( 'type' => 'integer' );
		return new Operation(
			name: 'structure.rebuild',
			label: __( 'Build a new version', 'igny8' ),
			description: __( 'Makes a new draft of the blueprint from what the last one was made from and all changes that wait. The active version stays as it is.', 'igny8' ),
			capability: 'manage_options',
			input: array( 'type' => 'object', 'properties' => array() ),
			output: array(
				'type'       => 'object',
				'properties' => array( 'version' => $number, 'status' => array( 'type' => 'string' ), 'is_new' => array( 'type' => 'boolean' ), 'from' => $number, 'clusters' => $number, 'keywords' => $number, 'pages' => $number ),
			),
			engine_operation: 'sag.build_blueprint',
			prepare: fn() => $this->on_prepare(),
			save: fn( array $document ) => $this->on_save( $document ),
		);
	}

	/**
	 * @return array<string, mixed>
	 */
	private function list(): array {
		$changes = $this->store();
		$version = null === $changes ? 0 : $changes->version();
		if ( 0 === $version ) {
			return array( 'version' => 0, 'status' => '', 'waiting' => 0, 'changes' => array() );
		}
		$words   = new Words( $changes->document(), (array) get_option( Changes::NAMES, array() ) );
		$skipped = Outline::skipped( $changes->document() );
		$rows    = array_map(
			static fn( array $change ) => array(
				'id'         => $change['id'],
				'state'      => $change['state'],
				'kind'       => $change['kind'],
				'text'       => $words->change( $change ),
				'source'     => $change['change']['source'] ?? 'owner',
				'note'       => 'standing' === $change['state'] && 'decision' === $change['kind'] ? ( $skipped[ Outline::key( $change['change'] ) ] ?? '' ) : '',
				'change'     => 'keywords' === $change['kind'] ? array( 'count' => count( $change['change']['keywords'] ) ) : $change['change'],
				'created_at' => '' === $change['created_at'] ? '' : strtr( $change['created_at'], ' ', 'T' ) . 'Z',
			),
			$changes->all()
		);
		return array( 'version' => $version, 'status' => $this->blueprint()->status( $version ), 'waiting' => $changes->count(), 'changes' => $rows );
	}

	/**
	 * @param array<string, mixed> $input
	 * @return array<string, mixed>|\WP_Error
	 */
	private function on_edit( array $input ): array|\WP_Error {
		$input['attribute'] = '' === $input['attribute'] ? Edits::slug( $input['name'] ?? '' ) : $input['attribute'];
		if ( isset( $input['role'] ) ) {
			$input += array( 'level' => 'secondary' );
		}
		$changes = $this->store();
		$parts   = Edits::apart( $input );
		$fault   = match ( true ) {
			null === $changes || 0 === $changes->version() => $this->nothing_yet(),
			array() === $parts                             => new \WP_Error( 'change_refused', __( 'Say what to change.', 'igny8' ), array( 'status' => 400 ) ),
			default                                        => ( new Rules( $changes->document(), $changes->all() ) )->edit( $input ),
		};
		if ( null !== $fault ) {
			return $fault;
		}
		foreach ( $parts as $part ) {
			$changes->add( 'edit', $part );
		}
		return $this->list();
	}

	/**
	 * @param list<array<string, mixed>> $decisions
	 * @return array<string, mixed>|\WP_Error
	 */
	private function on_accept( array $decisions ): array|\WP_Error {
		$changes = $this->store();
		if ( null === $changes || 0 === $changes->version() ) {
			return $this->nothing_yet();
		}
		$waiting   = $changes->all();
		$decisions = array_map( array( self::class, 'clean' ), $decisions );
		if ( count( array_filter( $waiting, static fn( array $change ) => 'decision' === $change['kind'] ) ) + count( $decisions ) > Changes::MOST_DECISIONS ) {
			return new \WP_Error( 'too_many_decisions', __( 'The engine takes at most 500 decisions. Undo some that are not needed any more.', 'igny8' ), array( 'status' => 409 ) );
		}
		foreach ( $decisions as $decision ) {
			$fault = ( new Rules( $changes->document(), $waiting ) )->decision( $decision );
			if ( null !== $fault ) {
				return $fault;
			}
			$waiting[] = array( 'state' => 'pending', 'kind' => 'decision', 'change' => $decision );
		}
		foreach ( $decisions as $decision ) {
			$changes->remember_name( $decision['cluster'] ?? '' );
			$changes->remember_name( $decision['into'] ?? '' );
			$changes->add( 'decision', $decision );
		}
		return $this->list();
	}

	/**
	 * @param list<string> $ids
	 * @return array<string, mixed>|\WP_Error
	 */
	private function on_undo( array $ids, bool $is_all ): array|\WP_Error {
		$changes = $this->store();
		if ( null === $changes ) {
			return $this->nothing_yet();
		}
		$gone = array_diff( $ids, array_column( $changes->all(), 'id' ) );
		if ( array() !== $gone ) {
			/* translators: %s: id of a change. */
			return new \WP_Error( 'change_not_found', sprintf( __( 'There is no change %s any more.', 'igny8' ), (string) reset( $gone ) ), array( 'status' => 404 ) );
		}
		array_map( array( $changes, 'undo' ), $ids );
		if ( $is_all ) {
			$changes->discard();
		}
		return $this->list();
	}

	/**
	 * @return array<string, mixed>|\WP_Error
	 */
	private function on_prepare(): array|\WP_Error {
		$changes = $this->store();
		if ( null === $changes || 0 === $changes->version() ) {
			return $this->nothing_yet();
		}
		// Asked again beside an open one, which is then answered: what that one builds from must stay noted.
		$noted = $this->plugin->jobs()->has_open( 'structure.rebuild' ) ? $changes->rebuilt_from() : null;
		return $this->blueprint()->prepare( $noted ?? $changes->begin_rebuild() );
	}

	/**
	 * Safe to call twice: the second time the document is the newest version already, and nothing is noted any more.
	 *
	 * @param array<string, mixed> $document
	 * @return array<string, mixed>|\WP_Error
	 */
	private function on_save( array $document ): array|\WP_Error {
		$changes = $this->store();
		if ( null === $changes ) {
			return $this->nothing_yet();
		}
		$from   = $changes->version();
		$result = $this->blueprint()->save( $document, $changes->rebuilt_from() ?? $changes->next_input() );
		$changes->end_rebuild();
		return array( 'from' => $from ) + $result;
	}

	private function nothing_yet(): \WP_Error {
		return new \WP_Error( 'blueprint_not_found', __( 'There is no blueprint yet. Create one first.', 'igny8' ), array( 'status' => 404 ) );
	}

	private function store(): ?Changes {
		$blueprint = $this->blueprint();
		return null === $blueprint ? null : new Changes( $blueprint );
	}

	private function blueprint(): ?Blueprint\Module {
		$module = $this->plugin->module( 'blueprint' );
		return $module instanceof Blueprint\Module ? $module : null;
	}

	/**
	 * A decision without what says nothing, phrases and titles trimmed, properties in the engine's order.
	 *
	 * @param array<string, mixed> $decision
	 * @return array<string, mixed>
	 */
	private static function clean( array $decision ): array {
		foreach ( array( 'title', 'into', 'cluster' ) as $name ) {
			$decision[ $name ] = trim( $decision[ $name ] ?? '' );
		}
		$decision['keywords'] = array_values( array_unique( array_filter( array_map( 'trim', $decision['keywords'] ?? array() ), 'strlen' ) ) );
		if ( 'add' === $decision['action'] && array() === $decision['keywords'] && array() === ( $decision['values'] ?? array() ) ) {
			$decision['keywords'] = array( mb_strtolower( $decision['title'] ) ); // A topic is at least what it is called.
		}
		$order = array( 'action', 'cluster', 'title', 'into', 'type', 'values', 'keywords', 'source' );
		return array_filter( array_replace( array_intersect_key( array_flip( $order ), $decision ), array_intersect_key( $decision, array_flip( $order ) ) ), static fn( mixed $value ) => '' !== $value && array() !== $value );
	}
}
