<?php
/**
 * Plugin Name: Bench probe
 * Description: Ends a page that asks for it (X-Bench) with what it cost, and leaves IGNY8 out of `X-Bench: without`.
 *
 * `X-Bench-Files: 1` names the files that were read, too.
 */

if ( ! isset( $_SERVER['HTTP_X_BENCH'] ) ) {
	return;
}

if ( 'without' === $_SERVER['HTTP_X_BENCH'] ) {
	add_filter( 'option_active_plugins', static fn( array $plugins ) => array_values( array_diff( $plugins, array( 'igny8/igny8.php' ) ) ) );
}

/**
 * CPU time of this process so far, in µs.
 */
function igny8_bench_cpu_us(): float {
	$usage = getrusage();
	return ( $usage['ru_utime.tv_sec'] + $usage['ru_stime.tv_sec'] ) * 1e6 + $usage['ru_utime.tv_usec'] + $usage['ru_stime.tv_usec'];
}

$igny8_bench_started_us = igny8_bench_cpu_us();

register_shutdown_function(
	static function () use ( $igny8_bench_started_us ): void {
		$figures = array(
			'cpu_us'  => igny8_bench_cpu_us() - $igny8_bench_started_us,
			'queries' => get_num_queries(),
			'files'   => count( get_included_files() ),
			'memory'  => memory_get_peak_usage(),
		);
		$figures['php_bytes'] = array_sum( array_map( 'filesize', get_included_files() ) );
		if ( isset( $_SERVER['HTTP_X_BENCH_FILES'] ) ) {
			$figures['names'] = get_included_files();
		}
		echo '<!--bench ' . wp_json_encode( $figures ) . '-->';
	}
);
