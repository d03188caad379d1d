<?php
/**
 * Prints what Plugin Check would find in PHP files: `php plugin_check.php <file>…`, one line a fault, with the rule's name.
 *
 * A fault is left out where a comment on its line or the one before says `phpcs:ignore <rule> -- <reason>`, and between
 * `phpcs:disable <rule> -- <reason>` and `phpcs:enable`; a comment without a reason is a fault itself.
 */

const DOMAINS  = array( '__' => 1, 'esc_html__' => 1, 'esc_attr__' => 1, '_e' => 1, 'esc_html_e' => 1, 'esc_attr_e' => 1, '_x' => 2, 'esc_html_x' => 2, 'esc_attr_x' => 2, '_n' => 3, '_nx' => 4, '_n_noop' => 2, '_nx_noop' => 3 ); // Function → place of its domain.
const PLURALS  = array( '_n', '_nx', '_n_noop', '_nx_noop' ); // Their first two arguments are texts.
const ESCAPES  = '/^(?:esc_\w+|wp_kses\w*|wp_json_encode|absint|intval|number_format_i18n|get_block_wrapper_attributes|wp_get_attachment_image|checked|selected|disabled|wp_nonce_field|submit_button)$/';
const INPUTS   = array( '$_GET', '$_POST', '$_REQUEST', '$_FILES' );
const DECLARES = array( T_NAMESPACE, T_USE, T_FINAL, T_ABSTRACT, T_READONLY, T_CLASS, T_INTERFACE, T_TRAIT, T_ENUM, T_CONST, T_DECLARE, T_OPEN_TAG );

// Function → rule that refuses it.
const REFUSED = array(
	'file_get_contents' => 'WordPress.WP.AlternativeFunctions', 'fopen' => 'WordPress.WP.AlternativeFunctions', 'fwrite' => 'WordPress.WP.AlternativeFunctions',
	'fputs' => 'WordPress.WP.AlternativeFunctions', 'fclose' => 'WordPress.WP.AlternativeFunctions', 'readfile' => 'WordPress.WP.AlternativeFunctions',
	'unlink' => 'WordPress.WP.AlternativeFunctions', 'rename' => 'WordPress.WP.AlternativeFunctions', 'chmod' => 'WordPress.WP.AlternativeFunctions',
	'mkdir' => 'WordPress.WP.AlternativeFunctions', 'rmdir' => 'WordPress.WP.AlternativeFunctions', 'touch' => 'WordPress.WP.AlternativeFunctions',
	'is_writable' => 'WordPress.WP.AlternativeFunctions', 'strip_tags' => 'WordPress.WP.AlternativeFunctions', 'parse_url' => 'WordPress.WP.AlternativeFunctions',
	'rand' => 'WordPress.WP.AlternativeFunctions', 'mt_rand' => 'WordPress.WP.AlternativeFunctions', 'srand' => 'WordPress.WP.AlternativeFunctions',
	'date' => 'WordPress.DateTime.RestrictedFunctions', 'date_default_timezone_set' => 'WordPress.DateTime.RestrictedFunctions',
	'var_dump' => 'WordPress.PHP.DevelopmentFunctions', 'print_r' => 'WordPress.PHP.DevelopmentFunctions', 'var_export' => 'WordPress.PHP.DevelopmentFunctions',
	'error_log' => 'WordPress.PHP.DevelopmentFunctions', 'trigger_error' => 'WordPress.PHP.DevelopmentFunctions', 'set_error_handler' => 'WordPress.PHP.DevelopmentFunctions',
	'debug_backtrace' => 'WordPress.PHP.DevelopmentFunctions', 'phpinfo' => 'WordPress.PHP.DevelopmentFunctions',
	'set_time_limit' => 'Squiz.PHP.DiscouragedFunctions', 'ini_set' => 'Squiz.PHP.DiscouragedFunctions', 'dl' => 'Squiz.PHP.DiscouragedFunctions',
	'eval' => 'Generic.PHP.ForbiddenFunctions', 'move_uploaded_file' => 'Generic.PHP.ForbiddenFunctions', 'proc_open' => 'Generic.PHP.ForbiddenFunctions',
	'exec' => 'Generic.PHP.ForbiddenFunctions', 'shell_exec' => 'Generic.PHP.ForbiddenFunctions', 'passthru' => 'Generic.PHP.ForbiddenFunctions',
	'system' => 'Generic.PHP.ForbiddenFunctions', 'str_rot13' => 'Generic.PHP.ForbiddenFunctions', 'create_function' => 'Generic.PHP.ForbiddenFunctions',
	'query_posts' => 'WordPress.WP.DiscouragedFunctions', 'wp_reset_query' => 'WordPress.WP.DiscouragedFunctions', 'wp_redirect' => 'WordPress.Security.SafeRedirect',
	'curl_init' => 'WordPress.WP.AlternativeFunctions', 'mysqli_query' => 'WordPress.DB.RestrictedFunctions',
);

