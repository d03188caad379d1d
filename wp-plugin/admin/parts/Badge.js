// A status as a small coloured label; the words carry the meaning, the colour only helps.

const TONES = {
	published: 'success',
	complete: 'success',
	active: 'success',
	done: 'success',
	in_progress: 'info',
	drafted: 'info',
	written: 'info',
	running: 'info',
	brief: 'warning',
	pending: 'warning',
	missing: 'error',
	failed: 'error',
};

/**
 * @param {Object} props
 * @param {string} props.status  Decides the colour.
 * @param {Object} [props.words] Status → label.
 * @param {string} [props.label] Instead of words.
 */
export default function Badge( { status, words = {}, label } ) {
	return (
		<span className={ `igny8-badge is-${ TONES[ status ] ?? 'neutral' }` }>
			{ label ?? words[ status ] ?? status }
		</span>
	);
}
