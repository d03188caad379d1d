<?php
/**
 * Look through the trades that the engine knows: search sectors, list industries, read one template.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Engine;

use Igny8\Connection;
use Igny8\Operation;
use Igny8\Plugin;

final class CatalogueOperations {

	private const TTL_S = 3600; // Templates change with engine releases only.

	private const ALL = 1000; // More sectors than there are (449).

	public function __construct( private readonly Plugin $plugin ) {}

	/**
	 * @return list<Operation>
	 */
	public function all(): array {
		return array( $this->sectors_operation(), $this->industries_operation(), $this->sector_operation() );
	}

	private function sectors_operation(): Operation {
		return new Operation(
			name: 'engine.sectors',
			label: __( 'Find sectors', 'igny8' ),
			description: __( 'Searches the engine\'s catalogue of trades by the owner\'s own words.', 'igny8' ),
			capability: 'edit_others_posts',
			input: array(
				'type'       => 'object',
				'properties' => array(
					'search'   => array( 'type' => 'string', 'maxLength' => 100, 'default' => '', 'description' => __( 'Words to look for.', 'igny8' ) ),
					'industry' => array( 'type' => 'string', 'maxLength' => 60, 'default' => '', 'description' => __( 'Slug of an industry.', 'igny8' ) ),
					'limit'    => array( 'type' => 'integer', 'minimum' => 1, 'maximum' => self::ALL, 'default' => 20, 'description' => __( 'How many at most.', 'igny8' ) ),
				),
			),
			output: self::list_schema( 'sectors' ),
			run: fn( array $input ) => $this->sectors( $input['search'], $input['industry'], $input['limit'] ),
			is_readonly: true,
			positional: array( 'search' ),
			rows: 'sectors',
			columns: array( 'slug', 'name', 'site_types' ),
		);
	}

	private function industries_operation(): Operation {
		return new Operation(
			name: 'engine.industries',
			label: __( 'List industries', 'igny8' ),
			description: __( 'The groups that the engine\'s trades belong to, with how many each has.', 'igny8' ),
			capability: 'edit_others_posts',
			input: array( 'type' => 'object', 'properties' => array() ),
			output: self::list_schema( 'industries' ),
			run: fn() => $this->industries(),
			is_readonly: true,
			rows: 'industries',
			columns: array( 'slug', 'name', 'sectors' ),
		);
	}

	private function sector_operation(): Operation {
		return new Operation(
			name: 'engine.sector',
			label: __( 'Show a sector', 'igny8' ),
			description: __( 'The template of one trade as the engine ships it: attributes, values, commercial pages.', 'igny8' ),
			capability: 'edit_others_posts',
			input: array(
				'type'       => 'object',
				'properties' => array( 'slug' => array( 'type' => 'string', 'maxLength' => 60, 'description' => __( 'Slug of the sector.', 'igny8' ) ) ),
				'required'   => array( 'slug' ),
			),
			output: array( 'type' => 'object', 'properties' => array( 'template' => array( 'type' => 'object' ) ) ),
			run: fn( array $input ) => $this->cached( array( 'sector', $input['slug'] ), fn() => $this->sector( $input['slug'] ) ),
			is_readonly: true,
			positional: array( 'slug' ),
		);
	}

	/**
	 * @return array{sectors: list<array<string, mixed>>}|\WP_Error
	 */
	private function sectors( string $search, string $industry, int $limit ): array|\WP_Error {
		return $this->cached(
			array( 'sectors', $search, $industry, $limit ),
			function () use ( $search, $industry, $limit ): array|\WP_Error {
				$answer = $this->plugin->engine()->sectors( $search, $industry, $limit );
				return is_wp_error( $answer ) ? $answer : array( 'sectors' => array_values( array_filter( (array) ( $answer['sectors'] ?? array() ), 'is_array' ) ) );
			}
		);
	}

	/**
	 * @return array{industries: list<array{slug: string, name: string, sectors: int}>}|\WP_Error By name.
	 */
	private function industries(): array|\WP_Error {
		$found = $this->sectors( '', '', self::ALL );
		if ( is_wp_error( $found ) ) {
			return $found;
		}
		$industries = array();
		foreach ( $found['sectors'] as $sector ) {
			$slug                           = (string) ( $sector['industry']['slug'] ?? '' );
			$industries[ $slug ]          ??= array( 'slug' => $slug, 'name' => (string) ( $sector['industry']['name'] ?? $slug ), 'sectors' => 0 );
			$industries[ $slug ]['sectors'] += 1;
		}
		usort( $industries, static fn( array $a, array $b ) => strnatcasecmp( $a['name'], $b['name'] ) );
		return array( 'industries' => $industries );
	}

	/**
	 * @return array{template: array<string, mixed>}|\WP_Error
	 */
	private function sector( string $slug ): array|\WP_Error {
		$answer = $this->plugin->engine()->sector( $slug );
		if ( is_wp_error( $answer ) && 'sector_not_found' === ( ( (array) $answer->get_error_data() )['engine_code'] ?? '' ) ) {
			/* translators: %s: slug of a sector. */
			return new \WP_Error( 'sector_not_found', sprintf( __( 'The engine knows no sector "%s".', 'igny8' ), $slug ), array( 'status' => 404 ) );
		}
		return is_wp_error( $answer ) ? $answer : array( 'template' => $answer );
	}

	/**
	 * An answer from an hour ago is as good: another engine, or another key, has a memory of its own.
	 *
	 * @param list<string|int>                                   $question
	 * @param \Closure(): (array<string, mixed>|\WP_Error) $ask
	 * @return array<string, mixed>|\WP_Error
	 */
	private function cached( array $question, \Closure $ask ): array|\WP_Error {
		$name   = 'igny8_sectors_' . substr( md5( (string) wp_json_encode( array( Connection::summary(), $question ) ) ), 0, 16 );
		$cached = get_transient( $name );
		if ( is_array( $cached ) ) {
			return $cached;
		}
		$answer = $ask();
		is_wp_error( $answer ) || set_transient( $name, $answer, self::TTL_S );
		return $answer;
	}

	/**
	 * @return array<string, mixed>
	 */
	private static function list_schema( string $name ): array {
		return array(
			'type'       => 'object',
			'properties' => array( $name => array( 'type' => 'array', 'items' => array( 'type' => 'object' ) ) ),
		);
	}
}
