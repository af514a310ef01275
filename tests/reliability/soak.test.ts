import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, inject, it, onTestFinished } from 'vitest';
import { growth, type Sample } from '../../reliability/soak/sample.js';
import { soak } from '../../reliability/soak/soak.js';
import { addedKey } from '../support/keys.js';
import { run } from '../support/process.js';

it('answers every request of the mix, and keeps no handles', async () => {
  const data = mkdtempSync(join(tmpdir(), 'policygraph-soak-'));
  cpSync(inject('builtInGraph'), data, { recursive: true });
  const { secret } = await addedKey(join(data, 'keys.json'));
  const { url, child, ended } = run({ POLICYGRAPH_DATA: data });
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await ended;
    rmSync(data, { recursive: true });
  });
  const { errors, sent, samples } = await soak({ url: await url, pid: child.pid, key: secret, requests: 3_000, connections: 4 });
  expect(errors).toEqual([]);
  expect(sent).toEqual({ query: 2_993, write: 3, subscription: 3, import: 1 });
  expect(samples).toHaveLength(99);
  expect(growth(samples).handles).toBeLessThanOrEqual(0);
  child.kill('SIGTERM');
  expect(await ended).toBe(0);
});

const steady = (memory: number): Sample => ({ memory, handles: 20, latency: 2 });

it('compares the last fifth with the second, when caches are full', () => {
  const filling = [50, 60, 70, 80, 90];
  const samples = [...filling, ...Array.from({ length: 15 }, () => 100), 110, 110, 110, 110, 110].map(steady);
  expect(growth(samples).memory).toBeCloseTo(0.1);
  expect(growth(samples)).toMatchObject({ handles: 0, latency: 0 });
  expect(growth([...filling, ...Array.from({ length: 20 }, () => 100)].map(steady)).memory).toBe(0);
});
