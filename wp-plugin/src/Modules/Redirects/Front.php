<?php
/**
 * What happens to a visitor: sent on, told that a page is gone, or noted in the log of missing pages.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Redirects;

use Igny8\Plugin;
use Igny8\Settings;

/**
 * Loaded when WordPress has found nothing, or a rule or field asks for a redirect of a page that is there.
 */
final class Front {

	public function __construct( private readonly Plugin $plugin ) {}

	/**
	 * WordPress has found nothing at this address.
	 */
	public function on_missing(): void {
		$visit = Visit::current();
		if ( null === $visit ) {
			return;
		}
		$this->answer( $visit, false );
		add_action( 'shutdown', fn() => ( new MissLog( new MissesTable(), $this->settings() ) )->note( $visit ) ); // After the page is out; and somebody else may still redirect.
	}

	/**
	 * A page is there, and so are rules for existing pages.
	 *
	 * @param list<string> $always Hashes of those rules.
	 */
	public function on_existing( array $always ): void {
		$visit = Visit::current();
		if ( null === $visit || ( array( '*' ) !== $always && array() === array_intersect( $always, $visit->address->hashes( $visit->address->without( $this->settings()['ignored_parameters'] ) ) ) ) ) {
			return;
		}
		$this->answer( $visit, true );
	}

	/**
	 * Where visitors end up whom a page's own field `redirect` sends to an address: after the last of our rules on the way,
	 * '' where that is a circle.
	 */
	public function end_of( string $target ): string {
		$visit   = Visit::current();
		$checked = Target::checked( $target );
		if ( null === $visit || '' !== $checked['error'] ) {
			return $target;
		}
		$url = str_starts_with( $checked['target'], '/' ) ? untrailingslashit( home_url() ) . $checked['target'] : $checked['target'];
		return ( new Chain( $this->matcher(), false ) )->end( $url, $visit, array( $visit->address->full() ) )['url'] ?? '';
	}

	private function answer( Visit $visit, bool $is_page_there ): void {
		$found = $this->matcher()->find( $visit, $is_page_there );
		if ( null === $found ) {
			return;
		}
		$rule = $found['rule'];
		$code = (int) $rule['code'];
		$url  = $code >= 400 ? '' : $this->destination( $found, $visit );
		if ( '' === $url && $code < 400 ) {
			return;
		}
		Hits::count( $rule );
		/**
		 * A rule has fired; the answer is about to be sent.
		 *
		 * @param int    $rule_id
		 * @param string $url  '' for 410 and 451.
		 * @param int    $code
		 */
		do_action( 'igny8/redirects/fired', (int) $rule['id'], $url, $code );
		if ( $code >= 400 || is_numeric( $url ) ) {
			Gone::show( $code >= 400 ? $code : (int) $url );
			return;
		}
		$this->send( $url, $code, '[]' !== $rule['conditions'] );
	}

	/**
	 * The end of the chain; '410' or '451' when it ends there, '' when it goes round in a circle.
	 *
	 * @param array{rule: array<string, mixed>, groups: list<string>, rest: string} $found
	 */
	private function destination( array $found, Visit $visit ): string {
		$url = Target::of( $found['rule'], $found, $visit->address );
		if ( '' === $url || ( 'url' !== $found['rule']['target_type'] && '' === $found['rest'] ) ) {
			return $url; // A published post or term is the end: it stands at its own address.
		}
		$end = ( new Chain( $this->matcher(), false ) )->end( $url, $visit, array( $visit->address->full() ) );
		return null === $end ? '' : ( 0 === $end['code'] ? $end['url'] : (string) $end['code'] );
	}

	private function send( string $url, int $code, bool $depends_on_visitor ): void {
		$host = (string) wp_parse_url( $url, PHP_URL_HOST ); // Written out in the rule: Target sees to it.
		add_filter( 'allowed_redirect_hosts', static fn( array $hosts ) => array( ...$hosts, $host ) );
		$depends_on_visitor && nocache_headers(); // Not to be answered from a cache for somebody else.
		if ( wp_safe_redirect( $url, $code, 'IGNY8' ) ) {
			exit;
		}
	}

	private function matcher(): Matcher {
		return new Matcher( new RulesTable(), $this->settings()['ignored_parameters'] );
	}

	/**
	 * @return array<string, mixed>
	 */
	private function settings(): array {
		return Settings::stored( 'redirects' ) + Module::DEFAULTS;
	}
}
