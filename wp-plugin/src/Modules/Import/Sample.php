<?php
/**
 * Some pages before and after an import, before anything is imported.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Import;

use Igny8\Seo\Choices;
use Igny8\Seo\Head;
use Igny8\Seo\Resolver;
use Igny8\Seo\Robots as SeoRobots;
use Igny8\Seo\Social;
use Igny8\Seo\Subject;

/**
 * Before: what the other plugin prints, read from the page itself; where that cannot be, what it has stored, and each page
 * says which. After: our head with values and settings that nobody has stored. Opens each page once.
 */
final class Sample {

	private const WORK_S    = 10; // Together with the time that Preview looks through the rows, below the 30 s of most hosts.
	private const TIMEOUT_S = 5;  // Of one page.

	/**
	 * What an import decides of a page.
	 */
	private const SHOWN = array( 'title', 'description', 'robots', 'canonical', 'og:title', 'og:description', 'og:image', 'twitter:title', 'twitter:description', 'twitter:image' );

	private readonly Visit $visit;
	private readonly Theirs $theirs;
	private bool $opens;

	/**
	 * @param array<string, array<string, mixed>> $settings Module → setting → value, as they would be.
	 * @param string                              $reason   Why a page was not opened, '' while all were; to begin with, that of Theirs::silence().
	 */
	public function __construct( Source $source, private readonly array $settings, public string $reason ) {
		$this->visit  = new Visit( self::TIMEOUT_S );
		$this->theirs = new Theirs( $source );
		$this->opens  = '' === $reason;
	}

	/**
	 * @param list<array{subject: Subject, fields: array<string, mixed>}> $pages With the values that they would get.
	 * @return list<array{object: string, name: string, url: string, seen: string, verdict: string, rows: list<array<string, string>>}> `seen`: `page` or `stored`.
	 */
	public function compare( array $pages ): array {
		$until  = microtime( true ) + self::WORK_S;
		$with   = fn( $stored ) => ( $this->settings[ Choices::MODULE ] ?? array() ) + ( is_array( $stored ) ? $stored : array() ); // '' until something is set.
		$result = array();
		add_filter( 'option_igny8_' . Choices::MODULE, $with );
		add_filter( 'default_option_igny8_' . Choices::MODULE, $with );
		try {
			foreach ( $pages as $page ) {
				if ( $this->opens && microtime( true ) > $until ) {
					$this->reason = __( 'The pages of this site take long to open.', 'igny8' );
					$this->opens  = false;
				}
				$result[] = $this->one( $page['subject'], $page['fields'] );
			}
		} finally {
			remove_filter( 'option_igny8_' . Choices::MODULE, $with );
			remove_filter( 'default_option_igny8_' . Choices::MODULE, $with );
		}
		return $result;
	}

	/**
	 * @param array<string, mixed> $fields
	 * @return array<string, mixed>
	 */
	private function one( Subject $subject, array $fields ): array {
		$page = Resolver::preview( $subject, $fields, null );
		$rows = $this->printed( $page, (string) ( $fields['redirect'] ?? '' ) );
		$seen = null === $rows ? 'stored' : 'page';
		if ( null === $rows ) {
			$before = $this->theirs->stored( $subject );
			$rows   = Compare::heads( $before, array_intersect_key( self::head( $page ), $before ) );
		}
		return array(
			'object'  => $subject->key(),
			'name'    => $page->variables->value( 'title' ),
			'url'     => $subject->url(),
			'seen'    => $seen,
			'verdict' => Compare::verdict( $rows ),
			'rows'    => $rows,
		);
	}

	/**
	 * The page as it is beside our head; null when it cannot be opened.
	 *
	 * @param string $redirect Where the page would lead, '' when it stays.
	 * @return list<array<string, string>>|null
	 */
	private function printed( Resolver $page, string $redirect ): ?array {
		if ( ! $this->opens ) {
			return null;
		}
		$answer = $this->visit->open( $page->subject->url(), Token::THEIRS );
		$fault  = Visit::fault( $answer );
		if ( '' !== $fault ) {
			$this->reason = $fault;
			$this->opens  = ! is_wp_error( $answer ); // Another page may answer; a site that is silent stays so.
			return null;
		}
		if ( $answer['status'] >= 300 || '' !== $redirect ) {
			return array( Compare::status( trim( "{$answer['status']} {$answer['location']}" ), '' === $redirect ? '200' : "301 {$redirect}" ) );
		}
		$shown = array_flip( self::SHOWN );
		return Compare::heads( array_intersect_key( PageHead::read( $answer['html'] ), $shown ), array_intersect_key( self::head( $page ), $shown ), $page->subject->is_front() );
	}

	/**
	 * What our head would say.
	 *
	 * @return array<string, string> As PageHead::read().
	 */
	private static function head( Resolver $page ): array {
		$is_listed = empty( $page->robots()['noindex'] );
		return PageHead::read(
			Head::render(
				array(
					array( 'tag' => 'title', 'content' => $page->title() ),
					array( 'tag' => 'meta', 'attributes' => array( 'name' => 'description', 'content' => $page->description() ) ),
					array( 'tag' => 'meta', 'attributes' => array( 'name' => 'robots', 'content' => SeoRobots::text( $page->robots() ) ) ),
					array( 'tag' => 'link', 'attributes' => array( 'rel' => 'canonical', 'href' => $is_listed ? $page->canonical() : '' ) ),
					...Social::tags( $page ),
				)
			)
		);
	}
}
