import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { applyChangeset } from '../../src/changesets/apply.js';
import { undoLists } from '../../src/changesets/undo.js';
import { EmbeddedGraph, graphFile } from '../../src/graph/embedded/embedded-graph.js';
import { indexPath } from '../../src/graph/embedded/search/index-file.js';
import { readSegment } from '../../src/graph/embedded/search/segment-file.js';
import type { TermRow } from '../../src/graph/embedded/search/segment.js';
import { TermIndex } from '../../src/graph/embedded/search/term-index.js';
import { questionTerms, storedDescriptionTerms, storedNameTerms } from '../../src/graph/search/tokens.js';
import { descriptionWorth, drawOf, nameWorth } from '../../src/graph/search/worth.js';
import { draft, named } from '../changesets/drafts.js';

const names = [
  'Beijing',
  'Bejing Zone',
  'Běijīng municipal government',
  'Tianjin',
  'Guangzhou',
  'Notice on used car exports',
  'Second-hand car export pilot of the Ministry of Commerce of the People',
  '北京市',
  '关于二手车出口的通知',
  '關於二手車出口的公告',
  'GB/T 2260',
  'ſtraße',
  '𠮷野家',
];
const rowOf = (number: number, name: string, other: string, description: string): TermRow => ({
  id: `${number % 3 === 0 ? 'region' : 'policy'}:n${number}`,
  names: storedNameTerms([name, other], [`${number}`]),
  description: storedDescriptionTerms(description),
});
const row = fc
  .tuple(fc.nat(40), fc.constantFrom(...names), fc.constantFrom(...names), fc.constantFrom(...names))
  .map((parts) => rowOf(...parts));
const question = fc.constantFrom(
  ...names,
  'beijng',
  'bejiing',
  'beijingshi',
  'beijngshi',
  'bjs',
  'guanyuershouche',
  'chukou',
  'ershouc',
  'guang',
  'use',
  'cars export',
  '出口',
  '二手車',
  '7',
  'zzz',
  '*',
);

/** What the index must find, from the rows one by one. */
function expected(rows: Iterable<TermRow>, text: string, limit: number): string[] {
  const terms = questionTerms(text);
  const sum = (tokens: string, worth: typeof nameWorth) =>
    tokens === '' ? 0 : tokens.split(' ').reduce((all, token) => terms.reduce((each, term) => each + worth(term, token), all), 0);
  const scored = [...rows].map(({ id, names, description }) => ({
    id,
    score: sum(names, nameWorth) + sum(description ?? '', descriptionWorth),
  }));
  const order = (a: (typeof scored)[number], b: (typeof scored)[number]) =>
    b.score - a.score || drawOf(a.id) - drawOf(b.id) || (a.id < b.id ? -1 : 1);
  return scored
    .filter(({ score }) => score > 0)
    .sort(order)
    .slice(0, limit)
    .map(({ id }) => id);
}

