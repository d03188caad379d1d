<?php
/**
 * Rank Math: the same meta on posts, terms and users, three options, its own table of redirects.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Import\Sources;

use Igny8\Modules\Import\Hours;
use Igny8\Modules\Import\Record;
use Igny8\Modules\Import\SchemaChoice;
use Igny8\Modules\Import\SettingsRecord;
use Igny8\Modules\Import\Source;
use Igny8\Modules\Import\Stored;

/**
 * Formats as of its version 1.0.272. It stores texts with entities; they are decoded with the variables.
 */
final class RankMath extends Source {

	protected const META = array(
		'post' => array( 'rank_math_*' ),
		'term' => array( 'rank_math_*' ),
		'user' => array( 'rank_math_title', 'rank_math_description', 'rank_math_robots', 'rank_math_advanced_robots', 'rank_math_canonical_url', 'rank_math_facebook_*', 'rank_math_twitter_*', 'rank_math_focus_keyword' ),
	);

	protected const OPTIONS = array( 'rank-math-options-titles', 'rank-math-options-general', 'rank-math-options-sitemap' );

	protected const VARIABLE = '/%([A-Za-z_]+)(?:\(([^)%]*)\))?%/';

	protected const VARIABLES = array(
		'AUTHORLINK'             => '{author}', // Of feeds.
		'BLOGDESCLINK'           => '{site_link}',
		'BLOGLINK'               => '{site_link}',
		'POSTLINK'               => '{link}',
		'archive_title'          => '{archive_title}',
		'categories'             => '{categories}',
		'category'               => '{category}',
		'currentdate'            => '{current_date}',
		'currentmonth'           => '{current_month}',
		'currenttime()'          => '{current_date}',
		'currentyear'            => '{current_year}',
		'customfield()'          => '{field:*}',
		'customterm()'           => '{terms:*}',
		'date'                   => '{date}',
		'excerpt'                => '{excerpt}',
		'excerpt_only'           => '{excerpt}',
		'filename'               => '{title}',
		'focuskw'                => '{focus_keyphrase}',
		'id'                     => '{id}',
		'keywords'               => '{focus_keyphrase}',
		'modified'               => '{modified}',
		'name'                   => '{author}',
		'org_name'               => '{site_name}',
		'page'                   => '{page}',
		'pagenumber'             => '{page_number}',
		'pagetotal'              => '{page_total}',
		'parent_title'           => '{parent_title}',
		'post_author'            => '{author}',
		'primary_taxonomy_terms' => '{category}',
		'pt_plural'              => '{post_type_plural}',
		'pt_single'              => '{post_type}',
		'search_query'           => '{search}',
		'sep'                    => '{separator}',
		'sitedesc'               => '{tagline}',
		'sitename'               => '{site_name}',
		'tag'                    => '{tag}',
		'tags'                   => '{tags}',
		'term'                   => '{term}',
		'term_description'       => '{term_description}',
		'title'                  => '{title}',
		'user_description'       => '{author_bio}',
		'wc_brand'               => '{brand}',
		'wc_price'               => '{price}',
		'wc_shortdesc'           => '{excerpt}',
		'wc_sku'                 => '{sku}',
	);

	private const VERIFICATION = array( 'google' => 'google_verify', 'bing' => 'bing_verify', 'yandex' => 'yandex_verify', 'baidu' => 'baidu_verify', 'pinterest' => 'pinterest_verify' );

	private const COMPARISONS = array( 'exact' => 'exact', 'start' => 'prefix', 'regex' => 'regex', 'contains' => 'regex', 'end' => 'regex' );

	private const REDIRECTS = 'rank_math_redirections';

	public function slug(): string {
		return 'rank-math';
	}

	public function name(): string {
		return 'Rank Math SEO';
	}

	public function version(): string {
		return $this->rows->option( 'rank_math_version' );
	}

