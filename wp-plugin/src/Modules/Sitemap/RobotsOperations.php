<?php
/**
 * Show, change, undo and test robots.txt.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Sitemap;

use Igny8\Capabilities;
use Igny8\Operation;

final class RobotsOperations {

	/**
	 * @return list<Operation>
	 */
	public function all(): array {
		return array( $this->show(), $this->save(), $this->undo(), $this->test() );
	}

	private function show(): Operation {
		return new Operation(
			name: 'sitemap.robots',
			label: __( 'Show robots.txt', 'igny8' ),
			description: __( 'The robots.txt that crawlers read, what is wrong with it, and the versions before.', 'igny8' ),
			capability: Capabilities::MANAGE_SEO,
			input: array( 'type' => 'object', 'properties' => array() ),
			output: self::output(),
			run: static fn() => self::read(),
			is_readonly: true,
		);
	}

	private function save(): Operation {
		return new Operation(
			name: 'sitemap.save_robots',
			label: __( 'Change robots.txt', 'igny8' ),
			description: __( 'Replaces robots.txt; empty goes back to WordPress\' own. The sitemap is named in it by itself. The version before can be taken back.', 'igny8' ),
			capability: Capabilities::MANAGE_SEO,
			input: array(
				'type'       => 'object',
				'properties' => array(
					'text'    => array( 'type' => 'string', 'description' => __( 'The whole file.', 'igny8' ) ),
					'dry_run' => array( 'type' => 'boolean', 'default' => false, 'description' => __( 'Only say what is wrong with it.', 'igny8' ) ),
				),
				'required'   => array( 'text' ),
			),
			output: self::output(),
			run: static function ( array $input ): array|\WP_Error {
				if ( $input['dry_run'] ) {
					return array( 'text' => $input['text'], 'issues' => RobotsCheck::issues( $input['text'] ) );
				}
				$saved = Robots::save( $input['text'] );
				return is_wp_error( $saved ) ? $saved : self::read();
			},
			is_destructive: true,
			positional: array( 'text' ),
		);
	}

	private function undo(): Operation {
		return new Operation(
			name: 'sitemap.undo_robots',
			label: __( 'Take back robots.txt', 'igny8' ),
			description: __( 'Goes back to the robots.txt before the last change.', 'igny8' ),
			capability: Capabilities::MANAGE_SEO,
			input: array( 'type' => 'object', 'properties' => array() ),
			output: self::output(),
			run: static function (): array|\WP_Error {
				$undone = Robots::undo();
				return is_wp_error( $undone ) ? $undone : self::read();
			},
		);
	}

	private function test(): Operation {
		return new Operation(
			name: 'sitemap.test_robots',
			label: __( 'Test robots.txt', 'igny8' ),
			description: __( 'Whether a crawler may fetch an address by robots.txt, and which line decides (RFC 9309).', 'igny8' ),
			capability: Capabilities::MANAGE_SEO,
			input: array(
				'type'       => 'object',
				'properties' => array(
					'url'   => array( 'type' => 'string', 'minLength' => 1, 'maxLength' => 2048, 'description' => __( 'Address or path.', 'igny8' ) ),
					'agent' => array( 'type' => 'string', 'default' => 'Googlebot', 'maxLength' => 200, 'description' => __( 'Name of the crawler.', 'igny8' ) ),
					'text'  => array( 'type' => 'string', 'description' => __( 'A robots.txt that is not saved. Without it, the one that crawlers read.', 'igny8' ) ),
				),
				'required'   => array( 'url' ),
			),
			output: array(
				'type'       => 'object',
				'properties' => array(
					'allowed' => array( 'type' => 'boolean' ),
					'line'    => array( 'type' => 'integer', 'description' => __( '0: no rule matches.', 'igny8' ) ),
					'rule'    => array( 'type' => 'string' ),
					'agent'   => array( 'type' => 'string', 'description' => __( 'The group that applies: the crawler\'s own, * or none.', 'igny8' ) ),
				),
			),
			run: static function ( array $input ): array|\WP_Error {
				$parts = wp_parse_url( $input['url'] );
				$host  = is_array( $parts ) ? strtolower( $parts['host'] ?? '' ) : '';
				if ( ! is_array( $parts ) || ( '' !== $host && strtolower( (string) wp_parse_url( home_url(), PHP_URL_HOST ) ) !== $host ) ) {
					return new \WP_Error( 'robots_foreign', __( 'Give a path such as /shop/ or an address of this site: robots.txt speaks only for its own host.', 'igny8' ), array( 'status' => 400 ) );
				}
				$path = '/' . ltrim( ( $parts['path'] ?? '' ) . ( isset( $parts['query'] ) ? "?{$parts['query']}" : '' ), '/' );
				return ( new RobotsRules( $input['text'] ?? Robots::served() ) )->ask( $input['agent'], $path );
			},
			is_readonly: true,
			positional: array( 'url' ),
		);
	}

	/**
	 * @return array<string, mixed>
	 */
	private static function read(): array {
		$served = Robots::served();
		return array(
			'text'       => $served,
			'own'        => Robots::own(),
			'default'    => Robots::made(),
			'is_own'     => '' !== Robots::own(),
			'file'       => Robots::file(),
			'is_reached' => Robots::is_reached(),
			'url'        => home_url( '/robots.txt' ),
			'issues'     => RobotsCheck::issues( $served ),
			'history'    => array_map( static fn( array $version ) => array( 'user' => get_userdata( $version['user_id'] )->display_name ?? '' ) + $version, Robots::history() ),
			'crawlers'   => AiCrawlers::all(),
		);
	}

	/**
	 * @return array<string, mixed>
	 */
	private static function output(): array {
		return array(
			'type'       => 'object',
			'properties' => array(
				'text'       => array( 'type' => 'string', 'description' => __( 'What crawlers read.', 'igny8' ) ),
				'own'        => array( 'type' => 'string', 'description' => __( 'What was written here; empty: WordPress\' own text.', 'igny8' ) ),
				'default'    => array( 'type' => 'string' ),
				'is_own'     => array( 'type' => 'boolean' ),
				'file'       => array( 'type' => 'string', 'description' => __( 'Path of a real file, which hides this one; or empty.', 'igny8' ) ),
				'is_reached' => array( 'type' => 'boolean', 'description' => __( 'False when the site is below the root of its host, where crawlers do not look.', 'igny8' ) ),
				'url'        => array( 'type' => 'string' ),
				'issues'     => array(
					'type'  => 'array',
					'items' => array( 'type' => 'object', 'properties' => array( 'line' => array( 'type' => 'integer' ), 'level' => array( 'type' => 'string' ), 'message' => array( 'type' => 'string' ) ) ),
				),
				'history'    => array( 'type' => 'array', 'items' => array( 'type' => 'object' ) ),
				'crawlers'   => array( 'type' => 'array', 'items' => array( 'type' => 'object' ) ),
			),
		);
	}
}
