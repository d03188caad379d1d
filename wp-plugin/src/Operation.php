<?php
/**
 * One thing a module can do, declared once and reachable over REST, WP-CLI and the Abilities API.
 *
 * @package Igny8
 */

namespace Igny8;

/**
 * `blueprint.create` becomes `POST igny8/v1/blueprint/create`, `wp igny8 blueprint create` and the ability
 * `igny8/blueprint-create`. Either `run` does the work in this request, or `engine_operation` names a job of the
 * engine: `prepare` makes its input, `save` stores its output under a row lock.
 */
final class Operation {

	/**
	 * Verb of the name, with dashes: `cancel-job`.
	 */
	public readonly string $verb;

	public readonly string $module;

	/**
	 * @param string                                              $name        `module.verb`, the verb in snake_case.
	 * @param string                                              $label       Imperative, for palettes and lists: "Create a blueprint".
	 * @param string                                              $description One or two sentences for CLI help, REST and agents.
	 * @param string                                              $capability  Required of the user on every door; WP-CLI without --user passes.
	 * @param array<string, mixed>                                $input       JSON schema, type object, as WordPress' validator reads it.
	 * @param array<string, mixed>                                $output      JSON schema of the result.
	 * @param \Closure(array<string, mixed>): (array|\WP_Error)|null $run      The work, on validated input.
	 * @param string                                              $engine_operation Name of the engine's operation, or ''.
	 * @param \Closure(array<string, mixed>): (array|\WP_Error)|null $prepare  Input → the engine's input.
	 * @param \Closure(array<string, mixed>, array<string, mixed>): (array|\WP_Error)|null $save The engine's output, our input → result. Must be safe to call twice.
	 * @param bool                                                $is_readonly Changes nothing: GET over REST.
	 * @param bool                                                $is_destructive Removes or overwrites: WP-CLI asks unless --yes.
	 * @param list<string>                                        $positional  Input properties that WP-CLI takes as positional arguments, in order.
	 * @param string                                              $rows        Property of the result that WP-CLI prints as a table, or '' for key/value.
	 * @param list<string>                                        $columns     Default columns of that table.
	 * @param bool                                                $has_progress The result has `done`, `total` and `remaining`: callers repeat the call until nothing remains, each call being a bounded step.
	 * @param string                                              $text        Property of the result that is a whole file: WP-CLI prints it as it is, REST serves it with `?download=1` under the result's `name`.
	 * @param string                                              $media_type  Of that file.
	 */
	public function __construct(
		public readonly string $name,
		public readonly string $label,
		public readonly string $description,
		public readonly string $capability,
		public readonly array $input,
		public readonly array $output,
		public readonly ?\Closure $run = null,
		public readonly string $engine_operation = '',
		public readonly ?\Closure $prepare = null,
		public readonly ?\Closure $save = null,
		public readonly bool $is_readonly = false,
		public readonly bool $is_destructive = false,
		public readonly array $positional = array(),
		public readonly string $rows = '',
		public readonly array $columns = array(),
		public readonly bool $has_progress = false,
		public readonly string $text = '',
		public readonly string $media_type = '',
	) {
		list( $module, $verb ) = explode( '.', $name, 2 );
		$this->module          = $module;
		$this->verb            = strtr( $verb, '_', '-' );
	}

	/**
	 * Input of every list that is read page by page. The limits keep an offset far below PHP's largest integer.
	 *
	 * @return array<string, array<string, mixed>>
	 */
	public static function paging(): array {
		return array(
			'page'     => array( 'type' => 'integer', 'minimum' => 1, 'maximum' => 1000000, 'default' => 1, 'description' => __( 'Page of the list.', 'igny8' ) ),
			'per_page' => array( 'type' => 'integer', 'minimum' => 1, 'maximum' => 100, 'default' => 20, 'description' => __( 'Rows per page.', 'igny8' ) ),
		);
	}

	public function is_job(): bool {
		return '' !== $this->engine_operation;
	}
}
