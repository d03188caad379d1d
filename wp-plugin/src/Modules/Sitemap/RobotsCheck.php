<?php
/**
 * Finds what is wrong with a robots.txt before crawlers do.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Sitemap;

/**
 * An error means that crawlers read something else than what was meant; a warning that it may hurt the site.
 */
final class RobotsCheck {

	/**
	 * Lines that crawlers know, besides user-agent, allow, disallow.
	 */
	private const KNOWN = array( 'sitemap', 'crawl-delay', 'host', 'clean-param', 'content-signal' );

	/**
	 * @return list<array{line: int, level: 'error'|'warning', message: string}> `line` 0: the file as a whole.
	 */
	public static function issues( string $text ): array {
		$issues = array( ...self::of_file( $text ), ...self::of_lines( $text ), ...self::of_meaning( $text ) );
		usort( $issues, static fn( array $one, array $other ) => $one['line'] <=> $other['line'] );
		return $issues;
	}

	/**
	 * @return list<array{line: int, level: string, message: string}>
	 */
	private static function of_file( string $text ): array {
		$issues = array();
		if ( strlen( $text ) > RobotsRules::LARGEST_B ) {
			$issues[] = self::issue( 0, 'error', __( 'Crawlers read only the first 500 KB; what comes after does not count.', 'igny8' ) );
		}
		if ( ! wp_is_valid_utf8( $text ) ) {
			$issues[] = self::issue( 0, 'error', __( 'The text is not UTF-8: crawlers may not understand it.', 'igny8' ) );
		}
		if ( preg_match( '/<\w+[^>]*>/', $text ) ) {
			$issues[] = self::issue( 0, 'warning', __( 'There is HTML in the text: robots.txt is plain text.', 'igny8' ) );
		}
		return $issues;
	}

	/**
	 * @return list<array{line: int, level: string, message: string}>
	 */
	private static function of_lines( string $text ): array {
		$issues  = array();
		$has_one = false;
		foreach ( RobotsRules::lines( $text ) as $line => list( $name, $value ) ) {
			$has_one = $has_one || 'user-agent' === $name;
			$is_rule = in_array( $name, array( 'allow', 'disallow' ), true );
			$message = match ( true ) {
				'' === $name                                             => __( 'This line has no colon: crawlers skip it. Begin comments with #.', 'igny8' ),
				'noindex' === $name || 'nofollow' === $name              => __( 'No crawler follows this in robots.txt. Use the robots setting of the page.', 'igny8' ),
				'user-agent' === $name && '' === $value                  => __( 'Which crawler? Name one, or * for all.', 'igny8' ),
				$is_rule && ! $has_one                                   => __( 'This rule stands before any User-agent line: it applies to nobody.', 'igny8' ),
				$is_rule && '' !== $value && ! preg_match( '~^[/*$]~', $value ) => __( 'A path begins with / or *.', 'igny8' ),
				'sitemap' === $name && ! preg_match( '~^https?://[^/]+~i', $value ) => __( 'The address of a sitemap must be complete, with https://.', 'igny8' ),
				'user-agent' === $name || $is_rule || in_array( $name, self::KNOWN, true ) => '',
				/* translators: %s: name of a line, such as "Dissalow". */
				default                                                  => sprintf( __( 'No crawler knows “%s”. A typing error?', 'igny8' ), mb_substr( $name, 0, 40 ) ),
			};
			if ( '' !== $message ) {
				$issues[] = self::issue( $line, 'error', $message );
			} elseif ( 'crawl-delay' === $name ) {
				$issues[] = self::issue( $line, 'warning', __( 'Google takes no notice of Crawl-delay.', 'igny8' ) );
			}
		}
		return $issues;
	}

	/**
	 * What the rules do to this site.
	 *
	 * @return list<array{line: int, level: string, message: string}>
	 */
	private static function of_meaning( string $text ): array {
		$rules  = new RobotsRules( $text );
		$issues = array();
		$home   = (string) wp_parse_url( home_url( '/' ), PHP_URL_PATH );
		$files  = array( (string) wp_parse_url( includes_url( 'css/dist/block-library/style.min.css' ), PHP_URL_PATH ), (string) wp_parse_url( includes_url( 'js/jquery/jquery.min.js' ), PHP_URL_PATH ), (string) wp_parse_url( content_url( 'themes/theme/style.css' ), PHP_URL_PATH ), (string) wp_parse_url( content_url( 'uploads/image.jpg' ), PHP_URL_PATH ) );
		foreach ( array( '*', 'Googlebot', 'Bingbot' ) as $agent ) {
			$asked = $rules->ask( $agent, $home );
			if ( ! $asked['allowed'] && ( '*' === $agent || '*' !== $asked['agent'] ) ) {
				$who      = '*' === $agent ? __( 'all search engines', 'igny8' ) : $agent;
				/* translators: %s: "all search engines", or the name of one crawler. */
				$issues[] = self::issue( $asked['line'], 'warning', sprintf( __( 'This blocks your whole site for %s.', 'igny8' ), $who ) );
			}
		}
		foreach ( $files as $file ) {
			$asked = $rules->ask( 'Googlebot', $file );
			if ( ! $asked['allowed'] && $rules->ask( 'Googlebot', $home )['allowed'] ) {
				/* translators: %s: path of a file. */
				$issues[] = self::issue( $asked['line'], 'warning', sprintf( __( 'This keeps Google from files it needs to see your pages as visitors do, such as %s.', 'igny8' ), $file ) );
				break;
			}
		}
		$sitemap = $rules->ask( '*', (string) wp_parse_url( Address::index(), PHP_URL_PATH ) );
		if ( ! $sitemap['allowed'] && $rules->ask( '*', $home )['allowed'] ) {
			$issues[] = self::issue( $sitemap['line'], 'warning', __( 'This blocks your sitemap.', 'igny8' ) );
		}
		return $issues;
	}

	/**
	 * @return array{line: int, level: string, message: string}
	 */
	private static function issue( int $line, string $level, string $message ): array {
		return array( 'line' => $line, 'level' => $level, 'message' => $message );
	}
}
