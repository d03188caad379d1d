<?php
/**
 * Carries a bulk change or an import through: page by page, in bounded steps, with all that is needed to take it back.
 *
 * @package Igny8
 */

namespace Igny8\Modules\SeoMeta\Bulk;

use Igny8\Capabilities;
use Igny8\Lock;
use Igny8\Modules\SeoMeta\Survey\Examination;
use Igny8\Modules\SeoMeta\Survey\Objects;
use Igny8\Modules\SeoMeta\Survey\Survey;
use Igny8\Modules\SeoMeta\Survey\SurveyTable;
use Igny8\Seo\Fields;
use Igny8\Seo\Subject;
use Igny8\Table;

final class Batch {

	private const CHUNK   = 50; // Pages loaded and noted at once.
	private const STEP_S  = 3.0; // A step's time, well below what any host allows a request.
	private const KEPT    = 50;  // Batches that can be undone; older ones are forgotten.
	private const DAYS    = 30;  // And not longer than this: nobody wants a title of last year back by accident.
	private const LEASE_S = 10; // Of the lock, renewed with every chunk; so long a killed process keeps others out.
	private const SHOWN   = 20;  // Errors a step tells of; the counts tell about all.

	private readonly BatchesTable $batches;
	private readonly ItemsTable $items;

	/**
	 * @param array<string, mixed> $row Of BatchesTable.
	 */
	private function __construct( private array $row ) {
		$this->batches = new BatchesTable();
		$this->items   = new ItemsTable();
	}

	/**
	 * The batch of a run, begun when there is none.
	 *
	 * @param string               $run    '' makes one up.
	 * @param string               $action `bulk` or `import`.
	 * @param array<string, mixed> $input  What was asked for, to be told in the list of batches.
	 */
	public static function of_run( string $run, string $action, array $input ): self|\WP_Error {
		$table = new BatchesTable();
		$run   = '' === $run ? wp_generate_uuid4() : $run;
		if ( null === $table->find( array( 'run' => $run ) ) ) {
			self::prune( $table );
			$table->insert_ignore( array( 'run' => $run, 'action' => $action, 'input' => $input, 'user_id' => get_current_user_id(), 'total' => 0, 'status' => 'new', 'created_at' => Table::now() ) );
		}
		$row = $table->find( array( 'run' => $run ) );
		if ( null === $row || get_current_user_id() !== $row['user_id'] || $action !== $row['action'] ) {
			return new \WP_Error( 'run_taken', __( 'This name of a run belongs to somebody else\'s work. Choose another one.', 'igny8' ), array( 'status' => 409 ) );
		}
		return new self( $row );
	}

	/**
	 * The batch that the same was asked for before and that did not come to its end, or a new one.
	 *
	 * @param array<string, mixed> $input
	 */
	public static function unfinished( array $input ): self|\WP_Error {
		$run  = md5( get_current_user_id() . wp_json_encode( $input ) );
		$row  = ( new BatchesTable() )->find( array( 'run' => $run ) );
		$over = null !== $row && ! in_array( $row['status'], array( 'new', 'open' ), true );
		$over && ( new BatchesTable() )->update( array( 'run' => wp_generate_uuid4() ), array( 'id' => $row['id'] ) ); // Asked for again later, it is another change.
		return self::of_run( $run, 'bulk', $input );
	}

	/**
	 * @return self|\WP_Error When it is gone, or somebody else's.
	 */
	public static function of_id( int $id ): self|\WP_Error {
		$row = ( new BatchesTable() )->find( array( 'id' => $id ) );
		if ( null === $row || ( get_current_user_id() !== $row['user_id'] && ! Capabilities::may( Capabilities::MANAGE_SEO ) ) ) {
			return new \WP_Error( 'batch_not_found', __( 'There is no such change to undo: it is older than 30 days, or another user made it.', 'igny8' ), array( 'status' => 404 ) );
		}
		return new self( $row );
	}

	public function id(): int {
		return $this->row['id'];
	}

