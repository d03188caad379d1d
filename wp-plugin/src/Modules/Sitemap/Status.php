<?php
/**
 * What the sitemap looks like now, for its owner.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Sitemap;

use Igny8\Plugin;
use Igny8\Seo\OtherPlugins;

final class Status {

	private const REFRESH_S = 1.0; // So that the figures are those of now on all but very large changes.

	private readonly Pages $pages;

	public function __construct( Plugin $plugin ) {
		$this->pages = new Pages( $plugin );
	}

	/**
	 * @return array<string, mixed> As the operation sitemap.status says.
	 */
	public function read(): array {
		$waiting = $this->pages->refresh( self::REFRESH_S );
		$rows    = $this->pages->listed();
		$kinds   = $this->kinds( $rows );
		$state   = (array) get_option( Pages::OPTION, array() );
		return array(
			'is_served'  => Listing::is_served(),
			'obstacles'  => $this->obstacles(),
			'url'        => Address::index(),
			'urls'       => array_sum( array_column( $kinds, 'urls' ) ),
			'files'      => count( $rows ),
			'waiting'    => $waiting,
			'changed_at' => self::utc( array() === $rows ? '' : max( array_column( $rows, 'changed_at' ) ) ),
			'built_at'   => self::utc( (string) ( $state['built_at'] ?? '' ) ),
			'kinds'      => $kinds,
			'choices'    => array( 'post_types' => self::choices( get_post_types( array( 'public' => true ), 'objects' ) ), 'taxonomies' => self::choices( get_taxonomies( array( 'public' => true ), 'objects' ) ) ),
		);
	}

	/**
	 * @param list<array<string, mixed>> $rows
	 * @return list<array<string, mixed>>
	 */
	private function kinds( array $rows ): array {
		$kinds = array();
		foreach ( $rows as $row ) {
			$key             = "{$row['kind']} {$row['subtype']}";
			$kinds[ $key ] ??= array( 'kind' => $row['kind'], 'subtype' => $row['subtype'], 'label' => self::label( $row['kind'], $row['subtype'] ), 'urls' => 0, 'files' => 0, 'lastmod' => '', 'url' => Address::page( $row['kind'], $row['subtype'], $row['page'] ) );

			$kinds[ $key ]['urls']   += $row['count'] + ( 1 === $row['page'] ? count( $this->pages->fronts()->of( $row['kind'], $row['subtype'] ) ) : 0 );
			$kinds[ $key ]['files']  += 1;
			$kinds[ $key ]['lastmod'] = max( $kinds[ $key ]['lastmod'], self::utc( $row['lastmod'] ) );
		}
		return array_values( $kinds );
	}

	/**
	 * @return list<string>
	 */
	private function obstacles(): array {
		$obstacles = array();
		if ( ! get_option( 'blog_public' ) ) {
			$obstacles[] = __( 'This site asks search engines to stay away (Settings → Reading), so it has no sitemap.', 'igny8' );
		}
		if ( OtherPlugins::are_printing() ) {
			/* translators: %s: name of a plugin. */
			$obstacles[] = sprintf( __( '%s is active and makes the sitemap. Ours takes over when you switch that plugin off.', 'igny8' ), OtherPlugins::PLUGINS[ OtherPlugins::active() ]['name'] );
		}
		foreach ( array( 'wp-sitemap.xml', 'sitemap.xml', 'sitemap_index.xml' ) as $name ) {
			if ( is_file( self::root() . $name ) ) {
				/* translators: %s: name of a file. */
				$obstacles[] = sprintf( __( 'There is a file %s in the folder of this site. Web servers deliver it instead of the sitemap made here: rename or delete it.', 'igny8' ), $name );
			}
		}
		return $obstacles;
	}

	/**
	 * Folder that the web server shows at the home address.
	 */
	public static function root(): string {
		require_once ABSPATH . 'wp-admin/includes/file.php';
		return get_home_path();
	}

	/**
	 * ISO 8601 with Z; '' for none.
	 */
	public static function utc( string $time ): string {
		return '' === $time || $time < '1970-01-02' ? '' : strtr( $time, ' ', 'T' ) . 'Z';
	}

	private static function label( string $kind, string $subtype ): string {
		return match ( $kind ) {
			'posts'      => get_post_type_object( $subtype )->labels->name ?? $subtype,
			'taxonomies' => get_taxonomy( $subtype )->labels->name ?? $subtype,
			default      => __( 'Authors', 'igny8' ),
		};
	}

	/**
	 * @param array<string, \WP_Post_Type|\WP_Taxonomy> $objects
	 * @return list<array{name: string, label: string}>
	 */
	private static function choices( array $objects ): array {
		unset( $objects['attachment'] );
		return array_values( array_map( static fn( $found ) => array( 'name' => $found->name, 'label' => $found->labels->name ), $objects ) );
	}
}
