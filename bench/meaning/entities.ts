import type { EmbeddedGraph } from '../../src/graph/embedded/embedded-graph.js';
import type { Neo4jGraph } from '../../src/graph/neo4j/neo4j-graph.js';
import { applyChangeset } from '../../src/changesets/apply.js';
import { emptyRequest, type RequestedEntity } from '../../src/changesets/change-request.js';
import { pick } from '../stores/random.js';

const atOnce = 5_000;
const words = ['trade', 'water', 'roads', 'schools', 'health', 'archives', 'forests', 'markets', 'ports', 'energy', 'housing'];

const policy = (number: number): RequestedEntity => ({
  id: `policy:g${number}`,
  names: [{ value: `Notice ${number} on ${pick(number, words)} and ${pick(number + 1, words)}`, lang: 'en' }],
});

/** Adds so many policies, which have names and nothing else. */
export async function addPolicies(graph: EmbeddedGraph | Neo4jGraph, count: number): Promise<void> {
  for (let from = 0; from < count; from += atOnce) {
    const entities = Array.from({ length: Math.min(atOnce, count - from) }, (_, index) => policy(from + index));
    const located = entities.map((item) => ({
      item,
      problem: (at: readonly unknown[], message: string) => ({ file: at.join('.'), value: undefined, message }),
    }));
    await applyChangeset(graph, {
      ...emptyRequest,
      id: `changeset:g${from}`,
      author: 'bench',
      reason: 'To measure',
      origin: 'bench',
      entities: located,
    });
  }
}
