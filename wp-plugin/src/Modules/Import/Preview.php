<?php
/**
 * Shows what an import would bring, without bringing it.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Import;

use Igny8\Plugin;
use Igny8\Seo\Subject;

/**
 * Plans every batch as Run would and throws the plan away. A site too large to be looked through in one request is looked
 * at from its beginning for a few seconds, and the result says how far.
 */
final class Preview {

	private const WORK_S         = 8;  // What a person waits for before the answer has to be there.
	private const BATCH          = 200;
	private const MOST_CONFLICTS = 50; // Shown; all are counted.

	private Notes $notes;

	public function __construct(
		private readonly Plugin $plugin,
		private readonly Source $source,
		private readonly Rows $rows = new Rows(),
	) {
		$this->notes = new Notes();
	}

	/**
	 * @param int  $sample     How many pages to show before and after.
	 * @param bool $overwrites Whether values that the owner has here already would give way.
	 * @return array<string, mixed>
	 */
	public function show( int $sample, bool $overwrites ): array {
		$settings  = $this->source->settings();
		$plan      = ( new SettingsWriter( $this->plugin, $this->source->slug(), $overwrites ) )->plan( $settings );
		$looked    = $this->look_through( $sample, $overwrites );
		$pages     = new Sample( $this->source, $plan['values'], ( new Theirs( $this->source ) )->silence() );
		$compared  = $pages->compare( self::choose( $looked['sample'], $sample ) );
		$conflicts = array();
		foreach ( $plan['conflicts'] as $path => $values ) {
			$conflicts[] = array( 'object' => 'settings', 'field' => $path ) + array_map( array( $this, 'word' ), $values );
		}
		$this->notes->add( $settings );
		return array(
			'source'       => $this->source->slug(),
			'name'         => $this->source->name(),
			'version'      => $this->source->version(),
			'is_active'    => Detect::is_active( $this->source->slug() ),
			'counts'       => array( 'settings' => count( array_unique( array( ...$plan['taken'], ...array_keys( $plan['conflicts'] ) ) ) ) ) + $this->source->counts(),
			'looked_at'    => $looked['looked_at'],
			'is_complete'  => $looked['is_complete'],
			'sample'       => $compared,
			'reason'       => array() === $compared ? '' : $pages->reason,
			'conflicts'    => $looked['conflicts'] + count( $conflicts ),
			'conflict_list' => array_slice( array( ...$conflicts, ...$looked['conflict_list'] ), 0, self::MOST_CONFLICTS ),
			'notes'        => array_values( $this->notes->all() ),
		);
	}

	/**
	 * @return array{looked_at: int, is_complete: bool, conflicts: int, conflict_list: list<array<string, string>>, sample: array<string, list<array{subject: Subject, fields: array<string, mixed>}>>}
	 */
	private function look_through( int $sample, bool $overwrites ): array {
		$until  = microtime( true ) + self::WORK_S;
		$result = array( 'looked_at' => 0, 'is_complete' => true, 'conflicts' => 0, 'conflict_list' => array(), 'sample' => array() );
		foreach ( Run::KINDS as $kind ) {
			$after = 0;
			do {
				$ids = $this->rows->ids( $kind, $after, self::BATCH );
				if ( array() === $ids ) {
					break;
				}
				$after  = end( $ids );
				$plan   = ( new Writer( $this->source->slug(), true, $this->notes ) )->plan( $kind, $this->source->records( $kind, $ids ) );
				$result = $this->take( $result, $kind, $plan, $sample, $overwrites );

				$result['looked_at'] += count( $ids );
				wp_cache_flush_runtime();
			} while ( microtime( true ) < $until );
			$result['is_complete'] = $result['is_complete'] && array() === $ids;
		}
		return $result;
	}

	/**
	 * @param array<string, mixed> $result
	 * @param array<string, mixed> $plan As Writer::plan().
	 * @return array<string, mixed>
	 */
	private function take( array $result, string $kind, array $plan, int $most, bool $overwrites ): array {
		foreach ( $plan['conflicts'] as $id => $fields ) {
			++$result['conflicts'];
			foreach ( count( $result['conflict_list'] ) < self::MOST_CONFLICTS ? $fields : array() as $name => $values ) {
				$result['conflict_list'][] = array( 'object' => "{$kind}:{$id}", 'field' => $name ) + array_map( array( $this, 'word' ), $values );
			}
		}
		foreach ( $plan['fields'] as $id => $fields ) {
			$is_told = array() !== array_intersect_key( $fields, array( 'title' => 1, 'description' => 1, 'robots' => 1, 'canonical' => 1 ) );
			if ( $is_told && count( $result['sample'][ $kind ] ?? array() ) < $most && Visit::is_public( $plan['subjects'][ $id ] ) ) {
				$result['sample'][ $kind ][] = array( 'subject' => $plan['subjects'][ $id ], 'fields' => $overwrites ? $fields : array_diff_key( $fields, $plan['conflicts'][ $id ] ?? array() ) );
			}
		}
		return $result;
	}

	/**
	 * Posts, and two terms or authors if there are any.
	 *
	 * @param array<string, list<array{subject: Subject, fields: array<string, mixed>}>> $found By kind.
	 * @return list<array{subject: Subject, fields: array<string, mixed>}>
	 */
	private static function choose( array $found, int $most ): array {
		$posts  = $found['post'] ?? array();
		$others = array( ...array_slice( $found['term'] ?? array(), 0, 1 ), ...array_slice( $found['user'] ?? array(), 0, 1 ), ...array_slice( $found['term'] ?? array(), 1 ) );
		$others = array_slice( $others, 0, max( 2, $most - count( $posts ) ) );
		return array_slice( array( ...array_slice( $posts, 0, max( 1, $most - count( $others ) ) ), ...$others ), 0, $most );
	}

	private function word( mixed $value ): string {
		return Record::cut( is_scalar( $value ) ? (string) $value : (string) wp_json_encode( $value, JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES ), 300 );
	}
}