describe('the index of tokens', () => {
  it('finds what a comparison of all entities finds, whatever was written before', async () => {
    const steps = fc.array(fc.oneof(row, row, fc.nat(40)), { maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(
        steps,
        fc.array(question, { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 1, max: 50 }),
        async (made, questions, limit) => {
          const index = new TermIndex();
          const rows = new Map<string, TermRow>();
          for (const step of made) {
            const id = typeof step === 'number' ? `region:n${step}` : step.id;
            if (typeof step === 'number') {
              index.remove([id]);
              rows.delete(id);
            } else {
              await index.put([step]);
              rows.set(id, step);
            }
          }
          for (const whole of [false, true]) {
            if (whole) await index.whole();
            expect(index.size).toBe(rows.size);
            for (const text of questions) {
              expect(await index.find(questionTerms(text), {}, limit)).toEqual(expected(rows.values(), text, limit));
              const regions = [...rows.values()].filter(({ id }) => id.startsWith('region:'));
              expect(await index.find(questionTerms(text), { labels: ['Region'] }, limit)).toEqual(
                expected(regions, text, limit),
              );
              const among = [...rows.keys()].filter((_, place) => place % 2 === 0);
              const some = among.map((id) => rows.get(id) as TermRow);
              expect(await index.find(questionTerms(text), { among }, limit)).toEqual(expected(some, text, limit));
            }
          }
        },
      ),
      { numRuns: 25 },
    );
  });
});

describe('the index of an embedded graph', () => {
  let folder: string;
  let file: string;
  let index: string;
  let lines: string[] = [];
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'policygraph-index-'));
    file = join(folder, graphFile);
    index = indexPath(file);
    cpSync(inject('builtInGraph'), folder, { recursive: true });
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  async function opened(): Promise<EmbeddedGraph> {
    lines = [];
    const graph = await EmbeddedGraph.open(folder);
    await graph.prepare((line) => /[1-9]\d* %$/.test(line) || lines.push(line)); // a slow machine reports more often
    return graph;
  }
  const find = async (graph: EmbeddedGraph, text: string): Promise<string[]> =>
    (await graph.search({ questions: [questionTerms(text)], limit: 5 }))[0] ?? [];
  const indexing = expect.stringMatching(/^Indexing [\d,]+ names … 0 %$/);

  it('is beside it when it is closed, and is read at the next start', async () => {
    const graph = await opened();
    expect(lines).toEqual([]);
    expect((await find(graph, 'qingdao'))[0]).toBe('region:CN-370200');
    await graph.close();
  });

  it('comes with a graph that is copied', async () => {
    const copy = join(folder, 'copy');
    const graph = await EmbeddedGraph.open(copy, file);
    await graph.prepare((line) => lines.push(line));
    expect(lines).toEqual([]);
    expect(readFileSync(join(copy, graphFile + '.search')).equals(readFileSync(index))).toBe(true);
    await graph.close();
  });

  it.each([
    ['missing', () => rmSync(index)],
    ['empty', () => writeFileSync(index, '')],
    ['cut', () => truncateSync(index, Math.floor(readFileSync(index).length / 2))],
    ['changed in one byte', () => flip(readFileSync(index).length - 100)],
    ['changed in its first line', () => flip(20)],
    ['not one', () => writeFileSync(index, 'This is a text. '.repeat(1_000))],
  ])('is made again where its file is %s', async (_, damage) => {
    damage();
    const graph = await opened();
    expect(lines).toEqual([indexing]);
    expect((await find(graph, 'qingdao'))[0]).toBe('region:CN-370200');
    await graph.close();
    await (await opened()).close();
    expect(lines).toEqual([]);
  });
  const flip = (place: number) => {
    const bytes = readFileSync(index);
    bytes[place] = (bytes[place] as number) ^ 1;
    writeFileSync(index, bytes);
  };

  it('is made again where its file is of another graph', async () => {
    const other = await EmbeddedGraph.open(join(folder, 'other'));
    await other.prepare();
    await applyChangeset(other, draft({ entities: [named('policy:other', 'Zyzzyva')] }));
    await other.close();
    cpSync(indexPath(join(folder, 'other', graphFile)), index);
    const graph = await opened();
    expect(lines).toEqual([indexing]);
    expect(await find(graph, 'Zyzzyva')).toEqual([]);
    await graph.close();
  });

  /** Each step leaves something else to be found. */
  async function changed(graph: EmbeddedGraph): Promise<void> {
    await applyChangeset(
      graph,
      draft({ entities: ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => named(`policy:z${id}`, `Zyzzyva ${id}`)) }),
    );
    expect(await find(graph, 'zyzzyva')).toHaveLength(5);
    await applyChangeset(graph, draft({ entities: [named('policy:za', 'Quokka')] }));
    await applyChangeset(graph, draft({ merges: [{ entity: 'policy:zb', into: 'policy:zc' }] }));
    const merge = await applyChangeset(graph, draft({ merges: [{ entity: 'policy:zd', into: 'policy:ze' }] }));
    expect(await find(graph, 'zyzzyva')).toHaveLength(3);
    await applyChangeset(graph, { ...draft({}), ...(await undoLists(graph, merge.entries)) });
  }
  async function expectChanges(graph: EmbeddedGraph): Promise<void> {
    expect((await find(graph, 'zyzzyva')).sort()).toEqual(['policy:zc', 'policy:zd', 'policy:ze', 'policy:zf']);
    expect(await find(graph, 'quokka')).toEqual(['policy:za']);
    expect(await find(graph, 'zyzzyva b')).toContain('policy:zc');
  }

  it('follows changes, merges and their undoing without being made again', async () => {
    const graph = await opened();
    await changed(graph);
    await expectChanges(graph);
    expect(lines).toEqual([]);
    await graph.close();
  });

  it.each([
    ['search', async (graph: EmbeddedGraph) => find(graph, 'x')],
    ['no search', async () => []],
  ])('catches up with a graph whose process ended between a write and its file, after %s', async (_, before) => {
    cpSync(index, join(folder, 'kept'));
    const graph = await EmbeddedGraph.open(folder);
    await before(graph);
    await changed(graph);
    await graph.close();
    cpSync(join(folder, 'kept'), index);
    const next = await opened();
    expect(lines).toEqual([]);
    await expectChanges(next);
    await next.close();
  });

  it('is not read after a write that it cannot follow', async () => {
    const graph = await opened();
    await graph.write([
      { name: 'test', text: "MATCH (node:Entity {id: 'region:CN-370200'}) SET node.names = ['Zyzzyva']", parameters: {} },
    ]);
    expect(existsSync(index)).toBe(false);
    expect(await find(graph, 'zyzzyva')).toEqual(['region:CN-370200']);
    await graph.close();
    expect((await readSegment(index))?.segment.words.tokens.indexOf('zyzzyva')).toBeGreaterThan(0);
  });

  it('works from memory where its file cannot be written, and reports that', async () => {
    rmSync(index);
    mkdirSync(`${index}.part`);
    const graph = await opened();
    expect(lines).toEqual([indexing, expect.stringContaining('The search index cannot be written (EISDIR)')]);
    await changed(graph);
    await expectChanges(graph);
    await graph.close();
    expect(existsSync(index)).toBe(false);
  });
});
