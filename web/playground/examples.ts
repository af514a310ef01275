const queries = import.meta.glob<string>('./examples/*.graphql', { query: '?raw', import: 'default', eager: true });
const variables = import.meta.glob<string>('./examples/*.variables.json', { query: '?raw', import: 'default', eager: true });

/** The tabs that a first visit opens with, in the order of the files' numbers. */
export const examples = Object.entries(queries)
  .sort()
  .map(([path, query]) => ({ query, variables: variables[path.replace('.graphql', '.variables.json')] ?? null }));
