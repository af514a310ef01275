/** Search by meaning: what a question is near to, whatever its words. */
import { LRUCache } from 'lru-cache';
import type { GraphError } from '../graph/errors.js';
import { limits } from '../limits.js';
import type { Embedder } from './embedder.js';
import type { Nearest, Scope, VectorStore } from './vectors/vector-store.js';

/** How far below the likest entity one may be. */
const margin = 0.2;

/** Below this cosine nothing is alike, by any model in use. */
const leastLikeness = 0.2;

export class Meaning {
  private readonly vectors = new LRUCache<string, Float32Array>({ max: limits.meaning.questions.value });

  constructor(
    private readonly store: VectorStore,
    private readonly embedder: Embedder,
    private readonly warn: (problem: string) => void,
    private readonly leftOf: () => number,
  ) {}

  /** When the endpoint may be asked again after a failure: searches do not all wait for one that is down. */
  private askableFrom = 0;

  /** Entities that are yet to be looked at. */
  get left(): number {
    return this.leftOf();
  }

  /** The entities that a question is nearest to; undefined where the endpoint, or the store, does not answer in time. */
  async nearest(question: string, scope: Omit<Scope, 'limit'>, signal?: AbortSignal): Promise<Nearest[] | undefined> {
    try {
      const vector = await this.vectorOf(question, signal);
      const found = await this.store.nearest(vector, { ...scope, limit: limits.meaning.found.value }, signal);
      const best = found[0]?.likeness ?? 0;
      return found.filter(({ likeness }) => likeness >= Math.max(leastLikeness, best - margin));
    } catch (error) {
      signal?.throwIfAborted();
      this.warn((error as GraphError).message);
      return undefined;
    }
  }

  private async vectorOf(question: string, signal: AbortSignal | undefined): Promise<Float32Array> {
    const text = question.trim();
    const known = this.vectors.get(text);
    if (known !== undefined) return known;
    const [vector = new Float32Array()] = await this.embedded(text, signal);
    const state = await this.store.state();
    if (state?.dimensions !== vector.length) throw new Error('No entities are embedded by this model yet.');
    this.vectors.set(text, vector);
    return vector;
  }

  private async embedded(text: string, signal: AbortSignal | undefined): Promise<Float32Array[]> {
    if (performance.now() < this.askableFrom)
      throw new Error('The embeddings endpoint failed a moment ago, and is not asked yet.');
    const deadline = AbortSignal.timeout(limits.meaning.wait.value);
    try {
      return await this.embedder.embed([text], signal === undefined ? deadline : AbortSignal.any([deadline, signal]));
    } catch (error) {
      if (signal?.aborted !== true) this.askableFrom = performance.now() + limits.meaning.pause.value;
      throw error;
    }
  }
}
