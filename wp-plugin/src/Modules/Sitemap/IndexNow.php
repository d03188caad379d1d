<?php
/**
 * Tells search engines by IndexNow which addresses have changed. Off until the owner switches it on.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Sitemap;

use Igny8\Lock;
use Igny8\Plugin;
use Igny8\Settings;

/**
 * By indexnow.org/documentation. Saving a post only queues; WP-Cron sends, many addresses at once, and tries again with
 * growing pauses. One request reaches Bing, Yandex, Naver, Seznam, Yep; Google does not take part.
 */
final class IndexNow {

	public const HOOK = Module::PING_HOOK;

	private const KEY       = 'igny8_indexnow_key';
	private const ENDPOINT  = 'https://api.indexnow.org/indexnow';
	private const BATCH     = 1000; // Addresses a request; the protocol allows 10,000.
	private const WAIT_S    = 60;   // Several saves of a page in a row become one announcement.
	private const TIMEOUT_S = 10;
	private const ANSWER_B  = 10240; // The answer says little: more is not read.
	private const ATTEMPTS  = 6;     // With the pauses below: two days.
	private const PAUSE_S   = 300;   // Before the second attempt; each further one waits four times as long.
	private const LEASE_S   = 60;
	private const LONGEST   = 2048; // Of an address, as sitemaps have it too.

	private readonly PingsTable $table;

	public function __construct( private readonly Plugin $plugin ) {
		$this->table = new PingsTable();
	}

	public static function is_on(): bool {
		return (bool) ( Settings::stored( 'sitemap' )['indexnow'] ?? Module::DEFAULTS['indexnow'] );
	}

	/**
	 * This site's key, made when it is first needed. It is public: it proves that who pings can put a file on the site.
	 */
	public static function key(): string {
		$key = (string) get_option( self::KEY, '' );
		if ( ! preg_match( '/^[0-9a-f]{32}$/', $key ) ) {
			$key = bin2hex( random_bytes( 16 ) );
			update_option( self::KEY, $key, false );
		}
		return $key;
	}

	/**
	 * The key file, which exists on no disk.
	 */
	public static function answer( string $name ): ?Response {
		return self::is_on() && hash_equals( self::key(), $name ) ? Response::file( 'text/plain', $name, md5( $name ) ) : null;
	}

	/**
	 * Why nothing is sent though the owner wants it, or ''. A copy of a site must not speak for the original.
	 */
	public static function obstacle(): string {
		if ( ! get_option( 'blog_public' ) ) {
			return __( 'This site asks search engines to stay away (Settings → Reading).', 'igny8' );
		}
		/**
		 * Whether this site may announce its addresses.
		 *
		 * @param bool $may
		 */
		if ( ! apply_filters( 'igny8/sitemap/may_ping', 'production' === wp_get_environment_type() ) ) {
			return __( 'This is not a production site (WP_ENVIRONMENT_TYPE).', 'igny8' );
		}
		return '';
	}

	/**
	 * @param array<string, string> $urls URL → reason.
	 * @return int How many were queued: addresses of this site only.
	 */
	public function queue( array $urls ): int {
		$urls = self::own( $urls );
		if ( array() === $urls || ! self::is_on() ) {
			return 0;
		}
		$this->table->queue( $urls, PingsTable::now( self::WAIT_S ) );
		$this->schedule( self::WAIT_S );
		return count( $urls );
	}

	/**
	 * The addresses among them that belong to this site.
	 *
	 * @param array<string, string> $urls By URL.
	 * @return array<string, string>
	 */
	public static function own( array $urls ): array {
		$home = trailingslashit( home_url() );
		return array_filter( $urls, static fn( $url ) => str_starts_with( trailingslashit( (string) $url ), $home ) && strlen( (string) $url ) <= self::LONGEST, ARRAY_FILTER_USE_KEY );
	}

