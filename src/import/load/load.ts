/** Loads files into a graph in batches, each a changeset: checked first, then written, in memory that does not grow with the files. */
import { setImmediate as others } from 'node:timers/promises';
import { applyChangeset } from '../../changesets/apply.js';
import type { Known } from '../../changesets/checks.js';
import { emptyDraft, type Draft } from '../../changesets/draft.js';
import { ImportError, type Located, type Problem } from '../../changesets/problem.js';
import { storedEntities } from '../../changesets/stored.js';
import { GraphError } from '../../graph/errors.js';
import type { Label } from '../../graph/model.js';
import type { Graph } from '../../graph/port.js';
import { query } from '../../graph/query.js';
import { Checker } from './check.js';
import { FileIndex, type Numbered } from './file-index.js';
import { IdMap } from './id-map.js';
import { noParts, type Parts, type SourceRecord } from './parts.js';
import { ProblemList } from './problems.js';
import type { Rejects } from './rejects.js';
import { Counter } from './totals.js';

export interface Load {
  /** Its changesets are `changeset:import-<name>-<number>`. */
  readonly name: string;
  /** The same only for the same files, mapping and options. */
  readonly fingerprint: string;
  readonly files: string;
  /** Who its changesets say that wrote them. */
  readonly author: string;
  /** The types that the author may write; all where nothing is said. */
  readonly types?: readonly Label[] | undefined;
  /** Ends it between two batches: what has landed stays, and the next run goes on from there. */
  readonly signal?: AbortSignal | undefined;
  /** Entities that no record brings. */
  readonly once: readonly Located<Parts['entities'][number]['item']>[];
  /** Reads all records, in the same order each time. */
  readonly records: () => AsyncIterable<readonly SourceRecord[]>;
  readonly batch: number;
  readonly dryRun: boolean;
  /** Where to put what is wrong; undefined to write nothing when something is. */
  readonly rejects: Rejects | undefined;
  readonly keepGood: boolean;
  /** Told of each step and how many records it has read. */
  readonly progress: (step: string, records: number) => void;
}

export interface Outcome {
  readonly rows: number;
  readonly rejected: number;
  readonly problems: ProblemList;
  readonly notes: ProblemList;
  /** Undefined when nothing was to be written, because something is wrong. */
  readonly written: Counter | undefined;
}

/** Records that depend on rejected ones are rejected in turn, so often. */
const mostRounds = 20;
const shownChanges = 20;
const origins = query<{ ids: readonly string[] }, { id: string; origin: string }>('changeset/origins');

/** Throws an ImportError when a file cannot be read, and a CONFLICT when another import has this one's name. */
export async function loadFiles(graph: Graph, load: Load): Promise<Outcome> {
  const loading = new Loading(graph, load);
  await loading.mustBeThis();
  return loading.run();
}

class Loading {
  private readonly problems = new ProblemList();
  private readonly notes = new ProblemList();
  private readonly rejected = new Set<number>();
  /** What a dry run has made of what many records name. */
  private readonly made = new IdMap();
  private index = new FileIndex();

  constructor(
    private readonly graph: Graph,
    private readonly load: Load,
  ) {}

  async run(): Promise<Outcome> {
    const rows = await this.check();
    const { problems, notes, rejected } = this;
    const isRefused = rejected.size > 0 && !this.load.keepGood;
    const written = isRefused ? undefined : await this.write();
    return { rows, rejected: rejected.size, problems, notes, written };
  }

  /** A name that is taken by other files would be half theirs and half these. */
  async mustBeThis(): Promise<void> {
    const ids = ['-1', '-ahead-1', '-observations-1'].map((end) => `changeset:import-${this.load.name}${end}`);
    for (const { id } of await this.graph.read(origins({ ids }))) await this.hasLanded(id);
  }

  /** Checks all records; with those left out that others depend on, again, until no more are rejected. Gives how many there are. */
  private async check(): Promise<number> {
    for (let round = 1; round <= mostRounds; round += 1) {
      const before = this.rejected.size;
      this.index = await this.scanned();
      await this.checkRound(await Checker.of(this.graph, this.index), round);
      if (this.rejected.size === before || !this.load.keepGood) return this.index.records + before;
    }
    throw new ImportError([
      {
        file: this.load.files,
        value: undefined,
        message: `has records that depend on wrong ones more than ${mostRounds} deep: mend those that are listed, and import again`,
      },
    ]);
  }

  private async scanned(): Promise<FileIndex> {
    const index = new FileIndex();
    index.add({
      number: -1,
      record: { ...noParts, file: '', line: 0, raw: '', problems: [], notes: [], entities: this.load.once },
    });
    for await (const records of this.numbered('reading'))
      for (const each of records) if (!this.rejected.has(each.number)) index.add(each);
    index.records -= 1;
    return index;
  }

  private async checkRound(checker: Checker, round: number): Promise<void> {
    for await (const batch of batchesOf(this.numbered('checking'), 1_000)) {
      const records = batch.filter(({ number }) => !this.rejected.has(number));
      const found = await checker.problemsOf(records);
      for (const { number, record } of records) {
        const wrong = found.get(number);
        if (round === 1) this.notes.add(record.notes);
        if (wrong !== undefined) await this.reject(number, record, wrong);
      }
    }
  }

