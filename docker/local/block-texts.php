<?php
/**
 * Lets `wp i18n make-pot` read block.json without a network: gives it the list of translatable fields that WordPress has.
 *
 * `wp --require=block-texts.php i18n make-pot …`; WP-CLI asks wordpress.org for that list otherwise, and ends without it.
 */

WP_CLI::add_hook(
	'before_invoke:i18n make-pot',
	static function (): void {
		$list  = json_decode( file_get_contents( dirname( __DIR__, 2 ) . '/.cache/wordpress/core/wp-includes/block-i18n.json' ) );
		$cache = new ReflectionProperty( 'WP_CLI\I18n\JsonSchemaExtractor', 'schema_cache' );
		$cache->setAccessible( true );
		$cache->setValue( null, array( WP_CLI\I18n\JsonSchemaExtractor::BLOCK_JSON_SOURCE => $list ) );
	}
);
