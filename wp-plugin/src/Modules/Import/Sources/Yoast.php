<?php
/**
 * Yoast SEO: post meta, terms in one option, user meta, three options, redirects of its paid edition.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Import\Sources;

use Igny8\Modules\Import\Record;
use Igny8\Modules\Import\SettingsRecord;
use Igny8\Modules\Import\Source;
use Igny8\Modules\Import\Stored;

/**
 * Formats as of its version 28; those of version 1 to 27 are the same rows, less of them.
 */
final class Yoast extends Source {

	protected const META = array(
		'post' => array( '_yoast_wpseo_*' ),
		'user' => array( 'wpseo_title', 'wpseo_metadesc', 'wpseo_noindex_author' ),
	);

	protected const OPTIONS = array( 'wpseo', 'wpseo_titles', 'wpseo_social' );

	protected const VARIABLE = '/%%([^%\s]+)%%/';

	protected const VARIABLES = array(
		'AUTHORLINK'           => '{author}', // Of feeds.
		'BLOGDESCLINK'         => '{site_link}',
		'BLOGLINK'             => '{site_link}',
		'POSTLINK'             => '{link}',
		'archive_title'        => '{archive_title}',
		'author_first_name'    => '{author}',
		'author_last_name'     => '',
		'caption'              => '{excerpt}',
		'category'             => '{categories}',
		'category_description' => '{term_description}',
		'category_title'       => '{category}',
		'cf_*'                 => '{field:*}',
		'ct_desc_*'            => '',
		'ct_*'                 => '{terms:*}',
		'currentdate'          => '{current_date}',
		'currentmonth'         => '{current_month}',
		'currentyear'          => '{current_year}',
		'date'                 => '{date}',
		'excerpt'              => '{excerpt}',
		'excerpt_only'         => '{excerpt}',
		'focuskw'              => '{focus_keyphrase}',
		'id'                   => '{id}',
		'modified'             => '{modified}',
		'name'                 => '{author}',
		'page'                 => '{page}',
		'pagenumber'           => '{page_number}',
		'pagetotal'            => '{page_total}',
		'parent_title'         => '{parent_title}',
		'post_content'         => '{content}',
		'primary_category'     => '{category}',
		'pt_plural'            => '{post_type_plural}',
		'pt_single'            => '{post_type}',
		'searchphrase'         => '{search}',
		'sep'                  => '{separator}',
		'sitedesc'             => '{tagline}',
		'sitename'             => '{site_name}',
		'tag'                  => '{tags}',
		'tag_description'      => '{term_description}',
		'term_description'     => '{term_description}',
		'term_hierarchy'       => '{term}',
		'term_title'           => '{term}',
		'term404'              => '{slug}',
		'title'                => '{title}',
		'user_description'     => '{author_bio}',
		'wc_brand'             => '{brand}',
		'wc_price'             => '{price}',
		'wc_shortdesc'         => '{excerpt}',
		'wc_sku'               => '{sku}',
	);

	private const SEPARATORS = array(
		'sc-dash'   => '-',
		'sc-ndash'  => '–',
		'sc-mdash'  => '—',
		'sc-colon'  => ':',
		'sc-middot' => '·',
		'sc-bull'   => '•',
		'sc-star'   => '*',
		'sc-smstar' => '⋆',
		'sc-pipe'   => '|',
		'sc-tilde'  => '~',
		'sc-laquo'  => '«',
		'sc-raquo'  => '»',
		'sc-lt'     => '>', // Named the wrong way round by Yoast.
		'sc-gt'     => '<',
	);

	private const FIELDS = array( 'title' => 'title', 'description' => 'metadesc' );
	private const SOCIAL = array( 'social_title' => 'social-title', 'social_description' => 'social-description' );

	private const PROFILES = array( 'facebook_site', 'instagram_url', 'linkedin_url', 'myspace_url', 'youtube_url', 'pinterest_url', 'wikipedia_url', 'mastodon_url' );

	private const REDIRECTS = 'wpseo-premium-redirects-base';

