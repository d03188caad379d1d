<?php
/**
 * The language of a page as Open Graph writes it, and those it is translated into.
 *
 * @package Igny8
 */

namespace Igny8\Seo;

final class Locale {

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

	public static function of_site(): string {
		return self::convert( get_locale() );
	}

	/**
	 * Languages a page exists in besides this one, as WPML, Polylang and their like tell by WPML's filter.
	 *
	 * @return list<string>
	 */
	public static function alternates( Subject $subject ): array {
		if ( ! has_filter( 'wpml_active_languages' ) || ! did_action( 'wp' ) || Subject::current()->key() !== $subject->key() ) {
			return array();
		}
		$languages = (array) apply_filters( 'wpml_active_languages', null, array( 'skip_missing' => 1 ) ); // phpcs:ignore WordPress.NamingConventions.PrefixAllGlobals.NonPrefixedHooknameFound -- WPML's own hook.
		$locales   = array_map( static fn( $language ) => self::convert( (string) ( $language['default_locale'] ?? '' ) ), $languages );
		return array_values( array_unique( array_diff( array_filter( $locales ), array( self::of_site() ) ) ) );
	}

	/**
	 * `de_DE_formal` → `de_DE`, `ja` → `ja_JP`.
	 */
	private static function convert( string $locale ): string {
		$locale = strtr( $locale, '-', '_' );
		return preg_match( '/^[a-z]{2,3}_[A-Z]{2}/', $locale, $found ) ? $found[0] : ( self::COUNTRIES[ $locale ] ?? ( '' === $locale ? '' : substr( $locale, 0, 2 ) . '_' . strtoupper( substr( $locale, 0, 2 ) ) ) );
	}
}
