import { mergedInto } from '../merged.js';
import { query } from '../query.js';
import { entityOf, type Entity, type NodeRow } from '../stored/rows.js';
import { grouped, type Ids, type Reader } from './reader.js';

const byId = query<{ ids: readonly string[] }, NodeRow>('entity/by-id');
const ancestors = query<{ ids: readonly string[] }, NodeRow & { origin: string }>('entity/ancestors');

export class EntityLoader {
  private readonly kept = new Map<string, Entity>();

  constructor(private readonly reader: Reader) {}

  /** Keeps an entity that a plan has read whole. */
  keep(entity: Entity): void {
    this.kept.set(entity.id, entity);
  }

  /** The entity with this id, or null. */
  byId(id: string): Promise<Entity | null> {
    const kept = this.kept.get(id);
    if (kept !== undefined) return Promise.resolve(kept);
    const fetch = async (ids: Ids['ids']) => {
      const entities = (await this.reader.readByIds(ids, byId)).map(entityOf);
      const found = new Map(entities.map((entity) => [entity.id, entity]));
      const missing = ids.filter((each) => !found.has(each));
      return missing.length === 0 ? found : new Map([...found, ...(await this.successors(missing))]);
    };
    return this.reader.batches.load<Entity | null>('entity', null, id, fetch, null);
  }

  /** The entities that took the place of those with these ids, when they were merged. */
  private async successors(ids: Ids['ids']): Promise<[string, Entity][]> {
    const winners = await mergedInto((statement) => this.reader.read(statement), ids);
    if (winners.size === 0) return [];
    const entities = (await this.reader.read(byId({ ids: [...new Set(winners.values())] }))).map(entityOf);
    const known = new Map(entities.map((entity) => [entity.id, entity]));
    return [...winners].flatMap(([id, into]) => (known.has(into) ? [[id, known.get(into) as Entity]] : []));
  }

  /** The entity with this id, or null, also where the graph did not have it yet at the instant as of which it is seen. */
  async known(id: string): Promise<Entity | null> {
    const entity = await this.byId(id);
    return (entity?.recordedAt ?? '') <= this.reader.asOf.knownAt ? entity : null;
  }

  /** The entities with these ids, in their order; unknown ones are left out. */
  async byIds(ids: readonly string[]): Promise<readonly Entity[]> {
    const entities = await Promise.all(ids.map((id) => this.byId(id)));
    return entities.filter((entity) => entity !== null);
  }

  /** What an entity is part of: its parent first, the widest last. */
  ancestors(id: string): Promise<readonly Entity[]> {
    const fetch = async (ids: Ids['ids']) =>
      grouped(await this.reader.read(ancestors({ ids })), ({ origin }) => origin, entityOf);
    return this.reader.batches.load('ancestors', null, id, fetch, []);
  }
}
