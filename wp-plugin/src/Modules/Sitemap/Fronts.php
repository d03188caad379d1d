<?php
/**
 * Addresses that no post, term or author stands for: the home page that lists posts, and archives of post types.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Sitemap;

/**
 * They head the first page of a post type's sitemap: the home page that of pages, an archive that of its own type.
 */
final class Fronts {

	/**
	 * What was found, by post type.
	 *
	 * @var array<string, list<array{id: int, loc: string, lastmod: string}>>
	 */
	private array $found = array();

	/**
	 * @param \Closure(string): string $newest_of Post type → its newest change, as MySQL writes times, UTC.
	 */
	public function __construct( private readonly Listing $listing, private readonly \Closure $newest_of ) {}

	/**
	 * @return list<array{id: int, loc: string, lastmod: string}>
	 */
	public function of( string $kind, string $subtype ): array {
		return 'posts' === $kind ? ( $this->found[ $subtype ] ??= $this->find( $subtype ) ) : array();
	}

	/**
	 * @return list<array{id: int, loc: string, lastmod: string}>
	 */
	private function find( string $subtype ): array {
		$fronts = array();
		$types  = $this->listing->post_types();
		$host   = in_array( 'page', $types, true ) ? 'page' : ( $types[0] ?? '' );
		if ( $subtype === $host && 'page' !== get_option( 'show_on_front' ) && $this->listing->is_indexed( 'home' ) ) {
			$fronts[] = array( 'id' => 0, 'loc' => home_url( '/' ), 'lastmod' => $this->newest( 'post' ) );
		}
		$archive = 'post' !== $subtype && $this->listing->is_indexed( "archive:{$subtype}" ) ? get_post_type_archive_link( $subtype ) : false;
		if ( is_string( $archive ) && ! $this->is_a_page( $archive ) ) {
			$fronts[] = array( 'id' => 0, 'loc' => $archive, 'lastmod' => $this->newest( $subtype ) );
		}
		return $fronts;
	}

	/**
	 * A shop's archive is a page, which is listed as such.
	 */
	private function is_a_page( string $url ): bool {
		$path = trim( substr( $url, strlen( home_url() ) ), '/' );
		$page = '' === $path || str_contains( $path, '?' ) ? null : get_page_by_path( $path );
		return null !== $page && 'publish' === $page->post_status;
	}

	private function newest( string $post_type ): string {
		$newest = ( $this->newest_of )( $post_type );
		return str_starts_with( $newest, '1970' ) ? '' : $newest;
	}
}
