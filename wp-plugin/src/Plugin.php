<?php
/**
 * The composition root: which modules there are, which are on, and the services they share.
 *
 * @package Igny8
 */

namespace Igny8;

/**
 * One instance per request. Services are made on first use, so that a visitor's page view pays for none of them.
 */
final class Plugin {

	/**
	 * Every module of the product, in menu order. Null: not built yet, and so absent from every screen.
	 *
	 * @var array<string, class-string<Module>|null>
	 */
	public const MODULES = array(
		'engine'       => Modules\Engine\Module::class,
		'blueprint'    => Modules\Blueprint\Module::class,
		'structure'    => Modules\Structure\Module::class,
		'content'      => Modules\Content\Module::class,
		'linker'       => Modules\Linker\Module::class,
		'seo-meta'     => null,
		'schema'       => null,
		'sitemap'      => null,
		'redirects'    => null,
		'intelligence' => null,
		'socializer'   => null,
		'analytics'    => null,
		'smtp'         => null,
		'import'       => null,
	);

	private static ?self $instance = null;

	/**
	 * Enabled modules, in the order of MODULES.
	 *
	 * @var array<string, Module>
	 */
	private array $modules = array();

	private ?Database $database = null;
	private ?Settings $settings = null;
	private ?Engine $engine     = null;
	private ?Jobs $jobs         = null;

	public static function instance(): self {
		return self::$instance ??= new self();
	}

	/**
	 * Hooks everything up. Called once, when the plugin file is read; queries nothing.
	 */
	public function boot(): void {
		register_activation_hook( FILE, array( $this, 'on_activation' ) );
		register_deactivation_hook( FILE, array( $this, 'on_deactivation' ) );
		add_action( 'plugins_loaded', array( $this, 'on_plugins_loaded' ) );
	}

	/**
	 * Makes the enabled modules and opens the doors this request can use.
	 */
	public function on_plugins_loaded(): void {
		foreach ( $this->settings()->enabled_modules() as $slug ) {
			$class                  = self::MODULES[ $slug ];
			$this->modules[ $slug ] = new $class( $this );
		}
		foreach ( $this->modules as $module ) {
			$module->boot();
			add_action( 'init', array( $module, 'register' ) );
		}
		( new Rest( $this ) )->boot();
		( new Abilities( $this ) )->boot();
		if ( is_admin() ) {
			( new Admin( $this ) )->boot();
			add_action( 'admin_init', array( $this->database(), 'upgrade' ) );
		}
		if ( defined( 'WP_CLI' ) && \WP_CLI ) {
			( new Cli( $this ) )->boot();
			add_action( 'init', array( $this->database(), 'upgrade' ), 1 );
		}
	}

	/**
	 * Creates tables and lets each module prepare; on a network activation, on every site.
	 */
	public function on_activation( bool $is_network_wide = false ): void {
		$this->on_plugins_loaded_late();
		$this->each_site(
			$is_network_wide,
			function (): void {
				$this->database()->upgrade();
				array_map( static fn( Module $module ) => $module->activate(), $this->modules );
			}
		);
	}

	/**
	 * Stops what runs by itself. Keeps all data: uninstall.php decides about that.
	 */
	public function on_deactivation( bool $is_network_wide = false ): void {
		$this->each_site(
			$is_network_wide,
			fn() => array_map( static fn( Module $module ) => $module->deactivate(), $this->modules )
		);
	}

	/**
	 * Enabled modules by slug.
	 *
	 * @return array<string, Module>
	 */
	public function modules(): array {
		return $this->modules;
	}

	/**
	 * One enabled module, or null when it is off: callers decide what to do without it.
	 */
	public function module( string $slug ): ?Module {
		return $this->modules[ $slug ] ?? null;
	}

	/**
	 * Every operation of the enabled modules by name. Built on demand: front-end requests never call it.
	 *
	 * @return array<string, Operation>
	 */
	public function operations(): array {
		$operations = array();
		foreach ( $this->modules as $module ) {
			foreach ( $module->operations() as $operation ) {
				$operations[ $operation->name ] = $operation;
			}
		}
		return $operations;
	}

	public function database(): Database {
		return $this->database ??= new Database( $this );
	}

	public function settings(): Settings {
		return $this->settings ??= new Settings();
	}

	/**
	 * The HTTP client of the engine. Only Jobs and the engine module call it.
	 */
	public function engine(): Engine {
		return $this->engine ??= new Engine( $this->settings() );
	}

	public function jobs(): Jobs {
		return $this->jobs ??= new Jobs( $this );
	}

	/**
	 * The activation request loads the plugin after `plugins_loaded` has fired.
	 */
	private function on_plugins_loaded_late(): void {
		if ( did_action( 'plugins_loaded' ) && array() === $this->modules ) {
			$this->on_plugins_loaded();
			array_map( static fn( Module $module ) => $module->register(), $this->modules );
		}
	}

	private function each_site( bool $is_network_wide, callable $callback ): void {
		if ( ! $is_network_wide || ! is_multisite() ) {
			$callback();
			return;
		}
		foreach ( get_sites( array( 'fields' => 'ids', 'number' => 0 ) ) as $site_id ) {
			switch_to_blog( $site_id );
			$callback();
			restore_current_blog();
		}
	}
}
