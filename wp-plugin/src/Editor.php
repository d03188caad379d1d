<?php
/**
 * Loads the sidebar of `editor/` and our blocks into the block editor.
 *
 * @package Igny8
 */

namespace Igny8;

/**
 * Only in wp-admin, for posts that visitors can see and users who may edit SEO values.
 */
final class Editor {

	private const HANDLE = 'igny8-editor';

	public function __construct( private readonly Plugin $plugin ) {}

	public function boot(): void {
		add_action( 'enqueue_block_editor_assets', array( $this, 'on_enqueue_block_editor_assets' ) );
	}

	public function on_enqueue_block_editor_assets(): void {
		$post_type  = get_current_screen()?->post_type ?? '';
		$asset_file = dirname( FILE ) . '/build/editor.asset.php';
		if ( ! is_post_type_viewable( $post_type ) || ! current_user_can( Capabilities::EDIT_SEO ) || ! is_file( $asset_file ) ) {
			return;
		}
		$asset = require $asset_file;
		wp_enqueue_script( self::HANDLE, plugins_url( 'build/editor.js', FILE ), $asset['dependencies'], $asset['version'], array( 'in_footer' => true ) );
		wp_set_script_translations( self::HANDLE, 'igny8' );
		wp_add_inline_script( self::HANDLE, 'window.igny8Editor = ' . wp_json_encode( $this->data(), JSON_HEX_TAG | JSON_UNESCAPED_SLASHES ) . ';', 'before' );
		if ( is_file( dirname( FILE ) . '/build/editor.css' ) ) {
			wp_enqueue_style( self::HANDLE, plugins_url( 'build/editor.css', FILE ), array( 'wp-components' ), $asset['version'] );
			wp_style_add_data( self::HANDLE, 'rtl', 'replace' );
		}
	}

	/**
	 * What the panels know before their first request: of the plugin, and what modules add by the filter.
	 *
	 * @return array<string, mixed>
	 */
	private function data(): array {
		$data = array(
			'modules'    => array_keys( $this->plugin->modules() ),
			'siteLocale' => get_locale(),
			'siteName'   => html_entity_decode( get_bloginfo( 'name' ), ENT_QUOTES, 'UTF-8' ),
			'siteUrl'    => home_url( '/' ),
			'adminUrl'   => admin_url(),
			'canManage'  => current_user_can( Capabilities::MANAGE_SEO ),
		);
		/**
		 * What the panels of the block editor know before their first request.
		 *
		 * @param array<string, mixed> $data
		 */
		return apply_filters( 'igny8/editor/data', $data );
	}
}
