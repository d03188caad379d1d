<?php
/**
 * Takes a batch of links out of the pages again.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Linker;

use Igny8\Modules\Content\Module as Content;

/**
 * A page nobody touched since gets back, byte for byte, what it was; from any other page only our links are taken out.
 * Links undone count as removed: they do not come back by themselves.
 */
final class Undo {

	private const STEP = 50; // Pages per call: one save each, about 20 ms.

	public function __construct(
		private readonly Content $content,
		private readonly LinksTable $links,
		private readonly EditsTable $edits,
		private readonly Placement $placement,
	) {}

	/**
	 * @return array{batch: string, done: int, total: int, remaining: int, pages_restored: int, pages_cleaned: int}|\WP_Error
	 */
	public function step( string $batch ): array|\WP_Error {
		$batch = '' === $batch ? $this->edits->newest_batch() : $batch;
		if ( '' === $batch || 0 === $this->edits->count( array( 'batch' => $batch ) ) ) {
			return new \WP_Error( 'nothing_to_undo', __( 'There are no placed links to undo.', 'igny8' ), array( 'status' => 404 ) );
		}
		$restored = 0;
		$cleaned  = 0;
		foreach ( $this->edits->select( array( 'batch' => $batch, 'is_undone' => 0 ), 'id DESC', self::STEP ) as $edit ) {
			$is_same   = md5( $this->content->page_content( $edit['page_id'] ) ) === $edit['hash_after'];
			$is_same   ? $this->restore( $edit ) : $this->clean( $edit );
			$restored += $is_same ? 1 : 0;
			$cleaned  += $is_same ? 0 : 1;
			$this->edits->update( array( 'is_undone' => 1 ), array( 'id' => $edit['id'] ) );
		}
		$total     = $this->edits->count( array( 'batch' => $batch ) );
		$remaining = $this->edits->count( array( 'batch' => $batch, 'is_undone' => 0 ) );
		return array(
			'batch'          => $batch,
			'done'           => $total - $remaining,
			'total'          => $total,
			'remaining'      => $remaining,
			'pages_restored' => $restored,
			'pages_cleaned'  => $cleaned,
		);
	}

	/**
	 * @param array<string, mixed> $edit
	 */
	private function restore( array $edit ): void {
		$this->content->store_page_content( $edit['page_id'], $edit['content_before'] );
		$this->forget( $this->placed( $edit ) );
	}

	/**
	 * The page has been edited, or linked again by a later batch.
	 *
	 * @param array<string, mixed> $edit
	 */
	private function clean( array $edit ): void {
		$links = $this->placed( $edit );
		$this->placement->take_out( $edit['page_id'], $links );
		$this->forget( $links );
	}

	/**
	 * @param array<string, mixed> $edit
	 * @return list<array<string, mixed>>
	 */
	private function placed( array $edit ): array {
		return $this->links->select( array( 'source_page' => $edit['page_id'], 'batch' => $edit['batch'], 'status' => array( 'placed', 'listed' ) ), limit: LinksTable::ALL );
	}

	/**
	 * @param list<array<string, mixed>> $links
	 */
	private function forget( array $links ): void {
		foreach ( $links as $link ) {
			$this->links->update( array( 'status' => 'removed', 'updated_at' => LinksTable::now() ), array( 'id' => $link['id'] ) );
		}
	}
}
