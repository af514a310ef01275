import type { graphql } from '../api/graphql.ts';

export type RegionLevel = ReturnType<typeof graphql.scalar<'RegionLevel'>>;

/** From the widest to the narrowest. Blocs and single cities are in no hierarchy of their own. */
export const levels = [
  'WORLD',
  'CONTINENT',
  'SUBREGION',
  'COUNTRY',
  'PROVINCE',
  'PREFECTURE',
  'COUNTY',
] as const satisfies readonly RegionLevel[];

const all: readonly unknown[] = [...levels, 'BLOC', 'CITY'] satisfies readonly RegionLevel[];

export const isLevel = (value: unknown): value is RegionLevel => all.includes(value);
