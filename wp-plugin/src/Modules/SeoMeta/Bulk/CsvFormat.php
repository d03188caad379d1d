<?php
/**
 * Fields of a page as cells of a CSV file, and back without loss.
 *
 * @package Igny8
 */

namespace Igny8\Modules\SeoMeta\Bulk;

use Igny8\Modules\SeoMeta\Survey\Examination;
use Igny8\Seo\Fields;
use Igny8\Seo\Resolver;
use Igny8\Seo\Subject;

/**
 * `kind` and `id` say which page; NOTES are for whoever edits the file and are not read again; all others are fields.
 */
final class CsvFormat {

	public const KEYS  = array( 'kind', 'id' );
	public const NOTES = array( 'type', 'name', 'url', 'status', 'printed_title', 'printed_description' );

	/**
	 * @return list<string>
	 */
	public static function columns(): array {
		return array( ...self::KEYS, ...self::NOTES, ...array_keys( Fields::META ) );
	}

	/**
	 * @return list<string|int> In the order of columns().
	 */
	public static function row( Subject $subject ): array {
		$page   = Resolver::of( $subject );
		$object = $page->thing;
		$cells  = array( $subject->kind, $subject->id, $subject->subtype, Examination::name( $object ), $subject->url(), $object instanceof \WP_Post ? $object->post_status : '', $page->title(), $page->description() );
		foreach ( Fields::read( $subject ) as $name => $value ) {
			$cells[] = self::cell( $name, $value );
		}
		return $cells;
	}

	/**
	 * @return mixed|\WP_Error The value of the field, not checked yet.
	 */
	public static function value( string $name, string $cell ): mixed {
		return match ( $name ) {
			'is_cornerstone' => in_array( mb_strtolower( trim( $cell ) ), array( 'yes', 'true', '1', 'x' ), true ),
			'keyphrases'     => str_starts_with( ltrim( $cell ), '[' ) ? self::json( $name, $cell ) : self::phrases( $cell ),
			'primary_terms', 'schema' => '' === trim( $cell ) ? array() : self::json( $name, $cell ),
			'canonical', 'redirect', 'og_image', 'x_image', 'x_card' => trim( $cell ),
			default          => $cell,
		};
	}

	private static function cell( string $name, mixed $value ): string {
		if ( is_bool( $value ) ) {
			return $value ? 'yes' : '';
		}
		if ( 'keyphrases' === $name && array() !== $value ) {
			$cell = implode( ' | ', array_column( $value, 'phrase' ) );
			// What the short form would not bring back goes out as JSON.
			return self::phrases( $cell ) == $value && ! str_starts_with( $cell, '[' ) ? $cell : self::encode( $value ); // phpcs:ignore Universal.Operators.StrictComparisons -- Loose on purpose: the order of keys does not matter.
		}
		return is_array( $value ) ? ( array() === $value ? '' : self::encode( $value ) ) : (string) $value;
	}

	/**
	 * @return list<array{phrase: string, synonyms: list<string>}>
	 */
	private static function phrases( string $cell ): array {
		$phrases = array_filter( array_map( 'trim', explode( '|', $cell ) ), 'strlen' );
		return array_values( array_map( static fn( string $phrase ) => array( 'phrase' => $phrase, 'synonyms' => array() ), $phrases ) );
	}

	private static function json( string $name, string $cell ): mixed {
		$value = json_decode( $cell, true );
		/* translators: %s: name of a column. */
		return is_array( $value ) ? $value : new \WP_Error( 'cell_invalid', sprintf( __( '%s: this is not valid JSON. Leave the cell as it was exported, or empty it.', 'igny8' ), $name ) );
	}

	private static function encode( array $value ): string {
		return (string) wp_json_encode( $value, JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE );
	}
}
