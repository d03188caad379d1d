<?php
/**
 * Says whether a change makes sense to the working version, in words for its owner, before it is kept.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Structure;

use Igny8\Modules\Blueprint\Document;

/**
 * The engine refuses a whole rebuild for one unknown attribute or value: better refused here, and at once.
 */
final class Rules {

	private const MOST_VALUES = 60; // Of one edit (AttributeEdit).

	/**
	 * @param list<array<string, mixed>> $waiting Changes that wait: as Changes::all() gives them.
	 */
	public function __construct( private readonly Document $document, private readonly array $waiting ) {}

	/**
	 * @param array<string, mixed> $edit One AttributeEdit, complete with its slug.
	 */
	public function edit( array $edit ): ?\WP_Error {
		$attribute = $this->document->attribute( $edit['attribute'] );
		$added     = $this->edits_of( $edit['attribute'] );
		$is_here   = null !== $attribute || array() !== array_filter( $added, static fn( array $change ) => isset( $change['role'] ) );
		if ( isset( $edit['role'] ) ) {
			return $this->new_attribute( $edit, $is_here );
		}
		if ( ! $is_here ) {
			/* translators: %s: slug of an attribute. */
			return self::refuse( 'attribute', sprintf( __( 'There is no attribute "%s".', 'igny8' ), $edit['attribute'] ) );
		}
		if ( array() !== array_filter( $added, static fn( array $change ) => ! empty( $change['is_dropped'] ) ) ) {
			return self::refuse( 'attribute', __( 'This attribute is to be dropped. Undo that first.', 'igny8' ) );
		}
		return $this->values( $edit, $attribute['values'] ?? array(), $added );
	}

	/**
	 * @param array<string, mixed> $decision
	 */
	public function decision( array $decision ): ?\WP_Error {
		$fault = 'add' === $decision['action'] ? null : $this->cluster( 'cluster', $decision['cluster'] ?? '' );
		if ( null !== $fault ) {
			return $fault;
		}
		return match ( $decision['action'] ) {
			'rename'       => $this->title( $decision['title'] ?? '', $decision['cluster'] ),
			'merge'        => $this->merge( $decision ),
			'split'        => $this->title( $decision['title'] ?? '' ) ?? $this->split( $decision ),
			'add'          => $this->title( $decision['title'] ?? '' ) ?? $this->content( $decision ),
			'add_keywords' => array() === ( $decision['keywords'] ?? array() ) ? self::refuse( 'keywords', __( 'Name at least one keyword.', 'igny8' ) ) : null,
			default        => null,
		};
	}

	/**
	 * @param array<string, mixed> $edit
	 */
	private function new_attribute( array $edit, bool $is_here ): ?\WP_Error {
		if ( '' === $edit['attribute'] || '' === trim( $edit['name'] ?? '' ) ) {
			return self::refuse( 'name', __( 'Give the attribute a name.', 'igny8' ) );
		}
		/* translators: %s: name of an attribute. */
		return $is_here ? self::refuse( 'name', sprintf( __( 'There is an attribute "%s" already.', 'igny8' ), $edit['name'] ) ) : null;
	}

	/**
	 * @param array<string, mixed>       $edit
	 * @param list<array<string, mixed>> $values Of the attribute.
	 * @param list<array<string, mixed>> $added  Edits of it that wait.
	 */
	private function values( array $edit, array $values, array $added ): ?\WP_Error {
		$new    = array_merge( array(), ...array_column( $added, 'add_values' ) );
		$gone   = array_merge( array(), ...array_column( $added, 'drop_values' ) );
		$left   = array_filter( $values, static fn( array $value ) => ! in_array( $value['slug'], $gone, true ) );
		$labels = array_map( 'mb_strtolower', array( ...array_column( $left, 'label' ), ...$new ) );
		$slugs  = array( ...array_column( $left, 'slug' ), ...array_map( array( Edits::class, 'slug' ), $new ) );
		foreach ( $edit['add_values'] ?? array() as $label ) {
			if ( '' === Edits::slug( $label ) || in_array( mb_strtolower( $label ), $labels, true ) ) {
				/* translators: %s: a value of an attribute. */
				return self::refuse( 'add_values', sprintf( __( '"%s" is there already, or no name.', 'igny8' ), $label ) );
			}
		}
		foreach ( array( 'drop_values' => $edit['drop_values'] ?? array(), 'rename_values' => array_column( $edit['rename_values'] ?? array(), 'value' ) ) as $list => $named ) {
			foreach ( array_diff( $named, $slugs ) as $value ) {
				/* translators: %s: slug of a value. */
				return self::refuse( $list, sprintf( __( 'There is no value "%s".', 'igny8' ), $value ) );
			}
		}
		return count( $new ) + count( $edit['add_values'] ?? array() ) > self::MOST_VALUES ? self::refuse( 'add_values', __( 'That are more values than the engine takes at once: at most 60.', 'igny8' ) ) : null;
	}

