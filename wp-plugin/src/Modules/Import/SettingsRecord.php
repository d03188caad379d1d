<?php
/**
 * Another plugin's site settings on their way into the settings of our modules.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Import;

use Igny8\Modules\Schema\BusinessTypes;
use Igny8\Modules\Schema\Page;
use Igny8\Modules\Schema\Pieces\Owner;

/**
 * Values by module and setting; of settings that are maps, only what the other plugin says.
 */
final class SettingsRecord {

	/**
	 * Module → setting → value.
	 *
	 * @var array<string, array<string, mixed>>
	 */
	public array $values = array();

	/**
	 * As Record::$notes.
	 *
	 * @var list<array{string, string}>
	 */
	public array $notes = array();

	/**
	 * Text of robots.txt that the plugin keeps, '' for none.
	 */
	public string $robots_txt = '';

	public function __construct( private readonly Variables $variables ) {}

	/**
	 * One template of a kind of page.
	 *
	 * @param string $page  `home`, `post:<post type>`, `term:<taxonomy>`, `archive:<post type>`, `author`, `date`, `search`, `not_found`.
	 * @param string $field title, description, social_title or social_description.
	 * @param string $around As Record::text() has it.
	 */
	public function template( string $page, string $field, mixed $value, string $around = '*' ): void {
		list( $text, $unknown ) = $this->variables->translate( Record::string( $value ) );
		$this->put( 'seo-meta', 'titles', "{$page}|{$field}", '' === $text ? '' : str_replace( '*', $text, $around ) );
		foreach ( $unknown as $variable ) {
			$this->notes[] = array( 'variable', $variable );
		}
	}

	/**
	 * Robots of a kind of page.
	 *
	 * @param list<string> $others
	 */
	public function robots( string $page, ?bool $noindex, ?bool $nofollow = null, array $others = array() ): void {
		$this->put( 'seo-meta', 'titles', "{$page}|robots", Robots::line( $noindex ?: null, $nofollow ?: null, $others ) );
	}

	/**
	 * The picture that pages of a kind are shared with.
	 */
	public function image( string $page, mixed $id, mixed $url ): void {
		$id = is_numeric( $id ) ? (int) $id : 0;
		$this->put( 'seo-meta', 'titles', "{$page}|social_image", $id > 0 ? (string) $id : sanitize_url( Record::string( $url ) ) );
	}

	/**
	 * Robots of a kind of page, from a list such as `array( 'noindex', 'nofollow' )`; to be indexed is what every page is.
	 *
	 * @param list<string> $words
	 * @param list<string> $others
	 */
	public function robot_words( string $page, array $words, array $others = array() ): void {
		$this->put( 'seo-meta', 'titles', "{$page}|robots", Robots::of( array_values( array_diff( $words, array( 'follow' ) ) ), $others ) );
	}

	/**
	 * Image, account on X, kind of card and profiles of the site.
	 *
	 * @param list<mixed> $profiles Addresses.
	 */
	public function social( mixed $image_id, mixed $image_url, string $x_site, string $x_card, array $profiles ): void {
		$image_id = is_numeric( $image_id ) ? (int) $image_id : 0;
		$x_site   = ltrim( (string) preg_replace( '~^https?://(?:www\.)?(?:twitter|x)\.com/~i', '', trim( $x_site ) ), '@' );
		$this->put( 'seo-meta', 'social', 'image', $image_id > 0 ? (string) $image_id : sanitize_url( Record::string( $image_url ) ) );
		$this->put( 'seo-meta', 'social', 'x_site', $x_site );
		$this->put( 'seo-meta', 'social', 'x_card', in_array( $x_card, array( 'summary', 'summary_large_image' ), true ) ? $x_card : '' );
		$profiles = array_map( static fn( $url ) => sanitize_url( trim( Record::string( $url ) ) ), array( ...$profiles, '' === $x_site ? '' : "https://x.com/{$x_site}" ) );
		$this->put( 'seo-meta', 'social', 'profiles', array_values( array_unique( array_filter( $profiles ) ) ) );
	}

	/**
	 * Who the site stands for, when that is an organisation.
	 *
	 * @param array<string, mixed> $values Path in the schema module's setting `organization` → value.
	 */
	public function organization( array $values, mixed $logo_id = 0, mixed $logo_url = '' ): void {
		foreach ( $values as $path => $value ) {
			$value = is_array( $value ) ? $value : html_entity_decode( Record::string( $value ), ENT_QUOTES | ENT_HTML5 );
			if ( 'type' === $path ) {
				$value = $this->business_type( (string) $value );
			}
			$this->put( 'schema', 'organization', $path, str_starts_with( $path, 'geo|' ) && '' !== $value ? (float) $value : $value );
		}
		$logo_id = is_numeric( $logo_id ) ? (int) $logo_id : 0;
		$this->put( 'schema', 'organization', 'logo', $logo_id > 0 ? $logo_id : sanitize_url( Record::string( $logo_url ) ) );
	}

	private function business_type( string $type ): string {
		$known = array( ...Owner::ORGANIZATIONS, ...BusinessTypes::ALL );
		if ( '' !== $type && ! in_array( $type, $known, true ) ) {
			$this->note( 'schema', $type );
			return '';
		}
		return $type;
	}

	/**
	 * What the posts of a type are.
	 *
	 * @param string $type      Their word for it; '' says nothing.
	 * @param string $page_type Likewise.
	 */
	public function post_type_schema( string $post_type, string $type, string $page_type = '' ): void {
		foreach ( array( 'type' => $type, 'page_type' => $page_type ) as $name => $theirs ) {
			$ours = SchemaChoice::type( $theirs );
			if ( '' !== $theirs && '' === $ours ) {
				$this->note( 'schema', $theirs );
			}
			$this->put( 'schema', 'post_types', "{$post_type}|{$name}", 'page_type' === $name || ! in_array( $ours, Page::PAGE_TYPES, true ) ? $ours : '' );
		}
	}

	/**
	 * Text before and after each entry of the feeds.
	 */
	public function feed( string $before, string $after ): void {
		foreach ( compact( 'before', 'after' ) as $name => $text ) {
			list( $text, $unknown ) = $this->variables->translate( $text );
			$this->set( 'sitemap', "feed_{$name}", $text );
			foreach ( $unknown as $variable ) {
				$this->note( 'variable', $variable );
			}
		}
	}

	/**
	 * A switch: true, 'on', '1' and 'yes' are on; null says nothing.
	 */
	public function flag( string $module, string $name, mixed $value ): void {
		if ( null !== $value ) {
			$this->values[ $module ][ $name ] = in_array( $value, array( true, 1, '1', 'on', 'yes', 'true' ), true );
		}
	}

	/**
	 * A whole setting.
	 */
	public function set( string $module, string $name, mixed $value ): void {
		if ( ! in_array( $value, array( '', null, array() ), true ) ) {
			$this->values[ $module ][ $name ] = is_string( $value ) ? trim( $value ) : $value;
		}
	}

	/**
	 * One entry of a setting that is a map; the path in it with `|` between the keys.
	 */
	public function put( string $module, string $name, string $path, mixed $value ): void {
		$value = is_string( $value ) ? trim( $value ) : $value;
		if ( in_array( $value, array( '', null, array() ), true ) ) {
			return;
		}
		$this->values[ $module ][ $name ] ??= array();
		$place                              = &$this->values[ $module ][ $name ];
		foreach ( explode( '|', $path ) as $key ) {
			$place[ $key ] ??= array();
			$place           = &$place[ $key ];
		}
		$place = $value;
	}

	public function note( string $code, string $what ): void {
		$this->notes[] = array( $code, $what );
	}
}
