/**
 * Loaded into the service by --import: how long its main thread works without a pause, which is how long all others wait.
 * Counted is the thread's own processor time, which does not grow when other programs keep the machine busy.
 */
import { openSync, readSync } from 'node:fs';
import { createServer } from 'node:net';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { isMainThread } from 'node:worker_threads';

/** Milliseconds between two looks at the clock. */
const every = 2;

function start(path) {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc');
  const file = openSync(`/proc/self/task/${process.pid}/schedstat`);
  const buffer = Buffer.alloc(64);
  const worked = () => Number(buffer.toString('latin1', 0, readSync(file, buffer, 0, 64, 0)).split(' ')[0]) / 1e6;
  let [last, longest, peak, ticks] = [worked(), 0, 0, 0];
  setInterval(() => {
    const now = worked();
    longest = Math.max(longest, now - last);
    last = now;
    if (ticks++ % 5 === 0) peak = Math.max(peak, process.memoryUsage.rss());
  }, every).unref();
  const take = () => {
    const taken = { longest, peak: Math.max(peak, process.memoryUsage.rss()) };
    [longest, peak] = [0, 0];
    return taken;
  };
  const settle = () => {
    collect();
    collect();
    last = worked();
    return process.memoryUsage();
  };
  const server = createServer((socket) => {
    socket.on('data', (data) => socket.write(`${JSON.stringify(String(data) === 'take' ? take() : settle())}\n`));
    socket.on('error', () => undefined);
  });
  server.listen(path).unref();
}

if (isMainThread && process.env.HOSTILE_PROBE !== undefined) start(process.env.HOSTILE_PROBE);
