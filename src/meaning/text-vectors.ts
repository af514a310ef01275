import { GraphError } from '../graph/errors.js';
import type { Embedder } from './embedder.js';
import type { EntityText } from './entity-texts.js';
import type { TextVector } from './vectors/vector-store.js';

/** Texts of one request: a question that comes meanwhile waits for it, on a server that answers one after another. */
const atOnce = 16;

/** Embeds the texts of entities. */
export class TextVectors {
  constructor(
    private readonly embedder: Embedder,
    /** Receives which text the model has no vector for, and why. */
    private readonly warn: (problem: string) => void,
    private readonly signal: AbortSignal,
  ) {}

  /** What the vectors depend on. */
  get kind(): string {
    return this.embedder.kind;
  }

  /** A vector of each text but those that the model refuses. `before` runs before each request. */
  async of(texts: readonly EntityText[], before: () => Promise<void>): Promise<TextVector[]> {
    const vectors: TextVector[] = [];
    for (let from = 0; from < texts.length; from += atOnce) {
      await before();
      vectors.push(...(await this.some(texts.slice(from, from + atOnce))));
    }
    return vectors;
  }

  private async some(texts: readonly EntityText[]): Promise<TextVector[]> {
    try {
      return await this.embedded(texts);
    } catch (error) {
      if (!(error instanceof GraphError) || error.code !== 'MODEL_FAILED') throw error;
      await this.embedder.embed(['policy'], this.signal); // throws where it fails whatever the text
      return await this.parts(texts, error);
    }
  }

  /** One text that a model cannot embed must not keep all others from theirs. */
  private async parts(texts: readonly EntityText[], failure: GraphError): Promise<TextVector[]> {
    const [first] = texts;
    if (texts.length > 1) {
      const middle = Math.ceil(texts.length / 2);
      return [...(await this.some(texts.slice(0, middle))), ...(await this.some(texts.slice(middle)))];
    }
    this.warn(`A text of ${first?.entity} is left out of search by meaning: ${failure.message}`);
    return [];
  }

  private async embedded(texts: readonly EntityText[]): Promise<TextVector[]> {
    const made = await this.embedder.embed(
      texts.map(({ text }) => text),
      this.signal,
    );
    return texts.map(({ entity, hash }, index) => ({ entity, hash, vector: made[index] as Float32Array }));
  }
}
