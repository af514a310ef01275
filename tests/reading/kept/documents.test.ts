import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Account } from '../../../src/accounts/account.js';
import { hashOf } from '../../../src/archive.js';
import { applyChangeset } from '../../../src/changesets/apply.js';
import type { RequestedClaim } from '../../../src/changesets/claims.js';
import { checkGraph } from '../../../src/graph/inference/check.js';
import type { Graph } from '../../../src/graph/port.js';
import { claim, draft, named } from '../../changesets/drafts.js';
import { engines } from '../../support/engines.js';
import { serve, type Service } from '../../support/service.js';

const accounts: Readonly<Record<string, Account>> = {
  reader: { id: 'key:reader', role: 'READER' },
  editor: { id: 'key:editor', role: 'EDITOR' },
};
const document = 'document:wands';
const stays = 'Wands get dearer.';
const goesOn = 'Owls deliver them at night.';
const changes = 'Brooms were sold in 12 shops of the north.';
const goes = 'Nobody knows why.';
const earlier = [stays, goesOn, changes, goes].join('\n\n');
const later = [stays, 'It snowed 𝄞 on Monday.', goesOn, 'Brooms were sold in 14 shops of the north.'].join('\n\n');

const at = (text: string, passage: string) => {
  const start = Array.from(text.slice(0, text.indexOf(passage))).length;
  return { start, end: start + Array.from(passage).length, sha256: hashOf(passage) };
};
const note = (passage: string, more: Partial<RequestedClaim> = {}) =>
  claim(
    'agency:magic',
    'NOTE',
    { value: `About: ${passage.slice(0, 5)}` },
    { about: ['agency:magic'], evidence: [{ document, locator: at(earlier, passage), summary: passage.slice(0, 5) }], ...more },
  );
const both = note(goes, {
  value: 'Both say so.',
  evidence: [
    { document, locator: at(earlier, goes), summary: 'It says so.' },
    { document: 'document:other', record: '1', summary: 'It says so too.' },
  ],
});

const asked = `{ claims(first: 50) { edges { node { value evidence { verification quote document { id } locator { start end sha256 } } } } } }`;
const proposing = `mutation ($input: ProposeClaimsInput!) { proposeClaims(input: $input) { id document { isNew } reread {
  state claim { id value } passages { state start end movedTo { start end } suggestion { start end similarity } } } } }`;
const publishing = `mutation ($id: ID!, $dryRun: Boolean! = false, $lost: [LostClaimInput!]) { publishReading(id: $id, dryRun: $dryRun, lost: $lost) {
  outcome changes { kind id by } } }`;
const removing = `mutation ($id: ID!, $dryRun: Boolean! = false) { removeDocument(document: $id, dryRun: $dryRun) { outcome changes { kind id by } } }`;

