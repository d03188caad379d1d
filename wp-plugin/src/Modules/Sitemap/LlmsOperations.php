<?php
/**
 * Show and change llms.txt.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Sitemap;

use Igny8\Capabilities;
use Igny8\Operation;
use Igny8\Plugin;

final class LlmsOperations {

	private const LARGEST = 65536; // A list that models read in one go; llmstxt.org wants it concise.

	public function __construct( private readonly Plugin $plugin ) {}

	/**
	 * @return list<Operation>
	 */
	public function all(): array {
		return array( $this->show(), $this->save() );
	}

	private function show(): Operation {
		return new Operation(
			name: 'sitemap.llms',
			label: __( 'Show llms.txt', 'igny8' ),
			description: __( 'The llms.txt of this site, and the one made from its pages.', 'igny8' ),
			capability: Capabilities::MANAGE_SEO,
			input: array( 'type' => 'object', 'properties' => array() ),
			output: self::output(),
			run: fn() => $this->read(),
			is_readonly: true,
		);
	}

	private function save(): Operation {
		return new Operation(
			name: 'sitemap.save_llms',
			label: __( 'Change llms.txt', 'igny8' ),
			description: __( 'Replaces llms.txt by a text of your own; empty goes back to the one made from the pages.', 'igny8' ),
			capability: Capabilities::MANAGE_SEO,
			input: array(
				'type'       => 'object',
				'properties' => array( 'text' => array( 'type' => 'string', 'maxLength' => self::LARGEST, 'description' => __( 'The whole file, in Markdown.', 'igny8' ) ) ),
				'required'   => array( 'text' ),
			),
			output: self::output(),
			run: function ( array $input ): array {
				Llms::save( wp_check_invalid_utf8( $input['text'], true ) );
				return $this->read();
			},
			is_destructive: true,
			positional: array( 'text' ),
		);
	}

	/**
	 * @return array<string, mixed>
	 */
	private function read(): array {
		$llms = new Llms( $this->plugin );
		$own  = (string) get_option( Llms::OPTION, '' );
		return array(
			'text'    => $llms->text(),
			'own'     => $own,
			'made'    => $llms->make(),
			'url'     => Address::llms(),
			'file'    => is_file( Status::root() . 'llms.txt' ) ? Status::root() . 'llms.txt' : '',
		);
	}

	/**
	 * @return array<string, mixed>
	 */
	private static function output(): array {
		$text = array( 'type' => 'string' );
		return array( 'type' => 'object', 'properties' => array( 'text' => $text, 'own' => $text, 'made' => $text, 'url' => $text, 'file' => $text ) );
	}
}
