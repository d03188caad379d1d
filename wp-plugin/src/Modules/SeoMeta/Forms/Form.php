<?php
/**
 * Our part of a classic form: prints it, and stores what came back with WordPress' own form.
 *
 * @package Igny8
 */

namespace Igny8\Modules\SeoMeta\Forms;

use Igny8\Seo\Fields;
use Igny8\Seo\Subject;

/**
 * `igny8_seo` holds the plain fields. With JavaScript these are switched off and `igny8_seo_changes` holds, as JSON, the
 * fields that were changed: so nothing is overwritten that somebody else has saved meanwhile.
 */
final class Form {

	private const NONCE   = 'igny8_seo_nonce';
	private const PLAIN   = 'igny8_seo';
	private const CHANGES = 'igny8_seo_changes';

	public static function print( Subject $subject ): void {
		$values = Fields::read( $subject );
		$object = $subject->object();
		foreach ( array( 'primary_terms', 'schema' ) as $map ) {
			$values[ $map ] = (object) $values[ $map ]; // Empty, it is `{}` in JSON, not `[]`.
		}
		$data = array(
			'kind'    => 'author' === $subject->kind ? 'user' : $subject->kind,
			'subtype' => $subject->subtype,
			'id'      => $subject->id,
			'fields'  => $values,
			'slug'    => (string) ( $object->post_name ?? $object->slug ?? '' ),
			'link'    => $subject->id > 0 ? $subject->url() : '',
		);
		self::print_failure( $subject );
		printf( '<div class="igny8-form" data-subject="%s">', esc_attr( (string) wp_json_encode( $data ) ) );
		wp_nonce_field( self::action( $subject ), self::NONCE, false );
		printf( '<input type="hidden" class="igny8-form__changes" name="%s" value="" />', esc_attr( self::CHANGES ) );
		echo '<fieldset class="igny8-form__plain">';
		( new Inputs( self::PLAIN ) )->print( $subject, $values );
		echo '</fieldset></div>';
	}

	/**
	 * Stores what was sent, if it was sent from our form by somebody who may.
	 *
	 * @param Subject|null $printed For what the form was printed, if for something else: the term that did not exist yet.
	 */
	public static function save( Subject $subject, ?Subject $printed = null ): void {
		$nonce = isset( $_POST[ self::NONCE ] ) ? sanitize_key( $_POST[ self::NONCE ] ) : '';
		if ( ! wp_verify_nonce( $nonce, self::action( $printed ?? $subject ) ) || ! Fields::may_edit( $subject ) ) {
			return;
		}
		$values = self::sent();
		$result = is_wp_error( $values ) || array() === $values ? $values : Fields::refusal( $subject, $values ) ?? Fields::write( $subject, $values );
		if ( is_wp_error( $result ) ) {
			set_transient( self::failure_key( $subject ), $result->get_error_message(), MINUTE_IN_SECONDS );
		}
	}

	/**
	 * Whether the form of this very object was sent: saving one post may save others.
	 *
	 * @param string $field WordPress' own field with its id.
	 */
	public static function is_sent_for( string $field, int $id ): bool {
		return isset( $_POST[ self::NONCE ], $_POST[ $field ] ) && (int) $_POST[ $field ] === $id; // phpcs:ignore WordPress.Security.NonceVerification -- save() verifies it.
	}

	public static function is_sent_for_new_term( string $taxonomy ): bool {
		return isset( $_POST[ self::NONCE ], $_POST['taxonomy'] ) && sanitize_key( $_POST['taxonomy'] ) === sanitize_key( $taxonomy ) && empty( $_POST['tag_ID'] ); // phpcs:ignore WordPress.Security.NonceVerification -- save() verifies it.
	}

	public static function new_term( string $taxonomy ): Subject {
		return Subject::term( new \WP_Term( (object) array( 'term_id' => 0, 'taxonomy' => $taxonomy ) ) );
	}

	/**
	 * @return array<string, mixed>|\WP_Error Fields as they were sent, unchecked; [] when none were changed.
	 */
	private static function sent(): array|\WP_Error {
		// phpcs:disable WordPress.Security.NonceVerification, WordPress.Security.ValidatedSanitizedInput -- save() has verified the nonce; Fields::write() checks and cleans each field.
		$changes = isset( $_POST[ self::CHANGES ] ) && is_string( $_POST[ self::CHANGES ] ) ? wp_unslash( $_POST[ self::CHANGES ] ) : '';
		if ( '' === $changes ) {
			$plain = isset( $_POST[ self::PLAIN ] ) && is_array( $_POST[ self::PLAIN ] ) ? wp_unslash( $_POST[ self::PLAIN ] ) : array();
			return array() === $plain ? array() : Inputs::read( $plain );
		}
		// phpcs:enable
		$values = json_decode( $changes, true );
		return is_array( $values ) ? $values : new \WP_Error( 'fields_invalid', __( 'The SEO fields were not saved: they came damaged from the browser. Please enter them again.', 'igny8' ) );
	}

	private static function print_failure( Subject $subject ): void {
		$message = get_transient( self::failure_key( $subject ) );
		if ( is_string( $message ) ) {
			delete_transient( self::failure_key( $subject ) );
			printf( '<div class="notice notice-error inline"><p>%s</p></div>', esc_html( $message ) );
		}
	}

	private static function failure_key( Subject $subject ): string {
		return 'igny8_seo_failure_' . get_current_user_id() . '_' . md5( $subject->key() );
	}

	private static function action( Subject $subject ): string {
		return "igny8_seo_{$subject->kind}_{$subject->subtype}_{$subject->id}";
	}
}
