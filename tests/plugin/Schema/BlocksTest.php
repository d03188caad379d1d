<?php
/**
 * Questions, steps, reviews and videos are read from blocks, ours and other plugins', and only what the page shows.
 *
 * @package Igny8
 */

namespace Igny8\Tests\Schema;

use Igny8\Modules\Schema\Checker;
use Igny8\Modules\Schema\Module;
use Igny8\Modules\Schema\VideoFacts;
use Igny8\Seo\Subject;
use Igny8\Tests\TestCase;

final class BlocksTest extends TestCase {

	/**
	 * @dataProvider questions
	 * @param list<array{string, string}> $expected
	 */
	public function test_questions_come_from_the_blocks_that_show_them( string $content, array $expected, array $choices = array() ): void {
		$faq   = $this->node( $this->graph( $content, $choices ), 'FAQPage' );
		$pairs = array_map( static fn( array $node ) => array( $node['name'], $node['acceptedAnswer']['text'] ), $faq['mainEntity'] ?? array() );
		$this->assertSame( $expected, $pairs );
	}

	/**
	 * @return array<string, array<mixed>>
	 */
	public function questions(): array {
		$details = '<!-- wp:details --><details class="wp-block-details"><summary>Who &amp; <em>why</em>?</summary><!-- wp:paragraph --><p>Me.</p><!-- /wp:paragraph --><!-- wp:list --><ul><!-- wp:list-item --><li>One</li><!-- /wp:list-item --><!-- wp:list-item --><li>Two</li><!-- /wp:list-item --></ul><!-- /wp:list --></details><!-- /wp:details -->';
		$answer  = array( array( 'Who & why?', 'Me. One Two' ) );
		$yoast   = '<!-- wp:yoast/faq-block {"questions":[{"id":"q1","question":["Q1"],"answer":["A1"],"jsonQuestion":"Q1 \u0026 co","jsonAnswer":"<strong>A1</strong> <br/>more"},{"id":"q2","question":[],"answer":[],"jsonQuestion":"","jsonAnswer":""}]} -->%s<!-- /wp:yoast/faq-block -->';
		return array(
			'ours'               => array( "<!-- wp:igny8/faq --><div class=\"wp-block-igny8-faq\">{$details}</div><!-- /wp:igny8/faq -->", $answer ),
			'ours in a group'    => array( "<!-- wp:group --><div class=\"wp-block-group\"><!-- wp:igny8/faq --><div>{$details}</div><!-- /wp:igny8/faq --></div><!-- /wp:group -->", $answer ),
			'seopress 2'         => array( "<!-- wp:wpseopress/faq-block-v2 {\"schema\":{}} --><div>{$details}</div><!-- /wp:wpseopress/faq-block-v2 -->", $answer ),
			'plain details'      => array( $details, array() ),
			'said to be'         => array( $details, $answer, array( 'faq_details' => true ) ),
			'yoast'              => array( sprintf( $yoast, '<div class="schema-faq">Q1 A1</div>' ), array( array( 'Q1 & co', 'A1 more' ) ) ),
			'yoast, not shown'   => array( sprintf( $yoast, '' ), array() ),
			'rank math'          => array( '<!-- wp:rank-math/faq-block {"questions":[{"id":"a","title":"Q1","content":"\u003cp\u003eA1\u003c/p\u003e","visible":true},{"id":"b","title":"Q2","content":"A2","visible":false}]} --><div class="wp-block-rank-math-faq-block">Q1 A1</div><!-- /wp:rank-math/faq-block -->', array( array( 'Q1', 'A1' ) ) ),
			'seopress 1'         => array( '<!-- wp:wpseopress/faq-block {"faqs":[{"question":"Q1","answer":"A1","image":""}]} --><p>Q1 A1</p><!-- /wp:wpseopress/faq-block -->', array( array( 'Q1', 'A1' ) ) ),
			'aioseo'             => array( '<!-- wp:aioseo/faq {"question":"Q1","answer":"A1"} --><div>Q1 A1</div><!-- /wp:aioseo/faq --><!-- wp:aioseo/faq {"question":"Q2","answer":"A2","hidden":true} --><div>x</div><!-- /wp:aioseo/faq -->', array( array( 'Q1', 'A1' ) ) ),
			'not even texts'     => array( '<!-- wp:igny8/review {"item":[],"rating":[],"summary":{}} --><p>x</p><!-- /wp:igny8/review --><!-- wp:igny8/how-to {"title":[],"description":{},"minutes":"x"} --><p>x</p><!-- /wp:igny8/how-to -->', array() ),
			'broken attributes'  => array( '<!-- wp:rank-math/faq-block {"questions":"no"} --><p>x</p><!-- /wp:rank-math/faq-block --><!-- wp:yoast/faq-block {"questions":[7,{"jsonQuestion":[]}]} --><p>x</p><!-- /wp:yoast/faq-block -->', array() ),
			'without an answer'  => array( '<!-- wp:igny8/faq --><div><!-- wp:details --><details><summary>Q?</summary></details><!-- /wp:details --></div><!-- /wp:igny8/faq -->', array() ),
		);
	}

