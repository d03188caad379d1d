<?php
/**
 * The SEO fields as plain inputs, for browsers without JavaScript.
 *
 * @package Igny8
 */

namespace Igny8\Modules\SeoMeta\Forms;

use Igny8\Seo\Fields;
use Igny8\Seo\Subject;

/**
 * What has no plain form (schema) is left as it is: only fields that are sent are written.
 */
final class Inputs {

	/**
	 * Field → kind of input.
	 */
	private const INPUTS = array(
		'title'            => 'text',
		'description'      => 'textarea',
		'keyphrases'       => 'keyphrases',
		'og_title'         => 'text',
		'og_description'   => 'textarea',
		'og_image'         => 'text',
		'x_title'          => 'text',
		'x_description'    => 'textarea',
		'x_image'          => 'text',
		'x_card'           => 'select',
		'robots'           => 'text',
		'canonical'        => 'url',
		'redirect'         => 'url',
		'breadcrumb_title' => 'text',
		'primary_terms'    => 'terms',
		'is_cornerstone'   => 'checkbox',
	);

	/**
	 * @param string $name Of the array that the inputs are sent in.
	 */
	public function __construct( private readonly string $name ) {}

	/**
	 * @param array<string, mixed> $values As Fields::read() gives them.
	 */
	public function print( Subject $subject, array $values ): void {
		$fields = Fields::properties();
		$left = \Igny8\Capabilities::may( \Igny8\Capabilities::MANAGE_REDIRECTS ) ? array() : array( 'redirect' => '' ); // What may not be changed is not asked for.
		foreach ( array_diff_key( self::INPUTS, $left ) as $field => $type ) {
			$label = (string) $fields[ $field ]['title'];
			match ( $type ) {
				'textarea'   => $this->print_textarea( $field, $label, (string) $values[ $field ], (int) $fields[ $field ]['maxLength'] ),
				'keyphrases' => $this->print_textarea( $field, __( 'Keyphrases, one a line, the focus first; synonyms behind a bar: dog bed | dog mattress, bed for dogs', 'igny8' ), self::keyphrases_text( (array) $values[ $field ] ), 10000 ),
				'select'     => $this->print_select( $field, $label, (string) $values[ $field ], self::cards() ),
				'terms'      => $this->print_primary_terms( $subject, (array) $values[ $field ] ),
				'checkbox'   => $this->print_checkbox( $field, $label, (bool) $values[ $field ] ),
				default      => $this->print_input( $type, $field, $label, (string) $values[ $field ], (int) $fields[ $field ]['maxLength'] ),
			};
		}
	}

	/**
	 * The values of a form that print() has made.
	 *
	 * @param array<string, mixed> $sent Unslashed.
	 * @return array<string, mixed> As Fields::write() takes them, unchecked.
	 */
	public static function read( array $sent ): array {
		$values = array_filter( array_intersect_key( $sent, self::INPUTS ), 'is_scalar' );
		if ( isset( $values['keyphrases'] ) ) {
			$values['keyphrases'] = self::keyphrases( (string) $values['keyphrases'] );
		}
		$values['is_cornerstone'] = ! empty( $sent['is_cornerstone'] );
		if ( is_array( $sent['primary_terms'] ?? null ) ) {
			$values['primary_terms'] = array_filter( array_map( 'absint', array_filter( $sent['primary_terms'], 'is_scalar' ) ) );
		}
		return $values;
	}

	/**
	 * @param string $text `dog bed | dog mattress, bed for dogs`, one a line.
	 * @return list<array{phrase: string, synonyms: list<string>}>
	 */
	private static function keyphrases( string $text ): array {
		$keyphrases = array();
		foreach ( preg_split( '/\R/', $text ) ?: array() as $line ) {
			list( $phrase, $synonyms ) = explode( '|', $line, 2 ) + array( '', '' );
			if ( '' !== trim( $phrase ) ) {
				$keyphrases[] = array( 'phrase' => trim( $phrase ), 'synonyms' => array_values( array_filter( array_map( 'trim', explode( ',', $synonyms ) ), 'strlen' ) ) );
			}
		}
		return $keyphrases;
	}

