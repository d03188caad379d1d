<?php
/**
 * The operations of the import: detect, preview, run, verify, finish, rollback.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Import;

use Igny8\Capabilities;
use Igny8\Continuation;
use Igny8\Operation;
use Igny8\Plugin;

/**
 * Each is reachable over REST, WP-CLI and as an ability; nothing here changes the other plugin's data.
 */
final class Operations {

	public function __construct( private readonly Plugin $plugin ) {}

	/**
	 * @return list<Operation>
	 */
	public function all(): array {
		return array( $this->detect(), $this->preview(), $this->run(), $this->verify(), $this->finish(), $this->rollback() );
	}

	private function detect(): Operation {
		return new Operation(
			name: 'import.detect',
			label: __( 'Find other SEO plugins', 'igny8' ),
			description: __( 'Lists the SEO plugins whose data is in this site, active or not, with how much of it there is and how far its import is.', 'igny8' ),
			capability: Capabilities::MANAGE_SEO,
			input: array( 'type' => 'object', 'properties' => array() ),
			output: array( 'type' => 'object', 'properties' => array( 'sources' => array( 'type' => 'array' ) ) ),
			run: fn() => array( 'sources' => ( new Detect() )->sources() ),
			is_readonly: true,
			rows: 'sources',
			columns: array( 'source', 'name', 'version', 'is_active', 'posts', 'terms', 'authors', 'redirects', 'status' ),
		);
	}

	private function preview(): Operation {
		return new Operation(
			name: 'import.preview',
			label: __( 'Preview an import', 'igny8' ),
			description: __( 'Shows what an import would bring: counts, some pages before and after side by side, values that you have here already, what cannot be taken along. Changes nothing.', 'igny8' ),
			capability: Capabilities::MANAGE_SEO,
			input: array(
				'type'       => 'object',
				'properties' => array(
					'source'   => self::source(),
					'sample'   => array( 'type' => 'integer', 'minimum' => 0, 'maximum' => 20, 'default' => 5, 'description' => __( 'How many pages to show before and after.', 'igny8' ) ),
					'existing' => self::existing(),
				),
			),
			output: array( 'type' => 'object' ),
			run: fn( array $input ) => ( new Preview( $this->plugin, Sources::get( $input['source'] ) ) )->show( $input['sample'], 'overwrite' === $input['existing'] ),
			is_readonly: true,
			positional: array( 'source' ),
		);
	}

	private function run(): Operation {
		return new Operation(
			name: 'import.run',
			label: __( 'Import from another SEO plugin', 'igny8' ),
			description: __( 'Takes titles, descriptions, robots, social texts, redirects and settings of another SEO plugin over. Can be interrupted, repeated and rolled back; the other plugin and its data stay as they are.', 'igny8' ),
			capability: Capabilities::MANAGE_SEO,
			input: array(
				'type'       => 'object',
				'properties' => array(
					'source'   => self::source(),
					'existing' => self::existing(),
					'parts'    => array( 'type' => 'array', 'items' => array( 'type' => 'string', 'enum' => State::PARTS ), 'minItems' => 1, 'default' => State::PARTS, 'description' => __( 'What to take along.', 'igny8' ) ),
				),
			),
			output: array( 'type' => 'object' ),
			run: fn( array $input ) => $this->on_run( $input ),
			is_destructive: true,
			positional: array( 'source' ),
			has_progress: true,
		);
	}

	private function verify(): Operation {
		return new Operation(
			name: 'import.verify',
			label: __( 'Compare pages after an import', 'igny8' ),
			description: __( 'Opens some pages of this site twice, with the head of the other plugin and with ours, and reports every difference in words. Visitors notice nothing.', 'igny8' ),
			capability: Capabilities::MANAGE_SEO,
			input: array(
				'type'       => 'object',
				'properties' => array(
					'source' => self::source(),
					'sample' => array( 'type' => 'integer', 'minimum' => 1, 'maximum' => 50, 'default' => 10, 'description' => __( 'How many posts to compare; front page, terms and an author come on top.', 'igny8' ) ),
				),
			),
			output: array( 'type' => 'object' ),
			run: fn( array $input ) => ( new Verify( $this->plugin, Sources::get( $input['source'] ) ) )->report( $input['sample'] ),
			positional: array( 'source' ),
		);
	}

