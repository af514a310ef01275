/** Search by meaning: what a question is near to, whatever its words. */
import { LRUCache } from 'lru-cache';
import { GraphError } from '../graph/errors.js';
import { limits } from '../limits.js';
import { aimOf, rounding } from './background.js';
import type { Embedder } from './embedder.js';
import { languageOf } from './everyday-questions.js';
import type { Indexer } from './indexer.js';
import type { Nearest, Scope, VectorStore } from './vectors/vector-store.js';

/** How near an entity must be, as a share of the nearest one. */
const share = 0.7;

const longestPause = 60_000;

export class Meaning {
  private readonly vectors = new LRUCache<string, Float32Array>({ max: limits.meaning.questions.value });

  constructor(
    private readonly store: VectorStore,
    private readonly embedder: Embedder,
    private readonly warn: (problem: string) => void,
    private readonly indexer: Pick<Indexer, 'progress' | 'background'>,
  ) {}

  /** When the endpoint may be asked again after a failure: searches do not all wait for one that is down. */
  private askableFrom = 0;

  /** Entities that are yet to be looked at. */
  get left(): number {
    return this.indexer.progress.left;
  }

  /** The entities that a question is nearest to; undefined where the endpoint, or the store, does not answer in time, and until all entities have vectors. */
  async nearest(question: string, scope: Omit<Scope, 'limit'>, signal?: AbortSignal): Promise<readonly Nearest[] | undefined> {
    const level = this.indexer.background?.[languageOf(question)];
    if (level === undefined) return undefined;
    try {
      const vector = await this.vectorOf(question.trim(), level.mean.length, signal);
      const aim = vector && aimOf(vector, level.mean);
      if (aim === undefined) return vector && [];
      const found = await this.store.nearest(aim.direction, { ...scope, limit: limits.meaning.found.value }, signal);
      const least = Math.max(level.least / aim.length, share * (found[0]?.likeness ?? 0));
      return found.filter(({ likeness }) => likeness > rounding && likeness >= least);
    } catch (error) {
      signal?.throwIfAborted();
      this.warn((error as Error).message);
      return undefined;
    }
  }

  /** Undefined where it is not known, and the endpoint failed a moment ago. */
  private async vectorOf(text: string, dimensions: number, signal: AbortSignal | undefined): Promise<Float32Array | undefined> {
    const known = this.vectors.get(text);
    if (known?.length === dimensions) return known;
    if (performance.now() < this.askableFrom) return undefined;
    const vector = await this.embedded(text, dimensions, signal);
    this.vectors.set(text, vector);
    return vector;
  }

  private async embedded(text: string, dimensions: number, signal: AbortSignal | undefined): Promise<Float32Array> {
    const deadline = AbortSignal.timeout(limits.meaning.wait.value);
    const ended = signal === undefined ? deadline : AbortSignal.any([deadline, signal]);
    try {
      const [vector = new Float32Array()] = await this.embedder.embed([text], ended);
      if (vector.length !== dimensions) throw new Error(lengthProblem(vector.length, dimensions));
      return vector;
    } catch (error) {
      if (signal?.aborted !== true) this.askableFrom = performance.now() + pauseAfter(error);
      throw error;
    }
  }
}

const lengthProblem = (given: number, dimensions: number): string =>
  `The embeddings endpoint gave ${given} numbers for a question, and ${dimensions} for each text.`;

/** Milliseconds in which the endpoint is not asked: a `Retry-After` counts up to a minute. */
function pauseAfter(error: unknown): number {
  const { retryAfter } = error instanceof GraphError ? error.details : {};
  const requested = typeof retryAfter === 'number' ? 1_000 * retryAfter : 0;
  return Math.max(limits.meaning.pause.value, Math.min(longestPause, requested));
}
