<?php
/**
 * One change of one field, as it is made to many pages: set, clear, replace, append, add a directive.
 *
 * @package Igny8
 */

namespace Igny8\Modules\SeoMeta\Bulk;

use Igny8\Seo\Fields;
use Igny8\Seo\Resolver;
use Igny8\Seo\Robots;
use Igny8\Seo\Subject;
use Igny8\Seo\Templates;

/**
 * Pure: it says what the field would be; Batch stores it. Texts may hold variables, which are kept as such.
 */
final class Change {

	public const FIELDS  = array( 'title', 'description', 'robots', 'keyphrase', 'canonical', 'og_title', 'og_description', 'og_image', 'x_title', 'x_description', 'x_image', 'breadcrumb_title', 'is_cornerstone', 'primary_term' );
	public const ACTIONS = array( 'set', 'clear', 'replace', 'append', 'prepend', 'add', 'remove' );

	private const OF_TEXTS      = array( 'set', 'clear', 'replace', 'append', 'prepend' );
	private const TEXTS         = array( 'title', 'description', 'og_title', 'og_description', 'x_title', 'x_description', 'breadcrumb_title', 'canonical', 'og_image', 'x_image' );
	private const OPPOSITES     = array( 'noindex' => 'index', 'index' => 'noindex', 'nofollow' => 'follow', 'follow' => 'nofollow' );
	private const FROM_TEMPLATE = array( 'title' => 'title', 'description' => 'description', 'og_title' => 'social_title', 'og_description' => 'social_description' );

	private function __construct(
		private readonly string $field,
		private readonly string $action,
		private readonly string $value,
		private readonly string $find,
		private readonly string $taxonomy,
	) {}

	/**
	 * @param array{field: string, action: string, value: string, find: string} $input
	 * @return self|\WP_Error What does not fit together, at its field.
	 */
	public static function from( array $input ): self|\WP_Error {
		$field  = $input['field'];
		$action = $input['action'];
		$value  = trim( $input['value'] );
		$fits   = match ( $field ) {
			'robots'         => in_array( $action, array( 'set', 'clear', 'add', 'remove' ), true ),
			'keyphrase', 'is_cornerstone', 'primary_term' => in_array( $action, array( 'set', 'clear' ), true ),
			default          => in_array( $action, self::OF_TEXTS, true ),
		};
		if ( ! $fits ) {
			/* translators: 1: what to do, such as "append", 2: name of a field. */
			return self::fault( 'action', sprintf( __( '“%1$s” cannot be done to the field %2$s.', 'igny8' ), $action, $field ) );
		}
		if ( 'replace' === $action && '' === $input['find'] ) {
			return self::fault( 'find', __( 'Say which text to look for.', 'igny8' ) );
		}
		if ( '' === $value && ! in_array( $action, array( 'clear', 'replace' ), true ) && 'is_cornerstone' !== $field ) {
			return self::fault( 'value', __( 'Say what to put there, or choose to clear it.', 'igny8' ) );
		}
		if ( 'robots' === $field && 'clear' !== $action && array() === Robots::parse( $value ) ) {
			return self::fault( 'value', __( 'That is no directive of the robots meta tag. Write for example noindex or max-snippet:50.', 'igny8' ) );
		}
		$taxonomy = '';
		if ( 'primary_term' === $field ) {
			$term = 'clear' === $action ? null : get_term( (int) $value );
			if ( 'set' === $action && ! $term instanceof \WP_Term ) {
				return self::fault( 'value', __( 'There is no term with this id.', 'igny8' ) );
			}
			$taxonomy = $term->taxonomy ?? $value;
		}
		// Spaces around what is appended or looked for are meant.
		return new self( $field, $action, in_array( $action, array( 'append', 'prepend', 'replace' ), true ) ? $input['value'] : $value, $input['find'], $taxonomy );
	}

