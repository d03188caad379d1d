<?php
/**
 * Renders a typed document to native blocks.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Content;

/**
 * The document is the engine's (`engine/igny8/writing/document.py`), its shape held by the contract. One document always
 * gives the same markup, and the block editor opens that markup without complaint and saves it unchanged.
 */
final class Renderer {

	/**
	 * Looks without a style sheet, so that a callout is a box in any theme. A theme may style `.igny8-content-callout-<tone>`.
	 */
	private const CALLOUT_STYLE = array(
		'border'  => array( 'left' => array( 'width' => '4px' ) ),
		'spacing' => array( 'padding' => array( 'top' => '1rem', 'bottom' => '1rem', 'left' => '1.25rem', 'right' => '1.25rem' ) ),
	);
	private const CALLOUT_CSS   = 'border-left-width:4px;padding-top:1rem;padding-right:1.25rem;padding-bottom:1rem;padding-left:1.25rem';

	/**
	 * Images met so far in this document.
	 */
	private int $image = 0;

	/**
	 * @param list<int> $attachments Ids of the document's images in their order; 0 or absent while there is no file.
	 */
	public function __construct( private readonly array $attachments = array() ) {}

	/**
	 * @param array<string, mixed> $document
	 * @return string Post content.
	 */
	public function render( array $document ): string {
		$this->image = 0;
		$blocks      = array_map( array( $this, 'section' ), $document['sections'] );
		$blocks[]    = $this->sources( $document['sources'] ?? array() );
		return Markup::join( $blocks );
	}

	/**
	 * What the images of a document should show, for whoever makes or chooses them.
	 *
	 * @param array<string, mixed> $document
	 * @return list<array{alt: string, caption: string, prompt: string}>
	 */
	public static function images( array $document ): array {
		$blocks = array_merge( array(), ...array_column( $document['sections'], 'blocks' ) );
		$images = array_filter( $blocks, static fn( array $block ) => 'image' === $block['type'] );
		return array_map(
			static fn( array $image ) => array(
				'alt'     => $image['alt'],
				'caption' => $image['caption'] ?? '',
				'prompt'  => $image['prompt'] ?? '',
			),
			array_values( $images )
		);
	}

	/**
	 * Pages a document's own text, cards and buttons lead to.
	 *
	 * @param array<string, mixed> $document
	 * @return list<array{page: string, anchor: string}> An empty anchor: not in running text.
	 */
	public static function links( array $document ): array {
		$links = array();
		$walk  = static function ( array $node ) use ( &$walk, &$links ): void {
			if ( ! empty( $node['page'] ) ) {
				$is_run  = ! isset( $node['title'] ) && ! isset( $node['label'] );
				$links[] = array(
					'page'   => $node['page'],
					'anchor' => $is_run ? trim( $node['text'] ?? '' ) : '',
				);
			}
			array_map( $walk, array_filter( $node, 'is_array' ) );
		};
		$walk( $document['sections'] );
		return $links;
	}

	/**
	 * A section that only leads onwards carries its heading in the block that vanishes when there is nowhere to go yet.
	 *
	 * @param array{heading: string, level: int, blocks: list<array<string, mixed>>} $section
	 */
	private function section( array $section ): string {
		$heading = trim( $section['heading'] ?? '' );
		$level   = (int) ( $section['level'] ?? 2 );
		$blocks  = $section['blocks'];
		if ( 1 === count( $blocks ) && in_array( $blocks[0]['type'], array( 'cards', 'buttons' ), true ) ) {
			return Ways::group( $blocks[0]['type'], $blocks[0]['items'], $heading, $level );
		}
		$rendered = array_map( array( $this, 'block' ), $blocks );
		return Markup::join( array( '' === $heading ? '' : Markup::heading( Text::escape( $heading ), $level ), ...$rendered ) );
	}

	/**
	 * @param array<string, mixed> $block
	 */
	private function block( array $block ): string {
		return match ( $block['type'] ) {
			'paragraph' => Markup::paragraph( Text::html( $block['text'] ) ),
			'list'      => Markup::list( array_map( array( Text::class, 'html' ), $block['items'] ), $block['is_ordered'] ?? false ),
			'table'     => $this->table( $block ),
			'callout'   => $this->callout( $block ),
			'faq'       => Markup::join( array_map( static fn( array $item ) => Markup::details( Text::escape( $item['question'] ), Markup::paragraph( Text::html( $item['answer'] ) ) ), $block['items'] ) ),
			'steps'     => Markup::list( array_map( array( $this, 'step' ), $block['items'] ), true ),
			'image'     => $this->image( $block ),
			'quote'     => Markup::quote( Markup::paragraph( Text::html( $block['text'] ) ), Text::escape( $block['cite'] ?? '' ) ),
			'buttons',
			'cards'     => Ways::group( $block['type'], $block['items'] ),
			default     => '', // A newer engine's block: the contract refuses it before it gets here.
		};
	}

	/**
	 * @param array{header: list<list<array<string, mixed>>>, rows: list<list<list<array<string, mixed>>>>, caption?: string} $block
	 */
	private function table( array $block ): string {
		$html   = static fn( array $cells ) => array_map( array( Text::class, 'html' ), $cells );
		$header = $html( $block['header'] );
		$rows   = array_map( $html, $block['rows'] );
		$width  = max( count( $header ), ...array_map( 'count', $rows ) );
		$rows   = array_map( static fn( array $row ) => array_pad( $row, $width, '' ), $rows );
		$header = array() === array_filter( $header ) ? array() : array_pad( $header, $width, '' );
		return Markup::table( $header, $rows, Text::escape( $block['caption'] ?? '' ) );
	}

	/**
	 * @param array{tone?: string, text: list<array<string, mixed>>} $block
	 */
	private function callout( array $block ): string {
		$attributes = array(
			'className' => 'igny8-content-callout igny8-content-callout-' . sanitize_html_class( $block['tone'] ?? 'note', 'note' ),
			'style'     => self::CALLOUT_STYLE,
		);
		return Markup::group( $attributes, Markup::paragraph( Text::html( $block['text'] ) ), '', self::CALLOUT_CSS );
	}

	/**
	 * @param array{title: string, text: list<array<string, mixed>>} $step
	 */
	private function step( array $step ): string {
		$title = Text::escape( $step['title'] );
		$text  = Text::html( $step['text'] );
		return '' === $title ? $text : "<strong>{$title}</strong>" . ( '' === $text ? '' : "<br>{$text}" );
	}

	/**
	 * @param array{alt: string, caption?: string} $block
	 */
	private function image( array $block ): string {
		$id  = $this->attachments[ $this->image++ ] ?? 0;
		$url = 0 === $id ? false : wp_get_attachment_image_url( $id, 'large' );
		return false === $url ? '' : Markup::image( $id, $url, $block['alt'], Text::escape( $block['caption'] ?? '' ) );
	}

	/**
	 * @param list<array{title: string, url: string}> $sources
	 */
	private function sources( array $sources ): string {
		$items = array_map( static fn( array $source ) => Text::html( array( array( 'text' => $source['title'], 'url' => $source['url'] ) ) ), $sources );
		return array() === $items ? '' : Markup::join( array( Markup::heading( Text::escape( __( 'Sources', 'igny8' ) ) ), Markup::list( $items ) ) );
	}
}
