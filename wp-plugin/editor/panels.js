// The panels of the sidebar: a visible list, one line a panel, from top to bottom.

/**
 * `{ slug, name, Component }`: the module it belongs to, a name, and what to show.
 */
const PANELS = [];

const { modules = [] } = window.igny8Editor ?? {};

/** Those whose module is on. */
export const panels = PANELS.filter( ( { slug } ) => modules.includes( slug ) );
