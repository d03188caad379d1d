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
		'seo-meta'     => Modules\SeoMeta\Module::class,
		'schema'       => Modules\Schema\Module::class,
		'sitemap'      => Modules\Sitemap\Module::class,
		'redirects'    => Modules\Redirects\Module::class,
		'intelligence' => null,
		'socializer'   => null,
		'analytics'    => null,
		'smtp'         => null,
		'import'       => Modules\Import\Module::class,
	);

	/**
	 * Cron event of Continuation::run(). Here, so that hooking it up does not load that class.
	 */
	public const CONTINUE_HOOK = 'igny8_continue';

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

	/**
	 * @var array<string, Operation>|null
	 */
	private ?array $operations = null;

	public static function instance(): self {
		return self::$instance ??= new self();
	}

	/**
	 * Hooks everything up. Called once, when the plugin file is read; queries nothing.
	 */
	public function boot(): void {
		register_activation_hook( FILE, fn( bool $is_network_wide = false ) => ( new Installation( $this ) )->activate( $is_network_wide ) );
		register_deactivation_hook( FILE, fn( bool $is_network_wide = false ) => ( new Installation( $this ) )->deactivate( $is_network_wide ) );
		add_action( 'plugins_loaded', array( $this, 'on_plugins_loaded' ) );
		if ( is_multisite() ) {
			add_action( 'wp_initialize_site', fn( \WP_Site $site ) => ( new Installation( $this ) )->on_new_site( $site ), 100 ); // After WordPress has made the site's own tables (10).
			add_filter( 'wpmu_drop_tables', fn( array $tables, int $site_id ) => ( new Installation( $this ) )->filter_wpmu_drop_tables( $tables, $site_id ), 10, 2 );
		}
	}

	/**
	 * Makes the enabled modules and opens the doors this request can use. A door's class is loaded when it is used.
	 */
	public function on_plugins_loaded(): void {
		foreach ( $this->settings()->enabled_modules() as $slug ) {
			$this->start_module( $slug );
		}
		add_action( 'rest_api_init', fn() => ( new Rest( $this ) )->register_routes() );
		add_action( 'wp_abilities_api_categories_init', fn() => ( new Abilities( $this ) )->register_category() );
		add_action( 'wp_abilities_api_init', fn() => ( new Abilities( $this ) )->register() );
		add_action( self::CONTINUE_HOOK, fn() => ( new Continuation( $this ) )->run() );
		add_filter( 'site_status_tests', fn( array $tests ) => ( new Health\SiteHealth( $this ) )->filter_site_status_tests( $tests ) );
		if ( is_admin() ) {
			add_filter( 'debug_information', fn( array $info ) => ( new Health\SiteHealth( $this ) )->filter_debug_information( $info ) );
			( new Privacy() )->boot();
			( new Admin( $this ) )->boot();
			( new Editor( $this ) )->boot();
			add_action( 'admin_init', fn() => ( new Installation( $this ) )->upgrade() );
		}
		if ( defined( 'WP_CLI' ) && \WP_CLI ) {
			( new Cli( $this ) )->boot();
			add_action( 'init', fn() => ( new Installation( $this ) )->upgrade(), 1 );
		}
	}

	/**
	 * The activation request loads the plugin after `plugins_loaded` has fired.
	 */
	public function on_plugins_loaded_late(): void {
		if ( did_action( 'plugins_loaded' ) && array() === $this->modules ) {
			$this->on_plugins_loaded();
			array_map( static fn( Module $module ) => $module->register(), $this->modules );
		}
	}

	/**
	 * Switches modules on and off, now and for the requests to come. Data of what is switched off stays.
	 *
	 * @param list<string> $enabled Slugs of built modules.
	 */
	public function switch_modules( array $enabled ): void {
		foreach ( array_diff( array_keys( $this->modules ), $enabled ) as $slug ) {
			$this->modules[ $slug ]->deactivate();
			unset( $this->modules[ $slug ] );
		}
		$added = array_values( array_diff( $enabled, array_keys( $this->modules ) ) );
		array_map( array( $this, 'start_module' ), $added );
		$this->settings()->set_enabled_modules( $enabled );
		$this->operations = null;
		$this->database()->upgrade();
		foreach ( $added as $slug ) {
			did_action( 'init' ) && $this->modules[ $slug ]->register();
			$this->modules[ $slug ]->activate();
		}
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
		if ( null === $this->operations ) {
			$this->operations = array();
			foreach ( $this->modules as $module ) {
				foreach ( $module->operations() as $operation ) {
					$this->operations[ $operation->name ] = $operation;
				}
			}
		}
		return $this->operations;
	}

	/**
	 * call() for doors: a table that refuses becomes an error like any other. A bug is an Error and stays one.
	 *
	 * @param array<string, mixed> $input
	 * @return array<string, mixed>|\WP_Error
	 */
	public function serve( Operation $operation, array $input ): array|\WP_Error {
		try {
			return $this->call( $operation, $input );
		} catch ( \RuntimeException $error ) {
			/* translators: %s: technical reason. */
			return new \WP_Error( 'operation_failed', sprintf( __( 'This site could not do it: %s', 'igny8' ), $error->getMessage() ), array( 'status' => 500 ) );
		}
	}

	/**
	 * Runs an operation, whichever door it came through. Doors have checked the user's right before.
	 *
	 * @param array<string, mixed> $input Raw: validated, sanitised and completed by the operation's schema here.
	 * @return array<string, mixed>|\WP_Error Its result; of an engine operation, the job.
	 */
	public function call( Operation $operation, array $input ): array|\WP_Error {
		$input = Contract::check( $input, $operation->input, 'input_invalid', __( 'The input is not right:', 'igny8' ) );
		if ( is_wp_error( $input ) ) {
			return $input;
		}
		if ( $operation->is_job() ) {
			return $this->jobs()->start( $operation, $input );
		}
		$result = ( $operation->run )( $input );
		if ( $operation->has_progress && is_array( $result ) ) {
			( new Continuation( $this ) )->plan( $operation, $input, (int) ( $result['remaining'] ?? 0 ) );
		}
		return $result;
	}

	public function database(): Database {
		return $this->database ??= new Database( $this );
	}

	public function settings(): Settings {
		return $this->settings ??= new Settings( $this );
	}

	/**
	 * The HTTP client of the engine. Only Jobs and the engine module call it.
	 */
	public function engine(): Engine {
		return $this->engine ??= new Engine();
	}

	public function jobs(): Jobs {
		return $this->jobs ??= new Jobs( $this );
	}

	private function start_module( string $slug ): void {
		$class_name             = self::MODULES[ $slug ];
		$module                 = new $class_name( $this );
		$this->modules[ $slug ] = $module;
		$this->modules          = array_intersect_key( array_merge( self::MODULES, $this->modules ), $this->modules );
		$module->boot();
		add_action( 'init', array( $module, 'register' ) );
	}
}
