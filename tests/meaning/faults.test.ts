/** Endpoints that fail: a search is by words at once, and entities get their vectors later. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { applyChangeset } from '../../src/changesets/apply.js';
import type { Graph } from '../../src/graph/port.js';
import { limits } from '../../src/limits.js';
import { article, draft, named } from '../changesets/drafts.js';
import { engines, embedded } from '../support/engines.js';
import { scriptedModel, wellBehaved } from './scripted-model.js';
import { isIndexed, nearTo, open, type Opened } from './support.js';

const [cars, wands] = ['product:cars', 'product:wands'];
const entities = [named(cars, 'Cars'), named(wands, 'Wands'), named(article, 'The article', { title: 'The article' })];
type Model = Awaited<ReturnType<typeof scriptedModel>>;

const vectors = (of: (text: string, index: number) => unknown) => (input: readonly string[]) => ({
  body: { data: input.map((text, index) => ({ index, embedding: of(text, index) })) },
});
const dataOf = (input: readonly string[]) => wellBehaved(input).body.data;

const faults: readonly (readonly [string, Model['answer']])[] = [
  ['gives null for numbers', vectors(() => [null, 1, 1, 1, 1, 1, 1, 1])],
  ['gives vectors of zeros', vectors(() => [0, 0, 0, 0, 0, 0, 0, 0])],
  ['gives numbers beyond all bounds', () => ({ body: '{"data":[{"index":0,"embedding":[1e999,0,0,0,0,0,0,0]}]}' })],
  ['gives fewer vectors than texts', (input) => ({ body: { data: dataOf(input).slice(1) } })],
  ['gives the vector of one text twice', (input) => ({ body: { data: dataOf(input).map((row) => ({ ...row, index: 1 })) } })],
  ['gives no list', () => ({ body: { data: { 0: [1] } } })],
  ['gives a page', () => ({ body: '<p>Sign in</p>', headers: { 'content-type': 'text/html' } })],
  ['sends without an end', () => ({ body: `[${'1,'.repeat(9_000_000)}` })],
  ['fails', () => ({ status: 500, body: {} })],
  ['is busy', () => ({ status: 429, body: {} })],
  ['refuses the key', () => ({ status: 401, body: { error: 'no secret here' } })],
];

let graph: Graph;
let model: Model;
let opened: Opened;
/** Milliseconds that the clock is ahead. */
let passed = 0;

beforeAll(async () => {
  const now = performance.now.bind(performance);
  vi.spyOn(performance, 'now').mockImplementation(() => now() + passed);
  graph = await embedded.empty();
  await applyChangeset(graph, draft({ entities }));
});
afterAll(async () => {
  vi.restoreAllMocks();
  await graph?.close();
});
beforeEach(async () => {
  model = await scriptedModel();
  opened = open(graph, { url: model.url, key: 'secret' });
});
afterEach(async () => {
  await opened.indexer.stop();
  model.close();
});

describe('an endpoint that, asked for a question,', () => {
  it.each([...faults, ['hangs', () => ({})] as const, ['gives a vector of another length', vectors(() => [1, 2, 3])] as const])(
    '%s is passed over, and is asked again later',
    async (_what, answer) => {
      await isIndexed(opened);
      model.answer = answer;
      expect(await nearTo(opened, 'vehicles')).toBeUndefined();
      expect(opened.warnings).toHaveLength(1);
      expect(opened.warnings[0]).not.toContain('secret');
      expect(await nearTo(opened, 'vehicles')).toBeUndefined(); // at once
      expect(opened.warnings).toHaveLength(1);
      model.answer = wellBehaved;
      passed += limits.meaning.pause.value;
      expect(await nearTo(opened, 'vehicles')).toEqual([cars]);
    },
  );

  it('asks for a pause is not asked before its end', async () => {
    await isIndexed(opened);
    model.answer = () => ({ status: 429, headers: { 'retry-after': '30' }, body: {} });
    await nearTo(opened, 'vehicles');
    Object.assign(model, { answer: wellBehaved, texts: [] });
    passed += 29_000;
    expect([await nearTo(opened, 'vehicles'), model.texts]).toEqual([undefined, []]);
    passed += 1_100;
    expect(await nearTo(opened, 'vehicles')).toEqual([cars]);
  });

  it('leads to another host is not followed there: the key and the question stay here', async () => {
    await isIndexed(opened);
    const other = await scriptedModel();
    onTestFinished(other.close);
    model.answer = () => ({ status: 307, headers: { location: `${other.url}/embeddings` }, body: {} });
    expect(await nearTo(opened, 'vehicles')).toBeUndefined();
    expect(opened.warnings[0]).toContain('redirects to another address');
    expect(other.texts).toEqual([]);
  });

  it('gives vectors in another order, or without one, is understood', async () => {
    model.answer = (input) => ({ body: { data: dataOf(input).toReversed() } });
    await isIndexed(opened);
    model.answer = (input) => ({
      body: {
        data: dataOf(input)
          .map(({ embedding }) => ({ embedding }))
          .toReversed(),
      },
    });
    expect(await nearTo(opened, 'vehicles')).toEqual([cars]);
  });
});

