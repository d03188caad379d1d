<?php
/**
 * Loads the panels of `editor/`: as a sidebar into the block editor, in place of plain fields into classic forms.
 *
 * @package Igny8
 */

namespace Igny8;

/**
 * Only in wp-admin, for what visitors can see and users who may edit SEO values. The site editor edits no post: there is
 * nothing of ours in it.
 */
final class Editor {

	public function __construct( private readonly Plugin $plugin ) {}

	public function boot(): void {
		add_action( 'enqueue_block_editor_assets', array( $this, 'on_enqueue_block_editor_assets' ) );
	}

	public function on_enqueue_block_editor_assets(): void {
		$post_type = get_current_screen()?->post_type ?? '';
		if ( is_post_type_viewable( $post_type ) && current_user_can( Capabilities::EDIT_SEO ) ) {
			$this->enqueue( 'editor', $post_type );
		}
	}

	/**
	 * Loads one of the two bundles. Whoever prints a form that it enhances calls it for `forms`.
	 *
	 * @param string $bundle    `editor` or `forms`.
	 * @param string $post_type Of the post being edited; '' for terms and users.
	 */
	public function enqueue( string $bundle, string $post_type = '' ): void {
		$asset_file = dirname( FILE ) . "/build/{$bundle}.asset.php";
		if ( ! is_file( $asset_file ) ) {
			return; // A copy that was never built: plain fields stay plain.
		}
		$handle = "igny8-{$bundle}";
		$asset  = require $asset_file;
		wp_enqueue_script( $handle, plugins_url( "build/{$bundle}.js", FILE ), $asset['dependencies'], $asset['version'], array( 'in_footer' => true ) );
		wp_set_script_translations( $handle, 'igny8' );
		wp_add_inline_script( $handle, 'window.igny8Editor = ' . wp_json_encode( $this->data( $post_type ), JSON_HEX_TAG | JSON_UNESCAPED_SLASHES ) . ';', 'before' );
		if ( is_file( dirname( FILE ) . "/build/{$bundle}.css" ) ) {
			wp_enqueue_style( $handle, plugins_url( "build/{$bundle}.css", FILE ), array( 'wp-components' ), $asset['version'] );
			wp_style_add_data( $handle, 'rtl', 'replace' );
		}
	}

	/**
	 * What the panels know before their first request: of the plugin, and what modules add by the filter.
	 *
	 * @return array<string, mixed>
	 */
	private function data( string $post_type ): array {
		$data = array(
			'modules'    => array_keys( $this->plugin->modules() ),
			'siteLocale' => get_locale(),
			'siteName'   => html_entity_decode( get_bloginfo( 'name' ), ENT_QUOTES, 'UTF-8' ),
			'siteUrl'    => home_url( '/' ),
			'siteIcon'   => get_site_icon_url( 64 ),
			'shortcodes' => array_keys( $GLOBALS['shortcode_tags'] ?? array() ),
			'taxonomies' => array_filter( array( $post_type => self::taxonomies( $post_type ) ) ),
			'adminUrl'   => admin_url(),
			'canManage'  => current_user_can( Capabilities::MANAGE_SEO ),
			'mayRedirect' => current_user_can( Capabilities::MANAGE_REDIRECTS ),
		);
		/**
		 * What the panels of the block editor know before their first request.
		 *
		 * @param array<string, mixed> $data
		 */
		return apply_filters( 'igny8/editor/data', $data );
	}

	/**
	 * The taxonomies of which a post can have a primary term.
	 *
	 * @return list<array{name: string, label: string, base: string, path: string}> `base` is its property in REST, `path` that of its terms.
	 */
	private static function taxonomies( string $post_type ): array {
		$found = array();
		foreach ( get_object_taxonomies( $post_type, 'objects' ) as $taxonomy ) {
			$path = rest_get_route_for_taxonomy_items( $taxonomy->name );
			if ( $taxonomy->hierarchical && is_taxonomy_viewable( $taxonomy ) && '' !== $path ) {
				$found[] = array(
					'name'  => $taxonomy->name,
					'label' => $taxonomy->labels->singular_name,
					'base'  => $taxonomy->rest_base ?: $taxonomy->name,
					'path'  => $path,
				);
			}
		}
		return $found;
	}
}
