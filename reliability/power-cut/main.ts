/** Is every acknowledged write on the disk when the power is cut? `npm run test:power-cut`; needs strace. `-- --writes N` makes N writes. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { makeKey } from '../../src/accounts/key.js';
import { changeKeys } from '../../src/accounts/keys-file.js';
import { builtGraphFolder } from '../../src/open-graph.js';
import { saveResult } from '../result.js';
import { powerCuts } from './power-cut.js';

const { values } = parseArgs({ options: { writes: { type: 'string', default: '50' } } });
const folder = mkdtempSync(join(tmpdir(), 'policygraph-power-'));
const data = join(folder, 'data');
cpSync(builtGraphFolder, data, { recursive: true });
const { secret, key } = makeKey({ name: 'power', role: 'EDITOR' });
await changeKeys(join(data, 'keys.json'), (keys) => [...keys, key]);
const { cuts, lost } = await powerCuts(data, secret, Number(values.writes), 'full');
rmSync(folder, { recursive: true });
console.log({ cuts, lost });
saveResult('power-cut', {
  measured: `${lost.length} in ${cuts} cuts`,
  met: lost.length === 0 && cuts >= Number(values.writes),
  command: 'npm run test:power-cut',
  details: { cuts, lost: lost.length },
});
