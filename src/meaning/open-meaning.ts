import type { Graph } from '../graph/port.js';
import { limits } from '../limits.js';
import { OpenAiEndpoint } from '../openai-endpoint/endpoint.js';
import type { EmbeddingsSettings } from '../settings/embeddings-settings.js';
import { Embedder } from './embedder.js';
import { Indexer } from './indexer.js';
import { Meaning } from './meaning.js';
import { FileVectors } from './vectors/file-vectors.js';
import { Neo4jVectors } from './vectors/neo4j-vectors.js';

export interface OpenedMeaning {
  readonly meaning: Meaning;
  readonly indexer: Indexer;
}

const { wait } = limits.meaning;

/** Of a request that embeds texts in the background, and of one that embeds a question. Bytes are enough for 64 vectors of 8,192 numbers. */
const bounds = {
  indexing: { time: 60_000, answer: 16_000_000, attempts: 3, pause: 1_000, concurrent: 1 },
  asking: { time: wait.value, answer: 500_000, attempts: 1, pause: 0, concurrent: 16 },
};

/** Search by meaning over a graph. `file` is where the vectors of an embedded graph are kept; undefined for memory alone. */
export function openMeaning(
  { url, model, key, prefixes }: EmbeddingsSettings,
  graph: () => Graph,
  engine: Graph['engine'],
  file: string | undefined,
  warn: (problem: string) => void,
): OpenedMeaning {
  const address = { url, key, name: 'embeddings endpoint', setting: 'POLICYGRAPH_EMBEDDINGS_URL' };
  const embedderOf = (use: keyof typeof bounds, prefix: string) =>
    new Embedder(new OpenAiEndpoint(address, bounds[use]), model, prefix);
  const store = engine === 'neo4j' ? new Neo4jVectors(graph) : new FileVectors(file, warn);
  const embedders = { texts: embedderOf('indexing', prefixes.text), questions: embedderOf('indexing', prefixes.query) };
  const indexer = new Indexer(graph, store, embedders, warn);
  return { indexer, meaning: new Meaning(store, embedderOf('asking', prefixes.query), warn, indexer) };
}
