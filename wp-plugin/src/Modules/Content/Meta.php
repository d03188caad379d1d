<?php
/**
 * The registered meta of posts and terms that came out of the blueprint.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Content;

use Igny8\Capabilities;
use Igny8\Seo\Fields;

/**
 * A post or term carries what is known about it, so that it stays whole when it is exported, and so that a crash
 * between writing it and noting it down is found out.
 */
final class Meta {

	public const PAGE        = '_igny8_page';
	public const STATE       = '_igny8_state';
	public const TITLE       = Fields::META['title'];
	public const DESCRIPTION = Fields::META['description'];
	public const CLUSTER     = '_igny8_cluster';
	public const KEYWORDS    = '_igny8_keywords';
	public const SCHEMA_TYPE = '_igny8_schema_type';
	public const IMAGES      = '_igny8_images';
	public const HEADING     = '_igny8_heading'; // Of terms: the archive's title.
	public const CONTENT     = '_igny8_content'; // Of terms: their blocks.
	public const STATUS      = '_igny8_status';  // Of terms: drafted or published.

	/**
	 * Registers all of it, on `init`. REST shows what the editor's screens need.
	 */
	public static function register(): void {
		$of_posts = array( self::PAGE => 'Id of the planned page this post is.' );
		$of_terms = array(
			self::HEADING => 'Title of the archive page.',
			self::CONTENT => 'Content of the archive page, as blocks.',
			self::STATUS  => 'drafted or published.',
		);
		$of_both  = array(
			self::STATE       => 'page, brief or draft.',
			self::TITLE       => 'Title for search engines.',
			self::DESCRIPTION => 'Description for search engines.',
			self::CLUSTER     => 'Id of the cluster.',
			self::SCHEMA_TYPE => 'schema.org type.',
		);
		$in_rest  = array( self::STATE, self::TITLE, self::DESCRIPTION );
		foreach ( $of_posts + $of_both as $key => $description ) {
			self::text( 'post', $key, $description, in_array( $key, $in_rest, true ) );
		}
		foreach ( $of_terms + $of_both as $key => $description ) {
			self::text( 'term', $key, $description, in_array( $key, $in_rest, true ) );
		}
		foreach ( array( 'post', 'term' ) as $object_type ) {
			self::list( $object_type, self::KEYWORDS, 'Keywords, primary first.' );
		}
		self::list( 'post', self::IMAGES, 'Images to make or choose, each with alt, caption and prompt.' );
	}

	/**
	 * What a document and its page say about themselves, for posts and terms alike.
	 *
	 * @param array<string, mixed> $document
	 * @param array<string, mixed> $page
	 * @return array<string, mixed>
	 */
	public static function of( array $document, array $page ): array {
		return array(
			self::STATE       => $document['state'],
			self::TITLE       => sanitize_text_field( $document['meta_title'] ),
			self::DESCRIPTION => sanitize_text_field( $document['meta_description'] ),
			self::CLUSTER     => (string) $page['cluster'],
			self::KEYWORDS    => array_values( array_unique( array_filter( array( $page['primary_keyword'], ...$page['keywords'] ) ) ) ),
			self::SCHEMA_TYPE => sanitize_text_field( $document['schema_type'] ?? '' ),
		);
	}

	/**
	 * Blocks are no text field: sanitising them as one would strip their markup.
	 */
	private static function text( string $object_type, string $key, string $description, bool $is_in_rest ): void {
		register_meta(
			$object_type,
			$key,
			array(
				'type'              => 'string',
				'description'       => $description,
				'single'            => true,
				'default'           => '',
				'sanitize_callback' => self::CONTENT === $key ? null : array( Fields::class, 'clean_text' ),
				'auth_callback'     => array( self::class, "may_edit_{$object_type}" ),
				'show_in_rest'      => $is_in_rest,
			)
		);
	}

	private static function list( string $object_type, string $key, string $description ): void {
		register_meta(
			$object_type,
			$key,
			array(
				'type'          => 'array',
				'description'   => $description,
				'single'        => true,
				'auth_callback' => array( self::class, "may_edit_{$object_type}" ),
				'show_in_rest'  => false,
			)
		);
	}

	public static function may_edit_post( bool $is_allowed, string $key, int $post_id, int $user_id ): bool {
		return user_can( $user_id, 'edit_post', $post_id ) && self::may_edit_key( $key, $user_id );
	}

	public static function may_edit_term( bool $is_allowed, string $key, int $term_id, int $user_id ): bool {
		return user_can( $user_id, 'edit_term', $term_id ) && self::may_edit_key( $key, $user_id );
	}

	/**
	 * Titles and descriptions for search engines have a right of their own, whichever door they come through.
	 */
	private static function may_edit_key( string $key, int $user_id ): bool {
		return ! in_array( $key, array( self::TITLE, self::DESCRIPTION ), true ) || user_can( $user_id, Capabilities::EDIT_SEO );
	}
}
