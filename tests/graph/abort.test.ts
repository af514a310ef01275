import { setImmediate as turn } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import { untilAborted } from '../../src/graph/abort.js';

it.each(['before', 'during'])(
  'a signal that aborts %s the work ends it, and the error that the work ends with is nobody’s',
  async (when) => {
    const unhandled: unknown[] = [];
    const note = (error: unknown) => unhandled.push(error);
    process.on('unhandledRejection', note);
    onTestFinished(() => void process.off('unhandledRejection', note));
    const [controller, reason] = [new AbortController(), new Error('The client is gone.')];
    if (when === 'before') controller.abort(reason);
    const work = turn().then(() => Promise.reject(new Error('Nobody waits for this.')));
    const result = untilAborted(work, controller.signal);
    controller.abort(reason);
    await expect(result).rejects.toBe(reason);
    await turn();
    await turn();
    expect(unhandled).toEqual([]);
  },
);
