<?php
/**
 * The test box: what would happen to a visitor of an address, and why.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Redirects;

use Igny8\Capabilities;
use Igny8\Operation;
use Igny8\Settings;

final class TestOperation {

	public function test(): Operation {
		return new Operation(
			name: 'redirects.test',
			label: __( 'Test an address', 'igny8' ),
			description: __( 'Says which redirect fires at an address, which others were considered and why they do not, and where the visitor ends.', 'igny8' ),
			capability: Capabilities::MANAGE_REDIRECTS,
			input: array(
				'type'       => 'object',
				'properties' => array(
					'url'        => array( 'type' => 'string', 'minLength' => 1, 'maxLength' => Path::LONGEST, 'description' => __( 'Address or path.', 'igny8' ) ),
					'logged_in'  => array( 'type' => 'boolean', 'default' => false, 'description' => __( 'As a visitor who is logged in.', 'igny8' ) ),
					'role'       => array( 'type' => 'string', 'maxLength' => 100, 'default' => '', 'description' => __( 'With this role.', 'igny8' ) ),
					'user_agent' => array( 'type' => 'string', 'maxLength' => 500, 'default' => '', 'description' => __( 'With this browser.', 'igny8' ) ),
					'referrer'   => array( 'type' => 'string', 'maxLength' => 500, 'default' => '', 'description' => __( 'Coming from here.', 'igny8' ) ),
					'language'   => array( 'type' => 'string', 'maxLength' => 100, 'default' => '', 'description' => __( 'Preferring this language.', 'igny8' ) ),
					'cookie'     => array( 'type' => 'string', 'maxLength' => 300, 'default' => '', 'description' => __( 'With this cookie, as name=value.', 'igny8' ) ),
				),
				'required'   => array( 'url' ),
			),
			output: array(
				'type'       => 'object',
				'properties' => array(
					'address'    => array( 'type' => 'string' ),
					'outcome'    => array( 'type' => 'string', 'enum' => array( 'redirect', 'gone', 'page', 'missing', 'wordpress', 'protected', 'circle' ) ),
					'message'    => array( 'type' => 'string' ),
					'code'       => array( 'type' => 'integer' ),
					'url'        => array( 'type' => 'string' ),
					'rule'       => array( 'type' => 'integer' ),
					'steps'      => array( 'type' => 'array', 'items' => array( 'type' => 'object' ) ),
					'considered' => array( 'type' => 'array', 'items' => array( 'type' => 'object' ) ),
				),
			),
			run: fn( array $input ) => $this->on_test( $input ),
			is_readonly: true,
			positional: array( 'url' ),
		);
	}

	/**
	 * @param array<string, mixed> $input
	 * @return array<string, mixed>|\WP_Error
	 */
	private function on_test( array $input ): array|\WP_Error {
		$address = Path::of( $input['url'] );
		if ( null === $address ) {
			return new \WP_Error( 'address_foreign', __( 'This address belongs to another site. Enter one of this site.', 'igny8' ), array( 'status' => 400 ) );
		}
		list( $cookie, $value ) = explode( '=', $input['cookie'], 2 ) + array( '', '' );
		$visit                    = new Visit( $address, $input['logged_in'] || '' !== $input['role'], array_filter( array( $input['role'] ) ), $input['user_agent'], $input['referrer'], $input['language'], '' === $cookie ? array() : array( $cookie => $value ) );
		$matcher                  = new Matcher( new RulesTable(), ( Settings::stored( 'redirects' ) + Module::DEFAULTS )['ignored_parameters'] );
		$page                     = PageAt::find( $address );
		$found                    = $matcher->find( $visit, null !== $page );
		return array( 'address' => $address->full() ) + $this->outcome( $visit, $page, $found, $matcher ) + array( 'code' => 0, 'url' => '', 'rule' => (int) ( $found['rule']['id'] ?? 0 ), 'steps' => array(), 'considered' => $this->considered( $matcher->explain( $visit ), $found, null !== $page ) );
	}

	/**
	 * @param array{type: string, id: int, url: string}|null $page
	 * @param array<string, mixed>|null                      $found
	 * @return array<string, mixed>
	 */
	private function outcome( Visit $visit, ?array $page, ?array $found, Matcher $matcher ): array {
		if ( $visit->address->is_protected() ) {
			return array( 'outcome' => 'protected', 'message' => __( 'WordPress itself needs this address, so it is never redirected.', 'igny8' ) );
		}
		if ( null === $found ) {
			return null === $page ? $this->without_rule( $visit->address ) : $this->at_page( $page, $visit, $matcher );
		}
		$rule = $found['rule'];
		if ( (int) $rule['code'] >= 400 ) {
			/* translators: 1: number of a redirect, 2: status. */
			return array( 'outcome' => 'gone', 'code' => (int) $rule['code'], 'message' => sprintf( __( 'Redirect %1$d answers %2$d: the page is gone.', 'igny8' ), $rule['id'], $rule['code'] ) );
		}
		$url = Target::of( $rule, $found, $visit->address );
		if ( '' === $url ) {
			/* translators: %d: number of a redirect. */
			return array( 'outcome' => 'missing', 'message' => sprintf( __( 'Redirect %d fits, but what it leads to is gone or not published. The visitor sees “not found”.', 'igny8' ), $rule['id'] ) );
		}
		return $this->along( $url, (int) $rule['code'], (int) $rule['id'], $visit, $matcher );
	}

	/**
	 * @return array<string, mixed>
	 */
	private function along( string $url, int $code, int $rule, Visit $visit, Matcher $matcher ): array {
		$end = ( new Chain( $matcher ) )->end( $url, $visit, array( $visit->address->full() ) );
		if ( null === $end ) {
			return array( 'outcome' => 'circle', 'message' => __( 'The redirects lead round in a circle. The visitor sees “not found” instead.', 'igny8' ) );
		}
		$steps = array( array( 'url' => $url, 'rule' => $rule ), ...$end['steps'] );
		if ( $end['code'] >= 400 ) {
			return array( 'outcome' => 'gone', 'code' => $end['code'], 'steps' => $steps, 'message' => __( 'The redirects end at an address that is gone.', 'igny8' ) );
		}
		$message = 0 === $rule
			/* translators: %s: address. */
			? sprintf( __( 'The page itself redirects its visitors to %s.', 'igny8' ), $end['url'] )
			/* translators: 1: number of a redirect, 2: status, 3: address. */
			: sprintf( __( 'Redirect %1$d sends the visitor to %3$s (%2$d).', 'igny8' ), $rule, $code, $end['url'] );
		return array( 'outcome' => 'redirect', 'code' => $code, 'url' => $end['url'], 'steps' => $steps, 'message' => $message );
	}

	/**
	 * @param array{type: string, id: int, url: string} $page
	 * @return array<string, mixed>
	 */
	private function at_page( array $page, Visit $visit, Matcher $matcher ): array {
		$own = PageAt::redirect( $page );
		return '' !== $own ? $this->along( $own, 301, 0, $visit, $matcher ) : array( 'outcome' => 'page', 'url' => $page['url'], 'message' => __( 'A page is there, and no redirect is made for existing pages. The visitor sees the page.', 'igny8' ) );
	}

	/**
	 * What WordPress does by itself where nothing is.
	 *
	 * @return array<string, mixed>
	 */
	private function without_rule( Path $address ): array {
		$post = $this->old_slug( basename( $address->path ) );
		return null === $post
			? array( 'outcome' => 'missing', 'message' => __( 'No redirect fits and no page is there. The visitor sees “not found”.', 'igny8' ) )
			/* translators: %s: title of a post. */
			: array( 'outcome' => 'wordpress', 'url' => (string) get_permalink( $post ), 'code' => 301, 'message' => sprintf( __( 'No redirect fits, but WordPress remembers this as an old slug of “%s” and sends the visitor there.', 'igny8' ), get_the_title( $post ) ) );
	}

	private function old_slug( string $slug ): ?\WP_Post {
		$found = '' === $slug ? array() : get_posts( array( 'post_type' => get_post_types( array( 'public' => true, 'hierarchical' => false ) ), 'meta_key' => '_wp_old_slug', 'meta_value' => sanitize_title( $slug ), 'numberposts' => 1 ) ); // phpcs:ignore WordPress.DB.SlowDBQuery -- As WordPress' own wp_old_slug_redirect() asks; in the test box only.
		return $found[0] ?? null;
	}

	/**
	 * @param list<array{rule: array<string, mixed>, reason: string}> $explained
	 * @param array<string, mixed>|null                               $found
	 * @return list<array{id: int, source: string, match: string, target: string, fires: bool, reason: string}>
	 */
	private function considered( array $explained, ?array $found, bool $is_page_there ): array {
		return array_map(
			static function ( array $entry ) use ( $found, $is_page_there ): array {
				$rule  = $entry['rule'];
				$fires = null !== $found && $found['rule']['id'] === $rule['id'];
				return array(
					'id'     => (int) $rule['id'],
					'source' => $rule['source'] . ( '' === $rule['source_query'] ? '' : "?{$rule['source_query']}" ),
					'match'  => $rule['match_type'],
					'target' => Rules::target_text( $rule ),
					'fires'  => $fires,
					'reason' => $fires ? __( 'Fires.', 'igny8' ) : self::reason( $entry['reason'], $is_page_there && 1 !== (int) $rule['is_always'] ),
				);
			},
			$explained
		);
	}

	private static function reason( string $reason, bool $waits_for_page ): string {
		return match ( $reason ) {
			''           => $waits_for_page ? __( 'Fits, but a page is there; it is not made for existing pages.', 'igny8' ) : __( 'Fits too, but another comes first (group, priority, kind).', 'igny8' ),
			'case'       => __( 'Capital and small letters differ.', 'igny8' ),
			'slash'      => __( 'The slash at the end differs.', 'igny8' ),
			'path'       => __( 'The address differs.', 'igny8' ),
			'pattern'    => __( 'The expression does not fit.', 'igny8' ),
			'limit'      => __( 'The expression needs too many steps on this address.', 'igny8' ),
			'query'      => __( 'The parameters after ? differ.', 'igny8' ),
			/* translators: %s: name of a condition. */
			default      => sprintf( __( 'The condition “%s” does not hold.', 'igny8' ), Conditions::schema()['properties'][ $reason ]['title'] ?? $reason ),
		};
	}
}
