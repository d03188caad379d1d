<?php
/**
 * Ask whether anything keeps the site out of search engines: all checks, or one as Site Health wants it.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Engine;

use Igny8\Health\Checks;
use Igny8\Health\SiteHealth;
use Igny8\Operation;
use Igny8\Plugin;

final class HealthOperations {

	public function __construct( private readonly Plugin $plugin ) {}

	/**
	 * @return list<Operation>
	 */
	public function all(): array {
		return array( $this->checks_operation(), $this->check_operation() );
	}

	private function checks_operation(): Operation {
		$names = array( ...Checks::QUICK, ...Checks::SLOW );
		return new Operation(
			name: 'engine.site_health',
			label: __( 'Check the site', 'igny8' ),
			description: __( 'Whether search engines may and can read this site: visibility, home page, permalinks, other SEO plugins, robots.txt, sitemap, redirects.', 'igny8' ),
			capability: 'view_site_health_checks',
			input: array( 'type' => 'object', 'properties' => array() ),
			output: array(
				'type'       => 'object',
				'properties' => array(
					'checks' => array( 'type' => 'array', 'items' => array( 'type' => 'object', 'properties' => array_fill_keys( array( 'name', 'status', 'label', 'text', 'url' ), array( 'type' => 'string' ) ) ) ),
				),
			),
			run: fn() => array( 'checks' => array_map( fn( string $name ) => array( 'name' => $name ) + ( new Checks( $this->plugin ) )->run( $name ), $names ) ),
			is_readonly: true,
			rows: 'checks',
			columns: array( 'name', 'status', 'label' ),
		);
	}

	private function check_operation(): Operation {
		return new Operation(
			name: 'engine.site_health_test',
			label: __( 'Run one check of Site Health', 'igny8' ),
			description: __( 'One check of the site, in the form that Tools → Site Health reads.', 'igny8' ),
			capability: 'view_site_health_checks',
			input: array(
				'type'       => 'object',
				'properties' => array(
					'name' => array( 'type' => 'string', 'enum' => array( ...Checks::QUICK, ...Checks::SLOW ), 'description' => __( 'Name of the check.', 'igny8' ) ),
				),
				'required'   => array( 'name' ),
			),
			output: array(
				'type'       => 'object',
				'properties' => array_fill_keys( array( 'label', 'status', 'description', 'actions', 'test' ), array( 'type' => 'string' ) ) + array( 'badge' => array( 'type' => 'object' ) ),
			),
			run: fn( array $input ) => ( new SiteHealth( $this->plugin ) )->test( $input['name'] ),
			is_readonly: true,
			positional: array( 'name' ),
		);
	}
}