	/**
	 * Sends what is due; the cron event, and `sitemap.ping`.
	 *
	 * @param bool $is_asked By the owner: what waits goes too.
	 * @return array{sent: int, failed: int, waiting: int, message: string}
	 */
	public function send( bool $is_asked = false ): array {
		$result = array( 'sent' => 0, 'failed' => 0, 'waiting' => 0, 'message' => self::is_on() ? self::obstacle() : __( 'IndexNow is off. Switch it on under IGNY8 → Settings → Sitemap.', 'igny8' ) );
		$lock   = '' === $result['message'] ? Lock::take( 'indexnow', self::LEASE_S ) : null;
		if ( null === $lock ) {
			return array( 'waiting' => $this->table->count( array( 'status' => 'queued' ) ) ) + $result;
		}
		try {
			$rows = $this->table->due( $is_asked ? PingsTable::now( DAY_IN_SECONDS * 365 ) : PingsTable::now(), self::BATCH );
			if ( array() !== $rows ) {
				$result = $this->settle( $rows, $this->post( array_column( $rows, 'url' ) ) ) + $result;
			}
			$this->table->trim();
		} finally {
			$lock->release();
		}
		$next = $this->table->next_due();
		'' === $next || $this->schedule( max( 1, (int) strtotime( "{$next} UTC" ) - time() ) );
		return array( 'waiting' => $this->table->count( array( 'status' => 'queued' ) ) ) + $result;
	}

	/**
	 * @param list<string> $urls
	 * @return array{code: int, message: string} Code 0: no answer.
	 */
	private function post( array $urls ): array {
		$key      = self::key();
		$response = wp_safe_remote_post(
			/**
			 * Where announcements go: any IndexNow endpoint passes them on to the others.
			 *
			 * @param string $url
			 */
			apply_filters( 'igny8/sitemap/indexnow_endpoint', self::ENDPOINT ),
			array(
				'timeout'             => self::TIMEOUT_S,
				'redirection'         => 0,
				'limit_response_size' => self::ANSWER_B,
				'headers'             => array( 'Content-Type' => 'application/json; charset=utf-8' ),
				'body'                => wp_json_encode( array( 'host' => wp_parse_url( home_url(), PHP_URL_HOST ), 'key' => $key, 'keyLocation' => Address::key( $key ), 'urlList' => $urls ), JSON_UNESCAPED_SLASHES ),
			)
		);
		return is_wp_error( $response )
			? array( 'code' => 0, 'message' => $response->get_error_message() )
			: array( 'code' => (int) wp_remote_retrieve_response_code( $response ), 'message' => '' );
	}

	/**
	 * @param list<array<string, mixed>>           $rows
	 * @param array{code: int, message: string} $answer
	 * @return array{sent: int, failed: int, message: string}
	 */
	private function settle( array $rows, array $answer ): array {
		$code    = $answer['code'];
		$is_sent = in_array( $code, array( 200, 202 ), true );
		$message = mb_substr( '' === $answer['message'] ? self::meaning( $code ) : $answer['message'], 0, 200 );
		$may_try = 0 === $code || 429 === $code || $code >= 500;
		$groups  = array();
		foreach ( $rows as $row ) {
			$groups[ (int) $row['attempts'] + 1 ][] = (int) $row['id'];
		}
		foreach ( $groups as $attempts => $ids ) {
			$again = ! $is_sent && $may_try && $attempts < self::ATTEMPTS;
			$this->table->settle(
				$ids,
				array(
					'status'   => $is_sent ? 'sent' : ( $again ? 'queued' : 'failed' ),
					'attempts' => $attempts,
					'code'     => $code,
					'message'  => $message,
					'due_at'   => PingsTable::now( $again ? self::PAUSE_S * 4 ** ( $attempts - 1 ) : 0 ),
					'sent_at'  => PingsTable::now(),
				)
			);
		}
		return array( 'sent' => $is_sent ? count( $rows ) : 0, 'failed' => $is_sent ? 0 : count( $rows ), 'message' => $is_sent ? '' : $message );
	}

	/**
	 * What an answer means, by the protocol.
	 */
	private static function meaning( int $code ): string {
		return match ( $code ) {
			200, 202 => '',
			400      => __( 'The request was not understood.', 'igny8' ),
			403      => __( 'The key was not accepted: its file could not be read at this site.', 'igny8' ),
			422      => __( 'Some addresses do not belong to this host, or the key does not.', 'igny8' ),
			429      => __( 'Too many announcements: tried again later.', 'igny8' ),
			/* translators: %d: HTTP status. */
			default  => sprintf( __( 'The answer was HTTP status %d.', 'igny8' ), $code ),
		};
	}

	private function schedule( int $in_s ): void {
		if ( ! wp_next_scheduled( self::HOOK ) ) {
			wp_schedule_single_event( time() + $in_s, self::HOOK );
		}
	}
}
