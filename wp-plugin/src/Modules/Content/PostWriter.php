<?php
/**
 * Makes a draft post or page of a document, once per planned page.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Content;

/**
 * The post is looked up before it is made: by its meta, and after a crash also by its guid, which stands in the same
 * row as the post and so cannot be missing. What somebody has edited is never overwritten.
 */
final class PostWriter {

	private const ANY_STATUS = array( 'publish', 'future', 'draft', 'pending', 'private', 'trash' );

	/**
	 * @param \Closure(string): ?int         $find_post  Post of a planned page, for the parent.
	 * @param \Closure(string, string): ?int $find_term  Id of a planned term.
	 * @param \Closure(string): string       $taxonomy   WordPress' name of a planned taxonomy.
	 */
	public function __construct(
		private readonly \Closure $find_post,
		private readonly \Closure $find_term,
		private readonly \Closure $taxonomy,
	) {}

	/**
	 * @param array<string, mixed> $document
	 * @param array<string, mixed> $page         The planned page.
	 * @param string               $content_hash md5 of what we wrote last, '' if nothing.
	 * @return array{id: int, is_new: bool, is_written: bool, hash: string}|\WP_Error
	 */
	public function write( array $document, array $page, string $content_hash ): array|\WP_Error {
		$content = ( new Renderer() )->render( $document );
		$id      = self::find( $page['id'], true );
		if ( null === $id ) {
			return $this->insert( $document, $page, $content );
		}
		$stored = get_post( $id )->post_content;
		$is_old = '' !== $content_hash && md5( $stored ) === $content_hash && $stored !== $content && 'draft' === get_post_status( $id );
		if ( $is_old ) {
			$saved = Storage::update_content( $id, $content );
			if ( is_wp_error( $saved ) ) {
				return $saved;
			}
		}
		if ( $is_old || '' === get_post_meta( $id, Meta::STATE, true ) ) {
			$this->add_meta( $id, $document, $page );
		}
		return array(
			'id'         => $id,
			'is_new'     => false,
			'is_written' => $is_old,
			'hash'       => $is_old ? md5( get_post( $id )->post_content ) : $content_hash,
		);
	}

	/**
	 * The post of a planned page, also from the trash.
	 *
	 * @param bool $also_by_guid Slower: the column has no index. Only where a crash may have come between post and meta.
	 */
	public static function find( string $page_id, bool $also_by_guid = false ): ?int {
		global $wpdb;
		$marks = implode( ', ', array_fill( 0, count( self::ANY_STATUS ), '%s' ) );
		// phpcs:disable WordPress.DB, PluginCheck.Security.DirectDB -- Must see what another request has just written.
		$id = $wpdb->get_var(
			$wpdb->prepare(
				"SELECT p.ID FROM %i m JOIN %i p ON p.ID = m.post_id WHERE m.meta_key = %s AND m.meta_value = %s AND p.post_status IN ( {$marks} ) ORDER BY p.ID LIMIT 1",
				...array( $wpdb->postmeta, $wpdb->posts, Meta::PAGE, $page_id, ...self::ANY_STATUS )
			)
		);
		if ( null === $id && $also_by_guid ) {
			$id = $wpdb->get_var( $wpdb->prepare( 'SELECT ID FROM %i WHERE guid = %s ORDER BY ID LIMIT 1', $wpdb->posts, self::guid( $page_id ) ) );
		}
		// phpcs:enable
		return null === $id ? null : (int) $id;
	}

	/**
	 * @param array<string, mixed> $document
	 * @param array<string, mixed> $page
	 * @return array{id: int, is_new: bool, is_written: bool, hash: string}|\WP_Error
	 */
	private function insert( array $document, array $page, string $content ): array|\WP_Error {
		$is_page = 'article' !== $page['kind'];
		$post    = array(
			'post_type'    => $is_page ? 'page' : 'post',
			'post_status'  => 'draft',
			'post_title'   => Text::title( $document['title'] ),
			'post_name'    => $document['slug'],
			'post_content' => $content,
			'post_excerpt' => Text::title( $document['excerpt'] ?? '' ),
			'post_author'  => self::author(),
			'post_parent'  => $is_page ? (int) ( $this->find_post )( (string) $page['parent'] ) : 0,
			'guid'         => self::guid( $page['id'] ),
			'meta_input'   => $this->meta( $document, $page ),
		);
		$id      = Storage::write( static fn() => wp_insert_post( wp_slash( $post ), true ) );
		if ( is_wp_error( $id ) ) {
			return $id;
		}
		$this->tag( $id, $page );
		return array(
			'id'         => $id,
			'is_new'     => true,
			'is_written' => true,
			'hash'       => md5( get_post( $id )->post_content ),
		);
	}

	/**
	 * @param array<string, mixed> $document
	 * @param array<string, mixed> $page
	 */
	private function add_meta( int $id, array $document, array $page ): void {
		foreach ( $this->meta( $document, $page ) as $key => $value ) {
			update_post_meta( $id, $key, wp_slash( $value ) );
		}
		$this->tag( $id, $page );
	}

	/**
	 * @param array<string, mixed> $document
	 * @param array<string, mixed> $page
	 * @return array<string, mixed>
	 */
	private function meta( array $document, array $page ): array {
		$images = Renderer::images( $document );
		return array( Meta::PAGE => $page['id'] ) + Meta::of( $document, $page ) + ( array() === $images ? array() : array( Meta::IMAGES => $images ) );
	}

	/**
	 * @param array<string, mixed> $page
	 */
	private function tag( int $id, array $page ): void {
		$by_taxonomy = array();
		foreach ( $page['terms'] ?? array() as $ref ) {
			$term_id = ( $this->find_term )( $ref['taxonomy'], $ref['term'] );
			if ( null !== $term_id ) {
				$by_taxonomy[ ( $this->taxonomy )( $ref['taxonomy'] ) ][] = $term_id;
			}
		}
		foreach ( $by_taxonomy as $taxonomy => $term_ids ) {
			wp_set_object_terms( $id, $term_ids, $taxonomy, true );
		}
	}

	/**
	 * Whoever asked for it; on the command line, the first administrator.
	 */
	private static function author(): int {
		return get_current_user_id() ?: (int) ( get_users( array( 'role' => 'administrator', 'number' => 1, 'orderby' => 'ID', 'fields' => 'ID' ) )[0] ?? 0 );
	}

	private static function guid( string $page_id ): string {
		return home_url( '/?igny8_page=' . rawurlencode( $page_id ) );
	}
}
