// Entry of classic forms: puts the panels in place of the plain fields that PHP has printed there.
import { createRoot, StrictMode } from '@wordpress/element';
import FormHost from './hosts/FormHost';
import './editor.scss';
import PanelList from './PanelList';

function enhance( box ) {
	const plain = box.querySelector( '.igny8-form__plain' );
	const field = box.querySelector( '.igny8-form__changes' );
	const root = document.createElement( 'div' );
	box.append( root );
	// From here on the panels speak for the form; the plain fields must not.
	plain.disabled = true;
	plain.hidden = true;
	createRoot( root ).render(
		<StrictMode>
			<FormHost
				subject={ JSON.parse( box.dataset.subject ) }
				field={ field }
			>
				<PanelList />
			</FormHost>
		</StrictMode>
	);
}

document.querySelectorAll( '.igny8-form' ).forEach( enhance );
