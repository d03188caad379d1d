<?php
/**
 * Puts the pieces of a page together: one graph in which every reference leads somewhere and nothing is empty.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Schema;

final class Graph {

	/**
	 * Every piece, in the order of the graph. Of the later ones a class is read only where MARKS or the page's main type ask for it.
	 *
	 * @var array<string, class-string<Piece>>
	 */
	private const PIECES = array(
		'site'        => Pieces\WebSite::class,
		'owner'       => Pieces\Owner::class,
		'page'        => Pieces\WebPage::class,
		'breadcrumbs' => Pieces\Breadcrumbs::class,
		'author'      => Pieces\Author::class,
		'article'     => Pieces\Article::class,
		'product'     => Pieces\Product::class,
		'described'   => Pieces\Described::class,
		'review'      => Pieces\Review::class,
		'questions'   => Pieces\Questions::class,
		'steps'       => Pieces\Steps::class,
		'videos'      => Pieces\Videos::class,
		'items'       => Pieces\Items::class,
	);

	/**
	 * Pieces that come from blocks, and the blocks that bring them: `igny8/faq` stands as `<!-- wp:igny8/faq ` in a content.
	 */
	private const BLOCKS = array(
		'review'    => array( 'igny8/review' ),
		'questions' => array( 'igny8/faq', 'yoast/faq-block', 'rank-math/faq-block', 'wpseopress/faq-block', 'wpseopress/faq-block-v2', 'aioseo/faq', 'details' ),
		'steps'     => array( 'igny8/how-to', 'yoast/how-to-block', 'rank-math/howto-block' ),
	);

	public function __construct( private readonly Page $page ) {}

	/**
	 * @param bool $is_draft Keeps a thing of which something is missing that Google requires: for the check, which says so.
	 * @return list<array<string, mixed>>
	 */
	public function nodes( bool $is_draft = false ): array {
		if ( ! $this->page->is_there() ) {
			return array();
		}
		$pieces = array_filter( self::PIECES, array( $this, 'is_wanted' ), ARRAY_FILTER_USE_KEY );
		/**
		 * The pieces of a page's graph.
		 *
		 * @param array<string, class-string<Piece>|Piece> $pieces By name, in order: add, replace, remove.
		 * @param Page $page
		 */
		$pieces = apply_filters( 'igny8/schema/pieces', $pieces, $this->page );
		$nodes  = array();
		foreach ( $pieces as $piece ) {
			$piece = is_string( $piece ) ? new $piece() : $piece;
			if ( $piece->is_needed( $this->page ) ) {
				$made = $piece->piece( $this->page );
				array_push( $nodes, ...( array_is_list( $made ) ? $made : array( $made ) ) );
			}
		}
		/**
		 * The graph of a page, before empty values and references that lead nowhere are dropped.
		 *
		 * @param list<array<string, mixed>> $nodes
		 * @param Page $page
		 */
		$nodes = self::connected( (array) apply_filters( 'igny8/schema/graph', $nodes, $this->page ) );
		return $is_draft ? $nodes : $this->complete( $nodes );
	}

	/**
	 * Without the thing that the page is about, as long as Google would ignore it for what it lacks: an event without a date.
	 * The other pieces need nothing that could be missing.
	 *
	 * @param list<array<string, mixed>> $nodes
	 * @return list<array<string, mixed>>
	 */
	private function complete( array $nodes ): array {
		if ( ! in_array( $this->page->main_piece(), array( 'product', 'described' ), true ) ) {
			return $nodes;
		}
		$checker = new Checker();
		$main_id = $this->page->main_id();
		$kept    = array_filter( $nodes, static fn( array $node ) => ( $node['@id'] ?? '' ) !== $main_id || $checker->is_complete( $node, $nodes ) );
		return count( $kept ) === count( $nodes ) ? $nodes : self::connected( array_values( $kept ) );
	}

	/**
	 * @param array<mixed> $nodes
	 * @return list<array<string, mixed>>
	 */
	private static function connected( array $nodes ): array {
		$ids = self::index( $nodes );
		return array_values( array_filter( array_map( static fn( $node ) => is_array( $node ) ? self::tidy( $node, $ids ) : null, $nodes ) ) );
	}

	/**
	 * Everything that a reference may lead to: things with an id, nested ones too.
	 *
	 * @param array<mixed> $value
	 * @return array<string, array<string, mixed>>
	 */
	public static function index( array $value ): array {
		$found = isset( $value['@type'] ) && is_string( $value['@id'] ?? null ) ? array( $value['@id'] => $value ) : array();
		foreach ( $value as $item ) {
			$found += is_array( $item ) ? self::index( $item ) : array();
		}
		return $found;
	}

	private function is_wanted( string $name ): bool {
		if ( isset( self::BLOCKS[ $name ] ) ) {
			return $this->page->has_block( self::BLOCKS[ $name ] );
		}
		return match ( $name ) {
			'breadcrumbs'                     => $this->page->setting( 'breadcrumbs' ) && ! $this->page->subject->is_front(),
			'author'                          => $this->page->author_id() > 0 && ( 'Recipe' !== $this->page->main_type() || $this->page->has_block( self::BLOCKS['review'] ) ), // A recipe holds its author itself.
			'article', 'product', 'described' => $name === $this->page->main_piece(),
			'items'                           => $this->page->is_list(),
			'videos'                          => null !== $this->page->post && '' !== get_post_meta( $this->page->post->ID, Page::VIDEOS, true ),
			default                           => true,
		};
	}

	/**
	 * Without what is empty, and without references to nodes that are not there.
	 *
	 * @param array<string|int, mixed> $value
	 * @param array<string, mixed>     $ids
	 * @return array<string|int, mixed>
	 */
	private static function tidy( array $value, array $ids ): array {
		$is_list = array_is_list( $value );
		foreach ( $value as $key => $item ) {
			if ( is_array( $item ) ) {
				$is_lost       = array( '@id' ) === array_keys( $item ) && ! isset( $ids[ $item['@id'] ] );
				$value[ $key ] = $is_lost ? array() : self::tidy( $item, $ids );
			}
			if ( in_array( $value[ $key ], array( null, '', array() ), true ) ) {
				unset( $value[ $key ] );
			}
		}
		// Only a type is left: it would claim that something is there without saying what.
		return $is_list ? array_values( $value ) : ( array( '@type' ) === array_keys( $value ) ? array() : $value );
	}
}
