// Which step may be opened, which are done, and what the last button still needs.
import {
	after,
	before,
	canOpen,
	missing,
	siteFaults,
	way,
} from '../../src/Modules/Blueprint/ui/wizard/steps';

const standing = ( record = {}, isConnected = true ) => ( {
	isConnected,
	record: {
		step: 'welcome',
		site_name: 'Northwind',
		words: '',
		sectors: [],
		skipped: [],
		keywords: { count: 0 },
		...record,
	},
} );
const trade = { sectors: [ { slug: 'coffee', name: 'Coffee' } ] };
const states = ( shown, record, isConnected ) =>
	way( shown, standing( record, isConnected ) ).map( ( { state } ) => state );

it( 'leads from the first to the last step', () => {
	expect( [
		before( 'welcome' ),
		after( 'welcome' ),
		after( 'finish' ),
	] ).toEqual( [ '', 'site', '' ] );
} );

it( 'needs a trade where an engine knows them, and words where none does', () => {
	expect( siteFaults( standing() ) ).toEqual( { sectors: true } );
	expect( siteFaults( standing( trade ) ) ).toEqual( {} );
	expect( siteFaults( standing( { words: 'dog beds' } ) ) ).toEqual( {
		sectors: true,
	} );
	expect( siteFaults( standing( { words: 'dog beds' }, false ) ) ).toEqual(
		{}
	);
	expect( siteFaults( standing( { ...trade, site_name: ' ' } ) ) ).toEqual( {
		name: true,
	} );
} );

it( 'opens the later steps once the site is told', () => {
	expect( canOpen( 'site', standing() ) ).toBe( true );
	expect( canOpen( 'finish', standing() ) ).toBe( false );
	expect( canOpen( 'finish', standing( trade ) ) ).toBe( true );
} );

it( 'tells done, skipped and ahead apart', () => {
	expect( states( 'welcome' ) ).toEqual( [
		'current',
		'ahead',
		'ahead',
		'ahead',
		'ahead',
		'ahead',
	] );
	expect(
		states(
			'finish',
			{ ...trade, step: 'finish', skipped: [ 'connect', 'keywords' ] },
			false
		)
	).toEqual( [ 'done', 'done', 'done', 'skipped', 'skipped', 'current' ] );
	expect( states( 'finish', { ...trade, keywords: { count: 3 } } ) ).toEqual(
		[ 'done', 'done', 'done', 'done', 'done', 'current' ]
	);
} );

it( 'names what the last button lacks', () => {
	const lacks = missing( standing( { site_name: '' }, false ) );
	expect( lacks.map( ( { what } ) => what ) ).toEqual( [
		'name',
		'sectors',
		'engine',
	] );
	expect( missing( standing( trade ) ) ).toEqual( [] );
} );
