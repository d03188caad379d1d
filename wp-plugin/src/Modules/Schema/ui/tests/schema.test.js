// The pure parts of the schema module's forms and blocks: hours, durations, choices.
import { durationOf, wordsOf } from '../../blocks/how-to/duration';
import withoutEmpty from '../../editor/withoutEmpty';
import { ALL_DAY, changeDay, copyToWorkdays, stateOf } from '../spans';

const MORNING = [ { opens: '09:00', closes: '12:00' } ];

describe( 'opening hours', () => {
	it.each( [
		[ undefined, 'unknown' ],
		[ [], 'closed' ],
		[ [ ALL_DAY ], 'always' ],
		[ MORNING, 'open' ],
		[ [ ...MORNING, ALL_DAY ], 'open' ],
	] )( 'of %j are %s', ( spans, state ) => {
		expect( stateOf( spans ) ).toBe( state );
	} );

	it( 'change one day and leave the others', () => {
		expect( changeDay( { mon: MORNING }, 'sun', [] ) ).toEqual( {
			mon: MORNING,
			sun: [],
		} );
		expect( changeDay( { mon: MORNING, sun: [] }, 'sun' ) ).toEqual( {
			mon: MORNING,
		} );
	} );

	it( 'of Monday become those of all weekdays, not of the weekend', () => {
		const days = copyToWorkdays( { mon: MORNING, sat: [] } );
		expect( Object.keys( days ).sort() ).toEqual(
			[ 'fri', 'mon', 'sat', 'thu', 'tue', 'wed' ].sort()
		);
		expect( days.fri ).toEqual( MORNING );
		expect( days.sat ).toEqual( [] );
	} );
} );

describe( 'a duration', () => {
	it.each( [
		[ {}, '', '' ],
		[ { minutes: 30 }, 'PT30M', 'Time needed: 30 minutes' ],
		[ { hours: 1, minutes: 1 }, 'PT1H1M', 'Time needed: 1 hour 1 minute' ],
		[ { days: 2 }, 'P2D', 'Time needed: 2 days' ],
		[ { days: 1, hours: 2 }, 'P1DT2H', 'Time needed: 1 day 2 hours' ],
	] )( '%j is %s', ( time, iso, words ) => {
		expect( durationOf( time ) ).toBe( iso );
		expect( wordsOf( time ) ).toBe( words );
	} );
} );

it( 'stores no empty choice', () => {
	const typed = {
		type: '',
		page_type: 'AboutPage',
		faq_details: false,
		properties: { name: '', 'offers.price': '0', sameAs: [] },
		videos: { 'https://vimeo.com/1': { name: '' } },
	};
	expect( withoutEmpty( typed ) ).toEqual( {
		page_type: 'AboutPage',
		properties: { 'offers.price': '0' },
	} );
} );
