<?php
/**
 * Says in a sentence what a change does, and where a cluster or a keyword comes from.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Structure;

use Igny8\Modules\Blueprint\Document;

final class Words {

	/**
	 * @param array<string, string> $names Titles of clusters that are gone, by id.
	 */
	public function __construct( private readonly ?Document $document, private readonly array $names = array() ) {}

	/**
	 * @param array{kind: string, change: array<string, mixed>} $change As Changes::all() gives it.
	 */
	public function change( array $change ): string {
		return match ( $change['kind'] ) {
			'edit'     => $this->edit( $change['change'] ),
			'decision' => $this->decision( $change['change'] ),
			default    => self::keywords( $change['change'] ),
		};
	}

	/**
	 * Where a cluster comes from: its values, and who wanted it.
	 *
	 * @param array<string, mixed> $cluster Of a document.
	 */
	public function cluster( array $cluster ): string {
		$values = array_map( fn( array $ref ) => sprintf( '%s (%s)', $ref['label'], $this->attribute( $ref['attribute'] ) ), $cluster['values'] );
		$origin = match ( $cluster['source'] ?? 'template' ) {
			'owner' => __( 'You made or changed this topic.', 'igny8' ),
			'ai'    => __( 'Proposed by the language model and accepted by you.', 'igny8' ),
			default => '',
		};
		/* translators: %s: values of attributes, each with the attribute's name in brackets, with × between them. */
		$made = array() === $values ? __( 'Made from keywords alone.', 'igny8' ) : sprintf( __( 'Made from %s.', 'igny8' ), implode( ' × ', $values ) );
		return trim( "{$made} {$origin}" );
	}

	/**
	 * Where a keyword comes from.
	 *
	 * @param array{source: string, pattern: string, match?: ?float} $keyword
	 */
	public static function keyword( array $keyword ): string {
		if ( 'ai' === $keyword['source'] ) {
			return __( 'Suggested by the language model, accepted by you', 'igny8' );
		}
		if ( 'owner' === $keyword['source'] || 'owner' === $keyword['pattern'] ) {
			return null === ( $keyword['match'] ?? null )
				? __( 'Yours', 'igny8' )
				/* translators: %d: percentage. */
				: sprintf( __( 'Your list, fits this cluster to %d %%', 'igny8' ), round( 100 * $keyword['match'] ) );
		}
		return self::patterns()[ $keyword['pattern'] ]
			/* translators: %s: name of a family of phrases. */
			?? sprintf( __( 'Values of the cluster, as "%s"', 'igny8' ), strtr( $keyword['pattern'], '_', ' ' ) );
	}

	/**
	 * Families of phrases (engine/igny8/sag/keywords).
	 *
	 * @return array<string, string>
	 */
	private static function patterns(): array {
		return array(
			'head'       => __( 'The cluster\'s own name', 'igny8' ),
			'modifier'   => __( 'The name with a value', 'igny8' ),
			'pair'       => __( 'Two values together', 'igny8' ),
			'question'   => __( 'Asked as a question', 'igny8' ),
			'comparison' => __( 'Two things compared', 'igny8' ),
			'best'       => __( 'Asked for the best', 'igny8' ),
			'price'      => __( 'Asked for the price', 'igny8' ),
			'buy'        => __( 'Wanting to buy', 'igny8' ),
			'how_to'     => __( 'Asked how to do it', 'igny8' ),
			'location'   => __( 'With a place', 'igny8' ),
		);
	}

	/**
	 * @param array<string, mixed> $edit One change.
	 */
	private function edit( array $edit ): string {
		$name  = $this->attribute( $edit['attribute'] );
		$label = fn( string $value ) => $this->document?->value( $edit['attribute'], $value )['label'] ?? self::plain( $value );
		return match ( true ) {
			/* translators: %s: name of an attribute. */
			! empty( $edit['is_dropped'] )   => sprintf( __( 'Drop the attribute "%s"', 'igny8' ), $name ),
			/* translators: 1: name of an attribute, 2: level. */
			isset( $edit['role'] )           => sprintf( __( 'Add the attribute "%1$s" (%2$s)', 'igny8' ), $edit['name'] ?? $name, $edit['level'] ?? 'secondary' ),
			/* translators: 1: value, 2: name of an attribute. */
			isset( $edit['add_values'] )     => sprintf( __( 'Add "%1$s" to %2$s', 'igny8' ), implode( ', ', $edit['add_values'] ), $name ),
			/* translators: 1: value, 2: name of an attribute. */
			isset( $edit['drop_values'] )    => sprintf( __( 'Drop "%1$s" from %2$s', 'igny8' ), implode( ', ', array_map( $label, $edit['drop_values'] ) ), $name ),
			/* translators: 1: value, 2: its new name, 3: name of an attribute. */
			isset( $edit['rename_values'] )  => sprintf( __( 'Rename "%1$s" to "%2$s" in %3$s', 'igny8' ), $label( $edit['rename_values'][0]['value'] ), $edit['rename_values'][0]['label'], $name ),
			/* translators: 1: name of an attribute, 2: its new name. */
			isset( $edit['name'] )           => sprintf( __( 'Rename the attribute "%1$s" to "%2$s"', 'igny8' ), $name, $edit['name'] ),
			/* translators: 1: name of an attribute, 2: level. */
			default                          => sprintf( __( 'Make "%1$s" %2$s', 'igny8' ), $name, $edit['level'] ?? '' ),
		};
	}

	/**
	 * @param array<string, mixed> $decision
	 */
	private function decision( array $decision ): string {
		$title = $this->title( $decision['cluster'] ?? '' );
		$count = count( $decision['keywords'] ?? array() );
		return match ( $decision['action'] ) {
			/* translators: 1: title of a cluster, 2: its new title. */
			'rename' => sprintf( __( 'Rename "%1$s" to "%2$s"', 'igny8' ), $title, $decision['title'] ),
			/* translators: %s: title of a cluster. */
			'drop'   => sprintf( __( 'Drop "%s"', 'igny8' ), $title ),
			/* translators: 1: title of a cluster, 2: title of the cluster it goes up in. */
			'merge'  => sprintf( __( 'Merge "%1$s" into "%2$s"', 'igny8' ), $title, $this->title( $decision['into'] ) ),
			/* translators: 1: title of the new cluster, 2: title of the old cluster, 3: number of keywords. */
			'split'  => sprintf( _n( 'Split "%1$s" off "%2$s" with %3$d keyword', 'Split "%1$s" off "%2$s" with %3$d keywords', $count, 'igny8' ), $decision['title'], $title, $count ),
			/* translators: %s: title of a cluster. */
			'add'    => sprintf( __( 'Add "%s"', 'igny8' ), $decision['title'] ),
			/* translators: 1: number of keywords, 2: title of a cluster. */
			default  => sprintf( _n( 'Put %1$d keyword into "%2$s"', 'Put %1$d keywords into "%2$s"', $count, 'igny8' ), $count, $title ),
		};
	}

	/**
	 * @param array{name: string, keywords: list<array<string, mixed>>} $change
	 */
	private static function keywords( array $change ): string {
		$count = count( $change['keywords'] );
		return '' === $change['name']
			/* translators: %d: number of keywords. */
			? sprintf( _n( 'Use your list of %d keyword', 'Use your list of %d keywords', $count, 'igny8' ), $count )
			/* translators: 1: number of keywords, 2: name of a file. */
			: sprintf( _n( 'Use %1$d keyword of "%2$s"', 'Use %1$d keywords of "%2$s"', $count, 'igny8' ), $count, $change['name'] );
	}

	private function attribute( string $slug ): string {
		return $this->document?->attribute( $slug )['name'] ?? self::plain( $slug );
	}

	private function title( string $id ): string {
		return $this->names[ $id ] ?? $this->document?->cluster( $id )['title'] ?? $id;
	}

	private static function plain( string $slug ): string {
		return ucfirst( strtr( $slug, '-', ' ' ) );
	}
}
