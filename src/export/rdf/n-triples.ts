import { Writer } from 'n3';
import type { GraphReader } from '../graph-reader.js';
import { statementsOf } from './graph-statements.js';

/** N-Triples: a statement a line. */
export async function* nTriples(graph: GraphReader): AsyncGenerator<string> {
  const writer = new Writer({ format: 'N-Triples' });
  for await (const quads of statementsOf(graph)) yield writer.quadsToString(quads);
}
