<?php
/**
 * Takes another SEO plugin's titles, tags and schema out of a page, and leaves everything else it does alone.
 *
 * @package Igny8
 */

namespace Igny8\Seo;

/**
 * Its callbacks are known by the folder their code lies in, so a new release or a paid edition is silenced too. Loaded only
 * while another plugin is active and we take over.
 */
final class Silence {

	/**
	 * Hooks where everything of theirs goes, but for what KEPT names.
	 */
	private const HOOKS = array( 'wp_head', 'pre_get_document_title', 'wp_title', 'document_title', 'document_title_parts', 'document_title_separator', 'wp_robots', 'get_canonical_url' );

	/**
	 * Hooks where only their output about the page goes: redirects, sitemaps and feeds hang there too.
	 */
	private const OUTPUT = array( 'template_redirect', 'wp_footer', 'send_headers', 'wp_headers' );

	private const KEPT   = '/analytic|gtag|gtm|track|matomo|clarity|consent|cookie|header_?code|custom_?code|feed|rss|webmaster|verif/i'; // Statistics, codes and consent of the owner, feeds.
	private const SILENT = '/schema|json_?ld|title|robots|noindex|canonical|outputbuffer|force_rewrite/i';

	/**
	 * @param list<string> $folders Of the plugins, below the folder of plugins.
	 */
	public static function of( array $folders ): void {
		$paths = array_filter( array_map( static fn( string $folder ) => realpath( WP_PLUGIN_DIR . "/{$folder}" ), $folders ) );
		foreach ( self::HOOKS as $hook ) {
			self::clear( $hook, $paths, static fn( string $name ) => ! preg_match( self::KEPT, $name ) );
		}
		foreach ( self::OUTPUT as $hook ) {
			self::clear( $hook, $paths, static fn( string $name ) => (bool) preg_match( self::SILENT, $name ) );
		}
	}

	/**
	 * @param list<string>            $paths
	 * @param \Closure(string): bool $goes By the callback's name.
	 */
	private static function clear( string $hook, array $paths, \Closure $goes ): void {
		global $wp_filter;
		foreach ( $wp_filter[ $hook ]->callbacks ?? array() as $priority => $callbacks ) {
			foreach ( $callbacks as $callback ) {
				list( $name, $file ) = self::describe( $callback['function'] );
				if ( self::is_in( $file, $paths ) && $goes( $name ) ) {
					remove_filter( $hook, $callback['function'], $priority );
				}
			}
		}
	}

	/**
	 * @return array{string, string} Name with class and namespace, and file.
	 */
	private static function describe( mixed $callback ): array {
		try {
			if ( is_array( $callback ) ) {
				// Of the object's class: some inherit the method from a parent in a shared library.
				$class_name = new \ReflectionClass( $callback[0] );
				return array( $class_name->getName() . '::' . $callback[1], (string) $class_name->getFileName() );
			}
			if ( is_object( $callback ) && ! $callback instanceof \Closure ) {
				$class_name = new \ReflectionClass( $callback );
				return array( $class_name->getName(), (string) $class_name->getFileName() );
			}
			if ( is_string( $callback ) && str_contains( $callback, '::' ) ) {
				$method = new \ReflectionMethod( $callback );
				return array( $callback, (string) $method->getFileName() );
			}
			$function = new \ReflectionFunction( $callback );
			return array( $function->getShortName(), (string) $function->getFileName() );
		} catch ( \ReflectionException ) {
			return array( '', '' ); // A callback that cannot be called prints nothing.
		}
	}

	/**
	 * @param list<string> $paths
	 */
	private static function is_in( string $file, array $paths ): bool {
		foreach ( $paths as $path ) {
			if ( '' !== $file && str_starts_with( $file, $path . DIRECTORY_SEPARATOR ) ) {
				return true;
			}
		}
		return false;
	}
}
