<?php
/**
 * What an owner can say about one post, term or author for search engines: the list of fields and where they are kept.
 *
 * @package Igny8
 */

namespace Igny8\Seo;

use Igny8\Capabilities;
use Igny8\Contract;

/**
 * One list serves REST (`igny8_seo` on posts, terms and users), WP-CLI, the editor, bulk editing and the import. A field
 * that is empty is not stored: then the site's templates apply.
 */
final class Fields {

	/**
	 * Name in JSON → meta key.
	 */
	public const META = Subject::META; // Kept there: a page view reads fields and needs nothing else of this class.

	/**
	 * Derived at every write: '1' when the page must not stand in sitemaps (noindex, canonical elsewhere, redirected).
	 * A row exists for those only, so that a sitemap page finds them by one indexed join.
	 */
	public const UNLISTED = '_igny8_unlisted';

	/**
	 * @return array<string, array<string, mixed>> JSON schema of each field.
	 */
	public static function properties(): array {
		$text = static fn( string $title, int $most ): array => array( 'type' => 'string', 'title' => $title, 'maxLength' => $most, 'default' => '' );
		return array(
			'title'            => $text( __( 'Title', 'igny8' ), 1000 ),
			'description'      => $text( __( 'Description', 'igny8' ), 2000 ),
			'robots'           => $text( __( 'Robots, as the meta tag has them: noindex, max-snippet:50', 'igny8' ), 500 ),
			'canonical'        => $text( __( 'Canonical address', 'igny8' ), 2000 ),
			'og_title'         => $text( __( 'Title on social networks', 'igny8' ), 1000 ),
			'og_description'   => $text( __( 'Description on social networks', 'igny8' ), 2000 ),
			'og_image'         => $text( __( 'Image on social networks: id of an attachment or address', 'igny8' ), 2000 ),
			'x_title'          => $text( __( 'Title on X', 'igny8' ), 1000 ),
			'x_description'    => $text( __( 'Description on X', 'igny8' ), 2000 ),
			'x_image'          => $text( __( 'Image on X: id of an attachment or address', 'igny8' ), 2000 ),
			'x_card'           => array( 'type' => 'string', 'title' => __( 'Card on X', 'igny8' ), 'enum' => array( '', 'summary', 'summary_large_image' ), 'default' => '' ),
			'keyphrases'       => array(
				'type'    => 'array',
				'title'   => __( 'Keyphrases, the focus first', 'igny8' ),
				'default' => array(),
				'items'   => array(
					'type'                 => 'object',
					'properties'           => array(
						'phrase'   => array( 'type' => 'string', 'maxLength' => 200, 'required' => true ),
						'synonyms' => array( 'type' => 'array', 'items' => array( 'type' => 'string', 'maxLength' => 200 ), 'default' => array() ),
					),
					'additionalProperties' => false,
				),
			),
			'primary_terms'    => array( 'type' => 'object', 'title' => __( 'Primary term of each taxonomy', 'igny8' ), 'additionalProperties' => array( 'type' => 'integer' ), 'default' => array() ),
			'breadcrumb_title' => $text( __( 'Title in breadcrumbs', 'igny8' ), 300 ),
			'is_cornerstone'   => array( 'type' => 'boolean', 'title' => __( 'Cornerstone content', 'igny8' ), 'default' => false ),
			'schema'           => array( 'type' => 'object', 'title' => __( 'Schema.org choices', 'igny8' ), 'default' => array() ),
			'redirect'         => $text( __( 'Address to send visitors of this page to', 'igny8' ), 2000 ),
		);
	}

	/**
	 * All fields of an object, defaults where nothing is stored.
	 *
	 * @return array<string, mixed>
	 */
	public static function read( Subject $subject ): array {
		$values = array();
		foreach ( self::properties() as $name => $schema ) {
			$stored          = $subject->meta( self::META[ $name ] );
			$is_damaged      = is_array( $stored ) !== in_array( $schema['type'], array( 'array', 'object' ), true ); // Some importer wrote it past us: one such row must not stop a whole export.
			$values[ $name ] = '' === $stored || $is_damaged ? $schema['default'] : ( 'boolean' === $schema['type'] ? (bool) $stored : $stored );
		}
		return $values;
	}

	/**
	 * Changes some fields of an object; the others stay. All are checked before any is stored.
	 *
	 * @param array<string, mixed> $values
	 * @return array<string, mixed>|\WP_Error All fields after it.
	 */
	public static function write( Subject $subject, array $values ): array|\WP_Error {
		$clean = self::prepare( $values );
		if ( is_wp_error( $clean ) ) {
			return $clean;
		}
		foreach ( $clean as $name => $value ) {
			self::store( $subject, self::META[ $name ], $value );
		}
		self::note_listing( $subject );
		/**
		 * Values for search engines were stored.
		 *
		 * @param Subject      $subject
		 * @param list<string> $names Fields that were written.
		 */
		do_action( 'igny8/seo/fields_saved', $subject, array_keys( $values ) );
		return self::read( $subject );
	}

