<?php
/**
 * Brings the rules of a file in, step by step: left and gone on with, killed and started again, undone.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Redirects;

use Igny8\Modules\Redirects\Formats\Formats;

/**
 * The file is kept, packed, in one option until its last step, so that a browser sends it once. Every rule carries the
 * run's batch: a step that is repeated finds what it has written, and undoing finds it too.
 */
final class ImportRun {

	public const OPTION = 'igny8_redirects_import';

	private const STEP_S = 4.0;

	private const CHUNK = 250;

	private const SHOWN = 50; // Problems a step tells in full; counts tell about all.

	public function __construct( private readonly Rules $rules ) {}

	/**
	 * Keeps a file for run(), and says by which id.
	 */
	public function keep( string $text, string $format, bool $is_replacing, string $group ): string {
		$format = 'auto' === $format ? Formats::guess( $text ) : $format;
		$id     = md5( "{$format}\n{$is_replacing}\n{$group}\n{$text}" );
		$state  = self::state();
		if ( $id !== ( $state['id'] ?? '' ) || isset( $state['finished'] ) ) {
			update_option( self::OPTION, array( 'id' => $id, 'format' => $format, 'is_replacing' => $is_replacing, 'group' => $group, 'after' => 0, 'batch' => 'file-' . substr( $id, 0, 16 ) . '-' . time(), 'packed' => base64_encode( (string) gzdeflate( $text ) ) ), false ); // phpcs:ignore WordPress.PHP.DiscouragedPHPFunctions -- An option holds text, not bytes.
		}
		return $id;
	}

	/**
	 * What a file holds and what would become of it. Nothing is kept.
	 *
	 * @return array<string, mixed>
	 */
	public function preview( string $text, string $format, bool $is_replacing, string $group ): array {
		$format = 'auto' === $format ? Formats::guess( $text ) : $format;
		$parsed = Formats::read( $format, $text );
		$result = array( 'added' => 0, 'updated' => 0, 'same' => 0, 'skipped' => count( $parsed['problems'] ), 'problems' => $parsed['problems'] );
		foreach ( array_chunk( $parsed['rules'], self::CHUNK, true ) as $chunk ) {
			$result = $this->sum( $result, $this->rules->import( self::grouped( $chunk, $group, false ), 'file', '', $is_replacing, true ), $chunk );
		}
		$sample = array_slice( $parsed['rules'], 0, self::SHOWN, true );
		return array( 'problems' => array_slice( $result['problems'], 0, self::SHOWN ) ) + $result + array(
			'format' => $format,
			'rules'  => array_map( static fn( array $rule, int $line ) => array( 'line' => $line, 'source' => (string) $rule['source'], 'target' => (string) ( $rule['target'] ?? '' ), 'code' => (int) ( $rule['code'] ?? 301 ), 'match' => $rule['match'] ?? 'exact' ), $sample, array_keys( $sample ) ),
			'total'  => count( $parsed['rules'] ) + count( $parsed['problems'] ),
		);
	}

	/**
	 * One bounded step.
	 *
	 * @return array<string, mixed>|\WP_Error
	 */
	public function step( string $id ): array|\WP_Error {
		$state = self::state();
		if ( $id !== ( $state['id'] ?? '' ) ) {
			return new \WP_Error( 'import_missing', __( 'The file of this import is not here any more. Choose it again.', 'igny8' ), array( 'status' => 404 ) );
		}
		$done = array( 'added' => 0, 'updated' => 0, 'same' => 0, 'skipped' => 0, 'problems' => array() );
		if ( isset( $state['finished'] ) ) {
			return $done + array( 'batch' => $state['batch'], 'done' => $state['finished'], 'total' => $state['finished'], 'remaining' => 0 );
		}
		$parsed = Formats::read( $state['format'], (string) gzinflate( (string) base64_decode( $state['packed'], true ) ) ); // phpcs:ignore WordPress.PHP.DiscouragedPHPFunctions -- Packed by keep().
		$done   = 0 === $state['after'] ? array( 'skipped' => count( $parsed['problems'] ), 'problems' => $parsed['problems'] ) + $done : $done;
		$lines  = array_keys( $parsed['rules'] );
		$at     = count( array_filter( $lines, static fn( int $line ) => $line <= $state['after'] ) );
		$until  = microtime( true ) + self::STEP_S;
		0 === $at && $this->rules->changes->count( array( 'batch' => $state['batch'] ) ) === 0 && $this->rules->changes->note( 'import', sprintf( /* translators: %s: number of redirects. */ __( 'File with %s redirects', 'igny8' ), number_format_i18n( count( $lines ) ) ), array(), array(), $state['batch'] );
		while ( $at < count( $lines ) && microtime( true ) < $until ) {
			$chunk          = array_slice( $parsed['rules'], $at, self::CHUNK, true );
			$done           = $this->sum( $done, $this->rules->import( self::grouped( $chunk, $state['group'], true ), 'file', $state['batch'], $state['is_replacing'] ), $chunk );
			$at            += count( $chunk );
			$state['after'] = (int) array_key_last( $chunk );
			update_option( self::OPTION, $state, false ); // After the rules are there: a repeated chunk finds them.
		}
		$remaining = count( $lines ) - $at;
		if ( 0 === $remaining ) {
			update_option( self::OPTION, array( 'id' => $id, 'batch' => $state['batch'], 'finished' => count( $lines ) ), false );
			$this->rules->refresh_always();
		}
		return array( 'problems' => array_slice( $done['problems'], 0, self::SHOWN ) ) + $done + array( 'batch' => $state['batch'], 'done' => $at, 'total' => count( $lines ), 'remaining' => $remaining );
	}

	/**
	 * @return array<string, mixed>
	 */
	private static function state(): array {
		wp_cache_delete( self::OPTION, 'options' ); // Another process may have gone on.
		return (array) get_option( self::OPTION, array() );
	}

	/**
	 * @param array<string, mixed>             $sum
	 * @param array<string, mixed>             $step
	 * @param array<int, array<string, mixed>> $chunk
	 * @return array<string, mixed>
	 */
	private function sum( array $sum, array $step, array $chunk ): array {
		foreach ( array( 'added', 'updated', 'same' ) as $name ) {
			$sum[ $name ] += $step[ $name ];
		}
		$sum['skipped'] += count( $step['skipped'] );
		foreach ( $step['skipped'] as $skipped ) {
			$sum['problems'][] = array( 'line' => $skipped['row'], 'text' => mb_substr( $skipped['source'], 0, 200 ), 'reason' => $skipped['reason'] );
		}
		return $sum;
	}

	/**
	 * @param array<int, array<string, mixed>> $rules
	 * @param bool                             $makes Whether groups that are new are made.
	 * @return array<int, array<string, mixed>>
	 */
	private static function grouped( array $rules, string $group, bool $makes ): array {
		return array_map( static fn( array $rule ) => array( 'group' => $makes ? ( '' === $group ? (string) ( $rule['group'] ?? '' ) : $group ) : '' ) + $rule, $rules );
	}
}
