<?php
/**
 * What a page would say about itself with values that nobody has saved yet: the editor's live preview.
 *
 * @package Igny8
 */

namespace Igny8\Modules\SeoMeta;

use Igny8\Seo\Fields;
use Igny8\Seo\Image;
use Igny8\Seo\Resolver;
use Igny8\Seo\Robots;
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
	 * @param array<string, mixed> $input Of `seo-meta.preview`.
	 * @return array<string, mixed>
	 */
	public static function of( Subject $subject, array $input ): array {
		$fields = array_intersect_key( (array) $input['fields'], Fields::META );
		$page   = Resolver::preview( $subject, $fields, self::thing( $subject, $input ) );
		$image  = $page->image();
		if ( ! empty( $input['image'] ) && '' === (string) $page->own( 'og_image' ) ) {
			$image = Image::attachment( (int) $input['image'] ) ?? $image;
		}
		$default = Resolver::preview( $subject, array_fill_keys( array( 'title', 'description', 'robots', 'canonical', 'og_title', 'og_description', 'x_title', 'x_description' ), '' ) + $fields, $page->thing );
		return array(
			'title'       => $page->title(),
			'description' => $page->description(),
			'url'         => $subject->url(),
			'canonical'   => $page->canonical(),
			'robots'      => Robots::text( $page->robots() ),
			'is_indexed'  => empty( $page->robots()['noindex'] ),
			'og'          => array( 'title' => $page->social_title(), 'description' => $page->social_description(), 'image' => $image ),
			'x'           => array( 'title' => $page->social_title( 'x' ), 'description' => $page->social_description( 'x' ), 'image' => '' === (string) $page->own( 'x_image' ) ? $image : $page->image( 'x' ) ),
			'default'     => array( 'title' => $default->title(), 'description' => $default->description(), 'robots' => Robots::text( $default->robots() ) ),
			'templates'   => array( 'title' => Templates::get( $page->kind, 'title' ), 'description' => Templates::get( $page->kind, 'description' ) ),
		);
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
		$thing = null === $thing ? null : clone $thing;
		foreach ( self::PROPERTIES[ null === $thing ? '' : $thing::class ] ?? array() as $name => $property ) {
			isset( $input[ $name ] ) && $thing->$property = $input[ $name ];
		}
		return $thing;
	}
}
