// What the import module brings to the admin screens: the screen Import.
import Import from './Import';

export default { slug: 'import', Screen: Import };
