<?php
/**
 * The table of the site's own sector templates: copies of the catalogue's that somebody changed, and new ones.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Blueprint;

/**
 * One row per sector. `origin` is `user` or `ai_generated`, as in the template itself.
 */
final class TemplatesTable extends \Igny8\Table {

	protected const JSON     = array( 'template' );
	protected const INTEGERS = array( 'id', 'updated_by' );

	public function name(): string {
		return 'igny8_templates';
	}

	public function version(): int {
		return 1;
	}

	public function columns(): string {
		return "id bigint(20) unsigned NOT NULL AUTO_INCREMENT,
			slug varchar(60) NOT NULL,
			name varchar(120) NOT NULL,
			origin varchar(20) NOT NULL DEFAULT 'user',
			template longtext NOT NULL,
			updated_by bigint(20) unsigned NOT NULL DEFAULT 0,
			updated_at datetime NOT NULL,
			PRIMARY KEY  (id),
			UNIQUE KEY slug (slug)";
	}

	/**
	 * @return array<string, mixed>|null The template of a sector, if the site has its own.
	 */
	public function template( string $slug ): ?array {
		return $this->select( array( 'slug' => $slug ), limit: 1, fields: 'template' )[0]['template'] ?? null;
	}

	/**
	 * The site's own templates of these sectors, in their order.
	 *
	 * @param list<string> $slugs
	 * @return list<array<string, mixed>>
	 */
	public function of( array $slugs ): array {
		$rows = array_column( $this->select( array( 'slug' => $slugs ), fields: 'slug, template' ), 'template', 'slug' );
		return array_values( array_filter( array_map( static fn( string $slug ) => $rows[ $slug ] ?? null, $slugs ) ) );
	}

	/**
	 * Keeps a template; one of the same sector is replaced.
	 *
	 * @param array<string, mixed> $template
	 */
	public function put( array $template ): void {
		$row = array(
			'slug'       => $template['slug'],
			'name'       => mb_substr( $template['name'], 0, 120 ),
			'origin'     => $template['origin'],
			'template'   => $template,
			'updated_by' => get_current_user_id(),
			'updated_at' => self::now(),
		);
		$this->insert_many( array( $row ), array( 'name', 'origin', 'template', 'updated_by', 'updated_at' ) );
	}
}
