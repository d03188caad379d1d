<?php
/**
 * What a kind of sitemap lists: posts, terms or authors, read by ranges of ids.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Sitemap;

/**
 * Every method reads WordPress' tables live by a range of ids: nothing about a single address is kept twice.
 */
interface Source {

	/**
	 * Post types or taxonomies that may be listed; `array( '' )` for authors, none when they are not.
	 *
	 * @return list<string>
	 */
	public function subtypes(): array;

	/**
	 * The first `$limit` addresses of a range: how many there are, the id of the last one, the newest change.
	 *
	 * @return array{count: int, last_id: int, lastmod: string} `lastmod` UTC; '' when nothing says.
	 */
	public function tally( string $subtype, int $first_id, int $last_id, int $limit ): array;

	/**
	 * Addresses of a range in order of id, at most `$limit`, each with what the sitemap says about it.
	 *
	 * @return list<array{id: int, loc: string, lastmod: string, images?: list<string>, videos?: list<array<string, string>>}> `loc` and URLs unescaped, `lastmod` UTC or ''.
	 */
	public function entries( string $subtype, int $first_id, int $last_id, int $limit ): array;
}
