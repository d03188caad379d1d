<?php
/**
 * What a rule may ask about a request: its address and who sends it.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Redirects;

/**
 * Made from the request, or by the test box from what its user enters. Nothing of it is stored.
 */
final class Visit {

	/**
	 * @param list<string>          $roles    Of the user; empty when logged out.
	 * @param string                $language Value of Accept-Language.
	 * @param array<string, string> $cookies
	 */
	public function __construct(
		public readonly Path $address,
		public readonly bool $is_logged_in = false,
		public readonly array $roles = array(),
		public readonly string $user_agent = '',
		public readonly string $referrer = '',
		public readonly string $language = '',
		public readonly array $cookies = array(),
	) {}

	/**
	 * The request at work; null when it has no address of this site.
	 */
	public static function current(): ?self {
		// phpcs:disable WordPress.Security.ValidatedSanitizedInput -- Compared, never printed or stored; Path normalises the address.
		$address = Path::of( (string) wp_unslash( $_SERVER['REQUEST_URI'] ?? '' ), true );
		return null === $address ? null : new self(
			$address,
			is_user_logged_in(),
			is_user_logged_in() ? array_values( wp_get_current_user()->roles ) : array(),
			substr( (string) wp_unslash( $_SERVER['HTTP_USER_AGENT'] ?? '' ), 0, 1000 ),
			substr( (string) wp_unslash( $_SERVER['HTTP_REFERER'] ?? '' ), 0, 2000 ),
			substr( (string) wp_unslash( $_SERVER['HTTP_ACCEPT_LANGUAGE'] ?? '' ), 0, 200 ),
			array_filter( wp_unslash( $_COOKIE ), 'is_string' ),
		);
		// phpcs:enable
	}

	/**
	 * The same visitor somewhere else: for following a chain.
	 */
	public function at( Path $address ): self {
		return new self( $address, $this->is_logged_in, $this->roles, $this->user_agent, $this->referrer, $this->language, $this->cookies );
	}
}
