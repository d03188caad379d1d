<?php
/**
 * Linker: places the planned links between pages once both ends are published.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Linker;

use Igny8\Lock;

final class Module extends \Igny8\Module {

	private int $placed = 0;

	public function slug(): string {
		return 'linker';
	}

	public function label(): string {
		return __( 'Linker', 'igny8' );
	}

	public function description(): string {
		return __( 'Links your pages to each other as planned, and never to a page visitors cannot see.', 'igny8' );
	}

	public function tables(): array {
		return array( new LinksTable(), new EditsTable() );
	}

	public function operations(): array {
		return ( new LinkOperations( $this->plugin, new LinksTable(), new EditsTable() ) )->all();
	}

	public function boot(): void {
		add_action( 'igny8/blueprint/applied', array( $this, 'on_blueprint_applied' ), 10, 2 );
		add_action( 'igny8/content/drafted', array( $this, 'on_content_drafted' ), 10, 2 );
		add_action( 'igny8/content/published', array( $this, 'on_content_published' ) );
		add_action( 'igny8/content/unpublished', array( $this, 'on_content_unpublished' ) );
	}

	/**
	 * @param array<string, mixed> $document The blueprint.
	 */
	public function on_blueprint_applied( int $version, array $document ): void {
		( new LinksTable() )->plan( $document['links'] );
	}

	/**
	 * @param list<array{page: string, anchor: string}> $links
	 */
	public function on_content_drafted( string $page_id, array $links ): void {
		( new LinksTable() )->find_in_text( $page_id, $links );
	}

	/**
	 * @param list<string> $page_ids
	 */
	public function on_content_published( array $page_ids ): void {
		$this->locked( static fn( Placement $placement ) => $placement->on_published( $page_ids ) );
	}

	/**
	 * @param list<string> $page_ids
	 */
	public function on_content_unpublished( array $page_ids ): void {
		$this->locked( static fn( Placement $placement ) => $placement->on_unpublished( $page_ids ) );
	}

	/**
	 * Links placed in this request.
	 */
	public function placed_count(): int {
		return $this->placed;
	}

	/**
	 * Two requests writing into the same page would lose links. One that has to wait too long works all the same:
	 * a dead link would be worse.
	 *
	 * @param callable(Placement): void $work
	 */
	private function locked( callable $work ): void {
		$lock      = Lock::take( 'linker', LinkOperations::LOCK_LEASE_S, LinkOperations::LOCK_WAIT_S );
		$placement = new Placement( $this->plugin, new LinksTable(), new EditsTable() );
		try {
			$work( $placement );
		} finally {
			$lock?->release();
			$this->placed += $placement->placed;
		}
	}
}
