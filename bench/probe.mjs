/** Loaded into a service by a bench: answers each message with how long its event loop was held up at most since the one before, and what memory it takes. */
import { readFileSync } from 'node:fs';

const interval = 5;

/** Milliseconds that the main thread has worked, so that what else the machine does counts for nothing; where the system does not say, of the clock. */
function worked() {
  try {
    return Number(readFileSync(`/proc/self/task/${process.pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6;
  } catch {
    return performance.now();
  }
}

let longest = 0;
let last = worked();
function measure() {
  const now = worked();
  longest = Math.max(longest, now - last);
  last = now;
}
setInterval(measure, interval).unref();

process.on('message', () => {
  measure();
  const { rss, heapUsed } = process.memoryUsage();
  const { user, system } = process.cpuUsage();
  process.send?.({ stall: longest, rss, heapUsed, cpu: user + system });
  longest = 0;
});
process.channel?.unref();
