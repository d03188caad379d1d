<?php
/**
 * What the tests of content and linker share: an applied blueprint, and an engine that answers with real documents.
 *
 * fixtures/documents.json holds what `igny8 run writing.compose` and `writing.brief` made of fixtures/blueprint.json.
 *
 * @package Igny8
 */

namespace Igny8\Tests\Content;

use Igny8\Modules\Content\Module;
use Igny8\Modules\Content\TasksTable;
use Igny8\Modules\Linker\EditsTable;
use Igny8\Modules\Linker\LinksTable;
use Igny8\Tests\Blueprint\BlueprintTestCase;
use Igny8\Tests\FakeEngine;

require_once dirname( __DIR__ ) . '/Blueprint/BlueprintTestCase.php';

abstract class ContentTestCase extends BlueprintTestCase {

	protected const BEDS     = 'hub-1ea922c81b32';
	protected const COLLARS  = 'hub-65158227f0e9';
	protected const ARTICLE  = 'article-2b4323de45c0'; // How to choose a dog bed: a brief.
	protected const TERM     = 'term-3c30cd04ec65';    // All dog beds.
	protected const CONTACT  = 'commercial-contact-us'; // A brief.
	protected const ALL      = 18;
	protected const COMPOSED = 12;
	protected const BRIEFS   = 6;

	/**
	 * Articles and commercial pages kept; of terms, only those that have a hub.
	 */
	private const KEPT = array( 'commercial-shipping-and-returns', self::CONTACT, self::ARTICLE, 'article-f7054aa27dfe', 'article-0cccd690083b', 'article-bc9d878b0034' );
	private const TERMS = array( 'dog-beds', 'dog-collars', 'dog-leashes', 'dog-harnesses', 'dog-crates' );

	protected TasksTable $tasks;
	protected FakeEngine $engine;

	protected function setUp(): void {
		parent::setUp();
		$this->tasks = new TasksTable();
		foreach ( array( $this->tasks, new LinksTable(), new EditsTable() ) as $table ) {
			$GLOBALS['wpdb']->query( $GLOBALS['wpdb']->prepare( 'DELETE FROM %i', $table->full_name() ) );
		}
		foreach ( get_posts( array( 'post_type' => array( 'page', 'post' ), 'post_status' => 'any', 'posts_per_page' => -1, 'fields' => 'ids', 'meta_key' => '_igny8_page' ) ) as $post_id ) {
			delete_post_meta( $post_id, '_igny8_page' );
		}
		delete_option( 'igny8_content_run' );
		update_option( 'show_on_front', 'posts' );
		$this->engine = new FakeEngine();
		$this->answers_with_documents();
		$this->log_in();
	}

	/**
	 * Stores and applies a blueprint.
	 *
	 * @param array<string, mixed>|null $document The fixture's if null.
	 */
	protected function apply( ?array $document = null ): void {
		$this->store( $document ?? self::blueprint() );
		$this->finish( 'blueprint.apply' );
	}

	/**
	 * The fixture, cut down to a dozen and a half pages of every kind.
	 *
	 * @return array<string, mixed>
	 */
	protected static function blueprint(): array {
		$document               = self::fixture( 'blueprint' );
		$document['taxonomies'] = array_values( array_filter( $document['taxonomies'], static fn( array $taxonomy ) => 'product-type' === $taxonomy['slug'] ) );
		$document['taxonomies'][0]['terms'] = array_values( array_filter( $document['taxonomies'][0]['terms'], static fn( array $term ) => in_array( $term['slug'], self::TERMS, true ) ) );
		$document['pages']      = array_values( array_filter( $document['pages'], static fn( array $page ) => in_array( $page['kind'], array( 'home', 'hub' ), true ) || in_array( $page['id'], self::KEPT, true ) || ( 'product-type' === ( $page['term']['taxonomy'] ?? '' ) && in_array( $page['term']['term'], self::TERMS, true ) ) ) );
		$ids                    = array_column( $document['pages'], 'id' );
		$document['links']      = array_values( array_filter( $document['links'], static fn( array $link ) => in_array( $link['source'], $ids, true ) && in_array( $link['target'], $ids, true ) ) );
		return $document;
	}

	/**
	 * Everything written: 12 composed pages, 6 briefs.
	 */
	protected function write_all(): void {
		$this->apply();
		$this->finish( 'content.run' );
	}

	protected function content(): Module {
		return $this->plugin()->module( 'content' );
	}

	protected function answers_with_documents(): void {
		$documents = self::fixture( 'documents' );
		foreach ( array( 'writing.compose', 'writing.brief' ) as $operation ) {
			$this->engine->answer_inline( $operation, static fn( array $input ) => array( 'document' => $documents[ $input['page']['id'] ] ) );
		}
	}

	/**
	 * @return array<string, mixed>
	 */
	protected static function fixture( string $name ): array {
		static $fixtures = array();
		return $fixtures[ $name ] ??= json_decode( (string) file_get_contents( dirname( __DIR__ ) . "/fixtures/{$name}.json" ), true );
	}

	/**
	 * @return list<\WP_Post> Of a planned page: more than one would be a mistake.
	 */
	protected function posts_of( string $page_id ): array {
		return get_posts( array( 'post_type' => array( 'page', 'post' ), 'post_status' => array( 'publish', 'draft', 'trash', 'future', 'private', 'pending' ), 'posts_per_page' => -1, 'meta_key' => '_igny8_page', 'meta_value' => $page_id ) );
	}

	protected function count_posts(): int {
		return count( get_posts( array( 'post_type' => array( 'page', 'post' ), 'post_status' => array( 'publish', 'draft', 'trash' ), 'posts_per_page' => -1, 'fields' => 'ids', 'meta_key' => '_igny8_page' ) ) );
	}
}
