// What was typed is there again after a reload, and a broken or missing storage breaks nothing.
import { act } from 'react';
import { createRoot } from '@wordpress/element';
import useKept from '../useKept';

const begin = () => ( { name: 'Northwind', type: '' } );
let kept, setKept;

function Form() {
	[ kept, setKept ] = useKept( 'plan 1', begin );
	return null;
}

/** Loads the page anew: all that is left is what the storage holds. */
async function load() {
	await act( () =>
		createRoot( document.createElement( 'div' ) ).render( <Form /> )
	);
}

beforeEach( () => {
	global.IS_REACT_ACT_ENVIRONMENT = true;
	window.sessionStorage.clear();
} );

it( 'keeps what was typed over a reload', async () => {
	await load();
	await act( () => setKept( { ...kept, name: 'Paws' } ) );
	await load();
	expect( kept ).toEqual( { name: 'Paws', type: '' } );
} );

it( 'keeps nothing that nobody typed', async () => {
	await load();
	expect( window.sessionStorage ).toHaveLength( 0 );
} );

it( 'begins anew when the storage holds something else', async () => {
	window.sessionStorage.setItem( 'igny8 undefined plan 1', '{broken' );
	await load();
	expect( kept ).toEqual( begin() );
} );

it( 'works without a storage', async () => {
	const refuse = jest
		.spyOn( Storage.prototype, 'setItem' )
		.mockImplementation( () => {
			throw new Error( 'blocked' );
		} );
	await load();
	await act( () => setKept( { ...kept, name: 'Paws' } ) );
	expect( kept.name ).toBe( 'Paws' );
	refuse.mockRestore();
} );
