<?php
/**
 * The canonical address of a page and the pages before and after it.
 *
 * @package Igny8
 */

namespace Igny8\Seo;

final class Canonical {

	/**
	 * The owner's own address, else the page's; '' for what has none and for what visitors cannot reach.
	 */
	public static function of( Resolver $page ): string {
		$own = trim( (string) $page->own( 'canonical' ) );
		if ( '' !== $own ) {
			$own = self::absolute( $own );
			if ( '' !== $own ) {
				return $own;
			}
		}
		if ( 'search' === $page->subject->kind || ( $page->thing instanceof \WP_Post && ! is_post_publicly_viewable( $page->thing ) && ! $page->subject->is_front() ) ) {
			return '';
		}
		return self::of_page( $page->subject, $page->subject->page );
	}

	/**
	 * Addresses of the pages before and after this one, '' where there is none.
	 *
	 * @return array{prev: string, next: string}
	 */
	public static function neighbours( Subject $subject ): array {
		$total = $subject->page_total();
		return array(
			'prev' => $subject->page > 1 ? self::of_page( $subject, $subject->page - 1 ) : '',
			'next' => $subject->page < $total ? self::of_page( $subject, $subject->page + 1 ) : '',
		);
	}

	/**
	 * An address typed by a person, with scheme and host; '' when it is none that a browser could open over HTTP.
	 */
	public static function absolute( string $url ): string {
		if ( str_starts_with( $url, '//' ) ) {
			$url = set_url_scheme( "http:{$url}" );
		} elseif ( str_starts_with( $url, '/' ) ) {
			$home = wp_parse_url( home_url() );
			$url  = $home['scheme'] . '://' . $home['host'] . ( isset( $home['port'] ) ? ":{$home['port']}" : '' ) . $url;
		}
		$url = sanitize_url( $url, array( 'http', 'https' ) );
		return wp_parse_url( $url, PHP_URL_HOST ) ? $url : '';
	}

	/**
	 * As core's redirect_canonical() would have it: `/page/2/` of archives, `/2/` of a post in pages, a parameter without permalinks.
	 */
	private static function of_page( Subject $subject, int $page ): string {
		global $wp_rewrite;
		$url = $subject->url();
		if ( '' === $url || $page < 2 ) {
			return $url;
		}
		$is_parted = 'post' === $subject->kind && ! $subject->is_posts_page(); // By <!--nextpage-->.
		if ( ! $wp_rewrite->using_permalinks() || str_contains( $url, '?' ) ) {
			return add_query_arg( $is_parted ? 'page' : 'paged', $page, $url );
		}
		$base = $is_parted && ! $subject->is_front() ? '' : "{$wp_rewrite->pagination_base}/";
		return trailingslashit( $url ) . user_trailingslashit( $base . $page, $is_parted ? 'single_paged' : 'paged' );
	}
}
