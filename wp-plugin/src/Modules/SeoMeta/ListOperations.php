<?php
/**
 * List every page with what it says to search engines, count what is wrong, and look at all pages anew.
 *
 * @package Igny8
 */

namespace Igny8\Modules\SeoMeta;

use Igny8\Capabilities;
use Igny8\Modules\SeoMeta\Bulk\Rows;
use Igny8\Modules\SeoMeta\Bulk\Selection;
use Igny8\Modules\SeoMeta\Survey\PixelWidth;
use Igny8\Modules\SeoMeta\Survey\Survey;
use Igny8\Modules\SeoMeta\Survey\SurveyTable;
use Igny8\Operation;
use Igny8\Seo\Choices;
use Igny8\Seo\OtherPlugins;

final class ListOperations {

	private const GLANCE_S = 1.0; // A list or a counter looks at new pages for so long before it answers.
	private const STEP_S   = 4.0; // A step of the walk: below any host's limit, with few requests for a large site.

	private readonly SurveyTable $table;
	private readonly Survey $survey;

	public function __construct() {
		$this->table  = new SurveyTable();
		$this->survey = new Survey( $this->table );
	}

	/**
	 * @return list<Operation>
	 */
	public function all(): array {
		return array( $this->list_operation(), $this->summary(), $this->survey_operation() );
	}

	private function list_operation(): Operation {
		return new Operation(
			name: 'seo-meta.list',
			label: __( 'List titles and descriptions', 'igny8' ),
			description: __( 'Posts, terms or authors with the title, description and robots they print, where these come from, and what is wrong with them.', 'igny8' ),
			capability: Capabilities::EDIT_SEO,
			input: array(
				'type'       => 'object',
				'properties' => Selection::properties() + array(
					'orderby' => array( 'type' => 'string', 'enum' => array_keys( SurveyTable::ORDERS ), 'default' => 'modified', 'description' => __( 'What to order by; title and description are ordered by their widths.', 'igny8' ) ),
					'order'   => array( 'type' => 'string', 'enum' => array( 'asc', 'desc' ), 'default' => 'desc', 'description' => __( 'Direction of the order.', 'igny8' ) ),
				) + Operation::paging(),
			),
			output: array(
				'type'       => 'object',
				'properties' => array(
					'total'     => array( 'type' => 'integer' ),
					'remaining' => array( 'type' => 'integer', 'description' => __( 'Pages that the survey has not seen yet, and so are missing here.', 'igny8' ) ),
					'pages'     => array( 'type' => 'array', 'items' => array( 'type' => 'object', 'properties' => self::row_schema() ) ),
				),
			),
			run: fn( array $input ) => $this->on_list( $input ),
			is_readonly: true,
			rows: 'pages',
			columns: array( 'id', 'type', 'name', 'title', 'title_px', 'description_px', 'problems' ),
		);
	}

	private function summary(): Operation {
		$number = array( 'type' => 'integer' );
		return new Operation(
			name: 'seo-meta.summary',
			label: __( 'Sum up titles and descriptions', 'igny8' ),
			description: __( 'How many published pages have no title or description, one that is too long, or one that another page has too.', 'igny8' ),
			capability: Capabilities::EDIT_SEO,
			input: array( 'type' => 'object', 'properties' => array() ),
			output: array(
				'type'       => 'object',
				'properties' => array_fill_keys( array( 'pages', 'own_title', 'own_description', ...SurveyTable::problems(), 'remaining', 'most_title_px', 'most_description_px' ), $number ) + array(
					'kinds'        => array( 'type' => 'array', 'items' => array( 'type' => 'object' ) ),
					'other_plugin' => array( 'type' => 'object', 'properties' => array( 'slug' => array( 'type' => 'string' ), 'name' => array( 'type' => 'string' ), 'output' => array( 'type' => 'string' ) ) ),
				),
			),
			run: fn() => $this->on_summary(),
			is_readonly: true,
		);
	}

