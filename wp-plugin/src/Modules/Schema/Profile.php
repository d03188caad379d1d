<?php
/**
 * Two fields of a user's profile that say who the author is: job title, and profiles elsewhere.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Schema;

use Igny8\Seo\Fields;
use Igny8\Seo\Subject;

final class Profile {

	private const NONCE = 'igny8_schema_profile';

	public function show( \WP_User $user ): void {
		if ( ! Fields::may_edit( Subject::author( $user->ID ) ) ) {
			return;
		}
		$chosen = (array) ( get_user_meta( $user->ID, Fields::META['schema'], true ) ?: array() );
		$chosen = (array) ( $chosen['properties'] ?? array() );
		wp_nonce_field( self::NONCE, self::NONCE );
		?>
		<h2><?php esc_html_e( 'What search engines learn about this author', 'igny8' ); ?></h2>
		<table class="form-table" role="presentation">
			<tr>
				<th scope="row"><label for="igny8-job-title"><?php esc_html_e( 'Job title', 'igny8' ); ?></label></th>
				<td><input type="text" class="regular-text" id="igny8-job-title" name="igny8_job_title" value="<?php echo esc_attr( $chosen['jobTitle'] ?? '' ); ?>" /></td>
			</tr>
			<tr>
				<th scope="row"><label for="igny8-same-as"><?php esc_html_e( 'Profiles elsewhere', 'igny8' ); ?></label></th>
				<td>
					<textarea class="large-text code" rows="4" id="igny8-same-as" name="igny8_same_as" aria-describedby="igny8-same-as-help"><?php echo esc_textarea( implode( "\n", (array) ( $chosen['sameAs'] ?? array() ) ) ); ?></textarea>
					<p class="description" id="igny8-same-as-help"><?php esc_html_e( 'One address a line: pages that are about the same person, such as LinkedIn or Wikipedia.', 'igny8' ); ?></p>
				</td>
			</tr>
		</table>
		<?php
	}

	public function save( int $user_id ): void {
		$subject = Subject::author( $user_id );
		$nonce   = sanitize_text_field( wp_unslash( $_POST[ self::NONCE ] ?? '' ) );
		if ( ! wp_verify_nonce( $nonce, self::NONCE ) || ! Fields::may_edit( $subject ) ) {
			return;
		}
		$chosen    = (array) ( get_user_meta( $user_id, Fields::META['schema'], true ) ?: array() );
		$addresses = preg_split( '/\s+/', sanitize_textarea_field( wp_unslash( $_POST['igny8_same_as'] ?? '' ) ) );
		$typed     = array(
			'jobTitle' => sanitize_text_field( wp_unslash( $_POST['igny8_job_title'] ?? '' ) ),
			'sameAs'   => array_values( array_filter( array_map( static fn( string $url ) => sanitize_url( $url, array( 'http', 'https' ) ), $addresses ) ) ),
		);
		$properties = array_filter( $typed + (array) ( $chosen['properties'] ?? array() ) );
		Fields::write( $subject, array( 'schema' => array_filter( array( 'properties' => $properties ) + $chosen ) ) );
	}
}
