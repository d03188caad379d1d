<?php
/**
 * All in One SEO: tables of posts and terms, options as JSON; before its version 4, post meta and one option.
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
 * Formats as of its version 4.9. The row of its table is the truth; its copies in post meta (`_aioseo_…`, for translation
 * plugins) and the meta of version 3 (`_aioseop_…`) count only where there is no row.
 */
final class Aioseo extends Source {

	protected const META = array(
		'post' => array( '_aioseo_title', '_aioseo_description', '_aioseo_og_title', '_aioseo_og_description', '_aioseo_twitter_title', '_aioseo_twitter_description', '_aioseop_*' ),
		'user' => array( 'aioseo_facebook_page_url', 'aioseo_twitter_url', 'aioseo_instagram_url', 'aioseo_linkedin_url', 'aioseo_youtube_url', 'aioseo_profiles_additional_urls' ),
	);

	protected const OPTIONS = array( 'aioseo_options', 'aioseo_options_dynamic', 'aioseop_options' );

	protected const VARIABLE = '/#([a-z][a-z_]*)(?:-([A-Za-z0-9_-]+))?|%([a-z_]+)%/';

	protected const VARIABLES = array(
		'archive_date'           => '{archive_title}',
		'archive_title'          => '{archive_title}',
		'attachment_caption'     => '{excerpt}',
		'attachment_description' => '{content}',
		'author_bio'             => '{author_bio}',
		'author_link'            => '{author}',
		'author_name'            => '{author}',
		'blog_link'              => '{site_link}',
		'blog_title'             => '{site_name}',
		'categories'             => '{categories}',
		'category'               => '{category}',
		'current_date'           => '{current_date}',
		'current_month'          => '{current_month}',
		'current_year'           => '{current_year}',
		'custom_field()'         => '{field:*}',
		'description'            => '{excerpt}',
		'page_number'            => '{page_number}',
		'parent_title'           => '{parent_title}',
		'post_content'           => '{content}',
		'post_date'              => '{date}',
		'post_excerpt'           => '{excerpt}',
		'post_excerpt_only'      => '{excerpt}',
		'post_link'              => '{link}',
		'post_modified_date'     => '{modified}',
		'post_title'             => '{title}',
		'search_term'            => '{search}',
		'separator_sa'           => '{separator}',
		'site_description'       => '{tagline}',
		'site_link'              => '{site_link}',
		'site_title'             => '{site_name}',
		'tagline'                => '{tagline}',
		'tax_name'               => '{category}',
		'tax_name()'             => '{terms:*}',
		'tax_parent_name'        => '{parent_term}',
		'taxonomy_description'   => '{term_description}',
		'taxonomy_title'         => '{category}',
		'title'                  => '{title}',
	);

	private const ROBOTS = array( 'noarchive', 'nosnippet', 'noimageindex', 'notranslate' );

	private const LIMITS = array( 'robots_max_snippet' => 'max-snippet', 'robots_max_videopreview' => 'max-video-preview', 'robots_max_imagepreview' => 'max-image-preview' );

	public function slug(): string {
		return 'aioseo';
	}

	public function name(): string {
		return 'All in One SEO';
	}

	public function version(): string {
		$internal = Stored::json( $this->rows->option( 'aioseo_options_internal' ) )['internal'] ?? array();
		$version  = Record::string( $internal['lastActiveVersion'] ?? '' );
		return in_array( $version, array( '', '0.0' ), true ) ? Record::string( $internal['lastSchemaVersion'] ?? Stored::option( 'aioseop_options' )['last_active_version'] ?? '' ) : $version;
	}

	/**
	 * Its table gets a row for every post that is looked at: those that say something count.
	 */
	public function counts(): array {
		$says   = "( title <> '' OR description <> '' OR canonical_url <> '' OR og_title <> '' OR twitter_title <> '' OR robots_default = 0 OR keyphrases LIKE '%keyphrase\":\"_%' OR pillar_content = 1 )";
		$counts = parent::counts();
		return array(
			'posts' => max( $counts['posts'], $this->rows->count( 'aioseo_posts', $says ) ),
			'terms' => $this->rows->count( 'aioseo_terms' ),
		) + $counts;
	}

