<?php
/**
 * The person who wrote the page, or whom an author's archive is about.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Schema\Pieces;

use Igny8\Modules\Schema\Page;
use Igny8\Modules\Schema\Piece;
use Igny8\Seo\Subject;

final class Author implements Piece {

	public function is_needed( Page $page ): bool {
		$user = get_userdata( $page->author_id() );
		// Who owns the site stands in the graph already.
		return $user && Page::person_id( $user ) !== $page->owner_id();
	}

	public function piece( Page $page ): array {
		return self::person( get_userdata( $page->author_id() ), 'author' === $page->subject->kind );
	}

	/**
	 * What is known of a user.
	 *
	 * @param bool $is_full With what only the person's own page shows.
	 * @return array<string, mixed>
	 */
	public static function person( \WP_User $user, bool $is_full ): array {
		$chosen = (array) ( get_user_meta( $user->ID, Subject::META['schema'], true ) ?: array() );
		$chosen = (array) ( $chosen['properties'] ?? array() );
		return array(
			'@type'       => 'Person',
			'@id'         => Page::person_id( $user ),
			'name'        => Page::text( $user->display_name, 200 ),
			'url'         => get_author_posts_url( $user->ID, $user->user_nicename ),
			'jobTitle'    => Page::text( $chosen['jobTitle'] ?? '', 200 ),
			'description' => $is_full ? Page::text( $user->description, 2000 ) : '',
			'sameAs'      => self::profiles( $user, (array) ( $chosen['sameAs'] ?? array() ) ),
		);
	}

	/**
	 * Website, what stands in the contact fields of the profile, and what the owner has added.
	 *
	 * @param list<mixed> $added
	 * @return list<string>
	 */
	private static function profiles( \WP_User $user, array $added ): array {
		$urls = array( $user->user_url );
		foreach ( array_keys( wp_get_user_contact_methods( $user ) ) as $method ) {
			$urls[] = get_user_meta( $user->ID, $method, true );
		}
		$home = untrailingslashit( home_url() );
		$urls = array_filter( array_merge( $urls, $added ), static fn( $url ) => is_string( $url ) && preg_match( '#^https?://#i', $url ) && untrailingslashit( $url ) !== $home );
		return array_values( array_unique( $urls ) );
	}
}
