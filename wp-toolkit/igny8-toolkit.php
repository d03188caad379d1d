<?php
/**
 * Plugin Name:       IGNY8 Toolkit
 * Description:       Performance, forms, security, mail and shop features, each independent and off until you switch it on.
 * Version:           0.1.0
 * Requires at least: 6.9
 * Requires PHP:      8.1
 * License:           GPL-2.0-or-later
 * License URI:       https://www.gnu.org/licenses/gpl-2.0.html
 * Text Domain:       igny8-toolkit
 *
 * @package Igny8\Toolkit
 */

namespace Igny8\Toolkit;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

spl_autoload_register(
	static function ( string $class_name ): void {
		if ( str_starts_with( $class_name, __NAMESPACE__ . '\\' ) ) {
			$file = __DIR__ . '/src/' . strtr( substr( $class_name, strlen( __NAMESPACE__ ) + 1 ), '\\', '/' ) . '.php';
			is_file( $file ) && require $file;
		}
	}
);

( new Toolkit() )->boot();