/**
 * One file: its tokens without white space, and what its comments allow.
 */
final class Source {

	/**
	 * @var list<PhpToken>
	 */
	public array $code = array();

	/**
	 * @var array<int, list<string>> Line → rules that need not be kept there.
	 */
	private array $allowed = array();

	/**
	 * @var array<int, true> Lines with a comment for translators.
	 */
	public array $explained = array();

	/**
	 * @var list<string>
	 */
	public array $faults = array();

	public function __construct( private readonly string $file ) {
		$disabled = array();
		foreach ( PhpToken::tokenize( file_get_contents( $file ) ) as $token ) {
			$line = $token->line;
			$this->allowed[ $line ] = array_merge( $this->allowed[ $line ] ?? array(), $disabled );
			if ( T_COMMENT === $token->id ) {
				$this->explained += str_contains( $token->text, 'translators:' ) ? array( $line => true, $line + 1 => true ) : array();
				if ( preg_match( '/phpcs:(ignore|disable)\s*([^\n]*)/', $token->text, $match ) ) {
					list( $rules, $reason )     = explode( '-- ', $match[2] . '-- ' );
					$rules                      = array_map( 'trim', explode( ',', $rules ) );
					$disabled                   = 'disable' === $match[1] ? array_merge( $disabled, $rules ) : $disabled;
					$this->allowed[ $line ]     = array_merge( $this->allowed[ $line ], $rules );
					$this->allowed[ $line + 1 ] = array_merge( $this->allowed[ $line + 1 ] ?? array(), $rules );
					( '' === trim( $reason ) || '' === $rules[0] ) && $this->faults[] = "{$file}:{$line}: phpcs:{$match[1]} names no rule or gives no reason";
				}
				$disabled = str_contains( $token->text, 'phpcs:enable' ) ? array() : $disabled;
			}
			$token->isIgnorable() || $this->code[] = $token;
		}
	}

	public function fault( int $line, string $rule, string $what ): void {
		foreach ( $this->allowed[ $line ] ?? array() as $allowed ) {
			if ( str_starts_with( $rule, $allowed ) || str_starts_with( $allowed, $rule ) ) {
				return;
			}
		}
		$this->faults[] = "{$this->file}:{$line}: {$what} ({$rule})";
	}

	/**
	 * Tokens from one on to the end of its statement.
	 *
	 * @return list<PhpToken>
	 */
	public function statement( int $at ): array {
		for ( $end = $at; isset( $this->code[ $end ] ) && ';' !== $this->code[ $end ]->text && T_CLOSE_TAG !== $this->code[ $end ]->id; $end++ );
		return array_slice( $this->code, $at, $end - $at );
	}

	/**
	 * Arguments of the call whose name is token $at.
	 *
	 * @return list<list<PhpToken>>
	 */
	public function arguments( int $at ): array {
		$depth = 0;
		$found = array( array() );
		for ( $index = $at + 1; isset( $this->code[ $index ] ); $index++ ) {
			$text   = $this->code[ $index ]->text;
			$depth += change_of_depth( $this->code[ $index ] );
			if ( 0 === $depth ) {
				return $found;
			}
			if ( ',' === $text && 1 === $depth ) {
				$found[] = array();
			} elseif ( $index > $at + 1 ) {
				$found[ count( $found ) - 1 ][] = $this->code[ $index ];
			}
		}
		return $found;
	}
}

