// How long the analysis takes: figures to read, no limits to fail on a busy machine.
import { analyse } from '../analyse';
import { load } from '../languages';
import { paper } from './paper';

const RUNS = 5;
const median = ( times ) =>
	[ ...times ].sort( ( a, b ) => a - b )[ ( RUNS - 1 ) / 2 ];

// A post of about 10,000 words, of sentences that differ, with headings, links and images.
function longPost() {
	const subject =
		'dogs cats beds owners walks vets mornings gardens blankets puppies'.split(
			' '
		);
	const verb =
		'chase enjoy need follow discover forget remember avoid measure compare'.split(
			' '
		);
	const rest =
		'because the weather was kind, in spite of everything that happened|although nobody had told them before|which is why we wrote this guide|and however long it takes, it is worth it'.split(
			'|'
		);
	let html = '';
	for ( let block = 0; block < 250; block++ ) {
		if ( block % 5 === 0 ) {
			html += `<!-- wp:heading --><h2 class="wp-block-heading">About ${ subject[ block % 10 ] } and dog beds ${ block }</h2><!-- /wp:heading -->`;
		}
		let text = '';
		for ( let at = 0; at < 3; at++ ) {
			const seed = block * 3 + at;
			text += `The ${ subject[ seed % 10 ] } number${ seed } ${ verb[ ( seed * 7 ) % 10 ] } <strong>${ subject[ ( seed * 3 ) % 10 ] }</strong> ${ rest[ seed % 4 ] }. `;
		}
		html += `<!-- wp:paragraph --><p>${ text }<a href="/page-${ block }/">More</a></p><!-- /wp:paragraph --><img alt="A dog ${ block }" src="a.png">`;
	}
	return html;
}

test( 'a post of 10,000 words', async () => {
	const html = longPost();
	const language = await load( 'en_US' );
	const given = paper( {
		html,
		title: 'Dog beds',
		description: 'Dog beds.',
		keyphrases: [ 'dog beds', 'cat tree', 'washable blanket' ].map(
			( phrase ) => ( {
				phrase,
				synonyms: [ `${ phrase } guide` ],
				uses: 0,
			} )
		),
	} );
	const times = []; // CPU time: the machine may be busy with other tests.
	let words;
	for ( let run = 0; run < RUNS; run++ ) {
		const began = process.cpuUsage();
		words = analyse( given, language ).figures.words;
		times.push( process.cpuUsage( began ).user / 1000 );
	}
	const [ first ] = times;
	expect( words ).toBeGreaterThan( 9000 );
	process.stdout.write(
		`analysis of ${ words } words, three keyphrases: first ${ Math.round( first ) } ms, then ${ Math.round( median( times ) ) } ms\n`
	);
} );