	public function records( string $kind, array $ids ): array {
		$records = parent::records( $kind, $ids );
		if ( 'user' === $kind ) {
			return $records;
		}
		foreach ( $this->rows->of( "aioseo_{$kind}s", "{$kind}_id", $ids ) as $row ) {
			$id             = (int) $row[ "{$kind}_id" ];
			$records[ $id ] = $this->record( $kind, $id );
			$this->map_row( $records[ $id ], $row );
		}
		return array_filter( $records, static fn( Record $record ) => array() !== $record->fields || array() !== $record->notes );
	}

	/**
	 * @param array<string, string|null> $row Of its table of posts or terms, which have the same columns.
	 */
	private function map_row( Record $record, array $row ): void {
		$get = static fn( string $name ): string => Record::string( $row[ $name ] ?? '' );
		$record->text( 'title', $get( 'title' ) );
		$record->text( 'description', $get( 'description' ) );
		$record->set( 'canonical', $get( 'canonical_url' ) );
		$record->set( 'is_cornerstone', '1' === $get( 'pillar_content' ) );
		$record->text( 'og_title', $get( 'og_title' ) );
		$record->text( 'og_description', $get( 'og_description' ) );
		$this->map_image( $record, 'og', $row );
		if ( '1' !== $get( 'twitter_use_og' ) ) {
			$record->text( 'x_title', $get( 'twitter_title' ) );
			$record->text( 'x_description', $get( 'twitter_description' ) );
			$this->map_image( $record, 'twitter', $row );
		}
		$record->set( 'x_card', in_array( $get( 'twitter_card' ), array( 'summary', 'summary_large_image' ), true ) ? $get( 'twitter_card' ) : '' );
		$this->map_robots( $record, $row );
		$keyphrases = Stored::json( $row['keyphrases'] ?? '' );
		$record->keyphrases( array_map( static fn( $one ) => array( 'phrase' => is_array( $one ) ? ( $one['keyphrase'] ?? '' ) : '', 'synonyms' => array() ), array( $keyphrases['focus'] ?? array(), ...array_values( (array) ( $keyphrases['additional'] ?? array() ) ) ) ) );
		foreach ( Stored::json( $row['primary_term'] ?? '' ) as $taxonomy => $term_id ) {
			$record->primary_term( (string) $taxonomy, $term_id );
		}
		$this->map_schema( $record, Stored::json( $row['schema'] ?? '' ) );
		$crumb = Stored::json( $row['breadcrumb_settings'] ?? '' );
		if ( empty( $crumb['default'] ) && ! empty( $crumb['template'] ) ) {
			$record->note( 'left_out', __( 'a layout of breadcrumbs for one page', 'igny8' ) );
		}
	}

	/**
	 * @param array<string, string|null> $row
	 */
	private function map_image( Record $record, string $network, array $row ): void {
		$type = Record::string( $row[ "{$network}_image_type" ] ?? '' );
		if ( 'custom_image' === $type ) {
			$record->image( 'twitter' === $network ? 'x_image' : 'og_image', 0, $row[ "{$network}_image_custom_url" ] ?? '' );
		} elseif ( in_array( $type, array( 'custom', 'attach', 'content', 'author' ), true ) ) {
			/* translators: %s: where a picture comes from, as All in One SEO calls it. */
			$record->note( 'left_out', sprintf( __( 'a social image chosen by rule (%s): ours is the featured image, then the first of the text', 'igny8' ), $type ) );
		}
	}

	/**
	 * @param array<string, string|null> $row
	 */
	private function map_robots( Record $record, array $row ): void {
		if ( '0' !== Record::string( $row['robots_default'] ?? '1' ) ) {
			return;
		}
		$others = array_values( array_filter( self::ROBOTS, static fn( string $word ) => ! empty( $row[ "robots_{$word}" ] ) ) );
		foreach ( self::LIMITS as $column => $directive ) {
			$limit = Record::string( $row[ $column ] ?? '' );
			if ( '' !== $limit ) {
				$others[] = "{$directive}:{$limit}";
			}
		}
		$record->robots( ! empty( $row['robots_noindex'] ), ! empty( $row['robots_nofollow'] ) ?: null, $others );
	}

