// What the structure module brings to the admin screens: the screen Structure.
import Structure from './Structure';

export default { slug: 'structure', Screen: Structure };
