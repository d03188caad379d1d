<?php
/**
 * Every operation is an ability with the same right and the same check of its input.
 *
 * @package Igny8
 */

namespace Igny8\Tests\Core;

use Igny8\Tests\TestCase;

final class AbilitiesTest extends TestCase {

	public function test_every_operation_is_an_ability(): void {
		foreach ( $this->plugin()->operations() as $operation ) {
			$ability = wp_get_ability( "igny8/{$operation->module}-{$operation->verb}" );
			$this->assertNotNull( $ability, $operation->name );
			$this->assertSame( $operation->is_readonly, $ability->get_meta()['annotations']['readonly'] );
			$this->assertSame( 'igny8', $ability->get_category() );
		}
	}

	public function test_an_ability_needs_the_operations_right(): void {
		$ability = wp_get_ability( 'igny8/engine-modules' );
		$this->log_in( 'editor' );
		$this->assertTrue( is_wp_error( $ability->execute( array() ) ) );
		$this->log_in( 'administrator' );
		$this->assertCount( 14, $ability->execute( array() )['modules'] );
	}

	public function test_an_ability_is_reachable_over_rest_without_input(): void {
		$this->log_in( 'administrator' );
		$answer = rest_do_request( new \WP_REST_Request( 'GET', '/wp-abilities/v1/abilities/igny8/engine-modules/run' ) );
		$this->assertSame( 200, $answer->get_status(), wp_json_encode( $answer->get_data() ) );
	}

	public function test_wrong_input_is_refused(): void {
		$this->log_in( 'administrator' );
		$this->assertTrue( is_wp_error( wp_get_ability( 'igny8/engine-jobs' )->execute( array( 'page' => 'x' ) ) ) );
		$this->assertTrue( is_wp_error( wp_get_ability( 'igny8/engine-jobs' )->execute( array( 'colour' => 'red' ) ) ) );
	}
}
