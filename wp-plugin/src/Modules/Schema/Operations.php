<?php
/**
 * Show a page's graph, check it, check the whole site, and what an owner can choose and fill in.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Schema;

use Igny8\Capabilities;
use Igny8\Operation;
use Igny8\Seo\Address;

final class Operations {

	public function __construct( private readonly Module $module ) {}

	/**
	 * @return list<Operation>
	 */
	public function all(): array {
		return array( $this->show(), $this->check(), $this->check_site(), $this->types(), $this->read_videos() );
	}

	private function show(): Operation {
		return new Operation(
			name: 'schema.show',
			label: __( 'Show what a page says', 'igny8' ),
			description: __( 'The graph of a page as it is printed, node by node.', 'igny8' ),
			capability: Capabilities::EDIT_SEO,
			input: self::page_schema(),
			output: array( 'type' => 'object', 'properties' => array( 'url' => array( 'type' => 'string' ), 'graph' => array( 'type' => 'array' ), 'json' => array( 'type' => 'string' ) ) ),
			run: fn( array $input ) => $this->on_show( $input['page'] ),
			is_readonly: true,
			positional: array( 'page' ),
			text: 'json',
			media_type: 'application/ld+json',
		);
	}

	private function check(): Operation {
		$choices = array( 'type' => 'object', 'default' => array(), 'description' => __( 'Choices that are not saved yet: type, page_type, properties, faq_details. Empty: the stored ones.', 'igny8' ) );
		return new Operation(
			name: 'schema.check',
			label: __( 'Check what a page says', 'igny8' ),
			description: __( 'Holds the graph of a page against what Google requires (errors) and recommends (hints). The whole site is checked by check-site.', 'igny8' ),
			capability: Capabilities::EDIT_SEO,
			input: array_replace_recursive( self::page_schema(), array( 'properties' => array( 'choices' => $choices, 'is_draft' => array( 'type' => 'boolean', 'default' => false, 'description' => __( 'Take the choices even if they are empty.', 'igny8' ) ) ) ) ),
			output: array(
				'type'       => 'object',
				'properties' => array(
					'url'       => array( 'type' => 'string' ),
					'type'      => array( 'type' => 'string' ),
					'page_type' => array( 'type' => 'string' ),
					'errors'    => array( 'type' => 'integer' ),
					'hints'     => array( 'type' => 'integer' ),
					'messages'  => array( 'type' => 'array', 'items' => array( 'type' => 'object' ) ),
					'graph'     => array( 'type' => 'array', 'items' => array( 'type' => 'object' ) ),
				),
			),
			run: fn( array $input ) => $this->on_check( $input['page'], $input['is_draft'] || $input['choices'] ? (array) $input['choices'] : null ),
			positional: array( 'page' ), // Not read-only by its method: what is being typed is too long for an address.
			rows: 'messages',
			columns: array( 'level', 'type', 'property', 'message' ),
		);
	}

	private function check_site(): Operation {
		return new Operation(
			name: 'schema.check_site',
			label: __( 'Check the whole site', 'igny8' ),
			description: __( 'Checks the graph of every published post, step by step, and keeps the first pages with errors for the settings screen. One call is one step of a few seconds; after the last one the next begins anew.', 'igny8' ),
			capability: Capabilities::MANAGE_SEO,
			input: array( 'type' => 'object', 'properties' => array() ),
			output: array(
				'type'       => 'object',
				'properties' => array_fill_keys( array( 'done', 'total', 'remaining', 'with_errors', 'with_hints' ), array( 'type' => 'integer' ) ) + array( 'pages' => array( 'type' => 'array', 'items' => array( 'type' => 'object' ) ) ),
			),
			run: fn() => ( new SiteCheck( $this->module ) )->step(),
			rows: 'pages',
			columns: array( 'id', 'title', 'errors', 'message' ),
			has_progress: true,
		);
	}

	private function types(): Operation {
		return new Operation(
			name: 'schema.types',
			label: __( 'List the types', 'igny8' ),
			description: __( 'Types of a post and of a page, the fields of each with what Google requires and recommends, post types with their defaults, and kinds of business.', 'igny8' ),
			capability: Capabilities::EDIT_SEO,
			input: array( 'type' => 'object', 'properties' => array() ),
			output: array( 'type' => 'object' ),
			run: static fn() => ( new TypeList() )->all(),
			is_readonly: true,
			rows: 'types',
			columns: array( 'type', 'label', 'required', 'recommended', 'source' ),
		);
	}

	private function read_videos(): Operation {
		return new Operation(
			name: 'schema.read_videos',
			label: __( 'Read the videos of all posts', 'igny8' ),
			description: __( 'Finds the videos in posts that were saved before this module was on, and asks YouTube and Vimeo about them where the setting allows it. One call is one step of a few seconds.', 'igny8' ),
			capability: Capabilities::MANAGE_SEO,
			input: array( 'type' => 'object', 'properties' => array() ),
			output: array( 'type' => 'object', 'properties' => array_fill_keys( array( 'done', 'total', 'remaining', 'videos_found', 'videos_complete' ), array( 'type' => 'integer' ) ) ),
			run: fn() => ( new VideoSweep( $this->module->asks_videos() ) )->step(),
			has_progress: true,
		);
	}

	/**
	 * @return array<string, mixed>|\WP_Error
	 */
	private function on_show( string $name ): array|\WP_Error {
		$subject = $this->subject( $name );
		if ( is_wp_error( $subject ) ) {
			return $subject;
		}
		$graph = $this->module->graph( $subject );
		return array(
			'url'   => $subject->url(),
			'graph' => $graph,
			'name'  => sanitize_file_name( $name ) . '.json',
			'json'  => wp_json_encode( array( '@context' => 'https://schema.org', '@graph' => $graph ), JSON_PRETTY_PRINT | JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE ) . "\n",
		);
	}

	/**
	 * @param array<string, mixed>|null $choices
	 * @return array<string, mixed>|\WP_Error
	 */
	private function on_check( string $name, ?array $choices ): array|\WP_Error {
		$subject = $this->subject( $name );
		return is_wp_error( $subject ) ? $subject : $this->module->check( $subject, $choices );
	}

	private function subject( string $name ): \Igny8\Seo\Subject|\WP_Error {
		return Address::readable( is_numeric( $name ) ? "post:{$name}" : $name );
	}

	/**
	 * @return array<string, mixed>
	 */
	private static function page_schema(): array {
		return array(
			'type'       => 'object',
			'required'   => array( 'page' ),
			'properties' => array( 'page' => array( 'type' => 'string', 'minLength' => 1, 'maxLength' => 200, 'description' => __( 'The page: an address of this site, 12 for a post, term:3, author:1, archive:product or home.', 'igny8' ) ) ),
		);
	}
}
