<?php
/**
 * Operations on what a page prints: its head, and whether another SEO plugin prints instead.
 *
 * @package Igny8
 */

namespace Igny8\Modules\SeoMeta;

use Igny8\Capabilities;
use Igny8\Operation;
use Igny8\Plugin;
use Igny8\Seo\Address;
use Igny8\Seo\Head;
use Igny8\Seo\OtherPlugins;

final class HeadOperations {

	public function __construct( private readonly Plugin $plugin ) {}

	/**
	 * @return list<Operation>
	 */
	public function all(): array {
		return array( $this->head(), $this->status() );
	}

	private function head(): Operation {
		return new Operation(
			name: 'seo-meta.head',
			label: __( 'Show the head of a page', 'igny8' ),
			description: __( 'Every tag IGNY8 prints for a page, as data and as HTML: title, robots, canonical, social tags, schema.', 'igny8' ),
			capability: Capabilities::EDIT_SEO,
			input: array(
				'type'       => 'object',
				'properties' => array(
					'of'   => array( 'description' => __( 'An address of this site, or post:12, term:3, author:1, archive:<post type>, home, search:<words>, date:2026-11, not_found.', 'igny8' ) ) + FieldOperations::of(),
					'page' => array( 'type' => 'integer', 'minimum' => 1, 'maximum' => 100000, 'default' => 1, 'description' => __( 'Page of an archive.', 'igny8' ) ),
				),
			),
			output: array( 'type' => 'object' ),
			run: function ( array $input ): array|\WP_Error {
				$subject = Address::readable( $input['of'] );
				if ( is_wp_error( $subject ) ) {
					return $subject;
				}
				$tags = Head::of( $this->plugin )->tags( $input['page'] > 1 ? $subject->on_page( $input['page'] ) : $subject );
				return array( 'of' => $subject->key(), 'url' => $subject->url(), 'name' => 'head.html', 'html' => Head::render( $tags ), 'tags' => $tags );
			},
			is_readonly: true,
			positional: array( 'of' ),
			text: 'html',
			media_type: 'text/html',
		);
	}

	private function status(): Operation {
		return new Operation(
			name: 'seo-meta.status',
			label: __( 'Tell which SEO plugin prints', 'igny8' ),
			description: __( 'Whether another SEO plugin is active beside IGNY8, and which of the two prints titles and tags.', 'igny8' ),
			capability: Capabilities::EDIT_SEO,
			input: array( 'type' => 'object', 'properties' => array() ),
			output: array( 'type' => 'object' ),
			run: static function (): array {
				$slug = OtherPlugins::active();
				return array(
					'other'       => $slug,
					'other_name'  => OtherPlugins::PLUGINS[ $slug ]['name'] ?? '',
					'others'      => OtherPlugins::all_active(),
					'output'      => OtherPlugins::choice(),
					'is_printing' => ! OtherPlugins::are_printing(),
				);
			},
			is_readonly: true,
		);
	}
}
