<?php
/**
 * The rights IGNY8 adds to WordPress' own, and which roles get them to begin with.
 *
 * @package Igny8
 */

namespace Igny8;

/**
 * Real capabilities of real roles, so that role editors show and change them; Settings → Roles does too.
 */
final class Capabilities {

	public const MANAGE_SEO       = 'igny8_manage_seo';       // Settings of the SEO modules, import, robots.txt.
	public const EDIT_SEO         = 'igny8_edit_seo';         // Titles, descriptions, schema of what the user may edit anyway.
	public const MANAGE_REDIRECTS = 'igny8_manage_redirects'; // Redirects and the log of missing pages.

	/**
	 * Capability → roles that have it after installation.
	 *
	 * @var array<string, list<string>>
	 */
	public const DEFAULTS = array(
		self::MANAGE_SEO       => array( 'administrator' ),
		self::EDIT_SEO         => array( 'administrator', 'editor', 'author', 'contributor', 'shop_manager' ),
		self::MANAGE_REDIRECTS => array( 'administrator', 'editor' ),
	);

	/**
	 * The site remembers here which capabilities it has handed out: one that the owner took away stays away.
	 */
	public const OPTION = 'igny8_capabilities';

	/**
	 * Gives each capability to its roles, once per site and capability.
	 */
	public static function install(): void {
		$known = (array) get_option( self::OPTION, array() );
		$fresh = array_diff( array_keys( self::DEFAULTS ), $known );
		foreach ( $fresh as $capability ) {
			foreach ( self::DEFAULTS[ $capability ] as $role ) {
				get_role( $role )?->add_cap( $capability );
			}
		}
		array() === $fresh || update_option( self::OPTION, array_keys( self::DEFAULTS ), false );
	}

	/**
	 * Takes all of them from all roles: the plugin is being deleted.
	 */
	public static function uninstall(): void {
		foreach ( array_keys( wp_roles()->role_objects ) as $role ) {
			foreach ( array_keys( self::DEFAULTS ) as $capability ) {
				get_role( $role )->remove_cap( $capability );
			}
		}
	}

	/**
	 * Whether whoever is at work may: the user, or WP-CLI without `--user`, which owns the site.
	 *
	 * @param mixed ...$arguments Of a meta capability, such as a post's id.
	 */
	public static function may( string $capability, mixed ...$arguments ): bool {
		return ( defined( 'WP_CLI' ) && \WP_CLI && 0 === get_current_user_id() ) || current_user_can( $capability, ...$arguments );
	}
}
