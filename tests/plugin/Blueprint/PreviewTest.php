<?php
/**
 * The preview, and the addresses of taxonomies where something stands already.
 *
 * @package Igny8
 */

namespace Igny8\Tests\Blueprint;

use Igny8\Modules\Blueprint\Taxonomies;

require_once __DIR__ . '/BlueprintTestCase.php';

final class PreviewTest extends BlueprintTestCase {

	public function test_tells_what_will_be_made_and_makes_none_of_it(): void {
		switch_theme( 'twentytwentyfive' );
		$this->store( Sample::document() );
		$preview = $this->call( 'blueprint.preview' );

		$this->assertSame( array( 2, 5, 0 ), array( $preview['counts']['taxonomies_created'], $preview['counts']['terms_created'], $preview['counts']['kept'] ) );
		$this->assertSame( array( 'home' => 1, 'hub' => 3, 'article' => 2, 'commercial' => 1, 'term' => 5 ), $preview['pages'] );
		$this->assertSame( array( 'wp_navigation', 3 ), array( $preview['menu']['kind'], count( $preview['menu']['items'] ) ) );
		$this->assertSame( 'Becomes "Northwind Pets" once that page is published.', $preview['front_page'] );
		$this->assertSame( array(), ( new Taxonomies() )->all() );
	}

	public function test_after_the_apply_everything_is_kept(): void {
		$this->store( Sample::document() );
		$this->finish( 'blueprint.apply' );
		$preview = $this->call( 'blueprint.preview' );
		$this->assertSame( array( 7, array() ), array( $preview['counts']['kept'], $preview['changes'] ) );
	}

	public function test_knows_its_own_front_page_from_one_that_somebody_chose(): void {
		$this->store( Sample::document() );
		update_option( 'show_on_front', 'page' );
		update_option( 'page_on_front', Sample::publish( 'home' ) );
		$this->assertSame( 'Is the planned page "home".', $this->call( 'blueprint.preview' )['front_page'] );

		update_option( 'page_on_front', wp_insert_post( array( 'post_type' => 'page', 'post_title' => 'Mine', 'post_status' => 'publish' ) ) );
		$this->assertStringContainsString( 'somebody chose', $this->call( 'blueprint.preview' )['front_page'] );
	}

	public function test_an_address_that_belongs_to_something_else_gets_a_number(): void {
		wp_insert_post( array( 'post_type' => 'page', 'post_title' => 'Material', 'post_name' => 'material', 'post_status' => 'publish' ) );
		register_taxonomy( 'shop_size', 'post', array( 'rewrite' => array( 'slug' => 'size' ), 'label' => 'Shop sizes' ) );
		$document = Sample::document(
			array(
				'material'    => array( 'Leather' ),
				'size'        => array( 'Small' ),
				'category'    => array( 'Puppies' ),
				'dog-collars' => array( 'Wide' ),
				'feed'        => array( 'Raw' ),
			)
		);
		$this->store( $document );
		$notes = array_column( $this->call( 'blueprint.preview' )['changes'], 'note', 'object' );
		$this->finish( 'blueprint.apply' );
		$bases = array_map( static fn( array $definition ) => $definition['base'], ( new Taxonomies() )->all() );

		$this->assertSame( array( 'material' => 'material-2', 'size' => 'size-2', 'category' => 'category-2', 'dog-collars' => 'dog-collars-2', 'feed' => 'feed-2' ), $bases );
		$this->assertSame( '/material/ belongs to the page "Material"; the address will be /material-2/', $notes['material'] );
		$this->assertStringContainsString( 'the taxonomy "Shop sizes"', $notes['size'] );
		$this->assertStringContainsString( 'the planned page /dog-collars/leather/', $notes['dog-collars'] );
		unregister_taxonomy( 'shop_size' );
	}

	public function test_an_address_once_given_stays(): void {
		$this->store( Sample::document() );
		$this->finish( 'blueprint.apply' );
		wp_insert_post( array( 'post_type' => 'page', 'post_title' => 'Material', 'post_name' => 'material', 'post_status' => 'publish' ) );
		$this->store( Sample::document( array( 'material' => array( 'Leather', 'Cork' ) ) ) );
		$this->finish( 'blueprint.apply' );
		$this->assertSame( 'material', ( new Taxonomies() )->all()['material']['base'] );
	}

	public function test_our_own_page_at_the_base_is_no_collision(): void {
		$hub = Sample::publish( 'hub-material' );
		wp_update_post( array( 'ID' => $hub, 'post_name' => 'material' ) );
		$this->store( Sample::document() );
		$this->finish( 'blueprint.apply' );
		$this->assertSame( 'material', ( new Taxonomies() )->all()['material']['base'] );
	}

	public function test_long_names_are_cut_and_stay_apart(): void {
		$one = Taxonomies::name( 'a-very-long-attribute-name-number-one' );
		$two = Taxonomies::name( 'a-very-long-attribute-name-number-two' );
		$this->assertSame( array( 32, 32 ), array( strlen( $one ), strlen( $two ) ) );
		$this->assertNotSame( $one, $two );
		$this->assertSame( 'igny8_dog_size', $this->module()->taxonomy_name( 'dog-size' ) );
	}
}
