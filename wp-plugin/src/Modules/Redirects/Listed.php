<?php
/**
 * Keeps pages out of sitemaps that a rule redirects though they are there.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Redirects;

use Igny8\Seo\Fields;
use Igny8\Seo\Subject;

/**
 * Asked when a page's values are stored; told when such a rule comes, changes or goes. A rule that only some visitors meet
 * leaves the page listed. Rules for whole folders count for a page from its next save on.
 */
final class Listed {

	public static function is_redirected( Subject $subject ): bool {
		$always = (array) get_option( Rules::ALWAYS, array() );
		unset( $always['patterns'] ); // About missing pages.
		$address = array() === $always ? null : Path::of( $subject->url() );
		foreach ( null === $address ? array() : ( new Matcher( new RulesTable() ) )->at( $address ) as $met ) {
			if ( 1 === (int) $met['rule']['is_always'] && ! $met['is_conditional'] ) {
				return true;
			}
		}
		return false;
	}

	/**
	 * A post was saved: it may be new, or stand at another address.
	 */
	public static function on_saved( \WP_Post $post ): void {
		if ( 'publish' === $post->post_status && is_post_type_viewable( $post->post_type ) ) {
			Fields::note_listing( Subject::post( $post ) );
		}
	}

	/**
	 * Rules have come, changed or gone: their pages are looked at again.
	 *
	 * @param list<array<string, mixed>> $rows
	 */
	public static function note( array $rows ): void {
		foreach ( array_filter( $rows, static fn( array $row ) => 1 === (int) $row['is_always'] && 'exact' === $row['match_type'] ) as $row ) {
			$page    = PageAt::find( Rules::source( $row ) );
			$subject = match ( $page['type'] ?? '' ) {
				'post'   => Subject::post( get_post( $page['id'] ) ),
				'term'   => Subject::term( get_term( $page['id'] ) ),
				'author' => Subject::author( $page['id'] ),
				default  => null,
			};
			null === $subject || Fields::write( $subject, array() ); // Nothing but what follows from the rule; sitemap and lists are told.
		}
	}
}
