/** Commands while the service has the embedded graph open: they go through it, and do what they do on their own. */
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { formats, type FormatName } from '../../src/export/formats.js';
import { policygraph } from '../support/cli.js';
import { run, type Running } from '../support/process.js';

const folder = mkdtempSync(join(tmpdir(), 'policygraph-through-'));
const at = (name: string) => join(folder, name);
const alone = { POLICYGRAPH_DATA: at('alone') };
const served = { POLICYGRAPH_DATA: at('served') };

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
const record = { type: 'entity', id: 'policy:x-notice', names: [{ value: 'A notice', lang: 'en', kind: 'PREFERRED' }] };

describe('commands while the service runs', { timeout: 120_000 }, () => {
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

  it('write the same files as on their own, several at once', async () => {
    const write = async (settings: typeof alone, format: FormatName) => {
      const out = mkdtempSync(at(`${format}-`));
      const file = 'folder' in formats[format] ? out : join(out, 'file');
      const { code } = await policygraph(['export', '--format', format, '--out', file], { settings });
      expect(code).toBe(0);
      return readdirSync(out).map((name) => [name, sha256(readFileSync(join(out, name)))]);
    };
    const through = await Promise.all([write(served, 'jsonl'), write(served, 'neo4j-csv')]);
    expect(through).toEqual([await write(alone, 'jsonl'), await write(alone, 'neo4j-csv')]);
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
});
