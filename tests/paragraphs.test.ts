import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashOf } from '../src/archive.js';
import { statementsOf } from '../src/graph/stored/changeset.js';
import type { Graph } from '../src/graph/port.js';
import type { ClaimRecord, EntityRecord } from '../src/graph/stored/record-types.js';
import { limits } from '../src/limits.js';
import { paragraphAround, paragraphsFrom } from '../src/paragraphs.js';
import { changeOf } from './graph/world.js';
import { engines } from './support/engines.js';
import { serve, type Service } from './support/service.js';
import { removeFolders, temporary } from './support/texts.js';

const characters = (text: string) => [...text];
const all = (text: string, from = 0, range = { start: 0, end: Infinity }) => [...paragraphsFrom(characters(text), from, range)];
const longest = limits.lists.paragraph.value;

describe('the paragraphs of a text', () => {
  it('are its lines without the space around them, counted in code points', () => {
    expect(all('  𝄞 one \r\n\n \t\n第二段\nlast')).toEqual([
      { start: 2, end: 7, text: '𝄞 one' },
      { start: 14, end: 17, text: '第二段' },
      { start: 18, end: 22, text: 'last' },
    ]);
    expect([all(''), all('\n\n'), all(' ')]).toEqual([[], [], []]);
  });

  it('begin with the one that a position is in, or the next one', () => {
    const starts = (from: number) => all('one\n\ntwo\nthree\n', from).map(({ start }) => start);
    expect([0, 2, 3, 4, 5, 8, 9, 14, 15, 99].map(starts)).toEqual([
      [0, 5, 9],
      [0, 5, 9],
      [5, 9],
      [5, 9],
      [5, 9],
      [9],
      [9],
      [],
      [],
      [],
    ]);
  });

  it('stay within the range of their document', () => {
    const text = 'menu\nHeading\nbody of it\nfoot';
    expect(all(text, 0, { start: 7, end: 17 }).map((paragraph) => paragraph.text)).toEqual(['ading', 'body']);
    expect(all(text, 13, { start: 7, end: 17 }).map((paragraph) => paragraph.text)).toEqual(['body']);
    expect(all(text, 3, { start: 24, end: 400 })).toEqual([{ start: 24, end: 28, text: 'foot' }]);
  });

  it('are several where a line is too long, wherever reading begins', () => {
    const text = `short\n${'字'.repeat(longest + 7)}\nend`;
    expect(all(text).map(({ start, end }) => [start, end])).toEqual([
      [0, 5],
      [6, 6 + longest],
      [6 + longest, 13 + longest],
      [14 + longest, 17 + longest],
    ]);
    expect(all(text, 10 + longest)).toEqual(all(text).slice(2));
  });

  it('are one as the context of a passage', () => {
    const text = 'one two\n\nthree four\nfive';
    const around = (start: number, end: number) => paragraphAround(characters(text), { start, end }, { start: 0, end: Infinity });
    expect(around(4, 7)).toEqual({ start: 0, end: 7, text: 'one two' });
    expect(around(9, 19)).toEqual({ start: 9, end: 19, text: 'three four' });
    expect(around(4, 14)).toEqual({ start: 0, end: 19, text: 'one two\n\nthree four' });
    expect(around(7, 9)).toEqual({ start: 7, end: 9, text: '\n\n' });
  });
});

const text = 'Menu\nThe 𝄞 title\n\nCars were sold. Ships were not.\nFoot';
const passage = (words: string) => {
  const start = characters(text.slice(0, text.indexOf(words))).length;
  return { start, end: start + characters(words).length, sha256: hashOf(words) };
};

describe.each(engines)('paragraphs on $name', ({ empty }) => {
  let graph: Graph;
  let service: Service;
  let without: Service;

  beforeAll(async () => {
    graph = await empty();
    const named = (id: string, properties: EntityRecord['properties']): EntityRecord => ({
      id,
      label: 'Document',
      names: [{ value: id, lang: 'en', kind: 'PREFERRED' }],
      codes: [],
      identifiers: [],
      properties,
    });
    const entities = [
      named('document:part', { title: 'Part', sha256: hashOf(text), rangeStart: 5, rangeEnd: 50 }),
      named('document:whole', { title: 'Whole', sha256: hashOf(text) }),
      named('document:elsewhere', { title: 'Elsewhere', sha256: hashOf('another') }),
      named('document:data', { title: 'A data set' }),
    ];
    const note = (id: string, locator: object): ClaimRecord => ({
      id: `claim:${id}`,
      subject: 'document:whole',
      predicate: 'NOTE',
      value: 'A note.',
      attributes: {},
      attributedTo: [],
      evidence: [{ document: 'document:part', summary: 'What it says.', locator: { ...passage('Ships were not.'), ...locator } }],
    });
    const claims = [note('sold', {}), note('moved', { sha256: hashOf('something else') })];
    await graph.write(statementsOf(changeOf({ entities, claims, observations: [], relations: [] })));
    service = await serve(graph, { archive: temporary({ 'text.txt': text }) });
    without = await serve(graph);
  });
  afterAll(async () => {
    await service.close();
    await without.close();
    await graph.close();
    removeFolders();
  });

  const data = async (query: string, of = service) => {
    const { json } = await of.ask(query);
    expect(json.errors).toBeUndefined();
    return json.data;
  };
  const body = { start: 18, end: 49, text: 'Cars were sold. Ships were not.' };

  it('are those of the archived text, in the range of the document', async () => {
    const { document } = await data('{ document(id: "document:part") { paragraphs { start end text } } }');
    expect(document.paragraphs).toEqual([{ start: 5, end: 16, text: 'The 𝄞 title' }, body]);
  });

  it('come in pages, by position', async () => {
    const { document } = await data(
      '{ document(id: "document:whole") { first: paragraphs(first: 2) { end } next: paragraphs(first: 2, from: 16) { text } last: paragraphs(from: 60) { text } } }',
    );
    expect(document).toEqual({ first: [{ end: 4 }, { end: 16 }], next: [{ text: body.text }, { text: 'Foot' }], last: [] });
  });

  it('are null without the text, in lists as well', async () => {
    const list = '{ documents { edges { node { id paragraphs(first: 1) { start } } } } }';
    const shown = ({ documents }: any) =>
      Object.fromEntries(documents.edges.map(({ node }: any) => [node.id.slice(9), node.paragraphs?.[0]?.start]));
    expect(shown(await data(list))).toEqual({ part: 5, whole: 0, elsewhere: undefined, data: undefined });
    expect(Object.values(shown(await data(list, without)))).toEqual([undefined, undefined, undefined, undefined]);
  });

  it('are the context of evidence that is verified', async () => {
    const query = '{ claims { edges { node { id evidence { context { start end text } quote } } } } }';
    const contexts = async (of: Service) =>
      Object.fromEntries(
        (await data(query, of)).claims.edges.map(({ node }: any) => [node.id.slice(6), node.evidence[0].context]),
      );
    expect(await contexts(service)).toEqual({ sold: body, moved: null });
    expect(await contexts(without)).toEqual({ sold: null, moved: null });
  });

  it('refuse pages that are too large, and positions before the text', async () => {
    const message = async (args: string) =>
      (await service.ask(`{ document(id: "document:whole") { paragraphs(${args}) { start } } }`)).json.errors?.[0]?.message;
    expect(await message('first: 1001')).toBe('first must not be greater than 1000');
    expect(await message('from: -1')).toBe('from must not be less than 0');
  });
});
