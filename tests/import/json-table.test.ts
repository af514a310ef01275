import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { InvalidInput } from '../../src/changesets/problem.js';
import { checkGraph } from '../../src/graph/inference/check.js';
import type { Graph } from '../../src/graph/port.js';
import { readMapping } from '../../src/import/mapping/mapping.js';
import { engines } from '../support/engines.js';
import { imported, world, type Given } from './importing.js';

/** Acts with their signatories and keywords, each as one text. */
const mapping = `document: document:list
record: "{no}"
dates: { formats: [RRR/MM/DD] }
lookups: { agencies: { Ministry: "agency:ministry", The Ministry: "agency:ministry" } }
lists:
  officers: { from: "{by}", split: ";", pattern: '(?<title>\\w+) (?<person>\\p{L}+)', otherwise: skip }
  keywords: { from: "{words}", split: ";", pattern: "(?<word>.+)" }
  heads: { from: "{of} {by}", pattern: '(?<of_>[^;]+) (?<title>\\w+) (?<person>\\p{L}+)', otherwise: ignore }
entities:
  - id: "policy:{no}"
    names: [ { value: "{title}", lang: en } ]
    properties: { announcedOn: { from: "{on}", as: date } }
  - { id: { from: "{of}", lookup: agencies, default: "agency:{of|slug}" }, shared: true, names: [ { value: "{of}", lang: en } ] }
  - { id: "person:{person|slug}", each: officers, shared: true, names: [ { value: "{person}", lang: en } ] }
  - { id: "topic:{word|slug}", each: keywords, shared: true, names: [ { value: "{word}", lang: en } ] }
claims:
  - { subject: "person:{person|slug}", each: officers, predicate: SIGNED, object: "policy:{no}", attributes: { title: "{title}" } }
  - { subject: "policy:{no}", predicate: HAS_TOPIC, object: "topic:{word|slug}", each: keywords, unless: { word: other } }
  - subject: "person:{person|slug}"
    each: heads
    shared: true
    predicate: HOLDS_POSITION
    object: { from: "{of_}", lookup: agencies, default: "agency:{of_|slug}" }
    attributes: { title: "{title}" }
    from: { from: "{on}", as: date-or-earlier }
    until: { from: "{on}", as: date-or-later }
`;
const rows = [
  { no: 1, title: 'On fish', on: '94/1/3', of: 'Ministry', by: 'Minister Ada', words: 'fish;boats; fish ', extra: { deep: [1] } },
  { no: 2, title: 'On boats', on: '94/1/4', of: 'The Ministry', by: 'Minister Ada', words: 'boats;other' },
  { no: 3, title: 'On nets', on: null, of: 'Fleet Office', by: 'Director Bo;Minister Ada;???', words: '' },
];
const lines = (...records: readonly unknown[]) =>
  records.map((record) => (typeof record === 'string' ? record : JSON.stringify(record))).join('\n');

