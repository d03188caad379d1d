// What the panels show live: the page as it will be printed, and what the analysis found.
import { createContext, useContext, useMemo } from '@wordpress/element';
import useAnalysis from './useAnalysis';
import usePreview from './usePreview';

const Context = createContext( null );

/**
 * @return {{preview: Object, analysis: Object}} As usePreview() and useAnalysis() give them.
 */
export const useLive = () => useContext( Context );

export default function Live( { children } ) {
	const preview = usePreview();
	const analysis = useAnalysis( preview );
	const live = useMemo(
		() => ( { preview, analysis } ),
		[ preview, analysis ]
	);
	return <Context.Provider value={ live }>{ children }</Context.Provider>;
}
