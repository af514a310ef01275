/** Is a request lost when the service stops under heavy load? `npm run overload:stop`; `-- --rounds N` stops it as often (10). */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { run } from '../../tests/support/process.js';
import { saveResult } from '../result.js';
import { stopUnderLoad } from './stopping.js';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '10' } } });
let [pending, lost, longest] = [0, 0, 0];
const codes = new Set<number | string>();
const outcomes: Record<string, number> = {};
for (let round = 0; round < Number(values.rounds); round++) {
  const data = mkdtempSync(join(tmpdir(), 'policygraph-stopping-'));
  const stopped = await stopUnderLoad(run({ POLICYGRAPH_DATA: data, POLICYGRAPH_CACHE: '0' }), round % 2 === 0 ? 50 : 20);
  rmSync(data, { recursive: true, force: true });
  pending += stopped.pending;
  lost += stopped.outcomes['lost'] ?? 0;
  longest = Math.max(longest, stopped.seconds);
  codes.add(stopped.code);
  for (const [status, count] of Object.entries(stopped.outcomes)) outcomes[status] = (outcomes[status] ?? 0) + count;
  console.log(
    `${stopped.pending} pending, ${JSON.stringify(stopped.outcomes)}, ended with ${stopped.code} after ${stopped.seconds.toFixed(1)} s`,
  );
}
saveResult('stopping', {
  measured: `${lost} of ${pending}`,
  met: lost === 0 && longest <= 10 && codes.size === 1 && codes.has(0),
  command: 'npm run overload:stop',
  details: { outcomes, longestSeconds: Number(longest.toFixed(1)), exitCodes: [...codes] },
});
