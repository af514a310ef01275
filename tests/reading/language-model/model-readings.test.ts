import { describe, expect, it, vi } from 'vitest';
import { ModelReadings } from '../../../src/reading/language-model/model-readings.js';

type Read = Parameters<ModelReadings['read']>[1];
const result = { text: 'read' } as unknown as Awaited<ReturnType<Read>>;

describe('a text that a model reads', () => {
  it('is read once, however often it is asked for until it is read', async () => {
    const readings = new ModelReadings(1);
    let finish = (_: typeof result): void => undefined;
    const read = vi.fn<Read>(() => new Promise((resolve) => (finish = resolve)));
    await expect(readings.read({ text: 'x' }, read)).rejects.toMatchObject({ code: 'IN_PROGRESS', details: { retryAfter: 1 } });
    await expect(readings.read({ text: 'x' }, read)).rejects.toMatchObject({ code: 'IN_PROGRESS' });
    finish(result);
    expect(await readings.read({ text: 'x' }, read)).toBe(result);
    expect(read).toHaveBeenCalledTimes(1);
    await expect(readings.read({ text: 'x' }, read)).rejects.toMatchObject({ code: 'IN_PROGRESS' });
    expect(read).toHaveBeenCalledTimes(2);
  });

  it('gives its error to the next request, and is read again after that', async () => {
    const readings = new ModelReadings(1_000);
    const read = vi.fn<Read>(async () => Promise.reject(new Error('No credit.')));
    await expect(readings.read({ text: 'x' }, read)).rejects.toThrow('No credit.');
    await expect(readings.read({ text: 'x' }, read)).rejects.toThrow('No credit.');
    expect(read).toHaveBeenCalledTimes(2);
  });

  it('is one of few', async () => {
    const readings = new ModelReadings(1);
    const read: Read = () => new Promise(() => undefined);
    for (let count = 0; count < 8; count++)
      await expect(readings.read({ text: String(count) }, read)).rejects.toMatchObject({ code: 'IN_PROGRESS' });
    await expect(readings.read({ text: 'ninth' }, read)).rejects.toMatchObject({ code: 'OVERLOADED' });
  });

  it('is given up when nobody asks for it any more', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const readings = new ModelReadings(1);
    let ended: AbortSignal | undefined;
    const read: Read = (_, signal) => ((ended = signal), new Promise(() => undefined));
    await expect(readings.read({ text: 'x' }, read)).rejects.toMatchObject({ code: 'IN_PROGRESS' });
    await vi.advanceTimersByTimeAsync(59_000);
    expect(ended?.aborted).toBe(false);
    await vi.advanceTimersByTimeAsync(2_000);
    vi.useRealTimers();
    expect(ended?.aborted).toBe(true);
  });
});
