/** Statements take turns: those of one operation, however many, do not keep others from the store. */
import { expect, it } from 'vitest';
import { Scheduler } from '../../src/graph/bounded/scheduler.js';
import { StoreTime } from '../../src/graph/bounded/store-time.js';
import { jsonSize } from '../../src/graph/bounded/size.js';

/** Work that ends on demand, and the order in which it began. */
function workshop() {
  const began: string[] = [];
  const ends = new Map<string, () => void>();
  const work = (name: string) => () =>
    new Promise<string>((resolve) => {
      began.push(name);
      ends.set(name, () => resolve(name));
    });
  const end = async (name: string) => {
    ends.get(name)?.();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { began, work, end };
}
const [a, b, c] = [{}, {}, {}];
const turn = () => new Promise((resolve) => setImmediate(resolve));

it('runs no more at once than it may, and of one operation fewer', async () => {
  const { began, work } = workshop();
  const scheduler = new Scheduler({ atOnce: 3, each: 2 });
  for (const name of ['a1', 'a2', 'a3']) void scheduler.run(a, work(name));
  for (const name of ['b1', 'b2']) void scheduler.run(b, work(name));
  await turn();
  expect(began).toEqual(['a1', 'a2', 'b1']);
});

it('gives each operation that waits a turn before any gets its next', async () => {
  const { began, work, end } = workshop();
  const scheduler = new Scheduler({ atOnce: 1, each: 1 });
  for (const name of ['a1', 'a2', 'a3']) void scheduler.run(a, work(name)); // the first begins before others come
  for (const name of ['b1', 'b2']) void scheduler.run(b, work(name));
  void scheduler.run(c, work('c1'));
  await turn();
  for (const name of ['a1', 'a2', 'b1', 'c1', 'a3']) await end(name);
  expect(began).toEqual(['a1', 'a2', 'b1', 'c1', 'a3', 'b2']);
});

it('gives up what waits when it is aborted, and goes on after a failure', async () => {
  const { began, work, end } = workshop();
  const scheduler = new Scheduler({ atOnce: 1, each: 1 });
  const controller = new AbortController();
  const failing = scheduler.run(a, () => work('a1')().then(() => Promise.reject(new Error('failed'))));
  const waiting = scheduler.run(a, work('a2'), controller.signal);
  const settled = Promise.allSettled([failing, waiting]);
  void scheduler.run(b, work('b1'));
  await turn();
  controller.abort(new Error('enough'));
  await expect(scheduler.run(c, work('c1'), controller.signal)).rejects.toThrow('enough');
  await end('a1');
  expect(await settled).toMatchObject([{ reason: new Error('failed') }, { reason: new Error('enough') }]);
  expect(began).toEqual(['a1', 'b1']);
});

it('counts time by a clock that slows down when statements share processors', async () => {
  const { work, end } = workshop();
  const scheduler = new Scheduler({ atOnce: 4, each: 4, processors: 1 });
  const began = [performance.now(), scheduler.now()] as const;
  for (const name of ['a1', 'a2', 'a3', 'a4']) void scheduler.run(a, work(name));
  await new Promise((resolve) => setTimeout(resolve, 80));
  const elapsed = scheduler.now() - began[1];
  expect(elapsed).toBeLessThan((performance.now() - began[0]) / 2);
  for (const name of ['a1', 'a2', 'a3', 'a4']) await end(name);
});

it('counts the processor time of statements where it is known, shared among them', async () => {
  const { work, end } = workshop();
  let used = 100;
  const scheduler = new Scheduler({ atOnce: 4, each: 4, processorTime: () => used });
  for (const name of ['a1', 'a2']) void scheduler.run(a, work(name));
  const began = scheduler.now();
  await new Promise((resolve) => setTimeout(resolve, 20));
  used = 106;
  expect(scheduler.now() - began).toBe(3);
  for (const name of ['a1', 'a2']) await end(name);
});

it('adds the times of statements that run at once', async () => {
  let [now, ended] = [0, 0];
  const time = new StoreTime(
    1_000_000,
    () => now,
    () => ended++,
  );
  const { work, end } = workshop();
  void time.of(work('one'));
  now = 10;
  void time.of(work('two'));
  now = 15;
  await end('one');
  now = 18;
  await end('two');
  now = 100;
  expect([time.used, ended]).toEqual([10 + 2 * 5 + 3, 0]);
});

it('lets no statement begin when the time is used up, however short those before it were', async () => {
  let [now, ended] = [0, 0];
  const time = new StoreTime(
    10,
    () => now,
    () => ended++,
  );
  for (let statement = 0; statement < 12; statement++) {
    time.check();
    await time.of(async () => (now += 1));
  }
  expect([time.used, ended]).toEqual([12, 2]);
});

it('ends what runs when the time is used up', async () => {
  const { work, end } = workshop();
  const ended = new Promise<string>((resolve) => {
    const time = new StoreTime(
      5,
      () => performance.now(),
      () => resolve('out of time'),
    );
    void time.of(work('long'));
  });
  expect(await ended).toBe('out of time');
  await end('long');
});

it.each([[null], [1234567], ['text'], [[1, 'two', { three: [null, true] }]], [{ a: 'b'.repeat(1_000), c: [1, 2, 3] }]])(
  'sizes %j about as its JSON',
  (value) => {
    const [size, exact] = [jsonSize(value, Infinity), JSON.stringify(value).length];
    expect(Math.abs(size - exact)).toBeLessThan(0.2 * exact + 32);
  },
);

it('sizes no more than its limit needs', () => {
  const read: number[] = [];
  const items = Array.from({ length: 100 }, (_, at) => ({
    get text() {
      read.push(at);
      return 'a'.repeat(100);
    },
  }));
  expect(jsonSize(items, 1_000)).toBeGreaterThan(1_000);
  expect(read.length).toBeLessThan(11);
});
