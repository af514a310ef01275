import type { GrafeoDB } from '@grafeo-db/js';
import type { Batch, NodeBatch, RelationBatch } from '../stored/contents.js';
import { keyed } from '../stored/indexes.js';

/** Fills an empty database by the engine's own bulk calls, which take a seventh of the time of statements. */
export async function fill(database: GrafeoDB, batches: AsyncIterable<Batch>): Promise<void> {
  const places = new Places();
  for await (const batch of batches)
    if ('nodes' in batch) await createNodes(database, batch, places);
    else await createRelations(database, batch, places);
}

/** The engine's own numbers of nodes, by their label and id. */
class Places {
  private readonly ofLabel = new Map<string, Map<unknown, number>>();

  add(label: string, id: unknown, number: number): void {
    const numbers = this.ofLabel.get(label) ?? new Map<unknown, number>();
    this.ofLabel.set(label, numbers.set(id, number));
  }

  of(label: string, id: string): number {
    const number = this.ofLabel.get(label)?.get(id);
    if (number === undefined) throw new Error(`There is no ${label} with the id ${JSON.stringify(id)}.`);
    return number;
  }
}

async function createNodes(database: GrafeoDB, { labels, nodes }: NodeBatch, places: Places): Promise<void> {
  const numbers = await database.batchCreateNodesWithProps([...labels], [...nodes]);
  for (const label of keyed.filter((each) => labels.includes(each)))
    for (const [index, number] of numbers.entries()) places.add(label, nodes[index]?.['id'], number);
}

async function createRelations(database: GrafeoDB, { type, from, to, relations }: RelationBatch, places: Places): Promise<void> {
  await database.batchCreateEdges(
    relations.map(({ source, target, properties }) => ({
      src: places.of(from, source),
      dst: places.of(to, target),
      type,
      properties,
    })),
  );
}
