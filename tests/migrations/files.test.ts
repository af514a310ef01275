/** Graph files that earlier programs wrote, opened by the service and the commands as people run them. */
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { EmbeddedGraph, graphFile } from '../../src/graph/embedded/embedded-graph.js';
import { modelVersion } from '../../src/graph/model-version.js';
import { migrations } from '../../src/migrations/migrations.js';
import { upgrade } from '../../src/migrations/upgrade.js';
import { policygraph } from '../support/cli.js';
import { run } from '../support/process.js';
import { post } from '../support/service.js';
import { comparable } from './comparable.js';
import { dumpOf, type Dump } from './dump.js';
import { earlierStores, madeToday, newerVersion, putFile, say, storeNamed } from './stores.js';

vi.setConfig({ testTimeout: 60_000 }); // processes take a while to start on a busy machine

let today: Dump;
beforeAll(async () => {
  today = await madeToday();
});

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'policygraph-upgrade-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const markFile = `${graphFile}.mark`;
const copyName = `${graphFile}.before-v${modelVersion}`;
const command = (...args: string[]) => policygraph(args, { settings: { POLICYGRAPH_DATA: folder } });
const behind = (version: number) =>
  `The graph has model version ${version}; this program needs ${modelVersion}: run "policygraph migrate", or start the service.\n`;

async function held(): Promise<Dump> {
  const graph = await EmbeddedGraph.open(folder);
  const dump = await dumpOf(graph);
  await graph.close();
  return dump;
}

/** What a file beside the graph holds. */
async function heldBy(name: string): Promise<Dump> {
  rmSync(join(folder, markFile));
  renameSync(join(folder, name), join(folder, graphFile));
  return held();
}

describe('policygraph migrate', () => {
  it.each(earlierStores)(
    'upgrades the file of program $name, and keeps it as it was beside it',
    async ({ name, version, told }) => {
      putFile(name, folder);
      const { code, out, err } = await command('migrate');
      expect({ code, err }).toEqual({ code: 0, err: '' });
      expect(out).toMatch(
        new RegExp(
          `^Upgraded from model version ${version} to ${modelVersion} in [\\d.]+ s\nThe graph as it was is in .*${copyName}\n$`,
        ),
      );
      expect(readdirSync(folder).sort()).toEqual([graphFile, copyName, markFile]);
      expect(comparable(await held(), told)).toEqual(comparable(today, told));
      expect(await command('check')).toMatchObject({ code: 0 });
      expect(await heldBy(copyName)).toEqual(storeNamed(name));
    },
  );

  it('says what it would do, and does nothing of it', async () => {
    putFile('1', folder);
    const { code, out } = await command('migrate', '--dry-run');
    expect(code).toBe(0);
    const steps = migrations.map(({ to, title }) => `  ${to}: ${title}\n`);
    expect(out).toBe(`Model version 1; an upgrade would bring:\n${steps.join('')}`);
    expect(readdirSync(folder).sort()).toEqual([graphFile, markFile]);
    expect(await held()).toEqual(storeNamed('1'));
  });

  it('has nothing to do a second time, nor where there is no graph', async () => {
    expect(await command('migrate')).toMatchObject({
      code: 0,
      out: `There is no graph yet: it will begin with model version ${modelVersion}\n`,
    });
    expect(readdirSync(folder)).toEqual([]);
    putFile(String(modelVersion), folder);
    const newest = { code: 0, out: `Model version ${modelVersion} is the newest: nothing to do\n` };
    expect(await command('migrate')).toMatchObject(newest);
    expect(await command('migrate', '--dry-run')).toMatchObject(newest);
    expect(readdirSync(folder).sort()).toEqual([graphFile, markFile]);
  });

  it('changes nothing when the copy cannot be written', async () => {
    putFile('1', folder);
    mkdirSync(join(folder, copyName, 'in the way'), { recursive: true });
    const { code, out, err } = await command('migrate');
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(new RegExp(`^The copy .*${copyName} could not be written, and nothing was changed\\.\n$`));
    expect(readdirSync(folder).sort()).toEqual([graphFile, copyName, markFile]);
    expect(await held()).toEqual(storeNamed('1'));
  });
});

describe('a start of the service', () => {
  const start = (settings: Readonly<Record<string, string>> = {}) => {
    const service = run({ POLICYGRAPH_DATA: folder, ...settings });
    onTestFinished(async () => {
      service.child.kill('SIGKILL');
      await service.ended;
    });
    return service;
  };

  it('upgrades, says so, brings the built-in data up to date, and answers', async () => {
    putFile('1', folder);
    const service = start();
    const url = await service.url;
    expect(service.output.out).toMatch(
      new RegExp(
        `Model version 1 is upgraded to ${modelVersion}\n( {2}to version .* looked at …\n)+Upgraded in [\\d.]+ s; the graph as it was is in .*${copyName}\n`,
      ),
    );
    expect(service.output.out).toMatch(/Built-in data [0-9a-f]{12} updated: /);
    const query =
      '{ changes(first: 1) { changes { kind changeset { reason } } } program(id: "program:cn-used-car-export-pilot") { regions { totalCount } } }';
    expect(await (await fetch(`${url}/graphql`, post({ query }))).json()).toMatchObject({
      data: {
        changes: { changes: [{ kind: 'ENTITY_CREATED', changeset: { reason: 'Built-in data' } }] },
        program: { regions: { totalCount: 10 } },
      },
    });
    service.child.kill('SIGTERM');
    expect(await service.ended).toBe(0);
    expect(await command('check')).toMatchObject({ code: 0 });
  });

  it('does not where POLICYGRAPH_MIGRATE is off', async () => {
    putFile('2', folder);
    const service = start({ POLICYGRAPH_MIGRATE: 'off' });
    expect(await service.ended).toBe(1);
    expect(service.output.err).toBe(behind(2));
    expect(await held()).toEqual(storeNamed('2'));
  });

  it('refuses a graph that is newer, in one sentence', async () => {
    putFile(String(modelVersion), folder);
    const graph = await EmbeddedGraph.open(folder);
    await say(graph, newerVersion);
    const before = await dumpOf(graph);
    await graph.close();
    const service = start();
    expect(await service.ended).toBe(1);
    expect(service.output.err).toMatch(new RegExp(`^The graph has model version ${newerVersion}, [^\n]+\\.\n$`));
    expect(service.output.out).not.toContain('Playground');
    expect(await held()).toEqual(before);
  });
});

it.each([
  ['check'],
  ['export', '--format', 'jsonl'],
  ['import', 'tests/export/world.jsonl'],
  ['import', '--dry-run', 'tests/export/world.jsonl'],
])('policygraph %s %s %s leaves a graph of an earlier version alone', async (...args) => {
  putFile('2', folder);
  expect(await command(...args)).toEqual({ code: 1, out: '', err: behind(2) });
  expect(readdirSync(folder).sort()).toEqual([graphFile, markFile]);
  expect(await held()).toEqual(storeNamed('2'));
});

it('an upgrade replaces the copy of an earlier one, since it is not the graph that is upgraded now', async () => {
  for (const name of ['1', '2']) {
    rmSync(join(folder, markFile), { force: true });
    putFile(name, folder);
    const graph = await EmbeddedGraph.open(folder);
    expect(await upgrade(graph)).toMatchObject({ copy: join(folder, copyName) });
    await graph.close();
  }
  expect(readFileSync(join(folder, copyName)).length).toBeGreaterThan(0);
  expect(await heldBy(copyName)).toEqual(storeNamed('2'));
});
