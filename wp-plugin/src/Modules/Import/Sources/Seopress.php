<?php
/**
 * SEOPress: the same meta on posts and terms, a handful of options, redirects as posts of a type of its own.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Import\Sources;

use Igny8\Modules\Import\Record;
use Igny8\Modules\Import\SchemaChoice;
use Igny8\Modules\Import\SettingsRecord;
use Igny8\Modules\Import\Source;
use Igny8\Modules\Import\Stored;

/**
 * Formats as of its version 10, those of its paid edition as that one stores them.
 */
final class Seopress extends Source {

	protected const META = array(
		'post' => array( '_seopress_titles_*', '_seopress_robots_*', '_seopress_social_*', '_seopress_redirections_*', '_seopress_analysis_target_kw', '_seopress_pro_schemas_manual', '_seopress_pro_rich_snippets_type' ),
		'term' => array( '_seopress_titles_*', '_seopress_robots_*', '_seopress_social_*', '_seopress_redirections_*' ),
	);

	protected const OPTIONS = array( 'seopress_titles_option_name', 'seopress_social_option_name', 'seopress_xml_sitemap_option_name', 'seopress_advanced_option_name', 'seopress_pro_option_name' );

	protected const VARIABLE = '/%%([^%\s]+)%%/';

	protected const VARIABLES = array(
		'_category_description'   => '{term_description}',
		'_category_title'         => '{term}',
		'_cf_*'                   => '{field:*}',
		'_ct_*'                   => '{terms:*}',
		'archive_date'            => '{archive_title}',
		'archive_date_month_name' => '{archive_title}',
		'archive_title'           => '{archive_title}',
		'author_bio'              => '{author_bio}',
		'category'                => '{category}',
		'category_description'    => '{term_description}',
		'cpt_plural'              => '{post_type_plural}',
		'current_pagination'      => '{page}',
		'currentdate'             => '{current_date}',
		'currentmonth'            => '{current_month}',
		'currentyear'             => '{current_year}',
		'date'                    => '{date}',
		'excerpt'                 => '{excerpt}',
		'name'                    => '{author}',
		'page'                    => '{page}',
		'post_author'             => '{author}',
		'post_category'           => '{category}',
		'post_content'            => '{content}',
		'post_date'               => '{date}',
		'post_excerpt'            => '{excerpt}',
		'post_modified_date'      => '{modified}',
		'post_tag'                => '{tag}',
		'post_title'              => '{title}',
		'pt_plural'               => '{post_type_plural}',
		'search_keywords'         => '{search}',
		'searchphrase'            => '{search}',
		'sep'                     => '{separator}',
		'sitedesc'                => '{tagline}',
		'sitename'                => '{site_name}',
		'sitetitle'               => '{site_name}',
		'social_knowledge_name'   => '{site_name}',
		'tag'                     => '{tag}',
		'tag_description'         => '{term_description}',
		'tag_title'               => '{term}',
		'tagline'                 => '{tagline}',
		'target_keyword'          => '{focus_keyphrase}',
		'term_description'        => '{term_description}',
		'term_title'              => '{term}',
		'title'                   => '{title}',
		'user_description'        => '{author_bio}',
		'wc_single_cat'           => '{category}',
		'wc_single_price'         => '{price}',
		'wc_single_short_desc'    => '{excerpt}',
		'wc_single_tag'           => '{tag}',
		'wc_sku'                  => '{sku}',
	);

	private const ROBOTS = array( 'imageindex' => 'noimageindex', 'archive' => 'noarchive', 'snippet' => 'nosnippet' );

	private const REDIRECTS = "post_type = 'seopress_404' AND post_status IN ( 'publish', 'draft' )";

	public function slug(): string {
		return 'seopress';
	}

	public function name(): string {
		return 'SEOPress';
	}

	public function version(): string {
		return Record::string( Stored::option( 'seopress_versions' )['free'] ?? '' );
	}

	/**
	 * Its redirects carry the same meta as posts.
	 */
	public function counts(): array {
		$counts          = parent::counts();
		$counts['posts'] = max( 0, $counts['posts'] - $this->redirect_count() );
		return $counts;
	}

