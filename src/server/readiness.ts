import { ChangeLog } from '../changesets/log.js';
import { GraphError } from '../graph/errors.js';
import type { Graph } from '../graph/port.js';
import { WatchedGraph } from '../graph/watched-graph.js';
import type { Setup } from './setup/setup.js';

/** The graph behind the app; undefined until it has been opened and loaded. */
export interface Readiness {
  graph?: Graph;
  /** Why it could not be opened so far. */
  failure?: GraphError;
  /** The graph as soon as it is open, while it is being loaded too. */
  opened?: Graph;
  /** Whether the service is about to end. */
  isClosing?: boolean;
  /** The same graph, whose writes are noticed; made on first use. */
  watched?: WatchedGraph;
  /** The log of the graph, made on first use. */
  log?: ChangeLog;
  /** What was found out about the settings. */
  setup?: Setup;
  /** What commands reach the graph through. */
  commands?: { readonly close: () => Promise<void> };
}

/** The error while the service starts or closes. */
export const unavailable = (closing: boolean) =>
  new GraphError('UNAVAILABLE', `${closing ? 'The service is closing' : 'The graph is being loaded'}; try again in a moment.`);

/** The graph. Throws UNAVAILABLE, or why it cannot be opened, until it is loaded. */
export function loadedGraph(readiness: Readiness): Graph {
  const { graph, watched, failure } = readiness;
  if (graph === undefined) throw failure ?? unavailable(false);
  if (watched?.watches(graph)) return watched;
  return (readiness.watched = new WatchedGraph(graph, () => readiness.log?.last.expire()));
}

/** The log of the graph: one for all requests. */
export function logOf(readiness: Readiness, onError: (error: unknown) => void): ChangeLog {
  readiness.log ??= new ChangeLog(loadedGraph(readiness), onError);
  return readiness.log;
}

/** Takes the graph out of service, which is not ready until another one is loaded. Those who follow changes are notified. */
export function unload(readiness: Readiness): Graph | undefined {
  const { graph, log } = readiness;
  delete readiness.graph;
  delete readiness.watched;
  delete readiness.log;
  log?.retire();
  return graph;
}
