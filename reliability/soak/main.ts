/**
 * Does the service stay as it is through a million requests? `npm run soak`, on the built-in data on the embedded engine.
 * `-- --requests N` sends another number, `-- --connections N` as many at once (8); with NEO4J_URI set, on that Neo4j.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { makeKey } from '../../src/accounts/key.js';
import { changeKeys } from '../../src/accounts/keys-file.js';
import { run } from '../../tests/support/process.js';
import { saveResult } from '../result.js';
import { store } from '../store.js';
import { growth } from './sample.js';
import { soak } from './soak.js';

const { values } = parseArgs({
  options: { requests: { type: 'string', default: '1000000' }, connections: { type: 'string', default: '8' } },
});
const [requests, connections] = [Number(values.requests), Number(values.connections)];
const data = mkdtempSync(join(tmpdir(), 'policygraph-soak-'));
const { secret, key } = makeKey({ name: 'soak', role: 'EDITOR' });
await changeKeys(join(data, 'keys.json'), (keys) => [...keys, key]);
const service = run({ ...store, POLICYGRAPH_DATA: data });
const began = performance.now();
const { errors, sent, samples } = await soak({
  url: await service.url,
  pid: service.child.pid,
  key: secret,
  requests,
  connections,
  onSample: ({ memory, handles, latency }, number) =>
    console.log(
      `${number.toLocaleString('en')} requests, ${seconds()} s: ${memory.toFixed(0)} MB, ${handles} handles, median ${latency.toFixed(1)} ms`,
    ),
});
const took = seconds();
service.child.kill('SIGTERM');
const ended = await service.ended;
rmSync(data, { recursive: true, force: true });

const grown = growth(samples);
const percent = (share: number) => `${share < 0 ? '−' : '+'}${Math.abs(100 * share).toFixed(0)} %`;
const shares = `memory ${percent(grown.memory)}, handles ${percent(grown.handles)}, latency ${percent(grown.latency)}`;
console.log(errors.join('\n'));
console.log(`${errors.length === 100 ? 'at least 100' : errors.length} errors; ${shares}; ended with ${ended}`);
/** What the mix itself varies by, from fifth to fifth. */
const steady = grown.memory < 0.05 && grown.handles <= 0 && grown.latency < 0.1;
if (requests >= 1_000_000) {
  const of = requests === 1_000_000 ? '' : ` of ${requests.toLocaleString('en')}`;
  saveResult('soak', {
    measured: `${errors.length}${of} / ${shares}`,
    met: errors.length === 0 && ended === 0 && steady,
    command: 'npm run soak',
    details: {
      sent,
      seconds: Number(took),
      engine: 'NEO4J_URI' in store ? 'Neo4j' : 'embedded',
      errors: errors.slice(0, 5),
      samples,
    },
  });
}
process.exit(errors.length === 0 && ended === 0 ? 0 : 1);

function seconds(): string {
  return ((performance.now() - began) / 1_000).toFixed(0);
}