	/**
	 * @param array<array{phrase: string, synonyms?: list<string>}> $keyphrases
	 */
	private static function keyphrases_text( array $keyphrases ): string {
		$line = static fn( array $keyphrase ) => $keyphrase['phrase'] . ( empty( $keyphrase['synonyms'] ) ? '' : ' | ' . implode( ', ', $keyphrase['synonyms'] ) );
		return implode( "\n", array_map( $line, $keyphrases ) );
	}

	/**
	 * @return array<string, string>
	 */
	private static function cards(): array {
		return array( '' => __( 'As the settings say', 'igny8' ), 'summary_large_image' => __( 'Large image', 'igny8' ), 'summary' => __( 'Small image', 'igny8' ) );
	}

	private function print_input( string $type, string $field, string $label, string $value, int $most ): void {
		printf( '<p><label for="igny8-seo-%1$s">%2$s</label><input type="%3$s" id="igny8-seo-%1$s" name="%4$s[%1$s]" value="%5$s" maxlength="%6$d" /></p>', esc_attr( $field ), esc_html( $label ), esc_attr( $type ), esc_attr( $this->name ), esc_attr( $value ), absint( $most ) );
	}

	private function print_textarea( string $field, string $label, string $value, int $most ): void {
		printf( '<p><label for="igny8-seo-%1$s">%2$s</label><textarea id="igny8-seo-%1$s" name="%3$s[%1$s]" rows="3" maxlength="%4$d">%5$s</textarea></p>', esc_attr( $field ), esc_html( $label ), esc_attr( $this->name ), absint( $most ), esc_textarea( $value ) );
	}

	private function print_checkbox( string $field, string $label, bool $is_on ): void {
		printf( '<p><label class="igny8-form__check"><input type="checkbox" name="%1$s[%2$s]" value="1"%3$s /> %4$s</label></p>', esc_attr( $this->name ), esc_attr( $field ), checked( $is_on, true, false ), esc_html( $label ) );
	}

	/**
	 * @param array<int|string, string> $options
	 */
	private function print_select( string $field, string $label, string $value, array $options ): void {
		list( $main, $part ) = explode( '/', $field, 2 ) + array( '', '' );
		printf( '<p><label for="igny8-seo-%1$s">%2$s</label><select id="igny8-seo-%1$s" name="%3$s">', esc_attr( sanitize_html_class( $field ) ), esc_html( $label ), esc_attr( "{$this->name}[{$main}]" . ( '' === $part ? '' : "[{$part}]" ) ) );
		foreach ( $options as $option => $words ) {
			printf( '<option value="%s"%s>%s</option>', esc_attr( (string) $option ), selected( (string) $option, $value, false ), esc_html( $words ) );
		}
		echo '</select></p>';
	}

	/**
	 * @param array<string, int> $primary Taxonomy → term id.
	 */
	private function print_primary_terms( Subject $subject, array $primary ): void {
		if ( 'post' !== $subject->kind ) {
			return;
		}
		foreach ( get_object_taxonomies( $subject->subtype, 'objects' ) as $taxonomy ) {
			$terms = $taxonomy->hierarchical && is_taxonomy_viewable( $taxonomy ) ? get_the_terms( $subject->id, $taxonomy->name ) : array();
			if ( is_array( $terms ) && count( $terms ) > 1 ) {
				/* translators: %s: a taxonomy, such as Category. */
				$label = sprintf( __( 'Primary: %s', 'igny8' ), $taxonomy->labels->singular_name );
				$this->print_select( "primary_terms/{$taxonomy->name}", $label, (string) ( $primary[ $taxonomy->name ] ?? '' ), array( '' => __( 'WordPress decides', 'igny8' ) ) + wp_list_pluck( $terms, 'name', 'term_id' ) );
			}
		}
	}
}
