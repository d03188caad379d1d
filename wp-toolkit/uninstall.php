<?php
/**
 * Forgets the switches when the owner deletes the toolkit. It keeps nothing else.
 *
 * @package Igny8\Toolkit
 */

if ( ! defined( 'WP_UNINSTALL_PLUGIN' ) ) {
	exit;
}

delete_option( 'igny8_toolkit_features' );