	/**
	 * What the page's fields would be.
	 *
	 * @param array<string, mixed> $own Fields of the page now.
	 * @return array<string, mixed>|\WP_Error Only what differs, by the names of Fields; empty when nothing would.
	 */
	public function of( Subject $subject, array $own ): array|\WP_Error {
		$values = match ( $this->field ) {
			'robots'         => array( 'robots' => $this->robots( (string) $own['robots'] ) ),
			'keyphrase'      => array( 'keyphrases' => $this->keyphrases( (array) $own['keyphrases'] ) ),
			'is_cornerstone' => array( 'is_cornerstone' => 'set' === $this->action && ! in_array( strtolower( $this->value ), array( '0', 'no', 'false' ), true ) ),
			'primary_term'   => $this->primary_terms( $subject, (array) $own['primary_terms'] ),
			default          => array( $this->field => $this->text( (string) $own[ $this->field ], $subject ) ),
		};
		return is_wp_error( $values ) ? $values : array_filter( $values, static fn( $value, $name ) => $value !== $own[ $name ], ARRAY_FILTER_USE_BOTH );
	}

	/**
	 * What is appended to a page that has no text of its own goes to its template, so that it does not lose its title.
	 */
	private function text( string $own, Subject $subject ): string {
		$base = '' === $own && in_array( $this->action, array( 'append', 'prepend' ), true ) ? self::template( $subject, $this->field ) : $own;
		return match ( $this->action ) {
			'set'     => $this->value,
			'clear'   => '',
			'replace' => trim( preg_replace_callback( '/' . preg_quote( $this->find, '/' ) . '/iu', fn() => $this->value, $own ) ?? $own ),
			'append'  => trim( $base . $this->value ),
			'prepend' => trim( $this->value . $base ),
		};
	}

	private static function template( Subject $subject, string $field ): string {
		if ( ! isset( self::FROM_TEMPLATE[ $field ] ) ) {
			return '';
		}
		$kind     = Resolver::of( $subject )->kind;
		$template = Templates::get( $kind, self::FROM_TEMPLATE[ $field ] );
		return '' === $template && str_starts_with( $field, 'og_' ) ? Templates::get( $kind, substr( $field, 3 ) ) : $template;
	}

	private function robots( string $own ): string {
		$robots = 'set' === $this->action ? array() : Robots::parse( $own );
		$given  = Robots::parse( $this->value );
		if ( 'clear' === $this->action ) {
			return '';
		}
		if ( 'remove' === $this->action ) {
			return Robots::text( array_diff_key( $robots, $given ) );
		}
		$robots = array_diff_key( $robots, array_flip( array_intersect_key( self::OPPOSITES, $given ) ) );
		return Robots::text( $given + $robots );
	}

	/**
	 * @param list<array<string, mixed>> $own
	 * @return list<array<string, mixed>> The first one is the focus; the others stay.
	 */
	private function keyphrases( array $own ): array {
		if ( 'clear' === $this->action ) {
			return array();
		}
		if ( ( $own[0]['phrase'] ?? '' ) === $this->value ) {
			return $own;
		}
		return array( array( 'phrase' => $this->value, 'synonyms' => array() ), ...array_slice( $own, 1 ) );
	}

	/**
	 * @param array<string, int> $own
	 * @return array{primary_terms: array<string, int>}|\WP_Error
	 */
	private function primary_terms( Subject $subject, array $own ): array|\WP_Error {
		if ( 'post' !== $subject->kind ) {
			return new \WP_Error( 'no_terms', __( 'Only posts have a primary term.', 'igny8' ) );
		}
		if ( 'clear' === $this->action ) {
			return array( 'primary_terms' => '' === $this->taxonomy ? array() : array_diff_key( $own, array( $this->taxonomy => 0 ) ) );
		}
		if ( ! has_term( (int) $this->value, $this->taxonomy, $subject->id ) ) {
			return new \WP_Error( 'term_missing', __( 'The post does not have this term, so it cannot be its primary one.', 'igny8' ) );
		}
		return array( 'primary_terms' => array( $this->taxonomy => (int) $this->value ) + $own );
	}

	private static function fault( string $field, string $message ): \WP_Error {
		return new \WP_Error( 'change_invalid', $message, array( 'status' => 400, 'fields' => array( $field => $message ) ) );
	}
}