	public function test_steps_with_time_supplies_and_images(): void {
		$step  = '<!-- wp:igny8/how-to-step --><li class="wp-block-igny8-how-to-step"><strong class="wp-block-igny8-how-to-step__title">Turn it <em>off</em></strong><div><!-- wp:paragraph --><p>At the valve.</p><!-- /wp:paragraph --><!-- wp:image --><figure class="wp-block-image"><img src="https://example.org/a.jpg?x=1&amp;y=2" alt=""/></figure><!-- /wp:image --></div></li><!-- /wp:igny8/how-to-step -->';
		$howto = $this->node( $this->graph( '<!-- wp:igny8/how-to {"description":"A <b>tap</b>","hours":1,"minutes":30,"timeText":"x","supplies":["Washer"],"tools":["Wrench",""]} --><div class="wp-block-igny8-how-to"><p>A tap</p><ol>' . $step . '</ol></div><!-- /wp:igny8/how-to -->' ), 'HowTo' );
		$this->assertSame( array( 'A tap', 'PT1H30M', 'Washer' ), array( $howto['description'], $howto['totalTime'], $howto['supply'][0]['name'] ) );
		$this->assertCount( 1, $howto['tool'] );
		$this->assertSame( array( 'Turn it off', 'At the valve.', 'https://example.org/a.jpg?x=1&y=2' ), array( $howto['step'][0]['name'], $howto['step'][0]['text'], $howto['step'][0]['image']['url'] ) );
		$yoast = $this->node( $this->graph( '<!-- wp:yoast/how-to-block {"hasDuration":true,"days":"1","hours":"","minutes":"5","jsonDescription":"D","steps":[{"id":"s1","name":["N"],"text":["T"],"jsonName":"N","jsonText":"T"},{"id":"s2","jsonName":"Only a name","jsonText":""}]} --><div>N T</div><!-- /wp:yoast/how-to-block -->' ), 'HowTo' );
		$this->assertSame( array( 'P1DT5M', array( 'T', 'Only a name' ) ), array( $yoast['totalTime'], array_column( $yoast['step'], 'text' ) ) );
		$rank = $this->node( $this->graph( '<!-- wp:rank-math/howto-block {"hasDuration":false,"minutes":"9","description":"D","steps":[{"id":"1","title":"N","content":"T","visible":true},{"id":"2","title":"X","content":"Y","visible":false}]} --><div>N T</div><!-- /wp:rank-math/howto-block -->' ), 'HowTo' );
		$this->assertArrayNotHasKey( 'totalTime', $rank );
		$this->assertCount( 1, $rank['step'] );
	}

	public function test_a_review_says_the_rating_that_the_block_shows(): void {
		$graph  = $this->graph( '<!-- wp:igny8/review {"item":"Kettle \u0026amp; lid","itemType":"Product","rating":4.5,"ratingText":"Rated 4.5 out of 5","summary":"Good.","pros":"Fast\nQuiet","cons":"Heavy"} --><div class="wp-block-igny8-review"><p>Kettle &amp; lid</p><p>Rated 4.5 out of 5</p></div><!-- /wp:igny8/review -->' );
		$review = $this->node( $graph, 'Review' );
		$this->assertSame( array( 'Kettle & lid', 4.5, array( 'Fast', 'Quiet' ) ), array( $review['itemReviewed']['name'], $review['reviewRating']['ratingValue'], array_column( $review['positiveNotes']['itemListElement'], 'name' ) ) );
		$this->assertSame( array(), array_filter( ( new Checker() )->check( $graph ), static fn( $message ) => 'error' === $message['level'] ) );
		$this->assertSame( array(), $this->node( $this->graph( '<!-- wp:igny8/review {"item":"Kettle"} --><div><p>Kettle</p></div><!-- /wp:igny8/review -->' ), 'Review' ), 'Nothing without a rating.' );
	}

