<?php
/**
 * The site's taxonomies: registers those of the applied blueprints from one small autoloaded option.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Blueprint;

/**
 * The option is autoloaded, so it is kept short: JSON, slug → `[singular, plural, base if not the slug, 1 if hierarchical]`,
 * some 60 bytes each of the 1 KB that all modules share. A page view pays one registration each and no query.
 *
 * @phpstan-type Definition array{name: string, base: string, singular: string, plural: string, is_hierarchical: bool}
 */
final class Taxonomies {

	public const OPTION = 'igny8_taxonomies';

	/**
	 * The id of the planned page that a term's archive, or a post, is.
	 */
	public const PAGE_META = '_igny8_page';

	/**
	 * WordPress' limit for a taxonomy's name (register_taxonomy(), "must be between 1 and 32 characters").
	 */
	private const MAX_NAME = 32;

	/**
	 * Registers all of them, on `init`.
	 */
	public function register(): void {
		foreach ( $this->all() as $definition ) {
			self::register_one( $definition );
		}
	}

	/**
	 * Tells REST of the planned page of a term, on `rest_api_init`.
	 */
	public function register_meta(): void {
		register_meta(
			'term',
			self::PAGE_META,
			array(
				'type'              => 'string',
				'description'       => 'Id of the planned page this archive is.',
				'single'            => true,
				'sanitize_callback' => 'sanitize_text_field',
				'auth_callback'     => static fn() => current_user_can( 'manage_categories' ),
				'show_in_rest'      => true,
			)
		);
	}

	/**
	 * @return array<string, array{name: string, base: string, singular: string, plural: string, is_hierarchical: bool}> By the blueprint's slug.
	 */
	public function all(): array {
		$stored = get_option( self::OPTION, '' );
		$all    = array();
		foreach ( is_string( $stored ) ? (array) json_decode( $stored, true ) : array() as $slug => $short ) {
			$all[ $slug ] = array(
				'name'            => self::name( $slug ),
				'base'            => ( $short[2] ?? '' ) === '' ? $slug : $short[2],
				'singular'        => $short[0],
				'plural'          => $short[1],
				'is_hierarchical' => (bool) ( $short[3] ?? false ),
			);
		}
		return $all;
	}

	/**
	 * Makes the autoloaded option exist: a missing one would cost a query on every page view.
	 */
	public function install(): void {
		add_option( self::OPTION, '', '', true );
	}

	/**
	 * Forgets what this request has read, and registers what others have added: another request may have worked since.
	 */
	public function refresh(): void {
		wp_cache_delete( 'alloptions', 'options' );
		wp_cache_delete( self::OPTION, 'options' );
		wp_cache_set_terms_last_changed();
		foreach ( $this->all() as $definition ) {
			if ( ! taxonomy_exists( $definition['name'] ) ) {
				self::register_one( $definition );
			}
		}
	}

	/**
	 * Stores one definition and registers it for the rest of this request; null removes it.
	 *
	 * @param array{name: string, base: string, singular: string, plural: string, is_hierarchical: bool}|null $definition
	 */
	public function store( string $slug, ?array $definition ): void {
		$all  = $this->all();
		$name = self::name( $slug );
		if ( taxonomy_exists( $name ) ) {
			unregister_taxonomy( $name );
		}
		if ( null === $definition ) {
			unset( $all[ $slug ] );
		} else {
			$all[ $slug ] = $definition;
			self::register_one( $definition );
		}
		update_option( self::OPTION, self::shorten( $all ), true );
	}

	/**
	 * WordPress' name of a taxonomy: `dog-size` is `igny8_dog_size`. A long slug is cut and told apart by a hash.
	 */
	public static function name( string $slug ): string {
		$name = 'igny8_' . strtr( $slug, '-', '_' );
		if ( strlen( $name ) <= self::MAX_NAME ) {
			return $name;
		}
		return substr( $name, 0, self::MAX_NAME - 5 ) . '_' . substr( md5( $slug ), 0, 4 );
	}

	/**
	 * All terms of a taxonomy by slug, also while the taxonomy is not registered.
	 *
	 * @return array<string, \WP_Term>
	 */
	public static function terms( string $name ): array {
		$is_unknown = ! taxonomy_exists( $name );
		if ( $is_unknown ) {
			register_taxonomy( $name, array(), array( 'public' => false, 'rewrite' => false ) );
		}
		$terms = get_terms(
			array(
				'taxonomy'   => $name,
				'hide_empty' => false,
				'orderby'    => 'none',
			)
		);
		if ( $is_unknown ) {
			unregister_taxonomy( $name );
		}
		return is_array( $terms ) ? array_column( $terms, null, 'slug' ) : array();
	}

	/**
	 * @param array<string, array{name: string, base: string, singular: string, plural: string, is_hierarchical: bool}> $all
	 */
	private static function shorten( array $all ): string {
		$short = array();
		foreach ( $all as $slug => $definition ) {
			$base           = $definition['base'] === $slug ? '' : $definition['base'];
			$more           = $definition['is_hierarchical'] ? array( $base, 1 ) : array_filter( array( $base ), 'strlen' );
			$short[ $slug ] = array( $definition['singular'], $definition['plural'], ...$more );
		}
		return array() === $short ? '' : (string) wp_json_encode( $short, JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES );
	}

	/**
	 * @param array{name: string, base: string, singular: string, plural: string, is_hierarchical: bool} $definition
	 */
	private static function register_one( array $definition ): void {
		register_taxonomy(
			$definition['name'],
			post_type_exists( 'product' ) ? array( 'post', 'page', 'product' ) : array( 'post', 'page' ),
			array(
				'labels'             => self::labels( $definition['singular'], $definition['plural'] ),
				'public'             => true,
				'hierarchical'       => $definition['is_hierarchical'],
				'show_in_rest'       => true,
				'show_tagcloud'      => false,
				'show_admin_column'  => false,
				'rewrite'            => array(
					'slug'       => $definition['base'],
					'with_front' => false,
				),
			)
		);
	}

	/**
	 * @return array<string, string>
	 */
	private static function labels( string $singular, string $plural ): array {
		return array(
			'name'          => $plural,
			'singular_name' => $singular,
			'all_items'     => $plural,
			/* translators: %s: name of a taxonomy in the singular: "Dog size". */
			'edit_item'     => sprintf( __( 'Edit: %s', 'igny8' ), $singular ),
			/* translators: %s: name of a taxonomy in the singular: "Dog size". */
			'view_item'     => sprintf( __( 'View: %s', 'igny8' ), $singular ),
			/* translators: %s: name of a taxonomy in the singular: "Dog size". */
			'add_new_item'  => sprintf( __( 'Add: %s', 'igny8' ), $singular ),
			/* translators: %s: name of a taxonomy in the plural: "Dog sizes". */
			'search_items'  => sprintf( __( 'Search: %s', 'igny8' ), $plural ),
			/* translators: %s: name of a taxonomy in the plural: "Dog sizes". */
			'back_to_items' => sprintf( __( 'Back to: %s', 'igny8' ), $plural ),
		);
	}
}
