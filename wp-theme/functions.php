<?php
/**
 * What a block theme cannot say in theme.json: styles of the blocks the plugin arranges, loaded with those blocks only.
 *
 * @package Igny8Theme
 */

add_action(
	'init',
	static function (): void {
		foreach ( array( 'group', 'post-content', 'post-template', 'table', 'term-description' ) as $igny8_theme_block ) {
			$igny8_theme_file = get_theme_file_path( "assets/blocks/{$igny8_theme_block}.css" );
			wp_enqueue_block_style(
				"core/{$igny8_theme_block}",
				array(
					'handle' => "igny8-theme-{$igny8_theme_block}",
					'src'    => get_theme_file_uri( "assets/blocks/{$igny8_theme_block}.css" ),
					'path'   => $igny8_theme_file, // Small: WordPress prints it in the page instead of fetching it.
					'ver'    => wp_get_theme()->get( 'Version' ),
				)
			);
		}
	}
);
add_action( 'after_setup_theme', static fn() => add_editor_style( array( 'assets/blocks/group.css', 'assets/blocks/table.css' ) ) );
