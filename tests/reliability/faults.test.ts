/** Neo4j behind a network that fails, in short: `npm run test:faults` takes the long way. */
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { hangs, hungConnections } from '../../reliability/faults/hung-connections.js';
import { lostCommits } from '../../reliability/faults/lost-commits.js';
import { FaultProxy } from '../support/bolt/fault-proxy.js';
import { engines, neo4jEnvironment, neo4jSettings } from '../support/engines.js';
import { times } from '../support/long-runs.js';
import { run, type Running } from '../support/process.js';
import { post } from '../support/service.js';

const neo4j = engines.find(({ name }) => name === 'neo4j');

describe.skipIf(neo4j === undefined)('a service whose neo4j fails', () => {
  const { empty, builtIn } = neo4j ?? engines[0]!;

  it('answers again after requests whose connections hang', { timeout: 120_000 }, async () => {
    await (await empty()).close();
    const results = await hungConnections(neo4jSettings, { requests: 30, deadline: 1_000 });
    expect(results.map(({ fault }) => fault)).toEqual(hangs);
    for (const { answers, health } of results) {
      expect(Object.keys(answers).filter((outcome) => !['200', '503 OVERLOADED', '504 TIMEOUT'].includes(outcome))).toEqual([]);
      expect(['200', '503']).toContain(health);
      expect(answers['504 TIMEOUT']).toBeGreaterThanOrEqual(30);
    }
  });

  it('writes changes once whose COMMIT gets no reply', { timeout: 300_000 }, async () => {
    await (await empty()).close();
    const { lost, changes, wrong } = await lostCommits(neo4jSettings, times(30, 1_000));
    expect(lost).toBeGreaterThanOrEqual(times(30, 1_000));
    expect(changes).toBeGreaterThan(0);
    expect(wrong).toBe(0);
  });

  describe('as a process', () => {
    let proxy: FaultProxy;
    let uri: string;
    beforeAll(async () => {
      await (await builtIn()).close();
      proxy = await FaultProxy.before(neo4jSettings.uri);
      ({ uri } = proxy);
    }, 400_000);
    afterAll(() => proxy.close());

    const start = (settings: Readonly<Record<string, string>>): Running => {
      const running = run({ ...neo4jEnvironment, NEO4J_URI: uri, ...settings });
      onTestFinished(async () => {
        running.child.kill('SIGKILL');
        await running.ended;
      });
      return running;
    };

    it('starts before its Neo4j, connects when that comes, and again after it was away', async () => {
      await proxy.refuse();
      const service = start({});
      await vi.waitUntil(() => service.output.out.includes('Waiting for it'), { timeout: 30_000 });
      await proxy.listen();
      const url = await service.url;
      const ready = async () => (await fetch(`${url}/health/ready`)).status;
      const china = () => fetch(`${url}/graphql`, post({ query: '{ region(id: "region:CN") { id } }' }));
      expect([await ready(), (await china()).status]).toEqual([200, 200]);
      await proxy.refuse();
      expect(await ready()).toBe(503);
      await proxy.listen();
      expect([await ready(), (await china()).status]).toEqual([200, 200]);
      proxy.fault = { kind: 'hang', after: 0 };
      expect(await ready()).toBe(503);
      proxy.fault = { kind: 'pass' };
      await vi.waitUntil(async () => (await ready()) === 200, { timeout: 30_000 });
    });

    it.each([
      ['password', { NEO4J_PASSWORD: 'Sekret' }, 'Neo4j refused the user or password: set NEO4J_USER and NEO4J_PASSWORD.\n'],
      [
        'database',
        { NEO4J_DATABASE: 'missing' },
        'Neo4j has no such database: is NEO4J_DATABASE the name of one, or unset for the default?\n',
      ],
    ])('does not wait for another %s', async (_, settings, message) => {
      const { ended, output } = start(settings);
      expect(await ended).toBe(1);
      expect(output.err).toBe(message);
    });
  });
});
