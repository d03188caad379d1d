<?php
/**
 * Classic forms store what was sent, by whom it may be, and nothing else; keyphrases in use are found.
 *
 * @package Igny8
 */

namespace Igny8\Tests\SeoMeta;

use Igny8\Modules\SeoMeta\Forms\Form;
use Igny8\Seo\Fields;
use Igny8\Seo\Subject;
use Igny8\Tests\TestCase;

final class FormsTest extends TestCase {

	private Subject $post;

	protected function setUp(): void {
		parent::setUp();
		$this->log_in();
		$this->post = Subject::post( get_post( wp_insert_post( array( 'post_title' => 'Beds', 'post_status' => 'publish' ) ) ) );
		Fields::write( $this->post, array( 'title' => 'Old', 'description' => 'Kept' ) );
	}

	protected function tearDown(): void {
		$_POST = array();
		parent::tearDown();
	}

	public function test_only_changed_fields_are_stored(): void {
		$this->send( array( 'igny8_seo_changes' => wp_slash( '{"title":"A \"new\" \\\\ title 😀","keyphrases":[{"phrase":"dog bed"}]}' ) ) );
		$values = Fields::read( $this->post );
		$this->assertSame( array( 'A "new" \\ title 😀', 'Kept', 'dog bed' ), array( $values['title'], $values['description'], $values['keyphrases'][0]['phrase'] ) );
	}

	public function test_plain_fields_are_stored_and_what_has_no_plain_field_stays(): void {
		Fields::write( $this->post, array( 'schema' => array( 'type' => 'Article' ), 'is_cornerstone' => true ) );
		$this->send( array( 'igny8_seo' => wp_slash( array( 'title' => "O'Neill", 'keyphrases' => "a | b, c\n\n| lost\nd", 'primary_terms' => array( 'category' => '1', 'bogus' => '' ), 'nonsense' => 'x' ) ) ) );
		$values = Fields::read( $this->post );
		$this->assertSame( array( "O'Neill", 'Kept', false, array( 'type' => 'Article' ) ), array( $values['title'], $values['description'], $values['is_cornerstone'], $values['schema'] ) );
		$this->assertSame( array( array( 'phrase' => 'a', 'synonyms' => array( 'b', 'c' ) ), array( 'phrase' => 'd', 'synonyms' => array() ) ), $values['keyphrases'] );
		$this->assertSame( array( 'category' => 1 ), $values['primary_terms'] );
	}

	/**
	 * @dataProvider refused
	 *
	 * @param array<string, mixed> $sent
	 */
	public function test_nothing_is_stored( array $sent, string $role, string $told ): void {
		$this->log_in( $role );
		$this->send( $sent );
		$this->assertSame( 'Old', Fields::read( $this->post )['title'] );
		$this->assertStringContainsString( $told, $this->printed() );
	}

	/**
	 * @return array<string, array{array<string, mixed>, string, string}>
	 */
	public static function refused(): array {
		$new = array( 'igny8_seo_changes' => '{"title":"New"}' );
		return array(
			'no form of ours'   => array( array( 'igny8_seo_nonce' => 'wrong' ) + $new, 'administrator', '' ),
			'may not edit it'   => array( $new, 'author', '' ),
			'may not edit SEO'  => array( $new, 'subscriber', '' ),
			'damaged'           => array( array( 'igny8_seo_changes' => '{"title":' ), 'administrator', 'came damaged' ),
			'no value for it'   => array( array( 'igny8_seo_changes' => '{"title":"New","x_card":"<b>"}' ), 'administrator', 'notice-error' ),
			'an unknown field'  => array( array( 'igny8_seo_changes' => '{"title":"New","bogus":1}' ), 'administrator', 'notice-error' ),
			'not even a string' => array( array( 'igny8_seo_changes' => array( 'x' ), 'igny8_seo' => 'y' ), 'administrator', '' ),
		);
	}

	public function test_the_form_escapes_what_it_prints(): void {
		update_post_meta( $this->post->id, Fields::META['description'], '</textarea><script>alert(1)</script>' );
		$html = $this->printed();
		$this->assertStringNotContainsString( '<script', $html );
		$this->assertStringContainsString( 'data-subject="{&quot;kind&quot;:&quot;post&quot;', $html );
		$this->assertStringContainsString( '&quot;schema&quot;:{}', $html );
	}

	public function test_keyphrases_in_use_are_found_whole_and_elsewhere(): void {
		Fields::write( $this->post, array( 'keyphrases' => array( array( 'phrase' => 'Dog bed' ), array( 'phrase' => 'cat tree', 'synonyms' => array( 'bed' ) ) ) ) );
		$other = wp_insert_post( array( 'post_title' => 'R&D', 'post_status' => 'publish' ) );
		Fields::write( Subject::post( get_post( $other ) ), array( 'keyphrases' => array( array( 'phrase' => 'dog bed' ) ) ) );
		$term = Subject::term( get_term( wp_insert_term( 'Beds', 'category' )['term_id'] ) );
		Fields::write( $term, array( 'keyphrases' => array( array( 'phrase' => 'cat tree' ) ) ) );
		$gone = wp_insert_post( array( 'post_title' => 'Gone', 'post_status' => 'publish' ) );
		Fields::write( Subject::post( get_post( $gone ) ), array( 'keyphrases' => array( array( 'phrase' => 'dog bed' ) ) ) );
		wp_trash_post( $gone );
		$found = $this->call( 'seo-meta.keyphrase_use', array( 'phrases' => array( 'dog bed', 'cat tree', 'bed', '%' ), 'of' => $this->post->key() ) );
		$this->assertSame( array( array( "post:{$other}" ), array( $term->key() ), array(), array() ), array_map( static fn( array $use ) => array_column( $use['pages'], 'of' ), $found['uses'] ) );
		$this->assertSame( 'R&D', $found['uses'][0]['pages'][0]['title'] );
	}

	/**
	 * Sends the form as the browser of whoever is logged in would.
	 *
	 * @param array<string, mixed> $sent
	 */
	private function send( array $sent ): void {
		$_POST = $sent + array( 'post_ID' => (string) $this->post->id, 'igny8_seo_nonce' => wp_create_nonce( "igny8_seo_post_post_{$this->post->id}" ) );
		Form::save( $this->post );
	}

	private function printed(): string {
		ob_start();
		Form::print( $this->post );
		return (string) ob_get_clean();
	}
}
