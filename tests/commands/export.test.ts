import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { GraphReader } from '../../src/export/graph-reader.js';
import { jsonLines } from '../../src/export/json-lines.js';
import { EmbeddedGraph } from '../../src/graph/embedded/embedded-graph.js';
import { text } from '../export/text.js';
import { policygraph } from '../support/cli.js';

const folder = mkdtempSync(join(tmpdir(), 'policygraph-export-'));
const data = join(folder, 'data');
const at = (name: string) => join(folder, name);
const run = (...args: string[]) => policygraph(['export', ...args], { settings: { POLICYGRAPH_DATA: data } });

describe('export', { timeout: 60_000 }, () => {
  let lines: string;
  beforeAll(async () => {
    cpSync(inject('builtInGraph'), data, { recursive: true });
    const graph = await EmbeddedGraph.open(data);
    lines = await text(jsonLines(new GraphReader(graph)));
    await graph.close();
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('writes to a file, packed or not, and says nothing to what is no terminal', async () => {
    expect(await run('--format', 'jsonl', '--out', at('graph.jsonl'))).toEqual({ code: 0, out: '', err: '' });
    expect(readFileSync(at('graph.jsonl'), 'utf8') === lines).toBe(true);
    await run('--format', 'jsonl', '--gzip', '--out', at('graph.jsonl.gz'));
    expect(gunzipSync(readFileSync(at('graph.jsonl.gz'))).toString() === lines).toBe(true);
  });

  it('writes to standard output, and ends when nobody reads any more', async () => {
    const { code, out, err } = await run('--format', 'sdmx-csv');
    expect([code, out.split('\n')[0]?.slice(0, 14), err]).toEqual([0, 'FREQ,REF_AREA,', '']);
    expect(await run('--format', 'jsonl', '--formulas', 'keep')).toMatchObject({
      code: 2,
      err: '--formulas is for csv and sdmx-csv: jsonl leaves all text unchanged.\n',
    });
    expect(await run('--format', 'jsonl', '--as-of', '2024-01-01')).toMatchObject({
      code: 2,
      err: '--as-of is for formats with relations: jsonl has the claims that assert them, with their dates.\n',
    });
    const args = ['dist/cli.js', 'export', '--format', 'jsonl'];
    const child = spawn(process.execPath, args, { env: { ...process.env, POLICYGRAPH_DATA: data } });
    child.stdout.once('data', () => child.stdout.destroy());
    expect(await new Promise((resolve) => child.on('close', resolve))).toBe(0);
  });

  it('writes a folder of files, packed but for the arguments', async () => {
    expect(await run('--format', 'neo4j-csv', '--gzip', '--out', at('neo4j'))).toEqual({ code: 0, out: '', err: '' });
    const named = readFileSync(at('neo4j/neo4j-admin.args'), 'utf8').match(/(?<=^--(?:nodes|relationships)=).*$/gm);
    expect(readdirSync(at('neo4j')).sort()).toEqual([...named!, 'neo4j-admin.args'].sort());
    expect(gunzipSync(readFileSync(at('neo4j/nodes-Person.csv.gz'))).toString()).toMatch(/^id:ID,:LABEL,/);
  });

  it('replaces nothing without --force', async () => {
    writeFileSync(at('mine'), 'mine');
    const taken = await run('--format', 'sdmx-csv', '--out', at('mine'));
    expect(taken).toEqual({
      code: 2,
      out: '',
      err: `${at('mine')} is there already: give another name, or --force to replace it.\n`,
    });
    expect(readFileSync(at('mine'), 'utf8')).toBe('mine');
    expect((await run('--format', 'sdmx-csv', '--out', at('mine'), '--force')).code).toBe(0);
    expect(readFileSync(at('mine'), 'utf8')).toMatch(/^FREQ,/);
    expect((await run('--format', 'csv', '--out', folder)).err).toMatch(/is there already: .* --force to replace its files\.\n$/);
  });

  it('writes the relations of a day', async () => {
    const members = async (day: string) => {
      const { out } = await run('--format', 'json', '--from', 'region:ASEAN', '--relations', 'MEMBER_OF', '--as-of', day);
      const { relations } = JSON.parse(out) as { relations: { type: string; to: string }[] };
      return relations.filter(({ type, to }) => type === 'MEMBER_OF' && to === 'region:ASEAN').length;
    };
    expect([await members('1990-01-01'), await members('2000-01-01')]).toEqual([6, 10]);
    expect((await run('--format', 'csv', '--as-of', '2024-02-30', '--out', at('never'))).err).toBe(
      '--as-of must be a day such as 2024-02-05.\n',
    );
  });

  const linesOf = (out: string) =>
    out
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line) as Record<string, unknown>);
  const idsOf = (out: string, type = 'entity') =>
    linesOf(out)
      .filter((line) => line['type'] === type)
      .map(({ id }) => String(id));

  it('writes a part: types, and what lies around an entity', async () => {
    const { code, out, err } = await run('--format', 'jsonl', '--types', 'agency,Policy');
    expect([code, err]).toEqual([0, '']);
    expect(linesOf(out)).toContainEqual(expect.objectContaining({ subject: 'agency:cn-mofcom', predicate: 'ISSUED' }));
    expect(out).not.toContain('"predicate":"COVERS"');
    const pilot = 'program:cn-used-car-export-pilot';
    const near = await run('--format', 'jsonl', '--from', pilot, '--relations', 'covers');
    const covered = linesOf(near.out).filter(({ predicate }) => predicate === 'COVERS');
    expect(new Set(covered.map(({ subject }) => subject))).toEqual(new Set([pilot]));
    expect(idsOf(near.out)).toEqual(expect.arrayContaining([pilot, ...covered.map(({ object }) => String(object))]));
    const further = await run('--format', 'graphml', '--from', pilot, '--relations', 'COVERS,PART_OF', '--depth', '2');
    expect(further.out).toContain('<node id="region:CN-SD">');
  });

  it('writes a part: what a query finds, and says what it does not show', async () => {
    writeFileSync(at('query.graphql'), 'query ($first: Int!) { policies(first: $first) { edges { node { id } } } }');
    const args = ['--format', 'jsonl', '--query', at('query.graphql'), '--variables', '{ "first": 3 }'];
    const { code, out, err } = await run(...args);
    expect([code, err]).toEqual([0, expect.stringMatching(/^The answer is cut: there is more in policies\. Ask .*\n$/)]);
    expect(idsOf(out).filter((id) => id.startsWith('policy:'))).toHaveLength(3);
    const named = new Set(linesOf(out).flatMap(({ about = [] }) => about as string[]));
    const programs = idsOf(out).filter((id) => id.startsWith('program:'));
    expect(programs.filter((id) => !named.has(id))).toEqual([]);
  });

  it.each([
    [
      'a format that is none',
      ['--format', 'xml'],
      2,
      /^Option '--format <format>' argument 'xml' is invalid\. Allowed choices are jsonl, /,
    ],
    ['no format', [], 2, /^Required option '--format <format>' not specified\.\n$/],
    ['several files without a folder', ['--format', 'csv'], 2, /^csv is written as several files: .* --out FOLDER\.\n$/],
    ['a folder for a file', ['--format', 'jsonl', '--out', folder], 2, /is no file: give --out the name of one\.\n$/],
    ['a device', ['--format', 'jsonl', '--out', '/dev/null', '--force'], 2, /^\/dev\/null is no file: /],
    ['a missing folder', ['--format', 'jsonl', '--out', '/nowhere/graph'], 2, /^There is no folder \/nowhere\.\n$/],
  ])('says one sentence: %s', async (_, args, code, err) => {
    expect(await run(...args)).toEqual({ code, out: '', err: expect.stringMatching(err) });
  });

  it('says one sentence where there is no graph, or the service has it open, and leaves nothing', async () => {
    const nowhere = await policygraph(['export', '--format', 'jsonl'], { settings: { POLICYGRAPH_DATA: at('nowhere') } });
    expect(nowhere).toMatchObject({ code: 1, out: '', err: expect.stringMatching(/^The graph is empty: .*\n$/) });
    expect(existsSync(at('nowhere'))).toBe(false);
    const graph = await EmbeddedGraph.open(data);
    const locked = await run('--format', 'jsonl', '--out', at('locked.jsonl'));
    await graph.close();
    expect(locked).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringMatching(/^\S+ is open in another process: stop that one, .*\n$/),
    });
    expect(readdirSync(folder).filter((name) => name.includes('locked'))).toEqual([]);
  });

  it('says that a file cannot be written, and leaves nothing of it', async () => {
    const limited = 'ulimit -f 20000; exec "$0" --import tsx src/cli.ts export --format ntriples --out "$1"';
    const child = spawn('sh', ['-c', limited, process.execPath, at('full.nt')], {
      env: { ...process.env, POLICYGRAPH_DATA: data },
    });
    let err = '';
    child.stderr.setEncoding('utf8').on('data', (piece: string) => (err += piece));
    expect(await new Promise((resolve) => child.on('close', resolve))).toBe(1);
    expect(err).toBe('The disk is full, and nothing of the export was kept: make room, then try again.\n');
    expect(readdirSync(folder).filter((name) => name.includes('full'))).toEqual([]);
  });
});
