// What the redirects module brings to the admin screens.
export default { slug: 'redirects' };