	/**
	 * Option with all terms' values: taxonomy → term → name → value. Read once a request.
	 *
	 * @var array<int, array{string, array<string, mixed>}>|null Term → taxonomy and values.
	 */
	private ?array $terms = null;

	public function slug(): string {
		return 'yoast';
	}

	public function name(): string {
		return 'Yoast SEO';
	}

	public function version(): string {
		return Record::string( Stored::option( 'wpseo' )['version'] ?? '' );
	}

	public function counts(): array {
		return array( 'terms' => count( $this->terms() ) ) + parent::counts();
	}

	public function records( string $kind, array $ids ): array {
		if ( 'term' !== $kind ) {
			return parent::records( $kind, $ids );
		}
		$records = array();
		foreach ( array_intersect_key( $this->terms(), array_flip( $ids ) ) as $term_id => list( , $values ) ) {
			$meta = array();
			foreach ( $values as $name => $value ) {
				$name                           = array( 'wpseo_desc' => 'metadesc' )[ $name ] ?? substr( $name, strlen( 'wpseo_' ) );
				$meta[ "_yoast_wpseo_{$name}" ] = Record::string( $value );
			}
			$records[ $term_id ] = $this->record( 'term', $term_id );
			$this->map( $records[ $term_id ], $meta );
		}
		return $records;
	}

	protected function map( Record $record, array $meta ): void {
		if ( 'user' === $record->kind ) {
			$record->text( 'title', $meta['wpseo_title'] ?? '' );
			$record->text( 'description', $meta['wpseo_metadesc'] ?? '' );
			$record->robots( 'on' === ( $meta['wpseo_noindex_author'] ?? '' ) ?: null, null );
			return;
		}
		$get = static fn( string $name ): string => $meta[ "_yoast_wpseo_{$name}" ] ?? '';
		$record->text( 'title', $get( 'title' ) );
		$record->text( 'description', $get( 'metadesc' ) );
		$record->set( 'canonical', $get( 'canonical' ) );
		$record->set( 'redirect', $get( 'redirect' ) );
		$record->set( 'breadcrumb_title', $get( 'bctitle' ) );
		$record->set( 'is_cornerstone', in_array( $get( 'is_cornerstone' ), array( '1', 'true' ), true ) );
		foreach ( array( 'og' => 'opengraph', 'x' => 'twitter' ) as $ours => $theirs ) {
			$record->text( "{$ours}_title", $get( "{$theirs}-title" ) );
			$record->text( "{$ours}_description", $get( "{$theirs}-description" ) );
			$record->image( "{$ours}_image", $get( "{$theirs}-image-id" ), $get( "{$theirs}-image" ) );
		}
		$record->robots(
			array( '1' => true, '2' => false, 'noindex' => true, 'index' => false )[ '' === $get( 'noindex' ) ? $get( 'meta-robots-noindex' ) : $get( 'noindex' ) ] ?? null,
			'1' === $get( 'meta-robots-nofollow' ) ?: null,
			explode( ',', $get( 'meta-robots-adv' ) )
		);
		$this->map_keyphrases( $record, $get( 'focuskw' ), $get( 'focuskeywords' ), $get( 'keywordsynonyms' ) );
		$record->set( 'schema', array_filter( array( 'page_type' => $get( 'schema_page_type' ), 'type' => $get( 'schema_article_type' ) ) ) );
		foreach ( $meta as $key => $value ) {
			if ( str_starts_with( $key, '_yoast_wpseo_primary_' ) ) {
				$record->primary_term( substr( $key, strlen( '_yoast_wpseo_primary_' ) ), $value );
			}
		}
	}

	/**
	 * Synonyms are one comma list per keyphrase, the focus' first.
	 */
	private function map_keyphrases( Record $record, string $focus, string $more, string $synonyms ): void {
		$synonyms   = array_map( static fn( $list ) => array_map( 'trim', explode( ',', Record::string( $list ) ) ), array_values( Stored::json( $synonyms ) ) );
		$phrases    = array( $focus, ...array_map( static fn( $one ) => Record::string( $one['keyword'] ?? '' ), array_filter( array_values( Stored::json( $more ) ), 'is_array' ) ) );
		$keyphrases = array();
		foreach ( $phrases as $index => $phrase ) {
			$keyphrases[] = array( 'phrase' => $phrase, 'synonyms' => $synonyms[ $index ] ?? array() );
		}
		$record->keyphrases( $keyphrases );
	}

