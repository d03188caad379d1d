<?php
/**
 * Tells what an apply will make, change and keep, before anything happens.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Blueprint;

/**
 * Reads only.
 */
final class Preview {

	public function __construct( private readonly Taxonomies $taxonomies ) {}

	/**
	 * @return array{version: int, counts: array<string, int>, pages: array<string, int>, menu: array<string, mixed>, front_page: string, left: list<string>, changes: list<array{action: string, type: string, object: string, note: string}>}
	 */
	public function make( int $version, Document $document, ?Document $active ): array {
		$plan = ( new Plan( $this->taxonomies ) )->make( $document, $active );
		return array(
			'version'    => $version,
			'counts'     => $this->counts( $plan ),
			'pages'      => array_count_values( array_column( $document->data['pages'], 'kind' ) ),
			'menu'       => $this->menu( $document ),
			'front_page' => $this->front_page( $document ),
			'left'       => $plan['left'],
			'changes'    => array_map( array( Apply::class, 'row' ), $plan['changes'] ),
		);
	}

	/**
	 * @param array{changes: list<array<string, mixed>>, kept: int, left: list<string>} $plan
	 * @return array<string, int>
	 */
	private function counts( array $plan ): array {
		$of = static fn( string $type, string $action ) => count( array_filter( $plan['changes'], static fn( array $change ) => $change['object_type'] === $type && $change['action'] === $action ) );
		return array(
			'taxonomies_created' => $of( 'taxonomy', 'create' ),
			'taxonomies_updated' => $of( 'taxonomy', 'update' ),
			'terms_created'      => $of( 'term', 'create' ),
			'terms_adopted'      => $of( 'term', 'adopt' ),
			'terms_updated'      => $of( 'term', 'update' ),
			'kept'               => $plan['kept'],
			'left'               => count( $plan['left'] ),
		);
	}

	/**
	 * @return array{kind: string, items: list<array{page: string, label: string, children: list<array<string, mixed>>}>, note: string}
	 */
	private function menu( Document $document ): array {
		$form = Menu::form();
		$note = __( 'Made as soon as the first of its pages is published.', 'igny8' );
		if ( 0 === $form->find() && null === $form->place() ) {
			$note = __( 'Every menu location of the theme has a menu already, so none will be made.', 'igny8' );
		} elseif ( 0 === $form->find() && 'behind' === $form->place() ) {
			$note = __( 'You have a menu of your own, which stays in view. Choose the new one in the site editor if you want it.', 'igny8' );
		}
		return array(
			'kind'  => $form->kind(),
			'items' => $document->data['menu'],
			'note'  => $note,
		);
	}

	private function front_page( Document $document ): string {
		$home = $document->home();
		if ( 'posts' !== get_option( 'show_on_front' ) ) {
			$front = get_post( (int) get_option( 'page_on_front' ) );
			if ( null !== $home && $front instanceof \WP_Post && get_post_meta( $front->ID, Taxonomies::PAGE_META, true ) === $home['id'] ) {
				/* translators: %s: title of a page. */
				return sprintf( __( 'Is the planned page "%s".', 'igny8' ), $front->post_title );
			}
			return __( 'Stays as it is: somebody chose a page for it.', 'igny8' );
		}
		/* translators: %s: title of a page. */
		return sprintf( __( 'Becomes "%s" once that page is published.', 'igny8' ), $home['title'] ?? '' );
	}
}