	/**
	 * Notes which pages it is about, once: what another request has noted, or begun to change, is not thrown away.
	 *
	 * @param array<string, mixed> $filters Of SurveyTable.
	 */
	public function fill( array $filters ): void {
		$lock = 'new' === $this->row['status'] ? $this->lock() : null;
		if ( null === $lock || 'new' !== $this->row['status'] ) {
			$lock?->release();
			return;
		}
		$survey                     = new SurveyTable();
		list( $condition, $values ) = $survey->condition_of( $filters );
		$this->items->delete( array( 'batch_id' => $this->id() ) ); // A process was killed between here and the next lines.
		$this->items->take( $this->id(), $survey->full_name(), $condition, $values );
		$this->change_row( array( 'total' => $this->items->count( array( 'batch_id' => $this->id() ) ), 'status' => 'open' ) );
		$lock->release();
	}

	/**
	 * One step of a change.
	 *
	 * @return array{batch: int, done: int, total: int, remaining: int, changed: int, same: int, refused: int, errors: list<array<string, string>>}
	 */
	public function step( Change $change ): array {
		$until  = microtime( true ) + self::STEP_S;
		$result = array( 'changed' => 0, 'same' => 0, 'refused' => 0, 'errors' => array() );
		$lock   = $this->lock();
		while ( null !== $lock && 'open' === $this->row['status'] ) {
			$items = $this->items->select( array( 'batch_id' => $this->id(), 'state' => array( ItemsTable::WAITING, ItemsTable::NOTED ) ), limit: self::CHUNK );
			if ( array() === $items ) {
				$this->change_row( array( 'status' => 'done' ) );
				break;
			}
			Objects::load( $items[0]['kind'], array_column( $items, 'object_id' ) );
			$works = array();
			foreach ( $items as $item ) {
				$works[] = $this->work( $item, $change );
			}
			$result = $this->finish( $works, $result );
			if ( microtime( true ) > $until || ! $lock->renew() ) {
				break;
			}
		}
		$lock?->release();
		return $this->progress() + $result;
	}

	/**
	 * Writes values that are ready, all of one kind: a piece of a file.
	 *
	 * @param list<array{subject: Subject, before: array<string, mixed>, after: array<string, mixed>}> $changes
	 * @return array{changed: int, same: int, refused: int, errors: list<array<string, string>>}
	 */
	public function write( array $changes ): array {
		$result = array( 'changed' => 0, 'same' => 0, 'refused' => 0, 'errors' => array() );
		foreach ( array_chunk( $changes, self::CHUNK ) as $chunk ) {
			$rows = array_map( fn( array $change ) => array( 'batch_id' => $this->id(), 'kind' => $change['subject']->kind, 'object_id' => $change['subject']->id, 'state' => ItemsTable::NOTED, 'before_values' => $change['before'], 'after_values' => $change['after'] ), $chunk );
			$this->items->insert_many( $rows );
			$items  = array_reverse( $this->items->select( array( 'batch_id' => $this->id(), 'state' => ItemsTable::NOTED ), 'id DESC', count( $chunk ) ) );
			$works  = array_map( fn( array $item, array $change ) => array( 'item' => $item, 'state' => ItemsTable::NOTED ) + $change + array( 'message' => '' ), $items, $chunk );
			$result = $this->finish( $works, $result );
		}
		$this->change_row( array( 'total' => $this->row['total'] + count( $changes ), 'status' => 'done' ) );
		return $result;
	}

	/**
	 * One step of taking it back: the last page first.
	 *
	 * @return array{batch: int, done: int, total: int, remaining: int, undone: int, kept: int, errors: list<array<string, string>>}
	 */
	public function undo(): array {
		$until  = microtime( true ) + self::STEP_S;
		$result = array( 'undone' => 0, 'kept' => 0, 'errors' => array() );
		$lock   = $this->lock();
		null === $lock || $this->change_row( array( 'status' => 'undone' ) ); // What has not been changed yet stays as it is.
		while ( null !== $lock ) {
			$items = $this->items->select( array( 'batch_id' => $this->id(), 'state' => array( ItemsTable::NOTED, ItemsTable::CHANGED ) ), 'id DESC', self::CHUNK );
			array() === $items || Objects::load( $items[0]['kind'], array_column( $items, 'object_id' ) );
			foreach ( $items as $item ) {
				$message = $this->restore( $item );
				$this->items->move( array( $item['id'] ), '' === $message ? ItemsTable::UNDONE : ItemsTable::KEPT );
				++$result[ '' === $message ? 'undone' : 'kept' ];
				'' === $message || count( $result['errors'] ) >= self::SHOWN || $result['errors'][] = array( 'key' => "{$item['kind']}:{$item['object_id']}", 'name' => self::name( $item ), 'message' => $message );
			}
			Survey::settle();
			if ( array() === $items || microtime( true ) > $until || ! $lock->renew() ) {
				break;
			}
		}
		$lock?->release();
		$states    = $this->items->states( $this->id() );
		$remaining = ( $states[ ItemsTable::NOTED ] ?? 0 ) + ( $states[ ItemsTable::CHANGED ] ?? 0 );
		$done      = ( $states[ ItemsTable::UNDONE ] ?? 0 ) + ( $states[ ItemsTable::KEPT ] ?? 0 );
		return array( 'batch' => $this->id(), 'done' => $done, 'total' => $done + $remaining, 'remaining' => $remaining ) + $result;
	}

