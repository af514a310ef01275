/** Whatever a door takes comes out of every format, whole, and comes back the same through JSON Lines. */
import { parse } from 'csv-parse/sync';
import * as fc from 'fast-check';
import { MultiDirectedGraph } from 'graphology';
import graphmlOf from 'graphology-graphml';
import { Parser } from 'n3';
import { describe, expect, it } from 'vitest';
import { GraphReader } from '../../src/export/graph-reader.js';
import { unescapeFormula } from '../../src/export/formulas.js';
import { jsonLines } from '../../src/export/json-lines.js';
import { checkGraph } from '../../src/graph/inference/check.js';
import { engines } from '../support/engines.js';
import { times } from '../support/long-runs.js';
import { anyGraph, type AnyGraph } from './any-graph.js';
import { everyFormat } from './every-format.js';
import { grow, importLines } from './grown.js';
import { text } from './text.js';

type Files = ReadonlyMap<string, string>;
type Line = Readonly<Record<string, unknown>> & { readonly type: string };

/** The same graphs each time, so that a change alone can break the test; the long way takes others each time. */
const runs = (usually: number) => ({
  numRuns: times(usually, 2_000),
  ...(times(1, 2) === 1 ? { seed: 9, endOnFailure: true } : {}),
});

const linesOf = (files: Files): Line[] =>
  (files.get('graph.jsonl') ?? '')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);

/** Terms of vocabularies, or the place of a record, tell these. */
const toldOtherwise = new Set(['type', 'kind', 'predicate']);

/** Every text and number in a record. */
function leavesOf(item: unknown, key = ''): (string | number)[] {
  if (typeof item === 'string' || typeof item === 'number') return toldOtherwise.has(key) ? [] : [item];
  if (typeof item !== 'object' || item === null) return [];
  return Object.entries(item).flatMap(([name, value]) => leavesOf(value, name));
}

const csv = (files: Files, folder: string, options = {}): string[] =>
  [...files]
    .filter(([name]) => name.startsWith(folder) && !name.endsWith('.args'))
    .flatMap(([, content]) => parse(content, { bom: true, ...options }) as string[][])
    .flat();
const isOf =
  (...types: readonly string[]) =>
  ({ type }: Line) =>
    types.includes(type);

/** What a program that is not ours reads in the files of a format, and of which lines all must be there. */
const readers: Readonly<Record<string, readonly [read: (files: Files) => string[], isThere: (line: Line) => boolean]>> = {
  'neo4j-csv': [(files) => csv(files, 'neo4j-csv/').flatMap((cell) => cell.split('\u001F')), () => true],
  csv: [(files) => csv(files, 'csv/').map(unescapeFormula), () => true],
  'sdmx-csv': [
    (files) => csv(files, 'graph.sdmx-csv').flatMap((cell) => [cell, `indicator:${cell}`, `region:${cell}`, ...cell.split(' ')]),
    isOf('observation'),
  ],
  ntriples: [
    (files) =>
      new Parser({ format: 'N-Triples' })
        .parse(files.get('graph.ntriples') ?? '')
        .flatMap(({ subject, object }) => [subject, object])
        .flatMap((term) => (term.termType === 'Literal' ? [term.value, term.language, term.datatype.value] : [term.value]))
        .map((value) => (value.startsWith('urn:policygraph:') ? decodeURIComponent(value) : value)),
    () => true,
  ],
  graphml: [
    (files) => {
      const graph = graphmlOf.parse(MultiDirectedGraph, files.get('graph.graphml') ?? '');
      const attributes = [...graph.mapNodes((_, all) => all), ...graph.mapEdges((_, all) => all)];
      return [...graph.nodes(), ...attributes.flatMap((all) => Object.values(all).map(String))];
    },
    isOf('entity', 'redirect'),
  ],
};

/** Lists in cells escape what parts them, languages are in lower case in RDF, and graphology trims text. */
function spellings(leaf: string): string[] {
  const inList = (member: string) => member.replaceAll(/[\\|]/g, String.raw`\$&`);
  const scheme = leaf.replaceAll('%', '%25').replaceAll(':', '%3A');
  return [leaf, inList(leaf), inList(scheme), leaf.toLowerCase(), leaf.trim()];
}

function missing(leaves: readonly (string | number)[], values: readonly string[]): unknown[] {
  const whole = values.join('\0');
  const numbers = new Set(values.map(Number));
  return leaves.filter((leaf) =>
    typeof leaf === 'number' ? !numbers.has(leaf) : !spellings(leaf).some((spelling) => whole.includes(spelling)),
  );
}

describe.each(engines)('random graphs on $name', ({ name, empty }) => {
  const few = name === 'embedded' ? 60 : 10;
  const holds = async (made: AnyGraph) => {
    const graph = await empty();
    await grow(graph, made);
    const files = await everyFormat(graph);
    expect((await checkGraph(graph)).differences).toEqual([]);
    await graph.close();
    const copy = await empty();
    await importLines(copy, files.get('graph.jsonl') ?? '');
    expect(await text(jsonLines(new GraphReader(copy)))).toBe(files.get('graph.jsonl'));
    expect((await checkGraph(copy)).differences).toEqual([]);
    await copy.close();
    for (const [format, [read, isThere]] of Object.entries(readers))
      expect([format, ...missing(leavesOf(linesOf(files).filter(isThere)), read(files))]).toEqual([format]);
  };

  it('come back the same, and are whole in every format', { timeout: times(120_000, 3_600_000) }, async () => {
    await fc.assert(fc.asyncProperty(anyGraph, holds), runs(few));
  });
});
