<?php
/**
 * Looks at one page and says what SurveyTable notes about it.
 *
 * @package Igny8
 */

namespace Igny8\Modules\SeoMeta\Survey;

use Igny8\Seo\Fields;
use Igny8\Seo\Resolver;
use Igny8\Seo\Subject;
use Igny8\Table;

final class Examination {

	private const MOST_NAME  = 100;  // Characters of a name that decide its place in a list.
	private const MOST_WORDS = 2000; // What an owner wrote is searched up to here: a title and a description of any sensible length.
	private const MOST_PX    = 65535; // Of the column.

	/**
	 * Field → bit set when the owner has filled it.
	 */
	private const OWN = array(
		'title'          => SurveyTable::OWN_TITLE,
		'description'    => SurveyTable::OWN_DESCRIPTION,
		'canonical'      => SurveyTable::OWN_CANONICAL,
		'og_image'       => SurveyTable::OWN_IMAGE,
		'keyphrases'     => SurveyTable::KEYPHRASE,
		'is_cornerstone' => SurveyTable::CORNERSTONE,
	);

	/**
	 * @return array<string, int|string>|null A row of SurveyTable without id and round; null when there is no such object.
	 */
	public static function of( Subject $subject ): ?array {
		$object = $subject->object();
		if ( null === $object ) {
			return null;
		}
		$page        = Resolver::of( $subject );
		$title       = $page->title();
		$description = $page->description();
		$status      = $object instanceof \WP_Post ? (string) get_post_status( $object ) : 'publish';
		$is_noindex  = self::is_noindex( $page );
		$is_listed   = 'publish' === $status && ! $is_noindex && '' === (string) $page->own( 'canonical' );
		return array(
			'kind'            => $subject->kind,
			'object_id'       => $subject->id,
			'subtype'         => $subject->subtype,
			'status'          => $status,
			'author_id'       => $object instanceof \WP_Post ? (int) $object->post_author : ( $object instanceof \WP_User ? $object->ID : 0 ),
			'name'            => mb_substr( SurveyTable::fold( self::name( $object ) ), 0, self::MOST_NAME ),
			'words'           => mb_substr( SurveyTable::fold( self::words( $page ) ), 0, self::MOST_WORDS ),
			'changed_at'      => self::changed_at( $object ),
			'title_px'        => min( self::MOST_PX, PixelWidth::title( $title ) ),
			'description_px'  => min( self::MOST_PX, PixelWidth::description( $description ) ),
			'title_key'       => $is_listed ? self::key( $title ) : 0,
			'description_key' => $is_listed ? self::key( $description ) : 0,
			'marks'           => self::marks( $page ) | ( $is_noindex ? SurveyTable::NOINDEX : 0 ),
		);
	}

	/**
	 * What the object is called, as plain text.
	 */
	public static function name( \WP_Post|\WP_Term|\WP_User|\WP_Post_Type $object ): string {
		$name = $object->post_title ?? $object->name ?? $object->display_name ?? '';
		return html_entity_decode( wp_strip_all_tags( (string) $name ), ENT_QUOTES | ENT_HTML5, 'UTF-8' );
	}

	/**
	 * Whether search engines are told to leave the page out. That the whole site is discouraged, as before a launch, says
	 * nothing about a page.
	 */
	public static function is_noindex( Resolver $page ): bool {
		$public = static fn() => '1';
		add_filter( 'pre_option_blog_public', $public );
		$robots = $page->robots();
		remove_filter( 'pre_option_blog_public', $public );
		return ! empty( $robots['noindex'] );
	}

	/**
	 * What makes two texts the same: 60 bits, so that two of a million different ones agree by chance once in two million sites.
	 */
	private static function key( string $text ): int {
		$text = mb_strtolower( trim( $text ) );
		return '' === $text ? 0 : (int) hexdec( substr( md5( $text ), 0, 15 ) );
	}

	private static function marks( Resolver $page ): int {
		$marks = 0;
		foreach ( self::OWN as $name => $bit ) {
			$marks |= in_array( $page->own( $name ), array( '', array(), false, null ), true ) ? 0 : $bit;
		}
		return $marks;
	}

	private static function words( Resolver $page ): string {
		$phrases = $page->own( 'keyphrases' );
		return trim( implode( ' ', array( (string) $page->own( 'title' ), (string) $page->own( 'description' ), ...array_column( is_array( $phrases ) ? $phrases : array(), 'phrase' ) ) ) );
	}

	private static function changed_at( \WP_Post|\WP_Term|\WP_User|\WP_Post_Type $object ): string {
		$time = (string) ( $object->post_modified_gmt ?? $object->user_registered ?? '' );
		return '' === $time || str_starts_with( $time, '0000' ) ? Table::now() : $time;
	}
}
