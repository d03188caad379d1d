<?php
/**
 * Builds a structure without storing it, so that its maker sees what each change leads to.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Blueprint;

use Igny8\Jobs;

final class Draft {

	public function __construct( private readonly Create $create, private readonly Jobs $jobs, private readonly Module $module ) {}

	/**
	 * @param array<string, mixed> $input Of `blueprint.create`.
	 * @return array<string, mixed>|\WP_Error The outline, `proposed` (the attributes before the edits) and `site` (what an apply would do here).
	 */
	public function make( array $input ): array|\WP_Error {
		$wanted = $this->create->prepare( $input );
		if ( is_wp_error( $wanted ) ) {
			return $wanted;
		}
		$built = $this->jobs->ask( 'sag.build_blueprint', $wanted );
		if ( is_wp_error( $built ) ) {
			return $built;
		}
		$bare = empty( $wanted['edits'] ) ? $built : $this->jobs->ask( 'sag.build_blueprint', Proposal::input( $wanted ) );
		if ( is_wp_error( $bare ) ) {
			return $bare;
		}
		$document = new Document( $built );
		$preview  = ( new Preview( new Taxonomies() ) )->make( 0, $document, $this->module->reader() );
		return Outline::of( $document ) + array(
			'site_type' => $wanted['site_type'],
			'proposed'  => Outline::attributes( $bare['attributes'] ),
			'site'      => array(
				'counts'     => $preview['counts'],
				'menu_note'  => $preview['menu']['note'],
				'front_page' => $preview['front_page'],
			),
		);
	}
}
