/** Keeps vectors of all entities, in the background: at first of all, then of what each changeset changes. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Graph } from '../graph/port.js';
import { changedBetween, entitiesIn, positionIn, type Position } from '../graph/search/entity-changes.js';
import type { Embedder } from './embedder.js';
import { entityTexts, predicates, textsOf, type EntityText } from './entity-texts.js';
import type { TextVector, VectorState, VectorStore } from './vectors/vector-store.js';

/** Entities that are read, and texts that are embedded, at once. */
const atOnce = { entities: 200, texts: 64 };

/** Milliseconds between looks at the graph, and after a failure, twice as long after each further one. */
const waits = { changes: 1_000, failure: 2_000, longest: 60_000 };

/** What is known of the work. */
export interface Progress {
  /** Entities that still have to be looked at. */
  readonly left: number;
  /** Why it waits. */
  readonly failure: string | undefined;
  /** Whether all entities had their vectors when the graph was last looked at. */
  readonly isCurrent: boolean;
}

const current: Progress = { left: 0, failure: undefined, isCurrent: true };

export class Indexer {
  progress: Progress = { left: 0, failure: undefined, isCurrent: false };
  private readonly stopping = new AbortController();
  private running: Promise<void> | undefined;
  private dimensions: number | undefined;

  constructor(
    private readonly graph: () => Pick<Graph, 'read'>,
    private readonly store: VectorStore,
    private readonly embedder: Embedder,
    private readonly warn: (problem: string) => void,
  ) {}

  start(): void {
    this.running ??= this.run();
  }

  /** Ends after the work in progress. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
    await this.store.close();
  }

  private async run(): Promise<void> {
    const { signal } = this.stopping;
    for (let failures = 0; !signal.aborted;) {
      try {
        await this.catchUp();
        failures = 0;
      } catch (error) {
        if (signal.aborted) return;
        this.failed((error as Error).message);
        failures++;
      }
      const wait = failures === 0 ? waits.changes : Math.min(waits.longest, waits.failure * 2 ** (failures - 1));
      await pause(wait, undefined, { signal, ref: false }).catch(() => undefined);
    }
  }

  /** Says the same once. */
  private failed(failure: string): void {
    if (failure !== this.progress.failure) this.warn(failure);
    this.progress = { ...this.progress, failure };
  }

  /** Embeds what changed since the last time. */
  private async catchUp(): Promise<void> {
    const position = await positionIn((statement) => this.graph().read(statement));
    if (position === undefined) return;
    const state = await this.stateOfModel();
    if (isSame(state.position, position)) return void (this.progress = current);
    const ids = await this.changed(state, position);
    for (let from = 0; from < ids.length; from += atOnce.entities) {
      this.progress = { left: ids.length - from, failure: undefined, isCurrent: false };
      await this.index(ids.slice(from, from + atOnce.entities));
    }
    await this.store.reached(position);
    this.progress = current;
  }

  /** Vectors of another model are dropped. */
  private async stateOfModel(): Promise<VectorState> {
    const { model } = this.embedder;
    const state = await this.store.state();
    if (state?.model === model && this.dimensions === state.dimensions) return state;
    this.dimensions = (await this.embedder.embed(['policy'], this.stopping.signal))[0]?.length ?? 0;
    if (state?.model === model && this.dimensions === state.dimensions) return state;
    await this.store.begin(model, this.dimensions);
    return { model, dimensions: this.dimensions };
  }

  private async changed({ model, dimensions, position: from }: VectorState, to: Position): Promise<readonly string[]> {
    const read = <Row>(statement: Parameters<Graph['read']>[0]) => this.graph().read(statement) as Promise<Row[]>;
    const changed = from && (await changedBetween(read, from, to));
    if (changed !== undefined) return changed;
    if (from !== undefined) await this.store.begin(model, dimensions); // of another graph
    return entitiesIn(read);
  }

  /** Texts that are the same as before keep their vectors. */
  private async index(ids: readonly string[]): Promise<void> {
    const rows = await this.graph().read(textsOf({ ids, predicates }));
    const known = await this.store.hashes(ids);
    const texts = new Map(rows.map((row) => [row.id, entityTexts(row)]));
    const changed = ids.filter((id) => !hasAll(known.get(id) ?? [], texts.get(id) ?? []));
    const vectors = await this.vectorsOf(changed.flatMap((id) => texts.get(id) ?? []));
    if (changed.length > 0) await this.store.replace(changed, vectors);
  }

  private async vectorsOf(texts: readonly EntityText[]): Promise<TextVector[]> {
    const vectors: TextVector[] = [];
    for (let from = 0; from < texts.length; from += atOnce.texts) {
      const some = texts.slice(from, from + atOnce.texts);
      const made = await this.embedder.embed(
        some.map(({ text }) => text),
        this.stopping.signal,
      );
      if (made.some(({ length }) => length !== this.dimensions))
        throw new Error('The embeddings endpoint changed the length of its vectors.');
      vectors.push(...some.map(({ entity, hash }, index) => ({ entity, hash, vector: made[index] as Float32Array })));
    }
    return vectors;
  }
}

const isSame = (a: Position | undefined, b: Position): boolean =>
  a?.sequence === b.sequence && a.recordedAt === b.recordedAt && a.modelVersion === b.modelVersion;

const hasAll = (hashes: readonly string[], texts: readonly EntityText[]): boolean =>
  JSON.stringify(hashes) === JSON.stringify(texts.map(({ hash }) => hash).sort());
