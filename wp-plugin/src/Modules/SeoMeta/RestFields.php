<?php
/**
 * Adds `igny8_seo` (what the owner said) and `igny8_head` (what the page prints) to posts, terms and users in WordPress' REST API.
 *
 * @package Igny8
 */

namespace Igny8\Modules\SeoMeta;

use Igny8\Plugin;
use Igny8\Seo\Fields;
use Igny8\Seo\Head;
use Igny8\Seo\OtherPlugins;
use Igny8\Seo\Subject;

final class RestFields {

	public function __construct( private readonly Plugin $plugin ) {}

	public function register(): void {
		$post_types = array_filter( get_post_types( array( 'show_in_rest' => true ) ), 'is_post_type_viewable' );
		$taxonomies = array_filter( get_taxonomies( array( 'show_in_rest' => true ) ), 'is_taxonomy_viewable' );
		$of_terms   = array_map( static fn( string $taxonomy ) => 'post_tag' === $taxonomy ? 'tag' : $taxonomy, $taxonomies ); // REST's own name for it.
		$this->register_field( array( ...array_values( $post_types ), ...array_values( $of_terms ), 'user' ), 'igny8_seo', 'get_values', array( $this, 'set_values' ), self::values_schema() );
		$this->register_field( array( ...array_values( $post_types ), ...array_values( $of_terms ), 'user', 'type' ), 'igny8_head', 'get_head', null, self::head_schema() );
	}

	/**
	 * @param array<string, mixed> $item As the controller prepared it.
	 * @return array<string, mixed>|null
	 */
	public function get_values( array $item, string $field, \WP_REST_Request $request, string $object_type ): ?array {
		$subject = 'edit' === $request['context'] ? self::subject( (int) ( $item['id'] ?? 0 ), $object_type ) : null;
		if ( null === $subject || ! Fields::may_edit( $subject ) ) {
			return null;
		}
		$values = Fields::read( $subject );
		foreach ( array( 'primary_terms', 'schema' ) as $map ) {
			$values[ $map ] = (object) $values[ $map ]; // Empty, it is `{}` in JSON, not `[]`.
		}
		return $values;
	}

	/**
	 * @param mixed $values Checked against the schema by WordPress.
	 */
	public function set_values( mixed $values, \WP_Post|\WP_Term|\WP_User $thing ): bool|\WP_Error {
		$subject = match ( true ) {
			$thing instanceof \WP_Post => Subject::post( $thing ),
			$thing instanceof \WP_Term => Subject::term( $thing ),
			default                    => Subject::author( $thing->ID ),
		};
		$result = Fields::refusal( $subject, (array) $values ) ?? Fields::write( $subject, (array) $values );
		return is_wp_error( $result ) ? $result : true;
	}

	/**
	 * Made where somebody wants it: for a single item, for a list asked by slug, and where `_fields` names it. A list of a
	 * hundred posts would cost a hundred heads.
	 *
	 * @param array<string, mixed> $item
	 * @return array{html: string, tags: list<array<string, mixed>>}|null
	 */
	public function get_head( array $item, string $field, \WP_REST_Request $request, string $object_type ): ?array {
		$is_wanted = 'edit' !== $request['context'] && ( ! empty( $request['_fields'] ) || ! empty( $request['slug'] ) || isset( $request->get_url_params()['id'] ) || isset( $request->get_url_params()['type'] ) );
		if ( ! $is_wanted || OtherPlugins::are_printing() ) {
			return null;
		}
		$subject = 'type' === $object_type ? Subject::post_type_archive( (string) ( $item['slug'] ?? '' ) ) : self::subject( (int) ( $item['id'] ?? 0 ), $object_type );
		if ( null === $subject || '' === $subject->url() ) {
			return null;
		}
		$tags = Head::of( $this->plugin )->tags( $subject );
		return array( 'html' => Head::render( $tags ), 'tags' => $tags );
	}

	/**
	 * @param list<string>         $object_types
	 * @param array<string, mixed> $schema
	 */
	private function register_field( array $object_types, string $name, string $get, ?callable $update, array $schema ): void {
		register_rest_field( $object_types, $name, array( 'get_callback' => array( $this, $get ), 'update_callback' => $update, 'schema' => $schema ) );
	}

	private static function subject( int $id, string $object_type ): ?Subject {
		if ( 'user' === $object_type ) {
			return $id > 0 ? Subject::author( $id ) : null;
		}
		$thing = post_type_exists( $object_type ) ? get_post( $id ) : get_term( $id, 'tag' === $object_type ? 'post_tag' : $object_type );
		return match ( true ) {
			$thing instanceof \WP_Post => Subject::post( $thing ),
			$thing instanceof \WP_Term => Subject::term( $thing ),
			default                    => null,
		};
	}

	/**
	 * @return array<string, mixed>
	 */
	private static function values_schema(): array {
		$properties = array_map(
			static function ( array $property ): array {
				unset( $property['default'] ); // WordPress would fill them in and overwrite what is stored.
				return $property;
			},
			Fields::properties()
		);
		return array(
			'description'          => __( 'What the owner said about the page for search engines and social networks.', 'igny8' ),
			'type'                 => array( 'object', 'null' ),
			'context'              => array( 'edit' ),
			'properties'           => $properties,
			'additionalProperties' => false,
		);
	}

	/**
	 * @return array<string, mixed>
	 */
	private static function head_schema(): array {
		return array(
			'description' => __( 'What IGNY8 prints in the head of the page, for sites with a front end of their own.', 'igny8' ),
			'type'        => array( 'object', 'null' ),
			'context'     => array( 'view', 'embed' ),
			'readonly'    => true,
			'properties'  => array(
				'html' => array( 'type' => 'string' ),
				'tags' => array( 'type' => 'array', 'items' => array( 'type' => 'object' ) ),
			),
		);
	}
}
