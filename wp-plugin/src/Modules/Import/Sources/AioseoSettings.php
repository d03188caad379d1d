<?php
/**
 * Site settings of All in One SEO: two options of nested JSON.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Import\Sources;

use Igny8\Modules\Import\Record;
use Igny8\Modules\Import\SettingsRecord;

/**
 * What an owner never changed stands in them too, with its default.
 */
final class AioseoSettings {

	public function __construct( private readonly SettingsRecord $record ) {}

	/**
	 * @param array<string, mixed> $options
	 * @param array<string, mixed> $dynamic Of post types, taxonomies and archives.
	 */
	public function take( array $options, array $dynamic ): void {
		if ( array() === $options ) {
			return;
		}
		$this->take_global( $options );
		$this->take_pages( $options, $dynamic );
		$this->take_social( $options );
		$this->take_sitemap( self::at( $options, 'sitemap.general' ) );
		$this->record->robots_txt = $this->robots_txt( self::at( $options, 'tools.robots' ) );
	}

	/**
	 * @param array<string, mixed> $options
	 */
	private function take_global( array $options ): void {
		$text = static fn( string $path ): string => html_entity_decode( Record::string( self::at( $options, $path ) ), ENT_QUOTES | ENT_HTML5 );
		$this->record->set( 'seo-meta', 'separator', $text( 'searchAppearance.global.separator' ) );
		foreach ( array( 'google', 'bing', 'yandex', 'baidu', 'pinterest' ) as $service ) {
			$this->record->put( 'seo-meta', 'verification', $service, $text( "webmasterTools.{$service}" ) );
		}
		foreach ( array( 'separator' => 'separator', 'home' => 'homepageLabel', 'prefix' => 'breadcrumbPrefix' ) as $ours => $theirs ) {
			$this->record->put( 'seo-meta', 'breadcrumbs', $ours, $text( "breadcrumbs.{$theirs}" ) );
		}
		foreach ( array( 'shows_home' => 'homepageLink', 'shows_current' => 'showCurrentItem', 'shows_archive' => 'showBlogHome' ) as $ours => $theirs ) {
			$value = self::at( $options, "breadcrumbs.{$theirs}" );
			$this->record->put( 'seo-meta', 'breadcrumbs', $ours, null === $value ? null : (bool) $value );
		}
		$this->record->feed( $text( 'rssContent.before' ), $text( 'rssContent.after' ) );
		$this->record->set( 'schema', 'site_represents', 'person' === $text( 'searchAppearance.global.schema.siteRepresents' ) ? '' : 'organization' );
		if ( 'person' === $text( 'searchAppearance.global.schema.siteRepresents' ) ) {
			$this->record->note( 'left_out', __( 'the person whom the site represents: choose the user in the settings of Schema', 'igny8' ) );
		}
		$names = array( 'name' => 'organizationName', 'alternate_name' => 'websiteAlternateName', 'description' => 'organizationDescription', 'phone' => 'phone', 'email' => 'email', 'founding_date' => 'foundingDate' );
		$plain = static fn( string $value ): string => str_starts_with( $value, '#' ) ? '' : $value; // "#site_title" is what stands there by itself.
		$this->record->organization( array_map( static fn( string $name ) => $plain( $text( "searchAppearance.global.schema.{$name}" ) ), $names ), 0, $text( 'searchAppearance.global.schema.organizationLogo' ) );
		$global = (array) self::at( $options, 'searchAppearance.advanced.globalRobotsMeta' );
		$this->record->flag( 'seo-meta', 'noindex_paged', empty( $global['default'] ) ? ( $global['noindexPaginated'] ?? null ) : true ); // Its default is to keep later pages out.
		$this->record->set( 'seo-meta', 'robots', empty( $global['default'] ) ? implode( ',', self::robots( $global ) ) : '' );
		$this->record->flag( 'seo-meta', 'noindex_empty', self::at( $options, 'searchAppearance.advanced.noIndexEmptyCat' ) );
	}

