/** A process beside the service that keeps requesting its health and a cheap query, as others would, and reports how long they took. */
import { setTimeout as after } from 'node:timers/promises';

export interface Waited {
  /** The longest and the median time of a request since it was last taken, in milliseconds. */
  readonly longest: number;
  readonly median: number;
  readonly failed: number;
}

const [url = ''] = process.argv.slice(2);
let times: number[] = [];
let failed = 0;

const health = () => fetch(`${url}/health/live`);
const cheap = () =>
  fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"query":"{ region(id: \\"region:CN-SD\\") { id } }"}',
  });

process.on('message', () => {
  const sorted = times.toSorted((a, b) => a - b);
  process.send?.({ longest: sorted.at(-1) ?? 0, median: sorted[sorted.length >> 1] ?? 0, failed } satisfies Waited);
  [times, failed] = [[], 0];
});
process.once('disconnect', () => process.exit(0));

for (let ask = health; ; ask = ask === health ? cheap : health) {
  const began = performance.now();
  await ask()
    .then(async (response) => response.text().then(() => void (response.ok || failed++)))
    .catch(() => void failed++);
  times.push(performance.now() - began);
  await after(5);
}
