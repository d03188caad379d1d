<?php
/**
 * Makes the published home page the site's front page, if that still shows the latest posts.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Blueprint;

/**
 * A front page somebody chose is never changed.
 */
final class FrontPage {

	public const OBJECT = 'front_page';

	public function __construct( private readonly ChangesTable $changes ) {}

	/**
	 * @return array{is_set: bool, note: string}
	 */
	public function set( Document $document ): array {
		if ( 'posts' !== get_option( 'show_on_front' ) ) {
			return self::result( false, __( 'The front page is already a page somebody chose.', 'igny8' ) );
		}
		$home = $document->home();
		$post = null === $home ? null : ( new Published() )->find( $document, array( $home['id'] ) )[ $home['id'] ] ?? null;
		if ( 'page' !== ( $post['type'] ?? '' ) ) {
			return self::result( false, __( 'The planned home page is not published yet.', 'igny8' ) );
		}
		$old    = array(
			'show_on_front' => 'posts',
			'page_on_front' => (int) get_option( 'page_on_front' ),
		);
		$change = $this->changes->begin( 'option', self::OBJECT, $old );
		update_option( 'page_on_front', $post['id'] );
		update_option( 'show_on_front', 'page' );
		$this->changes->finish( $change, $post['id'], array( 'page_on_front' => $post['id'] ) );
		return self::result( true, '' );
	}

	/**
	 * Takes it back, unless somebody has chosen another front page since.
	 *
	 * @param array<string, mixed> $change Row of the journal.
	 * @return string Why it was kept, or ''.
	 */
	public function undo( array $change ): string {
		// Interrupted before its end, the row has no object id, and there is no telling who set the page: ours is the likely one.
		$is_ours = 'page' === get_option( 'show_on_front' ) && in_array( $change['object_id'], array( 0, (int) get_option( 'page_on_front' ) ), true );
		if ( ! $is_ours ) {
			return __( 'the front page has been changed since', 'igny8' );
		}
		update_option( 'show_on_front', $change['old_state']['show_on_front'] );
		update_option( 'page_on_front', $change['old_state']['page_on_front'] );
		return '';
	}

	/**
	 * @return array{is_set: bool, note: string}
	 */
	private static function result( bool $is_set, string $note ): array {
		return array(
			'is_set' => $is_set,
			'note'   => $note,
		);
	}
}
