/** The service, and each command that writes, on a disk without room: a small file system in memory, which only root may mount. */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { policygraph } from '../support/cli.js';
import { addedKey } from '../support/keys.js';
import { run, type Running } from '../support/process.js';
import { post } from '../support/service.js';

const disk = mkdtempSync(join(tmpdir(), 'policygraph-disk-'));
const isMounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=48m', 'tmpfs', disk]).status === 0;
if (!isMounted) console.log('A full disk is not tested: only root may mount a small one.');
afterAll(() => {
  if (isMounted) spawnSync('umount', ['-l', disk]);
  rmSync(disk, { recursive: true });
});

const filler = join(disk, 'filler');

/** Takes the last byte, after what others write while it does. */
function fill(): void {
  for (const size of [1_000_000, 4_096])
    for (;;) {
      const { status } = spawnSync('sh', ['-c', `head -c ${size} /dev/zero >> "$0"`, filler]);
      if (status !== 0) break;
    }
}

describe.skipIf(!isMounted)('a full disk', () => {
  const data = join(disk, 'data');
  let service: Running;
  let key: string;

  beforeAll(async () => {
    cpSync(inject('builtInGraph'), data, { recursive: true });
    key = (await addedKey(join(data, 'keys.json'))).secret;
    service = run({ POLICYGRAPH_DATA: data });
    await service.url;
    fill();
  });

  const ask = async (query: string, variables = {}) => {
    const response = await fetch(`${await service.url}/graphql`, post({ query, variables }, { authorization: `Bearer ${key}` }));
    return { status: response.status, json: (await response.json()) as any };
  };
  /** More than the engine's log may have room for. */
  const people = (name: string) =>
    Array.from({ length: 50 }, (_, number) => ({
      id: `person:${name}-${number}`,
      names: [{ value: 'x'.repeat(400), lang: 'en' }],
    }));
  const change = (name: string) =>
    ask('mutation ($input: ChangesetInput!) { applyChangeset(input: $input) { outcome } }', {
      input: { reason: 'Full', entities: people(name) },
    });
  const versionOf = async (name: string) =>
    (await ask(`{ person(id: "person:${name}-49") { version } }`)).json.data.person?.version ?? null;

  it('refuses a mutation as STORAGE_FULL, and keeps nothing of it', async () => {
    const { status, json } = await change('one');
    expect({ status, errors: json.errors }).toMatchObject({
      status: 507,
      errors: [
        {
          message: 'The disk is full, and nothing of the change was kept: make room, then try again.',
          extensions: { code: 'STORAGE_FULL' },
        },
      ],
    });
    expect(await versionOf('one')).toBeNull();
  });

  it('refuses an import', async () => {
    const form = new FormData();
    const lines = people('two').map((person) => `${JSON.stringify({ type: 'entity', ...person })}\n`);
    form.set('file', new Blob(lines), 'a.jsonl');
    const response = await fetch(`${await service.url}/import`, {
      method: 'POST',
      body: form,
      headers: { authorization: `Bearer ${key}` },
    });
    expect(response.status).toBe(507);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'STORAGE_FULL' } }] });
    expect(await versionOf('two')).toBeNull();
  });

  it('answers reads', async () => {
    expect((await ask('{ region(id: "region:CN") { name } }')).json.data).toEqual({ region: { name: 'China' } });
  });

  it('refuses a new key, and keeps the others', async () => {
    const keys = await policygraph(['keys', 'add', '--name', 'x', '--role', 'reader'], { settings: { POLICYGRAPH_DATA: data } });
    expect(keys).toMatchObject({
      code: 1,
      out: '',
      err: `The disk is full, and ${join(data, 'keys.json')} is as it was: make room, then try again.\n`,
    });
    expect((await ask('{ graph { engine } }')).status).toBe(200);
  });

  it.each(['jsonl', 'neo4j-csv'])('refuses an export as %s, and keeps no part of it', async (format) => {
    const settings = { POLICYGRAPH_DATA: join(disk, '..', 'policygraph-other') };
    cpSync(inject('builtInGraph'), settings.POLICYGRAPH_DATA, { recursive: true });
    const out = join(disk, `out-${format}`);
    const { code, err } = await policygraph(['export', '--format', format, '--out', out], { settings });
    rmSync(settings.POLICYGRAPH_DATA, { recursive: true });
    expect({ code, err: err.split('\n').at(-2) }).toEqual({
      code: 1,
      err: 'The disk is full, and nothing of the export was kept: make room, then try again.',
    });
    expect(existsSync(out) && !statSync(out).isDirectory()).toBe(false);
    expect(readdirSync(disk).filter((name) => name.endsWith('.part'))).toEqual([]);
    rmSync(out, { recursive: true, force: true });
  });

  it('takes writes again when there is room, without a restart', async () => {
    rmSync(filler);
    expect(await change('three')).toMatchObject({ status: 200, json: { data: { applyChangeset: { outcome: 'LANDED' } } } });
    expect(await versionOf('three')).toBe(1);
    fill();
    expect((await change('four')).status).toBe(507);
  });

  it('lets the service stop cleanly, and start again with all that was acknowledged', { timeout: 60_000 }, async () => {
    service.child.kill('SIGTERM');
    expect(await service.ended).toBe(0);
    expect(service.output.err).not.toMatch(/\n\s+at /);
    const start = run({ POLICYGRAPH_DATA: data });
    expect(await start.ended).toBe(1);
    expect(start.output.err).toMatch(/^The disk is full, .*: make room, then try again\.\n$/);
    rmSync(filler);
    service = run({ POLICYGRAPH_DATA: data });
    await service.url;
    expect([await versionOf('three'), await versionOf('four')]).toEqual([1, null]);
    fill();
    service.child.kill('SIGTERM');
    expect(await service.ended).toBe(0);
  });
});
