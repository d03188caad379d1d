<?php
/**
 * Router of PHP's built-in server: files as they are, everything else to WordPress, so that pretty permalinks work.
 */

$igny8_path = rawurldecode( parse_url( $_SERVER['REQUEST_URI'], PHP_URL_PATH ) );
$igny8_file = $_SERVER['DOCUMENT_ROOT'] . $igny8_path;

if ( is_dir( $igny8_file ) && is_file( rtrim( $igny8_file, '/' ) . '/index.php' ) && '/' !== $igny8_path ) {
	if ( ! str_ends_with( $igny8_path, '/' ) ) {
		header( 'Location: ' . $igny8_path . '/', true, 301 );
		return true;
	}
	$_SERVER['SCRIPT_NAME']     = $igny8_path . 'index.php';
	$_SERVER['PHP_SELF']        = $_SERVER['SCRIPT_NAME'];
	$_SERVER['SCRIPT_FILENAME'] = rtrim( $igny8_file, '/' ) . '/index.php';
	chdir( dirname( $_SERVER['SCRIPT_FILENAME'] ) );
	require $_SERVER['SCRIPT_FILENAME'];
	return true;
}
if ( is_file( $igny8_file ) ) {
	return false;
}
$_SERVER['SCRIPT_NAME']     = '/index.php';
$_SERVER['PHP_SELF']        = '/index.php';
$_SERVER['SCRIPT_FILENAME'] = $_SERVER['DOCUMENT_ROOT'] . '/index.php';
require $_SERVER['DOCUMENT_ROOT'] . '/index.php';
