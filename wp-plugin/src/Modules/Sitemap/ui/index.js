// What the sitemap module brings to the admin screens.
export default { slug: 'sitemap' };
