<?php
/**
 * What the tests of the blueprint module share: stored versions, a whole apply, and taxonomies put back as they were.
 *
 * @package Igny8
 */

namespace Igny8\Tests\Blueprint;

use Igny8\Modules\Blueprint\BlueprintsTable;
use Igny8\Modules\Blueprint\ChangesTable;
use Igny8\Modules\Blueprint\Create;
use Igny8\Modules\Blueprint\Module;
use Igny8\Modules\Blueprint\Taxonomies;
use Igny8\Tests\TestCase;

require_once __DIR__ . '/Sample.php';

abstract class BlueprintTestCase extends TestCase {

	/**
	 * @var array<string, \WP_Taxonomy>
	 */
	private array $registered = array();

	protected function setUp(): void {
		parent::setUp();
		( new Taxonomies() )->refresh();
		$this->registered = $GLOBALS['wp_taxonomies'];
		// A site somebody has worked on is as good as a fresh one; the transaction brings everything back.
		foreach ( array( new BlueprintsTable(), new ChangesTable() ) as $table ) {
			$GLOBALS['wpdb']->query( $GLOBALS['wpdb']->prepare( 'DELETE FROM %i', $table->full_name() ) );
		}
		foreach ( ( new Taxonomies() )->all() as $slug => $definition ) {
			array_map( static fn( \WP_Term $term ) => wp_delete_term( $term->term_id, $term->taxonomy ), Taxonomies::terms( $definition['name'] ) );
			( new Taxonomies() )->store( $slug, null );
		}
		// Versions are numbered from 1 in every test, and the module remembers documents by their number.
		( new \ReflectionProperty( Module::class, 'documents' ) )->setValue( $this->module(), array() );
		$this->log_in();
	}

	protected function tearDown(): void {
		foreach ( array_diff_key( $GLOBALS['wp_taxonomies'], $this->registered ) as $name => $taxonomy ) {
			unregister_taxonomy( $name );
		}
		$GLOBALS['wp_taxonomies'] = $this->registered; // phpcs:ignore WordPress.WP.GlobalVariablesOverride -- Back to what it was.
		parent::tearDown();
	}

	protected function module(): Module {
		return $this->plugin()->module( 'blueprint' );
	}

	/**
	 * Stores a draft as the save callback of `blueprint.create` does.
	 *
	 * @param array<string, mixed> $document
	 */
	protected function store( array $document ): int {
		return ( new Create( new BlueprintsTable(), $this->plugin() ) )->save( $document, array() )['version'];
	}

	/**
	 * Calls a step-by-step operation until nothing remains, as WP-CLI and browsers do.
	 *
	 * @param array<string, mixed> $input
	 * @return array<string, mixed> The last step's result.
	 */
	protected function finish( string $operation, array $input = array() ): array {
		for ( $call = 0; $call < 20; $call++ ) {
			$result = $this->call( $operation, $input );
			$this->assertIsArray( $result, is_wp_error( $result ) ? $result->get_error_message() : '' );
			if ( 0 === $result['remaining'] ) {
				return $result;
			}
		}
		$this->fail( "{$operation} does not come to an end." );
	}

	/**
	 * @return list<string> Slugs of the terms of a planned taxonomy.
	 */
	protected function terms( string $taxonomy ): array {
		$slugs = array_keys( Taxonomies::terms( Taxonomies::name( $taxonomy ) ) );
		sort( $slugs );
		return $slugs;
	}

	/**
	 * @param array<string, mixed> $result
	 * @return array<string, string> Action by object.
	 */
	protected function actions( array $result ): array {
		return array_column( $result['changes'], 'action', 'object' );
	}

	/**
	 * Throws once, when a hook is called for the n-th time: a request killed half way.
	 */
	protected function interrupt( string $hook, int $times ): void {
		$callback = static function ( mixed $value = null ) use ( &$times, &$callback, $hook ): mixed {
			if ( 0 === --$times ) {
				remove_filter( $hook, $callback, 1 );
				throw new \RuntimeException( 'interrupted' );
			}
			return $value;
		};
		add_filter( $hook, $callback, 1 );
	}
}