	private function cluster( string $field, string $id ): ?\WP_Error {
		if ( null === $this->document->cluster( $id ) ) {
			return self::refuse( $field, __( 'This version of the blueprint has no such cluster.', 'igny8' ), 404, 'cluster_not_found' );
		}
		foreach ( $this->waiting as $change ) {
			$is_end = 'decision' === $change['kind'] && in_array( $change['change']['action'], array( 'drop', 'merge' ), true );
			if ( 'pending' === $change['state'] && $is_end && $change['change']['cluster'] === $id ) {
				return self::refuse( $field, __( 'This cluster is to be dropped or merged. Undo that first.', 'igny8' ), 409 );
			}
		}
		return null;
	}

	/**
	 * @param string $own Id of the cluster that may have this title already.
	 */
	private function title( string $title, string $own = '' ): ?\WP_Error {
		if ( '' === trim( $title ) ) {
			return self::refuse( 'title', __( 'Give the cluster a title.', 'igny8' ) );
		}
		foreach ( $this->document->clusters() as $id => $cluster ) {
			if ( $id !== $own && mb_strtolower( $cluster['title'] ) === mb_strtolower( trim( $title ) ) ) {
				/* translators: %s: title of a cluster. */
				return self::refuse( 'title', sprintf( __( 'There is a cluster "%s" already.', 'igny8' ), $cluster['title'] ) );
			}
		}
		return null;
	}

	/**
	 * @param array<string, mixed> $decision
	 */
	private function merge( array $decision ): ?\WP_Error {
		if ( ( $decision['into'] ?? '' ) === $decision['cluster'] ) {
			return self::refuse( 'into', __( 'A cluster cannot be merged into itself.', 'igny8' ) );
		}
		foreach ( $this->waiting as $change ) {
			if ( 'pending' === $change['state'] && 'merge' === ( $change['change']['action'] ?? '' ) && $change['change']['into'] === $decision['cluster'] ) {
				return self::refuse( 'cluster', __( 'Another cluster is to be merged into this one. Undo that first.', 'igny8' ), 409 );
			}
		}
		return $this->cluster( 'into', $decision['into'] ?? '' );
	}

	/**
	 * @param array<string, mixed> $decision
	 */
	private function split( array $decision ): ?\WP_Error {
		$own   = array_column( $this->document->keywords_of( $decision['cluster'] ), 'phrase' );
		$taken = $decision['keywords'] ?? array();
		if ( array() === $taken || array() !== array_diff( $taken, $own ) ) {
			return self::refuse( 'keywords', __( 'Choose keywords of this cluster for the new one.', 'igny8' ) );
		}
		return count( array_unique( $taken ) ) === count( $own ) ? self::refuse( 'keywords', __( 'Leave at least one keyword with the old cluster.', 'igny8' ) ) : null;
	}

	/**
	 * @param array<string, mixed> $decision
	 */
	private function content( array $decision ): ?\WP_Error {
		foreach ( $decision['values'] ?? array() as $key ) {
			if ( null === $this->document->value( $key['attribute'], $key['value'] ) ) {
				/* translators: %s: slug of a value. */
				return self::refuse( 'values', sprintf( __( 'There is no value "%s".', 'igny8' ), $key['value'] ) );
			}
		}
		return null;
	}

	/**
	 * @return list<array<string, mixed>> Edits of an attribute that wait.
	 */
	private function edits_of( string $attribute ): array {
		$edits = array_filter( $this->waiting, static fn( array $change ) => 'edit' === $change['kind'] && 'pending' === $change['state'] && $attribute === $change['change']['attribute'] );
		return array_values( array_column( $edits, 'change' ) );
	}

	private static function refuse( string $field, string $message, int $status = 400, string $code = 'change_refused' ): \WP_Error {
		return new \WP_Error( $code, $message, array( 'status' => $status, 'fields' => array( $field => $message ) ) );
	}
}
