/** What a plan reads of one item, and with it. */
import type { Label } from '../../model/model.js';
import type { Budget } from '../loaders/budget.js';
import type { CypherText } from '../query.js';
import { labelsOf, wholeOf, type Kind } from '../stored/projection.js';
import { entityOf, type Entity, type NodeRow, type Properties } from '../stored/rows.js';
import type { Block, Inside } from './block.js';

/** What asks for something that is read with an item. */
export interface Keyed {
  readonly key: object;
}

/** Something that is read with an item, in the same statement. */
export interface Read extends Keyed {
  /** The variable that its block begins at. */
  readonly at: CypherText;
  readonly block: Block;
  /** The nodes of the answer are counted. */
  readonly valueOf: (answer: unknown, budget: Budget) => unknown;
}

/** What is read of an entity. */
export interface EntityReads {
  /** The stored properties that are needed; undefined for all. */
  readonly properties: readonly string[] | undefined;
  readonly reads: readonly Read[];
}

const found = Symbol('what was read with an item');

interface Planned {
  [found]?: { readonly keys: readonly Keyed[]; readonly values: readonly unknown[] };
}

/** What was read with an item for a key; undefined where nothing was. There are few keys: a search takes less than a map would. */
export function readWith(item: unknown, key: object): unknown {
  const read = (item as Planned | null | undefined)?.[found];
  for (let index = 0; index < (read?.keys.length ?? 0); index++) if (read?.keys[index]?.key === key) return read.values[index];
  return undefined;
}

/** The blocks of what is read with an item. */
export const insideOf = (reads: readonly Read[]): Inside[] =>
  reads.map(({ at, block }, index) => ({ at, as: `read${index}`, block }));

/** The item, with values that were read with it, in the order of what asks for them. */
export function withValues<Item extends object>(item: Item, keys: readonly Keyed[], values: readonly unknown[]): Item {
  (item as Planned)[found] = { keys, values };
  return item;
}

/** The item of a row, with what was read with it. */
export const withReads = <Item extends object>(item: Item, reads: readonly Read[], row: object, budget: Budget): Item =>
  reads.length === 0
    ? item
    : withValues(
        item,
        reads,
        reads.map(({ valueOf }, index) => valueOf((row as Properties)[`read${index}`], budget)),
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
export const plannedEntity = (row: NodeRow, { reads }: EntityReads, budget: Budget): Entity =>
  withReads(entityOf(row), reads, row, budget);
