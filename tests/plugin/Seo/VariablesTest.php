<?php
/**
 * Variables of templates: every one of them, for every kind of page, and templates nobody expected.
 *
 * @package Igny8
 */

namespace Igny8\Tests\Seo;

use Igny8\Seo\Resolver;
use Igny8\Seo\Subject;
use Igny8\Seo\Variables;

require_once __DIR__ . '/SeoTestCase.php';

final class VariablesTest extends SeoTestCase {

	public function test_every_variable_of_a_post(): void {
		$pets  = wp_insert_term( 'Pets &amp; friends', 'category', array( 'description' => 'All about <b>pets</b>.' ) )['term_id'];
		$dogs  = wp_insert_term( 'Dogs', 'category', array( 'parent' => $pets ) )['term_id'];
		$id    = $this->post(
			array( 'post_title' => 'Dog beds', 'post_excerpt' => '<p>An excerpt.</p>', 'post_date' => '2026-03-04 10:00:00', 'post_category' => array( $pets, $dogs ), 'tags_input' => array( 'soft', 'warm' ) ),
			array( 'colour' => 'red', '_secret' => 'no', 'list' => array( 1 ), Subject::META['keyphrases'] => array( array( 'phrase' => 'dog bed' ) ), Subject::META['primary_terms'] => array( 'category' => $dogs ) )
		);
		wp_update_user( array( 'ID' => 1, 'display_name' => 'Ann O\'Neil', 'description' => 'Writes about dogs.' ) );
		$values = new Variables( $this->subject( $id ), get_post( $id ) );
		$cases  = array(
			'{title}|{site_name}|{tagline}'             => 'Dog beds|Northwind Pets|Things for dogs',
			'{separator}|{page}{page_number}'           => '|',
			'{excerpt}'                                 => 'An excerpt.',
			'{content}'                                 => 'Every dog needs a bed.',
			'{author}: {author_bio}'                    => "Ann O'Neil: Writes about dogs.",
			'{date}'                                    => 'March 4, 2026',
			'{current_year} {current_month}'            => wp_date( 'Y F' ),
			'{current_date}'                            => wp_date( get_option( 'date_format' ) ),
			'{category}|{categories}'                   => 'Dogs|Dogs, Pets & friends',
			'{tag}|{tags}|{terms:post_tag}'             => 'soft|soft, warm|soft, warm',
			'{id} {slug} {post_type} {post_type_plural}' => "{$id} dog-beds Post Posts",
			'{focus_keyphrase}'                         => 'dog bed',
			'{field:colour}|{field:_secret}|{field:list}|{field}' => 'red|||',
			'{nonsense}|{terms:nonsense}|{field}'       => '||',
			'{{title}} is {title}'                      => '{title} is Dog beds',
			'{price}{sku}{brand}{cluster}{search}{term}{parent_title}' => '',
			'curly { brace } and {Title}'               => 'curly { brace } and {Title}',
		);
		foreach ( $cases as $template => $expected ) {
			$this->assertSame( $expected, $values->fill( $template ), $template );
		}
	}

	public function test_variables_of_terms_authors_archives_dates_and_searches(): void {
		$pets = wp_insert_term( 'Pets', 'category' )['term_id'];
		$dogs = wp_insert_term( 'Dogs', 'category', array( 'parent' => $pets, 'description' => 'For <em>dogs</em>.' ) )['term_id'];
		wp_update_user( array( 'ID' => 1, 'display_name' => 'Ann', 'first_name' => 'Ann', 'description' => 'Bio.' ) );
		update_user_meta( 1, 'secret_number', '42' );
		$page  = $this->post( array( 'post_type' => 'page', 'post_title' => 'Child', 'post_parent' => $this->post( array( 'post_type' => 'page', 'post_title' => 'Parent' ) ) ) );
		$cases = array(
			array( Subject::term( get_term( $dogs ) ), '{term} < {parent_term} ({taxonomy}): {term_description}', 'Dogs < Pets (Category): For dogs.' ),
			array( Subject::author( 1 ), '{author} {author_bio} {field:first_name}{field:secret_number}', 'Ann Bio. Ann' ),
			array( Subject::of_kind( 'date', '2026-11' ), '{archive_title}', 'November 2026' ),
			array( Subject::of_kind( 'date', '2026-11-05' ), '{archive_title}', 'November 5, 2026' ),
			array( Subject::of_kind( 'date', '2026' ), '{archive_title}', '2026' ),
			array( Subject::of_kind( 'search', 'dog & cat' ), '{search}|{archive_title}', 'dog & cat|Search results for “dog & cat”' ),
			array( Subject::of_kind( 'not_found' ), '{archive_title}', 'Page not found' ),
			array( $this->subject( $page ), '{title} of {parent_title}', 'Child of Parent' ),
		);
		foreach ( $cases as list( $subject, $template, $expected ) ) {
			$this->assertSame( $expected, ( new Variables( $subject, $subject->object() ) )->fill( $template ), $template );
		}
	}

	public function test_separators_join_where_nothing_stands_between(): void {
		$subject = Subject::home();
		update_option( 'blogdescription', '' );
		$cases = array(
			'{site_name} {separator} {tagline} {page}'         => 'Northwind Pets',
			'{tagline} {separator} {page} {separator} {site_name}' => 'Northwind Pets',
			'{site_name} {separator}{separator} {site_name}'   => 'Northwind Pets – Northwind Pets',
			'{separator}'                                      => '',
			'A – B {separator} {tagline}'                      => 'A – B',
			''                                                 => '',
		);
		foreach ( $cases as $template => $expected ) {
			$this->assertSame( $expected, ( new Variables( $subject, null ) )->fill( $template ), $template );
		}
		$this->choose( array( 'separator' => '|' ) );
		$this->assertSame( 'a | b – Page 2', strtr( ( new Variables( $subject->on_page( 2 ), null ) )->fill( 'a {separator} b {page}' ), array( '| Page' => '– Page' ) ) );
	}

	public function test_hostile_names_are_filled_in_once(): void {
		foreach ( self::HOSTILE as $name => list( $stored, $seen ) ) {
			$post             = get_post( $this->post() );
			$post             = clone $post;
			$post->post_title = $stored;
			$this->assertSame( trim( "{$seen} – Northwind Pets" ), Resolver::preview( Subject::post( $post ), array(), $post )->title(), $name );
		}
		$post             = clone get_post( $this->post() );
		$post->post_title = '{site_name} {{title}} $1 \\0';
		$this->assertSame( '{site_name} {{title}} $1 \\0 – Northwind Pets', Resolver::preview( Subject::post( $post ), array(), $post )->title() );
		$post->post_title = str_repeat( 'Very long title of 10 KB. ', 400 );
		$this->assertLessThanOrEqual( 520, mb_strlen( Resolver::preview( Subject::post( $post ), array(), $post )->title() ) );
	}

	public function test_other_plugins_add_and_change_variables(): void {
		add_filter( 'igny8/seo/variable', static fn( $value, $name, $subject, $argument ) => 'rating' === $name ? "{$argument} <b>5</b>" : $value, 10, 4 );
		$this->assertSame( 'of 5 at Northwind Pets', ( new Variables( Subject::home(), null ) )->fill( '{rating:of} at {site_name}' ) );
	}
}
