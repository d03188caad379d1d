<?php
/**
 * Announce addresses by IndexNow now, and show what was announced.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Sitemap;

use Igny8\Capabilities;
use Igny8\Operation;
use Igny8\Plugin;

final class PingOperations {

	public function __construct( private readonly Plugin $plugin ) {}

	/**
	 * @return list<Operation>
	 */
	public function all(): array {
		return array( $this->ping(), $this->pings() );
	}

	private function ping(): Operation {
		return new Operation(
			name: 'sitemap.ping',
			label: __( 'Announce addresses', 'igny8' ),
			description: __( 'Tells search engines by IndexNow that addresses of this site have changed: those named, and all that wait. Needs the setting IndexNow.', 'igny8' ),
			capability: Capabilities::MANAGE_SEO,
			input: array(
				'type'       => 'object',
				'properties' => array(
					'urls' => array( 'type' => 'array', 'items' => array( 'type' => 'string', 'maxLength' => 2048 ), 'maxItems' => 1000, 'default' => array(), 'description' => __( 'Addresses of this site. None: only what waits.', 'igny8' ) ),
				),
			),
			output: array(
				'type'       => 'object',
				'properties' => array(
					'sent'    => array( 'type' => 'integer' ),
					'failed'  => array( 'type' => 'integer' ),
					'waiting' => array( 'type' => 'integer' ),
				),
			),
			run: fn( array $input ) => $this->run( $input['urls'] ),
			positional: array( 'urls' ),
		);
	}

	/**
	 * @param list<string> $urls
	 * @return array<string, int>|\WP_Error
	 */
	private function run( array $urls ): array|\WP_Error {
		$indexnow = new IndexNow( $this->plugin );
		$urls     = array_fill_keys( $urls, 'asked' );
		if ( IndexNow::own( $urls ) !== $urls ) {
			/* translators: %s: address of the home page. */
			return new \WP_Error( 'ping_foreign', sprintf( __( 'Only addresses below %s can be announced.', 'igny8' ), home_url( '/' ) ), array( 'status' => 400 ) );
		}
		$indexnow->queue( $urls );
		$result = $indexnow->send( true );
		if ( '' !== $result['message'] ) {
			return new \WP_Error( 'ping_failed', $result['message'], array( 'status' => 409 ) );
		}
		unset( $result['message'] );
		return $result;
	}

	private function pings(): Operation {
		return new Operation(
			name: 'sitemap.pings',
			label: __( 'List announcements', 'igny8' ),
			description: __( 'Addresses that wait to be announced by IndexNow, and the last ones that were, with the answer.', 'igny8' ),
			capability: Capabilities::MANAGE_SEO,
			input: array(
				'type'       => 'object',
				'properties' => array( 'status' => array( 'type' => 'string', 'enum' => array( '', 'queued', 'sent', 'failed' ), 'default' => '', 'description' => __( 'Only announcements of this state.', 'igny8' ) ) ) + Operation::paging(),
			),
			output: array(
				'type'       => 'object',
				'properties' => array(
					'key_url'  => array( 'type' => 'string', 'description' => __( 'Where search engines find the key.', 'igny8' ) ),
					'obstacle' => array( 'type' => 'string' ),
					'total'    => array( 'type' => 'integer' ),
					'pings'    => array( 'type' => 'array', 'items' => array( 'type' => 'object' ) ),
				),
			),
			run: static function ( array $input ): array {
				$table = new PingsTable();
				$where = '' === $input['status'] ? array() : array( 'status' => $input['status'] );
				$rows  = $table->select( $where, 'id DESC', $input['per_page'], ( $input['page'] - 1 ) * $input['per_page'] );
				return array(
					'key_url'  => IndexNow::is_on() ? Address::key( IndexNow::key() ) : '',
					'obstacle' => IndexNow::is_on() ? IndexNow::obstacle() : '',
					'total'    => $table->count( $where ),
					'pings'    => array_map(
						static fn( array $row ) => array(
							'id'       => $row['id'],
							'url'      => $row['url'],
							'reason'   => $row['reason'],
							'status'   => $row['status'],
							'attempts' => $row['attempts'],
							'code'     => $row['code'],
							'message'  => $row['message'],
							'due_at'   => Status::utc( $row['due_at'] ),
							'sent_at'  => Status::utc( $row['sent_at'] ),
						),
						$rows
					),
				);
			},
			is_readonly: true,
			rows: 'pings',
			columns: array( 'url', 'reason', 'status', 'code', 'sent_at' ),
		);
	}
}