  private async reject(number: number, record: SourceRecord, wrong: readonly Problem[]): Promise<void> {
    this.rejected.add(number);
    this.problems.add(wrong);
    await this.load.rejects?.add(record, wrong);
  }

  /** First what others speak of before it comes, then all in order. A dry run knows what is to come instead. */
  private async write(): Promise<Counter> {
    const counter = new Counter(shownChanges);
    const { entities, observations } = this.index.hasEarly;
    await this.writeDraft(`-once`, { ...noParts, entities: this.load.once }, counter);
    for (const { item } of this.load.once) this.made.add(item.id, 1);
    if (!this.load.dryRun) {
      if (entities) await this.writeAll('-ahead', counter, (record) => this.earlyEntities(record));
      if (observations)
        await this.writeAll('-observations', counter, (record) => ({ ...noParts, observations: record.observations }));
    }
    await this.writeAll('', counter, (record) => record);
    return counter;
  }

  private earlyEntities({ entities, shared }: SourceRecord): Parts {
    const isEarly = ({ item }: Parts['entities'][number]) => this.index.isEarly(item.id);
    return { ...noParts, entities: entities.filter(isEarly), shared: shared.filter(isEarly) };
  }

  /** A batch is a range of records, whether they are rejected or not: it is the same in every run. */
  private async writeAll(phase: string, counter: Counter, partsOf: (record: SourceRecord) => Parts): Promise<void> {
    let number = 0;
    for await (const batch of batchesOf(this.numbered('writing'), this.load.batch)) {
      number += 1;
      const parts = batch.filter((each) => !this.rejected.has(each.number)).map((each) => partsOf(this.ownOf(each)));
      await this.writeDraft(`${phase}-${number}`, joined(parts), counter);
    }
  }

  /** A record with the claims that it is to make. */
  private ownOf({ number, record }: Numbered): SourceRecord {
    return { ...record, claims: record.claims.filter((claim) => this.index.isMadeBy(number, claim)) };
  }

  private async writeDraft(end: string, parts: Parts, counter: Counter): Promise<void> {
    this.load.signal?.throwIfAborted();
    if ([parts.entities, parts.shared, parts.claims, parts.observations].every(({ length }) => length === 0)) return;
    const id = `changeset:import-${this.load.name}${end}`;
    if (await this.hasLanded(id)) {
      counter.batches += 1;
      counter.repeated += 1;
      return;
    }
    const draft = await this.draftOf(id, parts);
    const { dryRun } = this.load;
    const known: Known = this.index;
    counter.add(await applyChangeset(this.graph, draft, dryRun ? { dryRun, expected: known } : {}), draft);
  }

  private async draftOf(id: string, { entities, shared, claims, observations }: Parts): Promise<Draft> {
    const own = new Set(entities.map(({ item }) => item.id));
    const missing = new Map(shared.filter(({ item }) => !own.has(item.id)).map((each) => [each.item.id, each]));
    if (missing.size > 0)
      for (const there of (await storedEntities({ run: (statement) => this.graph.read(statement) }, missing.keys())).keys())
        missing.delete(there);
    if (this.load.dryRun) for (const each of missing.keys()) if (!this.made.add(each, 1)) missing.delete(each);
    return {
      ...emptyDraft,
      id,
      author: this.load.author,
      types: this.load.types,
      reason: `Import of ${this.load.files}`,
      origin: this.origin,
      entities: [...entities, ...missing.values()],
      // one record is one claim: merged with those of other records, its id would depend on where batches end
      claims: claims.map(({ item, problem }) => ({ item: { ...item, isRecord: true as const }, problem })),
      observations,
    };
  }

  private get origin(): string {
    return `${this.load.files} (${this.load.fingerprint})`;
  }

  private async hasLanded(id: string): Promise<boolean> {
    const [landed] = await this.graph.read(origins({ ids: [id] }));
    if (landed !== undefined && landed.origin !== this.origin)
      throw new GraphError(
        'CONFLICT',
        `The name "${this.load.name}" is that of another import, of ${landed.origin}: give this one another --id, or leave --id out.`,
      );
    return landed !== undefined;
  }

  private async *numbered(step: string): AsyncGenerator<Numbered[]> {
    let number = 0;
    for await (const records of this.load.records()) {
      yield records.map((record) => ({ number: number++, record }));
      this.load.progress(step, number);
      await others(); // of a service that takes an import go on meanwhile
    }
  }
}

async function* batchesOf<T>(lists: AsyncIterable<readonly T[]>, size: number): AsyncGenerator<T[]> {
  let batch: T[] = [];
  for await (const list of lists)
    for (const item of list) {
      batch.push(item);
      if (batch.length < size) continue;
      yield batch;
      batch = [];
    }
  if (batch.length > 0) yield batch;
}

function joined(parts: readonly Parts[]): Parts {
  return {
    entities: parts.flatMap(({ entities }) => entities),
    shared: parts.flatMap(({ shared }) => shared),
    claims: parts.flatMap(({ claims }) => claims),
    observations: parts.flatMap(({ observations }) => observations),
  };
}
