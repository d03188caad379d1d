<?php
/**
 * Puts the SEO fields into WordPress' classic forms: posts without the block editor, terms, user profiles.
 *
 * @package Igny8
 */

namespace Igny8\Modules\SeoMeta\Forms;

use Igny8\Capabilities;
use Igny8\Editor;
use Igny8\Plugin;
use Igny8\Seo\Subject;

/**
 * Plain fields that work without JavaScript; with it, the same panels as in the block editor stand in their place.
 */
final class Forms {

	private const BOX = 'igny8-seo';

	/**
	 * Whether the term of an "add" form has been saved: other plugins may make more terms in the same request.
	 */
	private bool $has_saved_term = false;

	public function __construct( private readonly Plugin $plugin ) {}

	public function boot(): void {
		add_action( 'add_meta_boxes', array( $this, 'on_add_meta_boxes' ) );
		add_action( 'save_post', array( $this, 'on_save_post' ), 10, 2 );
		add_action( 'admin_init', array( $this, 'on_admin_init' ) );
		add_action( 'saved_term', array( $this, 'on_saved_term' ), 10, 4 );
		add_action( 'show_user_profile', array( $this, 'print_for_user' ) );
		add_action( 'edit_user_profile', array( $this, 'print_for_user' ) );
		add_action( 'personal_options_update', array( $this, 'on_user_update' ) );
		add_action( 'edit_user_profile_update', array( $this, 'on_user_update' ) );
		add_action( 'admin_enqueue_scripts', array( $this, 'on_admin_enqueue_scripts' ) );
	}

	/**
	 * The block editor has its sidebar: for it the box is marked as a fallback, which it then leaves out.
	 */
	public function on_add_meta_boxes( string $post_type ): void {
		if ( is_post_type_viewable( $post_type ) && current_user_can( Capabilities::EDIT_SEO ) ) {
			add_meta_box( self::BOX, 'IGNY8 SEO', array( $this, 'print_for_post' ), $post_type, 'normal', 'high', array( '__back_compat_meta_box' => true ) );
		}
	}

	public function on_admin_init(): void {
		foreach ( array_filter( get_taxonomies( array( 'show_ui' => true ) ), 'is_taxonomy_viewable' ) as $taxonomy ) {
			add_action( "{$taxonomy}_add_form_fields", array( $this, 'print_for_new_term' ) );
			add_action( "{$taxonomy}_edit_form_fields", array( $this, 'print_for_term' ), 20 ); // After the fields of themes and shops.
		}
	}

	public function on_admin_enqueue_scripts(): void {
		$screen   = get_current_screen();
		$is_ours  = match ( $screen?->base ) {
			'post'                 => ! $screen->is_block_editor() && is_post_type_viewable( $screen->post_type ),
			'edit-tags', 'term'    => is_taxonomy_viewable( $screen->taxonomy ),
			'profile', 'user-edit' => true,
			default                => false,
		};
		if ( $is_ours && current_user_can( Capabilities::EDIT_SEO ) ) {
			wp_enqueue_media();
			( new Editor( $this->plugin ) )->enqueue( 'forms', 'post' === $screen->base ? $screen->post_type : '' );
		}
	}

	public function print_for_post( \WP_Post $post ): void {
		Form::print( Subject::post( $post ) );
	}

	public function print_for_new_term( string $taxonomy ): void {
		if ( current_user_can( Capabilities::EDIT_SEO ) && current_user_can( get_taxonomy( $taxonomy )->cap->edit_terms ) ) {
			echo '<div class="form-field term-igny8-wrap"><h2>IGNY8 SEO</h2>';
			Form::print( Form::new_term( $taxonomy ) );
			echo '</div>';
		}
	}

	public function print_for_term( \WP_Term $term ): void {
		$this->print_row( Subject::term( $term ) );
	}

	public function print_for_user( \WP_User $user ): void {
		echo '<table class="form-table" role="presentation">';
		$this->print_row( Subject::author( $user->ID ) );
		echo '</table>';
	}

	public function on_save_post( int $post_id, \WP_Post $post ): void {
		if ( ! wp_is_post_autosave( $post_id ) && ! wp_is_post_revision( $post_id ) && Form::is_sent_for( 'post_ID', $post_id ) ) {
			Form::save( Subject::post( $post ) );
		}
	}

	/**
	 * @param int    $tt_id    Unused.
	 * @param string $taxonomy Of the term.
	 * @param bool   $is_update
	 */
	public function on_saved_term( int $term_id, int $tt_id, string $taxonomy, bool $is_update ): void {
		$term = get_term( $term_id, $taxonomy );
		if ( ! $term instanceof \WP_Term ) {
			return;
		}
		if ( $is_update && Form::is_sent_for( 'tag_ID', $term_id ) ) {
			Form::save( Subject::term( $term ) );
		} elseif ( ! $is_update && ! $this->has_saved_term && Form::is_sent_for_new_term( $taxonomy ) ) {
			$this->has_saved_term = true;
			Form::save( Subject::term( $term ), Form::new_term( $taxonomy ) );
		}
	}

	public function on_user_update( int $user_id ): void {
		Form::save( Subject::author( $user_id ) );
	}

	private function print_row( Subject $subject ): void {
		if ( \Igny8\Seo\Fields::may_edit( $subject ) ) {
			echo '<tr class="form-field igny8-form-row"><th scope="row">IGNY8 SEO</th><td>';
			Form::print( $subject );
			echo '</td></tr>';
		}
	}
}
