// What the import module brings to the admin screens.
export default { slug: 'import' };
