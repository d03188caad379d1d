<?php
/**
 * The variables of title and description templates: what each means, where it can be used, what it gives here.
 *
 * @package Igny8
 */

namespace Igny8\Modules\SeoMeta;

use Igny8\Seo\Address;
use Igny8\Seo\Subject;
use Igny8\Seo\Templates;
use Igny8\Seo\Variables;

final class VariableList {

	/**
	 * Kinds (before their colon) that have the variables of a line; '' is all.
	 */
	private const KINDS = array(
		'post'        => array( 'excerpt', 'content', 'author', 'author_bio', 'date', 'modified', 'category', 'categories', 'tag', 'tags', 'parent_title', 'focus_keyphrase', 'cluster', 'post_type', 'post_type_plural', 'id', 'slug', 'field', 'terms' ),
		'product'     => array( 'price', 'sku', 'brand' ),
		'term'        => array( 'term', 'term_description', 'parent_term', 'taxonomy', 'focus_keyphrase', 'cluster', 'id', 'slug', 'field' ),
		'author'      => array( 'author', 'author_bio', 'id', 'slug', 'field' ),
		'archive'     => array( 'archive_title', 'archive_description', 'post_type', 'post_type_plural' ),
		'date'        => array( 'archive_title' ),
		'search'      => array( 'archive_title', 'search' ),
		'not_found'   => array( 'archive_title' ),
		'home'        => array(),
	);

	/**
	 * @return array{of: string, variables: list<array{name: string, variable: string, label: string, sample: string, kinds: list<string>}>}|\WP_Error
	 */
	public static function of( string $name, string $kind ): array|\WP_Error {
		$subject = '' === $name ? self::sample( $kind ) : Address::readable( $name );
		if ( is_wp_error( $subject ) ) {
			return $subject;
		}
		$values = new Variables( $subject, $subject->object() );
		$rows   = array();
		foreach ( self::labels() as $variable => $label ) {
			$kinds = self::kinds( $variable );
			if ( '' !== $kind && array() !== $kinds && ! array_intersect( $kinds, array( strtok( $kind, ':' ), substr( (string) strrchr( $kind, ':' ), 1 ) ) ) ) {
				continue;
			}
			$argument = array( 'field' => __( 'key', 'igny8' ), 'terms' => 'category' )[ $variable ] ?? '';
			$rows[]   = array(
				'name'     => $variable,
				'variable' => '' === $argument ? "{{$variable}}" : "{{$variable}:{$argument}}",
				'label'    => $label,
				'sample'   => 'page' === $variable ? ( new Variables( $subject->on_page( 2 ), $subject->object() ) )->value( 'page' ) : $values->value( $variable, $argument ),
				'kinds'    => $kinds,
			);
		}
		return array( 'of' => $subject->key(), 'variables' => $rows );
	}

	/**
	 * @return list<string>
	 */
	private static function kinds( string $variable ): array {
		return array_keys( array_filter( self::KINDS, static fn( array $variables ) => in_array( $variable, $variables, true ) ) );
	}

	/**
	 * A page of the kind to take samples from.
	 */
	private static function sample( string $kind ): Subject {
		list( $what, $type ) = explode( ':', $kind, 2 ) + array( '', '' );
		$posts               = get_posts( array( 'post_type' => 'post' === $what && '' !== $type ? $type : 'post', 'posts_per_page' => 1, 'post_status' => array( 'publish', 'inherit' ) ) );
		$terms               = 'term' === $what ? get_terms( array( 'taxonomy' => $type, 'number' => 1, 'orderby' => 'count', 'order' => 'DESC' ) ) : array();
		return match ( true ) {
			is_array( $terms ) && array() !== $terms => Subject::term( $terms[0] ),
			'author' === $what                       => Subject::author( array() === $posts ? (int) get_current_user_id() : (int) $posts[0]->post_author ),
			'archive' === $what                      => Subject::post_type_archive( $type ),
			'date' === $what                         => Subject::of_kind( 'date', wp_date( 'Y-m' ) ),
			'search' === $what                       => Subject::of_kind( 'search', __( 'words', 'igny8' ) ),
			'not_found' === $what                    => Subject::of_kind( 'not_found' ),
			'home' === $what, array() === $posts     => Subject::home(),
			default                                  => Subject::post( $posts[0] ),
		};
	}

	/**
	 * @return array<string, string>
	 */
	private static function labels(): array {
		return array(
			'title'               => __( 'Title of the page', 'igny8' ),
			'site_name'           => __( 'Name of the site', 'igny8' ),
			'tagline'             => __( 'Tagline of the site', 'igny8' ),
			'separator'           => __( 'Separator', 'igny8' ),
			'page'                => __( 'Page 2 of 5, with a separator before it; nothing on the first page', 'igny8' ),
			'page_number'         => __( 'Number of the page, from the second on', 'igny8' ),
			'page_total'          => __( 'How many pages there are', 'igny8' ),
			'excerpt'             => __( 'Excerpt, or the first sentences', 'igny8' ),
			'content'             => __( 'First sentences of the content', 'igny8' ),
			'author'              => __( 'Name of the author', 'igny8' ),
			'author_bio'          => __( 'Biography of the author', 'igny8' ),
			'date'                => __( 'Date of publication', 'igny8' ),
			'modified'            => __( 'Date of the last change', 'igny8' ),
			'current_date'        => __( 'Today', 'igny8' ),
			'current_year'        => __( 'This year', 'igny8' ),
			'current_month'       => __( 'This month', 'igny8' ),
			'category'            => __( 'Primary category', 'igny8' ),
			'categories'          => __( 'All categories', 'igny8' ),
			'tag'                 => __( 'First tag', 'igny8' ),
			'tags'                => __( 'All tags', 'igny8' ),
			'term'                => __( 'Name of the term', 'igny8' ),
			'term_description'    => __( 'Description of the term', 'igny8' ),
			'parent_term'         => __( 'Parent of the term', 'igny8' ),
			'parent_title'        => __( 'Title of the parent page', 'igny8' ),
			'taxonomy'            => __( 'Taxonomy', 'igny8' ),
			'post_type'           => __( 'Post type', 'igny8' ),
			'post_type_plural'    => __( 'Post type, plural', 'igny8' ),
			'archive_title'       => __( 'Title of the archive', 'igny8' ),
			'archive_description' => __( 'Description of the archive', 'igny8' ),
			'search'              => __( 'What was searched for', 'igny8' ),
			'id'                  => __( 'Id', 'igny8' ),
			'slug'                => __( 'Slug', 'igny8' ),
			'focus_keyphrase'     => __( 'Focus keyphrase', 'igny8' ),
			'cluster'             => __( 'Cluster of the structure', 'igny8' ),
			'field'               => __( 'Custom field', 'igny8' ),
			'terms'               => __( 'Terms of a taxonomy', 'igny8' ),
			'price'               => __( 'Price', 'igny8' ),
			'sku'                 => __( 'Article number', 'igny8' ),
			'brand'               => __( 'Brand', 'igny8' ),
		);
	}
}
