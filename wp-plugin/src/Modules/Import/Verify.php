<?php
/**
 * Compares pages as the other plugin renders them with the same pages as we do, before anything is switched.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Import;

use Igny8\Plugin;
use Igny8\Seo\Head;
use Igny8\Seo\OtherPlugins;
use Igny8\Seo\Resolver;
use Igny8\Seo\Robots as SeoRobots;
use Igny8\Seo\Subject;

/**
 * The site asks itself for each page twice, with a pass that decides whose head is printed. Where it cannot reach itself,
 * or the other plugin is not active, its stored values are compared with our head instead, and the result says so.
 */
final class Verify {

	private const WORK_S    = 20;      // What a person waits for; hosts allow 30 s or more.
	private const TIMEOUT_S = 10;      // Of one page.
	private const MOST_KB   = 2048;    // Of a page: its head stands at the beginning.

	public function __construct(
		private readonly Plugin $plugin,
		private readonly Source $source,
	) {}

	/**
	 * @param int $sample How many posts.
	 * @return array<string, mixed>
	 */
	public function report( int $sample ): array {
		$until    = microtime( true ) + self::WORK_S;
		$subjects = $this->subjects( $sample );
		$reason   = $this->silent();
		$reason   = '' === $reason ? $this->unreachable() : $reason;
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
				$object = match ( $kind ) {
					'post' => 'publish' === get_post_status( $id ) && is_post_publicly_viewable( $id ) && ! post_password_required( $id ) ? get_post( $id ) : null,
					'term' => get_term( $id ),
					'user' => get_userdata( $id ),
				};
				if ( $object instanceof \WP_Post || $object instanceof \WP_Term ) {
					$subjects[] = $object instanceof \WP_Post ? Subject::post( $object ) : Subject::term( $object );
				} elseif ( $object instanceof \WP_User && count_user_posts( $id ) > 0 ) {
					$subjects[] = Subject::author( $id );
				}
			}
		}
		return array_values( array_filter( $subjects, static fn( Subject $subject ) => '' !== $subject->url() ) );
	}

	/**
	 * Why the other plugin has nothing on the pages to compare with; '' when it has.
	 */
	private function silent(): string {
		if ( ! Detect::is_active( $this->source->slug() ) ) {
			return __( 'The other plugin is not active, so its pages cannot be looked at.', 'igny8' );
		}
		add_filter( 'igny8/seo/takes_over', '__return_false', 101 );
		$prints = OtherPlugins::are_printing();
		remove_filter( 'igny8/seo/takes_over', '__return_false', 101 );
		return $prints ? '' : __( 'The other plugin is active and prints nothing: it handles redirects only, or its setup was never finished.', 'igny8' );
	}

	/**
	 * Why the site cannot ask itself for a page; '' when it can.
	 */
	private function unreachable(): string {
		$answer = self::fetch( home_url( '/' ), Token::OURS );
		if ( is_wp_error( $answer ) ) {
			/* translators: %s: technical reason. */
			return sprintf( __( 'This site cannot open its own pages: %s', 'igny8' ), $answer->get_error_message() );
		}
		/* translators: %d: HTTP status. */
		return $answer['status'] < 400 ? '' : sprintf( __( 'This site answers its own requests with status %d.', 'igny8' ), $answer['status'] );
	}

	/**
	 * @return array<string, mixed>
	 */
	private function compare_pages( Subject $subject ): array {
		$before = self::fetch( $subject->url(), Token::THEIRS );
		$after  = self::fetch( $subject->url(), Token::OURS );
		if ( is_wp_error( $before ) || is_wp_error( $after ) ) {
			return $this->compare_stored( $subject );
		}
		$rows = array();
		if ( $before['status'] !== $after['status'] || $before['location'] !== $after['location'] ) {
			$rows[] = array(
				'what'    => 'status',
				'before'  => trim( "{$before['status']} {$before['location']}" ),
				'after'   => trim( "{$after['status']} {$after['location']}" ),
				'verdict' => 'differs',
				'why'     => __( 'another answer to the request', 'igny8' ),
			);
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
		$kind   = '' === $subject->meta_type() ? '' : $subject->meta_type();
		$record = '' === $kind ? null : ( $this->source->records( $kind, array( $subject->id ) )[ $subject->id ] ?? null );
		$theirs = null === $record ? array() : Check::fields( $record );
		$before = Resolver::preview( $subject, $theirs, null );
		$names  = array( 'title' => 'title', 'description' => 'description', 'canonical' => 'canonical', 'og_title' => 'og:title', 'og_description' => 'og:description', 'x_title' => 'twitter:title', 'x_description' => 'twitter:description' );
		$said   = array();
		foreach ( array_intersect_key( $names, $theirs ) as $field => $name ) {
			$said[ $name ] = $before->variables->fill( str_replace( '{page}', '', $theirs[ $field ] ) );
		}
		if ( isset( $theirs['robots'] ) ) {
			$said['robots'] = SeoRobots::text( $before->robots() );
		}
		$ours = array_intersect_key( PageHead::read( Head::render( Head::of( $this->plugin )->tags( $subject ) ) ), $said );
		$ours = array( 'title' => Resolver::of( $subject )->title() ) + $ours;
		return $this->page( $subject, Compare::heads( $said, array_intersect_key( $ours, $said ) ) );
	}

	/**
	 * @param list<array<string, string>> $rows
	 * @return array<string, mixed>
	 */
	private function page( Subject $subject, array $rows ): array {
		$verdicts = array_column( $rows, 'verdict' );
		return array(
			'object'  => $subject->key(),
			'name'    => Resolver::of( $subject )->variables->value( 'title' ),
			'url'     => $subject->url(),
			'verdict' => in_array( 'differs', $verdicts, true ) ? 'differs' : ( in_array( 'equivalent', $verdicts, true ) ? 'equivalent' : 'same' ),
			'rows'    => $rows,
		);
	}

	/**
	 * @return array{status: int, location: string, html: string}|\WP_Error
	 */
	private static function fetch( string $url, string $mode ): array|\WP_Error {
		$headers = array( 'Cache-Control' => 'no-cache' );
		if ( isset( $_SERVER['PHP_AUTH_USER'], $_SERVER['PHP_AUTH_PW'] ) ) { // A staging site behind a password, as Site Health does.
			$headers['Authorization'] = 'Basic ' . base64_encode( sanitize_text_field( wp_unslash( $_SERVER['PHP_AUTH_USER'] ) ) . ':' . wp_unslash( $_SERVER['PHP_AUTH_PW'] ) ); // phpcs:ignore WordPress.Security.ValidatedSanitizedInput, WordPress.PHP.DiscouragedPHPFunctions -- The header's own encoding of what the browser has sent.
		}
		$answer = wp_remote_get(
			add_query_arg( Module::COMPARE, Token::make( $mode ), $url ),
			array(
				'timeout'             => self::TIMEOUT_S,
				'redirection'         => 0,
				'limit_response_size' => self::MOST_KB * KB_IN_BYTES,
				'sslverify'           => apply_filters( 'https_local_ssl_verify', false ), // phpcs:ignore WordPress.NamingConventions.PrefixAllGlobals -- WordPress' own filter for requests to oneself.
				'headers'             => $headers,
			)
		);
		return is_wp_error( $answer ) ? $answer : array(
			'status'   => (int) wp_remote_retrieve_response_code( $answer ),
			'location' => (string) preg_replace( '/[?&]' . Module::COMPARE . '=[a-z0-9-]+/', '', (string) wp_remote_retrieve_header( $answer, 'location' ) ),
			'html'     => wp_remote_retrieve_body( $answer ),
		);
	}
}
