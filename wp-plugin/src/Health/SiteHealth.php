<?php
/**
 * Adds our checks to Tools → Site Health, and what a helper must know to its Info tab.
 *
 * @package Igny8
 */

namespace Igny8\Health;

use Igny8\Plugin;
use Igny8\Seo\OtherPlugins;

final class SiteHealth {

	public function __construct( private readonly Plugin $plugin ) {}

	/**
	 * @param array<string, array<string, array<string, mixed>>> $tests
	 * @return array<string, array<string, array<string, mixed>>>
	 */
	public function filter_site_status_tests( array $tests ): array {
		foreach ( Checks::QUICK as $name ) {
			$tests['direct'][ "igny8_{$name}" ] = array( 'label' => "IGNY8: {$name}", 'test' => fn() => $this->test( $name ) );
		}
		foreach ( Checks::SLOW as $name ) {
			$tests['async'][ "igny8_{$name}" ] = array(
				'label'             => "IGNY8: {$name}",
				'test'              => add_query_arg( 'name', $name, rest_url( 'igny8/v1/engine/site-health-test' ) ),
				'has_rest'          => true,
				'async_direct_test' => fn() => $this->test( $name ),
			);
		}
		return $tests;
	}

	/**
	 * One check as Site Health shows it.
	 *
	 * @return array{label: string, status: string, badge: array{label: string, color: string}, description: string, actions: string, test: string}
	 */
	public function test( string $name ): array {
		$result = ( new Checks( $this->plugin ) )->run( $name );
		$link   = '' === $result['url'] ? '' : sprintf( '<p><a href="%s">%s</a></p>', esc_url( $result['url'] ), esc_html__( 'Open', 'igny8' ) );
		return array(
			'label'       => $result['label'],
			'status'      => $result['status'],
			'badge'       => array( 'label' => __( 'SEO', 'igny8' ), 'color' => 'blue' ),
			'description' => '<p>' . esc_html( '' === $result['text'] ? $result['label'] . '.' : $result['text'] ) . '</p>',
			'actions'     => $link,
			'test'        => "igny8_{$name}",
		);
	}

	/**
	 * @param array<string, array<string, mixed>> $info
	 * @return array<string, array<string, mixed>>
	 */
	public function filter_debug_information( array $info ): array {
		$values = array(
			'version'      => array( __( 'Version', 'igny8' ), \Igny8\VERSION ),
			'modules'      => array( __( 'Modules that are on', 'igny8' ), implode( ', ', array_keys( $this->plugin->modules() ) ) ),
			'other_plugin' => array( __( 'Other SEO plugin', 'igny8' ), '' === OtherPlugins::active() ? __( 'none', 'igny8' ) : OtherPlugins::active() ),
			'is_printing'  => array( __( 'Prints titles and tags', 'igny8' ), OtherPlugins::are_printing() ? __( 'no', 'igny8' ) : __( 'yes', 'igny8' ) ),
			'sitemap'      => array( __( 'Sitemap', 'igny8' ), (string) get_sitemap_url( 'index' ) ),
			'engine'       => array( __( 'Engine', 'igny8' ), array() !== \Igny8\Connection::summary() ? __( 'connected', 'igny8' ) : __( 'not connected', 'igny8' ) ),
			'autoloaded'   => array( __( 'Bytes of options loaded with every page', 'igny8' ), (string) $this->autoloaded_bytes() ),
		);
		foreach ( $this->tables() as $name => $rows ) {
			/* translators: %s: name of a table. */
			$values[ $name ] = array( sprintf( __( 'Rows of %s', 'igny8' ), $name ), number_format_i18n( $rows ) );
		}
		$info['igny8'] = array(
			'label'  => 'IGNY8',
			'fields' => array_map( static fn( array $value ) => array( 'label' => $value[0], 'value' => $value[1] ), $values ),
		);
		return $info;
	}

	private function autoloaded_bytes(): int {
		$ours = array_filter( wp_load_alloptions(), static fn( $name ) => str_starts_with( (string) $name, 'igny8' ), ARRAY_FILTER_USE_KEY );
		return array_sum( array_map( 'strlen', $ours ) );
	}

	/**
	 * @return array<string, int> Name → rows.
	 */
	private function tables(): array {
		$counts = array();
		foreach ( $this->plugin->modules() as $module ) {
			foreach ( $module->tables() as $table ) {
				$counts[ $table->name() ] = $table->count();
			}
		}
		return $counts;
	}
}
