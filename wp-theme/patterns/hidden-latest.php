<?php
/**
 * Title: Heading of the latest articles
 * Slug: igny8-theme/hidden-latest
 * Inserter: no
 *
 * @package Igny8Theme
 */

?>
<!-- wp:heading {"level":1} -->
<h1 class="wp-block-heading"><?php esc_html_e( 'Latest articles', 'igny8-theme' ); ?></h1>
<!-- /wp:heading -->
