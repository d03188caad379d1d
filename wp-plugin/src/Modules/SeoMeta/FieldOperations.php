<?php
/**
 * Operations on what an owner says about one page: read it, change it, see what it would give, list the variables.
 *
 * @package Igny8
 */

namespace Igny8\Modules\SeoMeta;

use Igny8\Capabilities;
use Igny8\Operation;
use Igny8\Seo\Address;
use Igny8\Seo\Fields;
use Igny8\Seo\Subject;

final class FieldOperations {

	/**
	 * @return list<Operation>
	 */
	public function all(): array {
		return array( $this->get(), $this->set(), $this->preview(), $this->variables() );
	}

	private function get(): Operation {
		return new Operation(
			name: 'seo-meta.get',
			label: __( 'Read the SEO values of a page', 'igny8' ),
			description: __( 'What the owner said about a post, term or author. Templates apply where nothing is said.', 'igny8' ),
			capability: Capabilities::EDIT_SEO,
			input: array( 'type' => 'object', 'properties' => array( 'of' => self::of() ) ),
			output: array( 'type' => 'object' ),
			run: static function ( array $input ): array|\WP_Error {
				$subject = self::editable( $input['of'] );
				return is_wp_error( $subject ) ? $subject : array( 'of' => $subject->key(), 'url' => $subject->url() ) + Fields::read( $subject );
			},
			is_readonly: true,
			positional: array( 'of' ),
		);
	}

	private function set(): Operation {
		$properties = array_map(
			static function ( array $property ): array {
				unset( $property['default'] ); // What is not given stays as it is.
				return $property + array( 'description' => $property['title'] );
			},
			Fields::properties()
		);
		return new Operation(
			name: 'seo-meta.set',
			label: __( 'Change the SEO values of a page', 'igny8' ),
			description: __( 'Changes the values given, of a post, term or author; the others stay. An empty value goes back to the template.', 'igny8' ),
			capability: Capabilities::EDIT_SEO,
			input: array( 'type' => 'object', 'properties' => array( 'of' => self::of() ) + $properties ),
			output: array( 'type' => 'object' ),
			run: static function ( array $input ): array|\WP_Error {
				$subject = self::editable( $input['of'] );
				unset( $input['of'] );
				if ( ! is_wp_error( $subject ) && array() === $input ) {
					return new \WP_Error( 'fields_missing', __( 'Nothing to change: give at least one value, such as a title.', 'igny8' ), array( 'status' => 400 ) );
				}
				$values = is_wp_error( $subject ) ? $subject : Fields::refusal( $subject, $input ) ?? Fields::write( $subject, $input );
				return is_wp_error( $values ) ? $values : array( 'of' => $subject->key(), 'url' => $subject->url() ) + $values;
			},
			positional: array( 'of' ),
		);
	}

	private function preview(): Operation {
		return new Operation(
			name: 'seo-meta.preview',
			label: __( 'See what unsaved values would give', 'igny8' ),
			description: __( 'Title, description, robots, social texts and images of a page as they would be with values that are not saved. Stores nothing. A template is tried by giving it as the title or description of a page of its kind.', 'igny8' ),
			capability: Capabilities::EDIT_SEO,
			input: array(
				'type'       => 'object',
				'properties' => array(
					'of'      => self::of( false ) + array( 'default' => '' ),
					'kind'    => array( 'type' => 'string', 'default' => '', 'description' => __( 'Instead of `of`: post, term or author.', 'igny8' ) ),
					'id'      => array( 'type' => 'integer', 'minimum' => 0, 'default' => 0, 'description' => __( 'With `kind`; 0 is a term that is being added.', 'igny8' ) ),
					'subtype' => array( 'type' => 'string', 'default' => '', 'description' => __( 'Post type or taxonomy, with `kind`.', 'igny8' ) ),
					'values'  => array( 'type' => 'object', 'default' => array(), 'description' => __( 'As seo-meta.set takes them; what is missing is read from the page.', 'igny8' ) ),
					'title'   => array( 'type' => 'string', 'description' => __( 'Unsaved name of the post, term or author.', 'igny8' ) ),
					'content' => array( 'type' => 'string', 'description' => __( 'Unsaved content of the post, description of the term, or biography of the author.', 'igny8' ) ),
					'excerpt' => array( 'type' => 'string', 'description' => __( 'Unsaved excerpt.', 'igny8' ) ),
					'slug'    => array( 'type' => 'string', 'maxLength' => 200, 'description' => __( 'Unsaved slug.', 'igny8' ) ),
					'image'   => array( 'type' => 'integer', 'minimum' => 0, 'description' => __( 'Unsaved featured image.', 'igny8' ) ),
					'terms'   => array( 'type' => 'object', 'default' => array(), 'additionalProperties' => array( 'type' => 'array', 'items' => array( 'type' => 'integer' ) ), 'description' => __( 'Unsaved terms: taxonomy → term ids.', 'igny8' ) ),
				),
			),
			output: array( 'type' => 'object' ),
			run: static fn( array $input ): array|\WP_Error => Preview::of( $input ),
			positional: array( 'of' ),
		);
	}

	private function variables(): Operation {
		return new Operation(
			name: 'seo-meta.variables',
			label: __( 'List the variables of titles and descriptions', 'igny8' ),
			description: __( 'Each variable with what it means and what it gives for a page of this site.', 'igny8' ),
			capability: Capabilities::EDIT_SEO,
			input: array(
				'type'       => 'object',
				'properties' => array(
					'of'   => array( 'default' => '', 'description' => __( 'Page to take the samples from; else one of the kind, else the newest post.', 'igny8' ) ) + self::of( false ),
					'kind' => array( 'type' => 'string', 'default' => '', 'description' => __( 'Kind of page, such as post:product or author: only its variables.', 'igny8' ) ),
				),
			),
			output: array( 'type' => 'object' ),
			run: static fn( array $input ): array|\WP_Error => VariableList::of( $input['of'], $input['kind'] ),
			is_readonly: true,
			rows: 'variables',
			columns: array( 'variable', 'label', 'sample' ),
		);
	}

	/**
	 * @return array<string, mixed>
	 */
	public static function of( bool $is_required = true ): array {
		return array(
			'type'        => 'string',
			'maxLength'   => 2000,
			'required'    => $is_required,
			'description' => __( 'The page: its address, or post:12, term:3, author:1.', 'igny8' ),
		);
	}

	/**
	 * The page, if it has values of its own and whoever asks may edit it.
	 */
	private static function editable( string $name ): Subject|\WP_Error {
		$subject = Address::subject( $name );
		return match ( true ) {
			is_wp_error( $subject )          => $subject,
			! $subject->has_meta()           => new \WP_Error( 'subject_without_fields', __( 'Only posts, terms and authors have values of their own. Other pages get theirs from the templates in the settings.', 'igny8' ), array( 'status' => 400 ) ),
			! Fields::may_edit( $subject )   => new \WP_Error( 'rest_forbidden', __( 'Your account may not edit this page.', 'igny8' ), array( 'status' => rest_authorization_required_code() ) ),
			default                          => $subject,
		};
	}
}
