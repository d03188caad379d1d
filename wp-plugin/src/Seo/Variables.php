<?php
/**
 * Fills the variables of a title or description template with what is known about a page: `{title} {separator} {site_name}`.
 *
 * @package Igny8
 */

namespace Igny8\Seo;

/**
 * Values are plain text. A value's own braces are left alone, unknown variables become nothing, and `{{word}}` is a literal
 * `{word}`. Everything is computed on demand from what the page view has loaded already.
 */
final class Variables {

	private const PATTERN = '/\{\{([^{}]*)\}\}|\{([a-z_]+)(?::([^{}]+))?\}/';

	/**
	 * Longest value of one variable in a title, in characters: a 10 KB product name must not fill the head of a page five times over.
	 */
	private const LONGEST = 500;

	/**
	 * @var array<string, string>
	 */
	private array $known = array();

	/**
	 * @param \WP_Post|\WP_Term|\WP_User|\WP_Post_Type|null $thing What the subject stands for; a preview gives one with unsaved values.
	 * @param array<string, mixed>                           $unsaved Fields (as Fields names them) that an editor has not saved yet.
	 */
	public function __construct(
		private readonly Subject $subject,
		private readonly \WP_Post|\WP_Term|\WP_User|\WP_Post_Type|null $thing,
		private readonly array $unsaved = array(),
	) {}

	/**
	 * The template with everything filled in, on one line: separators that nothing stands between are joined, those at the
	 * ends are dropped.
	 */
	public function fill( string $template ): string {
		$template = Text::plain( $template ); // Its own entities are decoded here, those of values where they come from: once each.
		if ( ! str_contains( $template, '{' ) ) {
			return $template;
		}
		$mark   = "\x1F"; // Stands for the separator until all is filled in: the same character may occur in a title.
		$filled = preg_replace_callback(
			self::PATTERN,
			fn( array $found ): string => isset( $found[2] ) ? ( 'separator' === $found[2] ? $mark : $this->value( $found[2], $found[3] ?? '', $mark ) ) : '{' . $found[1] . '}',
			$template
		) ?? '';
		$filled = trim( preg_replace( "/\s*{$mark}(?:[\s{$mark}]*{$mark})?\s*/u", $mark, $filled ) ?? $filled, " \t\n\r{$mark}" );
		return Text::line( str_replace( $mark, ' ' . self::separator() . ' ', $filled ) );
	}

	public static function separator(): string {
		return Text::plain( (string) Choices::get( 'separator' ), 20 );
	}

	/**
	 * One variable's value, '' when the page has none.
	 *
	 * @param string $argument Behind the colon: a meta key, a taxonomy.
	 */
	public function value( string $name, string $argument = '', string $separator = '' ): string {
		if ( 'page' === $name ) {
			$page = $this->page_label();
			return '' === $page ? '' : ( '' === $separator ? self::separator() : $separator ) . ' ' . $page;
		}
		return $this->known[ "{$name}:{$argument}" ] ??= $this->filtered( $name, $argument );
	}

	private function filtered( string $name, string $argument ): string {
		/**
		 * The value of a variable in a title or description. Whoever adds a variable gives its value here.
		 *
		 * @param string|null $value    Plain text; null: nobody knows this variable.
		 * @param string      $name     Without braces.
		 * @param Subject     $subject  What the page is about.
		 * @param string      $argument What stood behind the colon, or ''.
		 */
		$value = apply_filters( 'igny8/seo/variable', $this->compute( $name, $argument ), $name, $this->subject, $argument );
		return Text::plain( (string) $value, self::LONGEST );
	}

	private function compute( string $name, string $argument ): ?string {
		return match ( $name ) {
			'site_name'           => get_option( 'blogname' ),
			'tagline'             => get_option( 'blogdescription' ),
			'page_number'         => $this->subject->page > 1 ? number_format_i18n( $this->subject->page ) : '',
			'page_total'          => $this->subject->page_total() > 1 ? number_format_i18n( $this->subject->page_total() ) : '',
			'current_date'        => wp_date( (string) get_option( 'date_format' ) ),
			'current_year'        => wp_date( 'Y' ),
			'current_month'       => wp_date( 'F' ),
			'title'               => $this->name(),
			'archive_title'       => $this->archive_title(),
			'archive_description' => $this->archive_description(),
			'search'              => 'search' === $this->subject->kind ? $this->subject->subtype : '',
			'author', 'author_bio' => $this->author( 'author' === $name ? 'display_name' : 'description' ),
			'id'                  => $this->subject->id > 0 ? (string) $this->subject->id : '',
			'slug'                => (string) ( $this->thing->post_name ?? $this->thing->slug ?? $this->thing->user_nicename ?? '' ),
			'focus_keyphrase'     => $this->focus_keyphrase(),
			'field'               => $this->field( $argument ),
			default               => $this->of_post( $name, $argument ) ?? $this->of_term( $name ) ?? $this->of_post_type( $name ),
		};
	}

