<?php
/**
 * Reads a CSV file of titles and descriptions: what it would change row by row, or changes it.
 *
 * @package Igny8
 */

namespace Igny8\Modules\SeoMeta\Bulk;

use Igny8\Csv;
use Igny8\Modules\SeoMeta\Survey\Examination;
use Igny8\Modules\SeoMeta\Survey\Objects;
use Igny8\Seo\Fields;

/**
 * A column that is not there leaves its field alone; an empty cell empties it. A row with a fault is passed over and told,
 * the others go in. Rows are read and written a few at a time: memory holds the file and nothing that grows with it.
 */
final class CsvImport {

	private const CHUNK = 100; // Pages loaded at once.
	private const SHOWN = 100; // Changes and errors told of one call; the counts tell about all.

	/**
	 * @var array{rows: int, changed: int, same: int, refused: int, changes: list<array<string, mixed>>, errors: list<array{line: int, message: string}>}
	 */
	private array $result = array( 'rows' => 0, 'changed' => 0, 'same' => 0, 'refused' => 0, 'changes' => array(), 'errors' => array() );

	/**
	 * @param Batch|null $batch Null: only look.
	 */
	public function __construct( private readonly ?Batch $batch ) {}

	/**
	 * @param int $most Rows this call takes.
	 * @return array<string, mixed>|\WP_Error
	 */
	public function read( string $text, int $most ): array|\WP_Error {
		if ( self::is_longer( $text, $most ) ) {
			/* translators: %s: number of rows. */
			return new \WP_Error( 'too_many_rows', sprintf( __( 'Send at most %s rows in one call, each piece with the first line of the file and the same run; WP-CLI takes the whole file.', 'igny8' ), number_format_i18n( $most ) ), array( 'status' => 400 ) );
		}
		$header = null;
		$chunk  = array();
		foreach ( Csv::read( $text ) as $line => $cells ) {
			if ( null === $header ) {
				$header = self::header( $cells );
				if ( is_wp_error( $header ) ) {
					return $header;
				}
				continue;
			}
			++$this->result['rows'];
			$chunk[ $line ] = $cells;
			if ( count( $chunk ) >= self::CHUNK ) {
				$this->take( $chunk, $header );
				$chunk = array();
				wp_cache_flush_runtime();
			}
		}
		if ( null === $header ) {
			return new \WP_Error( 'csv_empty', __( 'The file is empty.', 'igny8' ), array( 'status' => 400 ) );
		}
		$this->take( $chunk, $header );
		usort( $this->result['errors'], static fn( array $one, array $other ) => $one['line'] <=> $other['line'] );
		return array( 'batch' => $this->batch?->id() ?? 0 ) + $this->result;
	}

