<?php
/**
 * A progress bar on STDERR, so that STDOUT stays clean for pipes and `--format=json`.
 *
 * @package Igny8
 */

namespace Igny8\Cli;

/**
 * On a terminal one line that is redrawn; elsewhere a line per quarter, so that logs show life without flooding.
 */
final class Progress {

	private const WIDTH = 30; // Characters of the bar: leaves room for label and figures in 80 columns.

	private readonly bool $is_terminal;

	private int $shown = -1;

	public function __construct( private readonly string $label ) {
		$this->is_terminal = stream_isatty( STDERR );
	}

	public function show( int $done, int $total ): void {
		$share = $total > 0 ? min( 1.0, $done / $total ) : 0.0;
		$step  = $this->is_terminal ? $done : (int) floor( $share * 4 );
		if ( $total < 2 || $step === $this->shown || ( ! $this->is_terminal && 0 === $step ) ) {
			return;
		}
		$this->shown = $step;
		$filled      = (int) round( $share * self::WIDTH );
		$bar         = str_repeat( '#', $filled ) . str_repeat( '.', self::WIDTH - $filled );
		$this->write( ( $this->is_terminal ? "\r" : '' ) . sprintf( '%-28s [%s] %d/%d', $this->label, $bar, $done, $total ) . ( $this->is_terminal ? '' : "\n" ) );
	}

	public function finish(): void {
		$this->is_terminal && $this->shown >= 0 && $this->write( "\n" );
		$this->shown = -1;
	}

	private function write( string $text ): void {
		fwrite( STDERR, $text ); // phpcs:ignore WordPress.WP.AlternativeFunctions -- A terminal, not a file.
	}
}
