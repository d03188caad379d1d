<?php
/**
 * Finding things in a document, and what lies around a page.
 *
 * @package Igny8
 */

namespace Igny8\Tests\Blueprint;

use Igny8\Modules\Blueprint\Document;

require_once __DIR__ . '/Sample.php';

final class DocumentTest extends \PHPUnit\Framework\TestCase {

	private Document $document;

	protected function setUp(): void {
		$this->document = new Document( Sample::document() );
	}

	public function test_finds_pages_clusters_and_keywords_by_id(): void {
		$this->assertSame( 'Dog beds', $this->document->page( 'hub-beds' )['title'] );
		$this->assertNull( $this->document->page( 'none' ) );
		$this->assertSame( 'Northwind Pets', $this->document->home()['title'] );
		$this->assertSame( 'collars', $this->document->cluster_of( 'article-fit' )['id'] );
		$this->assertNull( $this->document->cluster_of( 'home' ) );
		$this->assertSame( 'hub-collars', $this->document->hub_of_cluster( 'collars' )['id'] );
		$this->assertSame( array( 'dog collars', 'how to fit dog collars' ), array_column( $this->document->keywords_of( 'collars' ), 'phrase' ) );
		$this->assertSame( 'term-size-small', $this->document->page_of_term( 'size', 'small' )['id'] );
		$this->assertSame( 'Leather', $this->document->value( 'material', 'leather' )['label'] );
		$this->assertSame( array( 'hub-beds', 'hub-collars', 'hub-leather', 'term-material-nylon', 'contact' ), $this->document->menu_pages() );
		$this->assertSame( 'hub-collars', $this->document->links_from( 'article-clean' )[0]['target'] );
	}

	public function test_a_page_is_about_its_term_or_its_cluster(): void {
		$this->assertSame( array( array( 'attribute' => 'size', 'value' => 'small', 'label' => 'Small' ) ), $this->document->values_of( $this->document->page( 'term-size-small' ) ) );
		$this->assertSame( array( 'Collars', 'Leather' ), array_column( $this->document->values_of( $this->document->page( 'hub-leather' ) ), 'label' ) );
		$this->assertSame( array(), $this->document->values_of( $this->document->page( 'home' ) ) );
	}

	/**
	 * @return array<string, array{string, array<string, list<string>>}>
	 */
	public static function pages(): array {
		return array(
			'home'    => array( 'home', array( 'child' => array( 'hub-beds', 'hub-collars', 'hub-leather' ), 'term' => array( 'term-material-leather', 'term-material-nylon', 'term-material-wool-felt' ), 'commercial' => array( 'contact' ) ) ),
			'hub'     => array( 'hub-collars', array( 'home' => array( 'home' ), 'child' => array( 'hub-leather' ), 'article' => array( 'article-clean', 'article-fit' ), 'sibling' => array( 'hub-beds' ), 'commercial' => array( 'contact' ) ) ),
			'article' => array( 'article-clean', array( 'home' => array( 'home' ), 'parent' => array( 'hub-collars' ), 'article' => array( 'article-fit' ), 'term' => array( 'term-material-leather' ), 'commercial' => array( 'contact' ) ) ),
			'term'    => array( 'term-size-small', array( 'home' => array( 'home' ), 'sibling' => array( 'term-size-large' ), 'commercial' => array( 'contact' ) ) ),
			'nothing' => array( 'none', array() ),
		);
	}

	/**
	 * @dataProvider pages
	 * @param array<string, list<string>> $expected
	 */
	public function test_neighbours_come_by_relation_each_once( string $page_id, array $expected ): void {
		$found = array();
		foreach ( $this->document->neighbours( $page_id ) as $neighbour ) {
			$found[ $neighbour['relation'] ][] = $neighbour['page']['id'];
		}
		$this->assertSame( $expected, $found );
	}

	public function test_forty_neighbours_at_most_with_ways_to_commercial_pages(): void {
		$data = Sample::document( array( 'size' => array_map( static fn( int $number ) => "Size {$number}", range( 1, 60 ) ) ) );
		for ( $number = 1; $number <= 9; $number++ ) {
			$data['pages'][] = Sample::page( 'commercial', "commercial-{$number}", "Offer {$number}", "/offer-{$number}/", null );
		}
		$relations = array_count_values( array_column( ( new Document( $data ) )->neighbours( 'term-size-size-1' ), 'relation' ) );
		$this->assertSame( array( 'home' => 1, 'sibling' => 33, 'commercial' => 6 ), $relations );
	}
}
