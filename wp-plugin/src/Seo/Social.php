<?php
/**
 * Tags for social networks: Open Graph and X cards.
 *
 * @package Igny8
 */

namespace Igny8\Seo;

/**
 * X reads Open Graph's title, description and image where it finds none of its own, so those are printed once.
 */
final class Social {

	private const MOST_TAGS = 10; // More topics say nothing about an article and only make the page heavier.

	/**
	 * Post types whose pages are no articles.
	 */
	private const PLAIN = array( 'page', 'attachment' );

	/**
	 * WordPress' locales without a country → Open Graph's, by Facebook's list of locales.
	 */
	private const COUNTRIES = array(
		'af'  => 'af_ZA', 'am' => 'am_ET', 'ar' => 'ar_AR', 'ary' => 'ar_AR', 'as' => 'as_IN', 'az' => 'az_AZ', 'bel' => 'be_BY',
		'ca'  => 'ca_ES', 'ckb' => 'cb_IQ', 'cy' => 'cy_GB', 'el' => 'el_GR', 'eo' => 'eo_EO', 'et' => 'et_EE', 'eu' => 'eu_ES',
		'fi'  => 'fi_FI', 'gu' => 'gu_IN', 'hr' => 'hr_HR', 'hy' => 'hy_AM', 'ja' => 'ja_JP', 'kk' => 'kk_KZ', 'km' => 'km_KH',
		'lo'  => 'lo_LA', 'lv' => 'lv_LV', 'mn' => 'mn_MN', 'mr' => 'mr_IN', 'ps' => 'ps_AF', 'sq' => 'sq_AL', 'sw' => 'sw_KE',
		'te'  => 'te_IN', 'th' => 'th_TH', 'tl' => 'tl_PH', 'uk' => 'uk_UA', 'ur' => 'ur_PK', 'vi' => 'vi_VN',
	);

	/**
	 * @return list<array{tag: string, attributes: array<string, string>}>
	 */
	public static function tags( Resolver $page ): array {
		$subject = $page->subject;
		if ( ! Choices::of( 'social', 'is_on' ) || 'not_found' === $subject->kind ) {
			return array();
		}
		$type       = self::type( $page );
		$url        = '' === $page->canonical() ? $subject->url() : $page->canonical();
		$properties = array(
			array( 'og:type', $type ),
			array( 'og:title', $page->social_title() ),
			array( 'og:description', $page->social_description() ),
			array( 'og:url', $url ),
			array( 'og:site_name', Text::plain( (string) get_option( 'blogname' ) ) ),
			array( 'og:locale', self::locale( get_locale() ) ),
			...array_map( static fn( string $locale ) => array( 'og:locale:alternate', $locale ), self::alternates( $subject ) ),
			...self::image( $page->image() ),
			...self::details( $page, $type ),
			array( 'fb:app_id', (string) Choices::of( 'social', 'facebook_app' ) ),
		);
		return array(
			...array_map( static fn( array $pair ) => self::meta( 'property', ...$pair ), array_values( array_filter( $properties, static fn( array $pair ) => '' !== $pair[1] ) ) ),
			...self::x( $page ),
		);
	}

	/**
	 * @return array{tag: string, attributes: array<string, string>}
	 */
	private static function meta( string $attribute, string $name, string $content ): array {
		return array( 'tag' => 'meta', 'attributes' => array( $attribute => $name, 'content' => $content ) );
	}

	/**
	 * Open Graph's word for what the page is.
	 */
	private static function type( Resolver $page ): string {
		return match ( true ) {
			$page->subject->is_front()             => 'website',
			'author' === $page->subject->kind      => 'profile',
			'post' !== $page->subject->kind        => 'website',
			'product' === $page->subject->subtype  => 'product',
			$page->subject->is_posts_page()        => 'website',
			default                                => in_array( $page->subject->subtype, self::PLAIN, true ) ? 'website' : 'article',
		};
	}

	/**
	 * @param array{url: string, width: int, height: int, alt: string, type: string, id: int}|null $image
	 * @return list<array{string, string}>
	 */
	private static function image( ?array $image ): array {
		return null === $image ? array() : array(
			array( 'og:image', $image['url'] ),
			array( 'og:image:width', $image['width'] && $image['height'] ? (string) $image['width'] : '' ),
			array( 'og:image:height', $image['width'] && $image['height'] ? (string) $image['height'] : '' ),
			array( 'og:image:alt', $image['alt'] ),
			array( 'og:image:type', $image['type'] ),
		);
	}

	/**
	 * @return list<array{string, string}>
	 */
	private static function details( Resolver $page, string $type ): array {
		$thing = $page->thing;
		if ( $thing instanceof \WP_User && 'profile' === $type ) {
			$shown = static fn( string $name ): string => str_contains( $thing->display_name, $name ) ? Text::plain( $name ) : ''; // Who writes under another name keeps it.
			return array( array( 'profile:first_name', $shown( (string) $thing->first_name ) ), array( 'profile:last_name', $shown( (string) $thing->last_name ) ) );
		}
		if ( $thing instanceof \WP_Post && 'product' === $type ) {
			$properties = Product::properties( $thing );
			return array_map( static fn( string $name, string $content ) => array( $name, $content ), array_keys( $properties ), $properties );
		}
		return $thing instanceof \WP_Post && 'article' === $type ? self::article( $page, $thing ) : array();
	}