	protected function map( Record $record, array $meta ): void {
		$get = static fn( string $name ): string => $meta[ "_seopress_{$name}" ] ?? '';
		$record->text( 'title', $get( 'titles_title' ) );
		$record->text( 'description', $get( 'titles_desc' ) );
		$record->set( 'canonical', $get( 'robots_canonical' ) );
		$record->set( 'breadcrumb_title', $get( 'robots_breadcrumbs' ) );
		foreach ( array( 'og' => 'fb', 'x' => 'twitter' ) as $ours => $theirs ) {
			$record->text( "{$ours}_title", $get( "social_{$theirs}_title" ) );
			$record->text( "{$ours}_description", $get( "social_{$theirs}_desc" ) );
			$record->image( "{$ours}_image", $get( "social_{$theirs}_img_attachment_id" ), $get( "social_{$theirs}_img" ) );
		}
		$others = array_values( array_filter( self::ROBOTS, static fn( string $name ) => 'yes' === $get( "robots_{$name}" ), ARRAY_FILTER_USE_KEY ) );
		$record->robots( 'yes' === $get( 'robots_index' ) ?: null, 'yes' === $get( 'robots_follow' ) ?: null, $others );
		$record->keyphrases( array_map( static fn( string $phrase ) => array( 'phrase' => $phrase, 'synonyms' => array() ), explode( ',', $get( 'analysis_target_kw' ) ) ) );
		$record->primary_term( 'product' === get_post_type( $record->id ) ? 'product_cat' : 'category', $get( 'robots_primary_cat' ) );
		if ( 'yes' === $get( 'redirections_enabled' ) ) {
			$record->set( 'redirect', $get( 'redirections_value' ) );
			if ( ! in_array( $get( 'redirections_type' ), array( '', '301' ), true ) || ! in_array( $get( 'redirections_logged_status' ), array( '', 'both' ), true ) ) {
				/* translators: %s: code of a redirect. */
				$record->note( 'left_out', sprintf( __( 'a redirect of a page by %s or for some visitors only: it becomes a permanent one for all', 'igny8' ), $get( 'redirections_type' ) ) );
			}
		}
		foreach ( array_filter( Stored::php( $get( 'pro_schemas_manual' ) ), 'is_array' ) as $schema ) {
			$type = Record::string( $schema['_seopress_pro_rich_snippets_type'] ?? '' );
			SchemaChoice::take( $record, array( '@type' => 'articles' === $type ? Record::string( $schema['_seopress_pro_rich_snippets_article_type'] ?? 'Article' ) : $type ) );
		}
	}

	public function settings(): SettingsRecord {
		$record = parent::settings();
		$titles = Stored::option( 'seopress_titles_option_name' );
		$record->set( 'seo-meta', 'separator', html_entity_decode( Record::string( $titles['seopress_titles_sep'] ?? '' ), ENT_QUOTES | ENT_HTML5 ) );
		$this->map_pages( $record, $titles );
		$record->flag( 'seo-meta', 'noindex_paged', $titles['seopress_titles_paged_noindex'] ?? null );
		$words = array_values( array_filter( array( 'noindex', 'nofollow', 'noimageindex', 'nosnippet' ), static fn( string $word ) => ! empty( $titles[ "seopress_titles_{$word}" ] ) ) );
		$record->set( 'seo-meta', 'robots', array() === $words ? '' : implode( ',', $words ) . ',' . \Igny8\Seo\Choices::DEFAULTS['robots'] );
		$this->map_social( $record, Stored::option( 'seopress_social_option_name' ) );
		$this->map_advanced( $record, Stored::option( 'seopress_advanced_option_name' ), Stored::option( 'seopress_pro_option_name' ) );
		$this->map_sitemap( $record, Stored::option( 'seopress_xml_sitemap_option_name' ) );
		return $record;
	}

	/**
	 * @param array<string, mixed> $titles
	 */
	private function map_pages( SettingsRecord $record, array $titles ): void {
		$record->template( 'home', 'title', $titles['seopress_titles_home_site_title'] ?? '' );
		$record->template( 'home', 'description', $titles['seopress_titles_home_site_desc'] ?? '' );
		foreach ( array( 'author' => 'author', 'date' => 'date', 'search' => 'search', 'not_found' => '404' ) as $page => $name ) {
			$record->template( $page, 'title', $titles[ "seopress_titles_archives_{$name}_title" ] ?? '' );
			$record->template( $page, 'description', $titles[ "seopress_titles_archives_{$name}_desc" ] ?? '' );
			$record->robots( $page, ! empty( $titles[ "seopress_titles_archives_{$name}_noindex" ] ) || ! empty( $titles[ "seopress_titles_archives_{$name}_title_noindex" ] ) );
			if ( ! empty( $titles[ "seopress_titles_archives_{$name}_disable" ] ) ) {
				$record->robots( $page, true );
				$record->note( 'left_out', 'author' === $page ? __( 'author archives that send visitors to the front page: they are kept out of search results instead', 'igny8' ) : __( 'date archives that send visitors to the front page: they are kept out of search results instead', 'igny8' ) );
			}
		}
		foreach ( array( 'single' => 'post', 'tax' => 'term', 'archive' => 'archive' ) as $theirs => $kind ) {
			foreach ( array_filter( (array) ( $titles[ "seopress_titles_{$theirs}_titles" ] ?? array() ), 'is_array' ) as $name => $values ) {
				$record->template( "{$kind}:{$name}", 'title', $values['title'] ?? '' );
				$record->template( "{$kind}:{$name}", 'description', $values['description'] ?? '' );
				$record->robots( "{$kind}:{$name}", ! empty( $values['noindex'] ), ! empty( $values['nofollow'] ) );
			}
		}
		if ( ! empty( $titles['seopress_titles_attachments_noindex'] ) ) {
			$record->robots( 'post:attachment', true );
		}
	}

