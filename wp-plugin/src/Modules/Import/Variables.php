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

	private const MARK = "\x1A"; // Stands for a variable while the text around it is escaped: no text has it.

	/**
	 * @param string                $pattern Name in group 1, an argument in group 2 if there can be one; the name of another way to write them in group 3.
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
		$ours    = array();
		$text    = html_entity_decode( $text, ENT_QUOTES | ENT_HTML5, 'UTF-8' );
		$text    = (string) preg_replace_callback(
			$this->pattern,
			function ( array $found ) use ( &$unknown, &$ours ): string {
				$variable = $this->ours( trim( '' === $found[1] ? ( $found[3] ?? '' ) : $found[1] ), trim( $found[2] ?? '' ) );
				if ( null === $variable || str_starts_with( $variable, '{field:_' ) ) { // Fields with an underscore belong to plugins; ours are never printed from them.
					$variable  = '';
					$unknown[] = $found[0];
				}
				$ours[] = $variable;
				return self::MARK . ( count( $ours ) - 1 ) . self::MARK;
			},
			str_replace( self::MARK, '', $text )
		);
		$text = (string) preg_replace( '/\{[a-z_]+(?::[^{}]*)?\}/', '{$0}', $text ); // Braces that the owner meant as such.
		$text = (string) preg_replace_callback( '/' . self::MARK . '(\d+)' . self::MARK . '/', static fn( array $found ) => $ours[ (int) $found[1] ], $text );
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
}