	public function settings(): SettingsRecord {
		$record = parent::settings();
		$titles = Stored::option( 'wpseo_titles' );
		$social = Stored::option( 'wpseo_social' );
		$site   = Stored::option( 'wpseo' );
		$is_paid = false !== get_option( 'wpseo_premium' ); // The free edition stores templates for social networks and does not use them.
		$record->set( 'seo-meta', 'separator', self::SEPARATORS[ Record::string( $titles['separator'] ?? '' ) ] ?? '' );
		foreach ( $this->pages() as $page => $suffix ) {
			foreach ( self::FIELDS + ( $is_paid ? self::SOCIAL : array() ) as $field => $prefix ) {
				$record->template( $page, $field, $titles[ "{$prefix}-{$suffix}" ] ?? '' );
			}
			$record->robots( $page, ! empty( $titles[ "noindex-{$suffix}" ] ) );
			$is_paid && $record->image( $page, $titles[ "social-image-id-{$suffix}" ] ?? 0, $titles[ "social-image-url-{$suffix}" ] ?? '' );
		}
		$record->template( 'home', 'social_title', $titles['open_graph_frontpage_title'] ?? '' );
		$record->template( 'home', 'social_description', $titles['open_graph_frontpage_desc'] ?? '' );
		$record->image( 'home', $titles['open_graph_frontpage_image_id'] ?? 0, $titles['open_graph_frontpage_image'] ?? '' );
		$this->map_social( $record, $social );
		foreach ( array( 'google' => 'googleverify', 'bing' => 'msverify', 'yandex' => 'yandexverify', 'baidu' => 'baiduverify' ) as $ours => $theirs ) {
			$record->put( 'seo-meta', 'verification', $ours, Record::string( $site[ $theirs ] ?? '' ) );
		}
		$record->put( 'seo-meta', 'verification', 'pinterest', Record::string( $social['pinterestverify'] ?? '' ) );
		$this->map_schema( $record, $titles );
		$this->map_breadcrumbs( $record, $titles );
		$record->feed( Record::string( $titles['rssbefore'] ?? '' ), Record::string( $titles['rssafter'] ?? '' ) );
		if ( ! empty( $titles['stripcategorybase'] ) ) {
			$record->note( 'left_out', __( 'addresses of categories without “category” in them: keep them with a permalink plugin, or add redirects', 'igny8' ) );
		}
		foreach ( array( 'author', 'date' ) as $archive ) {
			if ( ! empty( $titles[ "disable-{$archive}" ] ) ) {
				$record->robots( $archive, true );
				$record->note( 'left_out', 'author' === $archive ? __( 'author archives that send visitors to the front page: they are kept out of search results instead', 'igny8' ) : __( 'date archives that send visitors to the front page: they are kept out of search results instead', 'igny8' ) );
			}
		}
		return $record;
	}

	/**
	 * Page of ours → how Yoast's settings for it end.
	 *
	 * @return array<string, string>
	 */
	private function pages(): array {
		$pages = array( 'home' => 'home-wpseo', 'author' => 'author-wpseo', 'date' => 'archive-wpseo', 'search' => 'search-wpseo', 'not_found' => '404-wpseo' );
		foreach ( get_post_types( array( 'public' => true ) ) as $type ) {
			$pages[ "post:{$type}" ]    = $type;
			$pages[ "archive:{$type}" ] = "ptarchive-{$type}";
		}
		foreach ( get_taxonomies( array( 'public' => true ) ) as $taxonomy ) {
			$pages[ "term:{$taxonomy}" ] = "tax-{$taxonomy}";
		}
		return $pages;
	}

	/**
	 * @param array<string, mixed> $social
	 */
	private function map_social( SettingsRecord $record, array $social ): void {
		$get      = static fn( string $name ): string => Record::string( $social[ $name ] ?? '' );
		$profiles = array( ...array_map( $get, self::PROFILES ), ...self::words( $social['other_social_urls'] ?? array() ) );
		$record->social( $get( 'og_default_image_id' ), $get( 'og_default_image' ), $get( 'twitter_site' ), $get( 'twitter_card_type' ), $profiles );
	}

