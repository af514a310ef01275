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

  it('is removed by editors only', async () => {
    expect((await ask('reader', removing, { id: document })).errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
    expect((await ask('editor', removing, { id: 'document:none' })).errors?.[0]?.message).toContain('document:none');
  });
});
