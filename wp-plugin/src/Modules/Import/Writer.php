<?php
/**
 * Takes a batch of records into our fields: by the rules of Seo\Fields, noted in the journal first.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Import;

use Igny8\Seo\Fields;
use Igny8\Seo\Subject;

/**
 * Safe to call twice with the same records: what the journal says we wrote is ours to write again, what else stands in a
 * field is the owner's.
 */
final class Writer {

	/**
	 * Fields that decide whether a page is unlisted.
	 */
	private const DECIDING = array( 'robots', 'redirect', 'canonical' );

	private const LOADED = 50; // Objects whose whole meta is in memory at once: page builders keep a megabyte a post.

	/**
	 * @param bool $overwrites Whether values that the owner has here already give way.
	 */
	public function __construct(
		private readonly string $source,
		private readonly bool $overwrites,
		private readonly Notes $notes,
		private readonly JournalTable $journal = new JournalTable(),
		private readonly Rows $rows = new Rows(),
	) {}

	/**
	 * @param string             $kind    post, term or user.
	 * @param array<int, Record> $records
	 * @return array{imported: int, conflicts: int} Objects that got values; objects where the owner's own values differ.
	 */
	public function write( string $kind, array $records ): array {
		$plan = $this->plan( $kind, $records );
		$this->journal->note( array_values( $plan['journal'] ) );
		MetaBatch::write( $kind, $plan['changes'], $plan['rows'] );
		self::announce( $kind, $plan['saved'], $plan['subjects'] );
		return array( 'imported' => count( $plan['saved'] ), 'conflicts' => count( $plan['conflicts'] ) );
	}

	/**
	 * Tells of every object as Fields::write() does; who listens finds its meta loaded.
	 *
	 * @param array<int, list<string>> $saved    Names of fields by object.
	 * @param array<int, Subject>      $subjects
	 */
	public static function announce( string $kind, array $saved, array $subjects ): void {
		foreach ( array_chunk( array_intersect_key( $saved, $subjects ), self::LOADED, true ) as $chunk ) {
			update_meta_cache( $kind, array_keys( $chunk ) );
			foreach ( $chunk as $id => $names ) {
				do_action( 'igny8/seo/fields_saved', $subjects[ $id ], $names ); // phpcs:ignore WordPress.NamingConventions.ValidHookName, WordPress.NamingConventions.PrefixAllGlobals -- Documented in Fields::write().
			}
		}
	}

	/**
	 * What write() would do, without doing it.
	 *
	 * @param array<int, Record> $records
	 * @return array{journal: array<int, array<string, mixed>>, changes: array<int, array<string, string|null>>, rows: array<int, array<string, int>>, saved: array<int, list<string>>, subjects: array<int, Subject>, conflicts: array<int, array<string, array{ours: string, theirs: string}>>, fields: array<int, array<string, mixed>>}
	 */
	public function plan( string $kind, array $records ): array {
		list( $current, $rows ) = $this->current( $kind, array_keys( $records ) );
		$before                 = $this->journal->of( $this->source, $kind, array_keys( $records ) );
		$subjects               = self::subjects( $kind, $records );
		$plan                   = array_fill_keys( array( 'journal', 'changes', 'saved', 'conflicts', 'fields' ), array() ) + compact( 'rows', 'subjects' );
		foreach ( array_intersect_key( $records, $subjects ) as $id => $record ) {
			$fields                 = Check::fields( $record );
			$plan['fields'][ $id ]  = $fields;
			$this->notes->add( $record );
			$written = $before[ $id ]['new'] ?? array();
			$new     = array();
			foreach ( $fields as $name => $value ) {
				$key    = Fields::META[ $name ];
				$raw    = (string) maybe_serialize( true === $value ? '1' : $value );
				$stands = $current[ $id ][ $key ] ?? '';
				if ( '' !== $stands && $stands !== $raw && $stands !== ( $written[ $key ] ?? null ) ) {
					$plan['conflicts'][ $id ][ $name ] = array( 'ours' => $stands, 'theirs' => $raw );
					if ( ! $this->overwrites ) {
						continue;
					}
				}
				$new[ $key ] = $raw;
			}
			if ( array() === $new ) {
				continue;
			}
			$new[ Fields::UNLISTED ] = $this->is_unlisted( $subjects[ $id ], $new + ( $current[ $id ] ?? array() ) ) ? '1' : null;
			$old                     = array_map( static fn( string $key ) => $current[ $id ][ $key ] ?? null, array_combine( array_keys( $new ), array_keys( $new ) ) );
			$plan['journal'][ $id ]  = array(
				'source'    => $this->source,
				'kind'      => $kind,
				'object_id' => $id,
				'old'       => ( $before[ $id ]['old'] ?? array() ) + $old,
				'new'       => $new + $written,
			);
			$plan['changes'][ $id ]  = array_filter( $new, static fn( ?string $value, string $key ) => $value !== ( $current[ $id ][ $key ] ?? null ), ARRAY_FILTER_USE_BOTH );
			$plan['saved'][ $id ]    = array_values( array_intersect( array_keys( $fields ), array_keys( array_intersect( Fields::META, array_keys( $new ) ) ) ) );
		}
		return $plan;
	}

	/**
	 * Our own meta of some objects.
	 *
	 * @param list<int> $ids
	 * @return array{array<int, array<string, string>>, array<int, array<string, int>>} Raw values, and numbers of their rows.
	 */
	public function current( string $kind, array $ids ): array {
		$values = array();
		$rows   = array();
		foreach ( $this->rows->meta_rows( $kind, $ids, array( ...array_values( Fields::META ), Fields::UNLISTED ) ) as $row ) {
			$id                               = (int) $row['object_id'];
			$values[ $id ][ $row['meta_key'] ] ??= (string) $row['meta_value'];
			$rows[ $id ][ $row['meta_key'] ]   ??= (int) $row['id'];
		}
		return array( $values, $rows );
	}

	/**
	 * @param array<string, string|null> $meta
	 */
	private function is_unlisted( Subject $subject, array $meta ): bool {
		return Fields::unlists( $subject, array_map( static fn( string $name ) => (string) ( $meta[ Fields::META[ $name ] ] ?? '' ), array_combine( self::DECIDING, self::DECIDING ) ) );
	}

	/**
	 * The objects that still exist. Posts of a batch are read in one query, for their addresses.
	 *
	 * @param array<int, Record> $records
	 * @return array<int, Subject>
	 */
	public static function subjects( string $kind, array $records ): array {
		$ids = array_keys( $records );
		if ( 'post' === $kind ) {
			_prime_post_caches( $ids, true, false ); // With terms: addresses may hold a category.
		} elseif ( 'term' === $kind ) {
			_prime_term_caches( $ids, false );
		} else {
			cache_users( $ids );
		}
		$subjects = array();
		foreach ( $ids as $id ) {
			$subject = Rows::subject( $kind, $id );
			if ( null !== $subject ) {
				$subjects[ $id ] = $subject;
			}
		}
		return $subjects;
	}
}
