/** What a plan reads of one item, and with it. */
import type { Label } from '../../model/model.js';
import type { CypherText } from '../query.js';
import { labelsOf, wholeOf, type Kind } from '../stored/projection.js';
import { entityOf, type Entity, type NodeRow, type Properties } from '../stored/rows.js';
import type { Block, Inside } from './block.js';

/** Something that is read with an item, in the same statement. */
export interface Read {
  /** What asks for it. */
  readonly key: object;
  /** The variable that its block begins at. */
  readonly at: CypherText;
  readonly block: Block;
  readonly valueOf: (answer: unknown) => unknown;
}

/** What is read of an entity. */
export interface EntityReads {
  /** The stored properties that are needed; undefined for all. */
  readonly properties: readonly string[] | undefined;
  readonly reads: readonly Read[];
}

const values = Symbol('what was read with an item');

interface Planned {
  [values]?: ReadonlyMap<object, unknown>;
}

/** What was read with an item for a key; undefined where nothing was. */
export const readWith = (item: unknown, key: object): unknown => (item as Planned | null | undefined)?.[values]?.get(key);

/** The blocks of what is read with an item. */
export const insideOf = (reads: readonly Read[]): Inside[] =>
  reads.map(({ at, block }, index) => ({ at, as: `read${index}`, block }));

/** The item, with values that were read with it, by what asks for them. */
export function withValues<Item extends object>(item: Item, found: Iterable<readonly [object, unknown]>): Item {
  (item as Planned)[values] = new Map(found);
  return item;
}

/** The item of a row, with what was read with it. */
export const withReads = <Item extends object>(item: Item, reads: readonly Read[], row: object): Item =>
  reads.length === 0
    ? item
    : withValues(
        item,
        reads.map(({ key, valueOf }, index) => [key, valueOf((row as Properties)[`read${index}`])]),
      );

/** A map of the stored properties of a node or relationship: those that are needed, or all that records of its kind have. */
export const mapOf = (variable: string, kind: Kind, properties: readonly string[] | undefined): CypherText =>
  properties === undefined
    ? wholeOf(variable, kind)
    : (`${variable} {${properties.map((name) => `.${name}`).join(', ')}}` as CypherText);

/** The columns of an entity; of one label, its labels need not be read. */
export const entityItem = (
  { properties }: EntityReads,
  label: Label | 'Entity' = 'Entity',
): Readonly<Record<string, CypherText>> => ({
  node: mapOf('node', 'entity', properties && ['id', ...properties]),
  ...(label === 'Entity' ? { labels: labelsOf('node') } : {}),
});

/** The entity of a row, with what was read with it. */
export const plannedEntity = (row: NodeRow, { reads }: EntityReads): Entity => withReads(entityOf(row), reads, row);
