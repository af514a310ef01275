/** Search by meaning, with a scripted model of a few concepts. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Graph } from '../../src/graph/port.js';
import { limits } from '../../src/limits.js';
import { openMeaning, type OpenedMeaning } from '../../src/meaning/open-meaning.js';
import { engines } from '../support/engines.js';
import { serve, type Service } from '../support/service.js';
import { scriptedModel, wellBehaved } from './scripted-model.js';

const pilot = 'program:cn-used-car-export-pilot';
const searchIn = (scope: string) => `query ($query: String!, $types: [EntityType!], $first: Int = 10, $after: String) {
  search(query: $query, types: $types, first: $first, after: $after${scope}) {
    meaning totalCount pageInfo { endCursor hasNextPage } edges { foundBy score node { id } }
  }
}`;

describe.each(engines)('search by meaning on $name', (engine) => {
  let graph: Graph;
  let service: Service;
  let opened: OpenedMeaning;
  let model: Awaited<ReturnType<typeof scriptedModel>>;
  let folder: string;
  const warnings: string[] = [];
  /** Milliseconds that the clock is ahead. */
  let passed = 0;
  const file = () => join(folder, 'graph.vectors');
  const openWith = (name: string, prefixes = { query: '', text: '' }) =>
    openMeaning(
      { url: model.url, model: name, key: undefined, prefixes },
      () => graph,
      graph.engine,
      file(),
      (problem) => warnings.push(problem),
    );
  const isDone = async ({ indexer }: OpenedMeaning) => {
    indexer.start();
    await vi.waitFor(() => expect(indexer.progress).toEqual({ left: 0, failure: undefined, isCurrent: true }), {
      timeout: 60_000,
    });
  };
  const found = async (variables: Readonly<Record<string, unknown>>, scope = '') => {
    const { json } = await service.ask(searchIn(scope), variables);
    expect(json.errors).toBeUndefined();
    return json.data.search as {
      meaning: string;
      totalCount: number;
      pageInfo: { endCursor: string; hasNextPage: boolean };
      edges: { foundBy: string[]; score: number; node: { id: string } }[];
    };
  };
  const ids = ({ edges }: Awaited<ReturnType<typeof found>>) => edges.map(({ node }) => node.id);

  beforeAll(async () => {
    const now = performance.now.bind(performance);
    vi.spyOn(performance, 'now').mockImplementation(() => now() + passed);
    [graph, model] = [await engine.builtIn(), await scriptedModel()];
    folder = mkdtempSync(join(tmpdir(), 'policygraph-meaning-'));
    opened = openWith('concepts');
    service = await serve(graph, {
      meaning: opened.meaning,
      cache: { bytes: 1_000_000, delay: 0 },
      authenticate: async () => ({ id: 'key:editor', role: 'EDITOR' }),
    });
    await isDone(opened);
  });
  afterAll(async () => {
    vi.restoreAllMocks();
    await service?.close();
    await opened?.indexer.stop();
    await graph?.close();
    model?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it.each(['pre-owned vehicles sold overseas', '二手汽车卖到国外'])('finds the pilot by other words: %s', async (query) => {
    const result = await found({ query });
    expect(result.meaning).toBe('USED');
    expect(ids(result)).toContain(pilot);
    expect(result.edges.find(({ node }) => node.id === pilot)?.foundBy).toContain('MEANING');
  });

  it('finds nothing by meaning for questions about nothing in the graph', async () => {
    const { meaning, edges } = await found({ query: 'quantum chromodynamics' });
    expect(meaning).toBe('USED');
    expect(edges.filter(({ foundBy }) => foundBy.includes('MEANING'))).toEqual([]);
  });

  it('has exact names first, and says that words found them', async () => {
    const { edges } = await found({ query: 'Ministry of Commerce' });
    expect(edges[0]).toMatchObject({ node: { id: 'agency:cn-mofcom' }, score: 1 });
    expect(edges[0]!.foundBy).toContain('WORDS');
  });

  it('finds only entities of the types, the region and the day that are asked for', async () => {
    const query = 'pre-owned vehicles sold overseas';
    const types = ids(await found({ query, types: ['PRODUCT'] }));
    expect(types.filter((id) => !id.startsWith('product:'))).toEqual([]);
    expect(types).toContain('product:used-cars');
    expect(ids(await found({ query }, ', within: "region:CN-SD"'))).toContain(pilot);
    expect(ids(await found({ query }, ', within: "region:FR"'))).not.toContain(pilot);
  });

  it('searches by words alone, or by meaning alone, where that is asked for', async () => {
    model.texts = [];
    const words = await found({ query: 'second-hand automobiles' }, ', by: [WORDS]');
    expect([words.meaning, model.texts]).toEqual(['OFF', []]);
    expect(words.edges.filter(({ foundBy }) => foundBy.includes('MEANING'))).toEqual([]);
    const meaning = await found({ query: 'second-hand automobiles' }, ', by: [MEANING]');
    expect(meaning.edges.filter(({ foundBy }) => foundBy.includes('WORDS'))).toEqual([]);
    expect(ids(meaning)).toContain('product:used-cars');
  });

  it('pages without repeating or leaving out', async () => {
    const whole = await found({ query: 'used car exports', first: 50 });
    const paged: string[] = [];
    for (let after: string | undefined; ;) {
      const page = await found({ query: 'used car exports', first: 7, after });
      paged.push(...ids(page));
      after = page.pageInfo.endCursor;
      if (!page.pageInfo.hasNextPage) break;
    }
    expect(paged).toEqual((await found({ query: 'used car exports', first: 100 })).edges.map(({ node }) => node.id));
    expect(paged.slice(0, 50)).toEqual(ids(whole));
  });

  it.each([
    ['fails', () => ({ status: 500, body: {} }), 0],
    ['is busy', () => ({ status: 429, body: {} }), 0],
    ['is slow', wellBehaved, 1_500],
    ['gives no numbers', (input: readonly string[]) => ({ body: { data: input.map(() => ({ embedding: ['a'] })) } }), 0],
    ['gives too few vectors', () => ({ body: { data: [] } }), 0],
    ['gives another length', () => ({ body: { data: [{ embedding: [1, 2] }] } }), 0],
    ['gives nothing', () => ({ body: null }), 0],
  ] as const)('searches by words, and says so, where the model %s', async (_what, answer, delay) => {
    Object.assign(model, { answer, delay });
    onTestFinished(() => void Object.assign(model, { answer: wellBehaved, delay: 0 }));
    const query = `used cars ${_what}`; // whose vector is not kept
    expect(await found({ query })).toMatchObject({ meaning: 'UNAVAILABLE' });
    expect(ids(await found({ query: 'used cars' }))[0]).toBe('product:used-cars');
    Object.assign(model, { answer: wellBehaved, delay: 0 });
    passed += limits.meaning.pause.value;
    expect(await found({ query })).toMatchObject({ meaning: 'USED' }); // and was not cached
  });

  it('does not ask a model that failed again before a while', async () => {
    Object.assign(model, { answer: () => ({ status: 500, body: {} }) });
    await found({ query: 'used cars that fail' });
    Object.assign(model, { answer: wellBehaved, texts: [] });
    expect(await found({ query: 'used cars at once' })).toMatchObject({ meaning: 'UNAVAILABLE' });
    expect(model.texts).toEqual([]);
    passed += limits.meaning.pause.value;
    expect(await found({ query: 'used cars at once' })).toMatchObject({ meaning: 'USED' });
  });

  it('follows what changes, and embeds nothing else again', async () => {
    model.texts = [];
    const { json } = await service.ask(
      `mutation { applyChangeset(input: { reason: "A wand.", entities: [
        { id: "product:wands", names: [{ value: "Sticks of wizards", lang: "en" }], description: "Wands for spells." }] }) { outcome } }`,
    );
    expect(json.data.applyChangeset.outcome).toBe('LANDED');
    await expect.poll(async () => ids(await found({ query: '魔杖' })), { timeout: 20_000 }).toContain('product:wands');
    expect(model.texts.filter((text) => text.includes('wizards'))).toHaveLength(1);
    expect(model.texts.length).toBeLessThan(10);
  });

  it('goes on after a restart with the vectors that are kept', async () => {
    await opened.indexer.stop();
    model.texts = [];
    const again = openWith('concepts', { query: 'query: ', text: '' });
    onTestFinished(() => again.indexer.stop());
    await isDone(again);
    expect(model.texts.filter((text) => !text.startsWith('query: '))).toEqual([]); // only everyday questions
  });

  it.each([
    ['another model', 'other-concepts', { query: '', text: '' }],
    ['another prefix of texts', 'other-concepts', { query: 'query: ', text: 'passage: ' }],
  ])('makes all vectors again for %s', async (_what, name, prefixes) => {
    model.texts = [];
    const other = openWith(name, prefixes);
    onTestFinished(() => other.indexer.stop());
    await isDone(other);
    const texts = model.texts.filter((text) => text.startsWith(`${prefixes.text}Used cars; 二手车`));
    expect(texts).toHaveLength(1);
    expect(model.texts.length).toBeGreaterThan(1_000);
    await other.meaning.nearest('the pre-owned', {});
    expect(model.texts.at(-1)).toBe(`${prefixes.query}the pre-owned`);
  });
});

describe('without an embedding model', () => {
  it('search is by words, and says so', async () => {
    const graph = await engines[0]!.builtIn();
    const service = await serve(graph);
    onTestFinished(async () => {
      await service.close();
      await graph.close();
    });
    const { json } = await service.ask(searchIn(''), { query: 'used cars' });
    expect(json.errors).toBeUndefined();
    expect(json.data.search).toMatchObject({
      meaning: 'OFF',
      edges: expect.arrayContaining([expect.objectContaining({ foundBy: ['WORDS'] })]),
    });
  });
});
