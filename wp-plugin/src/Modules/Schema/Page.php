<?php
/**
 * What the pieces of a graph know about the page: addresses, title, image, choices of the owner, blocks of the content.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Schema;

use Igny8\Plugin;
use Igny8\Seo\Canonical;
use Igny8\Seo\Image;
use Igny8\Seo\Resolver;
use Igny8\Seo\Subject;
use Igny8\Seo\Text;
use Igny8\Settings;

/**
 * Ids: `<home>#website`, `<home>#organization`, `<home>#person-<nicename>` name the same thing on every page of the site;
 * `<page>#webpage`, `#breadcrumb`, `#image`, `#article`, `#product`, … belong to one page. They change only with the address.
 */
final class Page {

	/**
	 * What a post type's posts are where the owner has not chosen.
	 */
	public const POST_TYPES = array(
		'post'       => array( 'type' => 'BlogPosting', 'page_type' => 'WebPage' ),
		'page'       => array( 'type' => '', 'page_type' => 'WebPage' ),
		'product'    => array( 'type' => 'Product', 'page_type' => 'ItemPage' ),
		'attachment' => array( 'type' => '', 'page_type' => 'ItemPage' ),
	);

	public const PAGE_TYPES = array( 'WebPage', 'AboutPage', 'CheckoutPage', 'CollectionPage', 'ContactPage', 'ItemPage', 'ProfilePage', 'QAPage', 'RealEstateListing', 'SearchResultsPage', 'MedicalWebPage' );

	public const ARTICLES = array( 'Article', 'BlogPosting', 'NewsArticle', 'TechArticle', 'ScholarlyArticle', 'Report', 'OpinionNewsArticle', 'ReportageNewsArticle', 'SocialMediaPosting' );

	/**
	 * Types that Pieces\Described makes of what the owner has filled in; their properties stand in Types.
	 */
	public const DESCRIBED = array( 'Service', 'LocalBusiness', 'Event', 'Recipe', 'JobPosting', 'Course', 'SoftwareApplication', 'Book', 'Person' );

	/**
	 * Meta of a post's videos; see VideoFacts, which most pages need not load.
	 */
	public const VIDEOS = '_igny8_videos';

	private const MAX_TEXT = 5000; // Characters of one text: an answer of 700 words. Longer ones bloat the page and are read by nobody.

	private const MAX_SEARCHED = 200000; // Characters in which a price is looked for: 30,000 words.

	public readonly ?\WP_Post $post;

	/**
	 * @var array{type?: string, page_type?: string, properties?: array<string, mixed>, faq_details?: bool}
	 */
	private readonly array $choices;

	private readonly array $settings;

	private ?string $url = null;

	/**
	 * The content as parse_blocks() gives it, once it is asked for.
	 */
	private ?array $parsed = null;

	/**
	 * @param array<string, mixed>|null $choices Of the owner for this page, instead of the stored ones.
	 */
	public function __construct( public readonly Plugin $plugin, public readonly Subject $subject, ?array $choices = null ) {
		$object         = 'post' === $subject->kind ? $subject->object() : null;
		$this->post     = $object instanceof \WP_Post ? $object : null;
		$this->choices  = (array) ( $choices ?? ( $subject->meta( Subject::META['schema'] ) ?: array() ) );
		$this->settings = array_filter( Settings::stored( 'schema' ), static fn( $value ) => null !== $value ) + Module::DEFAULTS;
	}

	/**
	 * A missing page says nothing, nor does one that no object or address stands for.
	 */
	public function is_there(): bool {
		return ! in_array( $this->subject->kind, array( 'not_found', 'other' ), true ) && ( 'post' !== $this->subject->kind || null !== $this->post ) && '' !== $this->url();
	}

	public function setting( string $name ): mixed {
		return $this->settings[ $name ] ?? null;
	}

	/**
	 * Its address, the canonical one where the owner has set one; of a later page of an archive, that page's.
	 */
	public function url(): string {
		return $this->url ??= $this->find_url();
	}

