<?php
/**
 * Shows what a change makes of a page: what was written before and after, and what the page prints.
 *
 * @package Igny8
 */

namespace Igny8\Modules\SeoMeta\Bulk;

use Igny8\Modules\SeoMeta\Survey\Examination;
use Igny8\Modules\SeoMeta\Survey\Objects;
use Igny8\Modules\SeoMeta\Survey\PixelWidth;
use Igny8\Modules\SeoMeta\Survey\SurveyTable;
use Igny8\Seo\Resolver;
use Igny8\Seo\Robots;
use Igny8\Seo\Subject;

final class Preview {

	private const SHOWN = 20; // Pages of a selection that a preview goes through; a person reads no more.

	/**
	 * The first pages of a selection.
	 *
	 * @param array<string, mixed> $filters Of SurveyTable.
	 * @return array{batch: int, done: int, total: int, remaining: int, changed: int, same: int, refused: int, rows: list<array<string, mixed>>, errors: list<array<string, string>>} Counts are of the pages looked at; remaining is what was not.
	 */
	public static function of( array $filters, Change $change ): array {
		$table  = new SurveyTable();
		$total  = $table->count_matching( $filters );
		$found  = $table->after( $filters, 0, self::SHOWN );
		$result = array( 'changed' => 0, 'same' => 0, 'refused' => 0, 'rows' => array(), 'errors' => array() );
		array() === $found || Objects::load( $filters['kind'], array_column( $found, 'object_id' ) );
		foreach ( $found as $row ) {
			$subject = Objects::subject( $row['kind'], $row['object_id'] );
			if ( null === $subject ) {
				continue;
			}
			$plan = Batch::plan( $subject, $change );
			if ( is_wp_error( $plan ) ) {
				++$result['refused'];
				$result['errors'][] = array( 'key' => "{$row['kind']}:{$row['object_id']}", 'name' => Examination::name( $subject->object() ), 'message' => $plan->get_error_message() );
				continue;
			}
			++$result[ array() === $plan['after'] ? 'same' : 'changed' ];
			$result['rows'][] = self::row( $subject, $plan['before'], $plan['after'] );
		}
		return array( 'batch' => 0, 'done' => count( $found ), 'total' => $total, 'remaining' => max( 0, $total - count( $found ) ) ) + $result;
	}

	/**
	 * @param array<string, mixed> $before Fields that change; empty: nothing would.
	 * @param array<string, mixed> $after
	 * @return array{key: string, name: string, is_changed: bool, before: string, after: string, prints_before: string, prints_after: string, px: int}
	 */
	public static function row( Subject $subject, array $before, array $after ): array {
		$printed = self::printed( $subject, $before, $after );
		return array(
			'key'           => "{$subject->kind}:{$subject->id}",
			'name'          => Examination::name( $subject->object() ),
			'is_changed'    => array() !== $after,
			'before'        => self::words( $before ),
			'after'         => self::words( $after ),
			'prints_before' => $printed['before'],
			'prints_after'  => $printed['after'],
			'px'            => $printed['px'],
		);
	}

	/**
	 * Of a title, a description or robots, what search engines would read.
	 *
	 * @param array<string, mixed> $before
	 * @param array<string, mixed> $after
	 * @return array{before: string, after: string, px: int}
	 */
	private static function printed( Subject $subject, array $before, array $after ): array {
		$tell = static fn( array $fields ) => match ( array_key_first( $fields ) ) {
			'title'       => Resolver::preview( $subject, $fields, null )->title(),
			'description' => Resolver::preview( $subject, $fields, null )->description(),
			'robots'      => Robots::text( Resolver::preview( $subject, $fields, null )->robots() ),
			default       => '',
		};
		$text = $tell( $after );
		$px   = match ( array_key_first( $after ) ) {
			'title'       => PixelWidth::title( $text ),
			'description' => PixelWidth::description( $text ),
			default       => 0,
		};
		return array( 'before' => $tell( $before ), 'after' => $text, 'px' => $px );
	}

	/**
	 * Values as a person reads them; several fields, as of a file's row, one after the other.
	 *
	 * @param array<string, mixed> $values
	 */
	public static function words( array $values ): string {
		$words = array();
		foreach ( $values as $name => $value ) {
			$text    = self::word( $name, $value );
			$words[] = count( $values ) > 1 ? "{$name}: {$text}" : $text;
		}
		return implode( "\n", $words );
	}

	private static function word( string $name, mixed $value ): string {
		return match ( true ) {
			is_bool( $value )         => $value ? __( 'yes', 'igny8' ) : __( 'no', 'igny8' ),
			is_scalar( $value )       => (string) $value,
			'keyphrases' === $name    => implode( ', ', array_column( $value, 'phrase' ) ),
			'primary_terms' === $name => implode( ', ', array_map( static fn( int $id ) => (string) ( get_term( $id )->name ?? $id ), $value ) ),
			default                   => array() === $value ? '' : (string) wp_json_encode( $value, JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE ),
		};
	}
}
