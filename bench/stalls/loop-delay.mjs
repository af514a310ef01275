/**
 * Loaded into the measured process: the longest that its main thread let others wait, which a parent asks for by a message. Time in which the thread was ready to
 * run but other processes had the processors is left out, so that it can be measured on a busy machine.
 */
import { readFileSync } from 'node:fs';

const interval = 5;
const file = `/proc/self/task/${process.pid}/schedstat`;
/** Milliseconds that the main thread waited for a processor. */
const waited = () => Number(readFileSync(file, 'utf8').split(' ')[1]) / 1e6;

let longest = 0;
let before = { at: performance.now(), waited: waited() };
setInterval(() => {
  const now = { at: performance.now(), waited: waited() };
  longest = Math.max(longest, now.at - before.at - (now.waited - before.waited) - interval);
  before = now;
}, interval).unref();

process.on('message', () => {
  process.send?.({ longest });
  longest = 0;
});
process.channel?.unref();