	private function of_post( string $name, string $argument ): ?string {
		$post = $this->thing;
		if ( ! $post instanceof \WP_Post ) {
			return null;
		}
		return match ( $name ) {
			'excerpt'      => $this->excerpt( $post ),
			'content'      => post_password_required( $post ) ? '' : Text::opening( $post->post_content ),
			'date'         => (string) get_the_date( '', $post ),
			'modified'     => (string) get_the_modified_date( '', $post ),
			'parent_title' => $post->post_parent && is_post_publicly_viewable( $post->post_parent ) ? (string) get_post( $post->post_parent )?->post_title : '',
			'category'     => (string) ( $this->primary_term( $post )->name ?? '' ),
			'categories'   => $this->names( $post, self::main_taxonomy( $post->post_type ) ),
			'tag'          => $this->names( $post, self::tag_taxonomy( $post->post_type ), 1 ),
			'tags'         => $this->names( $post, self::tag_taxonomy( $post->post_type ) ),
			'terms'        => $this->names( $post, $argument ),
			'cluster'      => Cluster::name( $this->subject ),
			'price', 'sku', 'brand' => 'product' === $post->post_type ? Product::value( $post, $name ) : '',
			default        => null,
		};
	}

	private function of_term( string $name ): ?string {
		$term = $this->thing;
		if ( ! $term instanceof \WP_Term ) {
			return null;
		}
		return match ( $name ) {
			'term', 'category', 'tag' => $term->name,
			'term_description', 'excerpt' => Text::opening( $term->description ),
			'parent_term' => $term->parent ? (string) ( get_term( $term->parent, $term->taxonomy )->name ?? '' ) : '',
			'taxonomy'    => (string) ( get_taxonomy( $term->taxonomy )->labels->singular_name ?? '' ),
			'cluster'     => Cluster::name( $this->subject ),
			default       => null,
		};
	}

	private function of_post_type( string $name ): ?string {
		$type = $this->thing instanceof \WP_Post ? get_post_type_object( $this->thing->post_type ) : $this->thing;
		return match ( true ) {
			! $type instanceof \WP_Post_Type => null,
			'post_type' === $name            => $type->labels->singular_name,
			'post_type_plural' === $name     => $type->labels->name,
			default                          => null,
		};
	}

	/**
	 * What the page is called, whatever it is.
	 */
	private function name(): string {
		return match ( true ) {
			$this->thing instanceof \WP_Post => $this->thing->post_title,
			$this->thing instanceof \WP_Term => $this->thing->name,
			$this->thing instanceof \WP_User => $this->thing->display_name,
			default                          => $this->archive_title(),
		};
	}

	private function archive_title(): string {
		return match ( $this->subject->kind ) {
			'post_type_archive' => ( 'product' === $this->subject->subtype ? Product::shop_page()?->post_title : null ) ?? (string) ( $this->thing->labels->name ?? '' ),
			'date'              => Dates::label( $this->subject->subtype ),
			/* translators: %s: what a visitor searched for. */
			'search'            => sprintf( __( 'Search results for “%s”', 'igny8' ), $this->subject->subtype ),
			'not_found'         => __( 'Page not found', 'igny8' ),
			'home', 'other'     => (string) get_option( 'blogname' ),
			default             => $this->name(),
		};
	}

	private function archive_description(): string {
		$shop = 'post_type_archive' === $this->subject->kind && 'product' === $this->subject->subtype ? Product::shop_page() : null;
		return null === $shop ? ( $this->thing instanceof \WP_Post_Type ? $this->thing->description : '' ) : $this->excerpt( $shop );
	}

