<?php
/**
 * A state as operations answer it: how far, what came along, what did not.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Import;

/**
 * One shape for run and rollback, so that screens and WP-CLI show both alike.
 */
final class Result {

	/**
	 * @param array<string, mixed> $state As State::of().
	 * @return array<string, mixed>
	 */
	public static function of( string $source, array $state ): array {
		$is_over = in_array( $state['status'], array( 'done', 'rolled_back' ), true );
		return array(
			'source'    => $source,
			'status'    => $state['status'],
			'part'      => $state['part'],
			'done'      => $state['done'],
			'total'     => $state['total'],
			'remaining' => $is_over ? 0 : max( 1, $state['total'] - $state['done'] ),
			'counts'    => $state['counts'],
		) + ( $is_over ? array( 'notes' => array_values( $state['notes'] ) ) : array() ); // Once, at the end: callers add lists of steps up.
	}
}
