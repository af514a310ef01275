/** Where a plan begins: at one entity, or at all entities of a label. */
import { block, cypher } from '../query.js';
import { pageSlots } from '../lists/order.js';
import { pageOf, type Page } from '../lists/page.js';
import { atPage, type KeyedRow, type WholeList } from '../loaders/list-loader.js';
import type { Reader } from '../loaders/reader.js';
import type { Entity } from '../stored/rows.js';
import { compose, type BlockSlot } from './block.js';
import { entityItem, insideOf, plannedEntity, type EntityReads } from './reads.js';

const entity = block<BlockSlot>('block/entity');
const page = block<'start' | 'filter' | 'measure' | 'key' | 'after' | 'order' | 'inside' | 'columns'>('list/page');

/** The entity with an id, with what is read of it; undefined where no entity has the id now. */
export async function readEntity(reader: Reader, id: string, reads: EntityReads): Promise<Entity | undefined> {
  const plan = { text: entity, parameters: { id }, item: entityItem(reads), inside: insideOf(reads.reads) };
  const [row] = await reader.read(compose<KeyedRow>('plan/entity', plan));
  return row === undefined ? undefined : plannedEntity(row.answer, reads);
}

/** The page of a list of entities, with what is read of each. */
export async function readList(reader: Reader, list: WholeList, reads: EntityReads): Promise<Page<Entity>> {
  const { slots, values, keyset, cursorOf } = await atPage(reader, list);
  const rows = await reader.read(
    compose<KeyedRow>('plan/list', {
      text: ({ inside, item, name }) => page({ ...slots, ...pageSlots(keyset), inside, columns: cypher`${item} AS ${name}` }),
      parameters: { ...values, ...keyset.parameters },
      item: { ...entityItem(reads), key: cypher`key` },
      inside: insideOf(reads.reads),
    }),
  );
  return pageOf(
    rows.map(({ answer }) => answer),
    keyset,
    cursorOf,
    (row) => plannedEntity(row, reads),
  );
}