	/**
	 * Id of a node of this page.
	 */
	public function id( string $name ): string {
		return strtok( $this->url(), '#' ) . '#' . $name;
	}

	/**
	 * Id of a node that is the same on all pages.
	 */
	public static function site_id( string $name ): string {
		return home_url( '/' ) . '#' . $name;
	}

	public function owner_id(): string {
		$person = $this->person();
		return null === $person ? self::site_id( 'organization' ) : self::site_id( "person-{$person['nicename']}" );
	}

	/**
	 * Whom the site stands for, as Notes has written down; null for an organisation.
	 *
	 * @return array{nicename: string, name: string, jobTitle: string, description: string, sameAs: list<string>}|null
	 */
	public function person(): ?array {
		return 'person' === $this->setting( 'site_represents' ) ? $this->settings['notes']['person'] ?? null : null;
	}

	public static function person_id( \WP_User $user ): string {
		return self::site_id( "person-{$user->user_nicename}" );
	}

	/**
	 * Type of the page itself.
	 */
	public function page_type(): string {
		$chosen = $this->choices['page_type'] ?? '';
		return match ( true ) {
			in_array( $chosen, self::PAGE_TYPES, true )                                          => $chosen,
			'author' === $this->subject->kind                                                     => 'ProfilePage',
			'search' === $this->subject->kind                                                     => 'SearchResultsPage',
			'post' !== $this->subject->kind || $this->subject->is_posts_page() || $this->is_shop() => 'CollectionPage',
			default                                                                              => $this->default_types()['page_type'],
		};
	}

	/**
	 * Type of what the page is about, '' when it is only a page.
	 */
	public function main_type(): string {
		if ( null === $this->post || $this->subject->is_posts_page() || $this->is_shop() ) {
			return '';
		}
		$type = ( $this->choices['type'] ?? '' ) ?: $this->default_types()['type'];
		$type = is_string( $type ) && 'None' !== $type ? $type : '';
		return $this->piece_of( $type ) ? $type : '';
	}

	/**
	 * Name of the piece that makes the main type.
	 */
	public function main_piece(): string {
		return $this->piece_of( $this->main_type() );
	}

	/**
	 * A choice of the owner for this page: `videos` (address → facts that nobody else knows), `faq_details`.
	 */
	public function choice( string $name ): mixed {
		return $this->choices[ $name ] ?? null;
	}

	/**
	 * Id of the node that the page is about: `#article` for every kind of article, so that it stays when the kind changes.
	 */
	public function main_id(): string {
		return $this->id( 'described' === $this->main_piece() ? strtolower( $this->main_type() ) : $this->main_piece() );
	}

	/**
	 * What the owner has filled in, by path: `offers.price`.
	 *
	 * @return array<string, mixed>
	 */
	public function properties(): array {
		return (array) ( $this->choices['properties'] ?? array() );
	}

	public function property( string $path ): mixed {
		return $this->properties()[ $path ] ?? '';
	}

	/**
	 * Whether the content may be looked into: a page behind a password shows nothing of it.
	 */
	public function content(): string {
		return null === $this->post || '' !== $this->post->post_password ? '' : $this->post->post_content;
	}

	/**
	 * @param list<string> $names Blocks; core's without `core/`. `details` counts only where the owner says that they are questions.
	 */
	public function has_block( array $names ): bool {
		$content = $this->content();
		foreach ( '' === $content ? array() : $names as $name ) {
			if ( str_contains( $content, "<!-- wp:{$name} " ) && ( 'details' !== $name || $this->takes_details() ) ) {
				return true;
			}
		}
		return false;
	}

