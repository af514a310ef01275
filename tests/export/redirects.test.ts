/** Ids of merged entities: every format with entities has their targets, and an import keeps them. */
import { parse } from 'csv-parse/sync';
import { Parser } from 'n3';
import { afterAll, describe, expect, it } from 'vitest';
import { applyChangeset } from '../../src/changesets/apply.js';
import { undoLists } from '../../src/changesets/undo.js';
import { GraphReader } from '../../src/export/graph-reader.js';
import { graphml } from '../../src/export/graphml.js';
import { jsonLines } from '../../src/export/json-lines.js';
import { neo4jCsv } from '../../src/export/neo4j-csv.js';
import { nTriples } from '../../src/export/rdf/n-triples.js';
import { spreadsheets } from '../../src/export/spreadsheets.js';
import { neighbourhoodOf, subgraphOf } from '../../src/export/subgraph.js';
import { mergedInto } from '../../src/graph/merged.js';
import type { Graph } from '../../src/graph/port.js';
import { readJsonLines } from '../../src/import/json-lines.js';
import { draft, named } from '../changesets/drafts.js';
import { imported as importedFile } from '../import/importing.js';
import { engines } from '../support/engines.js';
import { text, texts } from './text.js';

const lines = (...records: object[]) => records.map((record) => `${JSON.stringify(record)}\n`).join('');
const organization = (letter: string) => named(`organization:${letter}`, letter);
const redirect = (id: string, into: string) => ({ type: 'redirect', id: `organization:${id}`, into: `organization:${into}` });
const entity = (letter: string) => ({ type: 'entity', ...organization(letter), names: [{ value: letter, lang: 'en' }] });
const exported = (graph: Graph) => text(jsonLines(new GraphReader(graph)));
const redirectsIn = (whole: string) => whole.split('\n').filter((line) => line.startsWith('{"type":"redirect"'));
let imports = 0;
const imported = async (graph: Graph, whole: string) =>
  applyChangeset(
    graph,
    await readJsonLines(
      (async function* () {
        yield whole;
      })(),
      'graph.jsonl',
      { id: `changeset:import-${++imports}`, author: 'tests', reason: 'A round trip', origin: 'file' },
    ),
  );
const targets = (graph: Graph, ...letters: string[]) =>
  mergedInto(
    (statement) => graph.read(statement),
    letters.map((letter) => `organization:${letter}`),
  );

