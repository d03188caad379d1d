<?php
/**
 * Times the list of titles and meta: `wp eval-file bulk.php` prints milliseconds as JSON, best of three.
 */

$plugin = \Igny8\Plugin::instance();
$call   = static function ( string $name, array $input = array() ) use ( $plugin ): array {
	$result = $plugin->call( $plugin->operations()[ $name ], $input );
	if ( is_wp_error( $result ) ) {
		throw new \RuntimeException( $result->get_error_message() );
	}
	return $result;
};
$time   = static function ( callable $work ): float {
	$times = array();
	for ( $round = 0; $round < 3; $round++ ) {
		wp_cache_flush_runtime();
		$start = hrtime( true );
		$work();
		$times[] = ( hrtime( true ) - $start ) / 1e6;
	}
	return round( min( $times ), 1 );
};

$start = hrtime( true );
do {
	$step = $call( 'seo-meta.survey' );
	wp_cache_flush_runtime();
} while ( $step['remaining'] > 0 );
$figures = array( 'survey_s' => round( ( hrtime( true ) - $start ) / 1e9, 1 ), 'pages' => $step['total'] );

$lists = array(
	'first page'            => array(),
	'last page, by name'    => array( 'orderby' => 'name', 'order' => 'asc', 'page' => max( 1, intdiv( $step['total'], 20 ) - 2 ) ),
	'longest titles'        => array( 'orderby' => 'title' ),
	'duplicate titles'      => array( 'problem' => array( 'title_duplicate' ) ),
	'no description'        => array( 'problem' => array( 'description_missing' ) ),
	'search of a word'      => array( 'search' => 'number 777' ),
	'one category'          => array( 'term' => array( (int) get_terms( array( 'taxonomy' => 'category', 'number' => 1, 'orderby' => 'count', 'order' => 'DESC', 'fields' => 'ids' ) )[0] ) ),
	'has its own title'     => array( 'has' => array( 'title' ) ),
);
foreach ( $lists as $name => $input ) {
	$figures[ $name ] = $time( static fn() => $call( 'seo-meta.list', $input ) );
}
$figures['summary, counted']    = $time(
	static function () use ( $call ): void {
		delete_transient( \Igny8\Modules\SeoMeta\Survey\Survey::SUMMARY );
		$call( 'seo-meta.summary' );
	}
);
$figures['summary, remembered'] = $time( static fn() => $call( 'seo-meta.summary' ) );
$figures['preview of all']      = $time( static fn() => $call( 'seo-meta.bulk', array( 'field' => 'title', 'action' => 'append', 'value' => ' x', 'dry_run' => true ) ) );

$start = hrtime( true );
$memory = memory_get_usage();
$ids    = array_column( $call( 'seo-meta.list', array( 'per_page' => 100 ) )['pages'], 'id' );
for ( $round = 0; $round < 10; $round++ ) {
	$batch = $call( 'seo-meta.bulk', array( 'ids' => $ids, 'field' => 'title', 'value' => "Title {$round} {id}" ) );
}
$figures['1,000 changes_s'] = round( ( hrtime( true ) - $start ) / 1e9, 1 );
$csv                        = $call( 'seo-meta.export', array( 'limit' => 10000 ) )['csv'];
$start                      = hrtime( true );
define( 'BENCH_ROWS', 2000 );
$lines                      = explode( "\r\n", $csv );
memory_reset_peak_usage();
$before  = memory_get_usage();
for ( $at = 1; $at < min( 10000, count( $lines ) - 1 ); $at += BENCH_ROWS ) {
	$call( 'seo-meta.import', array( 'text' => implode( "\r\n", array( $lines[0], ...array_slice( $lines, $at, BENCH_ROWS ) ) ), 'dry_run' => true ) );
}
$figures['preview of 10,000 CSV rows_s'] = round( ( hrtime( true ) - $start ) / 1e9, 1 );
$figures['its memory_mb']                = round( ( memory_get_peak_usage() - $before ) / 1048576, 1 );
echo wp_json_encode( $figures );
