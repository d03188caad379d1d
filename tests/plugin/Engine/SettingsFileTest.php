<?php
/**
 * Settings travel to another site in a file: previewed, taken whole or not at all, undone.
 *
 * @package Igny8
 */

namespace Igny8\Tests\Engine;

use Igny8\Tests\TestCase;

final class SettingsFileTest extends TestCase {

	protected function setUp(): void {
		parent::setUp();
		$this->log_in();
	}

	public function test_a_file_carries_all_settings_and_no_secret(): void {
		new \Igny8\Tests\FakeEngine();
		$file = json_decode( $this->call( 'engine.export_settings' )['text'], true );
		$this->assertSame( 'igny8-settings', $file['kind'] );
		$this->assertSame( array_keys( $this->plugin()->modules() ), $file['enabled'] );
		$this->assertSame( '–', $file['settings']['seo-meta']['separator'] );
		$this->assertStringNotContainsString( 'secret', strtolower( wp_json_encode( $file ) ) );
		$this->assertArrayNotHasKey( 'connection', $file['settings'] );
	}

	public function test_an_import_shows_saves_and_goes_back(): void {
		$text = $this->file( array( 'seo-meta' => array( 'separator' => '|', 'noindex_paged' => true ) ) );
		$seen = $this->call( 'engine.import_settings', array( 'text' => $text, 'dry_run' => true ) );
		$this->assertSame( array( array( 'seo-meta', 'separator', '–', '|' ), array( 'seo-meta', 'noindex_paged', 'false', 'true' ) ), array_map( 'array_values', $seen['changes'] ) );
		$this->assertFalse( $seen['is_saved'] );
		$this->assertSame( '–', $this->plugin()->settings()->get( 'seo-meta', 'separator' ) );

		$this->assertTrue( $this->call( 'engine.import_settings', array( 'text' => $text ) )['can_undo'] );
		$this->assertSame( '|', $this->plugin()->settings()->get( 'seo-meta', 'separator' ) );
		$this->assertSame( array(), $this->call( 'engine.import_settings', array( 'text' => $text ) )['changes'], 'A second time changes nothing, and keeps the undo.' );

		$this->assertFalse( $this->call( 'engine.undo_settings_import' )['can_undo'] );
		$this->assertSame( '–', $this->plugin()->settings()->get( 'seo-meta', 'separator' ) );
		$this->assert_error( 'nothing_to_undo', $this->call( 'engine.undo_settings_import' ) );
	}

	public function test_what_it_exports_it_imports(): void {
		$this->plugin()->settings()->set( 'seo-meta', array( 'separator' => '🌻', 'titles' => array( 'post:post' => array( 'title' => '{title} "quoted" \\ {site_name}' ) ) ) );
		$text = $this->call( 'engine.export_settings' )['text'];
		$kept = $this->plugin()->settings()->all( 'seo-meta' );
		$this->plugin()->settings()->set( 'seo-meta', array( 'separator' => '-', 'titles' => array() ) );
		$this->call( 'engine.import_settings', array( 'text' => $text ) );
		$this->assertEquals( $kept, $this->plugin()->settings()->all( 'seo-meta' ) );
	}

	public function test_modules_are_switched_and_switched_back(): void {
		$built  = $this->plugin()->settings()->built_modules();
		$result = $this->call( 'engine.import_settings', array( 'text' => $this->file( array(), array( 'engine', 'seo-meta' ) ) ) );
		$this->assertCount( count( $built ) - 2, $result['changes'] );
		$this->assertSame( array( 'engine', 'seo-meta' ), array_keys( $this->plugin()->modules() ) );
		$this->call( 'engine.undo_settings_import' );
		$this->assertSame( $built, array_keys( $this->plugin()->modules() ) );
	}

	public function test_what_is_wrong_is_refused_whole_and_what_is_new_is_named(): void {
		foreach ( array( 'not json', '[]', '{"kind":"other","settings":{}}', '{"kind":"igny8-settings"}' ) as $text ) {
			$this->assert_error( 'settings_file', $this->call( 'engine.import_settings', array( 'text' => $text ) ) );
		}
		$this->assert_error( 'settings_invalid', $this->call( 'engine.import_settings', array( 'text' => $this->file( array( 'engine' => array( 'delete_data' => true ), 'seo-meta' => array( 'separator' => array() ) ) ) ) ) );
		$this->assertFalse( $this->plugin()->settings()->get( 'engine', 'delete_data' ), 'Nothing of it.' );
		$result = $this->call( 'engine.import_settings', array( 'text' => $this->file( array( 'teleporter' => array( 'a' => 1 ), 'seo-meta' => array( 'of_tomorrow' => 1, 'separator' => '/' ) ) ) ) );
		$this->assertCount( 2, $result['notes'] );
		$this->assertSame( '/', $this->plugin()->settings()->get( 'seo-meta', 'separator' ) );
	}

	public function test_numbers_of_another_sites_pictures_are_pointed_out(): void {
		$text   = $this->file( array( 'seo-meta' => array( 'social' => array( 'image' => '123' ) ) ), null, 'https://elsewhere.example/' );
		$result = $this->call( 'engine.import_settings', array( 'text' => $text, 'dry_run' => true ) );
		$this->assertStringContainsString( 'seo-meta.social.image', $result['notes'][0] );
	}

	/**
	 * @param array<string, array<string, mixed>> $settings
	 * @param list<string>|null                   $enabled
	 */
	private function file( array $settings, ?array $enabled = null, ?string $site = null ): string {
		return wp_json_encode( array_filter( array( 'kind' => 'igny8-settings', 'version' => '9.9.9', 'site' => $site ?? home_url( '/' ), 'enabled' => $enabled ), static fn( $value ) => null !== $value ) + array( 'settings' => (object) $settings ) );
	}
}
