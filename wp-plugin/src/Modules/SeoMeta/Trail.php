<?php
/**
 * Breadcrumbs as HTML: one ordered list inside a navigation landmark, for block, shortcode and template function.
 *
 * @package Igny8
 */

namespace Igny8\Modules\SeoMeta;

use Igny8\Seo\Breadcrumbs;
use Igny8\Seo\Choices;
use Igny8\Seo\Subject;

/**
 * No stylesheet: a list needs only to be laid out in a line, and that fits into two attributes. Structured data is the
 * schema module's.
 */
final class Trail {

	/**
	 * @param string $wrapper Attributes of the nav element, escaped, that a block brings.
	 */
	public static function html( Subject $subject, string $wrapper = '' ): string {
		$steps = self::steps( $subject );
		if ( array() === $steps ) {
			return '';
		}
		$last  = array_key_last( $steps );
		$items = array();
		foreach ( $steps as $position => $step ) {
			$items[] = self::item( $step, $position === $last && Choices::of( 'breadcrumbs', 'shows_current' ), $position < $last );
		}
		$prefix = (string) Choices::of( 'breadcrumbs', 'prefix' );
		return sprintf(
			'<nav %1$s aria-label="%2$s">%3$s<ol style="list-style:none;margin:0;padding:0;display:flex;flex-wrap:wrap;gap:0 .5em">%4$s</ol></nav>',
			'' === $wrapper ? 'class="igny8-breadcrumbs"' : $wrapper,
			esc_attr__( 'Breadcrumbs', 'igny8' ),
			'' === $prefix ? '' : '<span class="igny8-breadcrumbs-prefix">' . esc_html( $prefix ) . '</span> ',
			implode( '', $items )
		);
	}

	/**
	 * The page being shown; in the editor the post that the block stands in, in a template the newest post as an example.
	 */
	public static function subject( \WP_Block $block ): Subject {
		if ( ! wp_is_rest_endpoint() ) {
			return Subject::current();
		}
		$id   = (int) ( $block->context['postId'] ?? 0 );
		$post = $id > 0 ? get_post( $id ) : ( get_posts( array( 'posts_per_page' => 1 ) )[0] ?? null );
		return $post instanceof \WP_Post ? Subject::post( $post ) : Subject::home();
	}

	/**
	 * The trail with what the owner chose not to show left out.
	 *
	 * @return list<array{name: string, url: string}>
	 */
	public static function steps( Subject $subject ): array {
		$steps = Breadcrumbs::trail( $subject );
		if ( ! Choices::of( 'breadcrumbs', 'shows_current' ) ) {
			array_pop( $steps );
		}
		if ( ! Choices::of( 'breadcrumbs', 'shows_home' ) && home_url( '/' ) === ( $steps[0]['url'] ?? '' ) ) {
			array_shift( $steps );
		}
		return $steps;
	}

	/**
	 * @param array{name: string, url: string} $step
	 */
	private static function item( array $step, bool $is_current, bool $has_separator ): string {
		$name      = esc_html( $step['name'] );
		$separator = $has_separator ? ' <span aria-hidden="true">' . esc_html( (string) Choices::of( 'breadcrumbs', 'separator' ) ) . '</span>' : '';
		return '<li>' . ( $is_current || '' === $step['url'] ? '<span' . ( $is_current ? ' aria-current="page"' : '' ) . ">{$name}</span>" : '<a href="' . esc_url( $step['url'] ) . "\">{$name}</a>" ) . $separator . '</li>';
	}
}
