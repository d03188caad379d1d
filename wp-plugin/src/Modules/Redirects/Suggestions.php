<?php
/**
 * Guesses which page somebody wanted who asked for an address that is not there.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Redirects;

// phpcs:disable WordPress.DB.DirectDatabaseQuery -- Ranges of an index that WordPress' own functions cannot ask for; a few rows, asked for on the owner's screen only.

/**
 * Candidates come from ranges of the indexes on slugs (the words of the address, its beginning, its neighbours in the
 * alphabet) and from numbers in it: some 20 short lookups, whatever the number of posts. They are ranked by the words
 * and the three-letter pieces they share with the address (Dice's coefficient of each, 60 and 40 per cent).
 */
final class Suggestions {

	private const LEAST = 0.34; // Below this, on samples, most suggestions were wrong.

	private const PER_RANGE = 25; // Rows of each lookup.

	private const WORDS = 6; // Words of an address that are looked up.

	/**
	 * @return list<array{type: string, id: int, title: string, url: string, score: float}> Best first, at most $limit.
	 */
	public function of( string $address, int $limit = 3 ): array {
		$path     = strtolower( remove_accents( explode( '?', Path::normal( $address ), 2 )[0] ) );
		$segments = array_values( array_filter( explode( '/', strtr( (string) preg_replace( '/\.(?:html?|php|aspx?)\/?$/', '', $path ), '_+ ', '---' ) ), 'strlen' ) );
		$slug     = sanitize_title( (string) end( $segments ) );
		if ( strlen( $slug ) < 2 ) {
			return array();
		}
		$ranked = array();
		foreach ( $this->candidates( $slug, $segments ) as $key => $candidate ) {
			$score = self::likeness( $slug, $candidate['slug'] ) + ( in_array( $candidate['slug'], $segments, true ) && $candidate['slug'] !== $slug ? 0.1 : 0 );
			if ( $score >= self::LEAST ) {
				$ranked[ $key ] = array( 'score' => round( min( 1, $score ), 2 ) ) + $candidate;
			}
		}
		uasort( $ranked, static fn( array $a, array $b ) => array( $b['score'], $a['id'] ) <=> array( $a['score'], $b['id'] ) );
		return array_values( array_filter( array_map( array( self::class, 'shown' ), array_slice( $ranked, 0, $limit ) ) ) );
	}

	/**
	 * How alike two slugs are, 0 to 1.
	 */
	public static function likeness( string $a, string $b ): float {
		if ( $a === $b ) {
			return 1.0;
		}
		$words  = static fn( string $slug ) => array_unique( array_map( static fn( string $word ) => rtrim( $word, 's' ), self::words( $slug ) ) );
		$pieces = static fn( string $slug ) => array_unique( array_map( static fn( int $at ) => substr( " {$slug} ", $at, 3 ), range( 0, max( 0, strlen( $slug ) - 1 ) ) ) );
		$shared = self::dice( $pieces( $a ), $pieces( $b ) );
		return max( 0.6 * self::dice( $words( $a ), $words( $b ) ) + 0.4 * $shared, 0.7 * $shared ); // One long word, spelt otherwise, shares no word at all.
	}

	/**
	 * @param list<string> $segments
	 * @return array<string, array{type: string, id: int, slug: string, title: string}>
	 */
	private function candidates( string $slug, array $segments ): array {
		$starts = array( $slug, substr( $slug, 0, (int) ( strlen( $slug ) / 2 ) ), implode( '-', array_slice( explode( '-', $slug ), 0, 2 ) ) );
		$starts = array_merge( $starts, array_slice( self::words( $slug ), 0, self::WORDS ), array_map( static fn( string $word ) => substr( $word, 0, 4 ), array_slice( self::words( $slug ), 0, 2 ) ) );
		$starts = array_unique( array_filter( $starts, static fn( string $start ) => strlen( $start ) >= 3 ) );
		$found  = array();
		foreach ( $starts as $start ) {
			$found += $this->posts( 'post_name LIKE %s ORDER BY post_name', $this->start( $start ) );
			$found += $this->terms( 't.slug LIKE %s ORDER BY t.slug', $this->start( $start ) );
		}
		$found += $this->posts( 'post_name >= %s ORDER BY post_name', $slug ) + $this->posts( 'post_name < %s ORDER BY post_name DESC', $slug );
		foreach ( array_slice( $segments, 0, -1 ) as $segment ) {
			$found += $this->terms( 't.slug = %s ORDER BY t.slug', sanitize_title( $segment ) );
		}
		return $found;
	}

