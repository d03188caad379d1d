<?php
/**
 * The setup wizard's operations: its record, the trades that words mean, a keyword list, and a structure to look at.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Blueprint;

use Igny8\Operation;
use Igny8\Plugin;

final class WizardOperations {

	private const EXAMPLES = 8; // Rows of a keyword list that are shown to recognise it by.

	private const SKIPPED = 50; // Lines that could not be read: enough to see what is wrong with a file.

	private readonly Wizard $wizard;

	public function __construct( private readonly Module $module, private readonly Plugin $plugin ) {
		$this->wizard = new Wizard( new BlueprintsTable() );
	}

	/**
	 * @return list<Operation>
	 */
	public function all(): array {
		return array( $this->wizard(), $this->save_wizard(), $this->reset_wizard(), $this->match_sectors(), $this->read_keywords(), $this->preview_draft() );
	}

	private function wizard(): Operation {
		return new Operation(
			name: 'blueprint.wizard',
			label: __( 'Show the setup wizard', 'igny8' ),
			description: __( 'What the setup wizard holds: the step it is at and all that was entered, or what it would begin with.', 'igny8' ),
			capability: 'manage_options',
			input: array( 'type' => 'object', 'properties' => array() ),
			output: $this->record_schema(),
			run: fn() => $this->wizard->read(),
			is_readonly: true,
		);
	}

	private function save_wizard(): Operation {
		return new Operation(
			name: 'blueprint.save_wizard',
			label: __( 'Save the setup wizard', 'igny8' ),
			description: __( 'Keeps what is given of a step; what is not given stays as it was. Nothing on the site changes.', 'igny8' ),
			capability: 'manage_options',
			input: array( 'type' => 'object', 'properties' => $this->entry_schema() ),
			output: $this->record_schema(),
			run: fn( array $input ) => $this->on_save( $input ),
		);
	}

	private function reset_wizard(): Operation {
		return new Operation(
			name: 'blueprint.reset_wizard',
			label: __( 'Start the setup wizard over', 'igny8' ),
			description: __( 'Forgets what was entered in the setup wizard. Blueprints and the site stay as they are.', 'igny8' ),
			capability: 'manage_options',
			input: array( 'type' => 'object', 'properties' => array() ),
			output: $this->record_schema(),
			run: function (): array {
				$this->wizard->forget();
				return $this->wizard->read();
			},
			is_destructive: true,
		);
	}

	private function match_sectors(): Operation {
		return new Operation(
			name: 'blueprint.match_sectors',
			label: __( 'Find sectors for a description', 'igny8' ),
			description: __( 'Which trades a sentence or two about the business mean; without words, the site\'s title, tagline and page titles.', 'igny8' ),
			capability: 'manage_options',
			input: array(
				'type'       => 'object',
				'properties' => array(
					'text'  => array( 'type' => 'string', 'maxLength' => 2000, 'default' => '', 'description' => __( 'What the business does, in your own words.', 'igny8' ) ),
					'limit' => array( 'type' => 'integer', 'minimum' => 1, 'maximum' => 20, 'default' => 5, 'description' => __( 'How many at most.', 'igny8' ) ),
				),
			),
			output: array( 'type' => 'object', 'properties' => array( 'matches' => array( 'type' => 'array', 'items' => array( 'type' => 'object' ) ) ) ),
			run: fn( array $input ) => ( new SectorMatch( $this->plugin ) )->find( $input['text'], $input['limit'] ),
			is_readonly: true,
			positional: array( 'text' ),
			rows: 'matches',
			columns: array( 'sector', 'name', 'industry', 'score' ),
		);
	}

	private function read_keywords(): Operation {
		return new Operation(
			name: 'blueprint.read_keywords',
			label: __( 'Read a keyword list', 'igny8' ),
			description: __( 'Recognises an export of Ahrefs, Semrush or Keyword Planner, or a plain list, and keeps it for the setup wizard. An empty text forgets the list.', 'igny8' ),
			capability: 'manage_options',
			input: array(
				'type'       => 'object',
				'properties' => array(
					'text' => array( 'type' => 'string', 'format' => 'csv', 'maxLength' => CreateInput::MOST_TEXT, 'default' => '', 'description' => __( 'The list, as exported or one keyword per line; on a command line a file.', 'igny8' ) ),
					'name' => array( 'type' => 'string', 'maxLength' => 200, 'default' => '', 'description' => __( 'Name of the file.', 'igny8' ) ),
				),
			),
			output: array(
				'type'       => 'object',
				'properties' => array(
					'name'     => array( 'type' => 'string' ),
					'format'   => array( 'type' => 'string' ),
					'count'    => array( 'type' => 'integer' ),
					'columns'  => array( 'type' => 'object' ),
					'examples' => array( 'type' => 'array', 'items' => array( 'type' => 'object' ) ),
					'skipped'  => array( 'type' => 'array', 'items' => array( 'type' => 'object' ) ),
					'notes'    => array( 'type' => 'array', 'items' => array( 'type' => 'string' ) ),
				),
			),
			run: fn( array $input ) => $this->on_read_keywords( $input['text'], $input['name'] ),
			positional: array( 'text' ),
		);
	}

	private function preview_draft(): Operation {
		$draft = new Draft( new Create( new BlueprintsTable(), $this->plugin ), $this->plugin->jobs(), $this->module );
		return new Operation(
			name: 'blueprint.preview_draft',
			label: __( 'Preview a structure', 'igny8' ),
			description: __( 'Builds a structure without storing it: clusters, menu, addresses, taxonomies and what applying would create.', 'igny8' ),
			capability: 'manage_options',
			input: CreateInput::schema(),
			output: array(
				'type'       => 'object',
				'properties' => array_fill_keys( array( 'attributes', 'proposed', 'clusters', 'menu', 'taxonomies', 'proposals', 'dropped' ), array( 'type' => 'array', 'items' => array( 'type' => 'object' ) ) )
					+ array_fill_keys( array( 'counts', 'pages', 'site' ), array( 'type' => 'object' ) )
					+ array( 'matched' => array( 'type' => 'integer' ), 'site_type' => array( 'type' => 'string' ) ),
			),
			run: static fn( array $input ) => $draft->make( $input ),
			rows: 'clusters',
			columns: array( 'title', 'type', 'path', 'keywords', 'articles', 'phase' ),
		);
	}

	/**
	 * @param array<string, mixed> $input
	 * @return array<string, mixed>|\WP_Error
	 */
	private function on_save( array $input ): array|\WP_Error {
		if ( isset( $input['keyword_list'] ) ) {
			$read = $this->on_read_keywords( $input['keyword_list'], '' );
			if ( is_wp_error( $read ) ) {
				return $read;
			}
			unset( $input['keyword_list'] );
		}
		if ( isset( $input['sectors'] ) ) {
			$input['sectors'] = array_map( static fn( array|string $sector ) => is_string( $sector ) ? array( 'slug' => $sector, 'name' => $sector ) : $sector, $input['sectors'] );
		}
		return $this->wizard->save( $input );
	}

	/**
	 * @return array<string, mixed>|\WP_Error
	 */
	private function on_read_keywords( string $text, string $name ): array|\WP_Error {
		if ( '' === $text ) {
			$this->wizard->save_keywords( array(), array( 'name' => '', 'format' => '', 'count' => 0, 'skipped' => 0 ) );
			return array( 'name' => '', 'format' => '', 'count' => 0, 'columns' => array(), 'examples' => array(), 'skipped' => array(), 'skipped_count' => 0, 'notes' => array() );
		}
		$read = ( new Keywords( $this->plugin->jobs() ) )->read( $text, $name, $this->wizard->read()['locale'] );
		if ( is_wp_error( $read ) ) {
			return $read;
		}
		$this->wizard->save_keywords( $read['keywords'], array( 'name' => $name, 'format' => $read['format'], 'count' => count( $read['keywords'] ), 'skipped' => $read['skipped_count'] ) );
		return array(
			'name'          => $name,
			'format'        => $read['format'],
			'count'         => count( $read['keywords'] ),
			'columns'       => $read['columns'],
			'examples'      => array_slice( $read['keywords'], 0, self::EXAMPLES ),
			'skipped'       => array_slice( $read['skipped'], 0, self::SKIPPED ),
			'skipped_count' => $read['skipped_count'],
			'notes'         => $read['notes'] ?? array(),
		);
	}

	/**
	 * What may be saved. No defaults: what is absent stays.
	 *
	 * @return array<string, array<string, mixed>>
	 */
	private function entry_schema(): array {
		$sector = array(
			'type'                 => array( 'string', 'object' ),
			'maxLength'            => 60,
			'pattern'              => CreateInput::SLUG,
			'properties'           => array( 'slug' => CreateInput::slug(), 'name' => array( 'type' => 'string', 'maxLength' => 120 ) ),
			'additionalProperties' => false,
		);
		return array(
			'step'         => array( 'type' => 'string', 'enum' => Wizard::STEPS, 'description' => __( 'Where to go on.', 'igny8' ) ),
			'mode'         => array( 'type' => 'string', 'enum' => array( 'quick', 'detailed' ), 'description' => __( 'Quick takes the proposed attributes, detailed lets you change them.', 'igny8' ) ),
			'skipped'      => array( 'type' => 'array', 'items' => array( 'type' => 'string', 'enum' => array( 'connect', 'keywords' ) ), 'description' => __( 'Optional steps that were skipped.', 'igny8' ) ),
			'words'        => array( 'type' => 'string', 'maxLength' => 2000, 'description' => __( 'What the business does, in your own words.', 'igny8' ) ),
			'site_name'    => array( 'type' => 'string', 'maxLength' => 120, 'description' => __( 'Name of the business.', 'igny8' ) ),
			'locale'       => array( 'type' => 'string', 'pattern' => CreateInput::LOCALE, 'maxLength' => 20, 'description' => __( 'Language of the phrases.', 'igny8' ) ),
			'site_type'    => array( 'type' => 'string', 'enum' => array( '', ...CreateInput::SITE_TYPES ), 'description' => __( 'Kind of site; empty: what the first sector usually is.', 'igny8' ) ),
			'industry'     => array( 'type' => 'string', 'maxLength' => 60, 'description' => __( 'Slug of the industry to look for sectors in; empty: all.', 'igny8' ) ),
			'sectors'      => array( 'type' => 'array', 'items' => $sector, 'maxItems' => 5, 'description' => __( 'Slugs of up to five sectors, or slug and name of each.', 'igny8' ) ),
			'facts'        => CreateInput::facts(),
			'edits'        => CreateInput::of_engine( 'edits', __( 'Changes to the proposed attributes.', 'igny8' ) ),
			'keyword_list' => array( 'type' => 'string', 'format' => 'csv', 'maxLength' => CreateInput::MOST_TEXT, 'description' => __( 'Your keyword list, as exported; on a command line a file.', 'igny8' ) ),
		);
	}

	/**
	 * @return array<string, mixed>
	 */
	private function record_schema(): array {
		$entry = $this->entry_schema();
		unset( $entry['keyword_list'] );
		return array(
			'type'       => 'object',
			'properties' => array(
				'state'      => array( 'type' => 'string', 'enum' => array( 'new', 'open', 'planned' ) ),
				'version'    => array( 'type' => 'integer', 'description' => __( 'The version it led to, waiting to be applied; 0 without one.', 'igny8' ) ),
				'updated_at' => array( 'type' => array( 'string', 'null' ) ),
				'keywords'   => array( 'type' => 'object', 'description' => __( 'What the keyword list is: name, format, count, skipped.', 'igny8' ) ),
			) + $entry,
		);
	}
}
