<?php
/**
 * Schema: tells search engines in JSON-LD what a page is about, as one connected graph.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Schema;

use Igny8\Capabilities;
use Igny8\Seo\Head;
use Igny8\Seo\Subject;

/**
 * What other modules may ask of it: graph(), and the filters `igny8/schema/pieces`, `igny8/schema/graph`.
 */
final class Module extends \Igny8\Module {

	public const AUTOLOADS_SETTINGS = true;

	/**
	 * The settings' defaults: a page view takes them from here, the schema of the settings too.
	 */
	public const DEFAULTS = array(
		'site_represents' => 'organization',
		'organization'    => array(),
		'person'          => 0,       // User; 0: the first administrator is not guessed, the site's name stands alone.
		'post_types'      => array(), // Post type → {type, page_type}; the rest as Page::POST_TYPES says.
		'breadcrumbs'     => true,
		'authors'         => true,    // The theme names the author of a post, as WordPress' own themes do.
		'videos'          => true,    // Asks YouTube and Vimeo, after a post is saved, for what a VideoObject must say.
	);

	/**
	 * Cron event of Videos::on_fetch(). Here, so that hooking it up loads no class.
	 */
	public const FETCH_VIDEOS = 'igny8_schema_fetch_videos';

	public function slug(): string {
		return 'schema';
	}

	public function label(): string {
		return __( 'Schema', 'igny8' );
	}

	public function description(): string {
		return __( 'Says in JSON-LD who runs the site and what each page is about, and checks it against what Google asks for.', 'igny8' );
	}

	public function settings(): array {
		return ( new SettingsSchema() )->properties();
	}

	public function settings_capability(): string {
		return Capabilities::MANAGE_SEO;
	}

	public function boot(): void {
		Head::boot( $this->plugin );
	}

	/**
	 * @return list<array{tag: string, attributes: array<string, string>, content: array<string, mixed>}>
	 */
	public function head( Subject $subject ): array {
		$graph = $this->graph( $subject );
		return array() === $graph ? array() : array(
			array(
				'tag'        => 'script',
				'attributes' => array( 'type' => 'application/ld+json', 'class' => 'igny8-schema' ),
				'content'    => array( '@context' => 'https://schema.org', '@graph' => $graph ),
			),
		);
	}

	/**
	 * What a page says, node by node; nothing of a page that is not there.
	 *
	 * @param array<string, mixed>|null $choices Instead of the stored ones: what somebody is typing.
	 * @return list<array<string, mixed>>
	 */
	public function graph( Subject $subject, ?array $choices = null ): array {
		return ( new Graph( new Page( $this->plugin, $subject, $choices ) ) )->nodes();
	}
}
