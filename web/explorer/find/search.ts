/** What the URL of the home page says: nothing, what is searched for, or a type whose entities are listed. */
import { entityTypes, type EntityTypeCode } from './types.ts';
import { viewSearch, type ViewSearch } from '../url/view-search.ts';

export interface FindSearch extends ViewSearch {
  readonly q?: string;
  readonly type?: EntityTypeCode;
  /** The cursor after which the page begins. */
  readonly after?: string;
}

/** Takes what is valid and leaves out the rest. Digits are read as a number by the router, and are a code here. */
export function findSearch(search: Record<string, unknown>): FindSearch {
  const { q, type, after } = search;
  const text = typeof q === 'string' || typeof q === 'number' ? String(q).trim() : '';
  return {
    ...viewSearch(search),
    ...(text === '' ? {} : { q: text }),
    ...(isType(type) ? { type } : {}),
    ...(typeof after === 'string' ? { after } : {}),
  };
}

const isType = (value: unknown): value is EntityTypeCode => entityTypes.some((type) => type === value);
