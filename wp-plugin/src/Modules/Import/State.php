<?php
/**
 * How far each import is: the option `igny8_import`, one entry per source.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Import;

/**
 * Stored after each batch; a batch that is done twice changes nothing.
 */
final class State {

	public const OPTION = 'igny8_import';

	/**
	 * What an import takes along, in this order: settings first, so that heads are right while posts come in.
	 */
	public const PARTS = array( 'settings', 'posts', 'terms', 'authors', 'redirects' );

	private const NOTHING = array(
		'status'      => 'none', // none, running, done, rolling_back, rolled_back.
		'part'        => '',
		'after'       => 0,
		'done'        => 0,
		'total'       => 0,
		'parts'       => array(),
		'existing'    => 'keep',
		'counts'      => array(),
		'notes'       => array(),
		'edited'      => array(),
		'deactivated' => array(),
		'version'     => '',
		'started_at'  => '',
		'finished_at' => '',
	);

	/**
	 * @return array<string, mixed> As NOTHING.
	 */
	public static function of( string $source ): array {
		return (array) ( self::all()[ $source ] ?? array() ) + self::NOTHING;
	}

	/**
	 * Changes some values of a source's entry.
	 *
	 * @param array<string, mixed> $values
	 * @return array<string, mixed> The entry.
	 */
	public static function store( string $source, array $values ): array {
		$all            = self::all();
		$all[ $source ] = $values + ( $all[ $source ] ?? self::NOTHING );
		update_option( self::OPTION, $all, false );
		return $all[ $source ] + self::NOTHING;
	}

	/**
	 * Begins anew; what was deactivated is remembered.
	 *
	 * @param array<string, mixed> $values
	 * @return array<string, mixed>
	 */
	public static function begin( string $source, array $values ): array {
		return self::store( $source, $values + array( 'deactivated' => self::of( $source )['deactivated'] ) + self::NOTHING );
	}

	/**
	 * @return array<string, array<string, mixed>>
	 */
	private static function all(): array {
		return array_filter( (array) get_option( self::OPTION, array() ), 'is_array' );
	}
}
