<?php
/**
 * What an import could not take along, counted, with one place where each was met.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Import;

/**
 * Bounded: a site with a thousand kinds of loss is told the first of them.
 */
final class Notes {

	private const MOST = 100; // Kinds of loss; more than anybody reads.

	/**
	 * @param array<string, array{code: string, what: string, count: int, example: string}> $list As all() gave it.
	 */
	public function __construct( private array $list = array() ) {}

	public function add( Record|SettingsRecord $record ): void {
		foreach ( $record->notes as list( $code, $what ) ) {
			$key = "{$code} {$what}";
			if ( isset( $this->list[ $key ] ) ) {
				++$this->list[ $key ]['count'];
			} elseif ( count( $this->list ) < self::MOST ) {
				$this->list[ $key ] = array(
					'code'    => $code,
					'what'    => Record::cut( $what, 200 ),
					'count'   => 1,
					'example' => $record instanceof Record ? "{$record->kind}:{$record->id}" : 'settings',
				);
			}
		}
	}

	/**
	 * @return array<string, array{code: string, what: string, count: int, example: string}>
	 */
	public function all(): array {
		return $this->list;
	}
}
