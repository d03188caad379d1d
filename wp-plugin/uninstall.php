<?php
/**
 * Removes what the plugin keeps when it is deleted: only if the owner asked for that in the settings.
 *
 * @package Igny8
 */

namespace Igny8;

if ( ! defined( 'WP_UNINSTALL_PLUGIN' ) ) {
	exit;
}

if ( ! defined( 'Igny8\FILE' ) ) {
	require __DIR__ . '/igny8.php';
}

( new Uninstall( Plugin::instance() ) )->run();
