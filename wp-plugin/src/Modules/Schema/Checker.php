<?php
/**
 * Holds a graph against the rules: what Google requires and recommends, and what makes a graph a graph.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Schema;

use Igny8\Modules\Schema\Pieces\Owner;

/**
 * A message: `{level, type, id, property, message, source}`; level is `error` (Google ignores the thing, or the graph is broken)
 * or `hint` (it would do better with it).
 */
final class Checker {

	private const PATTERNS = array(
		'date'     => '/^\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d))?)?)?$/',
		'url'      => '#^https?://[^\s<>"]+$#',
		'duration' => '/^P(?!$)(\d+D)?(T(?!$)(\d+H)?(\d+M)?(\d+S)?)?$/',
		'number'   => '/^-?\d+(\.\d+)?$/',
		'currency' => '/^[A-Z]{3}$/',
		'time'     => '/^([01]\d|2[0-3]):[0-5]\d$/',
	);

	/**
	 * @var array{checked: string, source: string, types: array<string, array<string, mixed>>, same: array<string, string>, formats: array<string, list<string>>}
	 */
	private readonly array $rules;

	/**
	 * @var array<string, array<string, mixed>>
	 */
	private array $nodes = array();

	/**
	 * @var list<array<string, string>>
	 */
	private array $messages = array();

	public function __construct() {
		$this->rules = require __DIR__ . '/rules.php';
	}

	/**
	 * @param list<array<string, mixed>> $graph
	 * @return list<array{level: string, type: string, id: string, property: string, message: string, source: string}>
	 */
	public function check( array $graph ): array {
		$this->messages = array();
		$this->nodes    = Graph::index( $graph );
		$times          = array_count_values( array_filter( array_column( $graph, '@id' ), 'is_string' ) );
		foreach ( $graph as $node ) {
			if ( ( $times[ $node['@id'] ?? '' ] ?? 0 ) > 1 ) {
				/* translators: %s: id of a node. */
				$this->add( 'error', $node, '@id', sprintf( __( 'Two things have the id %s.', 'igny8' ), $node['@id'] ) );
			}
			$this->walk( $node, $node );
		}
		return $this->messages;
	}

	/**
	 * Whether nothing is missing of a node, and of what lies in it, that Google requires.
	 *
	 * @param array<string, mixed>       $node
	 * @param list<array<string, mixed>> $graph What its references lead to.
	 */
	public function is_complete( array $node, array $graph ): bool {
		$this->messages = array();
		$this->nodes    = Graph::index( $graph );
		$this->walk( $node, $node );
		return ! in_array( 'error', array_column( $this->messages, 'level' ), true );
	}

	/**
	 * The rule of a type, null where Google and we have none.
	 *
	 * @return array<string, mixed>|null
	 */
	public function rule( string $type ): ?array {
		$type = $this->rules['same'][ $type ] ?? $type;
		$type = isset( $this->rules['types'][ $type ] ) ? $type : match ( true ) {
			in_array( $type, Owner::ORGANIZATIONS, true ) => 'Organization',
			in_array( $type, BusinessTypes::ALL, true )   => 'LocalBusiness',
			default                                       => '',
		};
		$rule = $this->rules['types'][ $type ] ?? null;
		return null === $rule ? null : $rule + array( 'source' => $this->source( $rule ), 'checked' => $this->rules['checked'] );
	}

	/**
	 * @param array<string, mixed> $value
	 * @param array<string, mixed> $node  The thing it stands in.
	 * @param string               $role  Property that it is the value of.
	 */
	private function walk( array $value, array $node, string $role = '' ): void {
		$is_thing = isset( $value['@type'] );
		$thing    = $is_thing ? $value + array( '@id' => $node['@id'] ?? '' ) : $node;
		if ( $is_thing ) {
			foreach ( (array) $value['@type'] as $type ) {
				$this->apply( (string) $type, $thing, $role );
			}
		} elseif ( array( '@id' ) === array_keys( $value ) && ! isset( $this->nodes[ $value['@id'] ] ) ) {
			/* translators: %s: id of a node. */
			$this->add( 'error', $node, '@id', sprintf( __( 'A reference leads nowhere: %s.', 'igny8' ), $value['@id'] ) );
		}
		foreach ( $value as $name => $item ) {
			if ( is_array( $item ) && array() !== $item ) {
				$this->walk( $item, $thing, is_string( $name ) ? $name : $role );
			} elseif ( in_array( $item, array( '', null, array() ), true ) ) {
				/* translators: %s: name of a property. */
				$this->add( 'error', $thing, (string) $name, sprintf( __( '%s is empty.', 'igny8' ), $name ) );
			}
			is_string( $name ) && $this->form( $name, $item, $thing );
		}
	}

