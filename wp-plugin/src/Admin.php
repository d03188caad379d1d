<?php
/**
 * The menu IGNY8 and the page that the React app of `admin/` fills.
 *
 * @package Igny8
 */

namespace Igny8;

/**
 * One bundle for all our screens, loaded on them only. A screen exists while its module is on.
 */
final class Admin {

	private const HANDLE = 'igny8-admin';

	private const ICON = 'dashicons-networking';

	private const WITH_MEDIA = array( 'settings', 'seo-meta' ); // Screens with fields for images, where the media library is loaded too.

	/**
	 * Hook suffixes of our screens → screen name.
	 *
	 * @var array<string, string>
	 */
	private array $screens = array();

	public function __construct( private readonly Plugin $plugin ) {}

	public function boot(): void {
		add_action( 'admin_menu', array( $this, 'on_admin_menu' ) );
		add_action( 'network_admin_menu', array( $this, 'on_network_admin_menu' ) );
		add_action( 'admin_enqueue_scripts', array( $this, 'on_admin_enqueue_scripts' ) );
		add_filter( 'plugin_action_links_' . plugin_basename( FILE ), array( $this, 'filter_plugin_action_links' ) );
	}

	public function on_admin_menu(): void {
		$this->screens[ add_menu_page( 'IGNY8', 'IGNY8', 'edit_others_posts', 'igny8', array( $this, 'render' ), self::ICON, 58 ) ] = 'dashboard';
		foreach ( $this->pages() as $screen => list( $label, $capability ) ) {
			$slug = 'dashboard' === $screen ? 'igny8' : "igny8-{$screen}";
			$hook = add_submenu_page( 'igny8', "{$label} ‹ IGNY8", $label, $capability, $slug, array( $this, 'render' ) );
			if ( false !== $hook ) {
				$this->screens[ $hook ] = $screen;
			}
		}
	}

	/**
	 * On a network: what its sites start from.
	 */
	public function on_network_admin_menu(): void {
		$this->screens[ add_menu_page( 'IGNY8', 'IGNY8', 'manage_network_options', 'igny8-network', array( $this, 'render' ), self::ICON, 58 ) ] = 'network';
	}

	/**
	 * @param string $hook_suffix Of the screen being shown.
	 */
	public function on_admin_enqueue_scripts( string $hook_suffix ): void {
		$asset_file = dirname( FILE ) . '/build/index.asset.php';
		if ( ! isset( $this->screens[ $hook_suffix ] ) || ! is_file( $asset_file ) ) {
			return;
		}
		$asset = require $asset_file;
		if ( in_array( $this->screens[ $hook_suffix ], self::WITH_MEDIA, true ) && current_user_can( 'upload_files' ) ) {
			wp_enqueue_media();
		}
		wp_enqueue_script( self::HANDLE, plugins_url( 'build/index.js', FILE ), $asset['dependencies'], $asset['version'], array( 'in_footer' => true ) );
		wp_set_script_translations( self::HANDLE, 'igny8' );
		wp_add_inline_script( self::HANDLE, 'window.igny8 = ' . wp_json_encode( $this->data( $this->screens[ $hook_suffix ] ), JSON_HEX_TAG | JSON_UNESCAPED_SLASHES ) . ';', 'before' );
		$style = is_file( dirname( FILE ) . '/build/style-index.css' ) ? 'build/style-index.css' : 'build/index.css';
		if ( is_file( dirname( FILE ) . "/{$style}" ) ) {
			wp_enqueue_style( self::HANDLE, plugins_url( $style, FILE ), array( 'wp-components' ), $asset['version'] );
			wp_style_add_data( self::HANDLE, 'rtl', 'replace' );
		}
	}

	/**
	 * The page of every screen: React fills the element, or a sentence says why it cannot.
	 */
	public function render(): void {
		if ( is_file( dirname( FILE ) . '/build/index.asset.php' ) ) {
			echo '<div id="igny8-admin"><noscript><p>' . esc_html__( 'These screens need JavaScript. Everything they do is also there as "wp igny8" in WP-CLI.', 'igny8' ) . '</p></noscript></div>';
			return;
		}
		echo '<div class="wrap"><h1>IGNY8</h1><p>' . esc_html__( 'The screens of this copy have not been built yet. Run "make setup" in its source folder, or install a released version.', 'igny8' ) . '</p></div>';
	}

	/**
	 * @param array<string, string> $links
	 * @return array<string, string>
	 */
	public function filter_plugin_action_links( array $links ): array {
		$link = sprintf( '<a href="%s">%s</a>', esc_url( admin_url( 'admin.php?page=igny8' ) ), esc_html__( 'Open', 'igny8' ) );
		return array( 'igny8' => $link ) + $links;
	}

	/**
	 * Screen → label, capability: the dashboard, whatever modules bring, the settings.
	 *
	 * @return array<string, array{string, string}>
	 */
	private function pages(): array {
		$pages = array( 'dashboard' => array( __( 'Dashboard', 'igny8' ), 'edit_others_posts' ) );
		foreach ( $this->plugin->modules() as $slug => $module ) {
			$screen = $module->screen();
			if ( null !== $screen ) {
				$pages[ $slug ] = array( $screen['label'], $screen['capability'] );
			}
		}
		return $pages + array( 'settings' => array( __( 'Settings', 'igny8' ), Capabilities::MANAGE_SEO ) );
	}

	/**
	 * What the app knows before its first request. Nonce and REST root come with wp-api-fetch.
	 *
	 * @return array<string, mixed>
	 */
	private function data( string $screen ): array {
		$urls = array( 'site' => home_url( '/' ), 'plugins' => admin_url( 'plugins.php' ) );
		foreach ( array_intersect( array_keys( $this->pages() ), $this->screens ) as $name ) {
			$urls[ $name ] = admin_url( 'admin.php?page=' . ( 'dashboard' === $name ? 'igny8' : "igny8-{$name}" ) );
		}
		$allowed = array_filter( $this->plugin->operations(), static fn( Operation $operation ) => current_user_can( $operation->capability ) );
		return array(
			'screen'     => $screen,
			'modules'    => array_keys( $this->plugin->modules() ),
			'operations' => array_keys( $allowed ),
			'urls'       => $urls,
			'locale'     => get_user_locale(),
			'siteLocale' => get_locale(),
			'siteName'   => html_entity_decode( get_bloginfo( 'name' ), ENT_QUOTES, 'UTF-8' ),
			'version'    => VERSION,
		);
	}
}
