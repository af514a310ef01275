/** Where plans begin: at one entity, or at all entities of a label. What an operation plans at once is one statement. */
import DataLoader from 'dataloader';
import { pageSlots } from '../lists/order.js';
import { pageOf, type Page } from '../lists/page.js';
import { atPage, type KeyedRow, type WholeList } from '../loaders/list-loader.js';
import type { Reader } from '../loaders/reader.js';
import { block, cypher, nameOf } from '../query.js';
import type { Entity } from '../stored/rows.js';
import { answerName, compose, type Block, type BlockSlot } from './block.js';
import { entityItem, insideOf, plannedEntity, type EntityReads } from './reads.js';

const entity = block<BlockSlot>('block/entity');
type ListSlot = 'start' | 'filter' | 'measure' | 'key' | 'after' | 'order' | 'inside' | 'result';
const ofHub = block<ListSlot | 'pattern' | 'label' | 'index' | 'indexed' | 'reached'>('list/page-of-hub');
const list = block<ListSlot>('list/page');

export class PlanLoader {
  private readonly blocks = new DataLoader((blocks: readonly Block[]) => this.read(blocks), { cache: false });

  constructor(private readonly reader: Reader) {}

  /** The entity with an id, with what is read of it; undefined where no entity has the id now. */
  async entity(id: string, reads: EntityReads): Promise<Entity | undefined> {
    const [row] = await this.blocks.load({
      text: entity,
      parameters: { id },
      item: entityItem(reads),
      inside: insideOf(reads.reads),
    });
    return row === undefined ? undefined : plannedEntity(row, reads, this.reader.budget);
  }

  /** The page of a list of entities, with what is read of each. */
  async page(all: WholeList, reads: EntityReads): Promise<Page<Entity>> {
    const { slots, values, keyset, cursorOf, listed, hub } = await atPage(this.reader, all);
    const byIndex = this.reader.hasOrderedIndexes ? hub : undefined;
    const paged = { ...slots, ...pageSlots(keyset) };
    const rows = await this.blocks.load({
      text: ({ inside, item, name }) => {
        const own = { inside, result: cypher`collect(${item}) AS ${name}` };
        return byIndex === undefined
          ? list({ ...paged, ...own })
          : ofHub({ ...paged, ...byIndex, ...own, label: nameOf(listed) });
      },
      parameters: { ...values, ...keyset.parameters, ...byIndex?.parameters },
      item: { ...entityItem(reads), key: cypher`key` },
      inside: insideOf(reads.reads),
    });
    return pageOf(rows, keyset, cursorOf, (row) => plannedEntity(row, reads, this.reader.budget));
  }

  private async read(blocks: readonly Block[]): Promise<(readonly KeyedRow[])[]> {
    const [row] = await this.reader.read(compose(blocks));
    return blocks.map((_, index) => (row?.[answerName(index)] ?? []) as readonly KeyedRow[]);
  }
}
