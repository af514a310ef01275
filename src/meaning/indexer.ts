/** Keeps vectors of all entities, in the background: at first of all, then of what each changeset changes. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Graph } from '../graph/port.js';
import { changedBetween, entitiesIn, positionIn, type Position } from '../graph/search/entity-changes.js';
import { levelOf, type Background } from './background.js';
import type { Embedder } from './embedder.js';
import { entityTexts, predicates, textsOf, type EntityText } from './entity-texts.js';
import { everydayQuestions } from './everyday-questions.js';
import { TextVectors } from './text-vectors.js';
import type { VectorState, VectorStore } from './vectors/vector-store.js';

/** Entities that are read at once. */
const atOnce = 200;

/** Milliseconds between looks at the graph, and after a failure, twice as long after each further one. */
const waits = { changes: 1_000, failure: 2_000, longest: 60_000 };

/** The share of vectors that must be new before the background is measured again. */
const worthMeasuring = 0.1;

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
  /** Undefined until all entities have vectors of this model. */
  background: Background | undefined;
  private measured = 0;
  private everyday: Readonly<Record<keyof typeof everydayQuestions, readonly Float32Array[]>> | undefined;
  private readonly stopping = new AbortController();
  private running: Promise<void> | undefined;
  private readonly texts: TextVectors;

  constructor(
    private readonly graph: () => Pick<Graph, 'read'>,
    private readonly store: VectorStore,
    private readonly embedders: Readonly<Record<'texts' | 'questions', Embedder>>,
    private readonly warn: (problem: string) => void,
  ) {
    this.texts = new TextVectors(embedders.texts, warn, this.stopping.signal);
  }

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
    const isFollowed = isSame(state?.position, position);
    if (!isFollowed && !(await this.follow(position))) return;
    if (!isFollowed || this.background === undefined) await this.measure();
    this.progress = current;
  }

  /** False where another process is at it. */
  private async follow(position: Position): Promise<boolean> {
    this.progress = { ...this.progress, isCurrent: false };
    if (!(await this.store.mayWrite())) return false;
    const state = (await this.stateOfModel()) ?? (await this.begin()); // another process may have been at it until now
    if (isSame(state.position, position)) return true;
    const ids = await this.changed(state, position);
    for (let from = 0; from < ids.length; from += atOnce) {
      this.progress = { left: ids.length - from, failure: undefined, isCurrent: false };
      await this.index(ids.slice(from, from + atOnce));
    }
    await this.store.reached(position);
    return true;
  }

  /** Undefined where the store has no vectors, or those of another model. */
  private async stateOfModel(): Promise<VectorState | undefined> {
    const dimensions = await this.dimensions();
    const state = await this.store.state();
    if (state?.model === this.texts.kind && state.dimensions === dimensions) return state;
    this.background = undefined;
    return undefined;
  }

  /** Vectors of another model are dropped. */
  private async begin(): Promise<VectorState> {
    const state = { model: this.texts.kind, dimensions: await this.dimensions() };
    await this.store.begin(state.model, state.dimensions);
    return state;
  }

  /** Of the vectors of everyday questions, which are made once. */
  private async dimensions(): Promise<number> {
    const { signal } = this.stopping;
    const { questions } = this.embedders;
    this.everyday ??= {
      en: await questions.embed(everydayQuestions.en, signal),
      zh: await questions.embed(everydayQuestions.zh, signal),
    };
    return this.everyday.en[0]?.length ?? 0;
  }

  /** All where what has been embedded is not known to be whole. */
  private async changed({ model, dimensions, position: from }: VectorState, to: Position): Promise<readonly string[]> {
    const read = <Row>(statement: Parameters<Graph['read']>[0]) => this.graph().read(statement) as Promise<Row[]>;
    const changed = from && (await changedBetween(read, from, to));
    if (changed !== undefined) return changed;
    if (from !== undefined) await this.store.begin(model, dimensions); // of another graph
    const there = await entitiesIn(read);
    return [...new Set([...there, ...(await this.store.entities())])];
  }

  /** Texts that are the same as before keep their vectors. */
  private async index(ids: readonly string[]): Promise<void> {
    const rows = await this.graph().read(textsOf({ ids, predicates }));
    const known = await this.store.hashes(ids);
    const texts = new Map(rows.map((row) => [row.id, entityTexts(row)]));
    const changed = ids.filter((id) => !hasAll(known.get(id) ?? [], texts.get(id) ?? []));
    const vectors = await this.texts.of(
      changed.flatMap((id) => texts.get(id) ?? []),
      () => this.mustHold(),
    );
    if (vectors.some(({ vector }) => vector.length !== this.everyday?.en[0]?.length)) {
      this.everyday = undefined;
      throw new Error('The embeddings endpoint changed the length of its vectors: all are made again.');
    }
    if (changed.length > 0) await this.store.replace(changed, vectors);
  }

  /** Another process may have begun when this one was held up. */
  private async mustHold(): Promise<void> {
    if (!(await this.store.mayWrite())) throw new Error('Another process embeds the entities.');
  }

  /** What is near by accident depends on what there is. */
  private async measure(): Promise<void> {
    const size = await this.store.size();
    const isSimilar = Math.abs(size - this.measured) <= worthMeasuring * this.measured;
    if (this.everyday === undefined || (this.background !== undefined && isSimilar)) return;
    const likeness = async (direction: Float32Array) => (await this.store.nearest(direction, { limit: 1 }))[0]?.likeness ?? 0;
    const { en, zh } = this.everyday;
    this.background = { en: await levelOf(en, likeness), zh: await levelOf(zh, likeness) };
    this.measured = size;
  }
}

const isSame = (a: Position | undefined, b: Position): boolean =>
  a?.sequence === b.sequence && a.recordedAt === b.recordedAt && a.modelVersion === b.modelVersion;

const hasAll = (hashes: readonly string[], texts: readonly EntityText[]): boolean =>
  JSON.stringify(hashes) === JSON.stringify(texts.map(({ hash }) => hash).sort());
