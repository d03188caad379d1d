// What the content module brings to the admin screens: the screen Content.
import Content from './Content';

export default { slug: 'content', Screen: Content };
