// The panels of the sidebar and of classic forms: visible lists, one line a panel, from top to bottom.
import SchemaPanel from '../src/Modules/Schema/editor/SchemaPanel';
import PrePublish from '../src/Modules/SeoMeta/editor/PrePublish';
import SeoPanels from '../src/Modules/SeoMeta/editor/SeoPanels';

/**
 * `{ slug, name, Component, kinds? }`: the module it belongs to, a name, what to show (panels as PanelBody), and whether
 * for `post`, `term` or `user`; without kinds for all.
 */
const PANELS = [
	{ slug: 'seo-meta', name: 'seo-meta', Component: SeoPanels },
	{
		slug: 'schema',
		name: 'schema',
		kinds: [ 'post' ],
		Component: SchemaPanel,
	},
];

/** What is shown before publishing. */
const BEFORE_PUBLISHING = [
	{ slug: 'seo-meta', name: 'seo-meta', Component: PrePublish },
];

const { modules = [] } = window.igny8Editor ?? {};
const isOn = ( { slug } ) => modules.includes( slug );

/** Those whose module is on. */
export const panels = PANELS.filter( isOn );
export const panelsBeforePublishing = BEFORE_PUBLISHING.filter( isOn );
