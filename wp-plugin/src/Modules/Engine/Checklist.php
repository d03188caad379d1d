<?php
/**
 * The steps after which a site is set up for search engines, and which of them are done.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Engine;

use Igny8\Health\Checks;
use Igny8\Modules\Import\Sources;
use Igny8\Modules\Import\State;
use Igny8\Plugin;
use Igny8\Seo\Choices;
use Igny8\Seo\OtherPlugins;

/**
 * Looks at options only, so that the dashboard can ask at every visit. A step the owner skips stays skipped.
 */
final class Checklist {

	/**
	 * `array( 'skipped' => list of names, 'is_dismissed' => bool )`
	 */
	private const OPTION = 'igny8_checklist';

	/**
	 * An option that each plugin leaves behind, by its slug in the import.
	 */
	private const LEFT = array(
		'yoast'       => 'wpseo_titles',
		'rank-math'   => 'rank-math-options-titles',
		'aioseo'      => 'aioseo_options',
		'seopress'    => 'seopress_titles_option_name',
		'tsf'         => 'autodescription-site-settings',
		'slim-seo'    => 'slim_seo',
		'redirection' => 'redirection_options',
	);

	public const NAMES = array( 'visibility', 'permalinks', 'import', 'other_plugin', 'represents', 'image', 'verification', 'sitemap' );

	public function __construct( private readonly Plugin $plugin ) {}

	/**
	 * @return array{steps: list<array{name: string, title: string, text: string, state: string, url: string}>, done: int, total: int, is_dismissed: bool} State is done, skipped or open.
	 */
	public function read(): array {
		$stored = $this->stored();
		$steps  = array();
		foreach ( self::NAMES as $name ) {
			$step = $this->step( $name );
			if ( null !== $step ) {
				list( $is_done, $title, $text, $url ) = $step;
				$steps[] = array(
					'name'  => $name,
					'title' => $title,
					'text'  => $text,
					'state' => $is_done ? 'done' : ( in_array( $name, $stored['skipped'], true ) ? 'skipped' : 'open' ),
					'url'   => $url,
				);
			}
		}
		return array(
			'steps'        => $steps,
			'done'         => count( array_filter( $steps, static fn( array $step ) => 'open' !== $step['state'] ) ),
			'total'        => count( $steps ),
			'is_dismissed' => $stored['is_dismissed'],
		);
	}

	public function skip( string $name, bool $is_skipped ): void {
		$stored            = $this->stored();
		$others            = array_values( array_diff( $stored['skipped'], array( $name ) ) );
		$stored['skipped'] = $is_skipped ? array( ...$others, $name ) : $others;
		update_option( self::OPTION, $stored, false );
	}

	public function dismiss( bool $is_dismissed ): void {
		update_option( self::OPTION, array( 'is_dismissed' => $is_dismissed ) + $this->stored(), false );
	}

	/**
	 * @return array{skipped: list<string>, is_dismissed: bool}
	 */
	private function stored(): array {
		return (array) get_option( self::OPTION, array() ) + array( 'skipped' => array(), 'is_dismissed' => false );
	}

	/**
	 * @return array{bool, string, string, string}|null Whether it is done, what to do, why, where; null where it does not apply.
	 */
	private function step( string $name ): ?array {
		$has_meta = null !== $this->plugin->module( 'seo-meta' );
		return match ( $name ) {
			'visibility'   => $this->checked( $name, __( 'Let search engines in', 'igny8' ), __( 'A site under construction hides; a finished one must not.', 'igny8' ), admin_url( 'options-reading.php' ) ),
			'permalinks'   => $this->checked( $name, __( 'Use readable addresses', 'igny8' ), __( '/garden-chairs/ tells more than ?p=12.', 'igny8' ), admin_url( 'options-permalink.php' ) ),
			'import'       => $this->import_step(),
			'other_plugin' => $this->other_plugin_step(),
			'represents'   => null === $this->plugin->module( 'schema' ) ? null : array( $this->is_somebody(), __( 'Say who runs this site', 'igny8' ), __( 'Name and logo of the business, or the person: search engines show them beside your pages.', 'igny8' ), self::tab( 'schema' ) ),
			'image'        => $has_meta ? array( '' !== (string) Choices::of( 'social', 'image' ), __( 'Choose a picture for shared links', 'igny8' ), __( 'Shown by social networks for pages that have none of their own.', 'igny8' ), self::tab( 'social' ) ) : null,
			'verification' => $has_meta ? array( '' !== Choices::of( 'verification', 'google' ) . Choices::of( 'verification', 'bing' ), __( 'Verify the site with Google and Bing', 'igny8' ), __( 'Their free tools show which pages are found, and for what. Skip it when you have verified another way.', 'igny8' ), self::tab( 'verification' ) ) : null,
			'sitemap'      => null === $this->plugin->module( 'sitemap' ) ? null : array( false !== get_sitemap_url( 'index' ) && ! OtherPlugins::are_printing(), __( 'Offer a sitemap', 'igny8' ), __( 'It lists every page worth finding, and is kept right by itself.', 'igny8' ), self::tab( 'sitemap' ) ),
		};
	}

	/**
	 * A step that one of the site's checks decides.
	 *
	 * @return array{bool, string, string, string}
	 */
	private function checked( string $check, string $title, string $text, string $url ): array {
		return array( 'good' === ( new Checks( $this->plugin ) )->run( $check )['status'], $title, $text, $url );
	}

	/**
	 * @return array{bool, string, string, string}|null
	 */
	private function import_step(): ?array {
		if ( null === $this->plugin->module( 'import' ) ) {
			return null;
		}
		$found = array_filter( array_intersect_key( self::LEFT, Sources::ALL ), static fn( string $option ) => false !== get_option( $option ) );
		$names = array();
		foreach ( array_keys( $found ) as $slug ) {
			if ( 'done' !== State::of( $slug )['status'] ) {
				$names[] = Sources::get( $slug )->name();
			}
		}
		if ( array() === $found ) {
			return null;
		}
		/* translators: %s: names of plugins. */
		$title = array() === $names ? __( 'Import what other plugins know', 'igny8' ) : sprintf( __( 'Import what is here of %s', 'igny8' ), implode( ', ', $names ) );
		return array( array() === $names, $title, __( 'Titles, descriptions, redirects and settings are taken over with a preview; nothing of theirs is deleted.', 'igny8' ), admin_url( 'admin.php?page=igny8-import' ) );
	}

	/**
	 * @return array{bool, string, string, string}|null
	 */
	private function other_plugin_step(): ?array {
		$slug = OtherPlugins::active();
		if ( '' === $slug ) {
			return null;
		}
		/* translators: %s: name of a plugin. */
		return array( ! OtherPlugins::are_printing(), sprintf( __( 'Switch over from %s', 'igny8' ), OtherPlugins::PLUGINS[ $slug ]['name'] ), __( 'It prints titles and tags now, and IGNY8 prints none. Let IGNY8 take over, or deactivate it.', 'igny8' ), self::tab( 'titles' ) );
	}

	/**
	 * Whether the site says more of itself than its name.
	 */
	private function is_somebody(): bool {
		$schema = $this->plugin->settings()->all( 'schema' );
		return 'person' === $schema['site_represents'] ? (int) $schema['person'] > 0 : array() !== array_filter( (array) $schema['organization'] );
	}

	private static function tab( string $name ): string {
		return admin_url( "admin.php?page=igny8-settings&tab={$name}" );
	}
}
