<?php
/**
 * Compares pages as the other plugin renders them with the same pages as we do, before anything is switched.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Import;

use Igny8\Plugin;
use Igny8\Seo\Head;
use Igny8\Seo\Resolver;
use Igny8\Seo\Subject;

/**
 * The site asks itself for each page twice, with a pass that decides whose head is printed. Where it cannot reach itself,
 * or the other plugin is not active, its stored values are compared with our head instead, and the result says so.
 */
final class Verify {

	private const WORK_S    = 20; // What a person waits for; hosts allow 30 s or more.
	private const TIMEOUT_S = 10; // Of one page.

	private readonly Visit $visit;
	private readonly Theirs $theirs;

	public function __construct(
		private readonly Plugin $plugin,
		private readonly Source $source,
	) {
		$this->visit  = new Visit( self::TIMEOUT_S );
		$this->theirs = new Theirs( $source );
	}

	/**
	 * @param int $sample How many posts.
	 * @return array<string, mixed>
	 */
	public function report( int $sample ): array {
		$until    = microtime( true ) + self::WORK_S;
		$subjects = $this->subjects( $sample );
		$reason   = $this->theirs->silence();
		$reason   = '' === $reason ? $this->visit->obstacle( home_url( '/' ), Token::OURS ) : $reason;
		$pages    = array();
		foreach ( $subjects as $subject ) {
			if ( microtime( true ) > $until ) {
				break;
			}
			$pages[] = '' === $reason ? $this->compare_pages( $subject ) : $this->compare_stored( $subject );
		}
		$pages  = array_values( array_filter( $pages ) );
		$counts = array_fill_keys( array( 'same', 'equivalent', 'differs' ), 0 );
		foreach ( $pages as $page ) {
			foreach ( $page['rows'] as $row ) {
				++$counts[ $row['verdict'] ];
			}
		}
		State::store( $this->source->slug(), array( 'verified' => $counts + array( 'pages' => count( $pages ), 'at' => JournalTable::now() ) ) );
		return array(
			'source'   => $this->source->slug(),
			'method'   => '' === $reason ? 'pages' : 'stored',
			'reason'   => $reason,
			'compared' => count( $pages ),
			'left_out' => count( $subjects ) - count( $pages ),
			'redirects' => array( 'theirs' => $this->source->redirect_count(), 'ours' => (int) $this->plugin->module( 'redirects' )?->imported_count( $this->source->slug() ) ),
		) + $counts + array( 'pages' => $pages );
	}

	/**
	 * The front page, posts from all over the import, a term, an author.
	 *
	 * @return list<Subject>
	 */
	private function subjects( int $sample ): array {
		$journal  = new JournalTable();
		$subjects = array( Subject::home() );
		foreach ( array( 'post' => $sample, 'term' => 2, 'user' => 1 ) as $kind => $most ) {
			foreach ( $journal->sample( $this->source->slug(), $kind, $most ) as $id ) {
				$subjects[] = Rows::subject( $kind, $id );
			}
		}
		return array_values( array_filter( $subjects, static fn( ?Subject $subject ) => null !== $subject && Visit::is_public( $subject ) ) );
	}

	/**
	 * @return array<string, mixed>
	 */
	private function compare_pages( Subject $subject ): array {
		$before = $this->visit->open( $subject->url(), Token::THEIRS );
		$after  = $this->visit->open( $subject->url(), Token::OURS );
		if ( is_wp_error( $before ) || is_wp_error( $after ) ) {
			return $this->compare_stored( $subject );
		}
		$rows = array();
		if ( $before['status'] !== $after['status'] || $before['location'] !== $after['location'] ) {
			$rows[] = Compare::status( trim( "{$before['status']} {$before['location']}" ), trim( "{$after['status']} {$after['location']}" ) );
		}
		if ( $before['status'] < 300 && $after['status'] < 300 ) {
			array_push( $rows, ...Compare::heads( PageHead::read( $before['html'] ), PageHead::read( $after['html'] ), $subject->is_front() ) );
		}
		return $this->page( $subject, $rows );
	}

	/**
	 * What the other plugin has stored, filled in by us, beside what our head says.
	 *
	 * @return array<string, mixed>
	 */
	private function compare_stored( Subject $subject ): array {
		$said = $this->theirs->stored( $subject );
		$ours = array_intersect_key( PageHead::read( Head::render( Head::of( $this->plugin )->tags( $subject ) ) ), $said );
		$ours = array( 'title' => Resolver::of( $subject )->title() ) + $ours;
		return $this->page( $subject, Compare::heads( $said, array_intersect_key( $ours, $said ) ) );
	}

	/**
	 * @param list<array<string, string>> $rows
	 * @return array<string, mixed>
	 */
	private function page( Subject $subject, array $rows ): array {
		return array(
			'object'  => $subject->key(),
			'name'    => Resolver::of( $subject )->variables->value( 'title' ),
			'url'     => $subject->url(),
			'verdict' => Compare::verdict( $rows ),
			'rows'    => $rows,
		);
	}
}
