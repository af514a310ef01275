import neo4j from 'neo4j-driver';

/** The driver sends every JavaScript number as a float; LIMIT and whole numbers want integers. */
export function integers(value: unknown): unknown {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? neo4j.int(value) : value;
  if (Array.isArray(value)) return value.map(integers);
  if (value !== null && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, integers(item)]));
  return value;
}
