<?php
/**
 * Show and change which roles may do what in IGNY8.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Engine;

use Igny8\Capabilities;
use Igny8\Operation;

/**
 * Only our own capabilities are changed. Administrators keep theirs, so nobody can lock the site's owners out.
 */
final class RoleOperations {

	private const FIXED = 'administrator';

	/**
	 * @return list<Operation>
	 */
	public function all(): array {
		return array( $this->roles_operation(), $this->save_roles_operation() );
	}

	private function roles_operation(): Operation {
		return new Operation(
			name: 'engine.roles',
			label: __( 'List roles', 'igny8' ),
			description: __( 'Every role of this site, and which rights of IGNY8 it has.', 'igny8' ),
			capability: 'manage_options',
			input: array( 'type' => 'object', 'properties' => array() ),
			output: self::schema(),
			run: static fn() => self::roles(),
			is_readonly: true,
			rows: 'roles',
			columns: array( 'role', 'name', ...array_keys( Capabilities::DEFAULTS ) ),
		);
	}

	private function save_roles_operation(): Operation {
		return new Operation(
			name: 'engine.save_role',
			label: __( 'Change the rights of a role', 'igny8' ),
			description: __( 'Gives exactly these rights of IGNY8 to a role; its other rights stay. Administrators keep all of them.', 'igny8' ),
			capability: 'manage_options',
			input: array(
				'type'       => 'object',
				'properties' => array(
					'role'         => array( 'type' => 'string', 'minLength' => 1, 'description' => __( 'Slug of the role.', 'igny8' ) ),
					'capabilities' => array(
						'type'        => 'array',
						'items'       => array( 'type' => 'string', 'enum' => array_keys( Capabilities::DEFAULTS ) ),
						'uniqueItems' => true,
						'description' => __( 'The rights it has afterwards.', 'igny8' ),
					),
				),
				'required'   => array( 'role', 'capabilities' ),
			),
			output: self::schema(),
			run: static fn( array $input ) => self::save( $input['role'], $input['capabilities'] ),
			positional: array( 'role' ),
			rows: 'roles',
			columns: array( 'role', 'name', ...array_keys( Capabilities::DEFAULTS ) ),
		);
	}

	/**
	 * @param list<string> $wanted
	 * @return array<string, mixed>|\WP_Error
	 */
	private static function save( string $slug, array $wanted ): array|\WP_Error {
		$role = get_role( $slug );
		if ( null === $role ) {
			/* translators: %s: slug of a role. */
			return new \WP_Error( 'role_unknown', sprintf( __( 'This site has no role %s.', 'igny8' ), $slug ), array( 'status' => 404 ) );
		}
		if ( self::FIXED === $slug && array_diff( array_keys( Capabilities::DEFAULTS ), $wanted ) ) {
			return new \WP_Error( 'role_fixed', __( 'Administrators keep all rights, so that somebody can always change them back.', 'igny8' ), array( 'status' => 400 ) );
		}
		foreach ( array_keys( Capabilities::DEFAULTS ) as $capability ) {
			$has = $role->has_cap( $capability );
			if ( in_array( $capability, $wanted, true ) ) {
				$has || $role->add_cap( $capability );
			} elseif ( $has ) {
				$role->remove_cap( $capability );
			}
		}
		return self::roles();
	}

	/**
	 * @return array{capabilities: list<array{name: string, label: string, description: string}>, roles: list<array<string, mixed>>}
	 */
	private static function roles(): array {
		$roles = array();
		foreach ( wp_roles()->roles as $slug => $role ) {
			$rights = array_map( static fn( string $capability ) => ! empty( $role['capabilities'][ $capability ] ), array_combine( array_keys( Capabilities::DEFAULTS ), array_keys( Capabilities::DEFAULTS ) ) );
			$roles[] = array( 'role' => (string) $slug, 'name' => translate_user_role( $role['name'] ), 'is_fixed' => self::FIXED === $slug ) + $rights;
		}
		return array( 'capabilities' => self::labels(), 'roles' => $roles );
	}

	/**
	 * @return list<array{name: string, label: string, description: string}>
	 */
	private static function labels(): array {
		return array(
			array( 'name' => Capabilities::EDIT_SEO, 'label' => __( 'Edit SEO values', 'igny8' ), 'description' => __( 'Titles, descriptions and schema of what the user may edit anyway.', 'igny8' ) ),
			array( 'name' => Capabilities::MANAGE_REDIRECTS, 'label' => __( 'Manage redirects', 'igny8' ), 'description' => __( 'Redirects, also those of single pages in their editor, and the log of missing pages.', 'igny8' ) ),
			array( 'name' => Capabilities::MANAGE_SEO, 'label' => __( 'Manage SEO', 'igny8' ), 'description' => __( 'Settings of titles, schema and sitemaps, the import, robots.txt.', 'igny8' ) ),
		);
	}

	/**
	 * @return array<string, mixed>
	 */
	private static function schema(): array {
		$string = array( 'type' => 'string' );
		$rights = array_map( static fn() => array( 'type' => 'boolean' ), Capabilities::DEFAULTS );
		return array(
			'type'       => 'object',
			'properties' => array(
				'capabilities' => array( 'type' => 'array', 'items' => array( 'type' => 'object', 'properties' => array( 'name' => $string, 'label' => $string, 'description' => $string ) ) ),
				'roles'        => array( 'type' => 'array', 'items' => array( 'type' => 'object', 'properties' => array( 'role' => $string, 'name' => $string, 'is_fixed' => array( 'type' => 'boolean' ) ) + $rights ) ),
			),
		);
	}
}
