/**
 * Loaded into the measured process: the longest turn of its main thread since a parent asked last, by the clock and in processor time. The clock leaves out what
 * the thread waited for a processor; processor time does not depend on what else the machine does.
 */
import { readFileSync } from 'node:fs';

const interval = 2;
const file = `/proc/self/task/${process.pid}/schedstat`;

/** Milliseconds: the clock, and what the main thread ran and waited for a processor. */
function now() {
  const [ran, waited] = readFileSync(file, 'utf8')
    .split(' ')
    .map((nanoseconds) => Number(nanoseconds) / 1e6);
  return { at: performance.now(), ran, waited };
}

const none = { clock: 0, processor: 0 };
let longest = { ...none };
let before = now();
setInterval(() => {
  const after = now();
  const clock = after.at - before.at - (after.waited - before.waited) - interval;
  longest = { clock: Math.max(longest.clock, clock), processor: Math.max(longest.processor, after.ran - before.ran) };
  before = after;
}, interval).unref();

process.on('message', () => {
  process.send?.(longest);
  longest = { ...none };
});
process.channel?.unref();
