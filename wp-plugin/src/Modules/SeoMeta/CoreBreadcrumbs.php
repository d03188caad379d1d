<?php
/**
 * Gives WordPress' own breadcrumbs block (since 7.0) our trail: primary terms, titles and archives as the owner chose.
 *
 * @package Igny8
 */

namespace Igny8\Modules\SeoMeta;

use Igny8\Seo\Breadcrumbs;
use Igny8\Seo\Subject;

final class CoreBreadcrumbs {

	/**
	 * Keeps what the block's own settings left out: the home step, the current one.
	 *
	 * @param array<array{label?: string, url?: string, allow_html?: bool}> $items As the block made them.
	 * @return array<array{label: string, url?: string}>
	 */
	public static function items( array $items ): array {
		$trail = Breadcrumbs::trail( Subject::current() );
		if ( array() === $items || count( $trail ) < 2 ) {
			return $items; // The front page, and pages of other plugins that we know nothing of.
		}
		if ( ! self::is_home( (string) ( $items[0]['url'] ?? '' ) ) ) {
			array_shift( $trail );
		}
		if ( ! empty( $items[ array_key_last( $items ) ]['url'] ) ) {
			array_pop( $trail );
		}
		$last = array_key_last( $trail );
		return array_map(
			static fn( int $position, array $step ) => array( 'label' => $step['name'] ) + ( empty( $items[ array_key_last( $items ) ]['url'] ) && $position === $last || '' === $step['url'] ? array() : array( 'url' => $step['url'] ) ),
			array_keys( $trail ),
			$trail
		);
	}

	private static function is_home( string $url ): bool {
		return untrailingslashit( $url ) === untrailingslashit( home_url() );
	}
}
