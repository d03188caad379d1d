<?php
/**
 * A rule as lists, exports and the edit dialog show it.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Redirects;

final class RuleView {

	/**
	 * @var array<int, array{id: int, name: string, place: int, is_on: int}>
	 */
	private readonly array $groups;

	public function __construct( GroupsTable $groups ) {
		$this->groups = $groups->all();
	}

	/**
	 * @param list<array<string, mixed>> $rows Of RulesTable, typed.
	 * @return list<array<string, mixed>>
	 */
	public function all( array $rows ): array {
		_prime_post_caches( array_column( array_filter( $rows, static fn( array $row ) => 'post' === $row['target_type'] ), 'target_id' ), false, false );
		$pending = Hits::pending( array_column( $rows, 'id' ) );
		return array_map( fn( array $row ) => array( 'hits' => $row['hits'] + ( $pending[ $row['id'] ] ?? 0 ) ) + $this->one( $row ), $rows );
	}

	/**
	 * @param array<string, mixed> $row
	 * @return array<string, mixed> With all properties of Schemas::rule(), so that it can be saved again.
	 */
	public function one( array $row ): array {
		$url = (int) $row['code'] >= 400 ? '' : Target::of( array( 'query_mode' => 'ignore' ) + $row, array( 'groups' => array(), 'rest' => '' ), Rules::source( $row ) );
		return array(
			'id'           => $row['id'],
			'source'       => $row['source'] . ( '' === $row['source_query'] ? '' : "?{$row['source_query']}" ),
			'target'       => $row['target'],
			'code'         => $row['code'],
			'match'        => $row['match_type'],
			'target_type'  => $row['target_type'],
			'target_id'    => $row['target_id'],
			'query'        => $row['query_mode'],
			'ignore_case'  => 1 === $row['ignore_case'],
			'ignore_slash' => 1 === $row['ignore_slash'],
			'group'        => $this->groups[ $row['group_id'] ]['name'] ?? '',
			'group_on'     => 1 === ( $this->groups[ $row['group_id'] ]['is_on'] ?? 1 ),
			'priority'     => $row['priority'],
			'is_on'        => 1 === $row['is_on'],
			'always'       => 1 === $row['is_always'],
			'note'         => $row['note'],
			'conditions'   => (object) $row['conditions'],
			'target_url'   => $url,
			'target_text'  => Rules::target_text( $row ),
			'origin'       => $row['origin'],
			'hits'         => $row['hits'],
			'last_hit_on'  => $row['last_hit_on'],
			'created_at'   => strtr( $row['created_at'], ' ', 'T' ) . 'Z',
		);
	}
}
