<?php
/**
 * What a page would say about itself with values that nobody has saved yet: the editor's live preview.
 *
 * @package Igny8
 */

namespace Igny8\Modules\SeoMeta;

use Igny8\Capabilities;
use Igny8\Seo\Address;
use Igny8\Seo\Fields;
use Igny8\Seo\Resolver;
use Igny8\Seo\Robots;
use Igny8\Seo\Social;
use Igny8\Seo\Subject;
use Igny8\Seo\Templates;

final class Preview {

	/**
	 * Property of a preview's input → that of the object it stands for.
	 */
	private const PROPERTIES = array(
		'WP_Post' => array( 'title' => 'post_title', 'content' => 'post_content', 'excerpt' => 'post_excerpt', 'slug' => 'post_name' ),
		'WP_Term' => array( 'title' => 'name', 'content' => 'description', 'slug' => 'slug' ),
	);

	/**
	 * Fields that are no text; what has not the shape of its field is passed over.
	 */
	private const STRUCTURES = array( 'keyphrases', 'primary_terms', 'schema' );

	/**
	 * @param array<string, mixed> $input Of `seo-meta.preview`.
	 * @return array<string, mixed>|\WP_Error
	 */
	public static function of( array $input ): array|\WP_Error {
		$subject = '' === $input['of'] ? self::subject( $input['kind'], $input['id'], $input['subtype'] ) : Address::subject( $input['of'] );
		if ( is_wp_error( $subject ) || ! self::may_edit( $subject ) ) {
			return is_wp_error( $subject ) ? $subject : new \WP_Error( 'rest_forbidden', __( 'Your account may not edit this page.', 'igny8' ), array( 'status' => rest_authorization_required_code() ) );
		}
		$values  = array_filter( array_intersect_key( (array) $input['values'], Fields::META ), static fn( $value, $name ) => is_scalar( $value ) !== in_array( $name, self::STRUCTURES, true ), ARRAY_FILTER_USE_BOTH );
		$unsaved = $values + array( 'terms' => (array) $input['terms'] );
		isset( $input['image'] ) && $unsaved['thumbnail'] = $input['image'];
		$page    = Resolver::preview( $subject, $unsaved, self::thing( $subject, $input ) );
		$default = Resolver::preview( $subject, array_fill_keys( array( 'title', 'description', 'robots', 'canonical' ), '' ) + $unsaved, $page->thing );
		return array(
			'title'                => $page->title(),
			'description'          => $page->description(),
			'robots'               => Robots::text( $page->robots() ),
			'is_indexed'           => empty( $page->robots()['noindex'] ),
			'canonical'            => $page->canonical(),
			'url'                  => $subject->url(),
			'og_title'             => $page->social_title(),
			'og_description'       => $page->social_description(),
			'og_image'             => $page->image(),
			'x_title'              => $page->social_title( 'x' ),
			'x_description'        => $page->social_description( 'x' ),
			'x_image'              => $page->image( 'x' ),
			'x_card'               => Social::card( $page ),
			'default_title'        => $default->title(),
			'default_description'  => $default->description(),
			'default_robots'       => Robots::text( $default->robots() ),
			'title_template'       => Templates::get( $page->kind, 'title' ),
			'description_template' => Templates::get( $page->kind, 'description' ),
		);
	}

	private static function subject( string $kind, int $id, string $taxonomy ): Subject|\WP_Error {
		if ( 'term' === $kind && 0 === $id && taxonomy_exists( $taxonomy ) ) {
			return Subject::term( new \WP_Term( (object) array( 'term_id' => 0, 'taxonomy' => $taxonomy ) ) );
		}
		return Address::subject( "{$kind}:{$id}" );
	}

	/**
	 * Of pages without values of their own, whoever may change their templates.
	 */
	private static function may_edit( Subject $subject ): bool {
		if ( $subject->has_meta() ) {
			return Fields::may_edit( $subject );
		}
		return Capabilities::may( 'term' === $subject->kind ? get_taxonomy( $subject->subtype )->cap->edit_terms : Capabilities::MANAGE_SEO );
	}

	/**
	 * A copy of the post, term or author with what the editor has changed.
	 *
	 * @param array<string, mixed> $input
	 */
	private static function thing( Subject $subject, array $input ): \WP_Post|\WP_Term|\WP_User|\WP_Post_Type|null {
		$thing = $subject->object();
		if ( $thing instanceof \WP_User ) {
			$thing                    = clone $thing;
			$thing->data              = clone $thing->data;
			isset( $input['title'] ) && $thing->data->display_name = $input['title'];
			isset( $input['content'] ) && $thing->data->description = $input['content'];
			return $thing;
		}
		if ( null === $thing && 'term' === $subject->kind ) {
			$thing = new \WP_Term( (object) array( 'term_id' => 0, 'taxonomy' => $subject->subtype ) );
		}
		$thing = null === $thing ? null : clone $thing;
		foreach ( self::PROPERTIES[ null === $thing ? '' : $thing::class ] ?? array() as $name => $property ) {
			isset( $input[ $name ] ) && $thing->$property = $input[ $name ];
		}
		return $thing;
	}
}