	/**
	 * @param array<string, mixed> $thing
	 */
	private function apply( string $type, array $thing, string $role ): void {
		$rule = 'itemReviewed' === $role ? array( 'required' => array( 'name' ), 'recommended' => array() ) + ( $this->rule( 'Review' ) ?? array() ) : $this->rule( $type ); // Google asks only what the reviewed thing is called.
		if ( null === $rule ) {
			return;
		}
		foreach ( $rule['required'] as $path ) {
			/* translators: 1: name of a property, 2: schema.org type. */
			$this->has( $thing, $path ) || $this->add( 'error', $thing, $path, sprintf( __( '%1$s is missing; %2$s needs it.', 'igny8' ), $path, $type ), $rule['source'] );
		}
		foreach ( $rule['one_of'] ?? array() as $paths ) {
			/* translators: 1: names of properties, 2: schema.org type. */
			array_filter( $paths, fn( string $path ) => $this->has( $thing, $path ) ) || $this->add( 'error', $thing, $paths[0], sprintf( __( '%2$s needs one of these: %1$s.', 'igny8' ), implode( ', ', $paths ), $type ), $rule['source'] );
		}
		foreach ( $rule['one_of_recommended'] ?? array() as $paths ) {
			/* translators: 1: names of properties, 2: schema.org type. */
			array_filter( $paths, fn( string $path ) => $this->has( $thing, $path ) ) || $this->add( 'hint', $thing, $paths[0], sprintf( __( '%2$s is better with one of these: %1$s.', 'igny8' ), implode( ', ', $paths ), $type ), $rule['source'] );
		}
		foreach ( 'hasVariant' === $role ? array() : $rule['recommended'] as $path ) { // Of variants it stands at their group.
			/* translators: 1: name of a property, 2: schema.org type. */
			$this->has( $thing, $path ) || $this->add( 'hint', $thing, $path, sprintf( __( '%1$s is recommended for %2$s.', 'igny8' ), $path, $type ), $rule['source'] );
		}
	}

	/**
	 * Whether a path leads to something, through references too; of a list, in every entry.
	 */
	private function has( mixed $value, string $path ): bool {
		list( $name, $rest ) = explode( '.', $path . '.', 2 );
		$value               = is_array( $value ) && array( '@id' ) === array_keys( $value ) ? ( $this->nodes[ $value['@id'] ] ?? array() ) : $value;
		if ( is_array( $value ) && array_is_list( $value ) ) {
			return array() !== $value && count( $value ) === count( array_filter( $value, fn( $item ) => $this->has( $item, $path ) ) );
		}
		if ( ! is_array( $value ) || in_array( $value[ $name ] ?? null, array( null, '', array() ), true ) ) {
			return false;
		}
		return '' === $rest || $this->has( $value[ $name ], rtrim( $rest, '.' ) );
	}

	/**
	 * @param array<string, mixed> $thing
	 */
	private function form( string $name, mixed $value, array $thing ): void {
		foreach ( $this->rules['formats'] as $format => $names ) {
			if ( ! in_array( $name, $names, true ) ) {
				continue;
			}
			foreach ( is_array( $value ) && array_is_list( $value ) ? $value : array( $value ) as $item ) {
				if ( is_scalar( $item ) && ! preg_match( self::PATTERNS[ $format ], (string) $item ) ) {
					$this->add( 'error', $thing, $name, $this->words( $format, $name, (string) $item ) );
				}
			}
		}
		if ( is_string( $value ) && preg_match( '#</?[a-z][^>]*>#i', $value ) ) {
			/* translators: %s: name of a property. */
			$this->add( 'hint', $thing, $name, sprintf( __( '%s looks like markup; it is read as plain text.', 'igny8' ), $name ) ); // No error: a title may be about an element of HTML.
		}
	}

	private function words( string $format, string $name, string $value ): string {
		$words = array(
			/* translators: 1: name of a property, 2: its value. */
			'date'     => __( '%1$s must be a date such as 2026-11-21 or 2026-11-21T09:00:00+01:00, not "%2$s".', 'igny8' ),
			/* translators: 1: name of a property, 2: its value. */
			'url'      => __( '%1$s must be a whole address that begins with https://, not "%2$s".', 'igny8' ),
			/* translators: 1: name of a property, 2: its value. */
			'duration' => __( '%1$s must be a duration such as PT1H30M, not "%2$s".', 'igny8' ),
			/* translators: 1: name of a property, 2: its value. */
			'number'   => __( '%1$s must be a number such as 12.50, not "%2$s".', 'igny8' ),
			/* translators: 1: name of a property, 2: its value. */
			'currency' => __( '%1$s must be three capital letters such as EUR, not "%2$s".', 'igny8' ),
			/* translators: 1: name of a property, 2: its value. */
			'time'     => __( '%1$s must be a time such as 09:00, not "%2$s".', 'igny8' ),
		);
		return sprintf( $words[ $format ], $name, mb_substr( $value, 0, 100 ) );
	}

	/**
	 * @param array<string, mixed> $rule
	 */
	private function source( array $rule ): string {
		return '' === $rule['page'] ? '' : str_replace( 'structured-data/../', '', $this->rules['source'] . $rule['page'] );
	}

	/**
	 * @param array<string, mixed> $thing
	 */
	private function add( string $level, array $thing, string $property, string $message, string $source = '' ): void {
		$entry = array(
			'level'    => $level,
			'type'     => implode( ', ', (array) ( $thing['@type'] ?? '' ) ),
			'id'       => (string) ( $thing['@id'] ?? '' ),
			'property' => $property,
			'message'  => $message,
			'source'   => $source,
		);
		in_array( $entry, $this->messages, true ) || $this->messages[] = $entry;
	}
}
