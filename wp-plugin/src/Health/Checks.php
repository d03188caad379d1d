<?php
/**
 * What can keep a site out of search engines, looked at one by one: for Site Health, WP-CLI and REST.
 *
 * @package Igny8
 */

namespace Igny8\Health;

use Igny8\Plugin;
use Igny8\Seo\OtherPlugins;
use Igny8\Seo\Resolver;
use Igny8\Seo\Subject;

/**
 * A result is `array( 'status' => good|recommended|critical, 'label' => a sentence, 'text' => what to do, 'url' => where, or '' )`.
 * Those in SLOW ask the site over HTTP or walk tables: Site Health runs them after its page has been shown.
 */
final class Checks {

	public const QUICK = array( 'visibility', 'home', 'permalinks', 'other_plugin', 'robots_file' );

	public const SLOW = array( 'sitemap', 'robots', 'redirects' );

	private const TIMEOUT_S = 10; // Of a request to ourselves; WordPress' own loopback test waits as long.

	private const MOST_BYTES = 200000; // The beginning of a sitemap tells what it is.

	public function __construct( private readonly Plugin $plugin ) {}

	/**
	 * @return array{status: string, label: string, text: string, url: string}
	 */
	public function run( string $name ): array {
		return match ( $name ) {
			'visibility'   => $this->visibility(),
			'home'         => $this->home(),
			'permalinks'   => $this->permalinks(),
			'other_plugin' => $this->other_plugin(),
			'robots_file'  => $this->robots_file(),
			'sitemap'      => $this->sitemap(),
			'robots'       => $this->robots(),
			'redirects'    => $this->redirects(),
		};
	}

	private function visibility(): array {
		if ( get_option( 'blog_public' ) ) {
			return self::result( 'good', __( 'Search engines may read this site', 'igny8' ) );
		}
		if ( 'production' !== wp_get_environment_type() ) {
			return self::result( 'good', __( 'This copy of the site is hidden from search engines, as a copy should be', 'igny8' ) );
		}
		return self::result( 'critical', __( 'This site asks search engines to stay away', 'igny8' ), __( 'Under Settings → Reading, "Discourage search engines from indexing this site" is ticked: none of its pages can be found. Untick it when the site is ready.', 'igny8' ), admin_url( 'options-reading.php' ) );
	}

	private function home(): array {
		if ( ! isset( Resolver::of( Subject::home() )->robots()['noindex'] ) || ! get_option( 'blog_public' ) ) {
			return self::result( 'good', __( 'The home page may be indexed', 'igny8' ) );
		}
		return self::result( 'critical', __( 'The home page asks not to be indexed', 'igny8' ), __( 'Its robots tag says noindex, so search engines leave out the most important page of the site. Change it in the page\'s SEO panel, or under Settings → Titles.', 'igny8' ), admin_url( 'admin.php?page=igny8-settings' ) );
	}

	private function permalinks(): array {
		if ( '' !== (string) get_option( 'permalink_structure' ) ) {
			return self::result( 'good', __( 'Addresses say what pages are about', 'igny8' ) );
		}
		return self::result( 'recommended', __( 'Addresses are numbers', 'igny8' ), __( 'Plain permalinks (?p=12) tell neither people nor search engines what a page is about. Choose "Post name" under Settings → Permalinks.', 'igny8' ), admin_url( 'options-permalink.php' ) );
	}

	private function other_plugin(): array {
		$slug = OtherPlugins::active();
		if ( '' === $slug ) {
			return self::result( 'good', __( 'No other SEO plugin is active', 'igny8' ) );
		}
		$name = OtherPlugins::PLUGINS[ $slug ]['name'];
		if ( ! OtherPlugins::are_printing() ) {
			/* translators: %s: name of a plugin. */
			return self::result( 'recommended', sprintf( __( '%s is active and silenced', 'igny8' ), $name ), __( 'IGNY8 prints titles, tags and structured data in its place. When you are content, deactivate it: it still costs every page view.', 'igny8' ), admin_url( 'plugins.php' ) );
		}
		/* translators: %s: name of a plugin. */
		return self::result( 'recommended', sprintf( __( '%s is active, so IGNY8 prints nothing', 'igny8' ), $name ), __( 'Two SEO plugins would say everything twice. Import the other one\'s data, compare, and switch over; or switch off IGNY8\'s SEO modules.', 'igny8' ), null === $this->plugin->module( 'import' ) ? admin_url( 'plugins.php' ) : admin_url( 'admin.php?page=igny8-import' ) );
	}

	private function robots_file(): array {
		if ( ! is_file( self::root() . 'robots.txt' ) ) {
			return self::result( 'good', __( 'robots.txt is made by WordPress', 'igny8' ) );
		}
		return self::result( 'recommended', __( 'A file robots.txt lies in the site\'s folder', 'igny8' ), __( 'The web server delivers that file, so neither WordPress nor IGNY8 can change what it says, and the address of the sitemap may be missing. Copy its rules into IGNY8\'s robots.txt editor and delete the file.', 'igny8' ) );
	}