	protected function map( Record $record, array $meta ): void {
		$get = static fn( string $name ): string => $meta[ "rank_math_{$name}" ] ?? '';
		$record->text( 'title', $get( 'title' ) );
		$record->text( 'description', $get( 'description' ) );
		$record->set( 'canonical', $get( 'canonical_url' ) );
		$record->set( 'breadcrumb_title', $get( 'breadcrumb_title' ) );
		$record->set( 'is_cornerstone', 'on' === $get( 'pillar_content' ) );
		$record->text( 'og_title', $get( 'facebook_title' ) );
		$record->text( 'og_description', $get( 'facebook_description' ) );
		$record->image( 'og_image', $get( 'facebook_image_id' ), $get( 'facebook_image' ) );
		if ( 'off' === $get( 'twitter_use_facebook' ) ) { // Otherwise what stands in the fields of X is not used.
			$record->text( 'x_title', $get( 'twitter_title' ) );
			$record->text( 'x_description', $get( 'twitter_description' ) );
			$record->image( 'x_image', $get( 'twitter_image_id' ), $get( 'twitter_image' ) );
		}
		$record->set( 'x_card', in_array( $get( 'twitter_card_type' ), array( 'summary', 'summary_large_image' ), true ) ? $get( 'twitter_card_type' ) : '' );
		$record->robot_words( self::words( Stored::php( $get( 'robots' ) ) ), self::valued( Stored::php( $get( 'advanced_robots' ) ) ) );
		$record->keyphrases( array_map( static fn( string $phrase ) => array( 'phrase' => html_entity_decode( $phrase, ENT_QUOTES | ENT_HTML5 ), 'synonyms' => array() ), explode( ',', $get( 'focus_keyword' ) ) ) );
		foreach ( $meta as $key => $value ) {
			if ( str_starts_with( $key, 'rank_math_primary_' ) ) {
				$record->primary_term( substr( $key, strlen( 'rank_math_primary_' ) ), $value );
			} elseif ( str_starts_with( $key, 'rank_math_schema_' ) ) {
				SchemaChoice::take( $record, Stored::php( $value ) );
			}
		}
		if ( ! isset( $record->fields['schema'] ) && '' !== $get( 'rich_snippet' ) ) { // Before its version 1.0.48.
			SchemaChoice::take( $record, array( '@type' => 'article' === $get( 'rich_snippet' ) ? $get( 'snippet_article_type' ) : $get( 'rich_snippet' ) ) );
		}
	}

	public function settings(): SettingsRecord {
		$record = parent::settings();
		$titles = Stored::option( 'rank-math-options-titles' );
		$get    = static fn( string $name ): string => Record::string( $titles[ $name ] ?? '' );
		$record->set( 'seo-meta', 'separator', html_entity_decode( $get( 'title_separator' ), ENT_QUOTES | ENT_HTML5 ) );
		$record->set( 'seo-meta', 'robots', implode( ',', array( ...array_diff( self::words( $titles['robots_global'] ?? array() ), array( 'index' ) ), ...self::valued( $titles['advanced_robots_global'] ?? array() ) ) ) );
		$record->flag( 'seo-meta', 'noindex_empty', $titles['noindex_empty_taxonomies'] ?? null );
		$record->flag( 'seo-meta', 'noindex_paged', $titles['noindex_archive_subpages'] ?? null );
		$this->map_pages( $record, $titles );
		$this->map_social( $record, $titles );
		$this->map_schema( $record, $titles );
		$this->map_general( $record, Stored::option( 'rank-math-options-general' ) );
		$this->map_sitemap( $record, Stored::option( 'rank-math-options-sitemap' ) );
		return $record;
	}

	/**
	 * @param array<string, mixed> $titles
	 */
	private function map_pages( SettingsRecord $record, array $titles ): void {
		$pages = array( 'home' => 'homepage', 'author' => 'author_archive', 'date' => 'date_archive', 'search' => 'search', 'not_found' => '404' );
		foreach ( get_post_types( array( 'public' => true ) ) as $type ) {
			$pages[ "post:{$type}" ]    = "pt_{$type}";
			$pages[ "archive:{$type}" ] = "pt_{$type}_archive";
		}
		foreach ( get_taxonomies( array( 'public' => true ) ) as $taxonomy ) {
			$pages[ "term:{$taxonomy}" ] = "tax_{$taxonomy}";
		}
		foreach ( $pages as $page => $prefix ) {
			$robots = array( 'author' => 'author', 'date' => 'date_archive' )[ $page ] ?? $prefix;
			$record->template( $page, 'title', $titles[ "{$prefix}_title" ] ?? '' );
			$record->template( $page, 'description', $titles[ "{$prefix}_description" ] ?? '' );
			$record->template( $page, 'social_title', $titles[ "{$prefix}_facebook_title" ] ?? '' );
			$record->template( $page, 'social_description', $titles[ "{$prefix}_facebook_description" ] ?? '' );
			$record->image( $page, $titles[ "{$prefix}_facebook_image_id" ] ?? 0, $titles[ "{$prefix}_facebook_image" ] ?? '' );
			if ( 'on' === ( $titles[ "{$robots}_custom_robots" ] ?? ( 'date' === $page ? 'on' : 'off' ) ) ) {
				$record->robot_words( $page, self::words( $titles[ "{$robots}_robots" ] ?? array() ), self::valued( $titles[ str_replace( '_archive', '', $robots ) . '_advanced_robots' ] ?? array() ) );
			}
		}
		$record->robots( 'search', 'on' === ( $titles['noindex_search'] ?? '' ) );
		foreach ( get_post_types( array( 'public' => true ) ) as $type ) {
			$snippet = Record::string( $titles[ "pt_{$type}_default_rich_snippet" ] ?? '' );
			$record->post_type_schema( $type, 'article' === $snippet ? Record::string( $titles[ "pt_{$type}_default_article_type" ] ?? '' ) : $snippet );
		}
	}

