<?php
/**
 * Makes the rows of the list "Titles & meta": what each page says, where that comes from, and what is wrong with it.
 *
 * @package Igny8
 */

namespace Igny8\Modules\SeoMeta\Bulk;

use Igny8\Modules\SeoMeta\Survey\Examination;
use Igny8\Modules\SeoMeta\Survey\Objects;
use Igny8\Modules\SeoMeta\Survey\PixelWidth;
use Igny8\Modules\SeoMeta\Survey\Survey;
use Igny8\Modules\SeoMeta\Survey\SurveyTable;
use Igny8\Seo\Fields;
use Igny8\Seo\Resolver;
use Igny8\Seo\Robots;
use Igny8\Seo\Subject;
use Igny8\Seo\Templates;

/**
 * Every row is examined as it is shown, so that a page which something changed behind WordPress' back is told rightly, and
 * the survey is mended on the way.
 */
final class Rows {

	public function __construct( private readonly SurveyTable $table, private readonly Survey $survey ) {}

	/**
	 * @param list<array<string, mixed>> $known Rows of the survey, all of one kind.
	 * @return list<array<string, mixed>>
	 */
	public function of( array $known ): array {
		if ( array() === $known ) {
			return array();
		}
		$kind = $known[0]['kind'];
		Objects::load( $kind, array_column( $known, 'object_id' ) );
		$found = array();
		foreach ( $known as $row ) {
			$subject = Objects::subject( $kind, $row['object_id'] );
			if ( null === $subject ) {
				Survey::forget( $kind, $row['object_id'] );
				continue;
			}
			$found[] = array( 'subject' => $subject, 'examined' => Examination::of( $subject ) );
		}
		$examined = array_column( $found, 'examined' );
		$this->survey->correct( $examined, $known );
		$twins = array(
			'title'       => $this->table->count_keys( 'title_key', array_column( $examined, 'title_key' ) ),
			'description' => $this->table->count_keys( 'description_key', array_column( $examined, 'description_key' ) ),
		);
		return array_map( static fn( array $page ) => self::row( $page['subject'], $page['examined'], $twins ), $found );
	}

	/**
	 * @param array<string, mixed>            $examined
	 * @param array<string, array<int, int>> $twins
	 * @return array<string, mixed>
	 */
	private static function row( Subject $subject, array $examined, array $twins ): array {
		$page   = Resolver::of( $subject );
		$object = $page->thing;
		$own    = Fields::read( $subject );
		$image  = $page->image();
		return array(
			'key'             => "{$subject->kind}:{$subject->id}",
			'kind'            => $subject->kind,
			'id'              => $subject->id,
			'type'            => $subject->subtype,
			'type_label'      => self::type_label( $subject ),
			'name'            => Examination::name( $object ),
			'status'          => $examined['status'],
			'author'          => $object instanceof \WP_Post ? (string) get_the_author_meta( 'display_name', (int) $object->post_author ) : '',
			'modified'        => str_replace( ' ', 'T', $examined['changed_at'] ) . 'Z',
			'url'             => $subject->url(),
			'edit_url'        => self::edit_url( $object ),
			'may_edit'        => Fields::may_edit( $subject ),
			'title'           => $page->title(),
			'title_px'        => $examined['title_px'],
			'title_own'       => (string) $own['title'],
			'title_template'  => Templates::get( $page->kind, 'title' ),
			'description'     => $page->description(),
			'description_px'  => $examined['description_px'],
			'description_own' => (string) $own['description'],
			'description_template' => Templates::get( $page->kind, 'description' ),
			'robots'          => (string) $own['robots'],
			'robots_printed'  => Robots::text( $page->robots() ),
			'is_noindex'      => ( $examined['marks'] & SurveyTable::NOINDEX ) > 0,
			'keyphrase'       => (string) ( $own['keyphrases'][0]['phrase'] ?? '' ),
			'canonical'       => (string) $own['canonical'],
			'image'           => (string) $own['og_image'],
			'image_url'       => $image['url'] ?? '',
			'is_cornerstone'  => (bool) $own['is_cornerstone'],
			'problems'        => self::problems( $examined, $twins ),
		);
	}

	/**
	 * @param array<string, mixed>            $examined
	 * @param array<string, array<int, int>> $twins
	 * @return list<string>
	 */
	private static function problems( array $examined, array $twins ): array {
		$most  = array( 'title' => PixelWidth::MOST_TITLE, 'description' => PixelWidth::MOST_DESCRIPTION );
		$found = array();
		foreach ( $most as $name => $px ) {
			$width = $examined[ "{$name}_px" ];
			0 === $width && $found[] = "{$name}_missing";
			$width > $px && ( 'title' === $name || ( $examined['marks'] & SurveyTable::OWN_DESCRIPTION ) > 0 ) && $found[] = "{$name}_long";
			( $twins[ $name ][ $examined[ "{$name}_key" ] ] ?? 0 ) > 1 && $found[] = "{$name}_duplicate";
		}
		( $examined['marks'] & SurveyTable::NOINDEX ) > 0 && $found[] = 'noindex';
		return $found;
	}

	private static function type_label( Subject $subject ): string {
		return match ( $subject->kind ) {
			'post'  => (string) ( get_post_type_object( $subject->subtype )->labels->singular_name ?? $subject->subtype ),
			'term'  => (string) ( get_taxonomy( $subject->subtype )->labels->singular_name ?? $subject->subtype ),
			default => __( 'Author', 'igny8' ),
		};
	}

	private static function edit_url( \WP_Post|\WP_Term|\WP_User|\WP_Post_Type|null $object ): string {
		return (string) match ( true ) {
			$object instanceof \WP_Post => get_edit_post_link( $object, 'raw' ),
			$object instanceof \WP_Term => get_edit_term_link( $object ),
			$object instanceof \WP_User => get_edit_user_link( $object->ID ),
			default                     => '',
		};
	}
}
