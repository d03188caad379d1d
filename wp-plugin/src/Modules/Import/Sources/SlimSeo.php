<?php
/**
 * Slim SEO: one array per post and term, one option, redirects in another.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Import\Sources;

use Igny8\Modules\Import\Record;
use Igny8\Modules\Import\SettingsRecord;
use Igny8\Modules\Import\Source;
use Igny8\Modules\Import\Stored;

/**
 * Formats as of its version 4.9. Arguments of its filters, as in `{{ post.title | upper }}`, are left out.
 */
final class SlimSeo extends Source {

	protected const META = array(
		'post' => array( 'slim_seo' ),
		'term' => array( 'slim_seo' ),
	);

	protected const OPTIONS = array( 'slim_seo' );

	protected const VARIABLE = '/\{\{\s*([a-z_]+(?:\.[A-Za-z0-9_-]+)*)\s*(?:\|[^{}]*)?\}\}/';

	protected const VARIABLES = array(
		'author.auto_description' => '{author_bio}',
		'author.description'      => '{author_bio}',
		'author.display_name'     => '{author}',
		'current.month'           => '{current_month}',
		'current.year'            => '{current_year}',
		'page'                    => '{page}',
		'post.auto_description'   => '{excerpt}',
		'post.categories'         => '{categories}',
		'post.content'            => '{content}',
		'post.custom_field.*'     => '{field:*}',
		'post.date'               => '{date}',
		'post.excerpt'            => '{excerpt}',
		'post.modified_date'      => '{modified}',
		'post.tags'               => '{tags}',
		'post.tax.*'              => '{terms:*}',
		'post.title'              => '{title}',
		'post_type.labels.plural' => '{post_type_plural}',
		'post_type.labels.singular' => '{post_type}',
		'sep'                     => '{separator}',
		'site.description'        => '{tagline}',
		'site.title'              => '{site_name}',
		'term.auto_description'   => '{term_description}',
		'term.description'        => '{term_description}',
		'term.name'               => '{term}',
	);

	private const COMPARISONS = array( 'exact-match' => 'exact', 'start-with' => 'prefix', 'regex' => 'regex', 'contain' => 'regex', 'end-with' => 'regex' );

	public function slug(): string {
		return 'slim-seo';
	}

	public function name(): string {
		return 'Slim SEO';
	}

	/**
	 * It does not write down the version it is.
	 */
	public function version(): string {
		return '';
	}

	protected function map( Record $record, array $meta ): void {
		$values = Stored::php( $meta['slim_seo'] ?? '' );
		$record->text( 'title', $values['title'] ?? '' );
		$record->text( 'description', $values['description'] ?? '' );
		$record->set( 'canonical', Record::string( $values['canonical'] ?? '' ) );
		$record->image( 'og_image', 0, $values['facebook_image'] ?? '' );
		$record->image( 'x_image', 0, $values['twitter_image'] ?? '' );
		$record->robots( empty( $values['noindex'] ) ? null : true, null );
	}

	public function settings(): SettingsRecord {
		$record = parent::settings();
		$option = Stored::option( 'slim_seo' );
		$record->set( 'seo-meta', 'separator', Record::string( $option['separator'] ?? '' ) );
		$pages = array( 'home' => 'home', 'author' => 'author' );
		foreach ( get_post_types( array( 'public' => true ) ) as $type ) {
			$pages[ "post:{$type}" ]    = $type;
			$pages[ "archive:{$type}" ] = "{$type}_archive";
		}
		foreach ( get_taxonomies( array( 'public' => true ) ) as $taxonomy ) {
			$pages[ "term:{$taxonomy}" ] = $taxonomy;
		}
		foreach ( $pages as $page => $name ) {
			$values = is_array( $option[ $name ] ?? null ) ? $option[ $name ] : array();
			$record->template( $page, 'title', $values['title'] ?? '' );
			$record->template( $page, 'description', $values['description'] ?? '' );
			$record->image( $page, 0, $values['facebook_image'] ?? '' );
			$record->robots( $page, ! empty( $values['noindex'] ) );
			if ( ! empty( $values['canonical'] ) ) {
				$record->note( 'left_out', "{$name}: canonical" );
			}
		}
		$get = static fn( string $name ): string => Record::string( $option[ $name ] ?? '' );
		$record->social( 0, $get( 'default_facebook_image' ), $get( 'twitter_site' ), '', array() );
		$record->put( 'seo-meta', 'social', 'facebook_app', $get( 'facebook_app_id' ) );
		$record->robots_txt = empty( $option['robots_txt_editable'] ) ? '' : $get( 'robots_txt_content' );
		foreach ( array( 'header_code', 'body_code', 'footer_code' ) as $name ) {
			if ( '' !== $get( $name ) ) {
				/* translators: %s: name of a setting. */
				$record->note( 'left_out', sprintf( __( 'code that it prints into pages (%s)', 'igny8' ), $name ) );
			}
		}
		return $record;
	}

	public function redirect_count(): int {
		return count( Stored::option( 'ss_redirects' ) );
	}

	public function redirects( int $after, int $limit ): array {
		$rules = array();
		foreach ( array_slice( array_values( Stored::option( 'ss_redirects' ) ), $after, $limit ) as $index => $redirect ) {
			if ( ! is_array( $redirect ) ) {
				continue;
			}
			$condition = Record::string( $redirect['condition'] ?? '' );
			$from      = Record::string( $redirect['from'] ?? '' );
			$rules[]   = array(
				'number'      => $after + $index + 1,
				'source'      => match ( $condition ) {
					'contain'  => preg_quote( $from, '~' ),
					'end-with' => preg_quote( $from, '~' ) . '$',
					'regex'    => $from,
					default    => preg_match( '~^https?://~i', $from ) ? $from : '/' . ltrim( $from, '/' ),
				},
				'match'       => self::COMPARISONS[ $condition ] ?? 'exact',
				'target'      => self::target( Record::string( $redirect['to'] ?? '' ) ),
				'code'        => (int) Record::string( $redirect['type'] ?? 301 ),
				'query'       => empty( $redirect['ignoreParameters'] ) ? 'exact' : 'ignore',
				'ignore_case' => true,
				'is_enabled'  => ! empty( $redirect['enable'] ),
				'note'        => Record::string( $redirect['note'] ?? '' ),
			);
		}
		return $rules;
	}
}
