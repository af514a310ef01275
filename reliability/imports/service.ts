import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { residentMemory, startNode, stop } from '../../bench/processes.js';
import { startArguments } from '../../bench/product.js';
import { freePort } from '../../bench/stores/neo4j.js';
import { makeKey } from '../../src/accounts/key.js';
import { changeKeys } from '../../src/accounts/keys-file.js';
import type { Service } from './send.js';

export interface Running extends Service {
  /** The longest turn of its main thread since it was requested before, in milliseconds. */
  readonly longestTurn: () => Promise<{ readonly clock: number; readonly processor: number }>;
  /** In megabytes. */
  readonly memory: () => number;
  readonly stop: () => Promise<void>;
}

/** The built service with the built-in data, and a key of an editor. */
export async function startService(): Promise<Running> {
  const folder = mkdtempSync(join(tmpdir(), 'policygraph-imports-'));
  const { secret, key } = makeKey({ name: 'imports', role: 'EDITOR' });
  await changeKeys(join(folder, 'keys.json'), () => [key]);
  const port = await freePort();
  const args = ['--import', new URL('turns.mjs', import.meta.url).href, ...startArguments()];
  const env = { PORT: String(port), NODE_ENV: 'production', NEO4J_URI: '', POLICYGRAPH_DATA: folder };
  const child = startNode('imports', { args, env });
  const url = `http://127.0.0.1:${port}`;
  while (!(await isReady(url))) await sleep(20);
  return {
    url,
    key: secret,
    longestTurn: async () => {
      const answered = once(child, 'message');
      child.send({});
      return ((await answered) as [{ clock: number; processor: number }])[0];
    },
    memory: () => residentMemory(child.pid),
    stop: async () => {
      await stop(child);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const isReady = (url: string): Promise<boolean> =>
  fetch(`${url}/health/ready`).then(
    ({ ok }) => ok,
    () => false,
  );
