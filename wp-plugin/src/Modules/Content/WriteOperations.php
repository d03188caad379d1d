<?php
/**
 * Has the engine write one page: composed from the blueprint, as a brief, or as prose by a language model.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Content;

use Igny8\Operation;
use Igny8\Plugin;

/**
 * Three jobs of the same shape. `Run` starts them page by page; each can be asked for alone too.
 */
final class WriteOperations {

	public const COMPOSE = 'content.compose';
	public const BRIEF   = 'content.brief';
	public const DRAFT   = 'content.draft';

	public function __construct(
		private readonly Plugin $plugin,
		private readonly TasksTable $tasks,
	) {}

	/**
	 * @return list<Operation>
	 */
	public function all(): array {
		return array( $this->compose(), $this->brief(), $this->draft() );
	}

	private function compose(): Operation {
		return $this->operation(
			name: 'content.compose',
			label: __( 'Compose a page', 'igny8' ),
			description: __( 'Composes a home, hub, archive or commercial page from the blueprint and keeps it as a draft. No language model is needed.', 'igny8' ),
			engine_operation: 'writing.compose',
		);
	}

	private function brief(): Operation {
		return $this->operation(
			name: 'content.brief',
			label: __( 'Brief an article', 'igny8' ),
			description: __( 'Makes a draft with outline, questions and facts for a planned article. No language model is needed.', 'igny8' ),
			engine_operation: 'writing.brief',
		);
	}

	private function draft(): Operation {
		return $this->operation(
			name: 'content.draft',
			label: __( 'Draft an article', 'igny8' ),
			description: __( 'Has the language model of the engine write a planned article. Replaces its brief, if nobody has edited that.', 'igny8' ),
			engine_operation: 'writing.draft',
		);
	}

	private function operation( string $name, string $label, string $description, string $engine_operation ): Operation {
		return new Operation(
			name: $name,
			label: $label,
			description: $description,
			capability: 'edit_others_posts',
			input: array(
				'type'       => 'object',
				'properties' => array( 'page' => array( 'type' => 'string', 'minLength' => 1, 'maxLength' => 100, 'description' => __( 'Id of the planned page.', 'igny8' ) ) ),
				'required'   => array( 'page' ),
			),
			output: array(
				'type'       => 'object',
				'properties' => array(
					'page'        => array( 'type' => 'string' ),
					'object_type' => array( 'type' => 'string' ),
					'object_id'   => array( 'type' => 'integer' ),
					'state'       => array( 'type' => 'string' ),
					'is_written'  => array( 'type' => 'boolean' ),
				),
			),
			engine_operation: $engine_operation,
			prepare: fn( array $input ) => $this->prepare( $input['page'] ),
			save: fn( array $output, array $input ) => $this->save( $output['document'], $input['page'] ),
			positional: array( 'page' ),
		);
	}

	/**
	 * @return array<string, mixed>|\WP_Error
	 */
	private function prepare( string $page_id ): array|\WP_Error {
		$document = $this->plugin->module( 'blueprint' )?->reader();
		$page     = $document?->page( $page_id );
		if ( null === $page || null === $this->tasks->of_page( $page_id ) ) {
			/* translators: %s: id of a page. */
			return new \WP_Error( 'page_not_planned', sprintf( __( 'Page %s is not planned. Apply a blueprint, then plan the content again.', 'igny8' ), $page_id ), array( 'status' => 404 ) );
		}
		return $this->may_write( $page ) ? ( new WritingInput( $document ) )->make( $page ) : new \WP_Error( 'rest_forbidden', __( 'Your account may not create this kind of page.', 'igny8' ), array( 'status' => 403 ) );
	}