	/**
	 * @param array<string, mixed> $options
	 * @param array<string, mixed> $dynamic
	 */
	private function take_pages( array $options, array $dynamic ): void {
		$this->record->template( 'home', 'title', self::at( $options, 'searchAppearance.global.siteTitle' ) );
		$this->record->template( 'home', 'description', self::at( $options, 'searchAppearance.global.metaDescription' ) );
		$this->record->template( 'home', 'social_title', self::at( $options, 'social.facebook.homePage.title' ) );
		$this->record->template( 'home', 'social_description', self::at( $options, 'social.facebook.homePage.description' ) );
		$this->record->image( 'home', 0, self::at( $options, 'social.facebook.homePage.image' ) );
		foreach ( array( 'author', 'date', 'search' ) as $page ) {
			$this->page( $page, (array) self::at( $options, "searchAppearance.archives.{$page}" ) );
		}
		foreach ( array( 'postTypes' => 'post', 'taxonomies' => 'term', 'archives' => 'archive' ) as $group => $kind ) {
			foreach ( array_filter( (array) self::at( $dynamic, "searchAppearance.{$group}" ), 'is_array' ) as $name => $values ) {
				$this->page( "{$kind}:{$name}", $values );
				if ( 'post' === $kind ) {
					$schema = Record::string( $values['schemaType'] ?? '' );
					$this->record->post_type_schema( (string) $name, 'Article' === $schema ? Record::string( $values['articleType'] ?? 'Article' ) : ( 'WebPage' === $schema ? 'none' : $schema ), 'WebPage' === $schema ? Record::string( $values['webPageType'] ?? '' ) : '' );
				}
			}
		}
	}

	/**
	 * @param array<string, mixed> $values
	 */
	private function page( string $page, array $values ): void {
		$this->record->template( $page, 'title', $values['title'] ?? '' );
		$this->record->template( $page, 'description', $values['metaDescription'] ?? '' );
		$meta = (array) ( $values['advanced']['robotsMeta'] ?? array() );
		if ( isset( $meta['default'] ) && ! $meta['default'] ) {
			$this->record->robots( $page, ! empty( $meta['noindex'] ), ! empty( $meta['nofollow'] ), self::robots( $meta ) );
		} elseif ( isset( $values['show'] ) && ! $values['show'] ) {
			$this->record->robots( $page, true ); // Not to be shown in search results.
		}
	}

	/**
	 * @param array<string, mixed> $options
	 */
	private function take_social( array $options ): void {
		$urls  = array_filter( (array) self::at( $options, 'social.profiles.urls' ), 'is_string' );
		$x     = Record::string( $urls['twitterUrl'] ?? '' );
		$lines = preg_split( '/\s+/', Record::string( self::at( $options, 'social.profiles.additionalUrls' ) ) );
		unset( $urls['twitterUrl'] );
		$same = (array) self::at( $options, 'social.profiles.sameUsername' );
		if ( ! empty( $same['enable'] ) && ! empty( $same['username'] ) ) {
			$this->record->note( 'left_out', __( 'profiles made from one user name: enter their addresses under Settings → Social', 'igny8' ) );
		}
		$this->record->social( 0, self::at( $options, 'social.facebook.general.defaultImagePosts' ), $x, Record::string( self::at( $options, 'social.twitter.general.defaultCardType' ) ), array( ...array_values( $urls ), ...$lines ) );
		if ( self::at( $options, 'social.facebook.advanced.enable' ) ) {
			$this->record->put( 'seo-meta', 'social', 'facebook_app', Record::string( self::at( $options, 'social.facebook.advanced.appId' ) ) );
		}
	}