	/**
	 * One request at a time works on a batch: two tabs would each add what is to be added once. The other is told how far it
	 * is; WP-CLI, which calls again at once, waits a little.
	 */
	private function lock(): ?Lock {
		$lock = Lock::take( "seo_batch_{$this->id()}", self::LEASE_S, defined( 'WP_CLI' ) && \WP_CLI ? self::LEASE_S : 0 );
		if ( null !== $lock ) {
			$this->row = $this->batches->find( array( 'id' => $this->id() ) ) ?? $this->row; // As the last holder has left it.
		}
		return $lock;
	}

	/**
	 * What would become of a page, or is written now.
	 *
	 * @param array<string, mixed> $item
	 * @return array{item: array<string, mixed>, state: int, subject: ?Subject, before: array<string, mixed>, after: array<string, mixed>, message: string}
	 */
	private function work( array $item, Change $change ): array {
		$subject = Objects::subject( $item['kind'], $item['object_id'] );
		$work    = array( 'item' => $item, 'state' => ItemsTable::NOTED, 'subject' => $subject, 'before' => $item['before_values'] ?? array(), 'after' => $item['after_values'] ?? array(), 'message' => '' );
		if ( ItemsTable::NOTED === $item['state'] && null !== $subject ) {
			return $work; // A killed process has noted it and may have written it: writing the same again does no harm.
		}
		$plan = null === $subject ? new \WP_Error( 'gone', __( 'It has been deleted.', 'igny8' ) ) : self::plan( $subject, $change, $this->is_owners() );
		if ( is_wp_error( $plan ) ) {
			return array( 'state' => ItemsTable::REFUSED, 'message' => $plan->get_error_message() ) + $work;
		}
		if ( array() === $plan['after'] ) {
			return array( 'state' => ItemsTable::SAME ) + $work;
		}
		$this->items->update( array( 'before_values' => $plan['before'], 'after_values' => $plan['after'], 'state' => ItemsTable::NOTED ), array( 'id' => $item['id'] ) );
		return $plan + $work;
	}

	/**
	 * What a change would make of a page, cleaned as it would be stored.
	 *
	 * @return array{before: array<string, mixed>, after: array<string, mixed>}|\WP_Error
	 */
	public static function plan( Subject $subject, Change $change, bool $is_owners = false ): array|\WP_Error {
		if ( ! $is_owners && ! Fields::may_edit( $subject ) ) {
			return new \WP_Error( 'rest_forbidden', __( 'Your account may not change this page.', 'igny8' ) );
		}
		$own    = Fields::read( $subject );
		$values = $change->of( $subject, $own );
		$after  = is_wp_error( $values ) ? $values : Fields::prepare( $values );
		if ( is_wp_error( $after ) ) {
			return $after;
		}
		$after = array_filter( $after, static fn( $value, $name ) => ! self::is_same( $value, $own[ $name ] ), ARRAY_FILTER_USE_BOTH );
		return array( 'before' => array_intersect_key( $own, $after ), 'after' => $after );
	}

