<?php
/**
 * Instructions step by step that stand in the content as blocks of ours or of other SEO plugins.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Schema\Pieces;

use Igny8\Modules\Schema\Page;
use Igny8\Modules\Schema\Piece;

/**
 * Google shows no rich result for instructions since 2023: plain schema.org, promising nothing.
 */
final class Steps implements Piece {

	private const BLOCKS = array( 'igny8/how-to', 'yoast/how-to-block', 'rank-math/howto-block' );

	private const MOST = 100; // Steps of one instruction.

	public function is_needed( Page $page ): bool {
		return $page->has_block( self::BLOCKS );
	}

	public function piece( Page $page ): array {
		$nodes = array();
		foreach ( $page->blocks( self::BLOCKS ) as $index => $block ) {
			$steps = array();
			foreach ( array_slice( $this->steps( $block ), 0, self::MOST ) as list( $name, $text, $image ) ) {
				$name = Page::text( $name, 500 );
				$text = Page::text( $text );
				if ( '' !== $name . $text ) {
					$steps[] = array( '@type' => 'HowToStep', 'position' => count( $steps ) + 1, 'name' => '' === $text ? '' : $name, 'text' => $text ?: $name, 'image' => Page::image( $image ) );
				}
			}
			if ( array() !== $steps ) {
				$nodes[] = array(
					'@type'            => 'HowTo',
					'@id'              => $page->id( 'howto-' . ( $index + 1 ) ),
					'name'             => Page::text( $block['attrs']['title'] ?? '', 500 ) ?: $page->name(),
					'description'      => Page::text( $block['attrs']['description'] ?? $block['attrs']['jsonDescription'] ?? '', 2000 ),
					'totalTime'        => self::duration( $block['attrs'] ),
					'supply'           => self::listed( $block['attrs']['supplies'] ?? array(), 'HowToSupply' ),
					'tool'             => self::listed( $block['attrs']['tools'] ?? array(), 'HowToTool' ),
					'step'             => $steps,
					'mainEntityOfPage' => array( '@id' => $page->id( 'webpage' ) ),
					'inLanguage'       => get_bloginfo( 'language' ),
				);
			}
		}
		return $nodes;
	}

	/**
	 * @param array{blockName: string, attrs: array<string, mixed>, innerBlocks: list<array<string, mixed>>, innerHTML: string} $block
	 * @return list<array{string, string, string|int}> Name, text, image.
	 */
	private function steps( array $block ): array {
		if ( 'igny8/how-to' === $block['blockName'] ) {
			return array_map( array( $this, 'own' ), $block['innerBlocks'] );
		}
		$is_yoast = 'yoast/how-to-block' === $block['blockName'];
		// A block that its plugin took along leaves no text on the page.
		if ( '' === trim( wp_strip_all_tags( $block['innerHTML'] ) ) && null === \WP_Block_Type_Registry::get_instance()->get_registered( $block['blockName'] ) ) {
			return array();
		}
		$steps = array();
		foreach ( (array) ( $block['attrs']['steps'] ?? array() ) as $step ) {
			$step = (array) $step;
			if ( false !== ( $step['visible'] ?? true ) ) {
				$text    = static fn( string $name ) => is_string( $step[ $name ] ?? null ) ? $step[ $name ] : '';
				$steps[] = array( $text( $is_yoast ? 'jsonName' : 'title' ), $text( $is_yoast ? 'jsonText' : 'content' ), (int) ( $step['imageID'] ?? 0 ) ?: '' );
			}
		}
		return $steps;
	}

	/**
	 * @param array{innerBlocks: list<array<string, mixed>>, innerHTML: string} $step
	 * @return array{string, string, string}
	 */
	private function own( array $step ): array {
		$inner = implode( ' ', array_map( 'serialize_block', $step['innerBlocks'] ) );
		preg_match( '#<(h[2-6]|strong)[^>]*>(.*?)</\1>#s', $step['innerHTML'], $name );
		preg_match( '#<img[^>]+src="([^"]+)"#', $inner, $image );
		return array( $name[2] ?? '', $inner, html_entity_decode( $image[1] ?? '' ) );
	}

	/**
	 * Days, hours and minutes as ISO 8601 has them.
	 *
	 * @param array<string, mixed> $attributes
	 */
	private static function duration( array $attributes ): string {
		$number = static fn( string $name ) => max( 0, (int) ( $attributes[ $name ] ?? 0 ) );
		if ( false === ( $attributes['hasDuration'] ?? true ) || 0 === $number( 'days' ) + $number( 'hours' ) + $number( 'minutes' ) ) {
			return '';
		}
		$time = ( $number( 'hours' ) ? $number( 'hours' ) . 'H' : '' ) . ( $number( 'minutes' ) ? $number( 'minutes' ) . 'M' : '' );
		return 'P' . ( $number( 'days' ) ? $number( 'days' ) . 'D' : '' ) . ( '' === $time ? '' : "T{$time}" );
	}

	/**
	 * @return list<array<string, string>>
	 */
	private static function listed( mixed $names, string $type ): array {
		$names = array_filter( (array) $names, static fn( $name ) => is_string( $name ) && '' !== trim( $name ) );
		return array_values( array_map( static fn( string $name ) => array( '@type' => $type, 'name' => Page::text( $name, 500 ) ), $names ) );
	}
}
