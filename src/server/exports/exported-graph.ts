import { BoundedGraph, schedulerOf } from '../../graph/bounded/bounded-graph.js';
import { Budget } from '../../graph/loaders/budget.js';
import { ObservedGraph, type StatementObserver } from '../../graph/observed-graph.js';
import type { Graph } from '../../graph/port.js';
import { limits } from '../../limits.js';
import type { Cancel } from '../deadline.js';

/** A graph as an export reads it: its statements take turns with those of operations, and it has no bound but its deadline. */
export function exportedGraph(graph: Graph, { signal, abort, deadline }: Cancel, observer: StatementObserver): Graph {
  const scheduler = schedulerOf(graph);
  const budget = new Budget({
    abort,
    clock: () => scheduler.now(),
    maxStoreTime: limits.exports.time.value * 1_000,
    maxRows: Number.MAX_SAFE_INTEGER,
  });
  return new BoundedGraph({ graph: new ObservedGraph(graph, observer), scheduler, budget, signal, deadline });
}
