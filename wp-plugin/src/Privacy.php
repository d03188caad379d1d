<?php
/**
 * What WordPress' privacy tools learn of IGNY8: a text for the site's policy, and an author's values for an export.
 *
 * @package Igny8
 */

namespace Igny8;

use Igny8\Seo\Fields;
use Igny8\Seo\Subject;

/**
 * Nothing is kept of visitors: redirects and the log of missing pages count addresses, not people. What is kept of people
 * are the titles and descriptions that authors' own archives carry.
 */
final class Privacy {

	public function boot(): void {
		add_action( 'admin_init', array( $this, 'on_admin_init' ) );
		add_filter( 'wp_privacy_personal_data_exporters', array( $this, 'filter_exporters' ) );
		add_filter( 'wp_privacy_personal_data_erasers', array( $this, 'filter_erasers' ) );
	}

	public function on_admin_init(): void {
		wp_add_privacy_policy_content( 'IGNY8', wp_kses_post( wpautop( $this->policy() ) ) );
	}

	/**
	 * @param array<string, array<string, mixed>> $exporters
	 * @return array<string, array<string, mixed>>
	 */
	public function filter_exporters( array $exporters ): array {
		$exporters['igny8'] = array( 'exporter_friendly_name' => 'IGNY8', 'callback' => array( $this, 'export' ) );
		return $exporters;
	}

	/**
	 * @param array<string, array<string, mixed>> $erasers
	 * @return array<string, array<string, mixed>>
	 */
	public function filter_erasers( array $erasers ): array {
		$erasers['igny8'] = array( 'eraser_friendly_name' => 'IGNY8', 'callback' => array( $this, 'erase' ) );
		return $erasers;
	}

	/**
	 * @return array{data: list<array<string, mixed>>, done: bool}
	 */
	public function export( string $email ): array {
		$user = get_user_by( 'email', $email );
		$data = array();
		foreach ( $user ? $this->values( $user->ID ) : array() as $name => $value ) {
			$data[] = array( 'name' => Fields::properties()[ $name ]['title'] ?? $name, 'value' => is_string( $value ) ? $value : wp_json_encode( $value ) );
		}
		$group = array( 'group_id' => 'igny8', 'group_label' => __( 'Author archive in search engines', 'igny8' ), 'item_id' => 'igny8-author', 'data' => $data );
		return array( 'data' => array() === $data ? array() : array( $group ), 'done' => true );
	}

	/**
	 * @return array{items_removed: bool, items_retained: bool, messages: list<string>, done: bool}
	 */
	public function erase( string $email ): array {
		$user = get_user_by( 'email', $email );
		$had  = $user && array() !== $this->values( $user->ID );
		$had && Fields::write( Subject::author( $user->ID ), array_map( static fn( array $schema ) => $schema['default'], Fields::properties() ) );
		return array( 'items_removed' => $had, 'items_retained' => false, 'messages' => array(), 'done' => true );
	}

	/**
	 * @return array<string, mixed> Only what is stored.
	 */
	private function values( int $user_id ): array {
		$values = array();
		foreach ( Fields::META as $name => $key ) {
			$value = get_user_meta( $user_id, $key, true );
			if ( '' !== $value ) {
				$values[ $name ] = $value;
			}
		}
		return $values;
	}

	private function policy(): string {
		return implode(
			"\n\n",
			array(
				__( 'IGNY8 sets no cookies and keeps nothing about visitors. When an address is not found, or is redirected, it may count how often; it stores the address that was asked for, the day, and host and path of the page that led there, not who asked: no IP address, no user agent, nothing of a query.', 'igny8' ),
				__( 'Titles and descriptions that are written for the archive of an author are kept with that author\'s account and are part of WordPress\' export and erasure of personal data.', 'igny8' ),
				__( 'If this site is connected to an IGNY8 engine, texts and facts about the business are sent to it on request of the editors, never data about visitors. If it announces new pages through IndexNow, their addresses are sent to the search engines that take part.', 'igny8' ),
			)
		);
	}
}
