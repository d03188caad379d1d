// What the schema module brings to the admin screens.
export default { slug: 'schema' };
