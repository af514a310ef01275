import { BoundedGraph, schedulerOf } from '../graph/bounded/bounded-graph.js';
import { Budget } from '../graph/loaders/budget.js';
import { ObservedGraph, type StatementObserver } from '../graph/observed-graph.js';
import type { Graph } from '../graph/port.js';
import type { RequestContext } from '../resolvers/context.js';
import type { OperationBounds } from '../limits.js';
import type { Cancel } from './deadline.js';

/** A graph as one operation reads it, seen by its observer, and what the operation may read. */
export function boundedGraph(
  graph: Graph,
  { storeTime, answer, statements }: Partial<OperationBounds>,
  { signal, abort, deadline }: Cancel,
  observer: StatementObserver | undefined,
  required: readonly string[] = [],
): Pick<RequestContext, 'graph' | 'budget' | 'bookmarks'> {
  const scheduler = schedulerOf(graph, statements);
  const budget = new Budget({
    abort,
    clock: () => scheduler.now(),
    ...(storeTime === undefined ? {} : { maxStoreTime: storeTime }),
    ...(answer === undefined ? {} : { maxAnswer: answer }),
  });
  const observed = observer === undefined ? graph : new ObservedGraph(graph, observer);
  const bookmarks = { required, landed: [] };
  return { budget, bookmarks, graph: new BoundedGraph({ graph: observed, scheduler, budget, signal, deadline, bookmarks }) };
}