/**
 * +1 where a bracket opens, -1 where one closes; brackets in a text are none.
 */
function change_of_depth( PhpToken $token ): int {
	if ( in_array( $token->id, array( T_CURLY_OPEN, T_DOLLAR_OPEN_CURLY_BRACES, T_ATTRIBUTE ), true ) ) {
		return 1;
	}
	return $token->id > 255 ? 0 : ( in_array( $token->text, array( '(', '[', '{' ), true ) ? 1 : ( in_array( $token->text, array( ')', ']', '}' ), true ) ? -1 : 0 ) );
}

/**
 * What a file without a guard does when somebody opens it by its address.
 */
function check_access( Source $source ): void {
	$depth    = 0;
	$is_start = true;
	foreach ( $source->code as $token ) {
		if ( 0 === $depth && $is_start && T_RETURN !== $token->id && ! in_array( $token->id, DECLARES, true ) ) {
			$is_guarded = array_filter( $source->code, static fn( PhpToken $token ) => in_array( $token->text, array( "'ABSPATH'", "'WP_UNINSTALL_PLUGIN'" ), true ) );
			$is_guarded || $source->fault( $token->line, 'missing_direct_file_access_protection', 'runs when it is opened by its address' );
			return;
		}
		$depth   += change_of_depth( $token );
		$is_start = 0 === $depth && ( in_array( $token->text, array( ';', '}' ), true ) || T_OPEN_TAG === $token->id );
	}
}

function check_token( Source $source, int $at ): void {
	$token = $source->code[ $at ];
	$next  = $source->code[ $at + 1 ]->text ?? '';
	$rules = array( T_OPEN_TAG_WITH_ECHO => 'Generic.PHP.DisallowShortOpenTag', T_START_HEREDOC => 'Squiz.PHP.Heredoc', T_EVAL => 'Generic.PHP.ForbiddenFunctions' );
	isset( $rules[ $token->id ] ) && $source->fault( $token->line, $rules[ $token->id ], $token->getTokenName() );
	'`' === $token->text && $source->fault( $token->line, 'Generic.PHP.BacktickOperator', 'a shell command' );
	if ( T_CONSTANT_ENCAPSED_STRING === $token->id && preg_match( '#https?://(?:localhost|127\.0\.0\.1|[\w.]+\.local)/#', $token->text ) ) {
		$source->fault( $token->line, 'localhost_code_detected', "an address of one machine: {$token->text}" );
	}
	if ( in_array( $token->text, INPUTS, true ) ) {
		$is_checked = array_filter( $source->code, static fn( PhpToken $other ) => preg_match( '/^(?:wp_verify_nonce|check_admin_referer|check_ajax_referer)$/', $other->text ) );
		$is_checked || $source->fault( $token->line, 'WordPress.Security.NonceVerification', "{$token->text} is read without a nonce" );
	}
	if ( '$wpdb' === $token->text && '->' === $next && preg_match( '/^(?:query|get_\w+|insert|update|delete|replace)$/', $source->code[ $at + 2 ]->text ) && ! in_array( $source->code[ $at + 2 ]->text, array( 'get_blog_prefix', 'get_charset_collate' ), true ) ) {
		$source->fault( $token->line, 'WordPress.DB.DirectDatabaseQuery', 'a query outside the classes that say why' );
	}
	$before = $source->code[ $at - 1 ]->id ?? 0;
	if ( in_array( $token->id, array( T_ECHO, T_PRINT ), true ) && ! in_array( $before, array( T_OBJECT_OPERATOR, T_DOUBLE_COLON, T_FUNCTION ), true ) ) {
		check_output( $source, $at );
	}
	if ( '(' === $next && in_array( $token->id, array( T_STRING, T_NAME_FULLY_QUALIFIED ), true ) && ! in_array( $before, array( T_OBJECT_OPERATOR, T_NULLSAFE_OBJECT_OPERATOR, T_DOUBLE_COLON, T_FUNCTION, T_NEW ), true ) ) {
		check_call( $source, $at, ltrim( $token->text, '\\' ) );
	}
}

