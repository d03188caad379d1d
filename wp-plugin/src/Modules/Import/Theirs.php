<?php
/**
 * What the other plugin says about a page: whether it prints at all, and what it has stored.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Import;

use Igny8\Seo\OtherPlugins;
use Igny8\Seo\Resolver;
use Igny8\Seo\Robots as SeoRobots;
use Igny8\Seo\Subject;

/**
 * Its pages say more than its rows: templates and defaults are its own. Where they cannot be looked at, its rows have to do.
 */
final class Theirs {

	/**
	 * Field → tag that it becomes.
	 */
	private const TAGS = array( 'title' => 'title', 'description' => 'description', 'canonical' => 'canonical', 'og_title' => 'og:title', 'og_description' => 'og:description', 'x_title' => 'twitter:title', 'x_description' => 'twitter:description' );

	public function __construct( private readonly Source $source ) {}

	/**
	 * Why it has nothing on the pages to look at; '' when it has.
	 */
	public function silence(): string {
		if ( ! Detect::is_active( $this->source->slug() ) ) {
			return __( 'The other plugin is not active, so its pages cannot be looked at.', 'igny8' );
		}
		add_filter( 'igny8/seo/takes_over', '__return_false', 101 );
		$prints = OtherPlugins::are_printing();
		remove_filter( 'igny8/seo/takes_over', '__return_false', 101 );
		return $prints ? '' : __( 'The other plugin is active and prints nothing: it handles redirects only, or its setup was never finished.', 'igny8' );
	}

	/**
	 * What it has stored for a page, its variables filled in by us.
	 *
	 * @return array<string, string> As PageHead::read(), only what is stored.
	 */
	public function stored( Subject $subject ): array {
		$kind   = $subject->meta_type();
		$record = '' === $kind ? null : ( $this->source->records( $kind, array( $subject->id ) )[ $subject->id ] ?? null );
		$fields = null === $record ? array() : Check::fields( $record );
		$page   = Resolver::preview( $subject, $fields, null );
		$said   = array();
		foreach ( array_intersect_key( self::TAGS, $fields ) as $field => $name ) {
			$said[ $name ] = $page->variables->fill( str_replace( '{page}', '', $fields[ $field ] ) );
		}
		return isset( $fields['robots'] ) ? $said + array( 'robots' => SeoRobots::text( $page->robots() ) ) : $said;
	}
}
