<?php
/**
 * Shows what an import would bring, without bringing it.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Import;

use Igny8\Plugin;
use Igny8\Seo\Choices;
use Igny8\Seo\Resolver;
use Igny8\Seo\Robots as SeoRobots;
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
	 * @param int $sample How many pages to show before and after.
	 * @return array<string, mixed>
	 */
	public function show( int $sample ): array {
		$settings  = $this->source->settings();
		$plan      = ( new SettingsWriter( $this->plugin, $this->source->slug(), true ) )->plan( $settings );
		$looked    = $this->look_through( $sample );
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
			'counts'       => array( 'settings' => count( $plan['taken'] ) ) + $this->source->counts(),
			'looked_at'    => $looked['looked_at'],
			'is_complete'  => $looked['is_complete'],
			'sample'       => $this->rendered( $looked['sample'], $plan['values'] ),
			'conflicts'    => $looked['conflicts'] + count( $conflicts ),
			'conflict_list' => array_slice( array( ...$conflicts, ...$looked['conflict_list'] ), 0, self::MOST_CONFLICTS ),
			'notes'        => array_values( $this->notes->all() ),
		);
	}

	/**
	 * @return array{looked_at: int, is_complete: bool, conflicts: int, conflict_list: list<array<string, string>>, sample: list<array{kind: string, id: int, fields: array<string, mixed>, subject: Subject}>}
	 */
	private function look_through( int $sample ): array {
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
				$result = $this->take( $result, $kind, $plan, 'post' === $kind ? $sample : $sample + 2 );

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
	private function take( array $result, string $kind, array $plan, int $most ): array {
		foreach ( $plan['conflicts'] as $id => $fields ) {
			++$result['conflicts'];
			foreach ( count( $result['conflict_list'] ) < self::MOST_CONFLICTS ? $fields : array() as $name => $values ) {
				$result['conflict_list'][] = array( 'object' => "{$kind}:{$id}", 'field' => $name ) + array_map( array( $this, 'word' ), $values );
			}
		}
		foreach ( $plan['fields'] as $id => $fields ) {
			$is_seen = 'post' !== $kind || 'publish' === get_post_status( $id );
			if ( count( $result['sample'] ) < $most && $is_seen && array_intersect_key( $fields, array( 'title' => 1, 'description' => 1, 'robots' => 1, 'canonical' => 1 ) ) ) {
				$result['sample'][] = array( 'kind' => $kind, 'id' => $id, 'fields' => $fields, 'subject' => $plan['subjects'][ $id ] );
			}
		}
		return $result;
	}

	/**
	 * Pages as search engines would see them with the imported values and settings.
	 *
	 * @param list<array{kind: string, id: int, fields: array<string, mixed>, subject: Subject}> $sample
	 * @param array<string, array<string, mixed>> $settings Module → setting → value.
	 * @return list<array{object: string, title: string, url: string, after: array<string, string>}>
	 */
	private function rendered( array $sample, array $settings ): array {
		$with = static fn( $stored ) => ( $settings[ Choices::MODULE ] ?? array() ) + (array) $stored;
		add_filter( 'option_igny8_' . Choices::MODULE, $with );
		$pages = array();
		foreach ( $sample as $one ) {
			$page    = Resolver::preview( $one['subject'], $one['fields'], null );
			$pages[] = array(
				'object' => "{$one['kind']}:{$one['id']}",
				'name'   => $page->variables->value( 'title' ),
				'url'    => $one['subject']->url(),
				'after'  => array( 'title' => $page->title(), 'description' => $page->description(), 'robots' => SeoRobots::text( $page->robots() ), 'canonical' => $page->canonical() ),
			);
		}
		remove_filter( 'option_igny8_' . Choices::MODULE, $with );
		return $pages;
	}

	private function word( mixed $value ): string {
		return Record::cut( is_scalar( $value ) ? (string) $value : (string) wp_json_encode( $value, JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES ), 300 );
	}
}
