<?php
/**
 * The block of ours at the end of a page: "Related pages", for planned links whose words stand nowhere in the text.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Linker;

use Igny8\Modules\Content\Markup;
use Igny8\Modules\Content\Text;
use Igny8\Modules\Content\Ways;

/**
 * A group with a heading and a list, made anew from the same links each time. Its fingerprint tells whether somebody
 * edited it; then it is theirs and left alone.
 */
final class Related {

	private const CLASS_NAME = 'igny8-linker-related';

	/**
	 * @param array<string, mixed> $block As parse_blocks() gives it.
	 */
	public static function is_ours( array $block ): bool {
		return 'core/group' === $block['blockName'] && is_array( $block['attrs']['metadata']['igny8']['related'] ?? null );
	}

	/**
	 * @param array<string, mixed> $block
	 */
	public static function is_edited( array $block ): bool {
		return Ways::fingerprint( serialize_blocks( $block['innerBlocks'] ) ) !== ( $block['attrs']['metadata']['igny8']['print'] ?? '' );
	}

	/**
	 * @param list<array{page: string, title: string, url: string, type: string, id: int}> $targets At least one.
	 * @param string                                                                        $heading '' for our own word.
	 * @return array<string, mixed> A parsed block.
	 */
	public static function block( array $targets, string $heading = '' ): array {
		$heading = '' === $heading ? __( 'Related pages', 'igny8' ) : $heading;
		$items   = array_map( static fn( array $target ) => Text::link( $target, Text::escape( $target['title'] ) ), $targets );
		$inner   = Markup::join( array( Markup::heading( Text::escape( $heading ) ), Markup::list( $items ) ) );
		$html    = Markup::group(
			array(
				'metadata'  => array(
					'name'  => $heading,
					'igny8' => array(
						'related' => array_column( $targets, 'page' ),
						'print'   => Ways::fingerprint( $inner ),
					),
				),
				'className' => self::CLASS_NAME,
			),
			$inner
		);
		return parse_blocks( $html )[0];
	}
}
