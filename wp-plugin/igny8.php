<?php
/**
 * Plugin Name:       IGNY8
 * Description:       Structure-first SEO: designs your whole site from your trade, creates its pages and links them together.
 * Version:           0.2.0
 * Requires at least: 6.9
 * Requires PHP:      8.1
 * License:           GPL-2.0-or-later
 * License URI:       https://www.gnu.org/licenses/gpl-2.0.html
 * Text Domain:       igny8
 *
 * @package Igny8
 */

namespace Igny8;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

const VERSION = '0.2.0';
const FILE    = __FILE__;

require __DIR__ . '/src/autoload.php';

Plugin::instance()->boot();
