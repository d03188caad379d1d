<?php
/**
 * Keeps the site's own sector templates: read, held to the engine's quality gate, stored, deleted.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Blueprint;

use Igny8\Plugin;

/**
 * A copy counts instead of the catalogue's template of the same slug, from the next blueprint on. Blueprints that are
 * there do not change.
 */
final class Templates {

	private readonly TemplatesTable $table;

	public function __construct( private readonly Plugin $plugin ) {
		$this->table = new TemplatesTable();
	}

	/**
	 * @return list<array<string, mixed>> What a list shows, by name.
	 */
	public function list(): array {
		return array_map(
			static fn( array $row ) => array(
				'slug'       => $row['slug'],
				'name'       => $row['name'],
				'industry'   => $row['template']['industry']['name'] ?? '',
				'origin'     => $row['origin'],
				'aliases'    => $row['template']['aliases'] ?? array(),
				'site_types' => $row['template']['site_types'],
				'updated_at' => strtr( $row['updated_at'], ' ', 'T' ) . 'Z',
			) + self::counts( $row['template'] ),
			$this->table->select( order_by: 'name', limit: 1000 )
		);
	}

	/**
	 * The template a blueprint would use: the site's own, or else the engine's.
	 *
	 * @return array{template: array<string, mixed>, is_own: bool}|\WP_Error
	 */
	public function find( string $slug ): array|\WP_Error {
		$own = $this->table->template( $slug );
		if ( null !== $own ) {
			return array( 'template' => $own, 'is_own' => true );
		}
		$operation = $this->plugin->operations()['engine.sector'] ?? null;
		$found     = null === $operation ? self::missing( $slug ) : $this->plugin->call( $operation, array( 'slug' => $slug ) );
		return is_wp_error( $found ) ? $found : array( 'template' => $found['template'], 'is_own' => false );
	}

	/**
	 * Stores a template that passes the gate.
	 *
	 * @param array<string, mixed> $template In the engine's shape (`Sector`).
	 * @return array<string, mixed>|\WP_Error Slug, name and counts; template_faulty with every fault in `data.fields`.
	 */
	public function save( array $template, string $origin = 'user' ): array|\WP_Error {
		$template['origin'] = $origin;
		$judged             = $this->plugin->jobs()->ask( 'sag.validate_template', array( 'template' => $template ) );
		if ( is_wp_error( $judged ) ) {
			return $judged;
		}
		if ( array() !== $judged['faults'] ) {
			$fields = array();
			foreach ( $judged['faults'] as $at => $fault ) {
				$fields[ "faults.{$at}" ] = $fault;
			}
			/* translators: %s: what is wrong. */
			return new \WP_Error( 'template_faulty', sprintf( __( 'The template was not saved: %s', 'igny8' ), $judged['faults'][0] ), array( 'status' => 422, 'fields' => $fields ) );
		}
		return $this->keep( $template );
	}

	/**
	 * Stores a template that the engine has just made and judged.
	 *
	 * @param array<string, mixed> $template
	 * @return array<string, mixed> Slug, name and counts.
	 */
	public function keep( array $template ): array {
		$this->table->put( $template );
		/**
		 * Fires after the site's own template of a sector was stored.
		 *
		 * @param string $slug     Of the sector.
		 * @param array  $template
		 */
		do_action( 'igny8/blueprint/template_saved', $template['slug'], $template ); // phpcs:ignore WordPress.NamingConventions.ValidHookName -- Project-wide form igny8/<module>/<past_tense>.
		return array( 'slug' => $template['slug'], 'name' => $template['name'], 'origin' => $template['origin'] ) + self::counts( $template );
	}

	/**
	 * @return array{slug: string, template: array<string, mixed>}|\WP_Error What was deleted, so that it can be put back.
	 */
	public function delete( string $slug ): array|\WP_Error {
		$template = $this->table->template( $slug );
		if ( null === $template ) {
			return self::missing( $slug );
		}
		$this->table->delete( array( 'slug' => $slug ) );
		return array( 'slug' => $slug, 'template' => $template );
	}

	public function has( string $slug ): bool {
		return $this->table->count( array( 'slug' => $slug ) ) > 0;
	}

	public static function missing( string $slug ): \WP_Error {
		/* translators: %s: slug of a sector. */
		return new \WP_Error( 'template_not_found', sprintf( __( 'This site has no template of its own for "%s".', 'igny8' ), $slug ), array( 'status' => 404 ) );
	}

	/**
	 * @param array<string, mixed> $template
	 * @return array{attributes: int, values: int}
	 */
	private static function counts( array $template ): array {
		return array(
			'attributes' => count( $template['attributes'] ),
			'values'     => array_sum( array_map( static fn( array $attribute ) => count( $attribute['values'] ?? array() ), $template['attributes'] ) ),
		);
	}
}
