import type { Budget } from '../../graph/loaders/budget.js';

/** The most nodes that the plans of an operation read, by its budget. */
const reserved = new WeakMap<Budget, number>();

/** Whether the budget of the operation allows so many nodes more, with all that it has planned. Loaders count what it may not. */
export function reserve(budget: Budget, nodes: number): boolean {
  const all = (reserved.get(budget) ?? 0) + nodes;
  if (all > budget.left) return false;
  reserved.set(budget, all);
  return true;
}