	private function sitemap(): array {
		$url = get_sitemap_url( 'index' );
		if ( false === $url ) {
			return self::result( get_option( 'blog_public' ) ? 'recommended' : 'good', __( 'This site has no sitemap', 'igny8' ), __( 'Sitemaps are switched off, by the setting that hides the site or by a plugin. Search engines then find new pages by links only.', 'igny8' ) );
		}
		$body = $this->fetch( $url );
		if ( is_wp_error( $body ) ) {
			/* translators: 1: address, 2: technical reason. */
			return self::result( 'critical', __( 'The sitemap cannot be read', 'igny8' ), sprintf( __( '%1$s did not answer as it should: %2$s. Save Settings → Permalinks once; if that does not help, look whether a file of that name, a cache or a firewall stands in the way.', 'igny8' ), $url, $body->get_error_message() ), $url );
		}
		if ( ! preg_match( '/<(?:sitemapindex|urlset)\b/', $body ) ) {
			/* translators: %s: address. */
			return self::result( 'critical', __( 'The sitemap\'s address shows something else', 'igny8' ), sprintf( __( '%s answers, but not with a sitemap. Look whether a page or another plugin has that address.', 'igny8' ), $url ), $url );
		}
		return self::result( 'good', __( 'The sitemap can be read', 'igny8' ), '', $url );
	}

	private function robots(): array {
		$url  = home_url( '/robots.txt' );
		$body = $this->fetch( $url );
		if ( is_wp_error( $body ) ) {
			/* translators: %s: technical reason. */
			return self::result( 'recommended', __( 'robots.txt cannot be read', 'igny8' ), sprintf( __( 'The site asked itself for it and got: %s. If the site is reachable from outside, the server only refuses requests to itself, and WordPress\' scheduled work suffers too.', 'igny8' ), $body->get_error_message() ), $url );
		}
		if ( get_option( 'blog_public' ) && self::blocks_all( $body ) ) {
			return self::result( 'critical', __( 'robots.txt keeps all search engines out', 'igny8' ), __( 'It says "Disallow: /" for everybody, so no page is read. Remove that line.', 'igny8' ), $url );
		}
		return self::result( 'good', __( 'robots.txt lets search engines in', 'igny8' ), '', $url );
	}

	private function redirects(): array {
		$counts = $this->redirect_faults();
		$count  = ( $counts['loop'] ?? 0 ) + ( $counts['dead'] ?? 0 );
		if ( 0 === $count ) {
			return self::result( 'good', __( 'No redirect leads in a circle', 'igny8' ) );
		}
		/* translators: %s: number of redirects. */
		return self::result( 'recommended', sprintf( _n( '%s redirect leads nowhere or in a circle', '%s redirects lead nowhere or in a circle', $count, 'igny8' ), number_format_i18n( $count ) ), __( 'Visitors of these addresses see an error of their browser. Open Redirects → Check to mend them.', 'igny8' ), admin_url( 'admin.php?page=igny8-redirects' ) );
	}

	/**
	 * What is wrong with redirects, by kind: after one step of their check, which WP-Cron finishes where there are many.
	 *
	 * @return array<string, int>
	 */
	private function redirect_faults(): array {
		if ( null === $this->plugin->module( 'redirects' ) ) {
			return array();
		}
		$operations = $this->plugin->operations();
		$this->plugin->call( $operations['redirects.check'], array() );
		$found = $this->plugin->call( $operations['redirects.findings'], array() );
		return is_wp_error( $found ) ? array() : (array) $found['counts'];
	}

	/**
	 * Whether a robots.txt forbids everything to everybody: `Disallow: /` in a group of `User-agent: *` without an `Allow: /`.
	 */
	public static function blocks_all( string $robots ): bool {
		$is_ours   = false;
		$is_group  = false;
		$is_closed = false;
		foreach ( preg_split( '/\R/', $robots ) as $line ) {
			if ( ! preg_match( '/^\s*([a-z-]+)\s*:\s*([^#]*)/i', $line, $match ) ) {
				continue;
			}
			list( , $field, $value ) = array_map( 'trim', $match );
			if ( 'user-agent' === strtolower( $field ) ) {
				$is_ours  = '*' === $value || ( $is_group && $is_ours ); // Agents that follow each other share their rules.
				$is_group = true;
				continue;
			}
			$is_group = false;
			if ( $is_ours && '/' === $value ) {
				$is_closed = 'allow' === strtolower( $field ) ? false : ( 'disallow' === strtolower( $field ) || $is_closed );
			}
		}
		return $is_closed;
	}

	private static function root(): string {
		return rtrim( realpath( ABSPATH ) ?: ABSPATH, '/' ) . '/';
	}

	private function fetch( string $url ): string|\WP_Error {
		$answer = wp_remote_get(
			$url,
			array(
				'timeout'             => self::TIMEOUT_S,
				'limit_response_size' => self::MOST_BYTES,
				'sslverify'           => apply_filters( 'https_local_ssl_verify', false ), // phpcs:ignore WordPress.NamingConventions.PrefixAllGlobals -- WordPress' own filter of requests to the site itself.
			)
		);
		if ( is_wp_error( $answer ) ) {
			return $answer;
		}
		$code = wp_remote_retrieve_response_code( $answer );
		return 200 === $code ? wp_remote_retrieve_body( $answer ) : new \WP_Error( 'http', trim( "{$code} " . wp_remote_retrieve_response_message( $answer ) ) );
	}

	/**
	 * @return array{status: string, label: string, text: string, url: string}
	 */
	private static function result( string $status, string $label, string $text = '', string $url = '' ): array {
		return array( 'status' => $status, 'label' => $label, 'text' => $text, 'url' => $url );
	}
}
