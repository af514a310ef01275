import { setMaxListeners } from 'node:events';
import { GraphError } from './errors.js';

export interface TimedSignal {
  readonly signal: AbortSignal;
  /** The work is done: the signal does not abort any more. */
  readonly clear: () => void;
}

/** A signal that aborts as another does, and with TIMEOUT after so many milliseconds. */
export function timedSignal(milliseconds: number, other: AbortSignal | undefined, message: string): TimedSignal {
  const controller = new AbortController();
  setMaxListeners(0, controller.signal);
  const abort = () => controller.abort(other?.reason);
  const timer = setTimeout(() => controller.abort(new GraphError('TIMEOUT', message)), milliseconds);
  if (other?.aborted === true) abort();
  other?.addEventListener('abort', abort, { once: true });
  const clear = () => {
    clearTimeout(timer);
    other?.removeEventListener('abort', abort);
  };
  return { signal: controller.signal, clear };
}
