// Puts clusters below the ones they belong to.

/**
 * @param {Array} clusters `{id, parent}` each; a parent that is not among them counts as none.
 * @return {Array<{cluster: Object, children: Array}>} In the order given.
 */
export default function tree( clusters ) {
	const branches = new Map(
		clusters.map( ( cluster ) => [ cluster.id, { cluster, children: [] } ] )
	);
	const roots = [];
	for ( const branch of branches.values() ) {
		const parent = branches.get( branch.cluster.parent );
		( parent && parent !== branch ? parent.children : roots ).push(
			branch
		);
	}
	return roots;
}
