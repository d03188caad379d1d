<?php
/**
 * What a blueprint is made from, as a schema: the input of `blueprint.create` and `blueprint.preview_draft`, and parts of the wizard's record.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Blueprint;

use Igny8\Contract;

/**
 * The shapes of edits, decisions and keywords are the engine's own (its contract): they are sent as they came.
 */
final class CreateInput {

	/**
	 * Kinds of facts that only the owner knows (`Facts` of the engine), and how many of each it takes.
	 */
	public const FACTS = array( 'products' => 200, 'services' => 200, 'brands' => 100, 'locations' => 100, 'problems' => 100 );

	public const SITE_TYPES = array( 'ecommerce', 'local_services', 'saas', 'content' );

	public const LOCALE = '^[a-z]{2,3}(_[A-Za-z0-9]{2,8})*$';

	public const SLUG = '^[a-z0-9]+(-[a-z0-9]+)*$';

	/**
	 * Characters of a keyword list as text, as the engine reads them (`keywords.read_csv`): 10,000 rows of Keyword Planner.
	 */
	public const MOST_TEXT = 4000000;

	/**
	 * @return array<string, mixed>
	 */
	public static function schema(): array {
		return array(
			'type'       => 'object',
			'properties' => array(
				'sectors'                 => array( 'type' => 'array', 'items' => self::slug(), 'minItems' => 1, 'maxItems' => 5, 'description' => __( 'Slugs of one to five sectors.', 'igny8' ) ),
				'site_type'               => array( 'type' => 'string', 'enum' => self::SITE_TYPES, 'description' => __( 'Kind of site; what the first sector usually is if absent.', 'igny8' ) ),
				'site_name'               => array( 'type' => 'string', 'maxLength' => 120, 'description' => __( 'Name of the business; the site\'s title if absent.', 'igny8' ) ),
				'locale'                  => array( 'type' => 'string', 'pattern' => self::LOCALE, 'description' => __( 'Language of the phrases; the site\'s if absent.', 'igny8' ) ),
				'facts'                   => self::facts(),
				'edits'                   => self::of_engine( 'edits', __( 'Your changes to attributes: values to add, drop or rename, name and level, or the whole dropped. Absent: those of the newest blueprint.', 'igny8' ) ),
				'decisions'               => self::of_engine( 'decisions', __( 'Your changes to clusters: rename, drop, merge, split, add. Absent: those of the newest blueprint.', 'igny8' ) ),
				'keywords'                => self::keywords(),
				'max_clusters_per_sector' => array( 'type' => 'integer', 'minimum' => 1, 'maximum' => 50, 'description' => __( 'Fewer topics make a smaller site.', 'igny8' ) ),
				'from_wizard'             => array( 'type' => 'boolean', 'default' => false, 'description' => __( 'Take what the setup wizard holds for all that is not given here.', 'igny8' ) ),
			),
		);
	}

	/**
	 * @return array<string, mixed>
	 */
	public static function facts(): array {
		$lists = array();
		foreach ( self::FACTS as $kind => $most ) {
			$lists[ $kind ] = array( 'type' => 'array', 'items' => array( 'type' => 'string', 'maxLength' => 200 ), 'maxItems' => $most );
		}
		return array( 'type' => 'object', 'properties' => $lists, 'additionalProperties' => false, 'description' => __( 'What only you know: products, services, brands, locations, problems.', 'igny8' ) );
	}

	/**
	 * A property of the engine's BlueprintInput.
	 *
	 * @return array<string, mixed>
	 */
	public static function of_engine( string $property, string $description ): array {
		$contract = Contract::load( 'sag.build_blueprint' );
		$schema   = is_wp_error( $contract ) ? array( 'type' => 'array' ) : $contract['input']['properties'][ $property ];
		return array( 'description' => $description ) + $schema;
	}

	/**
	 * @return array<string, mixed>
	 */
	public static function slug(): array {
		return array( 'type' => 'string', 'maxLength' => 60, 'pattern' => self::SLUG );
	}

	/**
	 * Rows as the engine has them, or the text of an export; on a command line a file.
	 *
	 * @return array<string, mixed>
	 */
	private static function keywords(): array {
		$rows = self::of_engine( 'keywords', __( 'Your own keyword list: rows of phrase, volume, difficulty, cpc and country, or the text of a CSV export (Ahrefs, Semrush, Keyword Planner, plain). Absent: that of the newest blueprint.', 'igny8' ) );
		return array( 'type' => array( 'string', 'array' ), 'format' => 'csv', 'maxLength' => self::MOST_TEXT ) + $rows;
	}
}
