import { setMaxListeners } from 'node:events';
import { GraphError } from '../graph/errors.js';

/** What cancels an operation. */
export interface Cancel {
  readonly signal: AbortSignal;
  /** Gives up now. */
  readonly abort: (reason: Error) => void;
  /** When it is cancelled, as `performance.now()` counts; undefined where nothing but the client ends it. */
  readonly deadline?: number;
}

interface Deadline extends Cancel {
  /** The work is done: nothing is given up any more. */
  readonly clear: () => void;
}

/** Aborts with TIMEOUT after so many milliseconds. */
export function deadlineAfter(
  milliseconds: number,
  message = `The query took longer than ${milliseconds / 1000} s: ask for less, or in parts.`,
): Deadline {
  const controller = new AbortController();
  setMaxListeners(0, controller.signal); // one for each statement in flight
  const abort = (reason: Error) => controller.abort(reason);
  const timer = setTimeout(() => abort(new GraphError('TIMEOUT', message)), milliseconds);
  return { signal: controller.signal, abort, deadline: performance.now() + milliseconds, clear: () => clearTimeout(timer) };
}
