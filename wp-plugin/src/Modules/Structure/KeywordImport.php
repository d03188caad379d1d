<?php
/**
 * Reads the owner's keyword list with the engine, shows what would become of it, and keeps it for the next version.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Structure;

use Igny8\Plugin;

final class KeywordImport {

	private const SHOWN = 100; // Rows of each list a preview shows; the counts tell about all.

	public function __construct( private readonly Plugin $plugin, private readonly Changes $changes ) {}

	/**
	 * What the list holds and where it would go. Nothing is kept.
	 *
	 * @return array<string, mixed>|\WP_Error
	 */
	public function preview( string $text, string $name ): array|\WP_Error {
		$list = $this->read( $text, $name );
		if ( is_wp_error( $list ) || array() === $list['keywords'] ) {
			return is_wp_error( $list ) ? $list : self::nothing( $list );
		}
		$found = $this->plugin->jobs()->ask( 'keywords.cluster', array( 'keywords' => $list['keywords'], 'locale' => $this->locale(), 'seeds' => $this->seeds() ) );
		if ( is_wp_error( $found ) ) {
			return $found;
		}
		$known    = array_flip( array_map( 'mb_strtolower', array_column( $this->changes->document()->data['keywords'], 'phrase' ) ) );
		$titles   = array_column( $this->changes->document()->data['clusters'], 'title', 'id' );
		$volumes  = array_column( $list['keywords'], 'volume', 'phrase' );
		$clusters = array();
		foreach ( $found['matched'] as $row ) {
			$clusters[ $row['cluster'] ] = ( $clusters[ $row['cluster'] ] ?? 0 ) + 1;
		}
		arsort( $clusters );
		return self::head( $list ) + array(
			'known'       => count( array_filter( $list['keywords'], static fn( array $row ) => isset( $known[ mb_strtolower( $row['phrase'] ) ] ) ) ),
			'matched'     => count( $found['matched'] ),
			'by_cluster'  => array_map( static fn( string $id, int $count ) => array( 'id' => $id, 'title' => $titles[ $id ] ?? $id, 'keywords' => $count ), array_map( 'strval', array_keys( $clusters ) ), $clusters ),
			'rows'        => array_map( static fn( array $row ) => array( 'phrase' => $row['phrase'], 'volume' => $volumes[ $row['phrase'] ] ?? null, 'cluster_title' => $titles[ $row['cluster'] ] ?? $row['cluster'], 'score' => $row['score'] ), array_slice( $found['matched'], 0, self::SHOWN ) ),
			'proposed'    => array_map( static fn( array $row ) => array( 'title' => $row['title'], 'keywords' => $row['keywords'], 'volume' => $row['volume'] ?? null ), array_slice( $found['clusters'], 0, self::SHOWN ) ),
			'unclustered' => array_slice( $found['unclustered'], 0, self::SHOWN ),
			'left'        => count( $found['unclustered'] ),
			'is_kept'     => false,
		);
	}

	/**
	 * Keeps the list for the next version.
	 *
	 * @return array<string, mixed>|\WP_Error
	 */
	public function keep( string $text, string $name ): array|\WP_Error {
		$list = $this->read( $text, $name );
		if ( is_wp_error( $list ) || array() === $list['keywords'] ) {
			return is_wp_error( $list ) ? $list : self::nothing( $list );
		}
		$more = count( $this->changes->next_input()['keywords'] ) + count( $list['keywords'] );
		if ( $more > Changes::MOST_KEYWORDS ) {
			/* translators: %s: number of keywords. */
			return new \WP_Error( 'too_many_keywords', sprintf( __( 'With those that are there already that would be %s keywords; the engine takes 10,000.', 'igny8' ), number_format_i18n( $more ) ), array( 'status' => 409 ) );
		}
		$this->changes->add( 'keywords', array( 'name' => $name, 'format' => $list['format'], 'keywords' => $list['keywords'] ) );
		return self::head( $list ) + array( 'known' => 0, 'matched' => 0, 'by_cluster' => array(), 'rows' => array(), 'proposed' => array(), 'unclustered' => array(), 'left' => 0, 'is_kept' => true );
	}

	/**
	 * @return array<string, mixed>|\WP_Error Output of `keywords.read_csv`.
	 */
	private function read( string $text, string $name ): array|\WP_Error {
		return $this->plugin->jobs()->ask( 'keywords.read_csv', array( 'text' => $text, 'name' => $name, 'locale' => $this->locale() ) );
	}

	/**
	 * The clusters of the working version as the engine takes them.
	 *
	 * @return list<array{id: string, title: string, phrases: list<string>}>
	 */
	private function seeds(): array {
		$document = $this->changes->document();
		return array_values( array_map( static fn( array $cluster ) => array( 'id' => $cluster['id'], 'title' => $cluster['title'], 'phrases' => array_column( $document->keywords_of( $cluster['id'] ), 'phrase' ) ), $document->clusters() ) );
	}

	private function locale(): string {
		return $this->changes->document()->data['locale'];
	}

	/**
	 * @param array<string, mixed> $list
	 * @return array<string, mixed>
	 */
	private static function head( array $list ): array {
		return array( 'format' => $list['format'], 'columns' => (object) $list['columns'], 'count' => count( $list['keywords'] ), 'skipped' => array_slice( $list['skipped'], 0, self::SHOWN ), 'skipped_count' => $list['skipped_count'] ?? count( $list['skipped'] ), 'notes' => $list['notes'] ?? array() );
	}

	/**
	 * @param array<string, mixed> $list
	 */
	private static function nothing( array $list ): \WP_Error {
		$first = $list['skipped'][0] ?? null;
		/* translators: 1: number of a line, 2: what is wrong with it. */
		$why = null === $first ? '' : ' ' . sprintf( __( 'Line %1$d: %2$s', 'igny8' ), $first['line'], $first['reason'] );
		return new \WP_Error( 'no_keywords', __( 'No keywords were found in it.', 'igny8' ) . $why, array( 'status' => 400 ) );
	}
}
