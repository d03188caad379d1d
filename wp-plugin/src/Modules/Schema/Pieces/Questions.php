<?php
/**
 * Questions and answers that stand in the content as blocks of ours or of other SEO plugins.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Schema\Pieces;

use Igny8\Modules\Schema\Page;
use Igny8\Modules\Schema\Piece;

/**
 * Google shows no rich result for questions any more: this is plain schema.org, true and harmless, and earns nothing by itself.
 */
final class Questions implements Piece {

	private const BLOCKS = array( 'igny8/faq', 'yoast/faq-block', 'rank-math/faq-block', 'wpseopress/faq-block', 'wpseopress/faq-block-v2', 'aioseo/faq', 'details' );

	private const MOST = 50; // Questions of a page; more of them are a list of links.

	public function is_needed( Page $page ): bool {
		return $page->has_block( self::BLOCKS );
	}

	public function piece( Page $page ): array {
		$questions = array();
		foreach ( $page->blocks( self::BLOCKS ) as $block ) {
			array_push( $questions, ...$this->pairs( $block, $page ) );
		}
		$nodes = array();
		foreach ( array_slice( $questions, 0, self::MOST ) as list( $question, $answer ) ) {
			$question = Page::text( $question, 500 );
			$answer   = Page::text( $answer );
			if ( '' !== $question && '' !== $answer ) {
				$nodes[] = array( '@type' => 'Question', 'name' => $question, 'acceptedAnswer' => array( '@type' => 'Answer', 'text' => $answer ) );
			}
		}
		return array() === $nodes ? array() : array(
			'@type'      => 'FAQPage',
			'@id'        => $page->id( 'faq' ),
			'url'        => $page->url(),
			'name'       => $page->name(),
			'isPartOf'   => array( '@id' => $page->id( 'webpage' ) ),
			'mainEntity' => $nodes,
		);
	}

	/**
	 * Only what the block leaves on the page: hidden entries, and blocks whose plugin is gone and took them along, say nothing.
	 *
	 * @param array{blockName: string, attrs: array<string, mixed>, innerBlocks: list<array<string, mixed>>, innerHTML: string} $block
	 * @return list<array{string, string}> Question and answer as HTML.
	 */
	private function pairs( array $block, Page $page ): array {
		$name     = $block['blockName'];
		$is_shown = '' !== trim( wp_strip_all_tags( $block['innerHTML'] ) ) || null !== \WP_Block_Type_Registry::get_instance()->get_registered( $name );
		return match ( true ) {
			'core/details' === $name            => array( $this->details( $block ) ),
			in_array( $name, array( 'igny8/faq', 'wpseopress/faq-block-v2' ), true ) => array_map( array( $this, 'details' ), array_values( array_filter( $block['innerBlocks'], static fn( array $inner ) => 'core/details' === $inner['blockName'] ) ) ),
			! $is_shown                         => array(),
			'aioseo/faq' === $name              => empty( $block['attrs']['hidden'] ) ? array( self::pair( $block['attrs'], 'question', 'answer' ) ) : array(),
			'yoast/faq-block' === $name         => self::listed( $block['attrs']['questions'] ?? array(), 'jsonQuestion', 'jsonAnswer' ),
			'rank-math/faq-block' === $name     => self::listed( array_filter( (array) ( $block['attrs']['questions'] ?? array() ), static fn( $entry ) => false !== ( $entry['visible'] ?? true ) ), 'title', 'content' ),
			default                             => self::listed( $block['attrs']['faqs'] ?? array(), 'question', 'answer' ),
		};
	}

	/**
	 * A details block: its summary asks, what is inside answers.
	 *
	 * @param array{innerBlocks: list<array<string, mixed>>, innerHTML: string} $block
	 * @return array{string, string}
	 */
	private function details( array $block ): array {
		preg_match( '#<summary[^>]*>(.*?)</summary>#s', $block['innerHTML'], $summary );
		return array( $summary[1] ?? '', implode( ' ', array_map( array( self::class, 'html' ), $block['innerBlocks'] ) ) );
	}

	/**
	 * Saved markup of a block with all it holds; blocks made by the server have none and stay out.
	 *
	 * @param array{innerBlocks: list<array<string, mixed>>, innerContent: list<string|null>} $block
	 */
	private static function html( array $block ): string {
		$index = 0;
		$html  = '';
		foreach ( $block['innerContent'] as $part ) {
			$html .= is_string( $part ) ? $part : self::html( $block['innerBlocks'][ $index++ ] );
		}
		return $html . ' ';
	}

	/**
	 * @return list<array{string, string}>
	 */
	private static function listed( mixed $entries, string $question, string $answer ): array {
		return array_map( static fn( $entry ) => self::pair( (array) $entry, $question, $answer ), array_values( (array) $entries ) );
	}

	/**
	 * @param array<string, mixed> $entry
	 * @return array{string, string}
	 */
	private static function pair( array $entry, string $question, string $answer ): array {
		$text = static fn( string $name ) => is_string( $entry[ $name ] ?? null ) ? $entry[ $name ] : '';
		return array( $text( $question ), $text( $answer ) );
	}
}
