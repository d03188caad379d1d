<?php
/**
 * Title: Page not found
 * Slug: igny8-theme/hidden-404
 * Inserter: no
 *
 * @package Igny8Theme
 */

?>
<!-- wp:heading {"level":1} -->
<h1 class="wp-block-heading"><?php esc_html_e( 'This page does not exist', 'igny8-theme' ); ?></h1>
<!-- /wp:heading -->

<!-- wp:paragraph -->
<p><?php esc_html_e( 'The address may be mistyped, or the page may have moved. A search often finds it:', 'igny8-theme' ); ?></p>
<!-- /wp:paragraph -->

<!-- wp:search {"label":"<?php esc_attr_e( 'Search', 'igny8-theme' ); ?>","showLabel":false,"buttonText":"<?php esc_attr_e( 'Search', 'igny8-theme' ); ?>"} /-->