	/**
	 * @param array<string, mixed> $titles
	 */
	private function map_schema( SettingsRecord $record, array $titles ): void {
		$get       = static fn( string $name ): string => Record::string( $titles[ $name ] ?? '' );
		$is_person = 'person' === $get( 'company_or_person' );
		$record->set( 'schema', 'site_represents', $is_person ? 'person' : 'organization' );
		$record->set( 'schema', 'person', $is_person ? (int) $get( 'company_or_person_user_id' ) : null );
		$names = array( 'name' => 'company_name', 'alternate_name' => 'company_alternate_name', 'legal_name' => 'org-legal-name', 'description' => 'org-description', 'phone' => 'org-phone', 'email' => 'org-email', 'founding_date' => 'org-founding-date', 'vat_id' => 'org-vat-id', 'tax_id' => 'org-tax-id' );
		$record->organization( array_map( $get, $names ), $get( 'company_logo_id' ), $get( 'company_logo' ) );
		foreach ( get_post_types( array( 'public' => true ) ) as $type ) {
			$record->post_type_schema( $type, $get( "schema-article-type-{$type}" ), $get( "schema-page-type-{$type}" ) );
		}
		foreach ( array( 'org-number-employees', 'org-iso', 'org-duns', 'org-leicode', 'org-naics' ) as $name ) {
			'' === $get( $name ) || $record->note( 'left_out', "{$name}: {$get( $name )}" );
		}
	}

	/**
	 * @param array<string, mixed> $titles
	 */
	private function map_breadcrumbs( SettingsRecord $record, array $titles ): void {
		foreach ( array( 'separator' => 'breadcrumbs-sep', 'home' => 'breadcrumbs-home', 'prefix' => 'breadcrumbs-prefix' ) as $ours => $theirs ) {
			$record->put( 'seo-meta', 'breadcrumbs', $ours, html_entity_decode( Record::string( $titles[ $theirs ] ?? '' ), ENT_QUOTES | ENT_HTML5 ) );
		}
		$record->put( 'seo-meta', 'breadcrumbs', 'shows_archive', $titles['breadcrumbs-display-blog-page'] ?? null );
		foreach ( get_post_types( array( 'public' => true ) ) as $type ) {
			$record->put( 'seo-meta', 'breadcrumbs', "taxonomies|{$type}", Record::string( $titles[ "post_types-{$type}-maintax" ] ?? '' ) ?: null );
		}
	}

	public function redirect_count(): int {
		return count( Stored::option( self::REDIRECTS ) );
	}

	public function redirects( int $after, int $limit ): array {
		$rules = array();
		foreach ( array_slice( array_values( Stored::option( self::REDIRECTS ) ), $after, $limit ) as $index => $redirect ) {
			if ( is_array( $redirect ) ) {
				$is_regex = 'regex' === ( $redirect['format'] ?? '' );
				$rules[] = array(
					'number' => $after + $index + 1,
					'source' => $is_regex ? Record::string( $redirect['origin'] ?? '' ) : '/' . ltrim( Record::string( $redirect['origin'] ?? '' ), '/' ),
					'target' => self::target( Record::string( $redirect['url'] ?? '' ) ),
					'code'   => (int) Record::string( $redirect['type'] ?? 301 ),
					'match'  => $is_regex ? 'regex' : 'exact',
				);
			}
		}
		return $rules;
	}

	/**
	 * @return array<int, array{string, array<string, mixed>}>
	 */
	private function terms(): array {
		if ( null === $this->terms ) {
			$this->terms = array();
			foreach ( Stored::option( 'wpseo_taxonomy_meta' ) as $taxonomy => $terms ) {
				foreach ( array_filter( (array) $terms, 'is_array' ) as $term_id => $values ) {
					$this->terms[ (int) $term_id ] = array( (string) $taxonomy, $values );
				}
			}
		}
		return $this->terms;
	}
}
