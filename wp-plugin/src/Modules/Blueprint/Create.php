<?php
/**
 * Makes a new version: the owner's wishes into the engine's input, the engine's blueprint into a stored draft.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Blueprint;

/**
 * Stored versions are never changed; the same document twice is one version.
 */
final class Create {

	public function __construct( private readonly BlueprintsTable $blueprints ) {}

	/**
	 * The engine's `BlueprintInput`. What was not said is taken from the site.
	 *
	 * @param array<string, mixed> $input
	 * @return array<string, mixed>
	 */
	public function prepare( array $input ): array {
		$facts = array_intersect_key( $input['facts'] ?? array(), array_flip( VersionOperations::FACTS ) );
		$name  = trim( $input['name'] ?? '' );
		return array_filter(
			array(
				'site_name'               => '' === $name ? self::site_name() : $name,
				'site_type'               => $input['type'],
				'locale'                  => $input['locale'] ?? self::locale(),
				'sectors'                 => array_values( $input['sectors'] ),
				'facts'                   => $facts,
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
	 * @return array{version: int, status: string, is_new: bool, counts: array<string, int>}
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
	 * @return array{version: int, status: string, is_new: bool, counts: array<string, int>}
	 */
	private static function result( array $row, bool $is_new ): array {
		return array(
			'version' => $row['version'],
			'status'  => $row['status'],
			'is_new'  => $is_new,
			'counts'  => $row['counts'],
		);
	}

	/**
	 * What lists and the dashboard show of a version.
	 *
	 * @param array<string, mixed> $document
	 * @return array<string, int>
	 */
	private static function count( array $document ): array {
		$kinds = array_count_values( array_column( $document['pages'], 'kind' ) );
		return array(
			'attributes' => count( $document['attributes'] ),
			'clusters'   => count( $document['clusters'] ),
			'keywords'   => count( $document['keywords'] ),
			'taxonomies' => count( $document['taxonomies'] ),
			'terms'      => array_sum( array_map( static fn( array $taxonomy ) => count( $taxonomy['terms'] ), $document['taxonomies'] ) ),
			'pages'      => count( $document['pages'] ),
			'hubs'       => $kinds['hub'] ?? 0,
			'articles'   => $kinds['article'] ?? 0,
			'links'      => count( $document['links'] ),
		);
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
