<?php
/**
 * Walks through the whole sitemap and asks of every address whether it should stand there, without requesting any.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Sitemap;

use Igny8\Plugin;
use Igny8\Seo\Fields;
use Igny8\Seo\Head;
use Igny8\Seo\Subject;

/**
 * An address passes when WordPress' own rules lead from it to its object, the object is public, and what we print into its
 * head neither says noindex nor names another canonical address. Where it stands is kept between steps.
 */
final class Check {

	public const OPTION = 'igny8_sitemap_check';

	private const STEP_S     = 2.0;
	private const BATCH      = 50;              // Addresses read at once.
	private const MOST       = 500;             // Problems that are kept: nobody reads more, and they have few causes.
	private const FORGOTTEN_S = HOUR_IN_SECONDS; // A check left this long ago begins anew.

	private readonly Pages $pages;

	public function __construct( private readonly Plugin $plugin ) {
		$this->pages = new Pages( $plugin );
	}

	/**
	 * @return array{done: int, total: int, remaining: int, problems: list<array{url: string, file: string, problem: string}>}
	 */
	public function step(): array {
		$state = (array) get_option( self::OPTION, array() );
		if ( ! isset( $state['called_at'] ) || $state['called_at'] < time() - self::FORGOTTEN_S ) {
			$this->pages->refresh( self::STEP_S );
			$state = array( 'page' => 0, 'after' => 0, 'in_page' => 0, 'done' => 0, 'problems' => array() );
		}
		$rows  = $this->pages->listed();
		$rows  = array_values( array_filter( $rows, static fn( array $row ) => $row['id'] >= $state['page'] ) );
		usort( $rows, static fn( array $one, array $other ) => $one['id'] <=> $other['id'] );
		$until = microtime( true ) + self::STEP_S;
		while ( array() !== $rows && microtime( true ) < $until ) {
			$state = $this->batch( $rows[0], $state );
			$rows  = $state['page'] > $rows[0]['id'] ? array_slice( $rows, 1 ) : $rows;
		}
		$remaining          = array() === $rows ? 0 : max( 1, array_sum( array_column( $rows, 'count' ) ) - $state['in_page'] );
		$state['called_at'] = time();
		array() === $rows ? delete_option( self::OPTION ) : update_option( self::OPTION, $state, false );
		return array( 'done' => $state['done'], 'total' => $state['done'] + $remaining, 'remaining' => $remaining, 'problems' => $state['problems'] );
	}

	/**
	 * Some addresses of a page.
	 *
	 * @param array<string, mixed> $row
	 * @param array<string, mixed> $state
	 * @return array<string, mixed> The state after them.
	 */
	private function batch( array $row, array $state ): array {
		$first   = $state['page'] === $row['id'] ? max( $row['first_id'], $state['after'] + 1 ) : $row['first_id'];
		$entries = $this->pages->source( $row['kind'] )->entries( $row['subtype'], $first, $row['last_id'], self::BATCH );
		$file    = Address::page( $row['kind'], $row['subtype'], $row['page'] );
		'posts' === $row['kind'] && _prime_post_caches( array_column( $entries, 'id' ) );
		foreach ( $entries as $entry ) {
			$problem = $this->problem( $row, $entry );
			if ( '' !== $problem && count( $state['problems'] ) < self::MOST ) {
				$state['problems'][] = array( 'url' => $entry['loc'], 'file' => $file, 'problem' => $problem );
			}
		}
		$is_over          = count( $entries ) < self::BATCH;
		$state['done']   += count( $entries );
		$state['in_page'] = $is_over ? 0 : $state['in_page'] + count( $entries );
		$state['page']    = $is_over ? $row['id'] + 1 : $row['id'];
		$state['after']   = $is_over ? 0 : $entries[ count( $entries ) - 1 ]['id'];
		return $state;
	}

	/**
	 * What is wrong with an address, in words, or ''.
	 *
	 * @param array<string, mixed> $row
	 * @param array<string, mixed> $entry
	 */
	private function problem( array $row, array $entry ): string {
		$subject = $this->subject( $row, $entry['id'] );
		if ( null === $subject ) {
			return __( 'There is nothing at this address any more.', 'igny8' );
		}
		$canonical = '';
		$robots    = '';
		foreach ( Head::of( $this->plugin )->tags( $subject ) as $tag ) {
			$attributes = $tag['attributes'] ?? array();
			$canonical  = 'canonical' === ( $attributes['rel'] ?? '' ) ? $attributes['href'] : $canonical;
			$robots     = 'robots' === ( $attributes['name'] ?? '' ) ? $attributes['content'] : $robots;
		}
		return match ( true ) {
			'' !== (string) $subject->meta( Fields::UNLISTED ) => __( 'This page is to be left out, but stands in the sitemap. Rebuild it.', 'igny8' ),
			$entry['loc'] !== $subject->url()                   => __( 'WordPress gives this page another address.', 'igny8' ),
			1 === preg_match( '/\bno(?:index|ne)\b/', $robots ) => __( 'Search engines are told not to index this page.', 'igny8' ),
			/* translators: %s: address of a page. */
			'' !== $canonical && $canonical !== $entry['loc']   => sprintf( __( 'Its canonical address is another one: %s', 'igny8' ), $canonical ),
			! $this->leads_there( $row, $entry )                => __( 'WordPress does not find the page by this address: save the permalinks (Settings → Permalinks) again.', 'igny8' ),
			default                                             => '',
		};
	}

	/**
	 * @param array<string, mixed> $row
	 */
	private function subject( array $row, int $id ): ?Subject {
		if ( 'posts' === $row['kind'] ) {
			$post = get_post( $id );
			return null !== $post && is_post_publicly_viewable( $post ) && '' === $post->post_password ? Subject::post( $post ) : null;
		}
		if ( 'taxonomies' === $row['kind'] ) {
			$term = get_term( $id, $row['subtype'] );
			return $term instanceof \WP_Term ? Subject::term( $term ) : null;
		}
		return false === get_userdata( $id ) ? null : Subject::author( $id );
	}

	/**
	 * Whether WordPress' rewrite rules find the object. Of posts only: archives are found by their names.
	 *
	 * @param array<string, mixed> $row
	 * @param array<string, mixed> $entry
	 */
	private function leads_there( array $row, array $entry ): bool {
		return 'posts' !== $row['kind'] || home_url( '/' ) === $entry['loc'] || (int) get_option( 'page_for_posts' ) === $entry['id'] || url_to_postid( $entry['loc'] ) === $entry['id'];
	}
}
