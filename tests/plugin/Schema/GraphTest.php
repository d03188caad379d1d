<?php
/**
 * The graph of every kind of page: one, connected, without anything empty or unshown.
 *
 * @package Igny8
 */

namespace Igny8\Tests\Schema;

use Igny8\Seo\Subject;
use Igny8\Tests\TestCase;

final class GraphTest extends TestCase {

	public function test_a_post_says_who_wrote_it_and_where_it_stands(): void {
		$user_id = $this->log_in( 'author' );
		$post_id = wp_insert_post( array( 'post_title' => 'Dogs & cats </script>', 'post_content' => 'Text', 'post_status' => 'publish', 'post_author' => $user_id ) );
		$graph   = $this->plugin()->module( 'schema' )->graph( Subject::post( get_post( $post_id ) ) );
		$this->assertSame( array( 'WebSite', 'Organization', 'WebPage', 'BreadcrumbList', 'Person', 'BlogPosting' ), array_column( $graph, '@type' ) );
	}
}
