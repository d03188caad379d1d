// Boxes that block a crawler: what they add to robots.txt and take away again.
import { isBlocked, withBlock } from '../../src/Modules/Sitemap/ui/blocks';
import { toIds, toggled } from '../../src/Modules/Sitemap/ui/toggles';

const OWN =
	'User-agent: *\nDisallow: /wp-admin/\n\nSitemap: https://shop.example/wp-sitemap.xml\n';

describe( 'blocking a crawler', () => {
	it( 'adds a group of its own and takes away exactly that', () => {
		const once = withBlock( OWN, 'GPTBot', true );
		expect( once ).toBe( `User-agent: GPTBot\nDisallow: /\n\n${ OWN }` );
		expect( withBlock( once, 'GPTBot', true ) ).toBe( once );
		const twice = withBlock( once, 'CCBot', true );
		expect(
			isBlocked( twice, 'gptbot' ) && isBlocked( twice, 'CCBot' )
		).toBe( true );
		expect(
			withBlock( withBlock( twice, 'GPTBot', false ), 'CCBot', false )
		).toBe( OWN );
	} );

	it.each( [
		[ 'partly', 'User-agent: GPTBot\nDisallow: /private/', false ],
		[
			'with an exception',
			'User-agent: GPTBot\nAllow: /public/\nDisallow: /',
			false,
		],
		[
			'beside another',
			'User-agent: CCBot\nUser-agent: GPTBot\nDisallow: / # all',
			true,
		],
		[
			'as a name within a name',
			'User-agent: GPTBot-Image\nDisallow: /',
			false,
		],
		[ 'by the group of all', 'User-agent: *\nDisallow: /', false ],
	] )( 'sees a crawler blocked %s', ( name, text, expected ) => {
		expect( isBlocked( text, 'GPTBot' ) ).toBe( expected );
	} );

	it( 'leaves other names of a group and lines of nobody in place', () => {
		const text =
			'User-agent: CCBot\nUser-agent: GPTBot\nDisallow: /\nSitemap: https://a.example/s.xml\n';
		const without = withBlock( text, 'GPTBot', false );
		expect( isBlocked( without, 'CCBot' ) ).toBe( true );
		expect( isBlocked( without, 'GPTBot' ) ).toBe( false );
		expect( withBlock( without, 'CCBot', false ) ).toContain(
			'Sitemap: https://a.example/s.xml'
		);
	} );
} );

it( 'reads numbers however they are typed', () => {
	expect( toIds( ' 12, 7;7 x 300' ) ).toEqual( [ 12, 7, 300 ] );
	expect( toggled( [ 'a' ], 'b', true ) ).toEqual( [ 'a', 'b' ] );
	expect( toggled( [ 'a', 'b' ], 'a', false ) ).toEqual( [ 'b' ] );
} );
