<?php
/**
 * One plugin to import from: where its data is, and what each value of it is here.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Import;

/**
 * A subclass per plugin in `Sources/`, all listed in Sources::ALL. Reads only: nothing of the other plugin is ever changed.
 * Serialised data is read by Stored::php(), which makes no objects.
 */
abstract class Source {

	/**
	 * Meta that holds its values, by kind: exact keys, or prefixes that end in `*`.
	 *
	 * @var array<string, list<string>>
	 */
	protected const META = array();

	/**
	 * Options that hold its settings; one of them is enough to say that the plugin was here.
	 *
	 * @var list<string>
	 */
	protected const OPTIONS = array();

	/**
	 * Tables of its own, without WordPress' prefix.
	 *
	 * @var list<string>
	 */
	protected const TABLES = array();

	/**
	 * How it writes variables: a pattern with the name in group 1 and, where there is one, an argument in group 2.
	 */
	protected const VARIABLE = '/(?!)/';

	/**
	 * Its variable → our text for it; '' where it stands for nothing we could print. `*` at the end takes the rest along.
	 *
	 * @var array<string, string>
	 */
	protected const VARIABLES = array();

	public function __construct( protected readonly Rows $rows = new Rows() ) {}

	/**
	 * As in Seo\OtherPlugins::PLUGINS, or `redirection`.
	 */
	abstract public function slug(): string;

	abstract public function name(): string;

	/**
	 * Version whose data is here, as far as the plugin wrote it down; '' when it did not.
	 */
	abstract public function version(): string;

	/**
	 * How much of it is here, by kind; everything 0 when it never was on this site.
	 *
	 * @return array{posts: int, terms: int, authors: int, settings: int, redirects: int}
	 */
	public function counts(): array {
		return array(
			'posts'     => $this->rows->count_objects( 'post', static::META['post'] ?? array() ),
			'terms'     => $this->rows->count_objects( 'term', static::META['term'] ?? array() ),
			'authors'   => $this->rows->count_objects( 'user', static::META['user'] ?? array() ),
			'settings'  => count( array_filter( static::OPTIONS, static fn( string $name ) => false !== get_option( $name ) ) ),
			'redirects' => $this->redirect_count(),
		);
	}

	/**
	 * What it says about some objects.
	 *
	 * @param string    $kind post, term or user.
	 * @param list<int> $ids
	 * @return array<int, Record> By id; those it says nothing about are left out.
	 */
	public function records( string $kind, array $ids ): array {
		$keys    = static::META[ $kind ] ?? array();
		$records = array();
		foreach ( array() === $keys ? array() : $this->rows->meta( $kind, $ids, $keys ) as $id => $meta ) {
			$records[ $id ] = $this->record( $kind, $id );
			$this->map( $records[ $id ], $meta );
		}
		return $records;
	}

	/**
	 * An empty record that speaks this plugin's variables.
	 */
	protected function record( string $kind, int $id ): Record {
		return new Record( $kind, $id, new Variables( static::VARIABLE, static::VARIABLES ) );
	}

	/**
	 * Site settings as ours.
	 */
	public function settings(): SettingsRecord {
		return new SettingsRecord( new Variables( static::VARIABLE, static::VARIABLES ) );
	}

	/**
	 * Redirects as the module redirects takes them.
	 *
	 * @return list<array<string, mixed>> each with its `number` in the other plugin, ascending, above $after; several may share one. One with `refused` says why it cannot be taken.
	 */
	public function redirects( int $after, int $limit ): array {
		return array();
	}

	public function redirect_count(): int {
		return 0;
	}

	/**
	 * Fills a record from the plugin's meta of one object.
	 *
	 * @param array<string, string> $meta Raw, by key.
	 */
	protected function map( Record $record, array $meta ): void {}

	/**
	 * The strings of a list.
	 *
	 * @return list<string>
	 */
	protected static function words( mixed $value ): array {
		return is_array( $value ) ? array_values( array_filter( array_map( array( Record::class, 'string' ), $value ), static fn( string $word ) => '' !== $word ) ) : array();
	}

	/**
	 * `array( 'max-snippet' => '50' )` → `max-snippet:50`.
	 *
	 * @return list<string>
	 */
	protected static function valued( mixed $value ): array {
		$words = array();
		foreach ( is_array( $value ) ? $value : array() as $name => $limit ) {
			$words[] = "{$name}:" . Record::string( $limit );
		}
		return $words;
	}

	/**
	 * Numbers of a list, or of a text with commas.
	 *
	 * @return list<int>
	 */
	protected static function numbers( mixed $value ): array {
		$list = is_array( $value ) ? self::words( $value ) : explode( ',', Record::string( $value ) );
		return array_values( array_unique( array_filter( array_map( 'intval', $list ), static fn( int $id ) => $id > 0 ) ) );
	}

	/**
	 * A date of a database; '' for its zero.
	 */
	protected static function date( string $date ): string {
		return str_starts_with( $date, '0000' ) || '1970-01-01 00:00:00' === $date ? '' : substr( $date, 0, 10 );
	}

	/**
	 * A target of this site that was stored without its first slash, with it.
	 */
	protected static function target( string $url ): string {
		return '' === $url || preg_match( '~^(?:/|[a-z][a-z0-9+.-]*:)~i', $url ) ? $url : "/{$url}";
	}
}
