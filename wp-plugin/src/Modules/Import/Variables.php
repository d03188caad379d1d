<?php
/**
 * Translates the variables of another plugin's templates into ours.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Import;

/**
 * A variable without a counterpart is taken out and told: left in, visitors would read it.
 */
final class Variables {

	/**
	 * @param string                $pattern Name in group 1, an argument in group 2 if there can be one.
	 * @param array<string, string> $names   Their name → our text; `cf_*` → `{field:*}` takes the rest of the name along.
	 */
	public function __construct(
		private readonly string $pattern,
		private readonly array $names,
	) {}

	/**
	 * @return array{string, list<string>} Our text, and the variables that are lost, as they were written.
	 */
	public function translate( string $text ): array {
		$unknown = array();
		$text    = self::escape( html_entity_decode( $text, ENT_QUOTES | ENT_HTML5, 'UTF-8' ), $this->pattern );
		$text    = (string) preg_replace_callback(
			$this->pattern,
			function ( array $found ) use ( &$unknown ): string {
				$ours = $this->ours( trim( $found[1] ), trim( $found[2] ?? '' ) );
				if ( null === $ours || str_starts_with( $ours, '{field:_' ) ) { // Fields with an underscore belong to plugins; ours are never printed from them.
					$ours        = null;
					$unknown[] = $found[0];
				}
				return $ours ?? '';
			},
			$text
		);
		return array( trim( (string) preg_replace( '/[ \t]{2,}/', ' ', $text ) ), $unknown );
	}

	/**
	 * Our text for one of their variables; null when there is none.
	 */
	private function ours( string $name, string $argument ): ?string {
		$exact = '' === $argument ? ( $this->names[ $name ] ?? null ) : ( $this->names[ "{$name}()" ] ?? $this->names[ $name ] ?? null );
		if ( null !== $exact ) {
			return '' === $exact ? null : str_replace( '*', $argument, $exact );
		}
		foreach ( $this->names as $theirs => $ours ) {
			if ( str_ends_with( $theirs, '*' ) && str_starts_with( $name, substr( $theirs, 0, -1 ) ) ) {
				return '' === $ours ? null : str_replace( '*', substr( $name, strlen( $theirs ) - 1 ), $ours );
			}
		}
		return null;
	}

	/**
	 * Braces that the owner meant as such would be read as variables of ours.
	 */
	private static function escape( string $text, string $pattern ): string {
		return (string) preg_replace_callback(
			'/\{[a-z_]+(?::[^{}]*)?\}/',
			static fn( array $found ) => preg_match( $pattern, $found[0] ) ? $found[0] : '{' . $found[0] . '}',
			$text
		);
	}
}
