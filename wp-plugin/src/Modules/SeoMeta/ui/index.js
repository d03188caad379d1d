// What the seo-meta module brings to the admin screens.
export default { slug: 'seo-meta' };
