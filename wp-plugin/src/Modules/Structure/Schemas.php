<?php
/**
 * The shapes that several operations of this module share: changes, edits, decisions, filters.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Structure;

/**
 * Edits and decisions are the engine's (`AttributeEdit`, `Decision`), with the plugin's words.
 */
final class Schemas {

	public const TYPES    = array( 'product_service_category', 'condition_problem', 'feature', 'brand', 'informational', 'comparison', 'use_case' );
	public const STATUSES = array( 'planned', 'in_progress', 'complete' );
	public const INTENTS  = array( 'informational', 'navigational', 'commercial', 'transactional' );
	public const STAGES   = array( 'awareness', 'consideration', 'decision', 'action' );
	public const SOURCES  = array( 'template', 'owner', 'ai' );
	public const LEVELS   = array( 'primary', 'secondary', 'tertiary', 'facet' );
	public const ACTIONS  = array( 'rename', 'drop', 'merge', 'split', 'add', 'add_keywords' );

	private const SLUG  = '^[a-z0-9]+(-[a-z0-9]+)*$';
	private const TITLE = 120;

	/**
	 * @return array<string, mixed>
	 */
	public static function version(): array {
		return array( 'type' => 'integer', 'minimum' => -1, 'default' => 0, 'description' => __( 'Number of the version; 0 is the active one, -1 the one that changes go on from: a newer draft, if there is one.', 'igny8' ) );
	}

	/**
	 * A filter that takes any of some values; an empty list is no filter.
	 *
	 * @param list<string>|list<int> $values
	 * @return array<string, mixed>
	 */
	public static function any( array $values, string $description ): array {
		return array( 'type' => 'array', 'items' => array( 'type' => is_int( $values[0] ) ? 'integer' : 'string', 'enum' => $values ), 'default' => array(), 'description' => $description );
	}

	/**
	 * Properties of an edit of one attribute.
	 *
	 * @param list<string> $roles
	 * @return array<string, array<string, mixed>>
	 */
	public static function edit( array $roles ): array {
		$slug  = array( 'type' => 'string', 'pattern' => self::SLUG, 'maxLength' => 60 );
		$label = array( 'type' => 'string', 'minLength' => 1, 'maxLength' => self::TITLE );
		return array(
			'attribute'     => array( 'description' => __( 'Slug of the attribute; of a new one, made from its name if absent.', 'igny8' ), 'type' => 'string', 'pattern' => '^([a-z0-9]+(-[a-z0-9]+)*)?$', 'maxLength' => 60, 'default' => '' ),
			'name'          => array( 'type' => 'string', 'maxLength' => 60, 'description' => __( 'A new name for the attribute.', 'igny8' ) ),
			'level'         => array( 'type' => 'string', 'enum' => self::LEVELS, 'description' => __( 'How much it structures the site: the values of a facet get no pages.', 'igny8' ) ),
			'role'          => array( 'type' => 'string', 'enum' => $roles, 'description' => __( 'What kind of axis a new attribute is; makes it anew.', 'igny8' ) ),
			'add_values'    => array( 'type' => 'array', 'items' => $label, 'maxItems' => 60, 'description' => __( 'Values to add.', 'igny8' ) ),
			'drop_values'   => array( 'type' => 'array', 'items' => $slug, 'maxItems' => 60, 'description' => __( 'Slugs of values to drop.', 'igny8' ) ),
			'rename_values' => array( 'type' => 'array', 'items' => array( 'type' => 'object', 'properties' => array( 'value' => $slug, 'label' => $label ), 'required' => array( 'value', 'label' ), 'additionalProperties' => false ), 'maxItems' => 60, 'description' => __( 'Values to rename, as [{"value": slug, "label": new name}].', 'igny8' ) ),
			'is_dropped'    => array( 'type' => 'boolean', 'description' => __( 'Drop the whole attribute.', 'igny8' ) ),
		);
	}

	/**
	 * Properties of a decision about a cluster.
	 *
	 * @return array<string, array<string, mixed>>
	 */
	public static function decision(): array {
		$slug = array( 'type' => 'string', 'pattern' => self::SLUG, 'maxLength' => 60 );
		return array(
			'action'   => array( 'type' => 'string', 'enum' => self::ACTIONS, 'description' => __( 'What to do.', 'igny8' ) ),
			'cluster'  => array( 'type' => 'string', 'maxLength' => 80, 'default' => '', 'description' => __( 'Id of the cluster it is about; none for add.', 'igny8' ) ),
			'title'    => array( 'type' => 'string', 'maxLength' => self::TITLE, 'description' => __( 'The new title: of a renamed cluster, or of one that is added or split off.', 'igny8' ) ),
			'into'     => array( 'type' => 'string', 'maxLength' => 80, 'description' => __( 'Id of the cluster that another one is merged into.', 'igny8' ) ),
			'type'     => array( 'type' => 'string', 'enum' => self::TYPES, 'description' => __( 'Kind of topic that is added.', 'igny8' ) ),
			'values'   => array( 'type' => 'array', 'items' => array( 'type' => 'object', 'properties' => array( 'attribute' => $slug, 'value' => $slug ), 'required' => array( 'attribute', 'value' ), 'additionalProperties' => false ), 'maxItems' => 3, 'description' => __( 'Values that an added cluster is made from, as [{"attribute": slug, "value": slug}].', 'igny8' ) ),
			'keywords' => array( 'type' => 'array', 'items' => array( 'type' => 'string', 'minLength' => 1, 'maxLength' => self::TITLE ), 'maxItems' => 500, 'description' => __( 'Keywords that are split off, added or moved there.', 'igny8' ) ),
			'source'   => array( 'type' => 'string', 'enum' => array( 'owner', 'ai' ), 'default' => 'owner', 'description' => __( 'Whose idea it was.', 'igny8' ) ),
		);
	}

	/**
	 * What every operation answers that changes something: the list as it is now.
	 *
	 * @return array<string, mixed>
	 */
	public static function changes(): array {
		$text = array( 'type' => 'string' );
		return array(
			'type'       => 'object',
			'properties' => array(
				'version' => array( 'type' => 'integer', 'description' => __( 'The version that is changed; 0 when there is none.', 'igny8' ) ),
				'status'  => $text,
				'waiting' => array( 'type' => 'integer', 'description' => __( 'Changes that no version holds yet.', 'igny8' ) ),
				'changes' => array(
					'type'  => 'array',
					'items' => array(
						'type'       => 'object',
						'properties' => array(
							'id'         => $text,
							'state'      => array( 'type' => 'string', 'enum' => array( 'pending', 'standing', 'undone' ) ),
							'kind'       => array( 'type' => 'string', 'enum' => array( 'edit', 'decision', 'keywords' ) ),
							'text'       => $text,
							'source'     => $text,
							'note'       => $text,
							'change'     => array( 'type' => 'object' ),
							'created_at' => $text,
						),
					),
				),
			),
		);
	}
}
