/** How far a question about a region reaches: to what it lies in, to what lies in it, or both. */
import { holds } from './as-of.js';
import { maxDepth } from './filter.js';
import type { Fragment } from './query.js';

export type Reach = 'INHERITED' | 'CONTAINED' | 'ANY' | 'PARTS';

const along = (path: string): string =>
  `MATCH path = ${path} WHERE all(step IN relationships(path) WHERE ${holds('step')}) RETURN DISTINCT origin`;
const outwards = (least: number): string => along(`(whole)-[:PART_OF*${least}..${maxDepth}]->(origin:Entity)`);
const inwards = (least: number): string => along(`(whole)<-[:PART_OF*${least}..${maxDepth}]-(origin:Entity)`);

/** The body of a subquery that gives every `origin` within reach of `whole`, each once. PARTS is the whole and all that is part of it. */
export const reaches: Readonly<Record<Reach, Fragment>> = {
  INHERITED: outwards(1) as Fragment,
  CONTAINED: inwards(1) as Fragment,
  ANY: `${outwards(0)} UNION ${inwards(1)}` as Fragment,
  PARTS: inwards(0) as Fragment,
};