	/**
	 * Writes what was noted, and moves the rows to where they belong.
	 *
	 * @param list<array<string, mixed>> $works
	 * @param array<string, mixed>       $result
	 * @return array<string, mixed>
	 */
	private function finish( array $works, array $result ): array {
		$moved = array();
		foreach ( $works as $work ) {
			if ( ItemsTable::NOTED === $work['state'] ) {
				$written = Fields::write( $work['subject'], $work['after'] );
				$work    = ( is_wp_error( $written ) ? array( 'state' => ItemsTable::REFUSED, 'message' => $written->get_error_message() ) : array( 'state' => ItemsTable::CHANGED ) ) + $work;
			}
			$moved[ $work['state'] ][] = $work['item']['id'];
			++$result[ array( ItemsTable::CHANGED => 'changed', ItemsTable::SAME => 'same', ItemsTable::REFUSED => 'refused' )[ $work['state'] ] ];
			if ( ItemsTable::REFUSED === $work['state'] && count( $result['errors'] ) < self::SHOWN ) {
				$result['errors'][] = array( 'key' => "{$work['item']['kind']}:{$work['item']['object_id']}", 'name' => self::name( $work['item'] ), 'message' => $work['message'] );
			}
		}
		foreach ( $moved as $state => $ids ) {
			$this->items->move( $ids, $state );
		}
		Survey::settle();
		return $result;
	}

	/**
	 * @param array<string, mixed> $item
	 * @return string Why something of it stays, '' when all is as it was before.
	 */
	private function restore( array $item ): string {
		$subject = Objects::subject( $item['kind'], $item['object_id'] );
		if ( null === $subject ) {
			return __( 'It has been deleted.', 'igny8' );
		}
		if ( ! $this->is_owners() && ! Fields::may_edit( $subject ) ) {
			return __( 'Your account may not change this page.', 'igny8' );
		}
		$own     = array_intersect_key( Fields::read( $subject ), $item['after_values'] );
		$values  = array_filter( $item['before_values'], static fn( string $name ) => self::is_same( $own[ $name ], $item['after_values'][ $name ] ), ARRAY_FILTER_USE_KEY );
		$others  = array_filter( array_diff_key( $own, $values ), static fn( $value, $name ) => ! self::is_same( $value, $item['before_values'][ $name ] ), ARRAY_FILTER_USE_BOTH );
		$written = array() === $values ? array() : Fields::write( $subject, $values );
		return match ( true ) {
			is_wp_error( $written ) => $written->get_error_message(),
			array() === $others     => '',
			default                 => __( 'Somebody has changed it since; that stays.', 'igny8' ),
		};
	}

	/**
	 * @return array{batch: int, done: int, total: int, remaining: int}
	 */
	private function progress(): array {
		$states    = $this->items->states( $this->id() );
		$remaining = match ( $this->row['status'] ) {
			'new'   => 1, // Another request is noting the pages: ask again.
			'open'  => ( $states[ ItemsTable::WAITING ] ?? 0 ) + ( $states[ ItemsTable::NOTED ] ?? 0 ),
			default => 0,
		};
		return array( 'batch' => $this->id(), 'done' => max( 0, $this->row['total'] - $remaining ), 'total' => $this->row['total'], 'remaining' => $remaining );
	}

	/**
	 * WP-CLI without a user owns the site; WP-Cron goes on with its work, and then nobody is logged in.
	 */
	private function is_owners(): bool {
		return 0 === $this->row['user_id'] && 0 === get_current_user_id();
	}

	/**
	 * @param array<string, mixed> $values
	 */
	private function change_row( array $values ): void {
		$this->batches->update( $values, array( 'id' => $this->id() ) );
		$this->row = $values + $this->row;
	}

	/**
	 * @param array<string, mixed> $item
	 */
	private static function name( array $item ): string {
		$object = Objects::subject( $item['kind'], $item['object_id'] )?->object();
		return null === $object ? "{$item['kind']} {$item['object_id']}" : Examination::name( $object );
	}

	/**
	 * Lists and maps that went through JSON are the same whatever the order of their keys.
	 */
	public static function is_same( mixed $one, mixed $other ): bool {
		return is_array( $one ) && is_array( $other ) ? $one == $other : $one === $other; // phpcs:ignore Universal.Operators.StrictComparisons -- Loose on purpose: the order of keys does not matter.
	}

	private static function prune( BatchesTable $table ): void {
		$ids = $table->outdated( Table::now( -self::DAYS * DAY_IN_SECONDS ), self::KEPT );
		if ( array() !== $ids ) {
			( new ItemsTable() )->delete_of( $ids );
			array_map( static fn( int $id ) => $table->delete( array( 'id' => $id ) ), $ids );
		}
	}
}
