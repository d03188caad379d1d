<?php
/**
 * Title: Nothing found
 * Slug: igny8-theme/hidden-nothing
 * Inserter: no
 *
 * @package Igny8Theme
 */

?>
<!-- wp:query {"query":{"inherit":true},"layout":{"type":"default"}} -->
<div class="wp-block-query"><!-- wp:query-no-results -->
<!-- wp:paragraph -->
<p><?php esc_html_e( 'Nothing was found here. Try a search:', 'igny8-theme' ); ?></p>
<!-- /wp:paragraph -->

<!-- wp:search {"label":"<?php esc_attr_e( 'Search', 'igny8-theme' ); ?>","showLabel":false,"buttonText":"<?php esc_attr_e( 'Search', 'igny8-theme' ); ?>"} /-->
<!-- /wp:query-no-results --></div>
<!-- /wp:query -->
