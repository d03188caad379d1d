<?php
/**
 * Which pages a list, a bulk change or an export is about: what somebody asked for, within what they may see.
 *
 * @package Igny8
 */

namespace Igny8\Modules\SeoMeta\Bulk;

use Igny8\Capabilities;
use Igny8\Modules\SeoMeta\Survey\Objects;
use Igny8\Modules\SeoMeta\Survey\SurveyTable;

final class Selection {

	/**
	 * What the owner filled in → bit of the survey.
	 */
	public const OWN = array(
		'title'       => SurveyTable::OWN_TITLE,
		'description' => SurveyTable::OWN_DESCRIPTION,
		'keyphrase'   => SurveyTable::KEYPHRASE,
		'canonical'   => SurveyTable::OWN_CANONICAL,
		'image'       => SurveyTable::OWN_IMAGE,
		'cornerstone' => SurveyTable::CORNERSTONE,
	);

	/**
	 * JSON schema of the filters that list, bulk and export share.
	 *
	 * @return array<string, array<string, mixed>>
	 */
	public static function properties(): array {
		$list = static fn( array $items, string $description ): array => array( 'type' => 'array', 'items' => $items, 'maxItems' => 100, 'default' => array(), 'description' => $description );
		return array(
			'kind'    => array( 'type' => 'string', 'enum' => Objects::KINDS, 'default' => 'post', 'description' => __( 'Posts of every type, terms, or authors.', 'igny8' ) ),
			'search'  => array( 'type' => 'string', 'maxLength' => 100, 'default' => '', 'description' => __( 'Part of the name, or of the title, description or keyphrases somebody wrote; case and accents do not matter.', 'igny8' ) ),
			'type'    => $list( array( 'type' => 'string', 'maxLength' => 32 ), __( 'Only these post types or taxonomies.', 'igny8' ) ),
			'status'  => $list( array( 'type' => 'string', 'enum' => Objects::STATUSES ), __( 'Only posts of these statuses.', 'igny8' ) ),
			'term'    => $list( array( 'type' => 'integer', 'minimum' => 1 ), __( 'Only posts with one of these terms, by their ids.', 'igny8' ) ),
			'author'  => $list( array( 'type' => 'integer', 'minimum' => 1 ), __( 'Only posts of these authors, by their ids.', 'igny8' ) ),
			'problem' => $list( array( 'type' => 'string', 'enum' => SurveyTable::problems() ), __( 'Only pages with one of these problems.', 'igny8' ) ),
			'has'     => $list( array( 'type' => 'string', 'enum' => array_keys( self::OWN ) ), __( 'Only pages that somebody gave one of these.', 'igny8' ) ),
			'lacks'   => $list( array( 'type' => 'string', 'enum' => array_keys( self::OWN ) ), __( 'Only pages that nobody gave any of these, so that templates apply.', 'igny8' ) ),
		);
	}

	/**
	 * The same as SurveyTable takes it.
	 *
	 * @param array<string, mixed> $input Checked, by properties(); `ids` may be added.
	 * @return array<string, mixed>
	 */
	public static function filters( array $input ): array {
		$bits = static fn( array $names ): int => array_sum( array_intersect_key( self::OWN, array_flip( $names ) ) );
		return array(
			'kind'    => $input['kind'],
			'visible' => self::visible( $input['kind'] ),
			'search'  => trim( $input['search'] ?? '' ),
			'subtype' => $input['type'] ?? array(),
			'status'  => $input['status'] ?? array(),
			'author'  => $input['author'] ?? array(),
			'problem' => $input['problem'] ?? array(),
			'term'    => self::term_taxonomy_ids( $input['term'] ?? array() ),
			'has'     => $bits( $input['has'] ?? array() ),
			'lacks'   => $bits( $input['lacks'] ?? array() ),
			'ids'     => $input['ids'] ?? array(),
		);
	}

	/**
	 * What the user at work may see of a kind: others' pages, or their own.
	 *
	 * @return list<array{subtypes: list<string>, author: int}>
	 */
	private static function visible( string $kind ): array {
		$me = get_current_user_id();
		if ( 'author' === $kind ) {
			return array( array( 'subtypes' => array( '' ), 'author' => Capabilities::may( 'edit_users' ) ? 0 : max( 1, $me ) ) );
		}
		if ( 'term' === $kind ) {
			return array( array( 'subtypes' => array_values( array_filter( Objects::taxonomies(), static fn( string $taxonomy ) => Capabilities::may( get_taxonomy( $taxonomy )->cap->edit_terms ) ) ), 'author' => 0 ) );
		}
		$all = array_filter( Objects::post_types(), static fn( string $type ) => Capabilities::may( get_post_type_object( $type )->cap->edit_others_posts ) );
		$own = array_filter( array_diff( Objects::post_types(), $all ), static fn( string $type ) => Capabilities::may( get_post_type_object( $type )->cap->edit_posts ) );
		return array(
			array( 'subtypes' => array_values( $all ), 'author' => 0 ),
			array( 'subtypes' => array_values( $own ), 'author' => max( 1, $me ) ),
		);
	}

	/**
	 * @param list<int> $term_ids
	 * @return list<int> Never empty when terms were asked for: unknown ones match nothing.
	 */
	private static function term_taxonomy_ids( array $term_ids ): array {
		if ( array() === $term_ids ) {
			return array();
		}
		$terms = get_terms( array( 'include' => $term_ids, 'hide_empty' => false, 'taxonomy' => Objects::taxonomies() ) );
		return array( 0, ...array_map( 'intval', is_array( $terms ) ? wp_list_pluck( $terms, 'term_taxonomy_id' ) : array() ) );
	}
}
