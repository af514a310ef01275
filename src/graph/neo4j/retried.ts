import { setTimeout as sleep } from 'node:timers/promises';
import { untilAborted } from '../abort.js';

/** In milliseconds. */
const [firstWait, longest] = [50, 2_500];

/** What the work gives, which runs again when it fails for a passing reason, for some seconds and until the signal aborts. */
export async function retried<T>(
  work: () => Promise<T>,
  isPassing: (error: unknown) => boolean,
  signal: AbortSignal,
): Promise<T> {
  const end = Date.now() + longest;
  for (let wait = firstWait; ; wait *= 2) {
    try {
      return await work();
    } catch (error) {
      if (signal.aborted || !isPassing(error) || Date.now() + wait > end) throw error;
    }
    await untilAborted(sleep(wait), signal);
  }
}
