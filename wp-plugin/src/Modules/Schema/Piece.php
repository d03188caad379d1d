<?php
/**
 * One part of the graph: says whether a page has it, and makes it.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Schema;

/**
 * Other plugins add theirs by the filter `igny8/schema/pieces`.
 */
interface Piece {

	/**
	 * Whether this page shows what the piece would say.
	 */
	public function is_needed( Page $page ): bool;

	/**
	 * Empty values are dropped afterwards, and references to nodes that are not in the graph.
	 *
	 * @return array<string, mixed>|list<array<string, mixed>> One node, or several.
	 */
	public function piece( Page $page ): array;
}
