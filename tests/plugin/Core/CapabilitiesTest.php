<?php
/**
 * Our rights are handed out once: what an owner takes away stays away, what an update brings arrives, deletion leaves none.
 *
 * @package Igny8
 */

namespace Igny8\Tests\Core;

use Igny8\Capabilities;
use Igny8\Tests\TestCase;

final class CapabilitiesTest extends TestCase {

	protected function setUp(): void {
		parent::setUp();
		Capabilities::uninstall();
		delete_option( Capabilities::OPTION );
		Capabilities::install();
	}

	public function test_each_role_gets_what_the_list_says(): void {
		foreach ( Capabilities::DEFAULTS as $capability => $roles ) {
			foreach ( array_keys( wp_roles()->roles ) as $role ) {
				$this->assertSame( in_array( $role, $roles, true ), get_role( $role )->has_cap( $capability ), "{$role} {$capability}" );
			}
		}
	}

	public function test_what_the_owner_changed_survives_an_update(): void {
		get_role( 'author' )->remove_cap( Capabilities::EDIT_SEO );
		get_role( 'subscriber' )->add_cap( Capabilities::MANAGE_REDIRECTS );
		Capabilities::install();
		$this->assertFalse( get_role( 'author' )->has_cap( Capabilities::EDIT_SEO ) );
		$this->assertTrue( get_role( 'subscriber' )->has_cap( Capabilities::MANAGE_REDIRECTS ) );
	}

	public function test_a_right_that_an_update_brings_is_handed_out(): void {
		update_option( Capabilities::OPTION, array( Capabilities::EDIT_SEO, Capabilities::MANAGE_SEO ), false ); // As an older version left it.
		get_role( 'editor' )->remove_cap( Capabilities::MANAGE_REDIRECTS );
		get_role( 'author' )->remove_cap( Capabilities::EDIT_SEO );
		Capabilities::install();
		$this->assertTrue( get_role( 'editor' )->has_cap( Capabilities::MANAGE_REDIRECTS ) );
		$this->assertFalse( get_role( 'author' )->has_cap( Capabilities::EDIT_SEO ) );
	}

	public function test_deletion_takes_all_of_them_from_all_roles(): void {
		add_role( 'bookkeeper', 'Bookkeeper', array( Capabilities::MANAGE_SEO => true ) );
		Capabilities::uninstall();
		foreach ( wp_roles()->roles as $role ) {
			$this->assertSame( array(), array_intersect_key( $role['capabilities'], Capabilities::DEFAULTS ) );
		}
	}
}
