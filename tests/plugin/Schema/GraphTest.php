<?php
/**
 * The graph of every kind of page and of every type: one, connected, valid by the rules, with nothing empty or unshown.
 *
 * @package Igny8
 */

namespace Igny8\Tests\Schema;

use Igny8\Modules\Schema\Checker;
use Igny8\Modules\Schema\Graph;
use Igny8\Modules\Schema\Page;
use Igny8\Modules\Schema\Piece;
use Igny8\Modules\Schema\SettingsSchema;
use Igny8\Modules\Schema\Types;
use Igny8\Seo\Fields;
use Igny8\Seo\Head;
use Igny8\Seo\Subject;
use Igny8\Tests\TestCase;

final class GraphTest extends TestCase {

	private const HOSTILE = "Dogs & cats </script><script>alert(1)</script> \u{1F415} \u{202E}كلاب &amp; &lt;b&gt; “quoted”";

	/**
	 * Values by the kind of a field, each shown by CONTENT where it must be.
	 */
	private const VALUES  = array( 'text' => 'A & B </script>', 'long' => "Two\nlines", 'lines' => "One\nTwo", 'number' => '52.5', 'money' => '1299.5', 'currency' => 'EUR', 'date' => '2027-02-01', 'datetime' => '2027-02-01T19:30', 'duration' => 'PT20M', 'url' => 'https://example.org/', 'image' => 'https://example.org/a.jpg', 'phone' => '+49 30 1', 'email' => 'a@example.org' );
	private const CONTENT = '<!-- wp:paragraph --><p>It costs 1,299.50 € today.</p><!-- /wp:paragraph -->';

	public function test_a_post_says_who_wrote_it_and_where_it_stands(): void {
		$graph = $this->graph( Subject::post( $this->post() ) );
		$this->assertSame( array( 'WebSite', 'Organization', 'WebPage', 'BreadcrumbList', 'Person', 'BlogPosting' ), array_column( $graph, '@type' ) );
		$this->assertStringContainsString( '</script>', Page::text( 'a &lt;/script&gt;' ), 'Text is text, whatever it looks like.' );
	}

	/**
	 * @dataProvider types
	 */
	public function test_every_type_is_valid_when_filled_in_and_left_out_when_not( string $type ): void {
		$post = $this->post( array( 'post_content' => self::CONTENT, 'post_type' => 'page' ) );
		foreach ( array( $this->facts( $type ), array() ) as $properties ) {
			$choices = array( 'type' => $type, 'properties' => $properties, 'page_type' => 'ItemPage' );
			$graph   = $this->plugin()->module( 'schema' )->graph( Subject::post( $post ), $choices );
			$types   = array_column( $graph, '@type' );
			$this->assert_sound( $graph );
			$lacks = 'SoftwareApplication' === $type; // Needs a rating, which nothing here shows.
			if ( $properties && ! $lacks ) {
				$this->assertContains( $type, $types );
			} elseif ( $lacks || in_array( $type, array( 'Product', 'LocalBusiness', 'Event', 'Recipe', 'JobPosting' ), true ) ) {
				$this->assertNotContains( $type, $types );
				$found = $this->plugin()->module( 'schema' )->check( Subject::post( $post ), $choices );
				$this->assertGreaterThan( 0, $found['errors'] );
			}
		}
	}

	/**
	 * @return array<string, array{string}>
	 */
	public function types(): array {
		return array_map( static fn( $type ) => array( $type ), array_combine( SettingsSchema::main_types(), SettingsSchema::main_types() ) );
	}