	/**
	 * @return array<string, array{type: string, id: int, slug: string, title: string}>
	 */
	private function posts( string $condition, string $value ): array {
		global $wpdb;
		$types = array_values( array_diff( get_post_types( array( 'public' => true ) ), array( 'attachment' ) ) );
		$marks = implode( ', ', array_fill( 0, count( $types ), '%s' ) );
		// The range first, by the index on post_name; status and type are compared on the rows it gives.
		$rows = $wpdb->get_results( $wpdb->prepare( "SELECT ID, post_name, post_title FROM ( SELECT ID, post_name, post_title, post_status, post_type FROM %i WHERE {$condition} LIMIT %d ) found WHERE post_status = 'publish' AND post_type IN ( {$marks} )", ...array( $wpdb->posts, $value, self::PER_RANGE * 4, ...$types ) ) ); // phpcs:ignore WordPress.DB.PreparedSQL, WordPress.DB.PreparedSQLPlaceholders -- Conditions are this class' own.
		$keyed = array();
		foreach ( $rows ?? array() as $row ) {
			$keyed[ "post {$row->ID}" ] = array( 'type' => 'post', 'id' => (int) $row->ID, 'slug' => $row->post_name, 'title' => $row->post_title );
		}
		return $keyed;
	}

	/**
	 * @return array<string, array{type: string, id: int, slug: string, title: string}>
	 */
	private function terms( string $condition, string $value ): array {
		global $wpdb;
		$taxonomies = array_values( array_diff( get_taxonomies( array( 'public' => true ) ), array( 'post_format' ) ) );
		$marks      = implode( ', ', array_fill( 0, count( $taxonomies ), '%s' ) );
		$condition  = str_replace( ' ORDER', " AND tt.taxonomy IN ( {$marks} ) ORDER", $condition );
		$rows       = $wpdb->get_results( $wpdb->prepare( "SELECT t.term_id, t.slug, t.name FROM %i t INNER JOIN %i tt ON tt.term_id = t.term_id WHERE {$condition} LIMIT %d", ...array( $wpdb->terms, $wpdb->term_taxonomy, $value, ...$taxonomies, self::PER_RANGE ) ) ); // phpcs:ignore WordPress.DB.PreparedSQL, WordPress.DB.PreparedSQLPlaceholders -- Conditions are this class' own.
		$keyed      = array();
		foreach ( $rows ?? array() as $row ) {
			$keyed[ "term {$row->term_id}" ] = array( 'type' => 'term', 'id' => (int) $row->term_id, 'slug' => $row->slug, 'title' => $row->name );
		}
		return $keyed;
	}

	private function start( string $text ): string {
		global $wpdb;
		return $wpdb->esc_like( $text ) . '%';
	}

	/**
	 * @return list<string> Without what every slug has.
	 */
	private static function words( string $slug ): array {
		return array_values( array_filter( explode( '-', $slug ), static fn( string $word ) => strlen( $word ) >= 3 && ! in_array( $word, array( 'the', 'and', 'for', 'with' ), true ) ) );
	}

	/**
	 * @param array<string> $a
	 * @param array<string> $b
	 */
	private static function dice( array $a, array $b ): float {
		$sum = count( $a ) + count( $b );
		return 0 === $sum ? 0.0 : 2 * count( array_intersect( $a, $b ) ) / $sum;
	}

	/**
	 * @param array{type: string, id: int, slug: string, title: string, score: float} $candidate
	 * @return array{type: string, id: int, title: string, url: string, score: float}|null
	 */
	private static function shown( array $candidate ): ?array {
		$url = 'post' === $candidate['type'] ? get_permalink( $candidate['id'] ) : get_term_link( $candidate['id'] );
		return is_string( $url ) ? array( 'type' => $candidate['type'], 'id' => $candidate['id'], 'title' => html_entity_decode( $candidate['title'], ENT_QUOTES, 'UTF-8' ), 'url' => $url, 'score' => $candidate['score'] ) : null;
	}
}