	/**
	 * @param array<string, mixed> $social
	 */
	private function map_social( SettingsRecord $record, array $social ): void {
		$get      = static fn( string $name ): string => Record::string( $social[ "seopress_social_{$name}" ] ?? '' );
		$profiles = array_map( $get, array( 'accounts_facebook', 'accounts_instagram', 'accounts_linkedin', 'accounts_pinterest', 'accounts_youtube' ) );
		$card     = 'large' === $get( 'twitter_card_img_size' ) ? 'summary_large_image' : ( 'default' === $get( 'twitter_card_img_size' ) ? 'summary' : '' );
		$record->social( $social['seopress_social_facebook_img_attachment_id'] ?? 0, $get( 'facebook_img' ), $get( 'accounts_twitter' ), $card, array( ...$profiles, ...preg_split( '/\s+/', $get( 'accounts_extra' ) ) ) );
		$record->put( 'seo-meta', 'social', 'facebook_app', $get( 'facebook_app_id' ) );
		foreach ( array_filter( (array) ( $social['seopress_social_facebook_img_cpt'] ?? array() ), 'is_array' ) as $type => $image ) {
			$record->image( "post:{$type}", 0, $image['url'] ?? '' );
		}
		if ( 'Person' === $get( 'knowledge_type' ) ) {
			$record->set( 'schema', 'site_represents', (int) $get( 'knowledge_user_id' ) > 0 ? 'person' : '' );
			$record->set( 'schema', 'person', (int) $get( 'knowledge_user_id' ) ?: null );
			(int) $get( 'knowledge_user_id' ) > 0 || $record->note( 'left_out', __( 'the person whom the site represents: choose the user in the settings of Schema', 'igny8' ) );
			return;
		}
		$record->set( 'schema', 'site_represents', '' === $get( 'knowledge_type' ) || 'none' === $get( 'knowledge_type' ) ? '' : 'organization' );
		$names = array( 'name' => 'name', 'legal_name' => 'legal_name', 'description' => 'desc', 'email' => 'email', 'phone' => 'phone', 'tax_id' => 'tax_id', 'founding_date' => 'founding_date', 'address|street' => 'street', 'address|locality' => 'locality', 'address|region' => 'region', 'address|postal_code' => 'postal_code', 'address|country' => 'country' );
		$record->organization( array_map( static fn( string $name ) => $get( "knowledge_{$name}" ), $names ), 0, $get( 'knowledge_img' ) );
	}

