<?php
/**
 * Opens pages of this site as a visitor would, with a pass that decides whose head is printed.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Import;

use Igny8\Seo\Subject;

/**
 * One request at a time, of a bounded size and time; nobody else sees what it sees.
 */
final class Visit {

	private const MOST_KB = 2048; // Of a page: its head stands at the beginning.

	/**
	 * @param int $timeout_s Of one page.
	 */
	public function __construct( private readonly int $timeout_s ) {}

	/**
	 * Whether anybody may open the page.
	 */
	public static function is_public( Subject $subject ): bool {
		return '' !== $subject->url() && match ( $subject->kind ) {
			'post'   => 'publish' === get_post_status( $subject->id ) && is_post_publicly_viewable( $subject->id ) && ! post_password_required( $subject->id ),
			'term'   => is_taxonomy_viewable( $subject->subtype ),
			'author' => count_user_posts( $subject->id ) > 0,
			default  => true,
		};
	}

	/**
	 * Why the site cannot ask itself for a page; '' when it can.
	 */
	public function obstacle( string $url, string $mode ): string {
		return self::fault( $this->open( $url, $mode ) );
	}

	/**
	 * What is wrong with an answer, '' for nothing.
	 *
	 * @param array{status: int, location: string, html: string}|\WP_Error $answer As open().
	 */
	public static function fault( array|\WP_Error $answer ): string {
		if ( is_wp_error( $answer ) ) {
			/* translators: %s: technical reason. */
			return sprintf( __( 'This site cannot open its own pages: %s', 'igny8' ), $answer->get_error_message() );
		}
		/* translators: %d: HTTP status. */
		return $answer['status'] < 400 ? '' : sprintf( __( 'This site answers its own requests with status %d.', 'igny8' ), $answer['status'] );
	}

	/**
	 * @param string $mode Of Token.
	 * @return array{status: int, location: string, html: string}|\WP_Error
	 */
	public function open( string $url, string $mode ): array|\WP_Error {
		$headers = array( 'Cache-Control' => 'no-cache' );
		if ( isset( $_SERVER['PHP_AUTH_USER'], $_SERVER['PHP_AUTH_PW'] ) ) { // A staging site behind a password, as Site Health does.
			$headers['Authorization'] = 'Basic ' . base64_encode( sanitize_text_field( wp_unslash( $_SERVER['PHP_AUTH_USER'] ) ) . ':' . wp_unslash( $_SERVER['PHP_AUTH_PW'] ) ); // phpcs:ignore WordPress.Security.ValidatedSanitizedInput, WordPress.PHP.DiscouragedPHPFunctions -- The header's own encoding of what the browser has sent.
		}
		$answer = wp_remote_get(
			add_query_arg( Module::COMPARE, Token::make( $mode ), $url ),
			array(
				'timeout'             => $this->timeout_s,
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
