<?php
/**
 * Everything an owner can choose and fill in, for the editor's forms and the settings: one answer.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Schema;

use Igny8\Capabilities;
use Igny8\Modules\Schema\Pieces\Owner;
use Igny8\Modules\Schema\Pieces\Review;
use Igny8\Settings;

final class TypeList {

	private readonly Checker $checker;

	public function __construct() {
		$this->checker = new Checker();
	}

	/**
	 * @return array{types: list<array<string, mixed>>, page_types: list<string>, organizations: list<string>, businesses: list<string>, post_types: list<array<string, mixed>>, reviewed: list<string>, users: list<array{id: int, name: string}>}
	 */
	public function all(): array {
		return array(
			'types'         => array_map( array( $this, 'type' ), SettingsSchema::main_types() ),
			'page_types'    => Page::PAGE_TYPES,
			'organizations' => Owner::ORGANIZATIONS,
			'businesses'    => BusinessTypes::ALL,
			'post_types'    => $this->post_types(),
			'reviewed'      => Review::THINGS,
			'users'         => Capabilities::may( Capabilities::MANAGE_SEO ) ? $this->users() : array(),
		);
	}

	/**
	 * Whom the site may stand for: those who write on it.
	 *
	 * @return list<array{id: int, name: string}>
	 */
	private function users(): array {
		$users = get_users( array( 'capability' => 'edit_posts', 'number' => 100, 'orderby' => 'display_name' ) );
		return array_map( static fn( \WP_User $user ) => array( 'id' => $user->ID, 'name' => $user->display_name ), $users );
	}

	/**
	 * @return array{type: string, label: string, earns: bool, source: string, checked: string, required: string, recommended: string, properties: list<array<string, mixed>>}
	 */
	private function type( string $type ): array {
		$rule = $this->checker->rule( $type ) ?? array( 'required' => array(), 'recommended' => array(), 'earns' => false, 'source' => '', 'checked' => '' );
		return array(
			'type'        => $type,
			'label'       => self::label( $type ),
			'earns'       => $rule['earns'],
			'source'      => $rule['source'],
			'checked'     => $rule['checked'],
			'required'    => implode( ', ', $rule['required'] ),
			'recommended' => implode( ', ', $rule['recommended'] ),
			'properties'  => $this->properties( $type, $rule ),
		);
	}

	/**
	 * @param array<string, mixed> $rule
	 * @return list<array<string, mixed>>
	 */
	private function properties( string $type, array $rule ): array {
		$fields      = Types::properties( $type );
		$required    = $this->paths( array_merge( $rule['required'], ...( $rule['one_of'] ?? array() ) ), $fields );
		$recommended = $this->paths( $rule['recommended'], $fields );
		$rows        = array();
		foreach ( $fields as $path => $field ) {
			$rows[] = array( 'path' => $path, 'need' => match ( true ) {
				in_array( $path, array( 'name', 'title', 'description', 'image' ), true ) => '', // The page's own stands in.
				in_array( $path, $required, true )                                        => 'required',
				in_array( $path, $recommended, true )                                     => 'recommended',
				default                                                                   => '',
			} ) + $field;
		}
		return $rows;
	}

	/**
	 * Fields that stand for properties in the rules: of a nested thing those that its own rule requires, else its first.
	 *
	 * @param list<string>                        $needed Paths in the rules.
	 * @param array<string, array<string, mixed>> $fields By path.
	 * @return list<string> Paths of fields.
	 */
	private function paths( array $needed, array $fields ): array {
		$paths = array();
		foreach ( $needed as $path ) {
			$inside = array_values( array_filter( array_keys( $fields ), static fn( string $field ) => str_starts_with( $field, "{$path}." ) ) );
			$rule   = $this->checker->rule( Types::nested( $path ) );
			$asked  = array_map( static fn( string $name ) => "{$path}.{$name}", $rule['required'] ?? array() );
			array_push( $paths, $path, ...( array_values( array_intersect( $inside, $asked ) ) ?: array_slice( $inside, 0, 1 ) ) );
		}
		return $paths;
	}

	/**
	 * `type` and `page_type` as the settings have them, `usual_…` without.
	 *
	 * @return list<array{name: string, label: string, type: string, page_type: string, usual_type: string, usual_page_type: string}>
	 */
	private function post_types(): array {
		$rows   = array();
		$chosen = (array) ( Settings::stored( 'schema' )['post_types'] ?? array() );
		foreach ( get_post_types( array( 'public' => true ), 'objects' ) as $name => $object ) {
			$usual  = Page::POST_TYPES[ $name ] ?? Page::POST_TYPES['page'];
			$rows[] = array( 'name' => $name, 'label' => $object->labels->name, 'usual_type' => $usual['type'], 'usual_page_type' => $usual['page_type'] ) + array_filter( (array) ( $chosen[ $name ] ?? array() ) ) + $usual;
		}
		return $rows;
	}

	private static function label( string $type ): string {
		$labels = array(
			'Article'              => __( 'Article', 'igny8' ),
			'BlogPosting'          => __( 'Blog post', 'igny8' ),
			'NewsArticle'          => __( 'News', 'igny8' ),
			'TechArticle'          => __( 'Technical article', 'igny8' ),
			'ScholarlyArticle'     => __( 'Scholarly article', 'igny8' ),
			'Report'               => __( 'Report', 'igny8' ),
			'OpinionNewsArticle'   => __( 'Opinion', 'igny8' ),
			'ReportageNewsArticle' => __( 'Reportage', 'igny8' ),
			'SocialMediaPosting'   => __( 'Social media posting', 'igny8' ),
			'Product'              => __( 'Product', 'igny8' ),
			'Service'              => __( 'Service', 'igny8' ),
			'LocalBusiness'        => __( 'A place of business', 'igny8' ),
			'Event'                => __( 'Event', 'igny8' ),
			'Recipe'               => __( 'Recipe', 'igny8' ),
			'JobPosting'           => __( 'Job', 'igny8' ),
			'Course'               => __( 'Course', 'igny8' ),
			'SoftwareApplication'  => __( 'Software', 'igny8' ),
			'Book'                 => __( 'Book', 'igny8' ),
			'Person'               => __( 'Person', 'igny8' ),
		);
		return $labels[ $type ] ?? $type;
	}
}
