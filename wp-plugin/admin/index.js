// Entry of the admin screens: puts the app into the page that Admin.php prints.
import { createRoot } from '@wordpress/element';
import './style.scss';
import App from './App';

const root = document.getElementById( 'igny8-admin' );
if ( root ) {
	createRoot( root ).render( <App /> );
}
