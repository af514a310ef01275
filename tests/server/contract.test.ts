import { execFile } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Graph } from '../../src/graph/port.js';
import { engines } from '../support/engines.js';
import { serve, type Service } from '../support/service.js';

const shared = fileURLToPath(new URL('../../../shared/', import.meta.url));
const isThere = existsSync(`${shared}contract/run.mjs`);
if (!isThere) console.log('The contract is not tested: it is not at ../shared/contract.');

/** A case in a later folder replaces the one of the same name in an earlier one. */
const folders = ['', 'right/', 'one-model/']
  .map((folder) => `${shared}contract/${folder}`)
  .filter((folder) => existsSync(folder));
const cases = new Map(
  folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((file) => file.endsWith('.graphql'))
      .map((file) => [file.slice(0, -'.graphql'.length), `${folder}${file}`] as const),
  ),
);

describe.skipIf(!isThere).each(engines)('the contract on $name', (engine) => {
  let graph: Graph;
  let service: Service;

  beforeAll(async () => {
    graph = await engine.builtIn();
    service = await serve(graph, { archive: `${shared}sources` });
  });
  afterAll(async () => {
    await service.close();
    await graph.close();
  });

  it('is kept', async () => {
    const names = [...cases.keys()].sort();
    const files = names.map((name) => cases.get(name) as string);
    const run = promisify(execFile)(process.execPath, [`${shared}contract/run.mjs`, `${service.url}/graphql`, ...files]);
    const { stdout } = await run.catch(({ stdout }: { stdout: string }) => ({ stdout }));
    expect(stdout.trim().split('\n')).toEqual([...names.map((name) => `ok   ${name}`), `${names.length} passed, 0 failed`]);
  });
});
