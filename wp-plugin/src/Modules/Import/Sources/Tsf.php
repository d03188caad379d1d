<?php
/**
 * The SEO Framework: post meta that began with Genesis, one array per term and user, one option. It has no variables.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Import\Sources;

use Igny8\Modules\Import\Record;
use Igny8\Modules\Import\SettingsRecord;
use Igny8\Modules\Import\Source;
use Igny8\Modules\Import\Stored;

/**
 * Formats as of its version 5.1. It adds the site's name to every title unless told not to; our titles say so in words.
 */
final class Tsf extends Source {

	protected const META = array(
		'post' => array( '_genesis_title', '_genesis_description', '_genesis_canonical_uri', '_genesis_noindex', '_genesis_nofollow', '_genesis_noarchive', '_tsf_*', '_open_graph_title', '_open_graph_description', '_twitter_title', '_twitter_description', '_social_image_url', '_social_image_id', '_primary_term_*', 'redirect', 'exclude_local_search', 'exclude_from_archive' ),
		'term' => array( 'autodescription-term-settings' ),
		'user' => array( 'autodescription-user-settings' ),
	);

	protected const OPTIONS = array( 'autodescription-site-settings' );

	private const SEPARATORS = array( 'hyphen' => '-', 'pipe' => '|', 'ndash' => '–', 'mdash' => '—', 'bull' => '•', 'middot' => '·', 'lsaquo' => '‹', 'rsaquo' => '›', 'frasl' => '⁄', 'laquo' => '«', 'raquo' => '»', 'le' => '≤', 'ge' => '≥', 'lt' => '<', 'gt' => '>' );

	/**
	 * Name in a term's array → name of the same thing in a post's meta.
	 */
	private const TERM = array(
		'doctitle'           => '_genesis_title',
		'title_no_blog_name' => '_tsf_title_no_blogname',
		'description'        => '_genesis_description',
		'canonical'          => '_genesis_canonical_uri',
		'noindex'            => '_genesis_noindex',
		'nofollow'           => '_genesis_nofollow',
		'noarchive'          => '_genesis_noarchive',
		'redirect'           => 'redirect',
		'og_title'           => '_open_graph_title',
		'og_description'     => '_open_graph_description',
		'tw_title'           => '_twitter_title',
		'tw_description'     => '_twitter_description',
		'tw_card_type'       => '_tsf_twitter_card_type',
		'social_image_url'   => '_social_image_url',
		'social_image_id'    => '_social_image_id',
	);

	/**
	 * Settings of this site, read once: every title depends on them.
	 *
	 * @var array<string, mixed>|null
	 */
	private ?array $site = null;

	public function slug(): string {
		return 'tsf';
	}

	public function name(): string {
		return 'The SEO Framework';
	}

	/**
	 * It notes a number of its database, such as 5100 for 5.1.
	 */
	public function version(): string {
		$number = $this->rows->option( 'the_seo_framework_upgraded_db_version' );
		return preg_match( '/^(\d)(\d)\d\d$/', $number, $found ) ? "{$found[1]}.{$found[2]}" : $number;
	}

	protected function map( Record $record, array $meta ): void {
		if ( 'user' === $record->kind ) {
			$this->map_user( $record, Stored::php( $meta['autodescription-user-settings'] ?? '' ) );
			return;
		}
		if ( 'term' === $record->kind ) {
			$values = Stored::php( $meta['autodescription-term-settings'] ?? '' );
			$meta   = array();
			foreach ( self::TERM as $theirs => $name ) {
				$meta[ $name ] = Record::string( $values[ $theirs ] ?? '' );
			}
		}
		$get = static fn( string $name ): string => $meta[ $name ] ?? '';
		$record->text( 'title', $get( '_genesis_title' ), $this->around( '1' === $get( '_tsf_title_no_blogname' ) ) );
		$record->text( 'description', $get( '_genesis_description' ) );
		$record->set( 'canonical', $get( '_genesis_canonical_uri' ) );
		$record->set( 'redirect', $get( 'redirect' ) );
		$is_bare = ! empty( $this->site()['social_title_rem_additions'] ); // Networks get titles without the name of the site.
		$record->text( 'og_title', '' === $get( '_open_graph_title' ) && $is_bare ? $get( '_genesis_title' ) : $get( '_open_graph_title' ) );
		$record->text( 'og_description', $get( '_open_graph_description' ) );
		$record->text( 'x_title', $get( '_twitter_title' ) );
		$record->text( 'x_description', $get( '_twitter_description' ) );
		$record->set( 'x_card', in_array( $get( '_tsf_twitter_card_type' ), array( 'summary', 'summary_large_image' ), true ) ? $get( '_tsf_twitter_card_type' ) : '' );
		$record->image( 'og_image', $get( '_social_image_id' ), $get( '_social_image_url' ) );
		$said = array( '1' => true, '-1' => false ); // 0 is what the site says.
		$record->robots( $said[ $get( '_genesis_noindex' ) ] ?? null, $said[ $get( '_genesis_nofollow' ) ] ?? null, '1' === $get( '_genesis_noarchive' ) ? array( 'noarchive' ) : array() );
		foreach ( $meta as $key => $value ) {
			if ( str_starts_with( $key, '_primary_term_' ) ) {
				$record->primary_term( substr( $key, strlen( '_primary_term_' ) ), $value );
			}
		}
		if ( '1' === $get( 'exclude_local_search' ) || '1' === $get( 'exclude_from_archive' ) ) {
			$record->note( 'left_out', __( 'posts hidden from the site\'s own search or archives', 'igny8' ) );
		}
	}

