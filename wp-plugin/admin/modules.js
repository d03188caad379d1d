// The screens that modules bring along: a visible list, one line a module, in menu order.
import blueprint from '../src/Modules/Blueprint/ui';
import content from '../src/Modules/Content/ui';
import engine from '../src/Modules/Engine/ui';
import importer from '../src/Modules/Import/ui';
import redirects from '../src/Modules/Redirects/ui';
import schema from '../src/Modules/Schema/ui';
import seoMeta from '../src/Modules/SeoMeta/ui';
import sitemap from '../src/Modules/Sitemap/ui';
import structure from '../src/Modules/Structure/ui';
import { has } from './site';

/**
 * A module's `ui/index.js` gives `slug` and what it plugs in:
 * `Screen` (a menu entry of its own, named by the slug), `views` (name → component of the dashboard's `?view=`),
 * `settings` (`[{name, title, Component, needs}]`: pages of the settings screen, shown to who may run the operation
 * `needs`), `settingsTitle` (of the tab over them, where there are several).
 */
const MODULES = [
	engine,
	blueprint,
	structure,
	content,
	seoMeta,
	schema,
	sitemap,
	redirects,
	importer,
];

/** Those that are on. */
export const modules = MODULES.filter( ( { slug } ) => has( slug ) );
