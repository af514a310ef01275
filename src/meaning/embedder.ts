import { GraphError } from '../graph/errors.js';
import type { OpenAiEndpoint } from '../openai-endpoint/endpoint.js';

/** More than any model has. */
const mostDimensions = 8_192;

/** Makes vectors of texts by a model of the operator's. */
export class Embedder {
  constructor(
    private readonly endpoint: OpenAiEndpoint,
    private readonly model: string,
    /** What the model wants before each text. */
    private readonly prefix: string,
  ) {}

  /** What its vectors depend on. */
  get kind(): string {
    return this.prefix === '' ? this.model : `${this.model} after ${JSON.stringify(this.prefix)}`;
  }

  /**
   * A vector of length 1 for each text, in their order, all of one number of dimensions. Throws what the endpoint throws, and MODEL_FAILED for an answer
   * that is not this.
   */
  async embed(texts: readonly string[], signal: AbortSignal): Promise<Float32Array[]> {
    const input = texts.map((text) => this.prefix + text);
    const answer = await this.endpoint.post('embeddings', { model: this.model, input, encoding_format: 'float' }, signal);
    const rows = rowsOf(answer);
    if (rows?.length !== input.length) throw failed(`gave ${rows?.length ?? 'no'} vectors for ${input.length} texts`);
    const vectors = rows.map(unitVector);
    if (vectors.some((vector) => vector.length !== vectors[0]?.length)) throw failed('gave vectors of several lengths');
    return vectors;
  }
}

const failed = (problem: string) => new GraphError('MODEL_FAILED', `The embeddings endpoint ${problem}.`);

/** The vectors of an answer, in the order of the texts: by their `index`, or as they came where they have none. */
function rowsOf(answer: unknown): readonly unknown[] | undefined {
  const { data } = Object(answer) as { readonly data?: unknown };
  if (!Array.isArray(data)) return undefined;
  const rows = (data as readonly unknown[]).map(
    (row) => Object(row) as { readonly index?: unknown; readonly embedding?: unknown },
  );
  if (rows.every(({ index }) => index === undefined)) return rows.map(({ embedding }) => embedding);
  const byIndex = new Map(rows.map(({ index, embedding }) => [index, embedding]));
  return byIndex.size === rows.length ? rows.map((_, index) => byIndex.get(index)) : undefined;
}

function unitVector(row: unknown): Float32Array {
  const isVector = Array.isArray(row) && row.length > 0 && row.length <= mostDimensions && row.every(Number.isFinite);
  const length = isVector ? Math.hypot(...(row as number[])) : 0;
  if (!(length > 0) || !Number.isFinite(length)) throw failed('gave something that is no vector of numbers');
  return Float32Array.from(row as number[], (value) => value / length);
}