	/**
	 * The graph that its owner chose for the page, with what he typed into it.
	 *
	 * @param array<mixed> $schema
	 */
	private function map_schema( Record $record, array $schema ): void {
		$default = is_array( $schema['default'] ?? null ) ? $schema['default'] : array();
		$name    = Record::string( $default['graphName'] ?? '' );
		$chosen  = is_array( $default['data'][ $name ] ?? null ) ? $default['data'][ $name ] : array();
		if ( isset( $default['isEnabled'] ) && ! $default['isEnabled'] ) {
			SchemaChoice::take( $record, array( '@type' => 'None' ) );
		} elseif ( is_string( $chosen['type'] ?? null ) && '' !== $chosen['type'] ) {
			SchemaChoice::take( $record, array( '@type' => $chosen['type'] ) );
		}
		foreach ( array_filter( array( ...array_values( (array) ( $schema['graphs'] ?? array() ) ), ...array_values( (array) ( $schema['customGraphs'] ?? array() ) ) ), 'is_array' ) as $graph ) {
			$properties = is_array( $graph['properties'] ?? null ) ? $graph['properties'] : array();
			SchemaChoice::take( $record, array( '@type' => Record::string( $properties['type'] ?? '' ) ?: Record::string( $graph['graphName'] ?? $graph['id'] ?? '' ) ) + $properties );
		}
	}

	protected function map( Record $record, array $meta ): void {
		if ( 'user' === $record->kind ) {
			$profiles = array_filter( array_map( 'sanitize_url', preg_split( '/\s+/', implode( ' ', $meta ) ) ) );
			$record->set( 'schema', array() === $profiles ? array() : array( 'properties' => array( 'sameAs' => array_values( $profiles ) ) ) );
			return;
		}
		$get = static fn( string $name ): string => $meta[ "_aioseo_{$name}" ] ?? $meta[ "_aioseop_{$name}" ] ?? '';
		$record->text( 'title', $get( 'title' ) );
		$record->text( 'description', $get( 'description' ) );
		$record->set( 'canonical', $get( 'custom_link' ) );
		$record->text( 'og_title', $get( 'og_title' ) );
		$record->text( 'og_description', $get( 'og_description' ) );
		$social = Stored::php( $get( 'opengraph_settings' ) ); // Of version 3.
		$record->text( 'og_title', $social['aioseop_opengraph_settings_title'] ?? '' );
		$record->text( 'og_description', $social['aioseop_opengraph_settings_desc'] ?? '' );
		$record->image( 'og_image', 0, $social['aioseop_opengraph_settings_customimg'] ?? '' );
		$record->text( 'x_title', $get( 'twitter_title' ) );
		$record->text( 'x_description', $get( 'twitter_description' ) );
		$said = array( 'on' => true, 'off' => false );
		$record->robots( $said[ $get( 'noindex' ) ] ?? null, 'on' === $get( 'nofollow' ) ?: null );
	}

	public function settings(): SettingsRecord {
		$record = parent::settings();
		( new AioseoSettings( $record ) )->take( Stored::json( $this->rows->option( 'aioseo_options' ) ), Stored::json( $this->rows->option( 'aioseo_options_dynamic' ) ) );
		return $record;
	}

	public function redirect_count(): int {
		return $this->rows->count( 'aioseo_redirects' );
	}

	public function redirects( int $after, int $limit ): array {
		$rules = array();
		foreach ( $this->rows->after( 'aioseo_redirects', 'id', $after, $limit ) as $row ) {
			$rules[] = array(
				'number'       => (int) $row['id'],
				'source'       => Record::string( $row['source_url'] ),
				'match'        => empty( $row['regex'] ) ? 'exact' : 'regex',
				'target'       => Record::string( $row['target_url'] ),
				'code'         => (int) $row['type'],
				'query'        => array( 'ignore' => 'ignore', 'exact' => 'exact', 'pass' => 'pass', 'utm' => 'pass' )[ Record::string( $row['query_param'] ?? '' ) ] ?? 'exact',
				'ignore_case'  => ! empty( $row['ignore_case'] ),
				'ignore_slash' => ! empty( $row['ignore_slash'] ),
				'is_enabled'   => ! empty( $row['enabled'] ),
			);
		}
		return $rules;
	}
}
