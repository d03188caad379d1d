<?php
/**
 * The menu on block and classic themes, and the front page.
 *
 * @package Igny8
 */

namespace Igny8\Tests\Blueprint;

require_once __DIR__ . '/BlueprintTestCase.php';

final class MenuTest extends BlueprintTestCase {

	protected function setUp(): void {
		parent::setUp();
		switch_theme( 'twentytwentyfive' );
		$this->store( Sample::document() );
		$this->finish( 'blueprint.apply' );
	}

	protected function tearDown(): void {
		unregister_nav_menu( 'top' );
		unregister_nav_menu( 'bottom' );
		parent::tearDown();
	}

	public function test_a_block_theme_gets_a_navigation_of_the_published_pages(): void {
		$this->publish_all();
		$menu = $this->call( 'blueprint.build_menu' );

		$this->assertSame( array( 'wp_navigation', 4 ), array( $menu['kind'], $menu['items'] ) );
		$blocks = parse_blocks( get_post( $menu['id'] )->post_content );
		$this->assertSame( array( 'core/navigation-link', 'core/navigation-submenu', 'core/navigation-link' ), array_column( $blocks, 'blockName' ) );
		$this->assertSame( array( 'Collars', 'page', 'post-type' ), array( $blocks[1]['attrs']['label'], $blocks[1]['attrs']['type'], $blocks[1]['attrs']['kind'] ) );
		$this->assertSame( 'Leather', $blocks[1]['innerBlocks'][0]['attrs']['label'] );
	}

	public function test_publishing_builds_the_menu_and_a_rebuild_makes_no_second_one(): void {
		Sample::publish( 'hub-beds' );
		do_action( 'igny8/content/published', array( 'hub-beds' ) );
		$this->publish_all();
		do_action( 'igny8/content/published', array( 'hub-collars' ) );

		$menus = get_posts( array( 'post_type' => 'wp_navigation' ) );
		$this->assertCount( 1, $menus );
		$this->assertStringContainsString( '"Collars"', $menus[0]->post_content );
		$this->assertSame( 'unchanged', $this->call( 'blueprint.build_menu' )['status'] );
	}

	public function test_a_page_taken_back_leaves_the_menu(): void {
		$this->publish_all();
		$id = $this->call( 'blueprint.build_menu' )['id'];
		array_map( 'wp_trash_post', get_posts( array( 'post_type' => 'page', 'title' => 'contact', 'fields' => 'ids' ) ) );
		do_action( 'igny8/content/unpublished', array( 'contact' ) );
		$this->assertStringNotContainsString( '"Contact"', get_post( $id )->post_content );
		$this->assertStringContainsString( '"Beds"', get_post( $id )->post_content );
	}

	public function test_published_children_of_an_unpublished_page_move_up(): void {
		Sample::publish( 'hub-leather' );
		Sample::publish( 'hub-collars', 'page', 'draft' );
		$blocks = parse_blocks( get_post( $this->call( 'blueprint.build_menu' )['id'] )->post_content );
		$this->assertSame( array( 'Leather' ), array_column( array_column( $blocks, 'attrs' ), 'label' ) );
	}

	public function test_a_group_that_leads_where_its_first_child_leads_only_opens(): void {
		$this->store_grouped_menu();
		$this->publish_all();
		$blocks = parse_blocks( get_post( $this->call( 'blueprint.build_menu' )['id'] )->post_content );

		$this->assertSame( array( 'label' => 'Shop', 'isTopLevelItem' => true ), $blocks[0]['attrs'] );
		$this->assertSame( array( 'Beds', 'Collars' ), array_column( array_column( $blocks[0]['innerBlocks'], 'attrs' ), 'label' ) );
		$html = do_blocks( '<!-- wp:navigation {"ref":' . get_posts( array( 'post_type' => 'wp_navigation' ) )[0]->ID . '} /-->' );
		$this->assertSame( 1, substr_count( $html, 'href="' . get_permalink( get_posts( array( 'post_type' => 'page', 'title' => 'hub-beds' ) )[0] ) . '"' ) );
		$this->assertStringContainsString( 'aria-label="Shop submenu"', $html );
	}