	public function test_videos_are_found_at_saving_asked_once_in_the_background_and_known_on_the_page(): void {
		$asked = array();
		add_filter( 'pre_http_request', function ( $answer, $args, $url ) use ( &$asked ) {
			$asked[] = $url;
			$bodies  = array(
				'vimeo.com/api'       => '{"title":"A film","description":"About","thumbnail_url":"https://i.vimeocdn.com/1.jpg","upload_date":"2024-05-06 07:08:09","duration":3725}',
				'youtube.com/oembed'  => '{"title":"A <b>clip</b>"}',
				'youtube.com/watch'   => '<meta itemprop="uploadDate" content="2023-01-02T03:04:05-08:00"><meta itemprop="duration" content="PT4M13S">',
			);
			foreach ( $bodies as $part => $body ) {
				if ( str_contains( $url, $part ) ) {
					return array( 'response' => array( 'code' => 200 ), 'body' => $body, 'headers' => array() );
				}
			}
			return new \WP_Error( 'no', 'no' );
		}, 10, 3 );
		$content = '<!-- wp:embed {"url":"https://www.youtube.com/watch?v=abcdefghijk\u0026t=1","type":"video","providerNameSlug":"youtube"} --><figure>https://www.youtube.com/watch?v=abcdefghijk&amp;t=1</figure><!-- /wp:embed --><!-- wp:embed {"url":"https://vimeo.com/76979871"} --><figure>https://vimeo.com/76979871</figure><!-- /wp:embed --><!-- wp:embed {"url":"https://example.org/v"} /-->';
		$post    = $this->post( $content );
		$this->assertSame( array(), $asked, 'Saving asks nobody.' );
		$this->assertNotFalse( wp_next_scheduled( Module::FETCH_VIDEOS, array( $post->ID ) ) );
		$this->assertSame( array(), $this->node( $this->of( $post ), 'VideoObject' ), 'No date, no claim.' );
		$found = $this->plugin()->module( 'schema' )->check( Subject::post( $post ), array( 'videos' => array( 'https://vimeo.com/76979871' => array( 'name' => 'Mine', 'thumbnail' => 'https://example.org/t.jpg', 'uploaded' => '2020-01-01' ) ) ) );
		$this->assertSame( 'Mine', $this->node( $found['graph'], 'VideoObject' )['name'], 'What the owner knows.' );
		do_action( Module::FETCH_VIDEOS, $post->ID );
		$videos = array_values( array_filter( $this->of( $post ), static fn( $node ) => 'VideoObject' === $node['@type'] ) );
		$this->assertSame( array( 'A clip', 'A film' ), array_column( $videos, 'name' ) );
		$this->assertSame( array( '2023-01-02T03:04:05-08:00', '2024-05-06' ), array_column( $videos, 'uploadDate' ) );
		$this->assertSame( array( 'PT4M13S', 'PT1H2M5S' ), array_column( $videos, 'duration' ) );
		$count = count( $asked );
		do_action( Module::FETCH_VIDEOS, $post->ID );
		$this->assertCount( $count, $asked, 'Each is asked once.' );
		wp_update_post( array( 'ID' => $post->ID, 'post_content' => 'No video any more.' ) );
		$this->assertSame( '', get_post_meta( $post->ID, VideoFacts::META, true ) );
	}

	public function test_a_silent_site_is_left_in_peace_and_may_be_switched_off(): void {
		$asked = 0;
		add_filter( 'pre_http_request', static function () use ( &$asked ) {
			++$asked;
			return new \WP_Error( 'away', 'away' );
		} );
		$post = $this->post( "https://youtu.be/abcdefghijk\n\nText" );
		do_action( Module::FETCH_VIDEOS, $post->ID );
		do_action( Module::FETCH_VIDEOS, $post->ID );
		$this->assertSame( 2, $asked, 'Title and page, once.' );
		update_post_meta( $post->ID, VideoFacts::META, array( array( 'name' => 'N', 'uploaded' => '2020-01-01' ) + VideoFacts::stored( $post->ID )[0] ) );
		$this->assertSame( 'N', $this->node( $this->of( $post ), 'VideoObject' )['name'], 'In classic content too.' );
		$this->plugin()->settings()->set( 'schema', array( 'videos' => false ) );
		$other = $this->post( 'https://vimeo.com/1234' );
		$this->assertFalse( wp_next_scheduled( Module::FETCH_VIDEOS, array( $other->ID ) ) );
		$this->assertSame( 'vimeo', VideoFacts::stored( $other->ID )[0]['provider'] );
	}

	public function test_posts_from_before_are_swept_in_steps(): void {
		global $wpdb;
		$post = $this->post( 'Text' );
		$wpdb->update( $wpdb->posts, array( 'post_content' => "https://vimeo.com/1234\n" ), array( 'ID' => $post->ID ) );
		clean_post_cache( $post->ID );
		$this->plugin()->settings()->set( 'schema', array( 'videos' => false ) );
		$found = 0;
		do {
			$step   = $this->call( 'schema.read_videos' );
			$found += $step['videos_found'];
		} while ( $step['remaining'] > 0 );
		$this->assertSame( 1, $found );
	}

	private function post( string $content ): \WP_Post {
		$author = get_current_user_id() ?: $this->log_in( 'administrator' );
		kses_remove_filters();
		return get_post( wp_insert_post( wp_slash( array( 'post_title' => 'A title', 'post_content' => $content, 'post_status' => 'publish', 'post_author' => $author ) ) ) );
	}

	/**
	 * @param array<string, mixed> $choices
	 * @return list<array<string, mixed>>
	 */
	private function graph( string $content, array $choices = array() ): array {
		return $this->plugin()->module( 'schema' )->graph( Subject::post( $this->post( $content ) ), $choices );
	}

	/**
	 * @return list<array<string, mixed>>
	 */
	private function of( \WP_Post $post ): array {
		return $this->plugin()->module( 'schema' )->graph( Subject::post( $post ) );
	}

	/**
	 * @param list<array<string, mixed>> $graph
	 * @return array<string, mixed>
	 */
	private function node( array $graph, string $type ): array {
		return array_column( $graph, null, '@type' )[ $type ] ?? array();
	}
}
