<?php
/**
 * What an account that may write its own posts can learn and do beyond them: nothing.
 *
 * @package Igny8
 */

namespace Igny8\Tests\SeoMeta;

use Igny8\Seo\Fields;
use Igny8\Seo\Subject;
use Igny8\Tests\Seo\SeoTestCase;

require_once dirname( __DIR__ ) . '/Seo/SeoTestCase.php';

final class RightsTest extends SeoTestCase {

	public function test_what_a_contributor_may_not_read_no_operation_tells(): void {
		register_post_type( 'coupon', array( 'public' => false, 'show_ui' => true ) );
		register_taxonomy( 'internal', 'post', array( 'public' => false ) );
		$customer = $this->log_in( 'subscriber' );
		wp_update_user( array( 'ID' => $customer, 'display_name' => 'Jane Roe', 'first_name' => 'Secret', 'description' => 'Secret' ) );
		$hidden = array(
			"author:{$customer}",
			'term:' . wp_insert_term( 'Secret', 'internal' )['term_id'],
			'post:' . $this->post( array( 'post_type' => 'coupon', 'post_title' => 'Secret', 'post_name' => 'secret' ) ),
			'post:' . $this->post( array( 'post_status' => 'private', 'post_title' => 'Secret', 'post_name' => 'hidden' ) ),
			'post:' . $this->post( array( 'post_status' => 'draft', 'post_title' => 'Secret', 'post_name' => 'draft' ) ),
		);
		$doors  = array( array( 'GET', 'seo-meta/head', 'of' ), array( 'GET', 'seo-meta/variables', 'of' ), array( 'GET', 'schema/show', 'page' ), array( 'POST', 'schema/check', 'page' ) );
		$this->log_in( 'contributor' );
		foreach ( $hidden as $of ) {
			foreach ( $doors as list( $method, $path, $name ) ) {
				$this->assertSame( 403, $this->rest( $method, $path, array( $name => $of ) )->get_status(), "{$path} {$of}" );
			}
		}
		$open = array( 'author:1', 'term:1', 'post:' . $this->post( array( 'post_author' => 1 ) ), 'author:' . get_current_user_id() );
		foreach ( $open as $of ) {
			foreach ( $doors as list( $method, $path, $name ) ) {
				$this->assertSame( 200, $this->rest( $method, $path, array( $name => $of ) )->get_status(), "{$path} {$of}" );
			}
		}
		unregister_post_type( 'coupon' );
		unregister_taxonomy( 'internal' );
	}

	public function test_only_who_manages_redirects_sends_visitors_elsewhere(): void {
		$author = $this->log_in( 'author' );
		$id     = $this->post( array( 'post_author' => $author ), array( Subject::META['redirect'] => 'https://example.org/kept' ) );
		$evil   = array( 'redirect' => 'https://evil.example/' );
		$csv    = "kind,id,redirect\npost,{$id},https://evil.example/\n";
		$this->assert_error( 'rest_forbidden', $this->call( 'seo-meta.set', array( 'of' => "post:{$id}" ) + $evil ) );
		$this->assertSame( 1, $this->call( 'seo-meta.import', array( 'text' => $csv ) )['refused'] );
		$request = new \WP_REST_Request( 'POST', "/wp/v2/posts/{$id}" );
		$request->set_body_params( array( 'igny8_seo' => $evil ) );
		$this->assertSame( 403, rest_do_request( $request )->get_status() );
		$this->assertSame( 'https://example.org/kept', get_post_meta( $id, Subject::META['redirect'], true ) );
		$request->set_body_params( array( 'igny8_seo' => array( 'title' => 'Mine', 'redirect' => 'https://example.org/kept' ) ) );
		$this->assertSame( array( 200, 'Mine' ), array( rest_do_request( $request )->get_status(), get_post_meta( $id, Subject::META['title'], true ) ), 'Editors send all values; what stays the same is no change.' );
		$this->log_in( 'editor' );
		$this->assertSame( 'https://evil.example/', $this->call( 'seo-meta.set', array( 'of' => "post:{$id}" ) + $evil )['redirect'] );
	}

	public function test_wordpress_own_meta_is_no_way_around_the_right_to_edit_seo(): void {
		$author = $this->log_in( 'author' );
		$id     = $this->post( array( 'post_author' => $author ) );
		$send   = static function () use ( $id ): int {
			$request = new \WP_REST_Request( 'POST', "/wp/v2/posts/{$id}" );
			$request->set_body_params( array( 'meta' => array( Subject::META['title'] => 'Around' ) ) );
			return rest_do_request( $request )->get_status();
		};
		$this->assertSame( 200, $send() );
		( new \WP_User( $author ) )->add_cap( 'igny8_edit_seo', false );
		wp_set_current_user( 0 );
		wp_set_current_user( $author );
		update_post_meta( $id, Subject::META['title'], 'Kept' );
		$this->assertSame( array( 403, 'Kept' ), array( $send(), get_post_meta( $id, Subject::META['title'], true ) ) );
	}

	public function test_text_survives_every_door_byte_for_byte(): void {
		$text = 'C:\\new "x" \'y\' a < b & c, I <3 20%de {title} 🛏️ &amp; \\\\';
		$this->log_in();
		$id = $this->post();
		$this->assertSame( $text, $this->call( 'seo-meta.set', array( 'of' => "post:{$id}", 'title' => $text ) )['title'] );
		$csv = ( new \ReflectionClass( \Igny8\Csv::class ) )->getMethod( 'write' )->invoke( null, array( 'kind', 'id', 'description' ), array( array( 'kind' => 'post', 'id' => $id, 'description' => $text ) ) );
		$this->assertSame( 1, $this->call( 'seo-meta.import', array( 'text' => $csv ) )['changed'] );
		$request = new \WP_REST_Request( 'POST', "/wp/v2/posts/{$id}" );
		$request->set_header( 'Content-Type', 'application/json' );
		$request->set_body( wp_json_encode( array( 'igny8_seo' => array( 'og_title' => $text, 'keyphrases' => array( array( 'phrase' => $text, 'synonyms' => array( $text ) ) ) ) ) ) );
		rest_do_request( $request );
		$fields = Fields::read( Subject::post( get_post( $id ) ) );
		$this->assertSame( array( $text, $text, $text, $text, $text ), array( $fields['title'], $fields['description'], $fields['og_title'], $fields['keyphrases'][0]['phrase'], $fields['keyphrases'][0]['synonyms'][0] ) );
	}
}
