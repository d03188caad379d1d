<?php
/**
 * What the setup wizard holds: one record of the site, saved at every step, whoever sits before it.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Blueprint;

/**
 * The record is the option `igny8_wizard`; the keyword list, up to a megabyte, is an option of its own. Neither is
 * autoloaded. Without a record the wizard begins with what the newest version was made from, or with the site.
 * States: `new` (nothing saved), `open`, `planned` (its version is stored but not applied yet).
 */
final class Wizard {

	public const OPTION   = 'igny8_wizard';
	public const KEYWORDS = 'igny8_wizard_keywords';

	public const STEPS = array( 'welcome', 'site', 'structure', 'connect', 'keywords', 'finish' );

	/**
	 * What goes into a blueprint; the rest of the record is about the wizard itself.
	 */
	private const WISHES = array( 'site_name', 'site_type', 'locale', 'facts', 'edits' );

	public function __construct( private readonly BlueprintsTable $blueprints ) {}

	/**
	 * The record as screens and commands get it, without the keyword list itself.
	 *
	 * @return array<string, mixed>
	 */
	public function read(): array {
		$stored = $this->stored();
		$record = array_merge( $this->beginning(), $stored );
		return array( 'state' => array() === $stored ? 'new' : ( isset( $stored['version'] ) ? 'planned' : 'open' ) ) + $record + array(
			'version'    => 0,
			'updated_at' => null,
		);
	}

	/**
	 * Changes what is given and keeps the rest. A record that had led to a version is open again.
	 *
	 * @param array<string, mixed> $change
	 * @return array<string, mixed> As read().
	 */
	public function save( array $change ): array {
		$stored = array_merge( array() === $this->stored() ? $this->beginning() : $this->stored(), $change, array( 'updated_at' => gmdate( 'Y-m-d\TH:i:s\Z' ) ) );
		if ( array_intersect_key( $change, array_flip( array( 'sectors', 'keywords', ...self::WISHES ) ) ) ) {
			unset( $stored['version'] );
		}
		update_option( self::OPTION, $stored, false );
		return $this->read();
	}

	/**
	 * Keeps a keyword list, or none, and what it is in the record.
	 *
	 * @param list<array<string, mixed>>                                               $keywords
	 * @param array{name: string, format: string, count: int, skipped: int} $summary
	 * @return array<string, mixed> As read().
	 */
	public function save_keywords( array $keywords, array $summary ): array {
		update_option( self::KEYWORDS, $keywords, false );
		return $this->save( array( 'keywords' => $summary ) );
	}

	/**
	 * The record's part of the input of `blueprint.create`.
	 *
	 * @return array<string, mixed>
	 */
	public function create_input(): array {
		$record = $this->read();
		return array_intersect_key( $record, array_flip( self::WISHES ) ) + array(
			'sectors'  => array_column( $record['sectors'], 'slug' ),
			'keywords' => $this->keywords(),
		);
	}

	/**
	 * Notes the version that was made from the record, until it is applied.
	 */
	public function planned( int $version ): void {
		$record = array( 'version' => $version, 'step' => 'finish' ) + $this->read();
		unset( $record['state'] );
		update_option( self::OPTION, $record, false );
	}

	/**
	 * Forgets what was entered; the next opening begins anew.
	 */
	public function forget(): void {
		delete_option( self::OPTION );
		delete_option( self::KEYWORDS );
	}

	/**
	 * Its version was applied, or a later one: there is nothing to come back to.
	 */
	public function applied( int $version ): void {
		$planned = $this->stored()['version'] ?? 0;
		if ( $planned > 0 && $planned <= $version ) {
			$this->forget();
		}
	}

	/**
	 * @return list<array<string, mixed>> The owner's list, or the newest version's.
	 */
	private function keywords(): array {
		$own = get_option( self::KEYWORDS, null );
		return is_array( $own ) ? $own : ( $this->blueprints->newest_input()['keywords'] ?? array() );
	}

	/**
	 * @return array<string, mixed>
	 */
	private function stored(): array {
		$stored = get_option( self::OPTION, array() );
		return is_array( $stored ) ? $stored : array();
	}

	/**
	 * @return array<string, mixed>
	 */
	private function beginning(): array {
		$newest   = $this->blueprints->newest();
		$document = null === $newest ? array() : (array) $this->blueprints->document( $newest['version'] );
		$input    = null === $newest ? array() : $this->blueprints->newest_input();
		$keywords = $input['keywords'] ?? array();
		return array(
			'step'      => 'welcome',
			'mode'      => 'quick',
			'skipped'   => array(),
			'words'     => '',
			'site_name' => $document['site_name'] ?? Create::site_name(),
			'locale'    => $document['locale'] ?? Create::locale(),
			'site_type' => $document['site_type'] ?? '',
			'industry'  => '',
			'sectors'   => array_map( static fn( array $sector ) => array( 'slug' => $sector['slug'], 'name' => $sector['name'] ), $document['sectors'] ?? array() ),
			'facts'     => ( $document['facts'] ?? array() ) + array_fill_keys( array_keys( CreateInput::FACTS ), array() ),
			'edits'     => $input['edits'] ?? array(),
			'keywords'  => array( 'name' => '', 'format' => '', 'count' => count( $keywords ), 'skipped' => 0 ),
		);
	}
}
