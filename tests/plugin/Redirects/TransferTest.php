<?php
/**
 * Files in and out: every format read, lines that are no rule told, round trips, steps, a killed step, undo.
 *
 * @package Igny8
 */

namespace Igny8\Tests\Redirects;

use Igny8\Modules\Redirects\Formats\Formats;
use Igny8\Modules\Redirects\ImportRun;
use Igny8\Modules\Redirects\Rules;
use Igny8\Modules\Redirects\RulesTable;

final class TransferTest extends \Igny8\Tests\TestCase {

	private const CSV = "source,target,regex,code,type,hits,title,status\n/old,/new,0,301,url,5,\"A, \"\"b\"\"\",enabled\n^/a/(.*)$,/b/$1,1,302,url,0,,disabled\n,/x,0,301,url,0,,enabled\n/wp-login.php,/x,0,301,url,0,,enabled\n";

	private const APACHE = "# BEGIN WordPress\nRewriteEngine On\nRewriteRule . /index.php [L]\n# END WordPress\nRedirect 301 /one /eins\nRedirectPermanent \"/two words\" https://shop.example/\nRedirectMatch 302 ^/three/(\\d+)$ /drei/$1\nRedirect gone /four\nRewriteRule ^five/?$ /fuenf [R=301,L,NC]\nRewriteRule ^six/(.*)$ /sechs/$1 [R=308,L]\nRewriteCond %{QUERY_STRING} ^id=7$\nRewriteRule ^seven$ /sieben? [R=301,L]\nRewriteCond %{HTTP_USER_AGENT} iPhone [NC]\nRewriteRule ^eight$ /acht [R=302]\nRewriteRule ^nine$ - [G]\nRewriteRule ^inside$ /outside [L]\nRewriteCond %{REMOTE_ADDR} ^10\\.\nRewriteRule ^ten$ /zehn [R]\nWhatever\n";

	private const NGINX = "server {\n  location = /one { return 301 /eins; }\n  location /two {\n    return 302 https://shop.example\$request_uri;\n  }\n  location ~* ^/three/(.*)$ { return 308 /drei/$1\$is_args\$args; }\n  rewrite ^/four/(.*)$ /vier/$1 permanent;\n  rewrite ^/five$ /fuenf? redirect;\n  location = /six { return 410; }\n  rewrite ^/inside /outside last;\n  map \$request_uri \$new {\n    /seven /sieben;\n    ~^/eight/(\\d+) /acht/$1;\n  }\n  fancy thing;\n}\n";

	/**
	 * @dataProvider files
	 */
	public function test_reads_a_file( string $format, string $text, array $expected, array $problem_lines ): void {
		$this->assertSame( $format, Formats::guess( $text ) );
		$parsed = Formats::read( 'auto', $text );
		$this->assertSame( $expected, array_map( static fn( array $rule ) => implode( ' ', array( $rule['match'] ?? 'exact', $rule['source'], $rule['code'] ?? 301, $rule['target'] ) ), array_values( $parsed['rules'] ) ) );
		$this->assertSame( $problem_lines, array_column( $parsed['problems'], 'line' ) );
	}

