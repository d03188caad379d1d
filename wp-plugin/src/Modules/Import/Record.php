<?php
/**
 * What another plugin says about one post, term or author, on its way into our fields.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Import;

/**
 * Sources fill it through text(), robots() and the like; what cannot be taken along is noted, never dropped in silence.
 */
final class Record {

	/**
	 * As Seo\Fields takes them; empty ones are left out.
	 *
	 * @var array<string, mixed>
	 */
	public array $fields = array();

	/**
	 * Kind of loss → what was lost: `variable` → `%%foo%%`, `left_out` → a sentence.
	 *
	 * @var list<array{string, string}>
	 */
	public array $notes = array();

	public function __construct(
		public readonly string $kind,
		public readonly int $id,
		private readonly Variables $variables,
	) {}

	/**
	 * A field that may hold variables.
	 *
	 * @param string $around Where the text stands in ours: `* {separator} {site_name}`.
	 */
	public function text( string $field, mixed $value, string $around = '*' ): void {
		list( $text, $unknown ) = $this->variables->translate( self::string( $value ) );
		$this->set( $field, '' === $text ? '' : str_replace( '*', $text, $around ) );
		foreach ( $unknown as $variable ) {
			$this->note( 'variable', $variable );
		}
	}

	/**
	 * A field that is taken as it is; an empty value says nothing.
	 */
	public function set( string $field, mixed $value ): void {
		$value = is_string( $value ) ? trim( $value ) : $value;
		if ( ! in_array( $value, array( '', null, false, array(), 0 ), true ) ) {
			$this->fields[ $field ] = $value;
		}
	}

	/**
	 * An image: the attachment if the plugin knows it, else its address.
	 */
	public function image( string $field, mixed $id, mixed $url ): void {
		$id = is_numeric( $id ) ? (int) $id : 0;
		$this->set( $field, $id > 0 ? (string) $id : sanitize_url( self::string( $url ) ) );
	}

	/**
	 * Robots, as the meta tag has them.
	 *
	 * @param bool|null    $noindex  Null: the site's rule stands; false: said to be indexed whatever that rule is.
	 * @param bool|null    $nofollow
	 * @param list<string> $others   noarchive, max-snippet:50 …
	 */
	public function robots( ?bool $noindex, ?bool $nofollow, array $others = array() ): void {
		$this->set( 'robots', Robots::line( $noindex, $nofollow, $others ) );
	}

	/**
	 * Robots from a list such as `array( 'noindex', 'nofollow' )`.
	 *
	 * @param list<string> $words
	 * @param list<string> $others
	 */
	public function robot_words( array $words, array $others = array() ): void {
		$this->set( 'robots', Robots::of( $words, $others ) );
	}

	/**
	 * @param list<array{phrase: string, synonyms: list<string>}> $keyphrases The focus first.
	 */
	public function keyphrases( array $keyphrases ): void {
		$kept = array();
		foreach ( $keyphrases as $keyphrase ) {
			$phrase = trim( self::string( $keyphrase['phrase'] ) );
			if ( '' !== $phrase ) {
				$synonyms = array_values( array_filter( array_map( static fn( $word ) => self::cut( trim( self::string( $word ) ), 200 ), $keyphrase['synonyms'] ), static fn( string $word ) => '' !== $word ) );
				$kept[]   = array( 'phrase' => self::cut( $phrase, 200 ), 'synonyms' => $synonyms );
			}
		}
		$this->set( 'keyphrases', $kept );
	}

	public function primary_term( string $taxonomy, mixed $term_id ): void {
		if ( is_numeric( $term_id ) && (int) $term_id > 0 ) {
			$this->fields['primary_terms'][ $taxonomy ] = (int) $term_id;
		}
	}

	/**
	 * @param string $code `variable` or `left_out`.
	 */
	public function note( string $code, string $what ): void {
		$this->notes[] = array( $code, $what );
	}

	/**
	 * Text of whatever an old database holds: arrays and objects say nothing.
	 */
	public static function string( mixed $value ): string {
		return is_scalar( $value ) ? (string) $value : '';
	}

	/**
	 * Characters, not bytes.
	 */
	public static function cut( string $text, int $most ): string {
		return mb_strlen( $text ) > $most ? mb_substr( $text, 0, $most ) : $text;
	}
}