	/**
	 * @param array<string, mixed> $titles
	 */
	private function map_social( SettingsRecord $record, array $titles ): void {
		$get = static fn( string $name ): string => Record::string( $titles[ $name ] ?? '' );
		$record->social(
			$titles['open_graph_image_id'] ?? 0,
			$get( 'open_graph_image' ),
			$get( 'twitter_author_names' ),
			$get( 'twitter_card_type' ),
			array( $get( 'social_url_facebook' ), ...preg_split( '/\s+/', $get( 'social_additional_profiles' ) ) )
		);
		$record->put( 'seo-meta', 'social', 'facebook_app', $get( 'facebook_app_id' ) );
	}

	/**
	 * @param array<string, mixed> $titles
	 */
	private function map_schema( SettingsRecord $record, array $titles ): void {
		$get = static fn( string $name ): string => Record::string( $titles[ $name ] ?? '' );
		$record->set( 'schema', 'site_represents', 'company' === $get( 'knowledgegraph_type' ) ? 'organization' : '' );
		if ( 'person' === $get( 'knowledgegraph_type' ) ) {
			$record->note( 'left_out', __( 'the person whom the site represents: choose the user in the settings of Schema', 'igny8' ) );
		}
		$address = (array) ( $titles['local_address'] ?? array() );
		$more    = array_column( array_filter( (array) ( $titles['additional_info'] ?? array() ), 'is_array' ), 'value', 'type' );
		$geo     = array_map( 'trim', explode( ',', $get( 'geo' ) ) );
		$phones  = array_filter( (array) ( $titles['phone_numbers'] ?? array() ), 'is_array' );
		$record->organization(
			array(
				'name'                => $get( 'knowledgegraph_name' ),
				'alternate_name'      => $get( 'website_alternate_name' ),
				'description'         => $get( 'organization_description' ),
				'url'                 => $get( 'url' ),
				'type'                => $get( 'local_business_type' ),
				'email'               => $get( 'email' ),
				'phone'               => '' === $get( 'phone' ) ? Record::string( array_values( $phones )[0]['number'] ?? '' ) : $get( 'phone' ),
				'legal_name'          => $more['legalName'] ?? '',
				'founding_date'       => $more['foundingDate'] ?? '',
				'vat_id'              => $more['vatID'] ?? '',
				'tax_id'              => $more['taxID'] ?? '',
				'price_range'         => $get( 'price_range' ),
				'address|street'      => $address['streetAddress'] ?? '',
				'address|locality'    => $address['addressLocality'] ?? '',
				'address|region'      => $address['addressRegion'] ?? '',
				'address|postal_code' => $address['postalCode'] ?? '',
				'address|country'     => $address['addressCountry'] ?? '',
				'geo|latitude'        => isset( $geo[1] ) && is_numeric( $geo[0] ) ? $geo[0] : '',
				'geo|longitude'       => isset( $geo[1] ) && is_numeric( $geo[1] ) ? $geo[1] : '',
				'hours|days'          => 'Organization' === $get( 'local_business_type' ) ? array() : Hours::of_list( (array) ( $titles['opening_hours'] ?? array() ) ), // Every new site has hours of 9 to 5 that nobody entered.
			),
			$titles['knowledgegraph_logo_id'] ?? 0,
			$get( 'knowledgegraph_logo' )
		);
	}

