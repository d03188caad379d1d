<?php
/**
 * See the pages: the list, one of them with a preview, and how far everything is.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Content;

use Igny8\Operation;

final class ListOperations {

	private const KINDS  = array( 'home', 'hub', 'article', 'term', 'commercial' );
	private const ORDERS = array( 'position', 'title', 'kind', 'phase', 'status', 'updated_at' );

	public function __construct(
		private readonly TasksTable $tasks,
		private readonly Pages $pages,
	) {}

	/**
	 * @return list<Operation>
	 */
	public function all(): array {
		return array( $this->list(), $this->show(), $this->status() );
	}

	/**
	 * @return array<string, mixed>
	 */
	public static function pages_schema( string $description ): array {
		return array(
			'type'        => 'array',
			'items'       => array( 'type' => 'string', 'maxLength' => 100 ),
			'maxItems'    => 500,
			'default'     => array(),
			'description' => $description,
		);
	}

	private function list(): Operation {
		return new Operation(
			name: 'content.list',
			label: __( 'List the pages', 'igny8' ),
			description: __( 'The planned pages with their tasks and what became of them.', 'igny8' ),
			capability: 'edit_others_posts',
			input: array(
				'type'       => 'object',
				'properties' => array(
					'status'    => self::any_of( TasksTable::STATUSES, __( 'Tasks of these statuses only.', 'igny8' ) ),
					'kind'      => self::any_of( self::KINDS, __( 'Pages of these kinds only.', 'igny8' ) ),
					'state'     => self::any_of( array( 'page', 'brief', 'draft' ), __( 'Composed pages, briefs or drafted prose only.', 'igny8' ) ),
					'phase'     => array( 'type' => 'array', 'items' => array( 'type' => 'integer', 'minimum' => 1, 'maximum' => 4 ), 'default' => array(), 'description' => __( 'Pages of these phases only.', 'igny8' ) ),
					'published' => array( 'type' => 'string', 'enum' => array( '', 'yes', 'no' ), 'default' => '', 'description' => __( 'Only what is published, or only what is not.', 'igny8' ) ),
					'search'    => array( 'type' => 'string', 'maxLength' => 100, 'default' => '', 'description' => __( 'Part of the title.', 'igny8' ) ),
					'orderby'   => array( 'type' => 'string', 'enum' => self::ORDERS, 'default' => 'position', 'description' => __( 'Sort by this; "position" is the order of work.', 'igny8' ) ),
					'order'     => array( 'type' => 'string', 'enum' => array( 'asc', 'desc' ), 'default' => 'asc', 'description' => __( 'Direction of sorting.', 'igny8' ) ),
					...Operation::paging(),
				),
			),
			output: array(
				'type'       => 'object',
				'properties' => array(
					'pages' => array( 'type' => 'array', 'items' => array( 'type' => 'object' ) ),
					'total' => array( 'type' => 'integer' ),
				),
			),
			run: fn( array $input ) => $this->on_list( $input ),
			is_readonly: true,
			rows: 'pages',
			columns: array( 'id', 'kind', 'phase', 'title', 'status', 'state', 'object_id', 'url' ),
		);
	}

	private function show(): Operation {
		return new Operation(
			name: 'content.show',
			label: __( 'Show a page', 'igny8' ),
			description: __( 'One planned page with its task, its blocks, and a rendered preview.', 'igny8' ),
			capability: 'edit_others_posts',
			input: array(
				'type'       => 'object',
				'properties' => array( 'page' => array( 'type' => 'string', 'minLength' => 1, 'maxLength' => 100, 'description' => __( 'Id of the planned page.', 'igny8' ) ) ),
				'required'   => array( 'page' ),
			),
			output: array(
				'type'       => 'object',
				'properties' => array(
					'id'      => array( 'type' => 'string' ),
					'content' => array( 'type' => 'string' ),
					'preview' => array( 'type' => 'string' ),
					'meta'    => array( 'type' => 'object' ),
				),
			),
			run: fn( array $input ) => $this->on_show( $input['page'] ),
			is_readonly: true,
			positional: array( 'page' ),
		);
	}

	private function status(): Operation {
		return new Operation(
			name: 'content.status',
			label: __( 'How far the content is', 'igny8' ),
			description: __( 'Counts tasks and pages, and tells whether a run is going on.', 'igny8' ),
			capability: 'edit_others_posts',
			input: array( 'type' => 'object', 'properties' => array() ),
			output: array(
				'type'       => 'object',
				'properties' => array(
					'is_running'  => array( 'type' => 'boolean' ),
					'run_pages'   => array( 'type' => 'array', 'items' => array( 'type' => 'string' ), 'description' => __( 'Pages the run is limited to; empty: none in particular.', 'igny8' ) ),
					'total'       => array( 'type' => 'integer' ),
					'by_status'   => array( 'type' => 'object' ),
					'by_state'    => array( 'type' => 'object' ),
					'by_kind'     => array( 'type' => 'object' ),
					'publishable' => array( 'type' => 'integer' ),
					'published'   => array( 'type' => 'integer' ),
					'briefs'      => array( 'type' => 'integer' ),
					'error'       => array( 'type' => array( 'object', 'null' ) ),
				),
			),
			run: fn() => $this->on_status(),
			is_readonly: true,
		);
	}

	/**
	 * @param array<string, mixed> $input
	 * @return array{pages: list<array<string, mixed>>, total: int}
	 */
	private function on_list( array $input ): array {
		$where = array_filter( array_intersect_key( $input, array_flip( array( 'status', 'kind', 'state', 'phase' ) ) ) );
		if ( '' !== $input['published'] ) {
			$where['page_id'] = $this->tasks->published_ids( 'yes' === $input['published'] );
		}
		$found = $this->tasks->search( $where, $input['search'], $input['orderby'] . ( 'desc' === $input['order'] ? ' DESC' : '' ), $input['page'], $input['per_page'] );
		$this->pages->prime( $found['tasks'] );
		return array(
			'pages' => array_map( array( $this, 'row' ), $found['tasks'] ),
			'total' => $found['total'],
		);
	}

	/**
	 * @return array<string, mixed>|\WP_Error
	 */
	private function on_show( string $page_id ): array|\WP_Error {
		$task = $this->tasks->of_page( $page_id );
		if ( null === $task ) {
			/* translators: %s: id of a page. */
			return new \WP_Error( 'page_not_planned', sprintf( __( 'There is no task for page %s.', 'igny8' ), $page_id ), array( 'status' => 404 ) );
		}
		if ( $task['object_id'] > 0 && ! $this->pages->may( 'edit', $task ) ) {
			return new \WP_Error( 'rest_forbidden', __( 'Your account may not edit this page.', 'igny8' ), array( 'status' => 403 ) );
		}
		$content = $this->pages->content( $task );
		return $this->row( $task ) + array(
			'description' => $task['description'],
			'content'     => $content,
			'preview'     => do_blocks( $content ),
			'meta'        => $this->meta( $task ),
		);
	}

	/**
	 * @return array<string, mixed>
	 */
	private function on_status(): array {
		$by_status = $this->tasks->count_by( 'status' ) + array_fill_keys( TasksTable::STATUSES, 0 );
		$by_state  = $this->tasks->count_by( 'state', array( 'status' => 'completed' ) );
		$stopped   = $this->tasks->first_error();
		return array(
			'is_running'  => RunState::is_alive(),
			'run_pages'   => RunState::is_alive() ? RunState::get()['pages'] : array(),
			'total'       => array_sum( $by_status ),
			'by_status'   => $by_status,
			'by_state'    => (object) $by_state,
			'by_kind'     => (object) $this->tasks->count_by( 'kind' ),
			'publishable' => count( $this->tasks->unpublished() ),
			'published'   => $this->tasks->count_published(),
			'briefs'      => $by_state['brief'] ?? 0,
			'error'       => $stopped,
		);
	}

	/**
	 * @param array<string, mixed> $task
	 * @return array<string, mixed>
	 */
	private function row( array $task ): array {
		$object = $this->pages->object( $task );
		return array(
			'id'                => $task['page_id'],
			'kind'              => $task['kind'],
			'phase'             => $task['phase'],
			'title'             => $task['title'],
			'cluster'           => $task['cluster'],
			'cluster_title'     => $task['cluster_title'],
			'content_type'      => $task['content_type'],
			'content_structure' => $task['content_structure'],
			'status'            => $task['status'],
			'page_status'       => $object['status'],
			'state'             => $task['state'],
			'object_type'       => $object['object_type'],
			'object_id'         => $object['id'],
			'url'               => $object['url'],
			'edit_url'          => $object['edit_url'],
			'error'             => $task['error'],
			'updated_at'        => strtr( $task['updated_at'], ' ', 'T' ) . 'Z',
			'published_at'      => null === $task['published_at'] ? null : strtr( $task['published_at'], ' ', 'T' ) . 'Z',
		);
	}

	/**
	 * @param array<string, mixed> $task
	 * @return array<string, mixed>
	 */
	private function meta( array $task ): array {
		$values = array();
		foreach ( array( 'title' => Meta::TITLE, 'description' => Meta::DESCRIPTION, 'keywords' => Meta::KEYWORDS, 'schema_type' => Meta::SCHEMA_TYPE, 'images' => Meta::IMAGES ) as $name => $key ) {
			$values[ $name ] = 0 === $task['object_id'] ? '' : get_metadata( $task['object_type'], $task['object_id'], $key, true );
		}
		return $values;
	}

	/**
	 * @param list<string> $values
	 * @return array<string, mixed>
	 */
	private static function any_of( array $values, string $description ): array {
		return array(
			'type'        => 'array',
			'items'       => array( 'type' => 'string', 'enum' => $values ),
			'default'     => array(),
			'description' => $description,
		);
	}
}
