<?php
/**
 * The contract of a module: a folder in `Modules/` and one line in `Plugin::MODULES`.
 *
 * @package Igny8
 */

namespace Igny8;

/**
 * Everything but slug and label has a default that does nothing. A disabled module is never constructed.
 */
abstract class Module {

	/**
	 * Whether a visitor's page view needs this module's settings. Then only what differs from the defaults is stored, and
	 * loaded with WordPress' other options: the budget of all modules together is 1 KB on a site with default settings.
	 */
	public const AUTOLOADS_SETTINGS = false;

	public function __construct( protected readonly Plugin $plugin ) {}

	abstract public function slug(): string;

	abstract public function label(): string;

	abstract public function description(): string;

	/**
	 * The tables this module owns; no other module reads or writes them.
	 *
	 * @return list<Table>
	 */
	public function tables(): array {
		return array();
	}

	/**
	 * Settings of this module as JSON schema properties; stored in the option `igny8_<slug>`.
	 *
	 * @return array<string, array<string, mixed>>
	 */
	public function settings(): array {
		return array();
	}

	/**
	 * Who may change these settings.
	 */
	public function settings_capability(): string {
		return 'manage_options';
	}

	/**
	 * Its entry in the menu and who sees it, when its `ui/` has a Screen: `array( 'label' => …, 'capability' => … )`.
	 *
	 * @return array{label: string, capability: string}|null
	 */
	public function screen(): ?array {
		return null;
	}

	/**
	 * What this module says in the `<head>` of a page, in order. Seo\Head asks once a page view.
	 *
	 * @return list<array{tag: string, attributes?: array<string, string>, content?: string}> As Seo\Head::render() takes them, unescaped.
	 */
	public function head( Seo\Subject $subject ): array {
		return array();
	}

	/**
	 * What this module can do. REST route, WP-CLI verb and ability of each are made from this one declaration.
	 *
	 * @return list<Operation>
	 */
	public function operations(): array {
		return array();
	}

	/**
	 * Adds hooks, on every request, before `init`. Must not query, translate or build anything.
	 */
	public function boot(): void {}

	/**
	 * Registers post meta, taxonomies and the like, on `init`, on every request.
	 */
	public function register(): void {}

	public function activate(): void {}

	public function deactivate(): void {}
}
