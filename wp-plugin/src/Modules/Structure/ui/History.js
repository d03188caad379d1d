// Every version of the plan on the screen Structure: look at one, compare it, go back to it.
import VersionList from '../../Blueprint/ui/VersionList';

const linkOf = ( version ) => ( { version } );

export default function History() {
	return <VersionList linkOf={ linkOf } />;
}
