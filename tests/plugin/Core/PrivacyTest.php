<?php
/**
 * WordPress' privacy tools hand out and erase what an author's account carries, and nothing else is kept of people.
 *
 * @package Igny8
 */

namespace Igny8\Tests\Core;

use Igny8\Privacy;
use Igny8\Seo\Fields;
use Igny8\Seo\Subject;
use Igny8\Tests\TestCase;

final class PrivacyTest extends TestCase {

	public function test_an_author_can_have_and_erase_what_is_kept(): void {
		$user_id = $this->log_in();
		$email   = get_userdata( $user_id )->user_email;
		$privacy = new Privacy();
		$this->assertSame( array(), $privacy->export( $email )['data'] );
		Fields::write( Subject::author( $user_id ), array( 'title' => 'All by Ada', 'robots' => 'noindex' ) );
		$data = $privacy->export( $email );
		$this->assertTrue( $data['done'] );
		$this->assertContains( 'All by Ada', array_column( $data['data'][0]['data'], 'value' ) );
		$this->assertTrue( $privacy->erase( $email )['items_removed'] );
		$this->assertSame( '', Fields::read( Subject::author( $user_id ) )['title'] );
		$this->assertFalse( $privacy->erase( $email )['items_removed'] );
		$this->assertSame( array(), $privacy->export( 'nobody@example.com' )['data'] );
	}
}
