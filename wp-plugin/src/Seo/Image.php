<?php
/**
 * Finds the image that stands for a page on social networks and in schema, with its dimensions.
 *
 * @package Igny8
 */

namespace Igny8\Seo;

/**
 * The owner's choice, else the featured image, else the first one in the content, else that of the kind of page or of the
 * site. Everything comes from what a page view loads anyway: themes show featured images, and core looks the images of a
 * content up to give them their sizes. Only an own choice may cost the two look-ups of an attachment.
 *
 * An image is `array{url: string, width: int, height: int, alt: string, type: string, id: int}`; 0 and '' for what is not known.
 */
final class Image {

	private const WIDE = 1200; // Pixels that Facebook and Google ask for at least; the smallest size above it loads fastest.
	private const TINY = 200;  // Facebook refuses smaller ones: icons, smileys, counting pixels.

	private const TYPES = array(
		'jpg'  => 'image/jpeg',
		'jpeg' => 'image/jpeg',
		'png'  => 'image/png',
		'gif'  => 'image/gif',
		'webp' => 'image/webp',
		'avif' => 'image/avif',
	);

	/**
	 * @param string $network `og` or `x`.
	 * @return array{url: string, width: int, height: int, alt: string, type: string, id: int}|null
	 */
	public static function of( Resolver $page, string $network = 'og' ): ?array {
		$own = 'x' === $network ? (string) $page->own( 'x_image' ) : '';
		$own = '' === $own ? (string) $page->own( 'og_image' ) : $own;
		return ( '' === $own ? null : self::from( $own ) )
			?? self::of_thing( $page )
			?? self::chosen( Templates::get( $page->kind, 'social_image' ) )
			?? self::chosen( (string) Choices::of( 'social', 'image' ) );
	}

	/**
	 * @param string $value Id of an attachment or address of an image.
	 * @return array{url: string, width: int, height: int, alt: string, type: string, id: int}|null
	 */
	public static function from( string $value ): ?array {
		return ctype_digit( $value ) ? self::attachment( (int) $value ) : self::address( $value );
	}

	/**
	 * An image of the library; null when it is gone, or of a kind that no network shows (SVG).
	 *
	 * @return array{url: string, width: int, height: int, alt: string, type: string, id: int}|null
	 */
	public static function attachment( int $id ): ?array {
		$post = $id > 0 ? get_post( $id ) : null;
		if ( ! $post instanceof \WP_Post || 'attachment' !== $post->post_type || ! in_array( $post->post_mime_type, self::TYPES, true ) ) {
			return null;
		}
		$meta   = wp_get_attachment_metadata( $id );
		$source = wp_get_attachment_image_src( $id, is_array( $meta ) ? self::size( $meta ) : 'full' );
		if ( ! is_array( $source ) ) {
			return null;
		}
		return array(
			'url'    => Canonical::absolute( (string) $source[0] ),
			'width'  => (int) $source[1],
			'height' => (int) $source[2],
			'alt'    => Text::plain( (string) get_post_meta( $id, '_wp_attachment_image_alt', true ), 420 ), // As long as X reads.
			'type'   => self::type( (string) $source[0] ) ?: $post->post_mime_type,
			'id'     => $id,
		);
	}

	/**
	 * What the owner chose in the settings, looked up when it was saved (see SettingNotes).
	 *
	 * @return array{url: string, width: int, height: int, alt: string, type: string, id: int}|null
	 */
	private static function chosen( string $value ): ?array {
		$known = '' === $value ? null : ( \Igny8\Settings::stored( Choices::MODULE )['images'][ $value ] ?? null );
		return is_array( $known ) ? array( 'url' => Canonical::absolute( (string) ( $known['url'] ?? '' ) ) ) + $known : ( '' === $value ? null : self::from( $value ) );
	}

	/**
	 * @return array{url: string, width: int, height: int, alt: string, type: string, id: int}|null
	 */
	private static function of_thing( Resolver $page ): ?array {
		$thing = $page->thing;
		if ( $thing instanceof \WP_Term ) {
			return self::attachment( (int) $page->subject->meta( 'thumbnail_id' ) ); // WooCommerce's categories and brands.
		}
		if ( ! $thing instanceof \WP_Post || post_password_required( $thing ) ) {
			return null;
		}
		if ( 'attachment' === $thing->post_type ) {
			return self::attachment( $thing->ID );
		}
		return self::attachment( (int) ( $page->unsaved( 'thumbnail' ) ?? get_post_meta( $thing->ID, '_thumbnail_id', true ) ) ) ?? self::in_content( $thing->post_content );
	}

