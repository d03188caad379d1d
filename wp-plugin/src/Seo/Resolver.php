<?php
/**
 * Decides what a page says about itself: title, description, robots, canonical, social texts and image of a subject.
 *
 * @package Igny8
 */

namespace Igny8\Seo;

/**
 * First what the owner wrote for this very page, then the template of its kind, then the default. Every answer is plain,
 * unescaped text. A preview gives values that are not saved yet.
 */
final class Resolver {

	private const STRUCTURES = array( 'keyphrases', 'primary_terms', 'schema' ); // All other fields are text.

	/**
	 * The last subject asked for: modules ask one after the other for the same.
	 */
	private static ?self $latest = null;

	public readonly Variables $variables;
	public readonly string $kind;

	/**
	 * Answers given, so that a filter runs once.
	 *
	 * @var array<string, mixed>
	 */
	private array $answers = array();

	/**
	 * @param array<string, mixed> $unsaved Fields, as Fields names them, that stand above what is stored.
	 */
	private function __construct(
		public readonly Subject $subject,
		public readonly \WP_Post|\WP_Term|\WP_User|\WP_Post_Type|null $thing,
		private readonly array $unsaved = array(),
	) {
		$this->kind      = Templates::kind( $subject );
		$this->variables = new Variables( $subject, $thing, $unsaved );
	}

	public static function of( Subject $subject ): self {
		if ( null === self::$latest || self::$latest->subject->key() !== $subject->key() || self::$latest->subject !== $subject ) {
			self::$latest = new self( $subject, $subject->object() );
		}
		return self::$latest;
	}

	/**
	 * As it would be with values that nobody has saved: for live previews.
	 *
	 * @param array<string, mixed>                            $fields As Fields names them; also `terms` (taxonomy → ids) and `thumbnail`.
	 * @param \WP_Post|\WP_Term|\WP_User|\WP_Post_Type|null $thing  A copy of the object with what an editor has changed.
	 */
	public static function preview( Subject $subject, array $fields, \WP_Post|\WP_Term|\WP_User|\WP_Post_Type|null $thing ): self {
		return new self( $subject, $thing ?? $subject->object(), $fields );
	}

	/**
	 * What the owner wrote for this page, '' when nothing.
	 *
	 * @param string $name As Fields names them.
	 */
	public function own( string $name ): mixed {
		$value = array_key_exists( $name, $this->unsaved ) ? $this->unsaved[ $name ] : $this->subject->meta( Subject::META[ $name ] );
		return is_array( $value ) !== in_array( $name, self::STRUCTURES, true ) ? '' : $value; // What some importer wrote past us is not printed as "Array".
	}

	/**
	 * What an editor has not saved yet: a field, `terms` (taxonomy → ids) or `thumbnail`; null for nothing.
	 */
	public function unsaved( string $name ): mixed {
		return $this->unsaved[ $name ] ?? null;
	}

	public function title(): string {
		return $this->answer(
			'title',
			function (): string {
				$template = (string) $this->own( 'title' );
				$template = '' === $template ? Templates::get( $this->kind, 'title' ) : $template;
				if ( $this->subject->page > 1 && ! preg_match( '/\{page(_number)?\}/', $template ) ) {
					$template .= ' {page}';
				}
				return $this->variables->fill( $template );
			}
		);
	}

	public function description(): string {
		return $this->answer(
			'description',
			function (): string {
				$template = (string) $this->own( 'description' );
				return $this->variables->fill( '' === $template ? Templates::get( $this->kind, 'description' ) : $template );
			}
		);
	}

	/**
	 * Directives of the robots meta tag as WordPress' filter `wp_robots` has them: name → true or value.
	 *
	 * @return array<string, bool|string>
	 */
	public function robots(): array {
		return $this->answer( 'robots', fn(): array => Robots::of( $this ) );
	}

	/**
	 * The address search engines shall know it by, '' for none: of pages out of the index, searches and what is not found.
	 */
	public function canonical(): string {
		return $this->answer( 'canonical', fn(): string => Canonical::of( $this ) );
	}

	/**
	 * Title on social networks.
	 *
	 * @param string $network `og` or `x`.
	 */
	public function social_title( string $network = 'og' ): string {
		return $this->answer( "{$network}_title", fn(): string => $this->social_text( $network, 'title' ) );
	}

	public function social_description( string $network = 'og' ): string {
		return $this->answer( "{$network}_description", fn(): string => $this->social_text( $network, 'description' ) );
	}

	/**
	 * The image that stands for the page; null when it has none.
	 *
	 * @return array{url: string, width: int, height: int, alt: string, type: string, id: int}|null
	 */
	public function image( string $network = 'og' ): ?array {
		return $this->answer( "{$network}_image", fn(): ?array => Image::of( $this, $network ) );
	}

	private function social_text( string $network, string $name ): string {
		$own = (string) $this->own( "{$network}_{$name}" );
		if ( '' === $own && 'x' === $network ) {
			return 'title' === $name ? $this->social_title() : $this->social_description();
		}
		$template = '' === $own ? Templates::get( $this->kind, "social_{$name}" ) : $own;
		if ( '' !== $template ) {
			return $this->variables->fill( $template );
		}
		return 'title' === $name ? $this->title() : $this->description();
	}

	private function answer( string $name, \Closure $compute ): mixed {
		if ( ! array_key_exists( $name, $this->answers ) ) {
			/**
			 * One thing a page says about itself: title, description, robots, canonical, og_title, og_description, og_image,
			 * x_title, x_description, x_image.
			 *
			 * @param mixed   $value   Text; of robots a map, of images array{url, width, height, alt, type, id} or null.
			 * @param string  $name    Which.
			 * @param Subject $subject Of what.
			 */
			$this->answers[ $name ] = apply_filters( 'igny8/seo/value', $compute(), $name, $this->subject );
		}
		return $this->answers[ $name ];
	}
}
