import type { introspection } from '../api/schema.d.ts';

export type EntityTypeCode = introspection['types']['EntityType']['enumValues'];

/** In the order in which readers look for them. */
export const entityTypes = [
  'POLICY',
  'PROGRAM',
  'AGENCY',
  'ORGANIZATION',
  'PERSON',
  'REGION',
  'INDICATOR',
  'PRODUCT',
  'SECTOR',
  'EVENT',
  'TOPIC',
  'DOCUMENT',
] as const satisfies readonly EntityTypeCode[];
