/** Which page has a type. Edges are on the page of their connection, through which alone they are reached. */
export const pageOfType = (name: string): string => (name.endsWith('Edge') ? name.replace(/Edge$/, 'Connection') : name);

/** From the root of the site. */
export function typePath(name: string, field?: string): string {
  const page = pageOfType(name);
  const anchor = field === undefined ? (page === name ? '' : name) : anchorOf(name, field);
  return `schema/${page}/${anchor === '' ? '' : `#${anchor}`}`;
}

export const anchorOf = (type: string, field: string): string => (pageOfType(type) === type ? field : `${type}.${field}`);