	public function test_a_group_of_one_page_is_that_page(): void {
		$this->store_grouped_menu();
		Sample::publish( 'hub-beds' );
		$blocks = parse_blocks( get_post( $this->call( 'blueprint.build_menu' )['id'] )->post_content );
		$this->assertSame( array( 'Beds' ), array_column( array_column( $blocks, 'attrs' ), 'label' ) );
	}

	public function test_a_classic_group_can_be_focused_and_leads_nowhere(): void {
		$this->store_grouped_menu();
		$this->use_classic_theme();
		$this->publish_all();
		$items = wp_get_nav_menu_items( $this->call( 'blueprint.build_menu' )['id'] );
		$this->assertSame( array( 'Shop' => '#', 'Beds' => get_permalink( $items[1]->object_id ) ), array_slice( array_column( $items, 'url', 'title' ), 0, 2 ) );
		$this->assertSame( 'unchanged', $this->call( 'blueprint.build_menu' )['status'] );
	}

	public function test_a_term_is_in_the_menu_once_its_archive_is_published(): void {
		$this->publish_all();
		$term = $this->module()->find_term( 'material', 'nylon' );
		update_term_meta( $term, '_igny8_status', 'published' );
		$blocks = parse_blocks( get_post( $this->call( 'blueprint.build_menu' )['id'] )->post_content );
		$item   = $blocks[1]['innerBlocks'][1]['attrs'];
		$this->assertSame( array( 'Nylon', 'taxonomy', 'igny8_material', $term ), array( $item['label'], $item['kind'], $item['type'], $item['id'] ) );
	}

	public function test_a_menu_somebody_edited_is_left_alone_unless_asked(): void {
		Sample::publish( 'hub-beds' );
		$id = $this->call( 'blueprint.build_menu' )['id'];
		wp_update_post( array( 'ID' => $id, 'post_content' => '<!-- wp:page-list /-->' ) );
		$this->publish_all();

		$this->assertSame( 'edited', $this->call( 'blueprint.build_menu' )['status'] );
		$this->assertSame( '<!-- wp:page-list /-->', get_post( $id )->post_content );
		$this->assertSame( 'built', $this->call( 'blueprint.build_menu', array( 'overwrites_edits' => true ) )['status'] );
	}

	public function test_an_own_navigation_stays_in_view_and_the_fallback_does_not(): void {
		wp_insert_post( array( 'post_type' => 'wp_navigation', 'post_status' => 'publish', 'post_title' => 'Navigation', 'post_content' => '<!-- wp:page-list /-->', 'post_date' => '2020-01-01 00:00:00' ) );
		$this->publish_all();
		$ours = $this->call( 'blueprint.build_menu' )['id'];
		$this->assertSame( $ours, \WP_Navigation_Fallback::get_fallback()->ID );

		wp_delete_post( $ours, true );
		$mine = wp_insert_post( array( 'post_type' => 'wp_navigation', 'post_status' => 'publish', 'post_title' => 'Mine', 'post_content' => '<!-- wp:navigation-link {"label":"Shop","url":"/shop/"} /-->', 'post_date' => '2021-01-01 00:00:00' ) );
		$this->assertNotSame( $mine, $this->call( 'blueprint.build_menu' )['id'] );
		$this->assertSame( $mine, \WP_Navigation_Fallback::get_fallback()->ID );
	}

	public function test_a_classic_theme_gets_a_menu_in_its_first_free_location(): void {
		$this->use_classic_theme();
		$this->publish_all();
		$menu  = $this->call( 'blueprint.build_menu' );
		$items = wp_get_nav_menu_items( $menu['id'] );

		$this->assertSame( array( 'nav_menu', $menu['id'] ), array( $menu['kind'], get_nav_menu_locations()['bottom'] ) );
		$this->assertSame( array( 'Beds', 'Collars', 'Leather', 'Contact' ), array_column( $items, 'title' ) );
		$this->assertSame( $items[1]->ID, (int) $items[2]->menu_item_parent );
		$this->assertSame( 'unchanged', $this->call( 'blueprint.build_menu' )['status'] );

		wp_update_nav_menu_item( $menu['id'], 0, array( 'menu-item-title' => 'Mine', 'menu-item-url' => '/mine/', 'menu-item-status' => 'publish' ) );
		update_term_meta( $this->module()->find_term( 'material', 'nylon' ), '_igny8_status', 'published' );
		$this->assertSame( 'edited', $this->call( 'blueprint.build_menu' )['status'] );
	}

