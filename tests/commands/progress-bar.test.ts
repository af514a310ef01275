import { expect, it } from 'vitest';
import { ProgressBar } from '../../src/commands/progress-bar.js';

function barAt(isTTY: boolean) {
  const written: string[] = [];
  const clock = { time: 0 };
  const write = (text: string | Uint8Array) => written.push(String(text)) > 0;
  return { bar: new ProgressBar({ isTTY, write }, { now: () => clock.time }), written, clock };
}

it('updates one line of a terminal with the rate and, where the total is known, the time that is left', () => {
  const { bar, written, clock } = barAt(true);
  bar.show('reading', 0);
  clock.time = 2_000;
  bar.show('reading', 1_000);
  bar.show('reading', 1_001); // too soon
  bar.show('writing', 0, 100_000);
  clock.time = 12_000;
  bar.show('writing', 5_000, 100_000);
  bar.end();
  const erase = '\r\u001B[K';
  expect(written).toEqual([
    `${erase}reading 0 rows`,
    `${erase}reading 1,000 rows, 500 rows/s`,
    `${erase}writing [${' '.repeat(20)}] 0 of 100,000 rows`,
    `${erase}writing [=${' '.repeat(19)}] 5,000 of 100,000 rows, 500 rows/s, 3 min 10 s left`,
    erase,
  ]);
});

it('writes a line every ten seconds elsewhere, and none for what is done sooner', () => {
  const { bar, written, clock } = barAt(false);
  for (const [time, rows] of [
    [0, 1],
    [9_999, 100],
    [10_000, 200],
    [15_000, 300],
    [20_500, 400],
  ] as const) {
    clock.time = time;
    bar.show('writing', rows, 1_000);
  }
  bar.end();
  expect(written).toEqual([
    'writing 200 of 1,000 rows, 20 rows/s, 40 s left\n',
    'writing 400 of 1,000 rows, 20 rows/s, 31 s left\n',
  ]);
});
