<?php
/**
 * Counts how often rules fire, without a write each time.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Redirects;

/**
 * With a persistent object cache, hits gather there and go to the table at most every FLUSH_S seconds a rule; what the
 * cache drops in between is lost, otherwise the count is exact. Without one, the first EXACT hits are written each, and
 * from then on one in hits/EXACT, which adds as many: a rule with 1,000,000 hits was written some 680 times, and its
 * count is off by 1/√(2·EXACT) ≈ 9 % (standard deviation, Morris 1978). The day of the last hit is exact either way.
 */
final class Hits {

	private const EXACT = 64;

	private const FLUSH_S = 300;

	private const CACHE = 'igny8_redirect_hits';

	/**
	 * @param array<string, mixed> $rule As Matcher::find() gives it, with the count so far.
	 */
	public static function count( array $rule ): void {
		$id    = (int) $rule['id'];
		$day   = gmdate( 'Y-m-d' );
		$hits  = wp_using_ext_object_cache() ? self::gathered( $id ) : self::sampled( (int) $rule['hits'] );
		$hits  = 0 === $hits && $rule['last_hit_on'] !== $day && ! wp_using_ext_object_cache() ? 1 : $hits;
		$table = new RulesTable();
		0 === $hits || add_action( 'shutdown', static fn() => $table->count_hits( $id, $hits, $day ) ); // After the redirect is out.
	}

	/**
	 * Hits that are in the object cache only.
	 *
	 * @param list<int> $ids
	 * @return array<int, int>
	 */
	public static function pending( array $ids ): array {
		return wp_using_ext_object_cache() ? array_map( 'intval', array_combine( $ids, array_map( static fn( int $id ) => wp_cache_get( "hits_{$id}", self::CACHE ), $ids ) ) ) : array();
	}

	/**
	 * What one hit adds to a count: 0 most of the time once it is large.
	 */
	public static function sampled( int $hits ): int {
		$weight = max( 1, intdiv( $hits, self::EXACT ) );
		return 1 === $weight || 1 === wp_rand( 1, $weight ) ? $weight : 0;
	}

	/**
	 * Hits to write now: all that have gathered, when FLUSH_S have passed since the last write.
	 */
	private static function gathered( int $id ): int {
		wp_cache_add( "hits_{$id}", 0, self::CACHE );
		$hits = (int) wp_cache_incr( "hits_{$id}", 1, self::CACHE );
		if ( ! wp_cache_add( "flushed_{$id}", 1, self::CACHE, self::FLUSH_S ) ) {
			return 0;
		}
		wp_cache_decr( "hits_{$id}", $hits, self::CACHE );
		return $hits;
	}
}
