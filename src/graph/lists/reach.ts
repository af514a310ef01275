/** How far a question reaches: to what a region lies in, to what lies in it, or to what a sector or product includes. */
import { holds } from '../time/as-of.js';
import type { CypherText } from '../query.js';

export type Reach = 'INHERITED' | 'CONTAINED' | 'ANY' | 'PARTS' | 'INCLUDED';

/** How deep a hierarchy of regions, agencies or organizations may be. */
export const maxDepth = 8;

/** Of two digits, so that distances compare as text too. Contained regions sort after all regions that contain them, at any distance. */
const [outside, inside] = [10, 10 + maxDepth];

const along = (path: string, distance: string): string =>
  `MATCH path = ${path} WHERE all(step IN relationships(path) WHERE ${holds('step')}) RETURN origin, min(${distance}) AS distance`;
const outwards = (least: number): string =>
  along(`(whole)-[:PART_OF*${least}..${maxDepth}]->(origin:Entity)`, `length(path) + ${outside}`);
const inwards = (least: number): string =>
  along(`(whole)<-[:PART_OF*${least}..${maxDepth}]-(origin:Entity)`, `length(path) + ${inside}`);

/**
 * The body of a subquery that gives every `origin` within reach of `whole`, each once, with its `distance`, a number of two digits: the whole itself before what it lies in,
 * that before what lies in it, and the nearest of these first. PARTS is the whole and all that is part of it, INCLUDED the whole and all that it includes.
 */
export const reaches: Readonly<Record<Reach, CypherText>> = {
  INHERITED: outwards(1) as CypherText,
  CONTAINED: inwards(1) as CypherText,
  ANY: `${outwards(0)} UNION ${inwards(1)}` as CypherText,
  PARTS: inwards(0) as CypherText,
  INCLUDED: along(`(whole)-[:INCLUDES*0..${maxDepth}]->(origin:Entity)`, `length(path) + ${inside}`) as CypherText,
};
