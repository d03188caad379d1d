<?php
/**
 * Show, rebuild and check the sitemap.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Sitemap;

use Igny8\Capabilities;
use Igny8\Operation;
use Igny8\Plugin;

final class SitemapOperations {

	public function __construct( private readonly Plugin $plugin ) {}

	/**
	 * @return list<Operation>
	 */
	public function all(): array {
		return array( $this->status(), $this->rebuild(), $this->check() );
	}

	private function status(): Operation {
		return new Operation(
			name: 'sitemap.status',
			label: __( 'Show the sitemap', 'igny8' ),
			description: __( 'What the sitemap lists: addresses and files per kind, its address, when it last changed, and whether something stands in its way.', 'igny8' ),
			capability: Capabilities::MANAGE_SEO,
			input: array( 'type' => 'object', 'properties' => array() ),
			output: array(
				'type'       => 'object',
				'properties' => array(
					'is_served'  => array( 'type' => 'boolean' ),
					'obstacles'  => array( 'type' => 'array', 'items' => array( 'type' => 'string' ), 'description' => __( 'Why search engines get no sitemap, or another one.', 'igny8' ) ),
					'url'        => array( 'type' => 'string' ),
					'urls'       => array( 'type' => 'integer' ),
					'files'      => array( 'type' => 'integer' ),
					'waiting'    => array( 'type' => 'integer', 'description' => __( 'Files that are counted again at the next visit.', 'igny8' ) ),
					'changed_at' => array( 'type' => 'string' ),
					'built_at'   => array( 'type' => 'string' ),
					'kinds'      => array(
						'type'  => 'array',
						'items' => array(
							'type'       => 'object',
							'properties' => array(
								'kind'    => array( 'type' => 'string' ),
								'subtype' => array( 'type' => 'string' ),
								'label'   => array( 'type' => 'string' ),
								'urls'    => array( 'type' => 'integer' ),
								'files'   => array( 'type' => 'integer' ),
								'lastmod' => array( 'type' => 'string' ),
								'url'     => array( 'type' => 'string' ),
							),
						),
					),
					'choices'    => array( 'type' => 'object', 'description' => __( 'Post types and taxonomies that may be listed or left out.', 'igny8' ) ),
				),
			),
			run: fn() => ( new Status( $this->plugin ) )->read(),
			is_readonly: true,
			rows: 'kinds',
			columns: array( 'kind', 'subtype', 'urls', 'files', 'lastmod', 'url' ),
		);
	}

	private function rebuild(): Operation {
		return new Operation(
			name: 'sitemap.rebuild',
			label: __( 'Rebuild the sitemap', 'igny8' ),
			description: __( 'Divides the sitemap into files anew and finds out when each archive last changed. Needed only after posts were changed directly in the database; a daily check finds those too.', 'igny8' ),
			capability: Capabilities::MANAGE_SEO,
			input: array( 'type' => 'object', 'properties' => array() ),
			output: self::progress( array( 'urls' => array( 'type' => 'integer' ), 'files' => array( 'type' => 'integer' ) ) ),
			run: fn() => ( new Rebuild( $this->plugin ) )->step(),
			has_progress: true,
		);
	}

	private function check(): Operation {
		return new Operation(
			name: 'sitemap.check',
			label: __( 'Check the sitemap', 'igny8' ),
			description: __( 'Reads every file of the sitemap and asks of each address, without requesting it, whether it leads to its page, may be indexed and is the page\'s own canonical address.', 'igny8' ),
			capability: Capabilities::MANAGE_SEO,
			input: array( 'type' => 'object', 'properties' => array() ),
			output: self::progress(
				array(
					'problems' => array(
						'type'  => 'array',
						'items' => array(
							'type'       => 'object',
							'properties' => array( 'url' => array( 'type' => 'string' ), 'file' => array( 'type' => 'string' ), 'problem' => array( 'type' => 'string' ) ),
						),
					),
				)
			),
			run: fn() => ( new Check( $this->plugin ) )->step(),
			rows: 'problems',
			columns: array( 'url', 'problem' ),
			has_progress: true,
		);
	}

	/**
	 * @param array<string, mixed> $more
	 * @return array<string, mixed>
	 */
	private static function progress( array $more ): array {
		$number = array( 'type' => 'integer' );
		return array( 'type' => 'object', 'properties' => array( 'done' => $number, 'total' => $number, 'remaining' => $number ) + $more );
	}
}