	private function take_sitemap( mixed $sitemap ): void {
		if ( ! is_array( $sitemap ) ) {
			return;
		}
		foreach ( array( 'post_types' => array( 'postTypes', get_post_types( array( 'public' => true ) ) ), 'taxonomies' => array( 'taxonomies', get_taxonomies( array( 'public' => true ) ) ) ) as $ours => list( $theirs, $names ) ) {
			if ( isset( $sitemap[ $theirs ]['included'] ) && empty( $sitemap[ $theirs ]['all'] ) ) {
				$this->record->set( 'sitemap', "excluded_{$ours}", array_values( array_diff( $names, (array) $sitemap[ $theirs ]['included'], array( 'attachment' ) ) ) );
			}
		}
		$this->record->flag( 'sitemap', 'authors', $sitemap['author'] ?? null );
		$advanced = (array) ( $sitemap['advancedSettings'] ?? array() );
		if ( ! empty( $advanced['enable'] ) ) {
			$this->record->flag( 'sitemap', 'images', empty( $advanced['excludeImages'] ) );
			$this->record->set( 'sitemap', 'excluded_posts', self::ids( $advanced['excludePosts'] ?? array() ) );
			$this->record->set( 'sitemap', 'excluded_terms', self::ids( $advanced['excludeTerms'] ?? array() ) );
		}
	}

	/**
	 * Its rules come on top of WordPress' own text.
	 */
	private function robots_txt( mixed $robots ): string {
		$rules = is_array( $robots ) && ! empty( $robots['enable'] ) ? (array) ( $robots['rules'] ?? array() ) : array();
		$texts = array();
		foreach ( $rules as $rule ) {
			$rule = is_string( $rule ) ? json_decode( $rule, true ) : $rule;
			if ( is_array( $rule ) && '' !== Record::string( $rule['fieldValue'] ?? '' ) ) {
				$texts[ Record::string( $rule['userAgent'] ?? '*' ) ][] = ucfirst( Record::string( $rule['directive'] ?? 'disallow' ) ) . ': ' . Record::string( $rule['fieldValue'] );
			}
		}
		if ( array() === $texts ) {
			return '';
		}
		$texts = array( '*' => array( 'Disallow: /wp-admin/', 'Allow: /wp-admin/admin-ajax.php', ...( $texts['*'] ?? array() ) ) ) + $texts;
		return implode( "\n\n", array_map( static fn( string $agent, array $lines ) => "User-agent: {$agent}\n" . implode( "\n", array_unique( $lines ) ), array_keys( $texts ), $texts ) ) . "\n";
	}

	/**
	 * @param array<string, mixed> $meta
	 * @return list<string>
	 */
	private static function robots( array $meta ): array {
		$words = array_values( array_filter( array( 'noindex', 'nofollow', 'noarchive', 'noimageindex', 'notranslate', 'nosnippet' ), static fn( string $word ) => ! empty( $meta[ $word ] ) ) );
		foreach ( array( 'max-image-preview' => 'maxImagePreview', 'max-snippet' => 'maxSnippet', 'max-video-preview' => 'maxVideoPreview' ) as $ours => $theirs ) {
			if ( isset( $meta[ $theirs ] ) ) {
				$words[] = "{$ours}:" . Record::string( $meta[ $theirs ] );
			}
		}
		return $words;
	}

	/**
	 * Posts are kept as JSON texts, each with `value`.
	 *
	 * @return list<int>
	 */
	private static function ids( mixed $list ): array {
		$ids = array_map( static fn( $one ) => (int) Record::string( is_string( $one ) ? ( json_decode( $one, true )['value'] ?? $one ) : $one ), is_array( $list ) ? $list : array() );
		return array_values( array_filter( $ids, static fn( int $id ) => $id > 0 ) );
	}

	/**
	 * @param array<string, mixed> $options
	 */
	private static function at( array $options, string $path ): mixed {
		foreach ( explode( '.', $path ) as $key ) {
			$options = is_array( $options ) ? ( $options[ $key ] ?? null ) : null;
		}
		return $options;
	}
}
