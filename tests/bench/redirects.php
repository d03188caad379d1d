<?php
/**
 * Rules for a bench, and what a lookup among them takes: `wp eval-file redirects.php fill|ours|theirs [<exact> <prefix> <regex>]`.
 *
 * The same rules for IGNY8 and for Redirection, whose prefixes are regular expressions. Times are CPU µs of one lookup in a
 * warm process; `first` is the first lookup of the process.
 */

use Igny8\Modules\Redirects\Matcher;
use Igny8\Modules\Redirects\Path;
use Igny8\Modules\Redirects\Rules;
use Igny8\Modules\Redirects\RulesTable;
use Igny8\Modules\Redirects\Visit;

const BENCH_LOOKUPS = 300;

/**
 * @return array<string, list<string>> Kind → addresses that are asked for.
 */
function bench_addresses( int $exact ): array {
	$addresses = array( 'hit exact' => array(), 'hit prefix' => array(), 'hit regex' => array(), 'miss' => array() );
	for ( $at = 0; $at < BENCH_LOOKUPS; $at++ ) {
		$addresses['hit exact'][]  = '/archive/' . ( $at % 40 ) . '/old-page-' . ( ( $at * 149 ) % $exact ) . '/';
		$addresses['hit prefix'][] = '/folder-' . ( ( $at * 17 ) % 4900 ) . '/deep/page-' . $at;
		$addresses['hit regex'][]  = '/made-' . ( $at % 100 ) . '/2024/item-' . $at;
		$addresses['miss'][]       = '/nothing/here/at-all/' . $at;
	}
	return $addresses;
}

/**
 * CPU time of this process so far, in µs.
 */
function bench_now_us(): float {
	$usage = getrusage();
	return ( $usage['ru_utime.tv_sec'] + $usage['ru_stime.tv_sec'] ) * 1e6 + $usage['ru_utime.tv_usec'] + $usage['ru_stime.tv_usec'];
}

/**
 * @param callable(string): bool $lookup
 * @return array<string, array<string, float>>
 */
function bench_measure( callable $lookup, int $exact, int $lookups = BENCH_LOOKUPS ): array {
	global $wpdb;
	$figures = array();
	$began   = hrtime( true );
	$lookup( '/first/lookup/of-all' );
	$first = ( hrtime( true ) - $began ) / 1000;
	foreach ( bench_addresses( $exact ) as $kind => $addresses ) {
		$addresses = array_slice( $addresses, 0, $lookups );
		$queries = $wpdb->num_queries;
		$cpu     = bench_now_us();
		$began   = hrtime( true );
		$hits    = count( array_filter( $addresses, $lookup ) );
		$figures[ $kind ] = array( 'cpu_us' => ( bench_now_us() - $cpu ) / $lookups, 'us' => ( hrtime( true ) - $began ) / 1000 / $lookups, 'queries' => ( $wpdb->num_queries - $queries ) / $lookups, 'hits' => $hits / $lookups, 'first_us' => $first );
	}
	return $figures;
}

list( $bench_act, $bench_exact, $bench_prefix, $bench_regex ) = $args + array( '', 45000, 4900, 100 );

if ( 'fill' === $bench_act ) {
	$bench_rules = array();
	for ( $at = 0; $at < $bench_exact; $at++ ) {
		$bench_rules[] = array( 'source' => '/archive/' . ( $at % 40 ) . "/old-page-{$at}", 'target' => "/new-page-{$at}" );
	}
	// Those that are asked for come with every folder number below 40, whatever their own.
	for ( $at = 0; $at < BENCH_LOOKUPS; $at++ ) {
		$bench_rules[] = array( 'source' => bench_addresses( (int) $bench_exact )['hit exact'][ $at ], 'target' => '/new' );
	}
	for ( $at = 0; $at < $bench_prefix; $at++ ) {
		$bench_rules[] = array( 'match' => 'prefix', 'source' => "/folder-{$at}", 'target' => "/new-folder-{$at}" );
	}
	for ( $at = 0; $at < $bench_regex; $at++ ) {
		$bench_rules[] = array( 'match' => 'regex', 'source' => "/made-{$at}/(\\d{4})/(.+?)/?\$", 'target' => '/new/$2' );
	}
	$bench_began = microtime( true );
	foreach ( array_chunk( $bench_rules, 1000 ) as $bench_chunk ) {
		( new Rules() )->import( $bench_chunk, 'bench', 'bench' );
	}
	echo wp_json_encode( array( 'rules' => ( new RulesTable() )->count(), 'seconds' => microtime( true ) - $bench_began ) );
}

if ( 'theirs-fill' === $bench_act ) {
	global $wpdb;
	$bench_rows = array();
	$bench_add  = static function ( string $url, string $match, int $regex, string $target ) use ( &$bench_rows, $wpdb ): void {
		$bench_rows[] = $wpdb->prepare( '( %s, %s, %s, %d, 0, 1, %s, %s, 301, %s, %s )', $url, $match, '{"source":{"flag_query":"exact","flag_case":true,"flag_trailing":true,"flag_regex":' . ( $regex ? 'true' : 'false' ) . '}}', $regex, 'enabled', 'url', $target, 'url' );
		if ( count( $bench_rows ) >= 500 ) {
			$wpdb->query( "INSERT INTO {$wpdb->prefix}redirection_items ( url, match_url, match_data, regex, position, group_id, status, action_type, action_code, action_data, match_type ) VALUES " . implode( ', ', $bench_rows ) ); // phpcs:ignore WordPress.DB.PreparedSQL
			$bench_rows = array();
		}
	};
	foreach ( ( new RulesTable() )->after( 0, 100000 ) as $bench_rule ) {
		$bench_source = rtrim( $bench_rule['source'], '/' );
		'exact' === $bench_rule['match_type'] ? $bench_add( $bench_source, $bench_source, 0, $bench_rule['target'] ) : $bench_add( 'prefix' === $bench_rule['match_type'] ? "^{$bench_source}/(.*)" : $bench_rule['source'], 'regex', 1, $bench_rule['target'] );
	}
	for ( $at = 0; $at < 500 && array() !== $bench_rows; $at++ ) {
		$bench_add( "/pad-{$at}", "/pad-{$at}", 0, '/pad' ); // Fills the last statement.
	}
	echo wp_json_encode( array( 'rules' => (int) $wpdb->get_var( "SELECT COUNT(*) FROM {$wpdb->prefix}redirection_items" ) ) );
}

if ( 'ours' === $bench_act ) {
	$bench_matcher = new Matcher( new RulesTable(), Igny8\Modules\Redirects\Module::DEFAULTS['ignored_parameters'] );
	echo wp_json_encode( bench_measure( static fn( string $url ) => null !== $bench_matcher->find( new Visit( Path::of( $url ) ) ), (int) $bench_exact ) );
}

if ( 'theirs' === $bench_act ) {
	// As its module for WordPress does it at every request.
	echo wp_json_encode(
		bench_measure(
			static function ( string $url ): bool {
				foreach ( Red_Item::get_for_url( $url ) as $item ) {
					if ( $item->get_match( $url, $url ) ) {
						return true;
					}
				}
				return false;
			},
			(int) $bench_exact,
			15 // It reads all expressions each time: 300 take minutes.
		)
	);
}
