<?php
/**
 * Which template a page's title and description are made from: the owner's, or the default of its kind.
 *
 * @package Igny8
 */

namespace Igny8\Seo;

/**
 * A kind of page is `home`, `post:<post type>`, `term:<taxonomy>`, `archive:<post type>`, `author`, `date`, `search` or
 * `not_found`. An empty value of the owner means the default.
 */
final class Templates {

	/**
	 * What can be set for a kind.
	 */
	public const NAMES = array( 'title', 'description', 'robots', 'social_title', 'social_description', 'social_image' );

	/**
	 * Kind, without what follows the colon, → defaults. Dates repeat what other archives show, so they stay out of search results.
	 *
	 * @var array<string, array{title: string, description: string, robots?: string}>
	 */
	public const DEFAULTS = array(
		'home'      => array( 'title' => '{site_name} {separator} {tagline} {page}', 'description' => '{tagline}' ),
		'post'      => array( 'title' => '{title} {page} {separator} {site_name}', 'description' => '{excerpt}' ),
		'term'      => array( 'title' => '{term} {page} {separator} {site_name}', 'description' => '{term_description}' ),
		'archive'   => array( 'title' => '{archive_title} {page} {separator} {site_name}', 'description' => '{archive_description}' ),
		'author'    => array( 'title' => '{author} {page} {separator} {site_name}', 'description' => '{author_bio}' ),
		'date'      => array( 'title' => '{archive_title} {page} {separator} {site_name}', 'description' => '', 'robots' => 'noindex' ),
		'search'    => array( 'title' => '{archive_title} {page} {separator} {site_name}', 'description' => '', 'robots' => 'noindex' ),
		'not_found' => array( 'title' => '{archive_title} {separator} {site_name}', 'description' => '', 'robots' => 'noindex' ),
		'other'     => array( 'title' => '{archive_title} {page} {separator} {site_name}', 'description' => '' ),
	);

	/**
	 * Kinds that are no pages of their own in a reader's eyes.
	 */
	private const NOINDEX = array( 'post:attachment', 'term:post_format' );

	/**
	 * The kind a subject's templates are kept under. A static front page has those of home.
	 */
	public static function kind( Subject $subject ): string {
		return match ( true ) {
			$subject->is_front()                   => 'home',
			'post' === $subject->kind              => "post:{$subject->subtype}",
			'term' === $subject->kind              => "term:{$subject->subtype}",
			'post_type_archive' === $subject->kind => "archive:{$subject->subtype}",
			default                                => $subject->kind,
		};
	}

	/**
	 * @param string $name One of NAMES.
	 */
	public static function get( string $kind, string $name ): string {
		$chosen = (string) ( ( (array) Choices::get( 'titles' ) )[ $kind ][ $name ] ?? '' );
		return '' === $chosen ? self::default( $kind, $name ) : $chosen;
	}

	public static function default( string $kind, string $name ): string {
		if ( 'robots' === $name && in_array( $kind, self::NOINDEX, true ) ) {
			return 'noindex';
		}
		return self::DEFAULTS[ strtok( $kind, ':' ) ][ $name ] ?? '';
	}

	/**
	 * Every kind this site has.
	 *
	 * @return list<string>
	 */
	public static function kinds(): array {
		$kinds = array( 'home' );
		foreach ( array_filter( get_post_types( array( 'public' => true ) ), 'is_post_type_viewable' ) as $post_type ) {
			$kinds[] = "post:{$post_type}";
			get_post_type_object( $post_type )->has_archive && $kinds[] = "archive:{$post_type}";
		}
		foreach ( array_filter( get_taxonomies( array( 'public' => true ) ), 'is_taxonomy_viewable' ) as $taxonomy ) {
			$kinds[] = "term:{$taxonomy}";
		}
		return array( ...$kinds, 'author', 'date', 'search', 'not_found' );
	}
}
