<?php
/**
 * Reads an owner's keyword list: the text of an export into rows, by the engine.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Blueprint;

use Igny8\Jobs;

final class Keywords {

	public function __construct( private readonly Jobs $jobs ) {}

	/**
	 * @param string $text   Of a CSV export, or one phrase a line.
	 * @param string $name   Of the file, which helps to recognise it.
	 * @param string $locale Language by whose words two keywords count as one.
	 * @return array{format: string, columns: array<string, string>, keywords: list<array<string, mixed>>, skipped: list<array{line: int, reason: string}>, skipped_count: int, count: int, notes?: list<string>}|\WP_Error
	 */
	public function read( string $text, string $name = '', string $locale = '' ): array|\WP_Error {
		if ( '' === trim( $text ) ) {
			return new \WP_Error( 'no_keywords', __( 'There is nothing in this list. Paste keywords, one per line, or choose the file of an export.', 'igny8' ), array( 'status' => 400, 'fields' => array( 'text' => __( 'Nothing was given.', 'igny8' ) ) ) );
		}
		return $this->jobs->ask( 'keywords.read_csv', array_filter( array( 'text' => $text, 'name' => mb_substr( $name, 0, 200 ), 'locale' => $locale ) ) );
	}
}