	/**
	 * @return array<string, array{string, string, list<string>, list<int>}>
	 */
	public static function files(): array {
		$json = (string) json_encode( // phpcs:ignore Generic.PHP.ForbiddenFunctions -- Before WordPress is there.
			array(
				'groups'    => array( array( 'id' => 3, 'name' => 'Moved', 'enabled' => true ) ),
				'redirects' => array(
					array( 'url' => '/old', 'match_type' => 'url', 'action_type' => 'url', 'action_code' => 301, 'action_data' => array( 'url' => '/new' ), 'regex' => false, 'group_id' => 3, 'enabled' => true, 'match_data' => array( 'source' => array( 'flag_query' => 'pass', 'flag_case' => true, 'flag_trailing' => true, 'flag_regex' => false ) ) ),
					array( 'url' => '^/r/(.*)$', 'match_type' => 'agent', 'action_type' => 'url', 'action_code' => 302, 'action_data' => array( 'agent' => 'iPad', 'regex' => true, 'url_from' => '/m/$1', 'url_notfrom' => '' ), 'regex' => true, 'group_id' => 3, 'enabled' => true ),
					array( 'url' => '/ip', 'match_type' => 'ip', 'action_type' => 'url', 'action_code' => 302, 'action_data' => array( 'ip' => array( '1.2.3.4' ) ), 'group_id' => 3 ),
					array( 'url' => '/gone', 'match_type' => 'url', 'action_type' => 'error', 'action_code' => 410, 'action_data' => null, 'group_id' => 3, 'enabled' => true ),
				),
			)
		);
		return array(
			'CSV of Redirection' => array( 'csv', self::CSV, array( 'exact /old 301 /new', 'regex ^/a/(.*)$ 302 /b/$1', 'exact /wp-login.php 301 /x' ), array( 4 ) ),
			'CSV, two columns'   => array( 'csv', "/a;/b\n/c;/d\n", array( 'exact /a 301 /b', 'exact /c 301 /d' ), array() ),
			'CSV, status third'  => array( 'csv', "/a,/b,302\n", array( 'exact /a 302 /b' ), array() ),
			'.htaccess'          => array( 'apache', self::APACHE, array( 'prefix /one 301 /eins', 'prefix /two words 301 https://shop.example/', 'regex ^/three/(\d+)$ 302 /drei/$1', 'prefix /four 410 ', 'exact /five 301 /fuenf', 'prefix /six 308 /sechs/', 'exact /seven?id=7 301 /sieben', 'exact /eight 302 /acht', 'exact /nine 410 ' ), array( 16, 18, 19 ) ),
			'nginx'              => array( 'nginx', self::NGINX, array( 'exact /one 301 /eins', 'prefix /two 302 https://shop.example/two', 'prefix /three 308 /drei/', 'prefix /four 301 /vier/', 'exact /five 302 /fuenf', 'exact /six 410 ', 'exact /seven 301 /sieben', 'regex ^/eight/(\d+) 301 /acht/$1' ), array( 10, 15 ) ),
			'JSON'               => array( 'json', $json, array( 'exact /old 301 /new', 'regex ^/r/(.*)$ 302 /m/$1', 'exact /gone 410 ' ), array( 3 ) ),
			'JSON of other kind' => array( 'json', '{"posts": []}', array(), array( 1 ) ),
		);
	}

	public function test_csv_comes_back_as_it_went(): void {
		$this->fill();
		$file   = $this->call( 'redirects.export' )['file'];
		$before = $this->shape();
		$this->forget_rules();
		$done = $this->call( 'redirects.import', array( 'text' => $file ) );
		$this->assertSame( array( count( $before ), 0, array() ), array( $done['added'], $done['skipped'], $done['problems'] ) );
		$this->assertSame( $before, $this->shape() );
		$again = $this->call( 'redirects.import', array( 'text' => $file, 'dry_run' => true ) );
		$this->assertSame( array( 0, 0, count( $before ) ), array( $again['added'], $again['updated'], $again['same'] ) );
	}

	/**
	 * @testWith ["apache"]
	 *           ["nginx"]
	 *           ["json"]
	 */
	public function test_other_formats_mean_the_same_when_read_again( string $format ): void {
		$this->fill();
		$file    = $this->call( 'redirects.export', array( 'type' => $format ) )['file'];
		$answers = fn() => array_map( fn( string $url ) => array_intersect_key( $this->call( 'redirects.test', array( 'url' => $url ) ), array( 'code' => 0, 'url' => 0 ) ), array( '/old', '/Old/', '/dir/x/y', '/r/12', '/gone', '/none' ) );
		$before  = $answers();
		$this->forget_rules();
		$done = $this->call( 'redirects.import', array( 'text' => $file ) );
		$this->assertSame( array(), $done['problems'] );
		$this->assertSame( $before, $answers() );
	}

	/**
	 * @testWith ["apache"]
	 *           ["nginx"]
	 */
	public function test_no_rule_says_more_to_a_server_than_a_redirect( string $format ): void {
		$hostile = array( "^/a\nevil on;", '^/b\\" { return 200; } location /x', '^/c" evil', '/d" evil', "/e\nevil" );
		foreach ( $hostile as $at => $source ) {
			( new Rules() )->save( array( 'source' => $source, 'match' => '^' === $source[0] ? 'regex' : 'exact', 'target' => "/t\" x\ny", 'conditions' => 1 === $at % 2 ? array() : array( 'logged_in' => true ) ) );
			( new Rules() )->save( array( 'source' => "{$source}{$at}", 'match' => '^' === $source[0] ? 'regex' : 'exact', 'target' => '/t' ) );
		}
		foreach ( explode( "\n", trim( Formats::write( $format, $this->rules_for_export() ) ) ) as $line ) {
			$bare = preg_replace( '/"(?:[^"\\\\]|\\\\.)*"/', '', $line );
			$this->assertMatchesRegularExpression( '/^(?:#|RewriteEngine On$|RedirectMatch |location )/', $line );
			$this->assertTrue( '#' === $line[0] || ( ! str_contains( $bare, ' evil' ) && ! str_contains( $bare, '"' ) && ! str_contains( $bare, 'return 200' ) ), $line );
		}
	}

