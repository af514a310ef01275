/** The suite of the protocol's authors, of which the scenarios apply that need no tools of its own. */
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Graph } from '../../src/graph/port.js';
import { embedded } from '../support/engines.js';
import { serve, type Service } from '../support/service.js';

const suite = fileURLToPath(new URL('../../node_modules/@modelcontextprotocol/conformance/dist/index.js', import.meta.url));
const baseline = fileURLToPath(new URL('conformance.yaml', import.meta.url));
const applies = ['server-initialize', 'ping', 'tools-list', 'resources-list', 'prompts-list', 'dns-rebinding-protection'];

let graph: Graph;
let service: Service;
beforeAll(async () => {
  graph = await embedded.builtIn();
  service = await serve(graph);
}, 120_000);
afterAll(async () => {
  await service.close();
  await graph.close();
});

it('passes every scenario but those of conformance.yaml', { timeout: 120_000 }, async () => {
  const args = [suite, 'server', '--url', `${service.url}/mcp`, '--suite', 'all', '--expected-failures', baseline];
  const { code, out } = await new Promise<{ code: unknown; out: string }>((resolve) => {
    execFile(process.execPath, args, (error, stdout, stderr) => resolve({ code: error?.code ?? 0, out: stdout + stderr }));
  });
  for (const scenario of applies) expect(out).toMatch(new RegExp(`✓ ${scenario}: [1-9]\\d* passed, 0 failed`));
  expect([code, out]).toEqual([0, expect.any(String)]);
});