	private function finish(): Operation {
		return new Operation(
			name: 'import.finish',
			label: __( 'Switch over', 'igny8' ),
			description: __( 'Deactivates the other plugin after its import, so that IGNY8 prints. Its data stays, and a rollback activates it again.', 'igny8' ),
			capability: Capabilities::MANAGE_SEO,
			input: array( 'type' => 'object', 'properties' => array( 'source' => self::source() ) ),
			output: array( 'type' => 'object' ),
			run: fn( array $input ) => ( new Switchover( $this->plugin, $input['source'] ) )->over(),
			is_destructive: true,
			positional: array( 'source' ),
		);
	}

	private function rollback(): Operation {
		return new Operation(
			name: 'import.rollback',
			label: __( 'Roll an import back', 'igny8' ),
			description: __( 'Puts every value back as it was before an import, removes its redirects and activates the other plugin again if it was switched over. What you have edited since stays and is listed.', 'igny8' ),
			capability: Capabilities::MANAGE_SEO,
			input: array(
				'type'       => 'object',
				'properties' => array(
					'source'  => self::source(),
					'edited'  => array( 'type' => 'string', 'enum' => array( 'keep', 'restore' ), 'default' => 'keep', 'description' => __( 'What happens to values that you have edited since the import.', 'igny8' ) ),
					'dry_run' => array( 'type' => 'boolean', 'default' => false, 'description' => __( 'Only say what would be put back.', 'igny8' ) ),
				),
			),
			output: array( 'type' => 'object' ),
			run: fn( array $input ) => $this->on_rollback( $input ),
			is_destructive: true,
			positional: array( 'source' ),
			has_progress: true,
		);
	}

	/**
	 * @param array{source: string, edited: string, dry_run: bool} $input
	 * @return array<string, mixed>|\WP_Error
	 */
	private function on_rollback( array $input ): array|\WP_Error {
		if ( in_array( State::of( $input['source'] )['status'], array( 'none', 'rolled_back' ), true ) && 0 === ( new JournalTable() )->count( array( 'source' => $input['source'] ) ) ) {
			return new \WP_Error( 'import_nothing', __( 'Nothing was imported from this plugin, or it is rolled back already.', 'igny8' ), array( 'status' => 404 ) );
		}
		$input['dry_run'] || Continuation::forget( 'import.run' ); // An import under way would write again what goes back.
		$rollback = new Rollback( $this->plugin, $input['source'] );
		return $input['dry_run'] ? $rollback->preview() : $rollback->step( 'restore' === $input['edited'] );
	}

	/**
	 * @param array{source: string, existing: string, parts: list<string>} $input
	 * @return array<string, mixed>|\WP_Error
	 */
	private function on_run( array $input ): array|\WP_Error {
		$source = Sources::get( $input['source'] );
		if ( 0 === array_sum( $source->counts() ) ) {
			/* translators: %s: name of a plugin. */
			return new \WP_Error( 'import_nothing', sprintf( __( 'There is nothing of %s in this site. Look at what there is: wp igny8 import detect', 'igny8' ), $source->name() ), array( 'status' => 404 ) );
		}
		return Result::of( $source->slug(), ( new Run( $this->plugin ) )->step( $source, $input['existing'], $input['parts'] ) );
	}

	/**
	 * @return array<string, mixed>
	 */
	private static function existing(): array {
		return array( 'type' => 'string', 'enum' => array( 'keep', 'overwrite' ), 'default' => 'keep', 'description' => __( 'What happens to different values that you have here already.', 'igny8' ) );
	}

	/**
	 * @return array<string, mixed>
	 */
	private static function source(): array {
		return array( 'type' => 'string', 'enum' => array_keys( Sources::ALL ), 'required' => true, 'description' => __( 'The plugin to come from; import detect lists them.', 'igny8' ) );
	}
}
