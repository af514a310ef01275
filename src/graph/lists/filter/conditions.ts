import type { Filter } from './filter.js';

/** The conditions of a filter that must all hold, a key each. */
export function conditionsOf(filter: Filter): Filter[] {
  return Object.entries(filter).flatMap(([key, value]) => {
    if (value == null) return [];
    return key === 'and' ? (value as Filter[]).flatMap(conditionsOf) : [{ [key]: value }];
  });
}
