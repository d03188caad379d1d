<?php
/**
 * What an owner has filled in but the page does not show: left out of the graph, and said so.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Schema;

final class Unshown {

	public function __construct( private readonly Page $page ) {}

	/**
	 * @param bool $is_left_out Whether the thing that the page is about is missing from the printed graph.
	 * @return list<array{level: string, type: string, id: string, property: string, message: string, source: string}>
	 */
	public function messages( bool $is_left_out ): array {
		$messages = array();
		$type     = $this->page->main_type();
		if ( $is_left_out ) {
			/* translators: %s: schema.org type. */
			$messages[] = array( 'level' => 'error', 'type' => $type, 'id' => '', 'property' => '', 'message' => sprintf( __( 'Until the above is there, the page says nothing about a %s: Google would ignore it.', 'igny8' ), $type ), 'source' => '' );
		}
		foreach ( '' === $type ? array() : Types::properties( $type ) as $path => $field ) {
			$value = $this->page->property( $path );
			if ( 'money' !== $field['kind'] || ! is_scalar( $value ) || '' === (string) $value || is_numeric( $value ) && $this->page->shows( (string) $value ) ) {
				continue;
			}
			$words      = is_numeric( $value )
				/* translators: 1: name of a field, 2: its value. */
				? __( '%1$s %2$s is left out: the text of the page does not show it.', 'igny8' )
				/* translators: 1: name of a field, 2: its value. */
				: __( '%1$s "%2$s" is left out: it is no number such as 12.50.', 'igny8' );
			$messages[] = array( 'level' => 'error', 'type' => $type, 'id' => '', 'property' => $path, 'message' => sprintf( $words, $field['label'], (string) $value ), 'source' => 'https://developers.google.com/search/docs/appearance/structured-data/sd-policies' );
		}
		foreach ( 'post' === $this->page->subject->kind ? VideoFacts::stored( $this->page->subject->id ) : array() as $video ) {
			$video = array_filter( (array) ( ( (array) $this->page->choice( 'videos' ) )[ $video['url'] ] ?? array() ) ) + $video;
			if ( ! VideoFacts::is_complete( $video ) ) {
				$missing = array_filter( array( 'name', 'thumbnail', 'uploaded' ), static fn( string $name ) => '' === ( $video[ $name ] ?? '' ) );
				/* translators: 1: address of a video, 2: names of facts. */
				$messages[] = array( 'level' => 'hint', 'type' => 'VideoObject', 'id' => '', 'property' => 'videos', 'message' => sprintf( __( 'The video %1$s is left out until this is known: %2$s.', 'igny8' ), $video['url'], implode( ', ', $missing ) ), 'source' => 'https://developers.google.com/search/docs/appearance/structured-data/video' );
			}
		}
		return $messages;
	}
}
