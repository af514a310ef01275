import { ChangeLog } from '../changesets/log.js';
import { GraphError } from '../graph/errors.js';
import type { Graph } from '../graph/port.js';

/** The graph behind the app; undefined until it has been opened and loaded. */
export interface Readiness {
  graph?: Graph;
  /** The log of the graph, made on first use. */
  log?: ChangeLog;
}

/** The error while the service starts or closes. */
export const unavailable = (closing: boolean) =>
  new GraphError('UNAVAILABLE', `${closing ? 'The service is closing' : 'The graph is being loaded'}; try again in a moment.`);

/** The graph. Throws UNAVAILABLE until it is loaded. */
export function loadedGraph({ graph }: Readiness): Graph {
  if (graph === undefined) throw unavailable(false);
  return graph;
}

/** The log of the graph: one for all requests. */
export function logOf(readiness: Readiness, onError: (error: unknown) => void): ChangeLog {
  readiness.log ??= new ChangeLog(loadedGraph(readiness), onError);
  return readiness.log;
}