	/**
	 * @return array{url: string, width: int, height: int, alt: string, type: string, id: int}|null
	 */
	private static function in_content( string $content ): ?array {
		$offset = 0;
		for ( $tries = 0; $tries < 5; $tries++ ) { // An article whose first five images are icons has none that stands for it.
			$start = stripos( $content, '<img ', $offset );
			$end   = false === $start ? false : strpos( $content, '>', $start );
			if ( false === $end ) {
				return null;
			}
			$offset = $end;
			$found  = $end - $start > 4000 ? null : self::of_tag( substr( $content, $start, $end - $start ) ); // Longer ones carry their pixels in the tag.
			if ( null !== $found && ( 0 === $found['width'] || $found['width'] >= self::TINY ) ) {
				return $found;
			}
		}
		return null;
	}

	/**
	 * @return array{url: string, width: int, height: int, alt: string, type: string, id: int}|null
	 */
	private static function of_tag( string $tag ): ?array {
		$value = static fn( string $name ): string => preg_match( '/\s' . $name . '\s*=\s*(["\'])(.*?)\1/is', $tag, $found ) ? html_entity_decode( $found[2], ENT_QUOTES | ENT_HTML5, 'UTF-8' ) : '';
		$image = preg_match( '/\bwp-image-(\d+)\b/', $value( 'class' ), $found ) ? self::attachment( (int) $found[1] ) : null;
		if ( null !== $image ) {
			return array( 'alt' => '' === $image['alt'] ? Text::plain( $value( 'alt' ), 420 ) : $image['alt'] ) + $image;
		}
		$image = self::address( $value( 'src' ) );
		return null === $image ? null : array(
			'width'  => (int) $value( 'width' ) ?: $image['width'],
			'height' => (int) $value( 'height' ) ?: $image['height'],
			'alt'    => Text::plain( $value( 'alt' ), 420 ),
		) + $image;
	}

	/**
	 * An image known by its address only; WordPress writes the dimensions of a resized one into its name.
	 *
	 * @return array{url: string, width: int, height: int, alt: string, type: string, id: int}|null
	 */
	private static function address( string $url ): ?array {
		$url  = Canonical::absolute( trim( $url ) );
		$type = self::type( $url );
		if ( '' === $url || str_ends_with( (string) wp_parse_url( $url, PHP_URL_PATH ), '.svg' ) ) {
			return null;
		}
		preg_match( '/-(\d{2,5})x(\d{2,5})\.\w+$/', (string) wp_parse_url( $url, PHP_URL_PATH ), $found );
		return array(
			'url'    => $url,
			'width'  => (int) ( $found[1] ?? 0 ),
			'height' => (int) ( $found[2] ?? 0 ),
			'alt'    => '',
			'type'   => $type,
			'id'     => 0,
		);
	}

	/**
	 * The smallest size of the whole picture that is wide enough, else the picture itself.
	 *
	 * @param array<string, mixed> $meta Of the attachment.
	 */
	private static function size( array $meta ): string {
		$best  = 'full';
		$least = (int) ( $meta['width'] ?? 0 );
		$ratio = $least / max( 1, (int) ( $meta['height'] ?? 0 ) );
		foreach ( (array) ( $meta['sizes'] ?? array() ) as $name => $size ) {
			$width    = (int) ( $size['width'] ?? 0 );
			$is_whole = abs( $width / max( 1, (int) ( $size['height'] ?? 0 ) ) - $ratio ) < 0.02 * $ratio; // A cropped size has another shape; whole pixels round by less.
			if ( $is_whole && $width >= self::WIDE && $width < $least ) {
				$best  = (string) $name;
				$least = $width;
			}
		}
		return $best;
	}

	private static function type( string $url ): string {
		return self::TYPES[ strtolower( pathinfo( (string) wp_parse_url( $url, PHP_URL_PATH ), PATHINFO_EXTENSION ) ) ] ?? '';
	}
}
