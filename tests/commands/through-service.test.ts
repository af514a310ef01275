/** Commands while the service has the embedded graph open: they go through it, and do what they do on their own. */
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { policygraph } from '../support/cli.js';
import { run, type Running } from '../support/process.js';

const folder = mkdtempSync(join(tmpdir(), 'policygraph-through-'));
const at = (name: string) => join(folder, name);
const alone = { POLICYGRAPH_DATA: at('alone') };
const served = { POLICYGRAPH_DATA: at('served') };

const record = { type: 'entity', id: 'policy:x-notice', names: [{ value: 'A notice', lang: 'en', kind: 'PREFERRED' }] };

describe('commands while the service runs', { timeout: 300_000 }, () => {
  let service: Running;
  beforeAll(async () => {
    for (const data of ['alone', 'served']) cpSync(inject('builtInGraph'), at(data), { recursive: true });
    writeFileSync(at('records.jsonl'), `${JSON.stringify(record)}\n`);
    service = run(served);
    await service.url;
  });
  afterAll(async () => {
    service.child.kill('SIGTERM');
    expect(await service.ended).toBe(0);
    expect(existsSync(join(at('served'), 'service.json'))).toBe(false);
    rmSync(folder, { recursive: true });
  });

  const ask = async (query: string) => {
    const response = await fetch(`${await service.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    });
    return (await response.json()) as { data: any };
  };

  it.each([
    ['what they find', ['check']],
    ['what they change', ['migrate']],
    ['what they refuse', ['export', '--format', 'jsonl', '--from', 'policy:unknown']],
  ])('report the same as on their own: %s', async (_, args) => {
    const outcomes = await Promise.all([served, alone].map((settings) => policygraph(args, { settings })));
    const [through, own] = outcomes.map((outcome) => ({ ...outcome, err: outcome.err.replaceAll(/^.* rows\/s.*\n/gm, '') }));
    expect(through).toEqual(own);
  });

  it('write the same file as on their own', async () => {
    const write = async (settings: typeof alone, file: string) => {
      expect((await policygraph(['export', '--format', 'jsonl', '--out', file], { settings })).code).toBe(0);
      return readFileSync(file);
    };
    const [through, own] = await Promise.all([write(served, at('through.jsonl')), write(alone, at('own.jsonl'))]);
    expect(through.equals(own)).toBe(true);
  });

  it('import, and the service answers with what they wrote', async () => {
    const query = '{ policy(id: "policy:x-notice") { name } }';
    expect((await ask(query)).data).toEqual({ policy: null });
    const untimed = ({ code, out, err }: Awaited<ReturnType<typeof policygraph>>) => [code, out.replace(/in [\d.]+ s/, ''), err];
    for (const args of [
      ['import', at('records.jsonl'), '--dry-run'],
      ['import', at('records.jsonl')],
    ])
      expect(untimed(await policygraph(args, { settings: served }))).toEqual(
        untimed(await policygraph(args, { settings: alone })),
      );
    expect((await ask(query)).data).toEqual({ policy: { name: 'A notice' } });
    expect((await ask('{ search(query: "A notice", first: 1) { edges { node { id } } } }')).data.search.edges).toEqual([
      { node: { id: 'policy:x-notice' } },
    ]);
    expect((await policygraph(['check'], { settings: served })).code).toBe(0);
  });

  it('backup and restore, after which the service answers as before, and followers are notified', async () => {
    const file = at('graph.backup.gz');
    const refused = await policygraph(['backup', at('small.gz')], { settings: served, fileBlocks: 64 });
    expect(refused).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringMatching(/^The disk is full, and nothing of the backup was kept/),
    });
    expect(readdirSync(folder).filter((name) => name.includes('small.gz'))).toEqual([]);
    expect(await policygraph(['backup', file], { settings: served })).toMatchObject({ code: 0 });
    const later = { ...record, id: 'policy:x-later' };
    writeFileSync(at('later.jsonl'), `${JSON.stringify(later)}\n`);
    expect((await policygraph(['import', at('later.jsonl')], { settings: served })).code).toBe(0);
    const query = '{ before: policy(id: "policy:x-notice") { name } after: policy(id: "policy:x-later") { name } }';
    expect((await ask(query)).data).toEqual({ before: { name: 'A notice' }, after: { name: 'A notice' } });
    const stream = await fetch(`${await service.url}/graphql/stream`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
      body: JSON.stringify({ query: 'subscription { changes { id } }' }),
    });
    expect((await policygraph(['restore', file], { settings: served })).err).toMatch(/has a graph already: pass --force/);
    expect(await policygraph(['restore', file, '--force'], { settings: served })).toMatchObject({ code: 0 });
    expect((await ask(query)).data).toEqual({ before: { name: 'A notice' }, after: null });
    expect(await stream.text()).toContain('The graph was restored from a backup');
    expect((await policygraph(['import', at('later.jsonl')], { settings: served })).code).toBe(0);
    expect((await ask(query)).data).toEqual({ before: { name: 'A notice' }, after: { name: 'A notice' } });
    expect((await policygraph(['check'], { settings: served })).code).toBe(0);
  });
});
