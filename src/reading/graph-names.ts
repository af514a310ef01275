/** The names of a graph, read to find them in texts. */
import { GraphReader } from '../export/graph-reader.js';
import type { Graph } from '../graph/port.js';
import type { EntityRecord } from '../graph/stored/record-types.js';
import { entities as models } from '../model/model.js';
import { Lexicon, type NamedEntity } from './mentions/lexicon.js';

/** All names of a graph. Throws a GraphError. */
export async function lexiconOf(graph: Graph): Promise<Lexicon> {
  const reader = new GraphReader(graph);
  const places = new Places();
  for await (const page of reader.relations())
    for (const { type, from, to, validUntil } of page) if (type === 'PART_OF') places.add(from, to, validUntil !== undefined);
  const entities: NamedEntity[] = [];
  for await (const page of reader.entities()) for (const entity of page) entities.push(namedEntity(entity, places));
  return new Lexicon(entities);
}

/** What each entity is or was part of. */
export class Places {
  private readonly parents = new Map<string, Set<string>>();
  private readonly current = new Set<string>();

  add(part: string, whole: string, hasEnded: boolean): void {
    const parents = this.parents.get(part);
    if (parents === undefined) this.parents.set(part, new Set([whole]));
    else parents.add(whole);
    if (!hasEnded) this.current.add(part);
  }

  of(id: string): Pick<NamedEntity, 'parents' | 'isFormer'> {
    const parents = [...(this.parents.get(id) ?? [])];
    return { parents, isFormer: parents.length > 0 && !this.current.has(id) };
  }
}

/** What a lexicon keeps of an entity. */
export function namedEntity({ id, label, names, properties }: EntityRecord, places: Places): NamedEntity {
  const choices = Object.entries(models[label].properties).filter(([, { values }]) => values !== undefined);
  const kinds = choices.flatMap(([name]) => (typeof properties[name] === 'string' ? [properties[name]] : []));
  const unit = label === 'Indicator' && typeof properties['unit'] === 'string' ? { unit: properties['unit'] } : {};
  return { id, label, names, kinds, ...unit, ...places.of(id) };
}
