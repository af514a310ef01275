/** Writes the records of a load in batches, each a changeset of a name that is the same in every run: what has landed is not written again. */
import { applyChangeset } from '../../changesets/apply.js';
import { emptyRequest, type ChangeRequest } from '../../changesets/change-request.js';
import { storedEntities } from '../../changesets/stored.js';
import { GraphError } from '../../graph/errors.js';
import { readerOf, type ReadWriteGraph } from '../../graph/port.js';
import { query } from '../../graph/query.js';
import type { FileIndex } from './file-index.js';
import { IdMap } from './id-map.js';
import { batchesOf, numbered, type Load, type Numbered } from './load.js';
import { noParts, type Parts, type SourceRecord } from './parts.js';
import { Counter } from './totals.js';

const shownChanges = 20;
const origin = query<{ ids: readonly string[] }, { id: string; origin: string }>('changeset/origins');

export class Writer {
  private readonly counter = new Counter(shownChanges);
  /** What a dry run has made of what many records name. */
  private readonly made = new IdMap();

  constructor(
    private readonly graph: ReadWriteGraph,
    private readonly load: Load,
    private readonly index: FileIndex,
    private readonly rejected: ReadonlySet<number>,
    /** How many records there are, the rejected ones included. */
    private readonly total: number,
  ) {}

  /** First what others speak of before it comes, then all in order. A dry run knows what is to come instead. */
  async write(): Promise<Counter> {
    const { entities, observations } = this.index.hasEarly;
    await this.writeDraft(`-once`, { ...noParts, entities: this.load.once });
    for (const { item } of this.load.once) this.made.add(item.id, 1);
    if (!this.load.dryRun) {
      if (entities) await this.writeAll('-ahead', (record) => this.earlyEntities(record));
      if (observations) await this.writeAll('-observations', (record) => ({ ...noParts, observations: record.observations }));
    }
    await this.writeAll('', (record) => record);
    return this.counter;
  }

  private earlyEntities({ entities, shared }: SourceRecord): Parts {
    const isEarly = ({ item }: Parts['entities'][number]) => this.index.isEarly(item.id);
    return { ...noParts, entities: entities.filter(isEarly), shared: shared.filter(isEarly) };
  }

  /** A batch is a range of records, whether they are rejected or not: it is the same in every run. */
  private async writeAll(phase: string, partsOf: (record: SourceRecord) => Parts): Promise<void> {
    let number = 0;
    const records = numbered(this.load, 'writing', this.total);
    for await (const batch of batchesOf(records, this.load.batch, this.load.batchItems)) {
      number += 1;
      const parts = batch.filter((each) => !this.rejected.has(each.number)).map((each) => partsOf(this.ownOf(each)));
      await this.writeDraft(`${phase}-${number}`, joined(parts));
    }
  }

  /** A record with the claims that it is to make. */
  private ownOf({ number, record }: Numbered): SourceRecord {
    return { ...record, claims: record.claims.filter((claim) => this.index.isMadeBy(number, claim)) };
  }

  private async writeDraft(end: string, parts: Parts): Promise<void> {
    this.load.signal?.throwIfAborted();
    if (
      [parts.entities, parts.shared, parts.claims, parts.observations, parts.redirects ?? []].every(({ length }) => length === 0)
    )
      return;
    const id = idOf(this.load, end);
    if (await hasLanded(this.graph, this.load, id)) {
      this.counter.batches += 1;
      this.counter.repeated += 1;
      return;
    }
    const draft = await this.draftOf(id, parts);
    const { dryRun } = this.load;
    this.counter.add(await applyChangeset(this.graph, draft, dryRun ? { dryRun, expected: this.index } : {}), draft);
  }

  private async draftOf(id: string, { entities, shared, claims, observations, redirects = [] }: Parts): Promise<ChangeRequest> {
    const own = new Set(entities.map(({ item }) => item.id));
    const missing = new Map(shared.filter(({ item }) => !own.has(item.id)).map((each) => [each.item.id, each]));
    if (missing.size > 0)
      for (const there of (await storedEntities(readerOf(this.graph), missing.keys())).keys()) missing.delete(there);
    if (this.load.dryRun) for (const each of missing.keys()) if (!this.made.add(each, 1)) missing.delete(each);
    return {
      ...emptyRequest,
      id,
      author: this.load.author,
      types: this.load.types,
      reason: `Import of ${this.load.files}`,
      origin: originOf(this.load),
      entities: [...entities, ...missing.values()],
      // one record is one claim: merged with those of other records, its id would depend on where batches end
      claims: claims.map(({ item, problem }) => ({ item: { ...item, isRecord: true as const }, problem })),
      observations,
      ...(redirects.length === 0 ? {} : { redirects }),
    };
  }
}

function joined(parts: readonly Parts[]): Parts {
  return {
    entities: parts.flatMap(({ entities }) => entities),
    shared: parts.flatMap(({ shared }) => shared),
    claims: parts.flatMap(({ claims }) => claims),
    observations: parts.flatMap(({ observations }) => observations),
    redirects: parts.flatMap(({ redirects = [] }) => redirects),
  };
}

const originOf = ({ files, fingerprint }: Load): string => `${files} (${fingerprint})`;

/** Throws a CONFLICT when an import of other files has used the name of this one. */
export async function checkImportName(graph: ReadWriteGraph, load: Load): Promise<void> {
  for (const end of ['-1', '-ahead-1', '-observations-1']) await hasLanded(graph, load, idOf(load, end));
}

const idOf = ({ name }: Load, end: string): string => `changeset:import-${name}${end}`;

async function hasLanded(graph: ReadWriteGraph, load: Load, id: string): Promise<boolean> {
  const [landed] = await graph.read(origin({ ids: [id] }));
  if (landed !== undefined && landed.origin !== originOf(load))
    throw new GraphError(
      'CONFLICT',
      `The name "${load.name}" belongs to another import, of ${landed.origin}: choose another --id, or omit it.`,
    );
  return landed !== undefined;
}
