/** The names of a graph, read to find them in texts. */
import { ChangeLog, type Place } from '../changesets/log.js';
import type { Entry } from '../changesets/report.js';
import { GraphReader } from '../export/graph-reader.js';
import type { ReadableGraph } from '../graph/port.js';
import { cypher, query } from '../graph/query.js';
import { relationRecordOf, type StoredRelationRow } from '../graph/stored/record-reader.js';
import type { EntityRecord } from '../graph/stored/record-types.js';
import type { NodeRow } from '../graph/stored/rows.js';
import { entityRecordOf } from '../graph/stored/storage.js';
import { limits } from '../limits.js';
import { entities as models } from '../model/model.js';
import { Lexicon, type NamedEntity } from './mentions/lexicon.js';

type Ids = { readonly ids: readonly string[] };
type PartRow = Pick<StoredRelationRow, 'source' | 'target' | 'relation'>;

const entitiesById = query<Ids, NodeRow>('entity/by-id');
const relationsFrom = query<Ids, PartRow, 'types'>('export/relations');

/** All names of a graph. Throws a GraphError. */
export async function lexiconOf(graph: ReadableGraph): Promise<Lexicon> {
  const reader = new GraphReader(graph);
  const places = new Places();
  for await (const page of reader.relations())
    for (const { type, from, to, validUntil } of page) places.add(type, from, to, validUntil !== undefined);
  const entities: NamedEntity[] = [];
  for await (const page of reader.entities()) for (const entity of page) entities.push(namedEntity(entity, places));
  return new Lexicon(entities);
}

/** The names of a graph as they are now: read whole once, and then what changesets changed. */
export class GraphNames {
  private kept: { readonly lexicon: Lexicon; readonly place: Place } | undefined;
  private readonly log: ChangeLog;

  constructor(private readonly graph: ReadableGraph) {
    this.log = new ChangeLog(graph);
  }

  /** Throws a GraphError. */
  async now(): Promise<Lexicon> {
    const changed = this.kept && (await this.changedSince(this.kept.place));
    if (this.kept === undefined || changed === undefined) return this.all();
    const { lexicon } = this.kept;
    if (changed.ids.length > 0) await this.read(changed.ids, lexicon);
    this.kept = { lexicon, place: changed.place };
    return lexicon;
  }

  private async all(): Promise<Lexicon> {
    this.kept = undefined; // not both in memory
    const place = await this.log.end();
    const lexicon = await lexiconOf(this.graph);
    this.kept = { lexicon, place };
    return lexicon;
  }

  /** The entities whose names or places changed; undefined where they are too many, or another graph took the place of this one. */
  private async changedSince(since: Place): Promise<{ readonly ids: readonly string[]; readonly place: Place } | undefined> {
    const ids = new Set<string>();
    if ((await this.log.end()).sequence < since.sequence) return undefined;
    for (let place = since; ;) {
      const page = await this.log.after(place, most, changesNames);
      for (const entry of page.entries) ids.add(entry.kind.startsWith('RELATION') ? (entry.from ?? '') : entry.id);
      if (ids.size >= most) return undefined;
      place = page.place;
      if (page.atEnd) return { ids: [...ids], place };
    }
  }

  private async read(ids: readonly string[], lexicon: Lexicon): Promise<void> {
    const [rows, parts, bodies] = await Promise.all([
      this.graph.read(entitiesById({ ids })),
      this.graph.read(relationsFrom({ ids }, { types: cypher`PART_OF` })),
      this.graph.read(relationsFrom({ ids }, { types: cypher`NATIONAL_OF` })),
    ]);
    const places = new Places();
    const relations = [
      ...parts.map((row) => relationRecordOf('PART_OF', row)),
      ...bodies.map((row) => relationRecordOf('NATIONAL_OF', row)),
    ];
    for (const { type, from, to, validUntil } of relations) places.add(type, from, to, validUntil !== undefined);
    for (const id of ids) lexicon.remove(id);
    for (const row of rows) lexicon.replace(namedEntity(entityRecordOf(row), places));
  }
}

const most = limits.reading.changed.value;

const changesNames = ({ kind, type }: Entry): boolean =>
  kind.startsWith('ENTITY') || (kind.startsWith('RELATION') && (type === 'PART_OF' || type === 'NATIONAL_OF'));

/** What each entity is or was part of, and the countries whose national body it is. */
export class Places {
  private readonly countries = new Map<string, string[]>();
  private readonly parents = new Map<string, Set<string>>();
  private readonly current = new Set<string>();

  /** Relations of other types say nothing of places. */
  add(type: string, part: string, whole: string, hasEnded: boolean): void {
    if (type === 'NATIONAL_OF') this.countries.set(part, [...(this.countries.get(part) ?? []), whole]);
    if (type !== 'PART_OF') return;
    const parents = this.parents.get(part);
    if (parents === undefined) this.parents.set(part, new Set([whole]));
    else parents.add(whole);
    if (!hasEnded) this.current.add(part);
  }

  of(id: string): Pick<NamedEntity, 'parents' | 'isFormer' | 'countries'> {
    const parents = [...(this.parents.get(id) ?? [])];
    return { parents, isFormer: parents.length > 0 && !this.current.has(id), countries: this.countries.get(id) ?? [] };
  }
}

/** What a lexicon keeps of an entity. */
export function namedEntity({ id, label, names, properties }: EntityRecord, places: Places): NamedEntity {
  const choices = Object.entries(models[label].properties).filter(([, { values }]) => values !== undefined);
  const kinds = choices.flatMap(([name]) => (typeof properties[name] === 'string' ? [properties[name]] : []));
  const unit = label === 'Indicator' && typeof properties['unit'] === 'string' ? { unit: properties['unit'] } : {};
  return { id, label, names, kinds, ...unit, ...places.of(id) };
}