describe.each(engines)('a mapping of JSON Lines on $name', ({ empty }) => {
  let graph: Graph;
  const opened: Graph[] = [];
  const load = (given: Partial<Given> = {}) => imported(graph, { name: 't.jsonl', content: lines(...rows), mapping, ...given });
  const read = async (text: string) =>
    (await graph.read<{ line: string }>({ name: 'test', text, parameters: {} })).map(({ line }) => line);
  const sentences = async (content: string, given: Partial<Given> = {}) =>
    load({ ...given, content }).then(
      ({ problems }) => problems.lines(),
      (error: unknown) => (expect(error).toBeInstanceOf(InvalidInput), (error as Error).message.split('\n')),
    );

  beforeEach(async () => {
    graph = await empty();
    opened.push(graph);
    await imported(graph, { name: 'world.yaml', content: world, id: 'world' });
  });
  afterAll(() => Promise.all(opened.map((each) => each.close())));

  it('reads keys as columns, and makes of a list an entity for each part', async () => {
    const { written, notes, rows: count } = await load({ batch: 2 });
    expect([count, notes.lines()]).toEqual([
      3,
      [
        expect.stringMatching(
          /^t\.jsonl:3:\d+ by is not of the form \(\?<title>.*, which the mapping gives \("\?\?\?"\)$/,
        ) as string,
      ],
    ]);
    expect(written?.count('ENTITY_CREATED')).toBe(9); // three policies, an agency, two people, three topics
    expect(await read("MATCH (a)-[r:HAS_TOPIC]->(b) RETURN a.id + ' ' + b.id AS line ORDER BY line")).toEqual([
      'policy:1 topic:boats',
      'policy:1 topic:fish',
      'policy:2 topic:boats',
    ]);
    expect(await read("MATCH (a)-[r:SIGNED]->(b) RETURN a.id + ' ' + r.title + ' ' + b.id AS line ORDER BY line")).toEqual([
      'person:ada Minister policy:1',
      'person:ada Minister policy:2',
      'person:ada Minister policy:3',
      'person:bo Director policy:3',
    ]);
    expect((await checkGraph(graph)).differences).toEqual([]);
  });

  it('makes a shared claim once, by the first record that does, in whatever batch', async () => {
    const positions = "MATCH (a:Person)-[r:HOLDS_POSITION]->(b) RETURN a.id + ' ' + b.id + ' ' + r.from + ' ' + r.until AS line";
    await load({ batch: 1 });
    const once = await read(positions);
    expect(once).toEqual(['person:ada agency:ministry [..2005-01-03] [2005-01-03..]']);
    await load({ batch: 1, id: 'again' });
    expect(await read(positions)).toEqual(once);
    expect(await read("MATCH (c:Claim {predicate: 'HOLDS_POSITION'}) RETURN c.id AS line")).toHaveLength(1);
  });

  it('leaves a shared claim to the next record where the first is rejected', async () => {
    await load({ content: lines({ ...rows[0], on: 'never' }, rows[1]), keepGood: true });
    expect(await read('MATCH (:Person)-[r:HOLDS_POSITION]->() RETURN r.from AS line')).toEqual(['[..2005-01-04]']);
  });

  it('names file, line and key of what is wrong', async () => {
    const wrong = lines(
      rows[0],
      { ...rows[1], on: '94/13/4' },
      { ...rows[2], words: ['nets', 'fish'] },
      { ...rows[1], no: 12345678901234567890n.toString(), title: { en: 'On sails' } },
      '{"no": 12345678901234567890, "title": "On ropes"}',
      '["no"]',
      '{"no": 7',
    );
    expect(await sentences(wrong)).toEqual([
      't.jsonl:2:33 on is no date of the forms EDTF (2024-02-05), RRR/MM/DD ("94/13/4")',
      expect.stringMatching(
        /^t\.jsonl:3:\d+ words holds a list, and a mapping reads texts, numbers and truth values: write it as one text/,
      ),
      expect.stringMatching(/^t\.jsonl:4:\d+ title holds an object, and a mapping reads texts/),
      't.jsonl:5:8 12345678901234567890 has more digits than can be kept: 12345678901234567000 is the nearest; put it in quotes where it is a code',
      't.jsonl:6:1 must be a JSON object, such as {"type":"entity",…}',
      't.jsonl:7:9 is not JSON (CloseBraceExpected): each line must be one whole JSON object',
    ]);
  });

  it('takes a file by its name, whatever its first line holds', async () => {
    expect(await sentences(lines('["no"]', rows[0]))).toEqual(['t.jsonl:1:1 must be a JSON object, such as {"type":"entity",…}']);
  });

  it('returns wrong lines unchanged', async () => {
    const wrong = '{"no": 9, "title": "On sails", "on": "never"}';
    const { folder } = await load({ content: lines(...rows, wrong), keepGood: true });
    expect(readFileSync(join(folder, 'rejects'), 'utf8')).toBe(`${wrong}\n`);
    expect(readFileSync(join(folder, 'rejects.reasons.txt'), 'utf8')).toMatch(/^line 1: t\.jsonl:4:38 on is no date/);
  });

  it('refuses a key that no line has, and takes one that some lines have', async () => {
    expect(await sentences(lines(rows[0]), { mapping: mapping.replace('"{title}"', '"{titel}"') })).toEqual([
      expect.stringMatching(
        /map\.yaml:11:\d+ names an unknown key: "titel"; the table has no, title, on, of, by, words, extra\. Did you mean "title"\? \("\{titel\}"\)$/,
      ),
    ]);
    expect(
      await sentences(lines(rows[0]), { mapping: mapping.replace('{ word: other }', '{ kind: [a, b], word: other }') }),
    ).toEqual([expect.stringMatching(/map\.yaml:18:\d+ names an unknown key: "kind"/)]);
    expect(await sentences(lines({ no: 5, title: 'On ice' }, rows[0]))).toEqual([]);
  });

  it("takes the graph's own records as such, also beside a mapping", async () => {
    const { written } = await load({ content: '{"type":"entity","id":"person:x","names":[{"value":"X","lang":"en"}]}' });
    expect(written?.first.map(({ id }) => id)).toEqual(['person:x']);
  });
});

describe('a mapping with lists', () => {
  const problemsOf = (from: string, to: string) => {
    const path = join(mkdtempSync(join(tmpdir(), 'policygraph-mapping-')), 'map.yaml');
    writeFileSync(path, mapping.replace(from, to));
    try {
      readMapping(path);
      return [];
    } catch (error) {
      return (error as InvalidInput).problems.map(({ line, message }) => `${line} ${message}`);
    }
  };

  it.each([
    ['', '', []],
    ['each: keywords, shared', 'each: words, shared', ['15 names an unknown list: "words"; defined: officers, keywords, heads']],
    ['"(?<word>.+)"', '".+"', ['7 names no field: a group such as (?<title>.+) does']],
    ['"(?<word>.+)"', '"(?<word>.+"', [expect.stringMatching(/^7 is no regular expression \(.*Unterminated group/)]],
    ['otherwise: ignore', 'otherwise: keep', ['8 must be one of reject, skip, ignore']],
  ])('is held to its form: %j → %j', (from, to, expected) => {
    expect(problemsOf(from, to)).toEqual(expected);
  });
});
