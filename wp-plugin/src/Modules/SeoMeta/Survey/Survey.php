<?php
/**
 * Keeps the survey of all pages up to date: walks what it has not seen, examines anew what was changed.
 *
 * @package Igny8
 */

namespace Igny8\Modules\SeoMeta\Survey;

use Igny8\Seo\Choices;
use Igny8\Seo\Subject;

/**
 * The option `igny8_seo_survey` holds the last id seen of each kind, the number of the walk, and what templates it was made
 * by: other templates begin a new walk. A walk goes by primary keys, so a page more costs the same wherever it stands.
 */
final class Survey {

	public const OPTION = 'igny8_seo_survey';

	/**
	 * Transient of the counters: dropped whenever a row changes.
	 */
	public const SUMMARY = 'igny8_seo_summary';

	private const CHUNK  = 100;      // Objects loaded at once: a few hundred KB of content.
	private const MEMORY = 33554432; // Bytes that loaded posts may take before they are let go: 32 MB leaves room where PHP has 128.

	/**
	 * Columns that a new examination replaces.
	 */
	private const UPDATED = array( 'subtype', 'status', 'author_id', 'name', 'words', 'changed_at', 'title_px', 'description_px', 'title_key', 'description_key', 'marks', 'round' );

	/**
	 * Pages that this request has changed, by their keys.
	 *
	 * @var array<string, Subject>
	 */
	private static array $changed = array();

	public function __construct( private readonly SurveyTable $table = new SurveyTable() ) {}

	/**
	 * Walks on for some time.
	 *
	 * @param float $seconds About so long; at least one chunk.
	 * @return array{done: int, total: int, remaining: int} Pages.
	 */
	public function walk( float $seconds ): array {
		$until  = microtime( true ) + $seconds;
		$memory = memory_get_usage() + self::MEMORY;
		$state  = $this->state();
		foreach ( Objects::KINDS as $kind ) {
			while ( true ) {
				$subjects = Objects::after( $kind, $state[ $kind ], self::CHUNK );
				$this->store( $subjects, $state['round'] );
				if ( array() === $subjects ) {
					$this->finish( $kind, $state );
					break;
				}
				$state[ $kind ]  = end( $subjects )->id;
				$state['seen'] += count( $subjects );
				update_option( self::OPTION, $state, false );
				if ( memory_get_usage() > $memory ) {
					wp_cache_flush_runtime();
				}
				if ( microtime( true ) > $until ) {
					return $this->progress( $state );
				}
			}
		}
		return $this->progress( $state, true );
	}

	/**
	 * Whether a walk has begun and not come to its end.
	 */
	public function is_walking(): bool {
		$state = $this->state();
		return $state['seen'] > 0 && count( $state['whole'] ) < count( Objects::KINDS );
	}

	/**
	 * Begins a walk over everything.
	 */
	public function restart(): void {
		$state = $this->state();
		update_option( self::OPTION, self::beginning( $state['round'] + 1 ), false );
	}

	/**
	 * Notes that a page has changed; it is examined once, at the end of the request.
	 */
	public static function note( Subject $subject ): void {
		if ( array() === self::$changed ) {
			add_action( 'shutdown', array( self::class, 'settle' ) );
		}
		self::$changed[ $subject->key() ] = $subject;
		if ( count( self::$changed ) >= self::CHUNK ) {
			self::settle(); // A script that imports 100,000 posts must not collect them all.
		}
	}

	/**
	 * Examines what was noted.
	 */
	public static function settle(): void {
		$subjects      = array_values( self::$changed );
		self::$changed = array();
		$survey        = new self();
		array() === $subjects || $survey->store( $subjects, $survey->state()['round'] );
	}

	public static function forget( string $kind, int $id ): void {
		unset( self::$changed[ "{$kind}:{$id}" ] );
		( new SurveyTable() )->delete( array( 'kind' => $kind, 'object_id' => $id ) ) && delete_transient( self::SUMMARY );
	}

	/**
	 * Stores what an examination has found, where it differs from what is known.
	 *
	 * @param list<array<string, int|string>> $found As Examination gives them.
	 * @param list<array<string, int|string>> $known Rows of the table.
	 */
	public function correct( array $found, array $known ): void {
		$before = array_column( $known, null, 'object_id' );
		$wrong  = array_filter( $found, static fn( array $row ) => array_diff_assoc( array_map( 'strval', $row ), array_map( 'strval', $before[ $row['object_id'] ] ?? array() ) ) );
		$this->write( array_values( $wrong ), $this->state()['round'] );
	}

	/**
	 * @param list<Subject> $subjects
	 */
	private function store( array $subjects, int $round ): void {
		$rows = array();
		foreach ( $subjects as $subject ) {
			$row = Examination::of( $subject );
			null === $row || $rows[] = $row;
		}
		$this->write( $rows, $round );
	}

	/**
	 * @param list<array<string, int|string>> $rows
	 */
	private function write( array $rows, int $round ): void {
		if ( array() !== $rows ) {
			$this->table->insert_many( array_map( static fn( array $row ) => $row + array( 'round' => $round ), $rows ), self::UPDATED );
			delete_transient( self::SUMMARY );
		}
	}

	/**
	 * A kind is walked through: what was not met any more goes, once per walk.
	 *
	 * @param array<string, mixed> $state
	 */
	private function finish( string $kind, array &$state ): void {
		if ( ! in_array( $kind, $state['whole'], true ) ) {
			$this->table->forget_before( $kind, $state['round'] );
			$state['whole'][] = $kind;
			$state[ $kind ]   = max( $state[ $kind ], 'author' === $kind ? Objects::last_user() : 0 ); // 100,000 customers behind the last author are not looked at again.
			update_option( self::OPTION, $state, false );
			delete_transient( self::SUMMARY );
		}
	}

	/**
	 * @param array<string, mixed> $state
	 * @return array{done: int, total: int, remaining: int}
	 */
	private function progress( array $state, bool $is_whole = false ): array {
		$remaining = $is_whole ? 0 : array_sum( array_map( static fn( string $kind ) => Objects::count_after( $kind, $state[ $kind ] ), Objects::KINDS ) );
		return array( 'done' => $state['seen'], 'total' => $state['seen'] + $remaining, 'remaining' => $remaining );
	}

	/**
	 * @return array{round: int, basis: string, whole: list<string>, seen: int, post: int, term: int, author: int}
	 */
	private function state(): array {
		$state = (array) get_option( self::OPTION, array() );
		$new   = self::beginning( ( $state['round'] ?? 0 ) + 1 );
		return ( $state['basis'] ?? '' ) === $new['basis'] ? $state : $new;
	}

	/**
	 * @return array{round: int, basis: string, whole: list<string>, seen: int, post: int, term: int, author: int}
	 */
	private static function beginning( int $round ): array {
		$made_by = array( Choices::get( 'titles' ), Choices::get( 'separator' ), Choices::get( 'robots' ), Choices::get( 'noindex_empty' ), get_option( 'blogname' ), get_option( 'blogdescription' ), Objects::post_types(), Objects::taxonomies() );
		return array( 'round' => $round, 'basis' => md5( (string) wp_json_encode( $made_by ) ), 'whole' => array(), 'seen' => 0, 'post' => 0, 'term' => 0, 'author' => 0 );
	}
}
