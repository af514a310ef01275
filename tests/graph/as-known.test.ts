import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkGraph } from '../../src/graph/inference/check.js';
import type { Graph } from '../../src/graph/port.js';
import { loadBuiltIn } from '../../src/import/built-in.js';
import { engines } from '../support/engines.js';
import { ask } from '../support/operations.js';
import { RecordingGraph } from '../support/recording-graph.js';
import { edited, folderOf, type Files } from '../support/small-data.js';

/** What is recorded second: the notice got another date and a status, and there is another notice. */
const first = edited(
  'claims/article.yaml',
  'observations:',
  `  - subject: policy:notice
    predicate: documentNumber
    value: "7"
    evidence:
      - { document: document:codes, record: "7", summary: Its number is seven. }
observations:`,
);
const second = [
  ['claims/article.yaml', 'value: "2024-02-05"', 'value: "2024-03-05"'],
  ['claims/article.yaml', 'predicate: documentNumber\n    value: "7"', 'predicate: status\n    value: IN_FORCE'],
  [
    'policies.yaml',
    '- id: policy:notice',
    '- id: policy:later\n  names: [ { value: The notice of later, lang: en } ]\n- id: policy:notice',
  ],
].reduce<Files>((files, [path = '', from = '', to = '']) => edited(path, from, to, files), first);

/** Instants are recorded to the millisecond. */
const instant = async (): Promise<string> => {
  await new Promise((resolve) => setTimeout(resolve, 5));
  const now = new Date().toISOString();
  await new Promise((resolve) => setTimeout(resolve, 5));
  return now;
};

const query = `query AsKnown($knownAt: DateTime) @asOf(knownAt: $knownAt, date: "2026-01-01") {
  policy(id: "policy:notice") { ...Notice timeline(kinds: [ANNOUNCED], first: 5) { edges { node { on { edtf } } } } }
  later: policy(id: "policy:later") { id }
  policies(first: 10) { totalCount edges { node { ...Notice } } }
  agency(id: "agency:ministry") { policies(first: 10) { edges { node { ...Notice } } } }
  search(query: "notice", types: [POLICY]) { totalCount }
}
fragment Notice on Policy { id documentNumber status announcedOn { edtf earliest latest } }`;

describe.each(engines)('the graph as it was known, on $name', (engine) => {
  let graph: RecordingGraph;
  let instants: string[];
  const folders = [folderOf(first), folderOf(second)];

  beforeAll(async () => {
    const stored: Graph = await engine.empty();
    graph = new RecordingGraph(stored);
    instants = [await instant()];
    for (const folder of folders) {
      await loadBuiltIn(stored, () => undefined, folder);
      instants.push(await instant());
    }
  }, 60_000);
  afterAll(async () => {
    await graph.close();
    for (const folder of folders) rmSync(folder, { recursive: true });
    await (await engine.empty()).close(); // what is loaded here is not the built-in data that other tests expect
  });

  const answer = async (knownAt: string | null) => {
    const { data, errors } = await ask(graph, { query, variables: { knownAt } });
    expect(errors).toBeUndefined();
    return data as Record<string, any>;
  };
  const notice = (day: string, documentNumber: string | null, status: string | null) => ({
    id: 'policy:notice',
    documentNumber,
    status,
    announcedOn: { edtf: day, earliest: day, latest: day },
  });
  const later = { id: 'policy:later', documentNumber: null, status: null, announcedOn: null };

  it.each([
    ['after the first write', 1, [notice('2024-02-05', '7', null)]],
    ['after the second', 2, [notice('2024-03-05', null, 'IN_FORCE'), later]],
  ])('has the properties and the entities of that time, %s', async (_, number, expected) => {
    const { policy, policies, agency, search, ...rest } = await answer(instants[number] as string);
    expect(policy).toMatchObject(expected[0] ?? {});
    expect(policy.timeline.edges).toEqual([{ node: { on: { edtf: expected[0]?.announcedOn?.edtf } } }]);
    expect(policies).toEqual({ totalCount: expected.length, edges: expected.map((node) => ({ node })) });
    expect(agency.policies.edges).toEqual([{ node: expected[0] }]);
    expect(search.totalCount).toBe(expected.length);
    expect(rest['later']).toEqual(number === 1 ? null : { id: 'policy:later' });
  });

  it('has nothing before the first write', async () => {
    expect(await answer(instants[0] as string)).toEqual({
      policy: null,
      later: null,
      policies: { totalCount: 0, edges: [] },
      agency: null,
      search: { totalCount: 0 },
    });
  });

  it('is the same for the last instant as for none, which reads no claims', async () => {
    graph.names.length = 0;
    const today = await answer(null);
    expect(graph.names).not.toContain('claim/values');
    expect(await answer(instants[2] as string)).toEqual(today);
  });

  it('reads the claims of all entities of a list at once', async () => {
    graph.names.length = 0;
    const list = 'query($at: DateTime) @asOf(knownAt: $at) { policies(first: 10) { edges { node { status } } } }';
    await ask(graph, { query: list, variables: { at: instants[2] } });
    expect(graph.names.filter((name) => name !== 'list/keys')).toEqual(['list/page', 'claim/values']); // keys on one engine
  });

  it('has claims in the order of their writes, then by their place in the documents', async () => {
    const { data } = await ask(graph, { query: '{ policy(id: "policy:notice") { claims { predicate recordedAt } } }' });
    const claims = (data as Record<string, any>)['policy'].claims as { predicate: string; recordedAt: string }[];
    expect(claims.map(({ predicate }) => predicate)).toEqual(['COVERS', 'announcedOn', 'status']);
    expect(claims.map(({ recordedAt }) => recordedAt < (instants[1] as string))).toEqual([true, false, false]);
  });

  it('agrees with its claims', async () => {
    expect((await checkGraph(graph)).differences).toEqual([]);
  });
});