	/**
	 * Values as they are stored: checked and cleaned. For write(), and for who writes many objects in one statement.
	 *
	 * @param array<string, mixed> $values
	 * @return array<string, mixed>|\WP_Error
	 */
	public static function prepare( array $values ): array|\WP_Error {
		$schema  = array( 'type' => 'object', 'properties' => self::properties(), 'additionalProperties' => false );
		$checked = Contract::check( $values, $schema, 'fields_invalid', __( 'These values were not saved.', 'igny8' ) );
		if ( is_wp_error( $checked ) ) {
			return $checked;
		}
		$checked = array_intersect_key( $checked, $values );
		return array_combine( array_keys( $checked ), array_map( array( self::class, 'clean' ), array_keys( $checked ), $checked ) );
	}

	/**
	 * Whether the user at work may change these fields of the object.
	 */
	public static function may_edit( Subject $subject ): bool {
		$edit = array( 'post' => 'edit_post', 'term' => 'edit_term', 'user' => 'edit_user' )[ $subject->meta_type() ] ?? '';
		return '' !== $edit && Capabilities::may( Capabilities::EDIT_SEO ) && Capabilities::may( $edit, $subject->id );
	}

	/**
	 * Why the user at work may not store these values of the object, null when nothing is in the way. A redirect takes visitors
	 * away from the site: whoever may not manage redirects leaves it as it is.
	 *
	 * @param array<string, mixed> $values
	 */
	public static function refusal( Subject $subject, array $values ): ?\WP_Error {
		$status = array( 'status' => rest_authorization_required_code() );
		if ( ! self::may_edit( $subject ) ) {
			return new \WP_Error( 'rest_forbidden', __( 'Your account may not change what search engines are told about this page. Ask an administrator of this site.', 'igny8' ), $status );
		}
		$changes = isset( $values['redirect'] ) && $values['redirect'] !== (string) $subject->meta( self::META['redirect'] );
		return $changes && ! Capabilities::may( Capabilities::MANAGE_REDIRECTS ) ? new \WP_Error( 'rest_forbidden', __( 'Your account may not redirect pages. Nothing was saved; leave the redirect as it was.', 'igny8' ), $status ) : null;
	}

	/**
	 * Notes again whether a page is kept out of sitemaps: its address may have changed, or a draft has got one.
	 */
	public static function note_listing( Subject $subject ): void {
		self::store( $subject, self::UNLISTED, self::is_unlisted( $subject ) ? '1' : '' );
	}

	private static function is_unlisted( Subject $subject ): bool {
		return self::unlists( $subject, array_map( static fn( string $name ) => (string) $subject->meta( self::META[ $name ] ), array( 'robots' => 'robots', 'redirect' => 'redirect', 'canonical' => 'canonical' ) ) );
	}

	/**
	 * Whether these values keep a page out of sitemaps.
	 *
	 * @param array{robots: string, redirect: string, canonical: string} $values
	 */
	public static function unlists( Subject $subject, array $values ): bool {
		/**
		 * Whether something else keeps a page out of sitemaps: a rule that redirects it though it is there.
		 *
		 * @param bool    $is_unlisted
		 * @param Subject $subject
		 */
		return (bool) apply_filters( 'igny8/seo/unlisted', false, $subject )
			|| preg_match( '/\bno(?:index|ne)\b/', $values['robots'] )
			|| '' !== $values['redirect']
			|| ( '' !== $values['canonical'] && untrailingslashit( Canonical::absolute( $values['canonical'] ) ) !== untrailingslashit( $subject->url() ) );
	}

	private static function clean( string $name, mixed $value ): mixed {
		if ( in_array( $name, array( 'canonical', 'redirect' ), true ) ) {
			return sanitize_url( $value );
		}
		return map_deep( $value, static fn( $text ) => is_string( $text ) ? self::clean_text( $text ) : $text );
	}

	/**
	 * One line without tags. Unlike sanitize_text_field() it keeps what looks like an encoded byte: "20%de réduction".
	 */
	public static function clean_text( string $text ): string {
		$text = wp_check_invalid_utf8( $text, true );
		$text = Text::without_tags( $text );
		return trim( preg_replace( '/[\s\p{Cc}]+/u', ' ', $text ) ?? '' );
	}

	private static function store( Subject $subject, string $key, mixed $value ): void {
		if ( in_array( $value, array( '', false, array() ), true ) ) {
			delete_metadata( $subject->meta_type(), $subject->id, $key );
		} else {
			update_metadata( $subject->meta_type(), $subject->id, $key, wp_slash( true === $value ? '1' : $value ) );
		}
	}
}