	/**
	 * Profiles of an author stand in the schema of the person.
	 *
	 * @param array<mixed> $values
	 */
	private function map_user( Record $record, array $values ): void {
		$x        = ltrim( Record::string( $values['twitter_page'] ?? '' ), '@' );
		$profiles = array_filter( array( sanitize_url( Record::string( $values['facebook_page'] ?? '' ) ), '' === $x ? '' : "https://x.com/{$x}" ) );
		$record->set( 'schema', array() === $profiles ? array() : array( 'properties' => array( 'sameAs' => array_values( $profiles ) ) ) );
	}

	/**
	 * Where a title of the owner's stands: `*` is the title.
	 */
	private function around( bool $is_alone ): string {
		$site = $this->site();
		return match ( true ) {
			$is_alone || ! empty( $site['title_rem_additions'] ) => '*',
			'left' === ( $site['title_location'] ?? 'right' )    => '{site_name} {separator} *',
			default                                              => '* {page} {separator} {site_name}',
		};
	}

	public function settings(): SettingsRecord {
		$record = parent::settings();
		$site   = $this->site();
		$get    = static fn( string $name ): string => Record::string( $site[ $name ] ?? '' );
		$record->set( 'seo-meta', 'separator', self::SEPARATORS[ $get( 'title_separator' ) ] ?? '' );
		$this->map_pages( $record, $site );
		if ( ! empty( $site['set_copyright_directives'] ) ) {
			$record->set( 'seo-meta', 'robots', "max-image-preview:{$get( 'max_image_preview' )},max-snippet:{$get( 'max_snippet_length' )},max-video-preview:{$get( 'max_video_preview' )}" );
		}
		$record->flag( 'seo-meta', 'noindex_paged', $site['paged_noindex'] ?? null );
		foreach ( array( 'google' => 'google_verification', 'bing' => 'bing_verification', 'yandex' => 'yandex_verification', 'baidu' => 'baidu_verification', 'pinterest' => 'pint_verification' ) as $ours => $theirs ) {
			$record->put( 'seo-meta', 'verification', $ours, $get( $theirs ) );
		}
		$profiles = array_map( $get, array( 'knowledge_facebook', 'knowledge_twitter', 'knowledge_instagram', 'knowledge_youtube', 'knowledge_linkedin', 'knowledge_pinterest', 'knowledge_soundcloud', 'knowledge_tumblr', 'facebook_publisher' ) );
		$record->social( $get( 'social_image_fb_id' ), $get( 'social_image_fb_url' ), $get( 'twitter_site' ), $get( 'twitter_card' ), $profiles );
		if ( array() !== $site && 'person' !== $get( 'knowledge_type' ) ) {
			$record->set( 'schema', 'site_represents', 'organization' );
			$record->organization( array( 'name' => $get( 'knowledge_name' ) ), $get( 'knowledge_logo_id' ), $get( 'knowledge_logo_url' ) );
		} elseif ( array() !== $site ) {
			$record->note( 'left_out', __( 'the person whom the site represents: choose the user in the settings of Schema', 'igny8' ) );
		}
		if ( ! empty( $site['robotstxt_block_ai'] ) || ! empty( $site['robotstxt_block_seo'] ) ) {
			$record->note( 'left_out', __( 'the list of robots that robots.txt blocks: our editor of robots.txt has lists of its own', 'igny8' ) );
		}
		return $record;
	}