	/**
	 * The blocks of these names, wherever they stand in the content, in its order. A block that leaves nothing on the page is none.
	 *
	 * @param list<string> $names As for has_block().
	 * @return list<array{blockName: string, attrs: array<string, mixed>, innerBlocks: list<array<string, mixed>>, innerHTML: string}>
	 */
	public function blocks( array $names ): array {
		if ( ! $this->has_block( $names ) ) {
			return array();
		}
		$names  = array_map( static fn( string $name ) => str_contains( $name, '/' ) ? $name : "core/{$name}", $names );
		$found  = array();
		$search = static function ( array $blocks ) use ( &$search, &$found, $names ): void {
			foreach ( $blocks as $block ) {
				if ( in_array( $block['blockName'], $names, true ) ) {
					$found[] = $block;
				} else {
					$search( $block['innerBlocks'] );
				}
			}
		};
		$search( $this->parsed ??= parse_blocks( $this->content() ) );
		return $found;
	}

	/**
	 * Whether the owner says that the plain details blocks of this page are questions and answers.
	 */
	public function takes_details(): bool {
		return ! empty( $this->choices['faq_details'] );
	}

	/**
	 * Whether the page shows a text or number that the owner has typed, so that the graph may claim it.
	 */
	public function shows( string $value ): bool {
		$text  = null === $this->post ? '' : self::text( "{$this->post->post_title} {$this->post->post_excerpt} " . $this->content(), self::MAX_SEARCHED );
		$found = is_numeric( $value )
			? 1 === preg_match( '/(?<![\d.,])' . self::number_pattern( $value ) . '(?![\d]|[.,]\d)/u', $text )
			: false !== mb_stripos( $text, self::text( $value ) );
		/**
		 * Whether a page shows what its owner has typed: for content that does not stand in the post.
		 *
		 * @param bool   $is_shown
		 * @param string $value
		 * @param Page   $page
		 */
		return (bool) apply_filters( 'igny8/schema/is_shown', $found, $value, $this );
	}

	/**
	 * User whom the page names as its author, or whose archive it is; 0 for none.
	 */
	public function author_id(): int {
		$is_named = $this->setting( 'authors' ) && null !== $this->post && post_type_supports( $this->post->post_type, 'author' )
			&& ( 'article' === $this->main_piece() || 'Recipe' === $this->main_type() || $this->has_block( array( 'igny8/review' ) ) );
		return 'author' === $this->subject->kind ? $this->subject->id : ( $is_named ? (int) $this->post->post_author : 0 );
	}

	/**
	 * Whether it is about the posts that it lists; an author's archive is about the author.
	 */
	public function is_list(): bool {
		return in_array( $this->subject->kind, array( 'term', 'home', 'post_type_archive', 'date' ), true ) || $this->subject->is_posts_page() || $this->is_shop();
	}

	/**
	 * Whether it is the page a visitor looks at in this request.
	 */
	public function is_current(): bool {
		return did_action( 'wp' ) > 0 && Subject::current()->key() === $this->subject->key();
	}

	public function title(): string {
		return Text::plain( Resolver::of( $this->subject )->title(), 500 );
	}

	/**
	 * The plain name of the post, term or author, without the site's.
	 */
	public function name(): string {
		$object = $this->subject->object();
		return self::text( match ( true ) {
			$object instanceof \WP_Post      => get_the_title( $object ),
			$object instanceof \WP_Term      => $object->name,
			$object instanceof \WP_User      => $object->display_name,
			$object instanceof \WP_Post_Type => $object->labels->name,
			default                          => get_bloginfo( 'name' ),
		}, 500 );
	}

	public function description(): string {
		return Text::plain( Resolver::of( $this->subject )->description(), 2000 );
	}

	/**
	 * The page's image as a node of its own, empty without one.
	 *
	 * @return array<string, mixed>
	 */
	public function main_image(): array {
		$image = Resolver::of( $this->subject )->image();
		return null === $image ? array() : self::image_node( (string) $image['url'], (int) $image['width'], (int) $image['height'], (string) $image['alt'], $this->id( 'image' ) );
	}

