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

	/**
	 * What the owner decided before, and what a new version keeps unless told otherwise.
	 */
	private const KEPT = array( 'edits', 'decisions', 'keywords' );

	/**
	 * Completed inputs of this request: the wizard's record, and a list read by the engine, are looked up once.
	 *
	 * @var array<string, array<string, mixed>|\WP_Error>
	 */
	private array $completed = array();

	public function __construct(
		private readonly BlueprintsTable $blueprints,
		private readonly Plugin $plugin,
	) {}

	/**
	 * The engine's `BlueprintInput`. What was not said is taken from the wizard, the newest version and the site.
	 *
	 * @param array<string, mixed> $input Of `blueprint.create`.
	 * @return array<string, mixed>|\WP_Error
	 */
	public function prepare( array $input ): array|\WP_Error {
		$full = $this->complete( $input );
		if ( is_wp_error( $full ) ) {
			return $full;
		}
		if ( ! isset( $input['edits'] ) && ! empty( $full['edits'] ) ) {
			$bare = $this->plugin->jobs()->ask( 'sag.build_blueprint', Proposal::input( $this->engine_input( $full ) ) );
			if ( is_wp_error( $bare ) ) {
				return $bare;
			}
			// Made for other sectors or facts, perhaps: what fits still counts, the rest would be refused.
			$full['edits'] = Proposal::fitting( $full['edits'], $bare['attributes'] );
		}
		return $this->engine_input( $full );
	}

	/**
	 * The input with what the wizard holds, if asked for, and what is kept of the newest version.
	 *
	 * @param array<string, mixed> $input
	 * @return array<string, mixed>|\WP_Error
	 */
	public function complete( array $input ): array|\WP_Error {
		$key = md5( (string) wp_json_encode( $input ) );
		return $this->completed[ $key ] ??= $this->completed( $input );
	}

	/**
	 * Stores the engine's answer as a draft.
	 *
	 * @param array<string, mixed> $document
	 * @param array<string, mixed> $input
	 * @return array<string, mixed> `{version, status, is_new}` and the counts.
	 */
	public function save( array $document, array $input ): array {
		$full   = $this->complete( $input );
		$full   = is_wp_error( $full ) ? $input : $full + array_filter( array( 'templates' => ( new TemplatesTable() )->of( $full['sectors'] ) ) );
		$result = $this->store( $document, $full );
		if ( $input['from_wizard'] ?? false ) {
			$wizard = new Wizard( $this->blueprints );
			'active' === $result['status'] ? $wizard->forget() : $wizard->planned( $result['version'] ); // The active version again: nothing is left to apply.
		}
		return $result;
	}

	/**
	 * What lists and the dashboard show of a version.
	 *
	 * @param array<string, mixed> $document
	 * @return array<string, int|array<string, int>>
	 */
	public static function count( array $document ): array {
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
	 * The site's title, or its address where it has none.
	 */
	public static function site_name(): string {
		$name = html_entity_decode( (string) get_option( 'blogname' ), ENT_QUOTES );
		return '' === trim( $name ) ? (string) wp_parse_url( home_url(), PHP_URL_HOST ) : $name;
	}

	/**
	 * WordPress' locale without a variant like `_formal`, which says nothing about the language of the phrases.
	 */
	public static function locale(): string {
		return implode( '_', array_slice( explode( '_', get_locale() ), 0, 2 ) );
	}

	/**
	 * @param array<string, mixed> $input
	 * @return array<string, mixed>|\WP_Error
	 */
	private function completed( array $input ): array|\WP_Error {
		if ( $input['from_wizard'] ?? false ) {
			$input += ( new Wizard( $this->blueprints ) )->create_input();
		}
		unset( $input['from_wizard'] );
		if ( empty( $input['sectors'] ) ) {
			$message = __( 'Choose at least one sector.', 'igny8' );
			return new \WP_Error( 'input_invalid', $message, array( 'status' => 400, 'fields' => array( 'sectors' => $message ) ) );
		}
		if ( is_string( $input['keywords'] ?? null ) ) {
			$read = ( new Keywords( $this->plugin->jobs() ) )->read( $input['keywords'], '', $input['locale'] ?? self::locale() );
			if ( is_wp_error( $read ) ) {
				return $read;
			}
			$input['keywords'] = $read['keywords'];
		}
		$missing = array_diff( self::KEPT, array_keys( $input ) );
		return array() === $missing ? $input : $input + array_intersect_key( $this->blueprints->newest_input(), array_flip( $missing ) );
	}

	/**
	 * @param array<string, mixed> $full A completed input.
	 * @return array<string, mixed>|\WP_Error
	 */
	private function engine_input( array $full ): array|\WP_Error {
		$name      = trim( $full['site_name'] ?? '' );
		$templates = ( new TemplatesTable() )->of( $full['sectors'] );
		$type      = ( $full['site_type'] ?? '' ) ?: $this->site_type( $full['sectors'][0], $templates );
		if ( is_wp_error( $type ) ) {
			return $type;
		}
		return array_filter(
			array(
				'site_name'               => '' === $name ? self::site_name() : $name,
				'site_type'               => $type,
				'locale'                  => ( $full['locale'] ?? '' ) ?: self::locale(),
				'sectors'                 => array_values( $full['sectors'] ),
				'facts'                   => array_filter( $full['facts'] ?? array() ),
				'templates'               => $templates,
				'edits'                   => array_values( $full['edits'] ?? array() ),
				'decisions'               => array_values( $full['decisions'] ?? array() ),
				'keywords'                => array_values( $full['keywords'] ?? array() ),
				'max_clusters_per_sector' => $full['max_clusters_per_sector'] ?? null,
			),
			static fn( mixed $value ) => null !== $value && array() !== $value
		);
	}

	/**
	 * @param array<string, mixed> $document
	 * @param array<string, mixed> $input
	 * @return array<string, mixed> `{version, status, is_new}` and the counts.
	 */
	private function store( array $document, array $input ): array {
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
			return $this->store( $document, $input );
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
	 * What a sector usually is, as its template has it; a shop where WooCommerce runs, if the sector can be one.
	 *
	 * @param list<array<string, mixed>> $templates The site's own copies.
	 */
	private function site_type( string $sector, array $templates ): string|\WP_Error {
		$types = array_column( $templates, 'site_types', 'slug' )[ $sector ] ?? null;
		if ( null === $types ) {
			$operation = $this->plugin->operations()['engine.sectors'] ?? null;
			$found     = null === $operation ? array( 'sectors' => array() ) : $this->plugin->call( $operation, array( 'search' => $sector ) );
			if ( is_wp_error( $found ) ) {
				return $found;
			}
			$types = array_column( $found['sectors'], 'site_types', 'slug' )[ $sector ] ?? array();
			if ( array() === $types ) {
				return self::unknown( $sector, array_slice( array_column( $found['sectors'], 'slug' ), 0, 3 ) );
			}
		}
		return post_type_exists( 'product' ) && in_array( 'ecommerce', $types, true ) ? 'ecommerce' : $types[0];
	}

	/**
	 * @param list<string> $near Slugs of sectors that are like it.
	 */
	private static function unknown( string $sector, array $near ): \WP_Error {
		$help = array() === $near
			? __( 'Search for yours in your own words: wp igny8 engine sectors <words>', 'igny8' )
			/* translators: %s: slugs of sectors. */
			: sprintf( __( 'Did you mean %s?', 'igny8' ), implode( ', ', $near ) );
		/* translators: 1: slug of a sector, 2: what to do. */
		return new \WP_Error( 'unknown_sector', sprintf( __( 'The engine knows no sector "%1$s". %2$s', 'igny8' ), $sector, $help ), array( 'status' => 400, 'fields' => array( 'sectors.0' => $help ) ) );
	}
}