	public function test_every_kind_of_page_is_sound_with_hostile_words(): void {
		update_option( 'blogname', self::HOSTILE );
		$post = $this->post( array( 'post_title' => self::HOSTILE . str_repeat( ' long', 2048 ) ) );
		$term = get_term( wp_insert_term( 'Dogs & <b>cats</b>', 'category', array( 'description' => self::HOSTILE ) )['term_id'] );
		wp_set_object_terms( $post->ID, $term->term_id, 'category' );
		$kinds = array(
			'post'    => array( Subject::post( $post ), 'WebPage' ),
			'page'    => array( Subject::post( $this->post( array( 'post_type' => 'page', 'post_parent' => 0 ) ) ), 'WebPage' ),
			'term'    => array( Subject::term( $term ), 'CollectionPage' ),
			'term 2'  => array( Subject::term( $term )->on_page( 2 ), 'CollectionPage' ),
			'author'  => array( Subject::author( (int) $post->post_author ), 'ProfilePage' ),
			'archive' => array( Subject::post_type_archive( 'post' ), 'CollectionPage' ),
			'home'    => array( Subject::home(), 'CollectionPage' ),
			'date'    => array( Subject::of_kind( 'date', '2026-11' ), 'CollectionPage' ),
			'search'  => array( Subject::of_kind( 'search', self::HOSTILE ), 'SearchResultsPage' ),
			'empty'   => array( Subject::post( $this->post( array( 'post_title' => '', 'post_content' => '', 'post_excerpt' => 'x' ) ) ), 'WebPage' ),
		);
		foreach ( $kinds as $name => list( $subject, $type ) ) {
			$graph = $this->graph( $subject );
			$this->assert_sound( $graph, $name );
			$this->assertContains( $type, array_column( $graph, '@type' ), $name );
			$this->assertLessThan( 20000, strlen( (string) wp_json_encode( $graph ) ), $name );
		}
		$this->assertSame( array(), $this->graph( Subject::of_kind( 'not_found' ) ), 'A missing page says nothing.' );
		$html = Head::render( $this->plugin()->module( 'schema' )->head( Subject::post( $post ) ) );
		$this->assertSame( 1, substr_count( $html, '</script>' ) );
		$this->assertNotNull( json_decode( preg_replace( '#^<script[^>]*>|</script>$#', '', $html ), true ) );
	}

	public function test_lists_are_bounded_and_secrets_stay_secret(): void {
		update_option( 'posts_per_page', 500 );
		for ( $number = 0; $number < 60; $number++ ) {
			$GLOBALS['wpdb']->insert( $GLOBALS['wpdb']->posts, array( 'post_title' => "Post {$number}", 'post_content' => 'x', 'post_name' => "post-{$number}", 'post_author' => 1 ) );
		}
		$this->assertCount( 50, $this->node( $this->graph( Subject::home() ), 'ItemList' )['itemListElement'] );
		$locked = $this->post( array( 'post_password' => 'x', 'post_content' => $this->faq() . '<!-- wp:paragraph --><p>Hidden 99</p><!-- /wp:paragraph -->' ) );
		$graph  = $this->plugin()->module( 'schema' )->graph( Subject::post( $locked ), array( 'type' => 'Service', 'properties' => array( 'offers.price' => '99', 'offers.priceCurrency' => 'EUR' ) ) );
		$this->assertStringNotContainsString( 'Hidden', (string) wp_json_encode( $graph ) );
		$this->assertNotContains( 'FAQPage', array_column( $graph, '@type' ) );
		$this->assertArrayNotHasKey( 'offers', $this->node( $graph, 'Service' ) );
	}

	/**
	 * @dataProvider prices
	 */
	public function test_a_price_is_said_only_when_the_page_shows_it( string $price, string $content, bool $is_shown ): void {
		$post  = $this->post( array( 'post_content' => "<!-- wp:paragraph --><p>{$content}</p><!-- /wp:paragraph -->" ) );
		$check = $this->plugin()->module( 'schema' )->check( Subject::post( $post ), array( 'type' => 'Product', 'properties' => array( 'offers.price' => $price, 'offers.priceCurrency' => 'EUR' ) ) );
		$this->assertSame( $is_shown, array() !== $this->node( $check['graph'], 'Product' ) );
		$this->assertSame( $is_shown ? 0 : 3, $check['errors'], (string) wp_json_encode( $check['messages'] ) );
	}

	/**
	 * @return array<string, array{string, string, bool}>
	 */
	public function prices(): array {
		return array(
			'as typed'        => array( '12.50', 'Only 12.50 €', true ),
			'comma'           => array( '12.5', 'Nur 12,50&nbsp;€', true ),
			'thousands'       => array( '1299', 'At $1,299.00.', true ),
			'thin space'      => array( '12990', "12\u{202F}990 kr", true ),
			'another number'  => array( '12.50', 'Article 112.50 and 12.505', false ),
			'part of a price' => array( '12', 'Costs 12.75', false ),
			'not at all'      => array( '10', 'Ask us.', false ),
			'no number'       => array( 'ten', 'Costs ten.', false ),
		);
	}

