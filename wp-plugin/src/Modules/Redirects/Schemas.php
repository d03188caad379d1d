<?php
/**
 * The shapes that operations of this module take and give, and its settings.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Redirects;

final class Schemas {

	private const MOST_IDS = 500; // Selected in a list at once; five pages of the largest.

	/**
	 * @return array<string, array<string, mixed>>
	 */
	public static function settings(): array {
		$default = static fn( string $name ) => array( 'default' => Module::DEFAULTS[ $name ] );
		$list    = array( 'type' => 'array', 'items' => array( 'type' => 'string', 'maxLength' => 200 ), 'maxItems' => 200 );
		return array(
			'on_slug_change'     => array( 'type' => 'boolean', 'title' => __( 'Redirect when an address changes', 'igny8' ), 'description' => __( 'When the slug or the parent of a published page, post or term changes, its old address leads to the new one.', 'igny8' ) ) + $default( 'on_slug_change' ),
			'on_removal'         => array( 'type' => 'string', 'enum' => array( 'offer', 'gone', 'parent', 'nothing' ), 'title' => __( 'When something published is removed', 'igny8' ), 'description' => __( 'offer: list its address under “Not found” for you to decide. gone: answer 410. parent: redirect to the page above it. nothing: do nothing.', 'igny8' ) ) + $default( 'on_removal' ),
			'guess'              => array( 'type' => 'boolean', 'title' => __( 'Let WordPress guess', 'igny8' ), 'description' => __( 'WordPress sends visitors of an unknown address to a post whose slug begins alike. Off: they see that the page was not found.', 'igny8' ) ) + $default( 'guess' ),
			'log'                => array( 'type' => 'boolean', 'title' => __( 'Note addresses that were not found', 'igny8' ), 'description' => __( 'Without IP address, browser or anything else about the visitor.', 'igny8' ) ) + $default( 'log' ),
			'log_days'           => array( 'type' => 'integer', 'minimum' => 1, 'maximum' => 365, 'title' => __( 'Keep an address for this many days', 'igny8' ) ) + $default( 'log_days' ),
			'log_rows'           => array( 'type' => 'integer', 'minimum' => 100, 'maximum' => 50000, 'title' => __( 'Keep at most this many addresses', 'igny8' ) ) + $default( 'log_rows' ),
			'log_query'          => array( 'type' => 'string', 'enum' => array( 'names', 'none', 'values' ), 'title' => __( 'Parameters of noted addresses', 'igny8' ), 'description' => __( 'names: only their names. none: nothing after the question mark. values: everything, which may be personal.', 'igny8' ) ) + $default( 'log_query' ),
			'ignored_paths'      => array( 'title' => __( 'Never note these', 'igny8' ), 'description' => __( 'Paths with * for anything; robots ask for these.', 'igny8' ) ) + $list + $default( 'ignored_paths' ),
			'ignored_parameters' => array( 'title' => __( 'Parameters that no redirect looks at', 'igny8' ), 'description' => __( 'They tell where a visitor came from, and are passed on to the new address.', 'igny8' ) ) + $list + $default( 'ignored_parameters' ),
		);
	}

	/**
	 * A rule as somebody enters it.
	 *
	 * @return array<string, array<string, mixed>>
	 */
	public static function rule(): array {
		$default = static fn( string $name ) => array( 'default' => RuleInput::DEFAULTS[ $name ] );
		return array(
			'source'       => array( 'type' => 'string', 'minLength' => 1, 'maxLength' => Path::LONGEST, 'description' => __( 'Old address: a path such as /old-page, or a regular expression.', 'igny8' ) ),
			'target'       => array( 'type' => 'string', 'maxLength' => Path::LONGEST, 'description' => __( 'New address: a path or a whole address. $1 stands for a group of the expression, or for what a prefix left over.', 'igny8' ) ) + $default( 'target' ),
			'code'         => array( 'type' => 'integer', 'enum' => RuleInput::CODES, 'description' => __( '301, 302, 307, 308; 410 and 451 answer that the page is gone.', 'igny8' ) ) + $default( 'code' ),
			'match'        => array( 'type' => 'string', 'enum' => array( 'exact', 'prefix', 'regex' ), 'description' => __( 'Exactly this address, everything below it, or a regular expression.', 'igny8' ) ) + $default( 'match' ),
			'target_type'  => array( 'type' => 'string', 'enum' => array( 'url', 'post', 'term' ), 'description' => __( 'An address, or a post or term whose address is followed.', 'igny8' ) ) + $default( 'target_type' ),
			'target_id'    => array( 'type' => 'integer', 'minimum' => 0, 'description' => __( 'Number of that post or term.', 'igny8' ) ) + $default( 'target_id' ),
			'query'        => array( 'type' => 'string', 'enum' => array( 'pass', 'ignore', 'exact' ), 'description' => __( 'Parameters after ?: pass them on, drop them, or only this rule\'s own. A source with ? is always exact.', 'igny8' ) ) + $default( 'query' ),
			'ignore_case'  => array( 'type' => 'boolean', 'description' => __( 'Capital and small letters are the same.', 'igny8' ) ) + $default( 'ignore_case' ),
			'ignore_slash' => array( 'type' => 'boolean', 'description' => __( 'With and without a slash at the end is the same.', 'igny8' ) ) + $default( 'ignore_slash' ),
			'group'        => array( 'type' => 'string', 'maxLength' => 100, 'description' => __( 'Name of a group; made when it is new.', 'igny8' ) ) + $default( 'group' ),
			'priority'     => array( 'type' => 'integer', 'minimum' => -1000, 'maximum' => 1000, 'description' => __( 'Of several rules that fit, the one with the lowest number fires.', 'igny8' ) ) + $default( 'priority' ),
			'is_on'        => array( 'type' => 'boolean', 'description' => __( 'Off: kept, but without effect.', 'igny8' ) ) + $default( 'is_on' ),
			'always'       => array( 'type' => 'boolean', 'description' => __( 'Also when a page exists at the address.', 'igny8' ) ) + $default( 'always' ),
			'note'         => array( 'type' => 'string', 'maxLength' => 255, 'description' => __( 'For yourself.', 'igny8' ) ) + $default( 'note' ),
			'conditions'   => Conditions::schema(),
		);
	}

	/**
	 * A rule as lists show it.
	 *
	 * @return array<string, mixed>
	 */
	public static function row(): array {
		return array(
			'type'       => 'object',
			'properties' => array( 'id' => array( 'type' => 'integer' ) ) + array_map( static fn( array $property ) => array( 'type' => $property['type'] ), self::rule() ) + array(
				'target_url'  => array( 'type' => 'string' ),
				'target_text' => array( 'type' => 'string' ),
				'group_on'    => array( 'type' => 'boolean' ),
				'origin'      => array( 'type' => 'string' ),
				'hits'        => array( 'type' => 'integer' ),
				'last_hit_on' => array( 'type' => 'string' ),
				'created_at'  => array( 'type' => 'string' ),
			),
		);
	}

	/**
	 * @return array<string, mixed>
	 */
	public static function ids( string $description ): array {
		return array( 'type' => 'array', 'items' => array( 'type' => 'integer', 'minimum' => 1 ), 'minItems' => 1, 'maxItems' => self::MOST_IDS, 'description' => $description );
	}

	/**
	 * @return array<string, mixed>
	 */
	public static function dry_run(): array {
		return array( 'type' => 'boolean', 'default' => false, 'description' => __( 'Only say what would happen.', 'igny8' ) );
	}

	/**
	 * The result of anything that can be undone.
	 *
	 * @param array<string, array<string, mixed>> $more
	 * @return array<string, mixed>
	 */
	public static function change( array $more ): array {
		return array( 'type' => 'object', 'properties' => $more + array( 'batch' => array( 'type' => 'string', 'description' => __( 'For redirects.undo.', 'igny8' ) ) ) );
	}

	/**
	 * @return array<string, array<string, mixed>> Of an operation that works in steps.
	 */
	public static function steps(): array {
		return array( 'done' => array( 'type' => 'integer' ), 'total' => array( 'type' => 'integer' ), 'remaining' => array( 'type' => 'integer' ) );
	}
}
