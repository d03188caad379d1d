<?php
/**
 * Plugin Name: Local stack
 * Description: Keeps a local WordPress quiet without a network: no update checks, fast logins. Not part of the product.
 */

foreach ( array( 'core', 'plugins', 'themes' ) as $igny8_kind ) {
	add_filter(
		"pre_site_transient_update_{$igny8_kind}",
		static fn() => (object) array(
			'last_checked'    => time(),
			'updates'         => array(),
			'response'        => array(),
			'no_update'       => array(),
			'translations'    => array(),
			'version_checked' => wp_get_wp_version(),
		)
	);
}
add_filter( 'wp_hash_password_options', static fn( array $options ) => array( 'cost' => 4 ) + $options );