	/**
	 * The operation's capability is about posts; pages and terms have their own. Without a user, the door decided.
	 *
	 * @param array<string, mixed> $page
	 */
	private function may_write( array $page ): bool {
		$taxonomy = 'term' === $page['kind'] ? get_taxonomy( $this->plugin->module( 'blueprint' )->taxonomy_name( $page['term']['taxonomy'] ) ) : false;
		return 0 === get_current_user_id() || current_user_can(
			match ( true ) {
				false !== $taxonomy         => $taxonomy->cap->edit_terms,
				'article' === $page['kind'] => 'edit_others_posts',
				default                     => 'edit_others_pages',
			}
		);
	}

	/**
	 * Stores a document; done twice, it does nothing the second time.
	 *
	 * @param array<string, mixed> $document
	 * @return array<string, mixed>|\WP_Error
	 */
	private function save( array $document, string $page_id ): array|\WP_Error {
		$blueprint = $this->plugin->module( 'blueprint' );
		$page      = $blueprint?->page_by_id( $page_id );
		$task      = $this->tasks->of_page( $page_id );
		if ( null === $page || null === $task ) {
			/* translators: %s: id of a page. */
			return new \WP_Error( 'page_not_planned', sprintf( __( 'Page %s is not planned any more, so nothing was kept.', 'igny8' ), $page_id ), array( 'status' => 409 ) );
		}
		$written = 'term' === $page['kind'] ? $this->write_term( $document, $page ) : $this->write_post( $document, $page, $task );
		if ( is_wp_error( $written ) ) {
			$this->tasks->fail( $page_id, $written );
			return $written;
		}
		$state = $written['is_written'] || '' === $task['state'] ? $document['state'] : $task['state'];
		$this->tasks->change(
			$page_id,
			array(
				'status'       => 'completed',
				'object_type'  => 'term' === $page['kind'] ? 'term' : 'post',
				'object_id'    => $written['id'],
				'state'        => $state,
				'content_hash' => $written['hash'],
				'error'        => null,
			)
		);
		/**
		 * A page has been written, as a draft.
		 *
		 * @param string                                     $page_id
		 * @param list<array{page: string, anchor: string}> $links   Links its own text asks for, as plain text so far.
		 */
		do_action( 'igny8/content/drafted', $page_id, Renderer::links( $document ) ); // phpcs:ignore WordPress.NamingConventions.ValidHookName -- Project-wide form igny8/<module>/<past_tense>.
		return array(
			'page'        => $page_id,
			'object_type' => 'term' === $page['kind'] ? 'term' : 'post',
			'object_id'   => $written['id'],
			'state'       => $state,
			'is_written'  => $written['is_written'],
		);
	}

	/**
	 * @param array<string, mixed> $document
	 * @param array<string, mixed> $page
	 * @return array<string, mixed>|\WP_Error
	 */
	private function write_term( array $document, array $page ): array|\WP_Error {
		$term_id = $this->plugin->module( 'blueprint' )->find_term( $page['term']['taxonomy'], $page['term']['term'] );
		if ( null === $term_id ) {
			/* translators: %s: title of a page. */
			return new \WP_Error( 'term_missing', sprintf( __( 'The term of "%s" is not there. Apply the blueprint, then retry.', 'igny8' ), $page['title'] ), array( 'status' => 409 ) );
		}
		return TermWriter::write( $term_id, $document, $page );
	}

	/**
	 * @param array<string, mixed> $document
	 * @param array<string, mixed> $page
	 * @param array<string, mixed> $task
	 * @return array<string, mixed>|\WP_Error
	 */
	private function write_post( array $document, array $page, array $task ): array|\WP_Error {
		$blueprint = $this->plugin->module( 'blueprint' );
		$writer    = new PostWriter(
			static fn( string $id ) => '' === $id ? null : PostWriter::find( $id ),
			static fn( string $taxonomy, string $term ) => $blueprint->find_term( $taxonomy, $term ),
			static fn( string $taxonomy ) => $blueprint->taxonomy_name( $taxonomy ),
		);
		return $writer->write( $document, $page, $task['content_hash'] );
	}
}
