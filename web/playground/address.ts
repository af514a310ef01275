/** The operation in the page's address: `?query=…&variables=…`, or behind # where it is too long for a server. */
export interface LinkedOperation {
  readonly query: string;
  readonly variables?: string;
}

export function linkedOperation({ search, hash }: Pick<Location, 'search' | 'hash'>): LinkedOperation | undefined {
  for (const text of [search, hash]) {
    const parameters = new URLSearchParams(text.slice(1));
    const [query, variables] = [parameters.get('query'), parameters.get('variables')];
    if (query) return { query, ...(variables ? { variables } : {}) };
  }
  return undefined;
}