describe.each(engines)('a document on $name', ({ empty }) => {
  const folder = mkdtempSync(join(tmpdir(), 'policygraph-reread-'));
  let graph: Graph;
  let service: Service;
  const ask = async (as: string, query: string, variables: object = {}) =>
    (await service.ask(query, variables, { authorization: `Bearer ${as}` })).json;
  const must = async (query: string, variables: object = {}) => {
    const { data, errors } = await ask('editor', query, variables);
    expect(errors).toBeUndefined();
    return Object.values(data)[0] as any;
  };
  const claims = async (): Promise<Record<string, any[]>> =>
    Object.fromEntries((await must(asked)).edges.map(({ node }: any) => [node.value, node.evidence]));
  const again = (text = later) => must(proposing, { input: { text, document, title: 'Wands' } });
  const kinds = ({ changes: made }: any) => made.map(({ kind }: any) => kind).sort();

  beforeAll(() => writeFileSync(join(folder, 'earlier.txt'), earlier));
  afterAll(() => rmSync(folder, { recursive: true }));
  beforeEach(async () => {
    graph = await empty();
    await applyChangeset(
      graph,
      draft({
        entities: [
          { id: document, title: 'Wands', sha256: hashOf(earlier) },
          { id: 'document:other', title: 'Other' },
          named('agency:magic', 'Ministry of Magic', { kind: 'MINISTRY' }),
        ],
        claims: [note(stays), note(goesOn), note(changes), note(goes), both],
      }),
    );
    service = await serve(graph, {
      deadline: 60_000, // the thread that reads starts from its source
      archive: folder,
      authenticate: async ({ authorization = '' }) => accounts[authorization.replace('Bearer ', '')],
    });
  });
  afterEach(async () => {
    await service.close();
    expect(await checkGraph(graph)).toMatchObject({ differences: [] });
    await graph.close();
  });

  it('says when it is read again where the passages of its claims are', async () => {
    const { reread, document: is } = await again();
    expect(is).toEqual({ isNew: false });
    const of = (value: string) => reread.find((each: any) => each.claim.value === value);
    expect(of('About: Wands')).toMatchObject({ state: 'UNCHANGED', passages: [{ state: 'UNCHANGED', movedTo: null }] });
    const { start, end } = at(later, goesOn);
    expect(of('About: Owls ')).toMatchObject({ state: 'MOVED', passages: [{ movedTo: { start, end } }] });
    const like = at(later, 'Brooms were sold in 14 shops of the north.');
    expect(of('About: Broom')).toMatchObject({
      state: 'LOST',
      passages: [{ suggestion: { start: like.start, end: like.end, similarity: expect.closeTo(0.93, 1) } }],
    });
    expect(of('About: Nobod')).toMatchObject({ state: 'LOST' });
    expect(of('Both say so.')).toMatchObject({ state: 'LOST' });
  });

  it('moves their evidence when the reading is published, and leaves or retracts the lost ones as decided', async () => {
    const { id, reread } = await again();
    const lost = (value: string) => reread.find((each: any) => each.claim.value === value).claim.id;
    const { start, end } = at(later, 'Brooms were sold in 14 shops of the north.');
    const decided = [{ claim: lost('About: Broom'), passage: { start, end } }, { claim: lost('Both say so.') }];
    const dry = await must(publishing, { id, dryRun: true, lost: decided });
    expect(dry.outcome).toBe('DRY_RUN');
    const report = await must(publishing, { id, lost: decided });
    expect(kinds(report)).toEqual(kinds(dry));
    const { [`About: Nobod`]: left, ...found } = await claims();
    expect(left).toMatchObject([{ verification: 'MISMATCH', quote: null }]);
    expect(found).toMatchObject({
      'About: Wands': [{ verification: 'VERIFIED', quote: stays }],
      'About: Owls ': [{ verification: 'VERIFIED', quote: goesOn, locator: at(later, goesOn) }],
      'About: Broom': [{ verification: 'VERIFIED', quote: 'Brooms were sold in 14 shops of the north.' }],
      'Both say so.': [{ document: { id: 'document:other' } }],
    });
    expect((await must(publishing, { id })).outcome).toBe('REPEATED');
  });

  it('retracts a lost claim that rests on nothing else', async () => {
    const { id, reread } = await again();
    const { claim: lost } = reread.find((each: any) => each.claim.value === 'About: Nobod');
    await must(publishing, { id, lost: [{ claim: lost.id }] });
    expect(Object.keys(await claims())).not.toContain('About: Nobod');
  });

  it('takes a passage that the text has several times for lost', async () => {
    const { reread } = await again(`New.\n\n${stays} ${goesOn} ${stays}`);
    const states = Object.fromEntries(reread.map(({ claim: { value }, state }: any) => [value, state]));
    expect(states).toMatchObject({ 'About: Wands': 'LOST', 'About: Owls ': 'MOVED' });
  });

  it.each([
    ['white space', goesOn.replaceAll(' ', '\u00a0')],
    ['a line break', goesOn.replace(' at', '\n\nat')],
  ])('moves a passage in which only %s changed', async (_, passage) => {
    const text = earlier.replace(goesOn, passage);
    const { id, reread } = await again(text);
    const { start, end } = at(text, passage);
    expect(reread.find(({ claim: { value } }: any) => value === 'About: Owls ')).toMatchObject({
      state: 'MOVED',
      passages: [{ movedTo: { start, end } }],
    });
    await must(publishing, { id });
    expect(await claims()).toMatchObject({ 'About: Owls ': [{ verification: 'VERIFIED', quote: passage }] });
  });

  it('has nothing to move when its text is the same', async () => {
    expect((await again(earlier)).reread).toEqual([]);
  });

  it('refuses decisions on claims of other documents', async () => {
    const { id } = await again();
    const { errors } = await ask('editor', publishing, { id, lost: [{ claim: 'claim:none' }] });
    expect(errors?.[0]?.message).toContain('"claim:none" is not a live claim that rests on document:wands');
  });

  it('is removed with what rests on it alone, after a dry run that lists it', async () => {
    const dry = await must(removing, { id: document, dryRun: true });
    expect(dry.outcome).toBe('DRY_RUN');
    expect(Object.keys(await claims())).toHaveLength(5);
    const report = await must(removing, { id: document });
    expect(report).toEqual({ ...dry, outcome: 'LANDED' });
    expect(await claims()).toMatchObject({ 'Both say so.': [{ document: { id: 'document:other' } }] });
    expect(Object.keys(await claims())).toHaveLength(1);
    expect((await must(removing, { id: document })).outcome).toBe('UNCHANGED');
  });

  it('is removed with its published text', async () => {
    const reading = await again();
    await must(publishing, { id: reading.id });
    const paragraphs = '{ document(id: "document:wands") { paragraphs { text } } }';
    expect((await ask('reader', paragraphs)).data.document.paragraphs).toHaveLength(4);
    await must(removing, { id: document });
    expect((await ask('reader', paragraphs)).data.document.paragraphs).toBeNull();
    expect((await ask('editor', paragraphs)).data.document.paragraphs).toHaveLength(4);
  });

  const paragraphsOf = async (id: string, as = 'reader') =>
    (await ask(as, 'query ($id: ID!) { document(id: $id) { paragraphs { text } } }', { id })).data.document.paragraphs;
  /** A text of its own, read and published with a note, as a document of an address. */
  const published = async (text: string, url: string) => {
    const made = `mutation ($input: ProposeClaimsInput!) { proposeClaims(input: $input) { id document { id } } }`;
    const { id, document: of } = await must(made, { input: { text, url, title: 'Owls' } });
    const noted = { claim: { subject: 'agency:magic', predicate: 'NOTE', value: `Note of ${url}.`, about: ['agency:magic'], evidence: [] } };
    const proposal = { ...noted, passage: { start: 0, end: 5, summary: 'It is noted.' } };
    await must('mutation ($id: ID!, $proposal: NewProposalInput!) { addProposal(reading: $id, proposal: $proposal) { id } }', { id, proposal });
    const { changeset } = await must('mutation ($id: ID!) { publishReading(id: $id) { changeset { id recordedAt } } }', { id });
    return { reading: id as string, document: of.id as string, changeset: changeset.id as string, at: changeset.recordedAt as string };
  }; // prettier-ignore
  const remove = (id: string) =>
    must('mutation ($id: ID!) { removeDocument(document: $id) { outcome changeset { id } } }', { id });
  const undo = (changeset: string) =>
    must('mutation ($input: UndoInput!) { undoChangeset(input: $input) { outcome } }', { input: { changeset, reason: 'No.' } });

  it('has its text for everybody again when its removal is undone', async () => {
    const { document: id } = await published('Owls hoot.', 'https://owl.example/1');
    const { changeset } = await remove(id);
    expect(await paragraphsOf(id)).toBeNull();
    await undo(changeset.id);
    expect(await paragraphsOf(id)).toHaveLength(1);
    expect(await claims()).toMatchObject({ 'Note of https://owl.example/1.': [{ verification: 'VERIFIED' }] });
  });

  it('has its text for editors alone when its publication is undone, and may be published again and again', async () => {
    const readings = new Set<string>();
    for (let count = 0; count < 3; count++) {
      const { reading, document: id, changeset } = await published('Owls hoot.', 'https://owl.example/1');
      expect(await paragraphsOf(id)).toHaveLength(1);
      await undo(changeset);
      expect([await paragraphsOf(id), await paragraphsOf(id, 'editor')]).toEqual([null, [{ text: 'Owls hoot.' }]]);
      readings.add(reading);
    }
    expect(readings.size).toBe(3);
  });

  it('leaves a text that two documents have to everybody until both are removed', async () => {
    const [one, two] = [await published('Owls hoot.', 'https://owl.example/1'), await published('Owls hoot.', 'https://owl.example/2')];
    await remove(one.document);
    expect([await paragraphsOf(one.document), await paragraphsOf(two.document)]).toEqual([[{ text: 'Owls hoot.' }], [{ text: 'Owls hoot.' }]]);
    await remove(two.document);
    expect([await paragraphsOf(one.document), await paragraphsOf(two.document)]).toEqual([null, null]);
  }); // prettier-ignore

  it('is removed with its earlier texts, also as they were seen then', async () => {
    const { document: id, at: recordedAt } = await published('Owls hoot.', 'https://owl.example/1');
    await published('Owls hoot at night.', 'https://owl.example/1');
    const then = `query ($id: ID!, $at: DateTime!) { document(id: $id, asOf: { knownAt: $at }) { paragraphs { text } }
      claims(first: 50, asOf: { knownAt: $at }) { edges { node { value evidence { document { id } quote } } } } }`;
    const quotes = async () => {
      const { data } = await ask('reader', then, { id, at: recordedAt });
      return data.claims.edges
        .filter(({ node }: any) => node.evidence[0].document.id === id)
        .map(({ node }: any) => node.evidence[0].quote);
    };
    expect(await quotes()).toEqual(['Owls ']);
    await remove(id);
    expect(await quotes()).toEqual([null]);
  });

  it('is not removed while somebody else publishes claims of it, and keeps its text then', async () => {
    const { document: id } = await published('Owls hoot.', 'https://owl.example/1');
    const late = claim('agency:magic', 'NOTE', { value: 'Late.' }, { about: ['agency:magic'], evidence: [{ document: id, record: '1', summary: 'Late.' }] });
    const write = graph.transact.bind(graph);
    graph.transact = async (work, options) => {
      graph.transact = write;
      await applyChangeset(graph, draft({ claims: [late] }));
      return write(work, options);
    };
    const { errors } = await ask('editor', removing, { id });
    expect(errors?.[0]?.extensions['code']).toBe('CONFLICT');
    expect(Object.keys(await claims())).toEqual(expect.arrayContaining(['Late.', 'Note of https://owl.example/1.']));
    expect(await paragraphsOf(id)).toHaveLength(1);
    await remove(id);
    expect(await paragraphsOf(id)).toBeNull();
  }); // prettier-ignore

  it('is removed by editors only', async () => {
    expect((await ask('reader', removing, { id: document })).errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
    expect((await ask('editor', removing, { id: 'document:none' })).errors?.[0]?.message).toContain('document:none');
  });
});
