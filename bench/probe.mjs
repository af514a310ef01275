/** Loaded into a service by a bench: answers how long its event loop was held up since the question before, and how much memory it takes. */
const interval = 5;
let longest = 0;
let last = performance.now();

setInterval(() => {
  const now = performance.now();
  longest = Math.max(longest, now - last - interval);
  last = now;
}, interval).unref();

process.on('message', () => {
  const { rss, heapUsed, external } = process.memoryUsage();
  const { user, system } = process.cpuUsage();
  process.send?.({ stall: Math.max(longest, performance.now() - last - interval), rss, heapUsed, external, cpu: user + system });
  longest = 0;
});
process.channel?.unref();