	/**
	 * @param array<string, mixed> $advanced
	 * @param array<string, mixed> $pro Of the paid edition.
	 */
	private function map_advanced( SettingsRecord $record, array $advanced, array $pro ): void {
		foreach ( array( 'google', 'bing', 'yandex', 'baidu', 'pinterest', 'facebook' ) as $service ) {
			$record->put( 'seo-meta', 'verification', $service, self::code( Record::string( $advanced[ "seopress_advanced_advanced_{$service}" ] ?? '' ) ) );
		}
		if ( ! empty( $advanced['seopress_advanced_advanced_category_url'] ) ) {
			$record->note( 'left_out', __( 'addresses of categories without “category” in them: keep them with a permalink plugin, or add redirects', 'igny8' ) );
		}
		$get = static fn( string $name ): string => Record::string( $pro[ "seopress_{$name}" ] ?? '' );
		$record->put( 'seo-meta', 'breadcrumbs', 'separator', html_entity_decode( $get( 'breadcrumbs_separator' ), ENT_QUOTES | ENT_HTML5 ) );
		$record->put( 'seo-meta', 'breadcrumbs', 'home', $get( 'breadcrumbs_i18n_home' ) );
		$record->put( 'seo-meta', 'breadcrumbs', 'prefix', $get( 'breadcrumbs_i18n_here' ) );
		$record->feed( $get( 'rss_before_html' ), $get( 'rss_after_html' ) );
		$record->robots_txt = empty( $pro['seopress_robots_enable'] ) ? '' : $get( 'robots_file' );
		if ( '' !== $get( 'local_business_type' ) ) {
			$record->organization( array( 'type' => $get( 'local_business_type' ), 'price_range' => $get( 'local_business_price_range' ), 'phone' => $get( 'local_business_phone' ), 'address|street' => $get( 'local_business_street_address' ), 'address|locality' => $get( 'local_business_address_locality' ), 'address|region' => $get( 'local_business_address_region' ), 'address|postal_code' => $get( 'local_business_postal_code' ), 'address|country' => $get( 'local_business_address_country' ), 'geo|latitude' => $get( 'local_business_lat' ), 'geo|longitude' => $get( 'local_business_lon' ) ) );
		}
	}

	/**
	 * @param array<string, mixed> $sitemap
	 */
	private function map_sitemap( SettingsRecord $record, array $sitemap ): void {
		foreach ( array( 'post_types' => get_post_types( array( 'public' => true ) ), 'taxonomies' => get_taxonomies( array( 'public' => true ) ) ) as $group => $names ) {
			$list = $sitemap[ "seopress_xml_sitemap_{$group}_list" ] ?? null;
			if ( is_array( $list ) ) {
				$record->set( 'sitemap', "excluded_{$group}", array_values( array_filter( $names, static fn( string $name ) => empty( $list[ $name ]['include'] ) && 'attachment' !== $name ) ) );
			}
		}
		if ( array() !== $sitemap ) {
			$record->flag( 'sitemap', 'authors', $sitemap['seopress_xml_sitemap_author_enable'] ?? false );
			$record->flag( 'sitemap', 'images', $sitemap['seopress_xml_sitemap_img_enable'] ?? false );
		}
	}

	/**
	 * Owners paste the whole tag where a code is asked for.
	 */
	private static function code( string $value ): string {
		return preg_match( '/content=["\']([^"\']+)/', $value, $found ) ? $found[1] : $value;
	}

	public function redirect_count(): int {
		return $this->rows->count( 'posts', self::REDIRECTS . " AND ID IN ( SELECT post_id FROM {$this->rows->table( 'postmeta' )} WHERE meta_key = '_seopress_redirections_type' )" );
	}

	/**
	 * A post of that type is a redirect when it is enabled; the others are its log of missing pages.
	 */
	public function redirects( int $after, int $limit ): array {
		$posts = $this->rows->after( 'posts', 'ID', $after, $limit, self::REDIRECTS );
		$meta  = $this->rows->meta( 'post', array_map( 'intval', array_column( $posts, 'ID' ) ), array( '_seopress_redirections_*', 'seopress_404_count' ) );
		$rules = array();
		foreach ( $posts as $post ) {
			$id  = (int) $post['ID'];
			$get = static fn( string $name ): string => $meta[ $id ][ "_seopress_redirections_{$name}" ] ?? '';
			if ( '' === $get( 'type' ) && '' === $get( 'value' ) ) {
				continue;
			}
			$is_regex = 'yes' === $get( 'enabled_regex' );
			$rules[]  = array(
				'number'     => $id,
				'source'     => $is_regex ? (string) $post['post_title'] : '/' . ltrim( (string) $post['post_title'], '/' ),
				'match'      => $is_regex ? 'regex' : 'exact',
				'target'     => $get( 'value' ),
				'code'       => (int) ( $get( 'type' ) ?: 301 ),
				'query'      => array( 'exact_match' => 'exact', 'without_param' => 'ignore', 'with_ignored_param' => 'pass' )[ $get( 'param' ) ] ?? 'exact',
				'is_enabled' => 'yes' === $get( 'enabled' ) && 'publish' === $post['post_status'],
				'conditions' => array( 'only_logged_in' => array( 'logged_in' => true ), 'only_not_logged_in' => array( 'logged_in' => false ) )[ $get( 'logged_status' ) ] ?? array(),
				'hits'       => (int) ( $meta[ $id ]['seopress_404_count'] ?? 0 ),
			);
		}
		return $rules;
	}
}
