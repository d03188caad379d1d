// What the redirects module brings to the admin screens: the screen Redirects.
import Redirects from './Redirects';

export default { slug: 'redirects', Screen: Redirects };
