import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { policygraph } from '../support/cli.js';

const example = fileURLToPath(new URL('../../examples/own-data/', import.meta.url));

describe('the import command', { timeout: 120_000 }, () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'policygraph-import-command-'));
    cpSync(inject('builtInGraph'), join(folder, 'graph'), { recursive: true });
    cpSync(example, folder, { recursive: true });
  });
  afterAll(() => rmSync(folder, { recursive: true }));
  const run = (args: readonly string[], input = '') =>
    policygraph(['import', ...args], { settings: { POLICYGRAPH_DATA: join(folder, 'graph') }, input });
  const files = () => [join(folder, 'policies.csv'), '--mapping', join(folder, 'policies.yaml')];

  it('loads the example as the docs say, and again changes nothing', async () => {
    const dry = await run([...files(), '--match', '--dry-run']);
    expect(dry.out).toContain('+ entity policy:example-2024-17 (Policy)\n');
    expect(dry.out).toMatch(/4 rows read, in [\d.]+ s: would be written, and is not: 5 entities created, /);
    const first = await run([...files(), '--match']);
    expect([first.code, first.err]).toEqual([0, '']);
    expect(first.out).toContain(
      'policies.csv:5:4 is no date of the forms EDTF (2024-02-05), YYYY/MM/DD, 中華民國RRR年MM月DD日 ("2022-13-45")\n',
    );
    expect(first.out).toContain('1 value not understood and left out, as the mapping says\n');
    expect(first.out).toMatch(
      /4 rows read, in [\d.]+ s: 5 entities created, 1 entity updated, 9 claims, 7 relations, 0 unchanged\n$/,
    );
    expect((await run([...files(), '--match'])).out).toMatch(
      /: nothing changed: the graph has it all, 2 of 2 batches written by an earlier run\n$/,
    );
  });

  it('proposes a mapping that works unchanged', async () => {
    const table = join(folder, 'policies.csv');
    const { code, out, err } = await run([table, '--propose']);
    expect([code, err]).toEqual([0, '']);
    const map = join(folder, 'proposed.yaml');
    writeFileSync(map, out);
    expect((await run([table, '--mapping', map, '--match', '--dry-run'])).out).toMatch(
      /4 rows read, in [\d.]+ s: would be written, and is not: 5 entities created, /,
    );
    expect((await run([table, '--type', 'Policy'])).err).toBe('--type needs --propose: a mapping names the types itself.\n');
  });

  it('refuses names that nobody has decided, and puts them where a person can', async () => {
    const decisions = join(folder, 'policies.decisions.csv');
    rmSync(decisions);
    const dry = await run([...files(), '--match', '--dry-run']);
    expect([dry.code, dry.out]).toEqual([1, expect.stringContaining(`\n1 name to decide in ${decisions}\n`)]);
    expect(readFileSync(decisions, 'utf8')).toMatch(/^name,type,decision,candidates,scores,year\n交通运输部,Agency,,/);
    rmSync(decisions);
    const { code, out } = await run([...files(), '--match']);
    expect(code).toBe(1);
    expect(out).toContain(`policies.csv:2:5 is a name that means no Agency for certain: decide in ${decisions} ("交通运输部")\n`);
    expect(readFileSync(decisions, 'utf8')).toMatch(/^name,type,decision,candidates,scores,year\n交通运输部,Agency,,/);
    writeFileSync(decisions, readFileSync(decisions, 'utf8').replace('Agency,,', 'Agency,agency:cn-mofcom,'));
    const decided = await run([...files(), '--match']);
    expect([decided.code, decided.out]).toEqual([
      0,
      expect.stringMatching(/: 1 entity updated, 2 claims, 2 relations, \d+ unchanged\n$/),
    ]);
  });

  it('creates what a person decides to create, once', async () => {
    const decisions = join(folder, 'decided.csv');
    writeFileSync(decisions, 'name,type,decision\n交通运输部,Agency,create agency:cn-mot\n');
    const args = [...files(), '--match', '--decisions', decisions];
    const dry = await run([...args, '--dry-run']);
    expect([dry.code, dry.out]).toEqual([0, expect.stringContaining('+ entity agency:cn-mot (Agency)\n')]);
    expect((await run(args)).out).toMatch(/: 1 entity created, 1 entity updated, 2 claims, 2 relations, \d+ unchanged\n$/);
    expect((await run(args)).out).toMatch(/: nothing changed: /);
  });

  it('reads standard input, and keeps what is good', async () => {
    const line = (id: string) => `{"type":"entity","id":"${id}","names":[{"value":"X","lang":"en"}]}\n`;
    const rejects = join(folder, 'wrong.jsonl');
    const { code, out } = await run(['-', '--keep-good', '--rejects', rejects], line('person:x') + line('nobody:x'));
    expect([code, out]).toEqual([
      0,
      expect.stringMatching(
        /standard input:2:\d+ must have an id that begins with a type[^]*2 rows read, .*: 1 entity created, 0 unchanged, 1 rejected\n$/,
      ),
    ]);
    expect([readFileSync(rejects, 'utf8'), existsSync(`${rejects}.reasons.txt`)]).toEqual([line('nobody:x'), true]);
  });

  it.each([
    [['nothing.csv'], 'There is no file nothing.csv.'],
    [[join(example, 'policies.csv')], 'Say what the columns of '],
    [[join(example, 'policies.csv'), '--keep-good'], '--keep-good needs --rejects FILE'],
    [[join(example, 'policies.csv'), '--match'], '--match needs --mapping MAP.yaml'],
    [[join(example, 'policies.csv'), '--decisions', 'd.csv'], '--decisions needs --match'],
    [[join(example, 'policies.csv'), '--batch', 'many'], '--batch must be a number from 1 to 10000.'],
    [[join(example, 'policies.csv'), '--id', 'a b'], '--id must be up to 100 letters'],
  ])('says one sentence and ends with 2: %j', async (args, sentence) => {
    const { code, out, err } = await run(args);
    expect([code, out, err.trimEnd().split('\n').length]).toEqual([2, '', 1]);
    expect(err).toContain(sentence);
  });
});
