// The icon of IGNY8 in editors: one page that leads to three, as the structure of a site does.
import { Path, SVG } from '@wordpress/components';

export default (
	<SVG viewBox="0 0 24 24" xmlns="http://www.w3.org/2000/svg">
		<Path d="M9 3h6v5h-2.25v3H19v4h1.5v5h-5v-5h2v-2.5h-4.75V15h1.5v5h-4.5v-5h1.5v-2.5H6.5V15h2v5h-5v-5H5v-4h6.25V8H9V3Z" />
	</SVG>
);
