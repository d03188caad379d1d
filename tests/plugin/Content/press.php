<?php
/**
 * One of several processes that write or publish at the same moment, for RaceTest.
 *
 * `php press.php <operation> <unix time>`; the site is the one in IGNY8_TEST_WP.
 *
 * @package Igny8
 */

require dirname( __DIR__ ) . '/bootstrap.php';

use Igny8\Plugin;

wp_set_current_user( (int) get_users( array( 'role' => 'administrator', 'number' => 1, 'fields' => 'ID' ) )[0] );
$documents = json_decode( (string) file_get_contents( dirname( __DIR__ ) . '/fixtures/documents.json' ), true );
$engine    = new \Igny8\Tests\FakeEngine( false );
foreach ( array( 'writing.compose', 'writing.brief' ) as $operation ) {
	$engine->answer_inline( $operation, static fn( array $input ) => array( 'document' => $documents[ $input['page']['id'] ] ) );
}
time_sleep_until( (float) $argv[2] );
$done = 0;
for ( $call = 0; $call < 30; $call++ ) {
	$result = Plugin::instance()->call( Plugin::instance()->operations()[ $argv[1] ], array() );
	if ( is_wp_error( $result ) ) {
		exit( $result->get_error_message() ); // phpcs:ignore WordPress.Security.EscapeOutput -- Standard output of a test.
	}
	$done += $result['pages_drafted'] ?? $result['pages_published'];
	if ( 0 === $result['remaining'] ) {
		break;
	}
}
echo (int) $done;
