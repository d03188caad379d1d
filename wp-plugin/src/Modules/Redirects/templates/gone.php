<?php
/**
 * What a classic theme shows between its header and footer for a page that is gone.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Redirects;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

get_header();
?>
<main id="primary" class="site-main">
	<h1 class="page-title entry-title"><?php echo esc_html( Gone::heading( (int) get_query_var( 'igny8_gone' ) ) ); ?></h1>
	<p><?php echo esc_html( Gone::sentence( (int) get_query_var( 'igny8_gone' ) ) ); ?></p>
	<?php 410 === (int) get_query_var( 'igny8_gone' ) && get_search_form(); ?>
</main>
<?php
get_footer();