	/**
	 * @return list<array{string, string}>
	 */
	private static function article( Resolver $page, \WP_Post $post ): array {
		$tags = $page->variables->terms( $post, 'post_tag' );
		return array(
			array( 'article:published_time', (string) get_post_time( 'c', true, $post ) ),
			array( 'article:modified_time', $post->post_modified_gmt > $post->post_date_gmt ? (string) get_post_modified_time( 'c', true, $post ) : '' ),
			array( 'article:author', self::author( $post ) ),
			array( 'article:publisher', self::facebook_page() ),
			array( 'article:section', $page->variables->value( 'category' ) ),
			...array_map( static fn( \WP_Term $term ) => array( 'article:tag', Text::plain( $term->name ) ), array_slice( $tags, 0, self::MOST_TAGS ) ),
		);
	}

	/**
	 * The author's page on Facebook, where the profile names it, else here.
	 */
	private static function author( \WP_Post $post ): string {
		$user = post_type_supports( $post->post_type, 'author' ) ? get_userdata( (int) $post->post_author ) : false;
		if ( ! $user instanceof \WP_User ) {
			return '';
		}
		$facebook = Canonical::absolute( (string) $user->get( 'facebook' ) );
		return '' === $facebook ? get_author_posts_url( $user->ID, $user->user_nicename ) : $facebook;
	}

	private static function facebook_page(): string {
		foreach ( (array) Choices::of( 'social', 'profiles' ) as $profile ) {
			if ( preg_match( '~^https?://(?:\w+\.)?facebook\.com/~i', (string) $profile ) ) {
				return (string) $profile;
			}
		}
		return '';
	}

	/**
	 * @return list<array{tag: string, attributes: array<string, string>}>
	 */
	private static function x( Resolver $page ): array {
		$image = $page->image( 'x' );
		$pairs = array(
			'twitter:card'        => self::card( $page ),
			'twitter:site'        => self::handle( (string) Choices::of( 'social', 'x_site' ) ),
			'twitter:creator'     => 'article' === self::type( $page ) ? self::handle( (string) get_the_author_meta( 'twitter', (int) $page->thing->post_author ) ) : '', // The contact field that SEO plugins have always used.
			'twitter:title'       => $page->social_title( 'x' ) === $page->social_title() ? '' : $page->social_title( 'x' ),
			'twitter:description' => $page->social_description( 'x' ) === $page->social_description() ? '' : $page->social_description( 'x' ),
			'twitter:image'       => ( $image['url'] ?? '' ) === ( $page->image()['url'] ?? '' ) ? '' : (string) $image['url'],
		);
		$pairs['twitter:image:alt'] = '' === $pairs['twitter:image'] ? '' : (string) $image['alt'];
		$pairs                      = array_filter( $pairs, 'strlen' );
		return array_map( static fn( string $name, string $content ) => self::meta( 'name', $name, $content ), array_keys( $pairs ), $pairs );
	}

	/**
	 * Kind of card on X. A large one without an image is shown as nothing.
	 */
	public static function card( Resolver $page ): string {
		$own = (string) $page->own( 'x_card' );
		return null === $page->image( 'x' ) ? 'summary' : ( '' === $own ? (string) Choices::of( 'social', 'x_card' ) : $own );
	}

	/**
	 * `@name` of an account, also from the address of its page.
	 */
	private static function handle( string $account ): string {
		return preg_match( '~(?:^@?|(?:x|twitter)\.com/@?)(\w{1,15})/?$~i', trim( $account ), $found ) ? "@{$found[1]}" : '';
	}

	/**
	 * Languages a page exists in besides this one, as WPML, Polylang and their like tell by WPML's filter.
	 *
	 * @return list<string>
	 */
	private static function alternates( Subject $subject ): array {
		if ( ! has_filter( 'wpml_active_languages' ) || ! did_action( 'wp' ) || Subject::current()->key() !== $subject->key() ) {
			return array();
		}
		$languages = (array) apply_filters( 'wpml_active_languages', null, array( 'skip_missing' => 1 ) ); // phpcs:ignore WordPress.NamingConventions.PrefixAllGlobals.NonPrefixedHooknameFound -- WPML's own hook.
		$locales   = array_map( static fn( $language ) => self::locale( (string) ( $language['default_locale'] ?? '' ) ), $languages );
		return array_values( array_unique( array_diff( array_filter( $locales ), array( self::locale( get_locale() ) ) ) ) );
	}

	/**
	 * `de_DE_formal` → `de_DE`, `ja` → `ja_JP`.
	 */
	private static function locale( string $locale ): string {
		$locale = strtr( $locale, '-', '_' );
		return preg_match( '/^[a-z]{2,3}_[A-Z]{2}/', $locale, $found ) ? $found[0] : ( self::COUNTRIES[ $locale ] ?? ( '' === $locale ? '' : substr( $locale, 0, 2 ) . '_' . strtoupper( substr( $locale, 0, 2 ) ) ) );
	}
}