describe.each(engines)('redirects on $name', ({ empty }) => {
  const opened: Graph[] = [];
  const open = async () => {
    opened.push(await empty());
    return opened.at(-1) as Graph;
  };
  afterAll(() => Promise.all(opened.map((graph) => graph.close())));

  /** a was merged into b, and b into c. */
  const merged = async () => {
    const graph = await open();
    await applyChangeset(graph, draft({ entities: ['a', 'b', 'c', 'd'].map(organization) }));
    for (const [loser, winner] of ['ab', 'bc'])
      await applyChangeset(graph, draft({ merges: [{ entity: `organization:${loser}`, into: `organization:${winner}` }] }));
    return graph;
  };

  it('are lines of JSON, which an import into an empty graph keeps', async () => {
    const whole = await exported(await merged());
    expect(redirectsIn(whole)).toEqual(lines(redirect('a', 'c'), redirect('b', 'c')).trim().split('\n'));
    const copy = await open();
    await imported(copy, whole);
    expect(await exported(copy)).toBe(whole);
    expect([...(await targets(copy, 'a', 'b'))].sort()).toEqual([
      ['organization:a', 'organization:c'],
      ['organization:b', 'organization:c'],
    ]);
    await expect(applyChangeset(copy, draft({ entities: [organization('a')] }))).rejects.toThrow(
      'was merged into organization:c; use organization:c',
    );
    expect((await imported(copy, whole)).outcome).toBe('UNCHANGED');
  });

  it('follow the entity that they lead to when it is merged in turn, and stay when the import is undone', async () => {
    const copy = await open();
    const report = await imported(copy, lines(entity('b'), entity('c'), redirect('a', 'b')));
    expect(report.entries).toContainEqual({
      kind: 'REDIRECT_RECORDED',
      id: 'organization:a',
      type: 'Organization',
      to: 'organization:b',
    });
    await applyChangeset(copy, draft({ merges: [{ entity: 'organization:b', into: 'organization:c' }] }));
    expect((await imported(copy, lines(redirect('a', 'b')))).outcome).toBe('UNCHANGED');
    await imported(copy, lines(redirect('x', 'b')));
    expect([...(await targets(copy, 'a', 'x')).values()]).toEqual(['organization:c', 'organization:c']);
    const undone = await applyChangeset(copy, { ...draft({}), ...(await undoLists(copy, report.entries)) });
    expect(undone.outcome).toBe('UNCHANGED');
    expect((await targets(copy, 'a')).size).toBe(1);
  });

  it('are followed however often the entity was merged', async () => {
    const graph = await open();
    const letters = Array.from({ length: 101 }, (_, index) => `n${index}`);
    await applyChangeset(graph, draft({ entities: letters.map(organization) }));
    for (const [index, letter] of letters.slice(1).entries())
      await applyChangeset(
        graph,
        draft({ merges: [{ entity: `organization:${letters[index]}`, into: `organization:${letter}` }] }),
      );
    const whole = await exported(graph);
    expect(redirectsIn(whole)).toHaveLength(100);
    expect(whole).toContain('{"type":"redirect","id":"organization:n0","into":"organization:n100"}');
  });

  it.each([
    ['of an entity that exists', [redirect('c', 'd')], 'is the id of an entity that exists: merge it into'],
    ['to an entity that does not exist', [redirect('x', 'y')], 'names an unknown entity: "organization:y"'],
    ['to itself', [redirect('x', 'x')], 'must be another entity'],
    ['to another type', [{ ...redirect('x', 'c'), into: 'region:c' }], 'must be the id of another Organization'],
    ['of what is no entity', [{ ...redirect('x', 'c'), id: 'claim:x' }], 'must be the id of an entity'],
    ['to another than it leads to', [redirect('a', 'd')], 'is already redirected to "organization:c", permanently'],
    ['twice', [redirect('x', 'c'), redirect('x', 'c')], 'is redirected already by this change'],
    [
      'to another redirect of the file',
      [redirect('x', 'y'), redirect('y', 'c')],
      '"organization:y", which is merged into "organization:c"',
    ],
    ['and an entity of one id', [redirect('x', 'c'), entity('x')], 'was merged into organization:c'],
    ['without an end', [{ type: 'redirect', id: 'organization:x' }], 'must have "into"'],
  ])('are refused %s', async (_, records, message) => {
    const graph = await merged();
    const before = await exported(graph);
    await expect(imported(graph, lines(...records))).rejects.toThrow(message);
    expect(await exported(graph)).toBe(before);
  });

  it('are in the other formats', async () => {
    const reader = new GraphReader(await merged());
    const triples = new Parser({ format: 'N-Triples' }).parse(await text(nTriples(reader)));
    const said = triples.filter(({ subject }) => subject.value === 'urn:policygraph:organization:a');
    expect(said.map(({ predicate, object }) => [predicate.value, object.value])).toEqual([
      ['http://www.w3.org/2002/07/owl#sameAs', 'urn:policygraph:organization:c'],
      ['http://purl.org/dc/terms/isReplacedBy', 'urn:policygraph:organization:c'],
    ]);
    expect(await text(graphml(reader))).toContain('<data key="node-formerIds">organization:a | organization:b</data>');
    const tables = await texts(spreadsheets(reader));
    const redirects: unknown[] = parse(tables.get('redirects.csv') ?? '', { columns: true, bom: true });
    expect(redirects).toEqual(['a', 'b'].map((id) => ({ id: `organization:${id}`, into: 'organization:c', intoName: 'c' })));
    const files = await texts(neo4jCsv(reader, ''));
    expect(files.get('nodes-Merged.csv')).toBe('id:ID,:LABEL\norganization:a,Merged\norganization:b,Merged\n');
    expect(files.get('relationships-MERGED_INTO.csv')?.split('\n')[1]).toBe('organization:a,organization:c,MERGED_INTO');
  });

  it('are in a part of the graph as far as it has what they lead to', async () => {
    const graph = await merged();
    const redirectsOfPart = async (from: string) => {
      const chosen = await neighbourhoodOf(graph, { from: [from], depth: 1, types: ['OWNS'] });
      return redirectsIn(await text(jsonLines(new GraphReader(graph, undefined, await subgraphOf(graph, chosen)))));
    };
    expect(await redirectsOfPart('organization:a')).toHaveLength(2);
    expect(await redirectsOfPart('organization:d')).toEqual([]);
  });
});

describe('a file with redirects', () => {
  const file = { name: 'in.jsonl', content: lines(redirect('a', 'b'), redirect('x', 'b'), entity('b')) };

  it('is imported in batches, whatever comes first, once, and told of before', async () => {
    const graph = await engines[0]!.empty();
    const dry = await importedFile(graph, { ...file, batch: 1, dryRun: true });
    expect(dry.written?.count('REDIRECT_RECORDED')).toBe(2);
    expect(redirectsIn(await exported(graph))).toEqual([]);
    const { written } = await importedFile(graph, { ...file, batch: 1 });
    expect([written?.count('REDIRECT_RECORDED'), written?.count('ENTITY_CREATED')]).toEqual([2, 1]);
    expect(redirectsIn(await exported(graph))).toHaveLength(2);
    await graph.close();
  });

  it.each([
    ['twice', lines(entity('b'), redirect('a', 'b'), redirect('a', 'b')), 'in.jsonl:3:25 is redirected already, at in.jsonl:2'],
    [
      'for an entity of the file',
      lines(entity('a'), entity('b'), redirect('a', 'b')),
      'in.jsonl:1:23 was merged into organization:b',
    ],
    ['to nothing', lines(redirect('a', 'b')), 'names an unknown entity: "organization:b"'],
  ])('is refused %s', async (_, content, message) => {
    const graph = await engines[0]!.empty();
    const { problems, written } = await importedFile(graph, { ...file, content, batch: 1 });
    expect(written).toBeUndefined();
    expect(problems.lines().join('\n')).toContain(message);
    await graph.close();
  });
});