	public function test_without_a_free_location_there_is_no_menu(): void {
		$this->use_classic_theme();
		set_theme_mod( 'nav_menu_locations', array_fill_keys( array( 'top', 'bottom' ), wp_create_nav_menu( 'Mine' ) ) );
		$this->publish_all();
		$this->assertSame( 'no_place', $this->call( 'blueprint.build_menu' )['status'] );
	}

	public function test_undo_takes_menu_and_front_page_back(): void {
		update_option( 'show_on_front', 'posts' );
		$home = Sample::publish( 'home' );
		$this->publish_all();
		do_action( 'igny8/content/published', array( 'home' ) );
		$this->assertSame( array( 'page', $home ), array( get_option( 'show_on_front' ), (int) get_option( 'page_on_front' ) ) );
		$this->finish( 'blueprint.undo' );

		$this->assertSame( 'posts', get_option( 'show_on_front' ) );
		$this->assertSame( array(), get_posts( array( 'post_type' => 'wp_navigation' ) ) );
	}

	public function test_applying_again_brings_menu_and_front_page_back(): void {
		update_option( 'show_on_front', 'posts' );
		$home = Sample::publish( 'home' );
		$this->publish_all();
		do_action( 'igny8/content/published', array( 'home' ) );
		$this->finish( 'blueprint.undo' );
		$this->finish( 'blueprint.apply' );
		$this->assertSame( $home, (int) get_option( 'page_on_front' ) );
		$this->assertCount( 1, get_posts( array( 'post_type' => 'wp_navigation' ) ) );

		$this->finish( 'blueprint.undo' );
		$this->assertSame( array( 'posts', array() ), array( get_option( 'show_on_front' ), get_posts( array( 'post_type' => 'wp_navigation' ) ) ) );
	}

	public function test_a_chosen_front_page_is_never_changed(): void {
		$mine = wp_insert_post( array( 'post_type' => 'page', 'post_title' => 'Mine', 'post_status' => 'publish' ) );
		update_option( 'show_on_front', 'page' );
		update_option( 'page_on_front', $mine );
		Sample::publish( 'home' );
		do_action( 'igny8/content/published', array( 'home' ) );
		$this->assertSame( $mine, (int) get_option( 'page_on_front' ) );
	}

	public function test_settings_switch_menu_and_front_page_off(): void {
		update_option( 'show_on_front', 'posts' );
		$this->plugin()->settings()->set( 'blueprint', array( 'builds_menu' => false, 'sets_front_page' => false ) );
		Sample::publish( 'home' );
		$this->publish_all();
		do_action( 'igny8/content/published', array( 'home' ) );
		$this->assertSame( array( 'posts', array() ), array( get_option( 'show_on_front' ), get_posts( array( 'post_type' => 'wp_navigation' ) ) ) );
	}

	/**
	 * A menu as the engine makes it: the group leads to its first hub.
	 */
	private function store_grouped_menu(): void {
		$document         = Sample::document();
		$children         = array( Sample::item( 'hub-beds', 'Beds' ), Sample::item( 'hub-collars', 'Collars' ) );
		$document['menu'] = array( Sample::item( 'hub-beds', 'Shop', $children ), Sample::item( 'contact', 'Contact' ) );
		$this->finish( 'blueprint.apply', array( 'version' => $this->store( $document ) ) );
	}

	private function publish_all(): void {
		array_map( array( Sample::class, 'publish' ), array( 'hub-beds', 'hub-collars', 'hub-leather', 'contact' ) );
	}

	/**
	 * A classic theme with two locations, the first of them taken.
	 */
	private function use_classic_theme(): void {
		register_theme_directory( __DIR__ . '/themes' );
		wp_clean_themes_cache();
		switch_theme( 'classic' );
		$this->assertFalse( wp_is_block_theme() );
		register_nav_menus( array( 'top' => 'Top', 'bottom' => 'Bottom' ) );
		set_theme_mod( 'nav_menu_locations', array( 'top' => wp_create_nav_menu( 'Taken' ) ) );
	}
}
