<?php
/**
 * Makes a new version: the owner's wishes into the engine's input, the engine's blueprint into a stored draft.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Blueprint;

use Igny8\Plugin;

/**
 * Stored versions are never changed; the same document twice is one version.
 */
final class Create {

	public function __construct(
		private readonly BlueprintsTable $blueprints,
		private readonly Plugin $plugin,
	) {}

	/**
	 * The engine's `BlueprintInput`. What was not said is taken from the site.
	 *
	 * @param array<string, mixed> $input
	 * @return array<string, mixed>|\WP_Error
	 */
	public function prepare( array $input ): array|\WP_Error {
		$name = trim( $input['site_name'] ?? '' );
		$type = $input['site_type'] ?? $this->site_type( $input['sectors'][0] );
		if ( is_wp_error( $type ) ) {
			return $type;
		}
		return array_filter(
			array(
				'site_name'               => '' === $name ? self::site_name() : $name,
				'site_type'               => $type,
				'locale'                  => $input['locale'] ?? self::locale(),
				'sectors'                 => array_values( $input['sectors'] ),
				'facts'                   => $input['facts'] ?? array(),
				'edits'                   => array_values( $input['edits'] ?? array() ),
				'max_clusters_per_sector' => $input['max_clusters_per_sector'] ?? null,
			),
			static fn( mixed $value ) => null !== $value && array() !== $value
		);
	}

	/**
	 * Stores the engine's answer as a draft.
	 *
	 * @param array<string, mixed> $document
	 * @param array<string, mixed> $input
	 * @return array<string, mixed> `{version, status, is_new}` and the counts.
	 */
	public function save( array $document, array $input ): array {
		$hash   = hash( 'sha256', (string) wp_json_encode( $document ) );
		$newest = $this->blueprints->newest();
		if ( null !== $newest && $newest['hash'] === $hash ) {
			return self::result( $newest, false );
		}
		$row = array(
			'version'    => ( $newest['version'] ?? 0 ) + 1,
			'status'     => 'draft',
			'hash'       => $hash,
			'input'      => $input,
			'document'   => $document,
			'counts'     => self::count( $document ),
			'created_by' => get_current_user_id(),
			'created_at' => \Igny8\Table::now(),
		);
		if ( 0 === $this->blueprints->insert_ignore( $row ) ) {
			// Somebody else stored this number a moment ago: the next one is ours, unless theirs is the same document.
			return $this->save( $document, $input );
		}
		return self::result( $row, true );
	}

	/**
	 * @param array<string, mixed> $row
	 * @return array<string, mixed> `{version, status, is_new}` and the counts.
	 */
	private static function result( array $row, bool $is_new ): array {
		return array(
			'version' => $row['version'],
			'status'  => $row['status'],
			'is_new'  => $is_new,
			...$row['counts'],
		);
	}

	/**
	 * What lists and the dashboard show of a version.
	 *
	 * @param array<string, mixed> $document
	 * @return array<string, int|array<string, int>>
	 */
	private static function count( array $document ): array {
		$kinds = array_count_values( array_column( $document['pages'], 'kind' ) );
		return array(
			'attributes'       => count( $document['attributes'] ),
			'clusters'         => count( $document['clusters'] ),
			'clusters_by_type' => array_count_values( array_column( $document['clusters'], 'type' ) ),
			'keywords'         => count( $document['keywords'] ),
			'taxonomies'       => count( $document['taxonomies'] ),
			'terms'            => array_sum( array_map( static fn( array $taxonomy ) => count( $taxonomy['terms'] ), $document['taxonomies'] ) ),
			'pages'            => count( $document['pages'] ),
			'hubs'             => $kinds['hub'] ?? 0,
			'articles'         => $kinds['article'] ?? 0,
			'links'            => count( $document['links'] ),
		);
	}

	/**
	 * What a sector usually is, as the engine's catalogue has it; a shop where WooCommerce runs, if the sector can be one.
	 */
	private function site_type( string $sector ): string|\WP_Error {
		$operation = $this->plugin->operations()['engine.sectors'] ?? null;
		$found     = null === $operation ? array( 'sectors' => array() ) : $this->plugin->call( $operation, array( 'search' => $sector ) );
		if ( is_wp_error( $found ) ) {
			return $found;
		}
		$types = array_column( $found['sectors'], 'site_types', 'slug' )[ $sector ] ?? array();
		if ( array() === $types ) {
			$near = array_slice( array_column( $found['sectors'], 'slug' ), 0, 3 );
			$help = array() === $near
				? __( 'Search for yours in your own words: wp igny8 engine sectors <words>', 'igny8' )
				/* translators: %s: slugs of sectors. */
				: sprintf( __( 'Did you mean %s?', 'igny8' ), implode( ', ', $near ) );
			/* translators: 1: slug of a sector, 2: what to do. */
			return new \WP_Error( 'unknown_sector', sprintf( __( 'The engine knows no sector "%1$s". %2$s', 'igny8' ), $sector, $help ), array( 'status' => 400, 'fields' => array( 'sectors.0' => $help ) ) );
		}
		return post_type_exists( 'product' ) && in_array( 'ecommerce', $types, true ) ? 'ecommerce' : $types[0];
	}

	private static function site_name(): string {
		$name = html_entity_decode( (string) get_option( 'blogname' ), ENT_QUOTES );
		return '' === trim( $name ) ? (string) wp_parse_url( home_url(), PHP_URL_HOST ) : $name;
	}

	/**
	 * WordPress' locale without a variant like `_formal`, which says nothing about the language of the phrases.
	 */
	private static function locale(): string {
		return implode( '_', array_slice( explode( '_', get_locale() ), 0, 2 ) );
	}
}