	/**
	 * @return list<array<string, mixed>>
	 */
	private function rules_for_export(): array {
		$rules = new Rules();
		return ( new \Igny8\Modules\Redirects\RuleView( $rules->groups ) )->all( $rules->table->select() );
	}

	public function test_a_preview_keeps_nothing_and_a_run_is_undone(): void {
		( new Rules() )->save( array( 'source' => '/old', 'target' => '/mine' ) );
		$preview = $this->call( 'redirects.import', array( 'text' => self::CSV, 'dry_run' => true ) );
		$this->assertSame( array( 1, 0, 1, 2 ), array( $preview['added'], $preview['updated'], $preview['same'], $preview['skipped'] ) );
		$this->assertSame( 1, ( new RulesTable() )->count() );
		$done = $this->call( 'redirects.import', array( 'text' => self::CSV, 'existing' => 'replace', 'group' => 'From a file' ) );
		$this->assertSame( array( 1, 1, 2, array( 4, 5 ) ), array( $done['added'], $done['updated'], $done['skipped'], array_column( $done['problems'], 'line' ) ) );
		$this->assertSame( '/new', ( new RulesTable() )->find( array( 'source' => '/old' ) )['target'] );
		do {
			$step = $this->call( 'redirects.undo', array( 'batch' => $done['batch'] ) );
		} while ( $step['remaining'] > 0 );
		$this->assertSame( array( array( '/old', '/mine' ) ), array_map( static fn( array $row ) => array( $row['source'], $row['target'] ), ( new RulesTable() )->select() ) );
	}

	public function test_a_run_that_was_killed_goes_on_and_nothing_is_twice(): void {
		$lines = "source,target\n";
		for ( $number = 0; $number < 700; $number++ ) {
			$lines .= "/k-{$number},/t-{$number}\n";
		}
		$run = new ImportRun( new Rules() );
		$id  = $run->keep( $lines, 'auto', false, '' );
		add_filter( 'pre_update_option_' . ImportRun::OPTION, array( $this, 'die_once' ), 10, 2 ); // Rules are written, the place is not noted: the worst moment.
		try {
			$run->step( $id );
			$this->fail( 'Was not killed.' );
		} catch ( \RuntimeException $error ) {
			$this->assertSame( 250, ( new RulesTable() )->count() );
		}
		$step = ( new ImportRun( new Rules() ) )->step( $id );
		$this->assertSame( array( 700, 0, 700 ), array( $step['added'], $step['remaining'], ( new RulesTable() )->count() ) );
		$this->assertSame( 700, ( new Rules() )->undo( $step['batch'] )['removed'] );
	}

	/**
	 * @throws \RuntimeException As a killed process stops.
	 */
	public function die_once( mixed $value ): mixed {
		remove_filter( 'pre_update_option_' . ImportRun::OPTION, array( $this, 'die_once' ) );
		throw new \RuntimeException( 'killed' );
	}

	private function fill(): void {
		$rules = array(
			array( 'source' => '/old', 'target' => '/new', 'note' => '=HYPERLINK("x")', 'query' => 'pass' ),
			array( 'source' => '/dir', 'match' => 'prefix', 'target' => '/folder', 'code' => 308 ),
			array( 'source' => '^/r/(\d+)$', 'match' => 'regex', 'target' => 'https://shop.example/p/$1', 'code' => 302 ),
			array( 'source' => '/gone', 'code' => 410 ),
			array( 'source' => '/größe?b=2&a=1', 'target' => '/size', 'group' => 'Ümlaute, "x"', 'priority' => 5, 'ignore_case' => false ),
			array( 'source' => '/vip', 'target' => '/vip-2', 'conditions' => array( 'logged_in' => true ) ),
		);
		foreach ( $rules as $rule ) {
			$saved = ( new Rules() )->save( $rule );
			$this->assertIsArray( $saved, is_wp_error( $saved ) ? $saved->get_error_message() : '' );
		}
	}

	private function forget_rules(): void {
		( new Rules() )->delete( array_column( ( new RulesTable() )->select(), 'id' ) );
	}

	/**
	 * @return list<array<string, mixed>>
	 */
	private function shape(): array {
		return array_map( static fn( array $row ) => array_diff_key( $row, array_flip( array( 'id', 'created_at', 'updated_at', 'batch', 'origin' ) ) ), ( new RulesTable() )->select() );
	}
}