	public function test_choices_go_from_post_to_plan_to_settings_to_default(): void {
		$post = $this->post();
		$type = fn() => array_values( array_intersect( array_column( $this->graph( Subject::post( $post ) ), '@type' ), SettingsSchema::main_types() ) );
		$this->assertContains( 'BlogPosting', $type() );
		$this->plugin()->settings()->set( 'schema', array( 'post_types' => array( 'post' => array( 'type' => 'NewsArticle', 'page_type' => 'ItemPage' ) ) ) );
		$this->assertContains( 'NewsArticle', $type() );
		update_post_meta( $post->ID, '_igny8_schema_type', 'Service' );
		$this->assertContains( 'Service', $type() );
		$this->log_in();
		$this->assertIsArray( Fields::write( Subject::post( $post ), array( 'schema' => array( 'type' => 'TechArticle', 'page_type' => 'AboutPage' ) ) ) );
		$this->assertContains( 'TechArticle', $type() );
		$this->assertContains( 'AboutPage', array_column( $this->graph( Subject::post( $post ) ), '@type' ) );
		Fields::write( Subject::post( $post ), array( 'schema' => array( 'type' => 'None' ) ) );
		$this->assertSame( array(), $type() );
		Fields::write( Subject::post( $post ), array( 'schema' => array( 'type' => 'Nonsense', 'page_type' => array( 'x' ), 'properties' => 'y', 'videos' => 3 ) ) );
		$this->assert_sound( $this->graph( Subject::post( $post ) ), 'Whatever another program stores.' );
	}

	public function test_the_owner_is_whole_on_the_front_page_and_short_elsewhere(): void {
		$details = array(
			'type' => 'Plumber', 'name' => 'Northwind & Sons', 'phone' => '+44 1', 'price_range' => '$$', 'address' => array( 'street' => '1 High St', 'locality' => 'Leeds', 'country' => 'GB' ),
			'geo' => array( 'latitude' => 53.8, 'longitude' => -1.5 ), 'area_served' => array( 'Leeds' ), 'same_as' => array( 'https://example.org/us' ), 'logo' => 'https://example.org/logo.png',
			'hours' => array( 'days' => array( 'mon' => array( array( 'opens' => '08:00', 'closes' => '12:00' ), array( 'opens' => '13:00', 'closes' => '17:00' ) ), 'sun' => array() ) ),
		);
		$this->assertIsArray( $this->plugin()->settings()->set( 'schema', array( 'organization' => $details ) ) );
		update_option( 'igny8_seo-meta', array( 'social' => array( 'profiles' => array( 'https://example.org/us', 'https://example.org/social' ) ) ) );
		$whole = $this->node( $this->graph( Subject::home() ), 'Plumber' );
		$this->assertSame( array( 'https://example.org/us', 'https://example.org/social' ), $whole['sameAs'] );
		$short = $this->node( $this->graph( Subject::post( $this->post() ) ), 'Plumber' );
		$this->assert_sound( $this->graph( Subject::home() ) );
		$this->assertSame( array( '@type', '@id', 'name', 'url', 'logo', 'image', 'address' ), array_keys( $short ) );
		$this->assertSame( $short['@id'], $whole['@id'] );
		$this->assertSame( 53.8, $whole['geo']['latitude'] );
		$this->assertCount( 3, $whole['openingHoursSpecification'] );
		$this->plugin()->settings()->set( 'schema', array( 'organization' => array( 'type' => 'Plumber' ) ) );
		$this->assertContains( 'Organization', array_column( $this->graph( Subject::home() ), '@type' ), 'A business without an address would be invalid.' );
		$this->assert_error( 'settings_invalid', $this->plugin()->settings()->set( 'schema', array( 'organization' => array( 'hours' => array( 'days' => array( 'mon' => array( array( 'opens' => '25:00', 'closes' => '9' ) ) ) ) ) ) ) );
	}

	public function test_a_person_may_own_the_site(): void {
		$user_id = $this->log_in( 'author' );
		$this->plugin()->settings()->set( 'schema', array( 'site_represents' => 'person', 'person' => $user_id ) );
		Fields::write( Subject::author( $user_id ), array( 'schema' => array( 'properties' => array( 'jobTitle' => 'Baker', 'sameAs' => array( 'https://example.org/jo', 'javascript:x' ) ) ) ) );
		$graph  = $this->graph( Subject::post( $this->post( array( 'post_author' => $user_id ) ) ) );
		$people = array_values( array_filter( $graph, static fn( array $node ) => 'Person' === $node['@type'] ) );
		$this->assert_sound( $graph );
		$this->assertCount( 1, $people, 'Author and owner are the same.' );
		$this->assertSame( array( 'Baker', array( 'https://example.org/jo' ) ), array( $people[0]['jobTitle'], $people[0]['sameAs'] ) );
		wp_update_user( array( 'ID' => $user_id, 'display_name' => 'Jo Newname' ) );
		$this->assertSame( 'Jo Newname', $this->node( $this->graph( Subject::home() ), 'Person' )['name'], 'What is written down follows the profile.' );
	}