	/**
	 * @param array<string, mixed> $site
	 */
	private function map_pages( SettingsRecord $record, array $site ): void {
		if ( array() === $site ) {
			return;
		}
		$prefix = empty( $site['title_rem_prefixes'] );
		foreach ( get_post_types( array( 'public' => true ) ) as $type ) {
			$this->page( $record, "post:{$type}", '{title}', $this->rule( "post_types|{$type}" ) );
			$archive = (array) ( $site['pta'][ $type ] ?? array() );
			$record->template( "archive:{$type}", 'title', $archive['doctitle'] ?? '', $this->around( ! empty( $archive['title_no_blog_name'] ) ) );
			$record->template( "archive:{$type}", 'description', $archive['description'] ?? '' );
			$record->template( "archive:{$type}", 'social_title', $archive['og_title'] ?? '' );
			$record->template( "archive:{$type}", 'social_description', $archive['og_description'] ?? '' );
			$record->robots( "archive:{$type}", 1 === (int) Record::string( $archive['noindex'] ?? 0 ), 1 === (int) Record::string( $archive['nofollow'] ?? 0 ) );
		}
		foreach ( get_taxonomies( array( 'public' => true ) ) as $taxonomy ) {
			$this->page( $record, "term:{$taxonomy}", $prefix ? '{taxonomy}: {term}' : '{term}', $this->rule( "taxonomies|{$taxonomy}" ) );
		}
		foreach ( array( 'author' => $prefix ? __( 'Author:', 'igny8' ) . ' {author}' : '{author}', 'date' => '{archive_title}', 'search' => '{archive_title}' ) as $page => $title ) {
			$this->page( $record, $page, $title, array_map( static fn( string $rule ) => ! empty( $site[ "{$page}_{$rule}" ] ), array( 'noindex' => 'noindex', 'nofollow' => 'nofollow', 'noarchive' => 'noarchive' ) ) );
		}
		$this->map_home( $record, $site );
	}

	/**
	 * @param array<string, mixed> $site
	 */
	private function map_home( SettingsRecord $record, array $site ): void {
		$get   = static fn( string $name ): string => Record::string( $site[ $name ] ?? '' );
		$plain = static fn( string $text, string $default ): string => '' === trim( $text ) ? $default : str_replace( array( '{', '}' ), array( '{{', '}}' ), $text );
		$title = $plain( $get( 'homepage_title' ), '{site_name}' );
		$line  = $plain( $get( 'homepage_title_tagline' ), '{tagline}' );
		$parts = empty( $site['homepage_tagline'] ) ? array( $title ) : ( 'left' === $get( 'home_title_location' ) ? array( $line, $title ) : array( $title, $line ) );
		$record->put( 'seo-meta', 'titles', 'home|title', implode( ' {separator} ', $parts ) . ' {page}' );
		$record->template( 'home', 'description', $get( 'homepage_description' ) );
		$record->template( 'home', 'social_title', $get( 'homepage_og_title' ) );
		$record->template( 'home', 'social_description', $get( 'homepage_og_description' ) );
		$record->image( 'home', $get( 'homepage_social_image_id' ), $get( 'homepage_social_image_url' ) );
		$record->robots( 'home', ! empty( $site['homepage_noindex'] ), ! empty( $site['homepage_nofollow'] ), empty( $site['homepage_noarchive'] ) ? array() : array( 'noarchive' ) );
	}

	/**
	 * @param string $title Without the name of the site.
	 * @param array{noindex: bool, nofollow: bool, noarchive: bool} $rules
	 */
	private function page( SettingsRecord $record, string $page, string $title, array $rules ): void {
		$record->put( 'seo-meta', 'titles', "{$page}|title", str_replace( '*', $title, $this->around( false ) ) );
		$record->put( 'seo-meta', 'titles', "{$page}|social_title", empty( $this->site()['social_title_rem_additions'] ) ? '' : $title );
		$record->robots( $page, $rules['noindex'], $rules['nofollow'], $rules['noarchive'] ? array( 'noarchive' ) : array() );
	}

	/**
	 * What the site says about robots on the posts of a type, or the terms of a taxonomy.
	 *
	 * @param string $of `post_types|post` or `taxonomies|category`.
	 * @return array{noindex: bool, nofollow: bool, noarchive: bool}
	 */
	private function rule( string $of ): array {
		list( $group, $name ) = explode( '|', $of );
		return array_map( fn( string $rule ) => ! empty( $this->site()[ "{$rule}_{$group}" ][ $name ] ), array( 'noindex' => 'noindex', 'nofollow' => 'nofollow', 'noarchive' => 'noarchive' ) );
	}

	/**
	 * @return array<string, mixed>
	 */
	private function site(): array {
		return $this->site ??= Stored::option( 'autodescription-site-settings' );
	}
}
