<?php
/**
 * The rules, opening hours, and the doors of the module.
 *
 * @package Igny8
 */

namespace Igny8\Tests\Schema;

use Igny8\Modules\Schema\Checker;
use Igny8\Modules\Schema\Hours;
use Igny8\Modules\Schema\Profile;
use Igny8\Modules\Schema\SettingsSchema;
use Igny8\Modules\Schema\Types;
use Igny8\Seo\Fields;
use Igny8\Seo\Subject;
use Igny8\Tests\TestCase;

final class CheckTest extends TestCase {

	/**
	 * @dataProvider faults
	 */
	public function test_a_fault_is_found_and_named( array $node, string $words ): void {
		$messages = ( new Checker() )->check( array( $node + array( '@id' => '#a' ), array( '@type' => 'Person', '@id' => '#p', 'name' => 'Jo' ) ) );
		$errors   = array_column( array_filter( $messages, static fn( array $message ) => 'error' === $message['level'] ), 'message' );
		$this->assertNotSame( array(), array_filter( $errors, static fn( string $message ) => str_contains( $message, $words ) ), implode( ' ', $errors ) );
	}

	/**
	 * @return array<string, array{array<string, mixed>, string}>
	 */
	public function faults(): array {
		$offer = array( '@type' => 'Offer', 'price' => '1', 'priceCurrency' => 'EUR' );
		return array(
			'lost reference'   => array( array( '@type' => 'Article', 'author' => array( '@id' => '#nobody' ) ), 'leads nowhere' ),
			'two of an id'     => array( array( '@type' => 'Person', '@id' => '#p', 'name' => 'Jo' ), 'Two things' ),
			'empty'            => array( array( '@type' => 'Article', 'headline' => '' ), 'empty' ),
			'date'             => array( array( '@type' => 'Article', 'datePublished' => '21.11.2026' ), 'must be a date' ),
			'relative address' => array( array( '@type' => 'Article', 'url' => '/a' ), 'whole address' ),
			'duration'         => array( array( '@type' => 'VideoObject', 'duration' => '20 min' ), 'duration' ),
			'missing'          => array( array( '@type' => 'VideoObject', 'name' => 'x' ), 'uploadDate is missing' ),
			'one of'           => array( array( '@type' => 'Product', 'name' => 'x' ), 'one of these' ),
			'nested'           => array( array( '@type' => 'Product', 'name' => 'x', 'offers' => array( '@type' => 'Offer', 'price' => '1' ) ), 'priceCurrency is missing' ),
			'currency'         => array( array( '@type' => 'Product', 'name' => 'x', 'offers' => array( 'priceCurrency' => '€' ) + $offer ), 'three capital letters' ),
			'price'            => array( array( '@type' => 'Product', 'name' => 'x', 'offers' => array( 'price' => '1,50' ) + $offer ), 'number' ),
			'subtype'          => array( array( '@type' => 'Bakery', 'name' => 'x' ), 'address is missing' ),
			'one of many'      => array( array( '@type' => 'BreadcrumbList', 'itemListElement' => array( array( '@type' => 'ListItem', 'position' => 1, 'name' => 'a' ), array( '@type' => 'ListItem', 'position' => 2 ) ) ), 'itemListElement.name is missing' ),
			'through a reference' => array( array( '@type' => 'ProfilePage', 'mainEntity' => array( '@id' => '#a' ) ), 'mainEntity.name is missing' ),
		);
	}

	public function test_every_type_and_rule_is_known_and_has_its_source(): void {
		$rules = require dirname( \Igny8\FILE ) . '/src/Modules/Schema/rules.php';
		$this->assertMatchesRegularExpression( '/^\d{4}-\d\d-\d\d$/', $rules['checked'] );
		foreach ( SettingsSchema::main_types() as $type ) {
			$rule = ( new Checker() )->rule( $type );
			$this->assertNotNull( $rule, $type );
			! $rule['earns'] || $this->assertStringStartsWith( 'https://developers.google.com/search/docs/appearance/', $rule['source'], $type );
			foreach ( Types::properties( $type ) as $path => $field ) {
				$this->assertNotSame( '', $field['label'], "{$type} {$path}" );
			}
		}
	}

	/**
	 * @dataProvider hours
	 */
	public function test_opening_hours( array $hours, array $expected ): void {
		$this->assertSame( $expected, array_map( static fn( array $entry ) => implode( ' ', array( implode( ',', (array) ( $entry['dayOfWeek'] ?? array( $entry['validFrom'] ?? '', $entry['validThrough'] ?? '' ) ) ), $entry['opens'], $entry['closes'] ) ), Hours::specification( $hours ) ) );
	}

	/**
	 * @return array<string, array{array<string, mixed>, list<string>}>
	 */
	public function hours(): array {
		$span = static fn( string $opens, string $closes ) => array( 'opens' => $opens, 'closes' => $closes );
		return array(
			'nothing said'  => array( array(), array() ),
			'always'        => array( array( 'is_always_open' => true, 'days' => array( 'mon' => array() ) ), array( 'Monday,Tuesday,Wednesday,Thursday,Friday,Saturday,Sunday 00:00 23:59' ) ),
			'same together' => array( array( 'days' => array( 'mon' => array( $span( '09:00', '17:00' ) ), 'tue' => array( $span( '09:00', '17:00' ) ), 'sun' => array() ) ), array( 'Monday,Tuesday 09:00 17:00', 'Sunday 00:00 00:00' ) ),
			'past midnight' => array( array( 'days' => array( 'fri' => array( $span( '18:00', '03:00' ) ) ) ), array( 'Friday 18:00 03:00' ) ),
			'special'       => array( array( 'special' => array( array( 'from' => '2999-12-24', 'to' => '2999-12-26', 'is_closed' => true ), array( 'from' => '2999-12-31', 'opens' => '09:00', 'closes' => '12:00' ), array( 'from' => '2020-01-01', 'is_closed' => true ) ) ), array( '2999-12-24,2999-12-26 00:00 00:00', '2999-12-31,2999-12-31 09:00 12:00' ) ),
			'nonsense'      => array( array( 'days' => array( 'mon' => array( $span( '9', '25:00' ) ), 'noday' => array() ), 'special' => array( array( 'from' => 'soon' ) ) ), array() ),
		);
	}