	/**
	 * Known before the first row is written.
	 */
	private static function is_longer( string $text, int $most ): bool {
		$rows = -1; // The first line names the columns.
		foreach ( substr_count( $text, "\n" ) + substr_count( $text, "\r" ) > $most ? Csv::read( $text ) : array() as $cells ) {
			if ( ++$rows > $most ) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Names of the columns, as far as they are ours.
	 *
	 * @param list<string> $cells
	 * @return array<int, string>|\WP_Error
	 */
	private static function header( array $cells ): array|\WP_Error {
		$names   = array_map( static fn( string $cell ) => strtolower( trim( $cell ) ), $cells );
		$unknown = array_diff( array_filter( $names, 'strlen' ), CsvFormat::columns() );
		if ( ! in_array( 'id', $names, true ) ) {
			return new \WP_Error( 'csv_no_id', __( 'The first line of the file must name its columns, among them "id". Export a file to see how it looks.', 'igny8' ), array( 'status' => 400 ) );
		}
		if ( array() !== $unknown ) {
			/* translators: 1: names of columns, 2: names of columns. */
			return new \WP_Error( 'csv_unknown_columns', sprintf( __( 'These columns are not known: %1$s. Take them out, or name them as one of: %2$s.', 'igny8' ), implode( ', ', $unknown ), implode( ', ', CsvFormat::columns() ) ), array( 'status' => 400 ) );
		}
		return array_filter( $names, 'strlen' );
	}

	/**
	 * @param array<int, list<string>> $chunk  Line → cells.
	 * @param array<int, string>       $header
	 */
	private function take( array $chunk, array $header ): void {
		$rows = array();
		foreach ( $chunk as $line => $cells ) {
			if ( count( $cells ) <= max( array_keys( $header ) ) ) {
				/* translators: 1: number of cells, 2: number of columns. */
				$this->refuse( $line, sprintf( __( 'The row has %1$d cells, but there are %2$d columns. A quotation mark may be missing.', 'igny8' ), count( $cells ), max( array_keys( $header ) ) + 1 ) );
				continue;
			}
			$rows[ $line ] = array_map( static fn( int $index ) => $cells[ $index ], array_flip( $header ) );
		}
		foreach ( Objects::KINDS as $kind ) {
			$of_kind = array_filter( $rows, static fn( array $row ) => $kind === self::kind( $row ) );
			$ids     = array_values( array_filter( array_map( static fn( array $row ) => (int) $row['id'], $of_kind ) ) );
			array() === $ids || Objects::load( $kind, $ids );
		}
		$changes = array();
		foreach ( $rows as $line => $row ) {
			$plan = $this->plan( $row );
			if ( is_wp_error( $plan ) ) {
				$this->refuse( $line, $plan->get_error_message() );
			} elseif ( array() === $plan['after'] ) {
				++$this->result['same'];
			} else {
				$changes[] = $plan + array( 'line' => $line );
			}
		}
		$this->apply( $changes );
	}

	/**
	 * @param array<string, string> $row
	 * @return array{subject: \Igny8\Seo\Subject, before: array<string, mixed>, after: array<string, mixed>}|\WP_Error
	 */
	private function plan( array $row ): array|\WP_Error {
		if ( ! in_array( self::kind( $row ), Objects::KINDS, true ) ) {
			return new \WP_Error( 'kind_invalid', __( 'kind: write post, term or author.', 'igny8' ) );
		}
		$subject = ctype_digit( trim( $row['id'] ) ) ? Objects::subject( self::kind( $row ), (int) $row['id'] ) : null;
		if ( null === $subject ) {
			/* translators: 1: post, term or author, 2: an id. */
			return new \WP_Error( 'not_found', sprintf( __( 'id: there is no %1$s with the id “%2$s” on this site.', 'igny8' ), self::kind( $row ), mb_substr( $row['id'], 0, 20 ) ) );
		}
		if ( ! Fields::may_edit( $subject ) ) {
			return new \WP_Error( 'rest_forbidden', __( 'Your account may not change this page.', 'igny8' ) );
		}
		$own    = Fields::read( $subject );
		$values = array();
		foreach ( array_intersect_key( $row, Fields::META ) as $name => $cell ) {
			$value = CsvFormat::value( $name, $cell );
			if ( is_wp_error( $value ) ) {
				return $value;
			}
			Batch::is_same( $value, $own[ $name ] ) || $values[ $name ] = $value; // Only what differs is checked: what is stored is the owner's, however it got there.
		}
		$after = Fields::prepare( $values );
		if ( is_wp_error( $after ) ) {
			return $after;
		}
		$after   = array_filter( $after, static fn( $value, $name ) => ! Batch::is_same( $value, $own[ $name ] ), ARRAY_FILTER_USE_BOTH );
		$refusal = Fields::refusal( $subject, $after );
		if ( null !== $refusal ) {
			return $refusal;
		}
		return array( 'subject' => $subject, 'before' => array_intersect_key( $own, $after ), 'after' => $after );
	}

	/**
	 * @param list<array<string, mixed>> $changes
	 */
	private function apply( array $changes ): void {
		foreach ( $changes as $change ) {
			if ( null === $this->batch && count( $this->result['changes'] ) < self::SHOWN ) {
				$this->result['changes'][] = array( 'line' => $change['line'], 'name' => Examination::name( $change['subject']->object() ), 'before' => Preview::words( $change['before'] ), 'after' => Preview::words( $change['after'] ) );
			}
		}
		if ( null === $this->batch ) {
			$this->result['changed'] += count( $changes );
			return;
		}
		$written = $this->batch->write( $changes );
		foreach ( array( 'changed', 'same', 'refused' ) as $name ) {
			$this->result[ $name ] += $written[ $name ];
		}
		foreach ( $written['errors'] as $error ) {
			$this->result['errors'][] = array( 'line' => 0, 'message' => "{$error['name']}: {$error['message']}" );
		}
	}

	private function refuse( int $line, string $message ): void {
		++$this->result['refused'];
		count( $this->result['errors'] ) >= self::SHOWN || $this->result['errors'][] = array( 'line' => $line, 'message' => $message );
	}

	/**
	 * @param array<string, string> $row
	 */
	private static function kind( array $row ): string {
		$kind = strtolower( trim( $row['kind'] ?? '' ) );
		return '' === $kind ? 'post' : $kind;
	}
}
