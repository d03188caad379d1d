<?php
/**
 * One browser tab of RaceTest: waits for the moment named, starts a job like all the others do, prints its id.
 *
 * `php press.php <unix time>`; the site is the one in IGNY8_TEST_WP.
 *
 * @package Igny8
 */

require __DIR__ . '/bootstrap.php';

\Igny8\Tests\EchoModule::declare_contract();
new \Igny8\Tests\FakeEngine( false );
$module    = new \Igny8\Tests\EchoModule( \Igny8\Plugin::instance() );
$operation = $module->operations()[0];
( new ReflectionProperty( \Igny8\Plugin::class, 'modules' ) )->setValue( \Igny8\Plugin::instance(), \Igny8\Plugin::instance()->modules() + array( 'echo' => $module ) );

time_sleep_until( (float) $argv[1] );
$job = \Igny8\Plugin::instance()->call( $operation, array( 'text' => 'race' ) );
echo is_wp_error( $job ) ? $job->get_error_message() : "job {$job['id']}";
