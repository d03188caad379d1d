<?php
/**
 * The name of the cluster that a page of the blueprint belongs to.
 *
 * @package Igny8
 */

namespace Igny8\Seo;

use Igny8\Modules\Content\Meta;
use Igny8\Plugin;

final class Cluster {

	private const SECONDS = DAY_IN_SECONDS; // A cluster is renamed by a new version of the blueprint only, which has other ids for what it changes.

	/**
	 * '' for a page of no cluster and without the module structure. Asks the database only where a template says {cluster}.
	 */
	public static function name( Subject $subject ): string {
		$id        = (string) $subject->meta( Meta::CLUSTER );
		$structure = '' === $id ? null : Plugin::instance()->module( 'structure' );
		if ( null === $structure ) {
			return '';
		}
		$name = wp_cache_get( "cluster:{$id}", 'igny8' );
		if ( ! is_string( $name ) ) {
			$name = $structure->cluster_title( $id );
			wp_cache_set( "cluster:{$id}", $name, 'igny8', self::SECONDS );
		}
		return $name;
	}
}
