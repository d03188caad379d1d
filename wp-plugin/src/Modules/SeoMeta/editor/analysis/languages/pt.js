// Portuguese: what the readability checks need.
import { syllableCounter } from './syllables';

const SER = new Set(
	'sou és é somos sois são fui foste foi fomos foram era eras éramos eram serei serás será seremos serão seria seriam seja sejam fosse fossem for forem sido ser sendo'.split(
		' '
	)
);
const PARTICIPLE = /(?:ad|id|íd)[oa]s?$/;
const IRREGULAR =
	/^(?:abert|cobert|descobert|dit|escrit|descrit|inscrit|feit|desfeit|satisfeit|ganh|gast|pag|entregu|aceit|eleit|impress|mort|post|propost|compost|expost|dispost|vist|previst|pres|pegu|suspens)[oae]s?$/;
const NOT_PARTICIPLES = new Set(
	'sido estado cuidado lado grau passado mercado advogado soldado resultado significado vida medida comida saída todo ruído partido sentido conteúdo lados vidas medidas obrigado obrigada sábado estados unidos'.split(
		' '
	)
);
const MOST_BETWEEN = 2;

const isParticiple = ( word ) =>
	( PARTICIPLE.test( word ) &&
		word.length > 4 &&
		! NOT_PARTICIPLES.has( word ) ) ||
	IRREGULAR.test( word );

export default {
	articles: 'o a os as um uma uns umas'.split( ' ' ),
	abbreviations:
		'sr sra srta dr dra prof profa etc ex p.ex núm nº pág tel av aprox ltda d.c a.c'.split(
			' '
		),
	wordsPerMinute: 181,
	transitions:
		`a fim de|a menos que|a não ser que|a partir de|a princípio|a saber|acima de tudo|ademais|afinal|agora|além disso|além do mais|ainda|ainda assim|ainda que|ao contrário|ao invés de|ao mesmo tempo|ao passo que|apesar de|após|aqui|assim|assim como|assim que|até que|atualmente|bem como|caso|certamente|com certeza|com efeito|com isso|com o intuito de|com o objetivo de|como|como consequência|como resultado|conforme|consequentemente|contanto que|contudo|da mesma forma|da mesma maneira|dado que|daí|de acordo com|de fato|de facto|de modo geral|de modo que|de forma que|de qualquer forma|decerto|depois|depois de|desde|desde que|dessa forma|desse modo|desta forma|deste modo|devido a|diante disso|diferentemente|do mesmo modo|durante|e assim|em conclusão|em consequência|em contrapartida|em contraste|em geral|em outras palavras|em particular|em primeiro lugar|em razão de|em resumo|em segundo lugar|em seguida|em síntese|em suma|em todo caso|em virtude de|embora|enfim|enquanto|enquanto isso|então|entre outros|entretanto|especialmente|eventualmente|exceto|finalmente|frequentemente|geralmente|graças a|igualmente|inclusive|independentemente|inicialmente|isso significa|isto é|já que|logo|mais tarde|mas|mas também|mesmo|mesmo assim|mesmo que|na verdade|na realidade|não obstante|não só|naturalmente|nesse caso|nesse sentido|no caso de|no entanto|no fim|ou seja|ora|ou melhor|para começar|para concluir|para que|pelo contrário|pelo menos|pois|por causa de|por conseguinte|por consequência|por enquanto|por essa razão|por esse motivo|por exemplo|por fim|por isso|por mais que|por outro lado|por sua vez|por último|por um lado|porém|porquanto|porque|portanto|posteriormente|posto que|previamente|primeiramente|primeiro|principalmente|provavelmente|quando|quanto a|resumindo|se|segundo|seja como for|sem dúvida|semelhantemente|sempre que|senão|similarmente|sobretudo|só que|somente|surpreendentemente|tal como|talvez|também|tampouco|tanto quanto|todavia|uma vez que|vale lembrar|visto que`.split(
			'|'
		),
	isPassive: ( words ) =>
		words.some(
			( word, at ) =>
				SER.has( word ) &&
				words
					.slice( at + 1, at + 2 + MOST_BETWEEN )
					.some( isParticiple )
		),
	syllables: syllableCounter(
		/[ãõ][oei]|(?<=[gq])u[aeoáéóêô](?:[iu])?|[iu]?[aeoáéóâêôàã](?:[iu](?![aeoáéóâêôlmnrz]))?|[íú]|[iu]/g
	),
	readingEase: {
		name: 'Martins et al. (1996)',
		formula: ( { wordsPerSentence, syllablesPerWord } ) =>
			248.835 - 1.015 * wordsPerSentence - 84.6 * syllablesPerWord,
	},
};
