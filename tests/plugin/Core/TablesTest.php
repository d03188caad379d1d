<?php
/**
 * The tables of every module stand as declared, and the queries of Table work, on whichever database this is.
 *
 * @package Igny8
 */

namespace Igny8\Tests\Core;

use Igny8\Database;
use Igny8\Modules\Engine\JobsTable;
use Igny8\Table;
use Igny8\Tests\TestCase;

final class TablesTest extends TestCase {

	public function test_every_declared_table_is_there_with_its_columns(): void {
		global $wpdb;
		foreach ( $this->plugin()->modules() as $module ) {
			foreach ( $module->tables() as $table ) {
				$this->assertStringStartsWith( 'igny8_', $table->name() );
				$this->assertSame( $table->version(), get_option( Database::OPTION )[ $table->name() ] );
				$there = $wpdb->get_col( $wpdb->prepare( 'SHOW COLUMNS FROM %i', $table->full_name() ) );
				preg_match_all( '/^\s*([a-z_]+)\s+(?:big|small|medium|tiny|long|var|char|int|text|date|decimal|double|float)/m', $table->columns(), $declared );
				$this->assertSame( array(), array_diff( $declared[1], $there ), $table->name() );
			}
		}
	}

	public function test_an_upgrade_with_nothing_to_do_writes_nothing(): void {
		global $wpdb;
		get_option( Database::OPTION );
		$before = $wpdb->num_queries;
		$this->plugin()->database()->upgrade();
		$this->assertSame( $before, $wpdb->num_queries );
	}

	public function test_rows_come_back_as_they_went_in(): void {
		$table = new JobsTable();
		$input = array( 'quote' => "O'Brien \"x\" \\ 100%", 'list' => array( 1, 2.5, null, true ), 'text' => 'Grüße 🐕 %s %d', 'empty' => array() );
		$id    = $table->insert( $this->row( array( 'input' => $input, 'user_id' => 7 ) ) );
		$row   = $table->find( array( 'id' => $id ) );
		$this->assertSame( $input, $row['input'] );
		$this->assertSame( 7, $row['user_id'] );
		$this->assertNull( $row['dedupe'] );
		$this->assertNull( $row['result'] );
	}

	public function test_insert_ignore_has_one_winner(): void {
		$table = new JobsTable();
		$first = $table->insert_ignore( $this->row( array( 'dedupe' => 'same' ) ) );
		$this->assertGreaterThan( 0, $first );
		$this->assertSame( 0, $table->insert_ignore( $this->row( array( 'dedupe' => 'same' ) ) ) );
		$this->assertGreaterThan( $first, $table->insert_ignore( $this->row( array( 'dedupe' => 'other' ) ) ) );
		$table->update( array( 'dedupe' => null ), array( 'id' => $first ) );
		$this->assertGreaterThan( 0, $table->insert_ignore( $this->row( array( 'dedupe' => 'same' ) ) ) );
	}

	public function test_update_is_a_compare_and_swap(): void {
		$table = new JobsTable();
		$id    = $table->insert( $this->row( array( 'lease' => 'a' ) ) );
		$this->assertSame( 1, $table->update( array( 'lease' => 'b' ), array( 'id' => $id, 'lease' => 'a' ) ) );
		$this->assertSame( 0, $table->update( array( 'lease' => 'c' ), array( 'id' => $id, 'lease' => 'a' ) ) );
		$this->assertSame( 'b', $table->find( array( 'id' => $id ) )['lease'] );
	}

	public function test_conditions_take_lists_nulls_and_nothing(): void {
		$table = new JobsTable();
		foreach ( array( 'queued', 'running', 'done', 'done' ) as $status ) {
			$table->insert( $this->row( array( 'status' => $status ) ) );
		}
		$this->assertSame( 2, $table->count( array( 'status' => array( 'queued', 'running' ) ) ) );
		$this->assertSame( 4, $table->count( array( 'dedupe' => null ) ) );
		$this->assertSame( 0, $table->count( array( 'status' => array() ) ) );
		$this->assertSame( array( 'done' => 2, 'queued' => 1, 'running' => 1 ), array_replace( array( 'done' => 0, 'queued' => 0, 'running' => 0 ), $table->count_by( 'status' ) ) );
		$this->assertSame( array( 'done' ), array_column( $table->select( array( 'status' => 'done' ), 'id DESC', 1, 1 ), 'status' ) );
	}

	public function test_many_rows_go_in_at_once_and_update_what_is_there(): void {
		$table = new JobsTable();
		$rows  = array_map( fn( int $i ) => $this->row( array( 'dedupe' => "key{$i}", 'lease' => 'old' ) ), range( 1, 450 ) );
		$table->insert_many( $rows );
		$this->assertSame( 450, $table->count() );
		$table->insert_many( array_map( static fn( array $row ) => array( 'lease' => 'new' ) + $row, array_slice( $rows, 0, 10 ) ) );
		$this->assertSame( 0, $table->count( array( 'lease' => 'new' ) ) );
		$changed = array_map( static fn( array $row ) => array_merge( $row, array( 'lease' => 'new' ) ), array_slice( $rows, 0, 10 ) );
		$table->insert_many( $changed, array( 'lease' ) );
		$this->assertSame( 10, $table->count( array( 'lease' => 'new' ) ) );
		$this->assertSame( 450, $table->count() );
	}

	/**
	 * @param array<string, mixed> $more
	 * @return array<string, mixed>
	 */
	private function row( array $more = array() ): array {
		return $more + array( 'operation' => 'echo.say', 'status' => 'queued', 'created_at' => Table::now(), 'updated_at' => Table::now() );
	}
}
