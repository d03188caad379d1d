<?php
/**
 * Sees to it that the survey hears of every page that is saved, hidden or deleted.
 *
 * @package Igny8
 */

namespace Igny8\Modules\SeoMeta\Survey;

use Igny8\Seo\Subject;

/**
 * Added on every request; the hooks fire in requests that write only, and nothing is loaded before. Orders, revisions and
 * other things without a page are left after one look at their type.
 */
final class Watch {

	public static function on_post( int $post_id, \WP_Post $post ): void {
		if ( 'auto-draft' === $post->post_status || ! is_post_type_viewable( $post->post_type ) ) {
			return;
		}
		if ( ! Objects::has_page( $post ) ) {
			Survey::forget( 'post', $post_id );
			return;
		}
		Survey::note( Subject::post( $post ) );
		'publish' === $post->post_status && $post->post_author && Survey::note( Subject::author( (int) $post->post_author ) );
	}

	public static function on_term( int $term_id ): void {
		$term = get_term( $term_id );
		$term instanceof \WP_Term && Objects::has_page( $term ) && Survey::note( Subject::term( $term ) );
	}

	/**
	 * Users without a page, such as customers, are not in the table and do not come in by their profile.
	 */
	public static function on_user( int $user_id ): void {
		( new SurveyTable() )->find( array( 'kind' => 'author', 'object_id' => $user_id ) ) && Survey::note( Subject::author( $user_id ) );
	}

	public static function on_fields( Subject $subject ): void {
		$object = $subject->object();
		$object instanceof \WP_User ? self::on_user( $subject->id ) : ( $object && Objects::has_page( $object ) && Survey::note( $subject ) );
	}
}