	private function survey_operation(): Operation {
		$number = array( 'type' => 'integer' );
		return new Operation(
			name: 'seo-meta.survey',
			label: __( 'Look at all pages', 'igny8' ),
			description: __( 'Measures titles and descriptions of pages that the list does not know yet. It does so by itself; this is for after an import past WordPress.', 'igny8' ),
			capability: Capabilities::EDIT_SEO,
			input: array(
				'type'       => 'object',
				'properties' => array( 'restart' => array( 'type' => 'boolean', 'default' => false, 'description' => __( 'Begin from the first page again. The calls that follow go on by themselves.', 'igny8' ) ) ),
			),
			output: array( 'type' => 'object', 'properties' => array( 'done' => $number, 'total' => $number, 'remaining' => $number ) ),
			run: fn( array $input ) => $this->on_survey( $input['restart'] ),
			has_progress: true,
		);
	}

	/**
	 * @param array<string, mixed> $input
	 * @return array<string, mixed>
	 */
	private function on_list( array $input ): array {
		$remaining = $this->survey->walk( self::GLANCE_S )['remaining'];
		$found     = $this->table->search( Selection::filters( $input ), $input['orderby'], 'desc' === $input['order'], $input['per_page'], ( $input['page'] - 1 ) * $input['per_page'] );
		return array(
			'total'     => $found['total'],
			'remaining' => $remaining,
			'pages'     => ( new Rows( $this->table, $this->survey ) )->of( $found['rows'] ),
		);
	}

	/**
	 * @return array<string, mixed>
	 */
	private function on_summary(): array {
		$remaining = $this->survey->walk( self::GLANCE_S )['remaining'];
		$counts    = get_transient( Survey::SUMMARY );
		if ( ! is_array( $counts ) ) {
			$kinds  = $this->table->tally();
			$counts = array( 'kinds' => $kinds );
			foreach ( array( 'pages', 'own_title', 'own_description', 'title_missing', 'title_long', 'description_missing', 'description_long', 'noindex' ) as $name ) {
				$counts[ $name ] = array_sum( array_column( $kinds, $name ) );
			}
			$counts['title_duplicate']       = $this->table->count_twins( 'title_key' );
			$counts['description_duplicate'] = $this->table->count_twins( 'description_key' );
			set_transient( Survey::SUMMARY, $counts, DAY_IN_SECONDS );
		}
		$other = OtherPlugins::active();
		return $counts + array(
			'remaining'           => $remaining,
			'most_title_px'       => PixelWidth::MOST_TITLE,
			'most_description_px' => PixelWidth::MOST_DESCRIPTION,
			'other_plugin'        => array( 'slug' => $other, 'name' => OtherPlugins::PLUGINS[ $other ]['name'] ?? '', 'output' => (string) Choices::get( 'output' ) ),
		);
	}

	/**
	 * The call that restarts is followed by equal ones: the walk begins anew only when the last one is over.
	 *
	 * @return array{done: int, total: int, remaining: int}
	 */
	private function on_survey( bool $restart ): array {
		if ( $restart && ! $this->survey->is_walking() ) {
			$this->survey->restart();
		}
		return $this->survey->walk( self::STEP_S );
	}

	/**
	 * @return array<string, array<string, mixed>>
	 */
	private static function row_schema(): array {
		$texts = array( 'key', 'kind', 'type', 'type_label', 'name', 'status', 'author', 'modified', 'url', 'edit_url', 'title', 'title_own', 'title_template', 'description', 'description_own', 'description_template', 'robots', 'robots_printed', 'keyphrase', 'canonical', 'image', 'image_url' );
		return array_fill_keys( $texts, array( 'type' => 'string' ) )
			+ array_fill_keys( array( 'id', 'title_px', 'description_px' ), array( 'type' => 'integer' ) )
			+ array_fill_keys( array( 'may_edit', 'is_noindex', 'is_cornerstone' ), array( 'type' => 'boolean' ) )
			+ array( 'problems' => array( 'type' => 'array', 'items' => array( 'type' => 'string', 'enum' => SurveyTable::problems() ) ) );
	}
}
