<?php
/**
 * The settings of the sitemap, feeds and llms.txt as JSON schema; the form and its checks are made from it.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Sitemap;

final class SettingsSchema {

	private const MOST_IDS = 2000; // They are loaded with WordPress' options: more belongs into the posts' own settings.

	/**
	 * @return array<string, array<string, mixed>>
	 */
	public static function properties(): array {
		return array(
			'excluded_post_types' => self::names( __( 'Post types that are left out', 'igny8' ) ),
			'excluded_taxonomies' => self::names( __( 'Taxonomies that are left out', 'igny8' ) ),
			'excluded_posts'      => self::ids( __( 'Posts that are left out', 'igny8' ) ),
			'excluded_terms'      => self::ids( __( 'Terms that are left out', 'igny8' ) ),
			'excluded_authors'    => self::ids( __( 'Authors that are left out', 'igny8' ) ),
			'authors'             => self::switch( __( 'Pages of authors', 'igny8' ), __( 'Those who have published posts.', 'igny8' ) ),
			'images'              => self::switch( __( 'Images', 'igny8' ), __( 'With each page, the images it shows.', 'igny8' ) ),
			'videos'              => self::switch( __( 'Videos', 'igny8' ), __( 'With each page, the videos it shows: YouTube, Vimeo and files.', 'igny8' ) ),
			'news'                => self::switch( __( 'News sitemap', 'igny8' ), __( 'Posts of the last two days, for publications in Google News.', 'igny8' ) ),
			'news_name'           => self::text( __( 'Name of the publication', 'igny8' ), __( 'As it stands in Google News. Empty: the name of this site.', 'igny8' ), 200 ),
			'news_post_types'     => self::names( __( 'Post types in the news sitemap', 'igny8' ) ),
			'indexnow'            => self::switch( __( 'IndexNow', 'igny8' ), __( 'Tells Bing, Yandex, Naver, Seznam and Yep at once which addresses were published, changed or removed. Sends those addresses to api.indexnow.org.', 'igny8' ) ),
			'llms'                => self::switch( __( 'llms.txt', 'igny8' ), __( 'A short list of your main pages for language models.', 'igny8' ) ),
			'feed_before'         => self::text( __( 'Before each post in feeds', 'igny8' ), __( 'Links are allowed. Variables: {title} {link} {site_link} {site_name} {author} {date}', 'igny8' ), 2000 ),
			'feed_after'          => self::text( __( 'After each post in feeds', 'igny8' ), __( 'Whoever copies the feed copies a link to you with it: "{link} appeared first on {site_link}."', 'igny8' ), 2000 ),
			'feed_images'         => self::switch( __( 'Featured images in feeds', 'igny8' ), __( 'Before the text of each post.', 'igny8' ) ),
			'feed_noindex'        => self::switch( __( 'Keep feeds out of search results', 'igny8' ), __( 'Feeds stay readable for readers and crawlers.', 'igny8' ) ),
			'feed_comments'       => self::switch( __( 'Feeds of comments', 'igny8' ), __( 'One for the site and one for each post. Off: their addresses lead to the post, and crawlers have fewer addresses to read.', 'igny8' ) ),
		);
	}

	/**
	 * @return array<string, mixed>
	 */
	private static function switch( string $title, string $description ): array {
		return array( 'type' => 'boolean', 'title' => $title, 'description' => $description );
	}

	/**
	 * @return array<string, mixed>
	 */
	private static function text( string $title, string $description, int $most ): array {
		return array( 'type' => 'string', 'title' => $title, 'description' => $description, 'maxLength' => $most );
	}

	/**
	 * @return array<string, mixed>
	 */
	private static function names( string $title ): array {
		return array( 'type' => 'array', 'title' => $title, 'items' => array( 'type' => 'string', 'maxLength' => 32 ), 'uniqueItems' => true );
	}

	/**
	 * @return array<string, mixed>
	 */
	private static function ids( string $title ): array {
		return array( 'type' => 'array', 'title' => $title, 'items' => array( 'type' => 'integer', 'minimum' => 1 ), 'uniqueItems' => true, 'maxItems' => self::MOST_IDS );
	}
}
