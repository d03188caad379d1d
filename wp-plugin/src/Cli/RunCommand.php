<?php
/**
 * `wp igny8 run`: the whole way from a trade to a published site, as the modules' operations in a row.
 *
 * @package Igny8
 */

namespace Igny8\Cli;

use Igny8\Operation;
use Igny8\Plugin;

/**
 * Each stage can be run alone and repeated; so this command can be interrupted and started again at any point.
 */
final class RunCommand {

	/**
	 * Operation → what the report takes over of its result. The first one changes nothing on the site: a draft version is stored.
	 */
	private const STAGES = array(
		'blueprint.create' => array( 'attributes', 'clusters', 'clusters_by_type', 'keywords', 'pages' ),
		'blueprint.apply'  => array( 'terms_created' ),
		'content.plan'     => array(),
		'content.run'      => array(),
		'content.publish'  => array(),
	);

	public function __construct( private readonly Plugin $plugin ) {}

	/**
	 * @return array<string, mixed>
	 */
	public function help(): array {
		$options = array(
			'name'     => __( 'Name of the business. Default: the site\'s title.', 'igny8' ),
			'type'     => __( 'ecommerce, local_services, saas or content. Default: what the first sector usually is.', 'igny8' ),
			'locale'   => __( 'Language of the site. Default: WordPress\' language.', 'igny8' ),
			'facts'    => __( 'What only the owner knows, as JSON or @file: products, services, brands, locations, problems.', 'igny8' ),
			'keywords' => __( 'File with the owner\'s keyword list: an export of Ahrefs, Semrush or Keyword Planner, or one keyword per line.', 'igny8' ),
		);
		$synopsis = array( array( 'type' => 'assoc', 'name' => 'sectors', 'description' => __( 'One to five sectors, with commas between them. Find them with: wp igny8 engine sectors <words>', 'igny8' ), 'optional' => false ) );
		foreach ( $options as $name => $description ) {
			$synopsis[] = array( 'type' => 'assoc', 'name' => $name, 'description' => $description, 'optional' => true );
		}
		$synopsis[] = array( 'type' => 'flag', 'name' => 'dry-run', 'description' => __( 'Plan the structure, kept as a draft version, and count what would be created; the site does not change.', 'igny8' ), 'optional' => true );
		return array(
			'shortdesc' => __( 'Turns a trade into a structured, published site.', 'igny8' ),
			'longdesc'  => __( 'Plans the structure, creates taxonomies and terms, makes pages and article briefs, publishes the pages and links them. Can be run again: what is there is kept.', 'igny8' ),
			'synopsis'  => array( ...$synopsis, ...Arguments::output_options() ),
		);
	}

	/**
	 * @param list<string>                $args
	 * @param array<string, string|bool> $assoc_args
	 */
	public function run( array $args, array $assoc_args ): void {
		$is_dry = (bool) ( $assoc_args['dry-run'] ?? false );
		$input  = $this->input( $assoc_args );
		if ( is_wp_error( $input ) ) {
			Output::fail( $input );
		}
		$report  = array( 'name' => $input['site_name'], 'sectors' => implode( ',', $input['sectors'] ) ) + array_filter( array( 'dry_run' => $is_dry ) );
		$seconds = array();
		foreach ( self::STAGES as $name => $fields ) {
			$operation = $this->plugin->operations()[ $name ] ?? null;
			if ( null === $operation ) {
				/* translators: 1: operation, 2: module. */
				\WP_CLI::warning( sprintf( __( '%1$s is left out: its module is off (wp igny8 module enable %2$s).', 'igny8' ), $name, strtok( $name, '.' ) ) );
				continue;
			}
			$is_first = 'blueprint.create' === $name;
			if ( $is_dry && ! $is_first && ! isset( $operation->input['properties']['dry_run'] ) ) {
				break; // What comes after builds on what a dry run does not make.
			}
			$started = microtime( true );
			$result  = $this->stage( $operation, $is_first ? $input : array_filter( array( 'dry_run' => $is_dry ) ) );
			if ( is_wp_error( $result ) ) {
				Output::fail( $result );
			}
			$seconds[ $name ] = round( microtime( true ) - $started, 1 );
			$report          += array_intersect_key( $result, array_flip( $fields ) );
		}
		$report           += $is_dry ? array() : $this->standing();
		$report['seconds'] = $seconds;
		( new Output( $assoc_args ) )->object( $report );
	}

	/**
	 * The site as it stands now, whatever this or an earlier run did of it.
	 *
	 * @return array<string, int>
	 */
	private function standing(): array {
		$standing = array();
		foreach ( array( 'content', 'linker' ) as $module ) {
			$operation           = $this->plugin->operations()[ "{$module}.status" ] ?? null;
			$standing[ $module ] = null === $operation ? null : $this->plugin->call( $operation, array() );
		}
		list( 'content' => $pages, 'linker' => $links ) = $standing;
		return ( null === $pages ? array() : array(
			'pages_published' => $pages['published'],
			'pages_drafted'   => $pages['by_status']['completed'] - $pages['published'],
		) ) + ( null === $links ? array() : array( 'links_placed' => $links['by_status']['placed'] + $links['by_status']['listed'] ) );
	}

	/**
	 * @param array<string, mixed> $input
	 * @return array<string, mixed>|\WP_Error
	 */
	private function stage( Operation $operation, array $input ): array|\WP_Error {
		fwrite( STDERR, "{$operation->label} …\n" ); // phpcs:ignore WordPress.WP.AlternativeFunctions -- A terminal, not a file.
		return ( new Execution( $this->plugin ) )->complete( $operation, $input );
	}

	/**
	 * @param array<string, string|bool> $assoc_args
	 * @return array<string, mixed>|\WP_Error Input of `blueprint.create`.
	 */
	private function input( array $assoc_args ): array|\WP_Error {
		$create = $this->plugin->operations()['blueprint.create'] ?? null;
		if ( null === $create ) {
			return new \WP_Error( 'module_off', __( 'The blueprint module is off: wp igny8 module enable blueprint', 'igny8' ) );
		}
		$given = array(
			'site-name' => $assoc_args['name'] ?? html_entity_decode( get_bloginfo( 'name' ), ENT_QUOTES, 'UTF-8' ),
			'sectors'   => $assoc_args['sectors'],
			'site-type' => $assoc_args['type'] ?? '',
			'locale'    => $assoc_args['locale'] ?? get_locale(),
			'facts'     => $assoc_args['facts'] ?? '',
			'keywords'  => $assoc_args['keywords'] ?? '',
		);
		return ( new Arguments( $create ) )->input( array(), array_filter( $given, static fn( $value ) => '' !== $value ) );
	}
}