function check_call( Source $source, int $at, string $name ): void {
	$line = $source->code[ $at ]->line;
	isset( REFUSED[ $name ] ) && $source->fault( $line, REFUSED[ $name ], "{$name}()" );
	in_array( $name, array( 'printf', 'vprintf' ), true ) && check_output( $source, $at );
	isset( DOMAINS[ $name ] ) && check_text( $source, $at, $name );
	if ( in_array( $name, array( 'do_action', 'apply_filters' ), true ) ) {
		$hook = trim( $source->arguments( $at )[0][0]->text ?? '', '\'"' );
		str_starts_with( $hook, 'igny8' ) || $source->fault( $line, 'WordPress.NamingConventions.PrefixAllGlobals', "the hook {$hook} is not ours" );
	}
	if ( 'register_rest_route' === $name ) {
		$words = array_map( static fn( PhpToken $token ) => trim( $token->text, '\'' ), $source->statement( $at ) );
		in_array( 'permission_callback', $words, true ) && ! in_array( '__return_true', $words, true ) || $source->fault( $line, 'rest_permission_callback', 'a route that anybody may use' );
	}
	if ( 'wp_enqueue_script' === $name && ! in_array( "'in_footer'", array_map( static fn( PhpToken $token ) => $token->text, $source->statement( $at ) ), true ) ) {
		$source->fault( $line, 'WordPress.WP.EnqueuedResourceParameters', 'a script without a word about the footer' );
	}
}

/**
 * Something printed that may hold a value must be escaped in the same statement.
 */
function check_output( Source $source, int $at ): void {
	$statement = $source->statement( $at );
	$has_value = array_filter( $statement, static fn( PhpToken $token ) => T_VARIABLE === $token->id || preg_match( '/^_[_enx]$|^get_/', $token->text ) );
	$is_safe   = array_filter( $statement, static fn( PhpToken $token ) => preg_match( ESCAPES, $token->text ) || T_INT_CAST === $token->id );
	$has_value && ! $is_safe && $source->fault( $source->code[ $at ]->line, 'WordPress.Security.EscapeOutput', 'a value printed as it is' );
}

/**
 * A text and its domain are literal, several placeholders are numbered, and translators are told what they stand for.
 */
function check_text( Source $source, int $at, string $name ): void {
	$line      = $source->code[ $at ]->line;
	$arguments = $source->arguments( $at );
	if ( "'igny8'" !== ( $arguments[ DOMAINS[ $name ] ][0]->text ?? '' ) ) {
		$source->fault( $line, 'WordPress.WP.I18n.TextDomainMismatch', "the domain of {$name}() is not 'igny8'" );
	}
	foreach ( array_slice( $arguments, 0, in_array( $name, PLURALS, true ) ? 2 : 1 ) as $argument ) {
		if ( 1 !== count( $argument ) || T_CONSTANT_ENCAPSED_STRING !== $argument[0]->id ) {
			$source->fault( $line, 'WordPress.WP.I18n.NonSingularStringLiteralText', "{$name}() is given something else than a literal text" );
			continue;
		}
		preg_match_all( '/%(?:\d+\$)?[sdf]/', strtr( $argument[0]->text, array( '%%' => '' ) ), $marks );
		count( $marks[0] ) > 1 && preg_grep( '/^%[sdf]$/', $marks[0] ) && $source->fault( $line, 'WordPress.WP.I18n.UnorderedPlaceholdersText', "placeholders without numbers: {$argument[0]->text}" );
		$marks[0] && ! isset( $source->explained[ $line ] ) && $source->fault( $line, 'WordPress.WP.I18n.MissingTranslatorsComment', "no comment for translators: {$argument[0]->text}" );
	}
}

foreach ( array_slice( $argv, 1 ) as $file ) {
	$source = new Source( $file );
	check_access( $source );
	foreach ( array_keys( $source->code ) as $at ) {
		check_token( $source, $at );
	}
	echo implode( '', array_map( static fn( string $fault ) => "{$fault}\n", $source->faults ) );
}