	/**
	 * An ImageObject of an attachment or an address, empty without one.
	 *
	 * @param int|string $image Id or address.
	 * @return array<string, mixed>
	 */
	public static function image( int|string $image, string $id = '' ): array {
		$known = is_numeric( $image ) ? Image::attachment( (int) $image ) : array( 'url' => Canonical::absolute( (string) $image ), 'width' => 0, 'height' => 0, 'alt' => '' );
		return null === $known || '' === $known['url'] ? array() : self::image_node( $known['url'], $known['width'], $known['height'], $known['alt'], $id );
	}

	/**
	 * Plain text on one line, cut at a word.
	 *
	 * @param mixed $html What is no text, as attributes written by hand may be, gives ''.
	 */
	public static function text( mixed $html, int $most = self::MAX_TEXT ): string {
		$html = is_scalar( $html ) ? (string) $html : '';
		// Words of two paragraphs must not run together.
		return Text::plain( str_contains( $html, '<' ) ? preg_replace( '~<(?:/?(?:p|li|ul|ol|h[1-6]|div|tr|td)|br)\b~i', ' $0', $html ) : $html, $most );
	}

	/**
	 * A post's moment with its zone; '' for a draft that has none.
	 *
	 * @param string $field `date` or `modified`.
	 */
	public static function date( \WP_Post $post, string $field = 'date' ): string {
		$moment = get_post_datetime( $post, $field );
		return $moment && (int) $moment->format( 'Y' ) > 0 ? $moment->format( DATE_W3C ) : '';
	}

	/**
	 * @return array{type: string, page_type: string}
	 */
	private function default_types(): array {
		$name    = $this->post->post_type;
		$default = ( self::POST_TYPES[ $name ] ?? self::POST_TYPES['page'] );
		$types   = array_filter( (array) ( $this->setting( 'post_types' )[ $name ] ?? array() ) ) + $default;
		$hint    = (string) get_post_meta( $this->post->ID, '_igny8_schema_type', true ); // Of the module content: what the page was planned as.
		return match ( true ) {
			in_array( $hint, self::PAGE_TYPES, true ) => array( 'type' => 'WebPage' === $hint ? '' : $types['type'], 'page_type' => $hint ) + $types,
			'' !== $this->piece_of( $hint )           => array( 'type' => $hint ) + $types,
			default                                   => $types,
		};
	}

	private function piece_of( string $type ): string {
		return match ( true ) {
			in_array( $type, self::ARTICLES, true )  => 'article',
			'Product' === $type                      => 'product',
			in_array( $type, self::DESCRIBED, true ) => 'described',
			default                                  => '',
		};
	}

	/**
	 * The page that WooCommerce shows its products on.
	 */
	private function is_shop(): bool {
		return null !== $this->post && 'page' === $this->post->post_type && function_exists( 'wc_get_page_id' ) && wc_get_page_id( 'shop' ) === $this->post->ID;
	}

	/**
	 * What search engines shall know it by; of drafts, searches and pages out of the index, which have no canonical, the address.
	 */
	private function find_url(): string {
		$canonical = Resolver::of( $this->subject )->canonical();
		return match ( true ) {
			'' !== $canonical                 => $canonical,
			'search' === $this->subject->kind => get_search_link( $this->subject->subtype ),
			default                           => $this->subject->url(),
		};
	}

	/**
	 * @return array<string, mixed>
	 */
	private static function image_node( string $url, int $width, int $height, string $caption, string $id ): array {
		return array_filter( array( '@type' => 'ImageObject', '@id' => $id, 'url' => $url, 'contentUrl' => $url, 'width' => $width, 'height' => $height, 'caption' => $caption ) );
	}

	/**
	 * `1299.5` as people write it: 1,299.50 · 1.299,5 · 1 299.50.
	 */
	private static function number_pattern( string $value ): string {
		list( $whole, $rest ) = explode( '.', $value . '.' );
		$groups               = implode( "[.,'\\s\\x{00a0}\\x{202f}]?", array_reverse( array_map( 'strrev', str_split( strrev( $whole ), 3 ) ) ) );
		$rest                 = rtrim( $rest, '0' );
		return $groups . ( '' === $rest ? '(?:[.,]0+)?' : "[.,]{$rest}0*" );
	}
}
