<?php
/**
 * Prints the writers' input for every page of the blueprint on standard input, for test_writing_input.py. Needs no WordPress.
 *
 * @package Igny8
 */

$source = dirname( __DIR__, 3 ) . '/wp-plugin/src/Modules';
require "{$source}/Blueprint/Document.php";
require "{$source}/Blueprint/Neighbours.php";
require "{$source}/Content/WritingInput.php";

$document = new Igny8\Modules\Blueprint\Document( json_decode( file_get_contents( 'php://stdin' ), true ) );
$writing  = new Igny8\Modules\Content\WritingInput( $document );
echo json_encode( array_map( array( $writing, 'make' ), $document->pages() ) ); // phpcs:ignore Generic.PHP.ForbiddenFunctions -- There is no WordPress here.
