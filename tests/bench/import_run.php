<?php
/**
 * Runs an operation of the import to its end and prints what it took: `wp eval-file import_run.php import.run yoast`.
 *
 * @package Igny8
 */

// phpcs:disable WordPress.NamingConventions.PrefixAllGlobals -- A bench.

list( $name, $source ) = $args;
$plugin    = Igny8\Plugin::instance();
$operation = $plugin->operations()[ $name ];
$queries   = $GLOBALS['wpdb']->num_queries;
$start     = microtime( true );
$cpu       = static fn(): float => array_sum( array( getrusage()['ru_utime.tv_sec'], getrusage()['ru_stime.tv_sec'] ) ) + ( getrusage()['ru_utime.tv_usec'] + getrusage()['ru_stime.tv_usec'] ) / 1e6;
$before    = $cpu();
$steps     = 0;
memory_reset_peak_usage();
do {
	$result = $plugin->call( $operation, array( 'source' => $source ) );
	++$steps;
	wp_cache_flush_runtime();
} while ( ! is_wp_error( $result ) && $result['remaining'] > 0 );
echo wp_json_encode(
	array(
		'seconds' => microtime( true ) - $start,
		'cpu'     => $cpu() - $before,
		'queries' => $GLOBALS['wpdb']->num_queries - $queries,
		'steps'   => $steps,
		'peak_mb' => memory_get_peak_usage() / 1048576,
		'result'  => is_wp_error( $result ) ? $result->get_error_message() : ( $result['counts'] ?? $result['restored'] ),
	)
);
