/**
 * What a store holds is what its model version says. When one of these fails, what today's code writes is no longer what version N of it is: give it a new
 * version (docs/upgrade.md, "A change to what is stored"), so that the stores that are out there are brought there.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { applyChangeset } from '../../src/changesets/apply.js';
import { EmbeddedGraph } from '../../src/graph/embedded/embedded-graph.js';
import { modelVersion } from '../../src/graph/model-version.js';
import type { ObservationRecord } from '../../src/graph/stored/record-types.js';
import { loadBuiltIn } from '../../src/import/built-in.js';
import { claim, draft, named } from '../changesets/drafts.js';
import { comparable } from './comparable.js';
import { dumpOf, type Dump } from './dump.js';
import { dataFolders, madeToday, storeNamed } from './stores.js';

const update = process.env['UPDATE_GOLDEN'] === '1';
const advice = `What is stored is no longer what model version ${modelVersion} is. Give it a new version, with a step that brings older stores there: docs/upgrade.md, "A change to what is stored".`;

it(`the same data makes the same store as when model version ${modelVersion} was made`, async () => {
  expect(comparable(await madeToday()), advice).toEqual(comparable(storeNamed(String(modelVersion))));
});

it('nodes and relationships have the properties that the list of the model version has', async () => {
  const file = fileURLToPath(new URL(`stored-forms/${modelVersion}.json`, import.meta.url));
  const form = formOf(await everything());
  if (update && !existsSync(file)) writeFileSync(file, `${JSON.stringify(form, null, 2)}\n`);
  expect(form, advice).toEqual(JSON.parse(readFileSync(file, 'utf8')));
});

/** Data of its own, since the built-in data grows: all that a changeset can write, a merge included, which supersedes claims and ends relations and observations. */
async function everything(): Promise<Dump> {
  const graph = await EmbeddedGraph.open(':memory:');
  onTestFinished(() => graph.close());
  await graph.prepare();
  for (const folder of dataFolders) await loadBuiltIn(graph, () => undefined, folder);
  const evidence = [
    { document: 'document:report', record: '7', summary: 'It covers the town.' },
    { document: 'document:report', record: '8', supports: 'DATES' as const, summary: 'It says when.' },
  ];
  await applyChangeset(
    graph,
    draft({
      entities: [named('region:TOWN', 'Town'), named('event:fair', 'Fair')],
      claims: [claim('policy:plan', 'COVERS', { object: 'region:TOWN' }, { from: '2021', until: '2022', evidence })],
      observations: [sold],
    }),
  );
  const again = claim('policy:plan', 'COVERS', { object: 'region:QINGDAO' });
  const { entries } = await applyChangeset(graph, draft({ claims: [again] }));
  await applyChangeset(graph, draft({ retract: entries.filter(({ kind }) => kind === 'CLAIM_ASSERTED').map(({ id }) => id) }));
  await applyChangeset(graph, draft({ claims: [again] }));
  await applyChangeset(graph, draft({ merges: [{ entity: 'region:XIAN', into: 'region:TOWN' }] }));
  return dumpOf(graph);
}

const sold: ObservationRecord = {
  id: 'observation:of-the-fair',
  indicator: 'indicator:cars-sold',
  about: ['event:fair'],
  period: '2024',
  basePeriod: '2023',
  value: 5,
  unit: '{car}',
  comparator: 'ABOUT',
  kind: 'CHANGE',
  convertedValue: 7,
  convertedUnit: '{vehicle}',
};

/** Which properties the nodes of each label have, and the relationships of each type. */
function formOf({ nodes, relationships }: Dump) {
  return {
    nodes: propertiesBy(nodes.map(({ labels, properties }) => [labels.join(':'), properties] as const)),
    relationships: propertiesBy(relationships.map(({ type, properties }) => [type, properties] as const)),
  };
}

function propertiesBy(items: readonly (readonly [string, object])[]): Record<string, string[]> {
  const found = new Map<string, Set<string>>();
  for (const [key, properties] of items) {
    const names = found.get(key) ?? new Set();
    for (const name of Object.keys(properties)) names.add(name);
    found.set(key, names);
  }
  return Object.fromEntries([...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, names]) => [key, [...names].sort()]));
}
