/** A scheme and a value stay apart, whatever signs they hold, wherever they are stored or shown. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applyChangeset } from '../../src/changesets/apply.js';
import { GraphReader } from '../../src/export/graph-reader.js';
import { jsonLines } from '../../src/export/json-lines.js';
import { readJsonLines } from '../../src/import/json-lines.js';
import { imported } from '../import/importing.js';
import { text } from '../export/text.js';
import { engines } from '../support/engines.js';
import { doorsOf, type Doors } from './doors.js';

const codes = [
  { scheme: 'EU:VAT', value: 'DE123' },
  { scheme: 'urn:iso:std', value: '3166:CN' },
  { scheme: ':a', value: ':' },
  { scheme: 'b:', value: 'b::' },
  { scheme: 'EU', value: 'VAT:DE123' },
  { scheme: '100%3A', value: '\\:%' },
];
const id = 'organization:b38';

describe.each(engines)('codes on $name', ({ empty }) => {
  let doors: Doors;
  beforeAll(async () => {
    doors = await doorsOf(empty);
  }, 120_000);
  afterAll(() => doors.close());

  const names = [{ value: 'A', lang: 'en' }];
  const stored = async (of = id) =>
    (await doors.ask(`{ entity(id: "${of}") { identifiers { scheme value } } }`)).json.data.entity.identifiers;

  it('come back as they came, from a mutation and from files', async () => {
    const i = { reason: 'A test', entities: [{ id: 'organization:api', names, identifiers: codes }] };
    await doors.ask('mutation ($i: ChangesetInput!) { applyChangeset(input: $i) { outcome } }', { i });
    await imported(doors.graph, { name: 'in.jsonl', content: JSON.stringify({ type: 'entity', id, names, identifiers: codes }) });
    expect([await stored('organization:api'), await stored()]).toEqual([codes, codes]);
  });

  it('are found by both parts, and by the value under any scheme', async () => {
    const found = async (test: object) =>
      (
        await doors.ask(
          'query ($c: CodeFilter) { organizations(where: { identifier: $c, id: { eq: "organization:b38" } }) { totalCount } }',
          { c: test },
        )
      ).json.data.organizations.totalCount;
    for (const code of codes)
      expect([await found(code), await found({ value: code.value })], JSON.stringify(code)).toEqual([1, 1]);
    for (const none of [
      { scheme: 'EU', value: 'DE123' },
      { value: 'VAT' },
      { scheme: 'urn', value: 'iso:std:3166:CN' },
      { value: '123' },
    ])
      expect(await found(none), JSON.stringify(none)).toBe(0);
  });

  it('come through an export and back', async () => {
    const lines = await text(jsonLines(new GraphReader(doors.graph)));
    const copy = await empty();
    async function* whole() {
      yield lines;
    }
    await applyChangeset(
      copy,
      await readJsonLines(whole(), 'graph.jsonl', { id: 'changeset:copy', author: 'tests', reason: 'A copy', origin: 'file' }),
    );
    expect(await text(jsonLines(new GraphReader(copy)))).toBe(lines);
    await copy.close();
  });
});

describe('a code of a graph that an earlier version wrote', () => {
  it('reads as it did', async () => {
    const graph = await engines[0]!.empty();
    await applyChangeset(
      graph,
      await readJsonLines(
        (async function* () {
          yield JSON.stringify({ type: 'entity', id, names: [{ value: 'A', lang: 'en' }] });
        })(),
        'graph.jsonl',
        { id: 'changeset:one', author: 'tests', reason: 'A test', origin: 'file' },
      ),
    );
    const statement = 'MATCH (node:Entity {id: $id}) SET node.identifiers = $identifiers';
    await graph.write([{ name: 'test', text: statement, parameters: { id, identifiers: ['GB/T 2260:370200', 'EU:VAT:DE123'] } }]);
    const records: unknown[] = [];
    for await (const page of new GraphReader(graph).entities()) records.push(...page);
    expect(records).toMatchObject([
      {
        identifiers: [
          { scheme: 'GB/T 2260', value: '370200' },
          { scheme: 'EU', value: 'VAT:DE123' },
        ],
      },
    ]);
    await graph.close();
  });
});