describe('an endpoint that, asked for entities,', () => {
  it.each(faults)('%s is asked again until all have their vectors', async (_what, answer) => {
    model.answer = (input, name) => (opened.warnings.length === 0 ? answer(input, name) : wellBehaved(input));
    expect(await nearTo(opened, 'vehicles')).toBeUndefined(); // nothing has vectors yet
    await isIndexed(opened);
    expect(await nearTo(opened, 'vehicles')).toEqual([cars]);
  });

  it('is gone at the start is found when it comes', async () => {
    model.close();
    opened.indexer.start();
    await expect.poll(() => opened.warnings, { timeout: 20_000 }).toHaveLength(1);
    expect(opened.warnings[0]).toContain('cannot be reached');
    expect(await nearTo(opened, 'vehicles')).toBeUndefined();
    await model.reopen();
    await isIndexed(opened);
    expect(await nearTo(opened, 'vehicles')).toEqual([cars]);
  });

  it('refuses one text gets the others, and the log says which is left out', async () => {
    model.answer = (input) => (input.includes('Wands') ? { status: 400, body: { error: 'No spells.' } } : wellBehaved(input));
    await isIndexed(opened);
    expect(await nearTo(opened, 'vehicles')).toEqual([cars]);
    expect(await nearTo(opened, '魔杖')).toEqual([]);
    expect(opened.warnings).toEqual([
      `A text of ${wands} is left out of search by meaning: The embeddings endpoint answered with the status 400 (No spells).`,
    ]);
  });

  it('changes the length of its vectors gets all texts again', async () => {
    await isIndexed(opened);
    model.answer = (input) => ({ body: { data: dataOf(input).map((row) => ({ ...row, embedding: [...row.embedding, 0.1] })) } });
    await applyChangeset(graph, draft({ entities: [named('product:vans', 'Automobiles')] }));
    await expect.poll(() => opened.warnings.join('\n'), { timeout: 20_000 }).toContain('changed the length of its vectors');
    await isIndexed(opened);
    expect((await nearTo(opened, 'vehicles'))?.toSorted()).toEqual([cars, 'product:vans']);
  });
});

describe.each(engines.filter(({ name }) => name === 'neo4j'))('two services on one $name', (engine) => {
  it('share one set of vectors, which one of them makes', async () => {
    const shared = await engine.empty();
    await applyChangeset(shared, draft({ entities }));
    const both = [open(shared, { url: model.url }), open(shared, { url: model.url })];
    onTestFinished(async () => {
      for (const { indexer } of both) await indexer.stop();
      await shared.close();
    });
    await Promise.all(both.map((each) => isIndexed(each, 100_000)));
    expect(model.texts.filter((text) => text === 'Cars')).toEqual(['Cars']);
    for (const each of both) expect(await nearTo(each, 'vehicles')).toEqual([cars]);
    await both[0]?.indexer.stop();
    await both[1]?.indexer.stop();
    const third = open(shared, { url: model.url });
    both.push(third);
    await applyChangeset(shared, draft({ entities: [named('product:vans', 'Automobiles')] }));
    await isIndexed(third, 100_000);
    expect((await nearTo(third, 'vehicles'))?.toSorted()).toEqual([cars, 'product:vans']);
  }, 300_000);
});
