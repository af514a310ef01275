import type { Quad } from 'n3';
import type { GraphReader } from '../graph-reader.js';
import {
  changesetStatements,
  claimStatements,
  entityStatements,
  observationStatements,
  redirectStatements,
  relationStatements,
} from './statements.js';

/** The statements of the whole graph, page by page, grouped by subject and kind of record. */
export async function* statementsOf(graph: GraphReader): AsyncGenerator<Quad[]> {
  for await (const page of graph.entities()) yield page.flatMap(entityStatements);
  for await (const page of graph.redirects()) yield page.flatMap(redirectStatements);
  for await (const page of graph.relations()) yield distinct(page.flatMap(relationStatements));
  for await (const page of graph.observations()) yield page.flatMap(observationStatements);
  for await (const page of graph.claims()) yield page.flatMap(claimStatements);
  for await (const page of graph.changesets()) yield page.flatMap(changesetStatements);
}

/** Somebody who held an office twice holds or held it: that is one statement. */
function distinct(quads: readonly Quad[]): Quad[] {
  return [...new Map(quads.map((quad) => [`${quad.subject.value} ${quad.predicate.value} ${quad.object.value}`, quad])).values()];
}
