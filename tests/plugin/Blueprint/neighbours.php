<?php
/**
 * Prints the neighbours of every page of the blueprint on standard input, for test_neighbours.py. Needs no WordPress.
 *
 * @package Igny8
 */

$source = dirname( __DIR__, 3 ) . '/wp-plugin/src/Modules/Blueprint';
require "{$source}/Document.php";
require "{$source}/Neighbours.php";

$document = new Igny8\Modules\Blueprint\Document( json_decode( file_get_contents( 'php://stdin' ), true ) );
$found    = array();
foreach ( $document->pages() as $id => $page ) {
	$found[ $id ] = array(
		'neighbours' => array_map( static fn( array $neighbour ) => array( $neighbour['relation'], $neighbour['page']['id'] ), $document->neighbours( $id ) ),
		'values'     => array_column( $document->values_of( $page ), 'value' ),
	);
}
echo json_encode( $found ); // phpcs:ignore Generic.PHP.ForbiddenFunctions -- There is no WordPress here.