	public function test_the_doors_show_and_check_what_one_may_read(): void {
		$author = $this->log_in( 'author' );
		$draft  = wp_insert_post( array( 'post_title' => 'Secret', 'post_content' => 'x', 'post_status' => 'draft', 'post_author' => $author ) );
		$public = wp_insert_post( array( 'post_title' => 'Open', 'post_content' => 'x', 'post_status' => 'publish', 'post_author' => $author ) );
		$this->assertSame( 200, $this->rest( 'GET', 'schema/show', array( 'page' => (string) $draft ) )->get_status() );
		$checked = $this->rest( 'POST', 'schema/check', array( 'page' => "post:{$public}", 'choices' => array( 'type' => 'Event' ), 'is_draft' => true ) )->get_data();
		$this->assertSame( 'Event', $checked['type'] );
		$this->assertContains( 'startDate', array_column( $checked['messages'], 'property' ) );
		$this->assertNotContains( 'Event', array_column( $checked['graph'], '@type' ) );
		$this->assertSame( 403, $this->rest( 'POST', 'schema/check-site' )->get_status() );
		$this->log_in( 'contributor' );
		$this->assertSame( 403, $this->rest( 'GET', 'schema/show', array( 'page' => (string) $draft ) )->get_status() );
		$this->assertSame( 200, $this->rest( 'GET', 'schema/show', array( 'page' => (string) $public ) )->get_status() );
		$this->assertSame( 404, $this->rest( 'GET', 'schema/show', array( 'page' => '999999' ) )->get_status() );
		$this->log_in( 'subscriber' );
		$this->assertSame( 403, $this->rest( 'GET', 'schema/types' )->get_status() );
	}

	public function test_choices_and_blocks_of_any_shape_make_no_fault(): void {
		$id = wp_insert_post( array( 'post_title' => 'Odd', 'post_status' => 'publish', 'post_content' => wp_slash( '<!-- wp:embed {"url":["x"]} /--><!-- wp:yoast/faq-block {"questions":["x",5,{"jsonQuestion":["a"]}]} --><div>s</div><!-- /wp:yoast/faq-block --><!-- wp:igny8/review {"rating":"4","item":["It"],"pros":["x"]} --><div>s</div><!-- /wp:igny8/review -->' ) ) );
		foreach ( array( array( array( 'x' ) ), array( 'a' => array( 'b' => 1 ) ), -1.5, true, '</script>' ) as $value ) {
			foreach ( \Igny8\Modules\Schema\Page::DESCRIBED as $type ) {
				update_post_meta( $id, '_igny8_schema', array( 'type' => $type, 'page_type' => $value, 'videos' => $value, 'properties' => array_fill_keys( array_keys( \Igny8\Modules\Schema\Types::properties( $type ) ), $value ) ) );
				$html = \Igny8\Seo\Head::render( $this->plugin()->module( 'schema' )->head( \Igny8\Seo\Subject::post( get_post( $id ) ) ) );
				$this->assertSame( 1, substr_count( $html, '</script>' ), $type );
			}
		}
	}

	public function test_the_whole_site_is_checked_in_steps_that_can_be_left(): void {
		$this->log_in();
		for ( $number = 0; $number < 105; $number++ ) {
			$GLOBALS['wpdb']->insert( $GLOBALS['wpdb']->posts, array( 'post_title' => "Post {$number}", 'post_content' => 'x', 'post_name' => "post-{$number}", 'post_author' => 1 ) );
		}
		$post_id = wp_insert_post( array( 'post_title' => 'An event', 'post_content' => 'x', 'post_status' => 'publish' ) );
		Fields::write( Subject::post( get_post( $post_id ) ), array( 'schema' => array( 'type' => 'Event' ) ) );
		do {
			$step = $this->call( 'schema.check_site' );
		} while ( $step['remaining'] > 0 );
		$this->assertGreaterThanOrEqual( 105, $step['done'] );
		$this->assertSame( array( $post_id ), array_column( $step['pages'], 'id' ) );
		$this->assertSame( $step['done'], $this->call( 'schema.check_site' )['done'], 'A finished check begins anew.' );
	}

	public function test_a_profile_says_who_the_author_is(): void {
		$user_id = $this->log_in( 'author' );
		$_POST   = array( 'igny8_schema_profile' => wp_create_nonce( 'igny8_schema_profile' ), 'igny8_job_title' => 'Baker <b>', 'igny8_same_as' => "https://example.org/a\njavascript:alert(1)\nhttps://example.org/b" );
		( new Profile() )->save( $user_id );
		$_POST = array();
		$this->assertSame( array( 'jobTitle' => 'Baker', 'sameAs' => array( 'https://example.org/a', 'https://example.org/b' ) ), Fields::read( Subject::author( $user_id ) )['schema']['properties'] );
		ob_start();
		( new Profile() )->show( get_userdata( $user_id ) );
		$this->assertStringContainsString( 'value="Baker"', (string) ob_get_clean() );
		( new Profile() )->save( $user_id );
		$this->assertSame( 'Baker', Fields::read( Subject::author( $user_id ) )['schema']['properties']['jobTitle'], 'Without its nonce nothing changes.' );
	}
}