	/**
	 * @param array<string, mixed> $general
	 */
	private function map_general( SettingsRecord $record, array $general ): void {
		$get = static fn( string $name ): string => html_entity_decode( Record::string( $general[ $name ] ?? '' ), ENT_QUOTES | ENT_HTML5 );
		foreach ( self::VERIFICATION as $ours => $theirs ) {
			$record->put( 'seo-meta', 'verification', $ours, $get( $theirs ) );
		}
		$record->put( 'seo-meta', 'breadcrumbs', 'separator', $get( 'breadcrumbs_separator' ) );
		$record->put( 'seo-meta', 'breadcrumbs', 'home', $get( 'breadcrumbs_home_label' ) );
		$record->put( 'seo-meta', 'breadcrumbs', 'prefix', $get( 'breadcrumbs_prefix' ) );
		$record->put( 'seo-meta', 'breadcrumbs', 'shows_home', isset( $general['breadcrumbs_home'] ) ? 'on' === $general['breadcrumbs_home'] : null );
		$record->feed( $get( 'rss_before_content' ), $get( 'rss_after_content' ) );
		$record->robots_txt = $get( 'robots_txt_content' );
		if ( '' !== $get( 'norton_verify' ) ) {
			$record->note( 'left_out', __( 'the verification code of Norton Safe Web, a service that is no more', 'igny8' ) );
		}
		if ( 'on' === $get( 'strip_category_base' ) ) {
			$record->note( 'left_out', __( 'addresses of categories without “category” in them: keep them with a permalink plugin, or add redirects', 'igny8' ) );
		}
	}

	/**
	 * @param array<string, mixed> $sitemap
	 */
	private function map_sitemap( SettingsRecord $record, array $sitemap ): void {
		$is_off = static fn( string $name ): bool => 'off' === ( $sitemap[ $name ] ?? 'on' );
		$record->set( 'sitemap', 'excluded_posts', self::numbers( $sitemap['exclude_posts'] ?? '' ) );
		$record->set( 'sitemap', 'excluded_terms', self::numbers( $sitemap['exclude_terms'] ?? '' ) );
		$record->set( 'sitemap', 'excluded_authors', self::numbers( $sitemap['exclude_users'] ?? '' ) );
		$record->set( 'sitemap', 'excluded_post_types', array_values( array_filter( get_post_types( array( 'public' => true ) ), static fn( string $type ) => $is_off( "pt_{$type}_sitemap" ) ) ) );
		$record->set( 'sitemap', 'excluded_taxonomies', array_values( array_filter( get_taxonomies( array( 'public' => true ) ), static fn( string $name ) => $is_off( "tax_{$name}_sitemap" ) ) ) );
		$record->flag( 'sitemap', 'authors', $sitemap['authors_sitemap'] ?? null );
		$record->flag( 'sitemap', 'images', $sitemap['include_images'] ?? null );
	}

	public function redirect_count(): int {
		return $this->rows->count( self::REDIRECTS, "status <> 'trashed'" );
	}

	public function redirects( int $after, int $limit ): array {
		$rules = array();
		foreach ( $this->rows->after( self::REDIRECTS, 'id', $after, $limit, "status <> 'trashed'" ) as $row ) {
			$sources = array_filter( Stored::php( $row['sources'] ), 'is_array' );
			foreach ( array_values( $sources ) as $index => $source ) {
				$comparison = Record::string( $source['comparison'] ?? 'exact' );
				$pattern    = Record::string( $source['pattern'] ?? '' );
				$rules[]    = array(
					'number'      => (int) $row['id'],
					'source'      => match ( $comparison ) {
						'contains' => preg_quote( $pattern, '~' ),
						'end'      => preg_quote( $pattern, '~' ) . '$',
						'regex'    => $pattern,
						default    => '/' . ltrim( html_entity_decode( $pattern, ENT_QUOTES | ENT_HTML5 ), '/' ),
					},
					'match'       => self::COMPARISONS[ $comparison ] ?? 'exact',
					'target'      => Record::string( $row['url_to'] ),
					'code'        => (int) $row['header_code'],
					'ignore_case' => 'case' === ( $source['ignore'] ?? '' ),
					'is_enabled'  => 'active' === $row['status'],
					'hits'        => 0 === $index ? (int) $row['hits'] : 0,
					'last_hit_at' => self::date( Record::string( $row['last_accessed'] ) ),
				);
			}
		}
		return $rules;
	}
}
