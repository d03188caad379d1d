<?php
/**
 * What may stand in the sitemap at all: the settings, what seo-meta keeps out of search engines, what WordPress shows.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Sitemap;

use Igny8\Plugin;
use Igny8\Seo\Choices;
use Igny8\Seo\Fields;
use Igny8\Seo\Robots;
use Igny8\Seo\Templates;
use Igny8\Settings;

final class Listing {

	/**
	 * @var array<string, mixed>
	 */
	private readonly array $settings;

	public function __construct( private readonly Plugin $plugin ) {
		$this->settings = array_intersect_key( Settings::stored( 'sitemap' ), Module::DEFAULTS ) + Module::DEFAULTS;
	}

	public function setting( string $name ): mixed {
		return $this->settings[ $name ];
	}

	/**
	 * Whether this site has a sitemap now: it lets search engines in, and no other SEO plugin makes one.
	 */
	public static function is_served(): bool {
		return (bool) get_option( 'blog_public' ) && ! \Igny8\Seo\OtherPlugins::are_printing();
	}

	/**
	 * Whether pages of a kind may be found, by the settings of seo-meta.
	 *
	 * @param string $kind `post:page`, `term:category`, `archive:book`, `author`, `home`.
	 */
	public function is_indexed( string $kind ): bool {
		if ( null === $this->plugin->module( 'seo-meta' ) ) {
			return true;
		}
		$robots = Robots::parse( Templates::get( $kind, 'robots' ) ) + array_diff_key( Robots::parse( (string) Choices::get( 'robots' ) ), array( 'index' => 1 ) );
		return ! empty( $robots['index'] ) || empty( $robots['noindex'] );
	}

	/**
	 * Public post types with a page each, except what the owner or a filter takes out. Attachments never: their pages redirect
	 * or hold a file only.
	 *
	 * @return list<string>
	 */
	public function post_types(): array {
		$types = array_filter( get_post_types( array( 'public' => true ), 'objects' ), 'is_post_type_viewable' );
		unset( $types['attachment'] );
		/** This filter is documented in wp-includes/sitemaps/providers/class-wp-sitemaps-posts.php */
		$types = array_keys( (array) apply_filters( 'wp_sitemaps_post_types', $types ) ); // phpcs:ignore WordPress.NamingConventions.PrefixAllGlobals -- WordPress' own: sites that use it keep what they have.
		return $this->listed( 'post', $types, $this->settings['excluded_post_types'] );
	}

	/**
	 * @return list<string>
	 */
	public function taxonomies(): array {
		$taxonomies = array_filter( get_taxonomies( array( 'public' => true ), 'objects' ), 'is_taxonomy_viewable' );
		/** This filter is documented in wp-includes/sitemaps/providers/class-wp-sitemaps-taxonomies.php */
		$taxonomies = array_keys( (array) apply_filters( 'wp_sitemaps_taxonomies', $taxonomies ) ); // phpcs:ignore WordPress.NamingConventions.PrefixAllGlobals -- WordPress' own: sites that use it keep what they have.
		return $this->listed( 'term', $taxonomies, $this->settings['excluded_taxonomies'] );
	}

	public function has_authors(): bool {
		return $this->settings['authors'] && $this->is_indexed( 'author' );
	}

	/**
	 * Changes with every setting that changes what a page of the sitemap says: part of its ETag.
	 */
	public function fingerprint(): string {
		$parts = array( \Igny8\VERSION, $this->settings, Settings::stored( 'seo-meta' ), home_url(), get_option( 'permalink_structure' ), get_option( 'show_on_front' ), get_option( 'page_on_front' ), get_option( 'page_for_posts' ), get_locale() );
		return substr( md5( (string) wp_json_encode( $parts ) ), 0, 12 );
	}

	/**
	 * @param list<string> $names
	 * @param list<string> $excluded
	 * @return list<string>
	 */
	private function listed( string $kind, array $names, array $excluded ): array {
		return array_values( array_filter( array_diff( $names, $excluded ), fn( string $name ) => $this->is_indexed( "{$kind}:{$name}" ) ) );
	}

	/**
	 * Condition that leaves out what Fields has found unlisted, and ids the owner excluded; with its values.
	 *
	 * @param string    $column Id of the object in the outer query.
	 * @param string    $table  Meta table.
	 * @param string    $key    Its column of the object's id.
	 * @param list<int> $excluded
	 * @return array{string, list<mixed>}
	 */
	public static function unless_unlisted( string $column, string $table, string $key, int $first_id, int $last_id, array $excluded ): array {
		$sql    = "{$column} NOT IN ( SELECT %i FROM %i WHERE meta_key = %s AND %i BETWEEN %d AND %d )";
		$values = array( $key, $table, Fields::UNLISTED, $key, $first_id, $last_id );
		if ( array() !== $excluded ) {
			$sql   .= " AND {$column} NOT IN ( " . implode( ', ', array_fill( 0, count( $excluded ), '%d' ) ) . ' )';
			$values = array( ...$values, ...array_map( 'intval', $excluded ) );
		}
		return array( $sql, $values );
	}
}
