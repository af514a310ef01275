import { InMemoryCache } from '@apollo/client';
import { relayStylePagination } from '@apollo/client/utilities';

/** Arguments that say which page of a list, and not which list. */
const paging = new Set(['first', 'after', 'last', 'before']);

/** Joins the pages of a list. Lists with other arguments, such as a filter or a day, are other lists. */
const pages = () => relayStylePagination((args) => Object.keys(args ?? {}).filter((name) => !paging.has(name)));

/** Stores each object under its key: its id, and the day of the view if it is not today. See docs/normalising-clients.md. */
export const cache = (possibleTypes: Record<string, string[]>) =>
  new InMemoryCache({
    possibleTypes,
    dataIdFromObject: ({ __typename, key }) => (typeof key === 'string' ? `${__typename}:${key}` : undefined),
    typePolicies: { Program: { fields: { regions: pages() } } }, // the lists that the app pages
  });
