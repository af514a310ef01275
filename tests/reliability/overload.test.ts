import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, inject, it } from 'vitest';
import { measure, Senders } from '../../reliability/overload/overload.js';
import { cheapOnes, health, requestsOf } from '../../reliability/overload/requests.js';
import { stopUnderLoad } from '../../reliability/overload/stopping.js';
import { addedKey } from '../support/keys.js';
import { run } from '../support/process.js';

it('answers or refuses what is more than it can do, answers health meanwhile, and loses nothing when it is stopped in the middle', async () => {
  const data = mkdtempSync(join(tmpdir(), 'policygraph-overload-'));
  cpSync(inject('builtInGraph'), data, { recursive: true });
  const { secret } = await addedKey(join(data, 'keys.json'));
  const service = run({ POLICYGRAPH_DATA: data, POLICYGRAPH_CACHE: '0' });
  const senders = new Senders(await service.url);
  const job = { requests: requestsOf('list', secret), connections: 300, rate: 5_000, seconds: 3 };
  const { load, health: probes } = await measure(senders, service.child.pid!, job, {
    health: health('/health/live'),
    cheap: cheapOnes(secret),
  });
  senders.close();
  expect(load.times).toHaveProperty('200');
  expect(Object.keys(load.times).filter((status) => status !== '200' && status !== '503')).toEqual([]);
  expect(Object.keys(probes.times)).toEqual(['200']);
  const { outcomes, code } = await stopUnderLoad(service, 30);
  expect(outcomes).not.toHaveProperty('lost');
  expect(code).toBe(0);
  rmSync(data, { recursive: true });
}, 60_000);
