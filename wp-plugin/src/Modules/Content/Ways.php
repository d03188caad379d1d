<?php
/**
 * The blocks that lead onwards, cards and buttons: they show only pages that visitors can reach.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Content;

/**
 * A group of ours keeps all its planned ways in its metadata, so that the linker can render it anew whenever a page is
 * published or taken back. In a draft, every way is shown as plain text. A group that somebody edited is left alone,
 * which its fingerprint tells.
 *
 * @phpstan-type Target array{url: string, type: string, id: int}
 */
final class Ways {

	private const CARD_STYLE = array(
		'border'  => array( 'color' => '#8888884d', 'width' => '1px', 'radius' => '8px' ), // Half-transparent grey: visible on light and dark.
		'spacing' => array( 'padding' => array( 'top' => '1rem', 'bottom' => '1rem', 'left' => '1.25rem', 'right' => '1.25rem' ), 'blockGap' => '0.25rem' ),
	);
	private const CARD_CSS   = 'border-color:#8888884d;border-width:1px;border-radius:8px;padding-top:1rem;padding-right:1.25rem;padding-bottom:1rem;padding-left:1.25rem';

	private const GRID = array(
		'type'               => 'grid',
		'minimumColumnWidth' => '14rem', // Two columns in a text column of 40 rem, one on a phone.
	);

	/**
	 * @param 'cards'|'buttons'                                          $kind
	 * @param list<array{page?: ?string, url?: ?string, title?: string, text?: string, label?: string}> $items Cards have a title, buttons a label.
	 * @param string                                                     $heading Shown only together with what it heads.
	 */
	public static function group( string $kind, array $items, string $heading = '', int $level = 2 ): string {
		return self::render( compact( 'kind', 'heading', 'level', 'items' ), null );
	}

	/**
	 * Whether a parsed block is such a group of ours.
	 *
	 * @param array<string, mixed> $block As parse_blocks() gives it.
	 */
	public static function is_ours( array $block ): bool {
		return 'core/group' === $block['blockName'] && is_array( $block['attrs']['metadata']['igny8']['items'] ?? null );
	}

	/**
	 * Pages that a group of ours would lead to.
	 *
	 * @param array<string, mixed> $block
	 * @return list<string>
	 */
	public static function pages( array $block ): array {
		return array_values( array_filter( array_column( $block['attrs']['metadata']['igny8']['items'], 'page' ) ) );
	}

	public static function is_edited( array $block ): bool {
		return self::fingerprint( serialize_blocks( $block['innerBlocks'] ) ) !== ( $block['attrs']['metadata']['igny8']['print'] ?? '' );
	}

	/**
	 * The group with ways to these pages only.
	 *
	 * @param array<string, mixed>  $block   A group of ours that nobody edited.
	 * @param array<string, Target> $targets By page id: what visitors can reach.
	 * @return array<string, mixed> The parsed block; the same one when nothing changes.
	 */
	public static function refresh( array $block, array $targets ): array {
		$fresh = parse_blocks( self::render( $block['attrs']['metadata']['igny8'], $targets ) )[0];
		return $fresh['attrs']['metadata']['igny8']['print'] === $block['attrs']['metadata']['igny8']['print'] ? $block : $fresh;
	}

	/**
	 * @param array<string, mixed>       $plan
	 * @param array<string, Target>|null $targets Null in a draft: all of them, as text.
	 */
	private static function render( array $plan, ?array $targets ): string {
		$shown = array_values( array_filter( $plan['items'], static fn( array $item ) => null === $targets || isset( $targets[ $item['page'] ?? '' ] ) || ! empty( $item['url'] ) ) );
		$inner = match ( true ) {
			array() === $shown         => '',
			'cards' === $plan['kind'] => self::grid( $shown, $targets ?? array() ),
			default                    => self::row( $shown, $targets ?? array() ),
		};
		if ( '' !== $inner && '' !== $plan['heading'] ) {
			$inner = Markup::join( array( Markup::heading( Text::escape( $plan['heading'] ), $plan['level'] ), $inner ) );
		}
		$plan['print'] = self::fingerprint( $inner );
		$attributes    = array(
			'metadata'  => array(
				'name'  => 'cards' === $plan['kind'] ? __( 'Cards of published pages', 'igny8' ) : __( 'Buttons to published pages', 'igny8' ),
				'igny8' => $plan,
			),
			'className' => "igny8-content-{$plan['kind']}",
		);
		return Markup::group( $attributes, $inner );
	}

	/**
	 * @param list<array{page: string, title: string, text?: string}> $cards
	 * @param array<string, Target>                                    $targets
	 */
	private static function grid( array $cards, array $targets ): string {
		$attributes = array(
			'className' => 'igny8-content-card',
			'style'     => self::CARD_STYLE,
			'layout'    => array( 'type' => 'default' ),
		);
		$blocks     = array();
		foreach ( $cards as $card ) {
			$title    = '<strong>' . Text::escape( $card['title'] ) . '</strong>';
			$title    = isset( $targets[ $card['page'] ] ) ? Text::link( $targets[ $card['page'] ], $title ) : $title;
			$text     = trim( $card['text'] ?? '' );
			$inner    = array( Markup::paragraph( $title ), '' === $text ? '' : Markup::paragraph( Text::escape( $text ), true ) );
			$blocks[] = Markup::group( $attributes, Markup::join( $inner ), 'has-border-color', self::CARD_CSS );
		}
		return Markup::group( array( 'layout' => self::GRID ), Markup::join( $blocks ) );
	}

	/**
	 * @param list<array{label: string, page?: ?string, url?: ?string}> $buttons
	 * @param array<string, Target>                                      $targets
	 */
	private static function row( array $buttons, array $targets ): string {
		return Markup::buttons(
			array_map(
				static fn( array $button ) => array(
					'label' => Text::escape( $button['label'] ),
					'url'   => esc_url_raw( (string) ( $targets[ $button['page'] ?? '' ]['url'] ?? $button['url'] ?? '' ) ),
				),
				$buttons
			)
		);
	}

	/**
	 * Words and addresses of rendered blocks: what a person sees of them, whatever writes their markup.
	 */
	public static function fingerprint( string $blocks ): string {
		preg_match_all( '/href="([^"]*)"/', $blocks, $found );
		$text = html_entity_decode( wp_strip_all_tags( $blocks ), ENT_QUOTES, 'UTF-8' );
		return md5( preg_replace( '/\s+/u', ' ', trim( $text ) ) . ' ' . html_entity_decode( implode( ' ', $found[1] ), ENT_QUOTES, 'UTF-8' ) );
	}
}