	private function page_label(): string {
		$page  = $this->subject->page;
		$total = $page > 1 ? $this->subject->page_total() : 0;
		return match ( true ) {
			$page < 2      => '',
			/* translators: 1: number of a page, 2: how many there are. */
			$total >= $page => sprintf( __( 'Page %1$s of %2$s', 'igny8' ), number_format_i18n( $page ), number_format_i18n( $total ) ),
			/* translators: %s: number of a page. */
			default        => sprintf( __( 'Page %s', 'igny8' ), number_format_i18n( $page ) ),
		};
	}

	private function excerpt( \WP_Post $post ): string {
		if ( post_password_required( $post ) ) {
			return '';
		}
		return '' === trim( $post->post_excerpt ) ? Text::opening( $post->post_content ) : Text::opening( $post->post_excerpt, 320 ); // An owner's own excerpt may be longer than what is cut by us.
	}

	private function author( string $property ): string {
		$user = match ( true ) {
			$this->thing instanceof \WP_User => $this->thing,
			$this->thing instanceof \WP_Post => get_userdata( (int) $this->thing->post_author ),
			default                          => null,
		};
		return $user instanceof \WP_User ? (string) $user->$property : '';
	}

	private function focus_keyphrase(): string {
		$keyphrases = $this->unsaved['keyphrases'] ?? $this->subject->meta( Subject::META['keyphrases'] );
		return (string) ( is_array( $keyphrases ) ? ( $keyphrases[0]['phrase'] ?? '' ) : '' );
	}

	/**
	 * A custom field that is no secret: keys with a leading underscore belong to plugins, not to readers.
	 */
	private function field( string $key ): string {
		$type  = $this->subject->meta_type();
		$value = '' === $type || '' === $key || is_protected_meta( $key, $type ) || ( 'user' === $type && ! in_array( $key, array( 'first_name', 'last_name', 'nickname', 'description' ), true ) && ! registered_meta_key_exists( 'user', $key ) ) ? '' : $this->subject->meta( $key );
		return is_scalar( $value ) ? (string) $value : '';
	}

	/**
	 * A post's terms, or those an editor has not saved yet.
	 *
	 * @return list<\WP_Term>
	 */
	public function terms( \WP_Post $post, string $taxonomy ): array {
		$unsaved = $this->unsaved['terms'][ $taxonomy ] ?? null;
		$terms   = match ( true ) {
			'' === $taxonomy      => array(),
			is_array( $unsaved )  => array_map( 'get_term', $unsaved ),
			default               => get_the_terms( $post, $taxonomy ),
		};
		return is_array( $terms ) ? array_values( array_filter( $terms, static fn( $term ) => $term instanceof \WP_Term && $term->taxonomy === $taxonomy ) ) : array();
	}

	private function primary_term( \WP_Post $post ): ?\WP_Term {
		$taxonomy = self::main_taxonomy( $post->post_type );
		return PrimaryTerm::among( $this->terms( $post, $taxonomy ), $post, $taxonomy, (array) ( $this->unsaved['primary_terms'] ?? array() ) );
	}

	private function names( \WP_Post $post, string $taxonomy, int $most = 10 ): string {
		return implode( ', ', array_slice( array_map( static fn( \WP_Term $term ) => $term->name, $this->terms( $post, $taxonomy ) ), 0, $most ) );
	}

	/**
	 * The taxonomy that sorts a post type: `category`, `product_cat`, or the first hierarchical public one; '' for none.
	 */
	public static function main_taxonomy( string $post_type ): string {
		return self::taxonomies( $post_type, true )[0] ?? '';
	}

	private static function tag_taxonomy( string $post_type ): string {
		return self::taxonomies( $post_type, false )[0] ?? '';
	}

	/**
	 * @return list<string>
	 */
	private static function taxonomies( string $post_type, bool $is_hierarchical ): array {
		$found = array_filter( get_object_taxonomies( $post_type, 'objects' ), static fn( \WP_Taxonomy $taxonomy ) => $taxonomy->public && $taxonomy->hierarchical === $is_hierarchical && 'post_format' !== $taxonomy->name );
		$names = array_keys( $found );
		usort( $names, static fn( string $first, string $second ) => in_array( $second, array( 'category', 'product_cat', 'post_tag', 'product_tag' ), true ) <=> in_array( $first, array( 'category', 'product_cat', 'post_tag', 'product_tag' ), true ) );
		return $names;
	}
}
