<?php
/**
 * List, read, change, import, export, generate and delete the site's own sector templates.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Blueprint;

use Igny8\Contract;
use Igny8\Operation;
use Igny8\Plugin;

final class TemplateOperations {

	private readonly Templates $templates;

	public function __construct( private readonly Plugin $plugin ) {
		$this->templates = new Templates( $plugin );
	}

	/**
	 * @return list<Operation>
	 */
	public function all(): array {
		return array( $this->templates(), $this->template(), $this->save_template(), $this->delete_template(), $this->import_template(), $this->export_template(), $this->generate_template() );
	}

	private function templates(): Operation {
		return new Operation(
			name: 'blueprint.templates',
			label: __( 'List own sector templates', 'igny8' ),
			description: __( 'The sectors this site has a template of its own for; it counts instead of the engine\'s.', 'igny8' ),
			capability: 'manage_options',
			input: array( 'type' => 'object', 'properties' => array() ),
			output: array( 'type' => 'object', 'properties' => array( 'templates' => array( 'type' => 'array', 'items' => array( 'type' => 'object' ) ) ) ),
			run: fn() => array( 'templates' => $this->templates->list() ),
			is_readonly: true,
			rows: 'templates',
			columns: array( 'slug', 'name', 'industry', 'origin', 'attributes', 'values', 'updated_at' ),
		);
	}

	private function template(): Operation {
		return new Operation(
			name: 'blueprint.template',
			label: __( 'Show a sector template', 'igny8' ),
			description: __( 'The template a blueprint of this site would use for a sector: its own, or else the engine\'s.', 'igny8' ),
			capability: 'manage_options',
			input: self::slug_input(),
			output: array(
				'type'       => 'object',
				'properties' => array( 'template' => array( 'type' => 'object' ), 'is_own' => array( 'type' => 'boolean', 'description' => __( 'False: the engine\'s, not changed here.', 'igny8' ) ) ),
			),
			run: fn( array $input ) => $this->templates->find( $input['slug'] ),
			is_readonly: true,
			positional: array( 'slug' ),
		);
	}

	private function save_template(): Operation {
		return new Operation(
			name: 'blueprint.save_template',
			label: __( 'Save a sector template', 'igny8' ),
			description: __( 'Keeps a template of this site\'s own, if it passes the quality gate. It counts from the next blueprint on.', 'igny8' ),
			capability: 'manage_options',
			input: array( 'type' => 'object', 'properties' => array( 'template' => self::template_schema() ), 'required' => array( 'template' ) ),
			output: self::saved_schema(),
			run: fn( array $input ) => $this->templates->save( $input['template'] ),
			positional: array( 'template' ),
		);
	}

	private function delete_template(): Operation {
		return new Operation(
			name: 'blueprint.delete_template',
			label: __( 'Delete an own sector template', 'igny8' ),
			description: __( 'Deletes this site\'s own template of a sector; the engine\'s counts again. Blueprints that are there do not change.', 'igny8' ),
			capability: 'manage_options',
			input: self::slug_input(),
			output: array( 'type' => 'object', 'properties' => array( 'slug' => array( 'type' => 'string' ), 'template' => array( 'type' => 'object', 'description' => __( 'What was deleted.', 'igny8' ) ) ) ),
			run: fn( array $input ) => $this->templates->delete( $input['slug'] ),
			is_destructive: true,
			positional: array( 'slug' ),
		);
	}

	private function import_template(): Operation {
		return new Operation(
			name: 'blueprint.import_template',
			label: __( 'Import a sector template', 'igny8' ),
			description: __( 'Takes a template that another site, or the engine, has exported. One of the same sector is kept unless told to overwrite it.', 'igny8' ),
			capability: 'manage_options',
			input: array(
				'type'       => 'object',
				'properties' => array(
					'file'       => array( 'type' => 'object', 'description' => __( 'The exported JSON; on a command line @file.', 'igny8' ) ),
					'overwrites' => array( 'type' => 'boolean', 'default' => false, 'description' => __( 'Replace this site\'s own template of the same sector.', 'igny8' ) ),
				),
				'required'   => array( 'file' ),
			),
			output: self::saved_schema(),
			run: fn( array $input ) => $this->on_import( $input['file'], $input['overwrites'] ),
			positional: array( 'file' ),
		);
	}

	private function export_template(): Operation {
		return new Operation(
			name: 'blueprint.export_template',
			label: __( 'Export a sector template', 'igny8' ),
			description: __( 'A template as JSON, for another site or an engine\'s folder of sectors.', 'igny8' ),
			capability: 'manage_options',
			input: self::slug_input(),
			output: array( 'type' => 'object', 'properties' => array( 'name' => array( 'type' => 'string', 'description' => __( 'A name for the file.', 'igny8' ) ), 'template' => array( 'type' => 'object' ) ) ),
			run: fn( array $input ) => $this->on_export( $input['slug'] ),
			is_readonly: true,
			positional: array( 'slug' ),
		);
	}

	private function generate_template(): Operation {
		return new Operation(
			name: 'blueprint.generate_template',
			label: __( 'Generate a sector template', 'igny8' ),
			description: __( 'Has the engine\'s language model write a template for a trade the catalogue lacks; it is held to the same quality gate and kept as this site\'s own.', 'igny8' ),
			capability: 'manage_options',
			input: array(
				'type'       => 'object',
				'properties' => array(
					'name'        => array( 'type' => 'string', 'minLength' => 2, 'maxLength' => 60, 'description' => __( 'Name of the trade, such as "Falconry supplies".', 'igny8' ) ),
					'description' => array( 'type' => 'string', 'maxLength' => 2000, 'default' => '', 'description' => __( 'What is sold or done, for whom.', 'igny8' ) ),
					'site_type'   => array( 'type' => 'string', 'enum' => CreateInput::SITE_TYPES, 'default' => 'ecommerce', 'description' => __( 'Kind of site.', 'igny8' ) ),
				),
				'required'   => array( 'name' ),
			),
			output: self::saved_schema(),
			engine_operation: 'sag.generate_template',
			prepare: static fn( array $input ) => array_filter( $input ) + array( 'locale' => Create::locale() ),
			save: fn( array $output ) => $this->on_generated( array( 'origin' => 'ai_generated' ) + $output['template'] ),
			positional: array( 'name' ),
		);
	}

	/**
	 * A template of the owner's is worth more than a generated one: it stays.
	 *
	 * @param array<string, mixed> $template
	 * @return array<string, mixed>|\WP_Error
	 */
	private function on_generated( array $template ): array|\WP_Error {
		return $this->templates->has( $template['slug'] ) ? self::exists( $template['name'] ) : $this->templates->keep( $template );
	}

	private static function exists( string $name ): \WP_Error {
		/* translators: %s: name of a sector. */
		return new \WP_Error( 'template_exists', sprintf( __( 'This site has a template of its own for "%s" already.', 'igny8' ), $name ), array( 'status' => 409 ) );
	}

	/**
	 * @param array<string, mixed> $file An export of ours, or the bare template.
	 * @return array<string, mixed>|\WP_Error
	 */
	private function on_import( array $file, bool $overwrites ): array|\WP_Error {
		$given   = is_array( $file['template'] ?? null ) ? $file['template'] : $file;
		$checked = Contract::check( array( 'template' => $given ), array( 'type' => 'object', 'properties' => array( 'template' => self::template_schema() ) ), 'template_unreadable', __( 'This is no sector template:', 'igny8' ) );
		if ( is_wp_error( $checked ) ) {
			return $checked;
		}
		$template = $checked['template'];
		if ( ! $overwrites && $this->templates->has( $template['slug'] ) ) {
			return self::exists( $template['name'] );
		}
		return $this->templates->save( $template );
	}

	/**
	 * @return array<string, mixed>|\WP_Error
	 */
	private function on_export( string $slug ): array|\WP_Error {
		$found = $this->templates->find( $slug );
		return is_wp_error( $found ) ? $found : array( 'name' => "igny8-sector-{$slug}.json", 'template' => $found['template'] );
	}

	/**
	 * The engine's own shape of a template.
	 *
	 * @return array<string, mixed>
	 */
	private static function template_schema(): array {
		$templates = CreateInput::of_engine( 'templates', '' );
		return array( 'description' => __( 'The template, as the engine has it; on a command line @file.', 'igny8' ) ) + ( $templates['items'] ?? array( 'type' => 'object' ) );
	}

	/**
	 * @return array<string, mixed>
	 */
	private static function slug_input(): array {
		return array(
			'type'       => 'object',
			'properties' => array( 'slug' => array( 'description' => __( 'Slug of the sector.', 'igny8' ) ) + CreateInput::slug() ),
			'required'   => array( 'slug' ),
		);
	}

	/**
	 * @return array<string, mixed>
	 */
	private static function saved_schema(): array {
		return array(
			'type'       => 'object',
			'properties' => array_fill_keys( array( 'slug', 'name', 'origin' ), array( 'type' => 'string' ) ) + array_fill_keys( array( 'attributes', 'values' ), array( 'type' => 'integer' ) ),
		);
	}
}
