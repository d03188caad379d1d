<?php
/**
 * The news sitemap: what was published in the last two days, for Google News.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Sitemap;

/**
 * By developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap.
 */
final class News {

	private const MAX_AGE_S = 2 * DAY_IN_SECONDS; // Google wants articles of the last two days.
	private const MOST      = 1000;               // Articles a news sitemap may hold.

	public function __construct( private readonly Listing $listing ) {}

	/**
	 * @return list<array{loc: string, title: string, date: string}> Newest first; `date` UTC.
	 */
	public function entries(): array {
		$types  = array_values( array_intersect( $this->listing->setting( 'news_post_types' ), $this->listing->post_types() ) );
		$rows   = new PostRows( $this->listing->setting( 'excluded_posts' ) );
		$posts  = $rows->since( $types, wp_date( 'Y-m-d H:i:s', time() - self::MAX_AGE_S ), self::MOST );
		$groups = array();
		foreach ( $posts as $post ) {
			$groups[ $post['post_type'] ][] = $post;
		}
		$entries = array();
		foreach ( $groups as $type => $group ) {
			foreach ( ( new Permalinks( $type, $rows ) )->of( $group ) as $index => $url ) {
				$entries[] = array( 'loc' => $url, 'title' => html_entity_decode( wp_strip_all_tags( $group[ $index ]['post_title'] ), ENT_QUOTES, 'UTF-8' ), 'date' => $group[ $index ]['post_date_gmt'] );
			}
		}
		usort( $entries, static fn( array $one, array $other ) => $other['date'] <=> $one['date'] );
		return $entries;
	}

	/**
	 * Name of the publication, as it stands in Google News.
	 */
	public function publication(): string {
		$name = trim( $this->listing->setting( 'news_name' ) );
		return '' === $name ? html_entity_decode( get_bloginfo( 'name' ), ENT_QUOTES, 'UTF-8' ) : $name;
	}

	/**
	 * ISO 639 code; Chinese with its script's country, as Google asks.
	 */
	public function language(): string {
		$locale = strtolower( strtr( get_locale(), '_', '-' ) );
		return in_array( $locale, array( 'zh-cn', 'zh-tw' ), true ) ? $locale : explode( '-', $locale )[0];
	}
}
