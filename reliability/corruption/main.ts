/** Is any damaged file opened as another graph, or refused for a wrong reason? `npm run test:corruption`; `-- --stride N` damages each N-th byte only. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { saveResult } from '../result.js';
import { corrupt } from './corruption.js';

const { values } = parseArgs({
  options: { stride: { type: 'string', default: '1' }, folder: { type: 'string', default: tmpdir() } },
});
const folder = mkdtempSync(join(values.folder, 'policygraph-corruption-'));
const { damages, refused, unharmed, wrong } = await corrupt(folder, Number(values.stride), console.log);
rmSync(folder, { recursive: true });
console.log(wrong.slice(0, 20).join('\n'));
saveResult('corruption', {
  measured: `${wrong.length} of ${damages.toLocaleString('en')}${values.stride === '1' ? '' : ` (each ${values.stride}th byte and length)`}`,
  met: wrong.length === 0 && values.stride === '1',
  command: 'npm run test:corruption',
  details: { damages, refused, unharmed },
});
