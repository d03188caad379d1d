<?php
/**
 * Registers blocks of modules with the one script that draws them in the editor.
 *
 * @package Igny8
 */

namespace Igny8;

/**
 * A block stands in a folder with its block.json, which names the script `igny8-blocks`; wp-plugin/blocks/index.js lists the
 * editor's side of each. The script draws only blocks that are registered here, so a module that is off adds none.
 */
final class Blocks {

	public const HANDLE = 'igny8-blocks';

	public static function register( string ...$folders ): void {
		self::register_script();
		foreach ( $folders as $folder ) {
			$block = register_block_type( $folder );
			$block && wp_add_inline_script( self::HANDLE, '( window.igny8Blocks ??= [] ).push( ' . wp_json_encode( $block->name ) . ' );', 'before' );
		}
	}

	private static function register_script(): void {
		$file = dirname( FILE ) . '/build/blocks.asset.php';
		if ( wp_script_is( self::HANDLE, 'registered' ) || ! is_file( $file ) ) {
			return;
		}
		$asset = require $file;
		wp_register_script( self::HANDLE, plugins_url( 'build/blocks.js', FILE ), $asset['dependencies'], $asset['version'], array( 'in_footer' => true ) );
		wp_set_script_translations( self::HANDLE, 'igny8' );
		if ( is_file( dirname( FILE ) . '/build/blocks.css' ) ) {
			wp_register_style( self::HANDLE, plugins_url( 'build/blocks.css', FILE ), array(), $asset['version'] );
			wp_style_add_data( self::HANDLE, 'rtl', 'replace' );
		}
	}
}
