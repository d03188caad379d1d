<?php
/**
 * Writes native blocks exactly as the block editor of WordPress 7.1 saves them.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Content;

/**
 * Every function here mirrors one block's save function (@wordpress/block-library, checked in a browser by
 * tests/browser): same classes, same order of attributes, same line breaks. Inner texts are HTML made by Text.
 */
final class Markup {

	/**
	 * A block with its delimiters.
	 *
	 * @param array<string, mixed> $attributes In the order of the block type's own list: metadata, className, style, fontSize, layout.
	 */
	public static function block( string $name, array $attributes, string $html ): string {
		$json = array() === $attributes ? '' : serialize_block_attributes( $attributes ) . ' ';
		return "<!-- wp:{$name} {$json}-->\n{$html}\n<!-- /wp:{$name} -->";
	}

	/**
	 * @param list<string> $blocks
	 */
	public static function join( array $blocks ): string {
		return implode( "\n\n", array_filter( $blocks, static fn( string $block ) => '' !== $block ) );
	}

	public static function paragraph( string $html, bool $is_small = false ): string {
		return $is_small
			? self::block( 'paragraph', array( 'fontSize' => 'small' ), "<p class=\"has-small-font-size\">{$html}</p>" )
			: self::block( 'paragraph', array(), "<p>{$html}</p>" );
	}

	public static function heading( string $html, int $level = 2 ): string {
		return self::block( 'heading', 2 === $level ? array() : array( 'level' => $level ), "<h{$level} class=\"wp-block-heading\">{$html}</h{$level}>" );
	}

	/**
	 * @param list<string> $items
	 */
	public static function list( array $items, bool $is_ordered = false ): string {
		$tag   = $is_ordered ? 'ol' : 'ul';
		$inner = self::join( array_map( static fn( string $html ) => self::block( 'list-item', array(), "<li>{$html}</li>" ), $items ) );
		return self::block( 'list', $is_ordered ? array( 'ordered' => true ) : array(), "<{$tag} class=\"wp-block-list\">{$inner}</{$tag}>" );
	}

	/**
	 * Columns as wide as their words need: most tables have short names on the left and sentences on the right.
	 *
	 * @param list<string>       $header
	 * @param list<list<string>> $rows
	 */
	public static function table( array $header, array $rows, string $caption = '' ): string {
		$row  = static fn( array $cells, string $tag ) => '<tr>' . implode( '', array_map( static fn( string $html ) => "<{$tag}>{$html}</{$tag}>", $cells ) ) . '</tr>';
		$head = array() === $header ? '' : '<thead>' . $row( $header, 'th' ) . '</thead>';
		$body = '<tbody>' . implode( '', array_map( static fn( array $cells ) => $row( $cells, 'td' ), $rows ) ) . '</tbody>';
		return self::block( 'table', array( 'hasFixedLayout' => false ), "<figure class=\"wp-block-table\"><table>{$head}{$body}</table>" . self::caption( $caption ) . '</figure>' );
	}

	public static function details( string $summary, string $inner ): string {
		return self::block( 'details', array(), "<details class=\"wp-block-details\"><summary>{$summary}</summary>{$inner}</details>" );
	}

	public static function quote( string $inner, string $cite = '' ): string {
		$cite = '' === $cite ? '' : "<cite>{$cite}</cite>";
		return self::block( 'quote', array(), "<blockquote class=\"wp-block-quote\">{$inner}{$cite}</blockquote>" );
	}

	/**
	 * @param list<array{label: string, url: string}> $buttons An empty url: a button that leads nowhere yet.
	 */
	public static function buttons( array $buttons ): string {
		$inner = array_map(
			static function ( array $button ): string {
				$href = '' === $button['url'] ? '' : sprintf( ' href="%s"', htmlspecialchars( $button['url'], ENT_COMPAT ) );
				return self::block( 'button', array(), "<div class=\"wp-block-button\"><a class=\"wp-block-button__link wp-element-button\"{$href}>{$button['label']}</a></div>" );
			},
			$buttons
		);
		return self::block( 'buttons', array(), '<div class="wp-block-buttons">' . self::join( $inner ) . '</div>' );
	}

	public static function image( int $attachment_id, string $url, string $alt, string $caption = '' ): string {
		$attributes = array(
			'id'              => $attachment_id,
			'sizeSlug'        => 'large',
			'linkDestination' => 'none',
		);
		// phpcs:ignore PluginCheck.CodeAnalysis.ImageFunctions -- Stored as the editor stores it; WordPress adds sizes when it is shown.
		$img = sprintf( '<img src="%s" alt="%s" class="wp-image-%d"/>', htmlspecialchars( $url, ENT_COMPAT ), htmlspecialchars( $alt, ENT_COMPAT ), $attachment_id );
		return self::block( 'image', $attributes, "<figure class=\"wp-block-image size-large\">{$img}" . self::caption( $caption ) . '</figure>' );
	}

	/**
	 * @param array<string, mixed> $attributes metadata, className, style, layout.
	 * @param string               $classes    Beyond those of the block and of className.
	 * @param string               $style      What the style attribute amounts to in CSS, as the editor orders it.
	 */
	public static function group( array $attributes, string $inner, string $classes = '', string $style = '' ): string {
		$class = implode( ' ', array_filter( array( 'wp-block-group', $attributes['className'] ?? '', $classes ) ) );
		$style = '' === $style ? '' : " style=\"{$style}\"";
		return self::block( 'group', $attributes, "<div class=\"{$class}\"{$style}>{$inner}</div>" );
	}

	private static function caption( string $html ): string {
		return '' === $html ? '' : "<figcaption class=\"wp-element-caption\">{$html}</figcaption>";
	}
}
