<?php
/**
 * Answers requests for the sitemap and its companions before WordPress looks for posts.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Sitemap;

use Igny8\Plugin;

/**
 * Runs when the request is parsed: post types and permalinks are known by then, and no main query has been made.
 */
final class Server {

	private const REFRESH_S = 1.5; // A crawler may wait this long for the index after an import; the rest comes by cron.

	public function __construct( private readonly Plugin $plugin ) {}

	/**
	 * Sends the file that is asked for and ends the request, or comes back when it is none of ours.
	 */
	public function serve(): void {
		$uri = isset( $_SERVER['REQUEST_URI'] ) ? esc_url_raw( wp_unslash( $_SERVER['REQUEST_URI'] ) ) : '';
		// phpcs:ignore WordPress.Security.NonceVerification -- A public address, read only.
		$this->answer( $uri, array_map( 'sanitize_text_field', array_filter( wp_unslash( $_GET ), 'is_string' ) ) )?->send();
	}

	/**
	 * @param array<string, string> $query
	 */
	public function answer( string $uri, array $query ): ?Response {
		$asked = Address::read( $uri, $query );
		if ( null === $asked ) {
			return null;
		}
		if ( 'key' === $asked['what'] ) {
			return IndexNow::answer( $asked['name'] );
		}
		if ( ! Listing::is_served() ) {
			return null;
		}
		return match ( $asked['what'] ) {
			'index'      => $this->index(),
			'page'       => $this->page( $asked ),
			'news'       => $this->news(),
			'stylesheet' => $this->stylesheet( $asked['name'] ),
			'llms'       => ( new Llms( $this->plugin ) )->answer(),
			'moved'      => Response::redirect( Address::index() ),
		};
	}

	private function index(): Response {
		$pages = new Pages( $this->plugin );
		$pages->refresh( self::REFRESH_S );
		$state = KeptIndex::state();
		$rows  = $pages->listed();
		$files = array_map( static fn( array $row ) => array( 'loc' => Address::page( $row['kind'], $row['subtype'], $row['page'] ), 'lastmod' => $row['lastmod'] ), $rows );
		if ( $pages->listing->setting( 'news' ) ) {
			$news = ( new News( $pages->listing ) )->entries();
			array() === $news || array_unshift( $files, array( 'loc' => Address::news(), 'lastmod' => $news[0]['date'] ) );
		}
		array_push( $files, ...$this->of_other_plugins() );
		$tag      = md5( $pages->listing->fingerprint() . wp_json_encode( $files ) );
		$modified = array() === $rows ? '' : max( array_column( $rows, 'changed_at' ) );
		$xml      = Xml::index( $files );
		if ( count( $files ) === count( $rows ) && 0 === array_sum( array_column( $rows, 'is_dirty' ) ) ) { // Nobody else has a say in it, and all is counted.
			KeptIndex::keep( $state, $xml, $tag, $modified );
		}
		return Response::file( 'application/xml', $xml, $tag, $modified );
	}

	/**
	 * @param array<string, mixed> $asked
	 */
	private function page( array $asked ): Response {
		$pages = new Pages( $this->plugin );
		$row   = $pages->find( $asked['kind'], $asked['subtype'], $asked['page'] );
		if ( null === $row ) {
			return Response::missing();
		}
		$tag = $pages->listing->fingerprint() . "-{$row['id']}-{$row['revision']}-" . md5( (string) wp_json_encode( 1 === $row['page'] ? $pages->fronts()->of( $row['kind'], $row['subtype'] ) : array() ) );
		return Response::file( 'application/xml', static fn() => Xml::urls( $pages->entries( $row ) ), $tag, $row['changed_at'] );
	}

	private function news(): Response {
		$listing = new Listing( $this->plugin );
		if ( ! $listing->setting( 'news' ) ) {
			return Response::missing();
		}
		$news    = new News( $listing );
		$entries = $news->entries();
		return Response::file( 'application/xml', static fn() => Xml::news( $entries, $news->publication(), $news->language() ), md5( $listing->fingerprint() . wp_json_encode( $entries ) ), $entries[0]['date'] ?? '' );
	}

	private function stylesheet( string $name ): Response {
		$xsl = Stylesheet::xsl( $name );
		return Response::file( 'application/xml', $xsl, md5( $xsl ) );
	}

	/**
	 * Sitemaps that other plugins have given to WordPress (wp_register_sitemap_provider()); it goes on serving them.
	 *
	 * @return list<array{loc: string, lastmod: string}>
	 */
	private function of_other_plugins(): array {
		$files = array();
		foreach ( array_diff_key( wp_get_sitemap_providers(), array_flip( array( 'posts', 'taxonomies', 'users' ) ) ) as $provider ) {
			foreach ( $provider->get_sitemap_entries() as $entry ) {
				$files[] = array( 'loc' => $entry['loc'], 'lastmod' => '' );
			}
		}
		return $files;
	}
}