	public function test_other_plugins_add_replace_and_remove_pieces(): void {
		$extra = new class() implements Piece {
			public function is_needed( Page $page ): bool {
				return 'post' === $page->subject->kind;
			}
			public function piece( Page $page ): array {
				return array( '@type' => 'Dataset', '@id' => $page->id( 'data' ), 'name' => 'Data', 'isPartOf' => array( '@id' => $page->id( 'webpage' ) ), 'creator' => array( '@id' => '#nobody' ), 'x' => '' );
			}
		};
		add_filter( 'igny8/schema/pieces', static fn( array $pieces ) => array_diff_key( $pieces, array( 'author' => 1 ) ) + array( 'data' => $extra ) );
		add_filter( 'igny8/schema/graph', static fn( array $nodes ) => array( ...$nodes, 'rubbish', array() ) );
		$graph = $this->graph( Subject::post( $this->post() ) );
		$this->assert_sound( $graph );
		$this->assertSame( array( '@type', '@id', 'name', 'isPartOf' ), array_keys( $this->node( $graph, 'Dataset' ) ) );
		$this->assertArrayNotHasKey( 'author', $this->node( $graph, 'BlogPosting' ), 'A reference to what somebody removed goes with it.' );
	}

	/**
	 * @param array<string, mixed> $values
	 */
	private function post( array $values = array() ): \WP_Post {
		$author = get_current_user_id() ?: $this->log_in( 'author' );
		kses_remove_filters();
		return get_post( wp_insert_post( wp_slash( $values ) + array( 'post_title' => 'A title', 'post_content' => 'Some text.', 'post_status' => 'publish', 'post_author' => $author ) ) );
	}

	private function faq(): string {
		return '<!-- wp:igny8/faq --><div class="wp-block-igny8-faq"><!-- wp:details --><details class="wp-block-details"><summary>Q?</summary><!-- wp:paragraph --><p>Hidden A.</p><!-- /wp:paragraph --></details><!-- /wp:details --></div><!-- /wp:igny8/faq -->';
	}

	/**
	 * @return array<string, string>
	 */
	private function facts( string $type ): array {
		$fields = Types::properties( $type );
		return array_intersect_key( array( 'sameAs' => 'https://example.org/me' ), $fields ) + array_map( static fn( array $field ) => self::VALUES[ $field['kind'] ] ?? $field['choices'][0], $fields );
	}

	/**
	 * @return list<array<string, mixed>>
	 */
	private function graph( Subject $subject ): array {
		return $this->plugin()->module( 'schema' )->graph( $subject );
	}

	/**
	 * @param list<array<string, mixed>> $graph
	 * @return array<string, mixed>
	 */
	private function node( array $graph, string $type ): array {
		return array_column( $graph, null, '@type' )[ $type ] ?? array();
	}

	/**
	 * No errors by the rules, every node tied to the page, JSON that comes back as it went.
	 *
	 * @param list<array<string, mixed>> $graph
	 */
	private function assert_sound( array $graph, string $name = '' ): void {
		$errors = array_filter( ( new Checker() )->check( $graph ), static fn( array $message ) => 'error' === $message['level'] );
		$this->assertSame( array(), array_values( $errors ), $name );
		$this->assertEquals( $graph, json_decode( (string) wp_json_encode( $graph ), true ), $name );
		$page  = current( array_filter( $graph, static fn( array $node ) => str_ends_with( $node['@id'], '#webpage' ) ) )['@id'];
		$links = array();
		foreach ( $graph as $node ) {
			array_walk_recursive( $node, function ( $value, $key ) use ( &$links, $node ): void {
				'@id' === $key && $links[] = array( $node['@id'], $value );
			} );
		}
		$reached = array( $page => true );
		do {
			$before = count( $reached );
			foreach ( $links as list( $from, $to ) ) {
				isset( $reached[ $from ] ) && $reached[ $to ] = true;
				isset( $reached[ $to ] ) && $reached[ $from ] = true;
			}
		} while ( count( $reached ) > $before );
		$this->assertSame( array(), array_diff( array_column( $graph, '@id' ), array_keys( $reached ) ), "{$name}: every node is tied to the page." );
	}
}
