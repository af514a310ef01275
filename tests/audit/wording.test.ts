import { describe, expect, it } from 'vitest';
import { ClaimReader } from '../../src/audit/wording.js';
import type { RequestedClaim } from '../../src/changesets/claims.js';
import type { ObservationRecord } from '../../src/graph/stored/record-types.js';
import { readLocatedDataset } from '../../src/import/dataset.js';
import { importFilesOf, smallData } from '../support/small-data.js';

const { entities, observations } = readLocatedDataset(importFilesOf(smallData));
const [observation] = observations.map(({ item }) => item);
const read = (claim: object, measured: object = {}) => {
  const changed = { ...observation, ...measured } as ObservationRecord;
  const draft = { predicate: 'value', attributes: {}, attributedTo: [], evidence: [], ...claim } as unknown as RequestedClaim;
  return new ClaimReader(entities, new Map([[changed.id, changed]])).read(draft);
};
const rows = (claim: object, measured?: object) =>
  read(claim, measured).details.map(({ label, terms }) => `${label}: ${terms.map(({ text, id }) => id ?? text).join(', ')}`);

describe('the wording of a claim', () => {
  it('has every attribute and qualifier of the record, also those that it does not know', () => {
    const claim = {
      subject: 'agency:ministry',
      predicate: 'STATED',
      value: 'It is so.',
      attributes: { origin: 'region:CN', extent: 'MAIN' },
      about: ['policy:notice', 'region:XIAN'],
      event: 'event:not-in-the-files',
      saidOn: '2024-02',
      saidTo: undefined,
    };
    expect(rows(claim)).toEqual([
      'origin: region:CN',
      'extent: MAIN',
      'about: policy:notice, region:XIAN',
      'event: event:not-in-the-files',
      'said on: 2024-02',
    ]);
    expect(read(claim)).toMatchObject({
      subject: { text: 'The ministry', id: 'agency:ministry' },
      predicate: 'stated',
      object: { text: 'It is so.' },
    });
  });

  it.each([
    [{ comparator: 'EXACT', value: 1234567.25 }, '1,234,567.25 {car}'],
    [{ comparator: 'AT_LEAST', value: 0.000000123 }, 'at least 0.000000123 {car}'],
    [{ comparator: 'NEARLY', value: -60, unit: '%' }, 'nearly -60 %'],
    [{ value: undefined, unit: undefined, rank: 1 }, 'rank 1'],
    [{ value: 3, rank: 2 }, '3 {car}, rank 2'],
  ])('says what an observation measures: %j', (measured, text) => {
    expect(read({ subject: observation!.id }, measured).object).toEqual({ text });
  });

  it('has everything else of an observation, also what it does not know', () => {
    const measured = { region: 'region:CN', basePeriod: '2020', rankedIn: 'region:XIAN' };
    expect(rows({ subject: observation!.id }, measured)).toEqual([
      'indicator: indicator:cars-sold',
      'kind: ACTUAL',
      'about: policy:notice',
      'region: region:CN',
      'base period: 2020',
      'ranked in: region:XIAN',
    ]);
  });

  it.each([
    ['PART_OF', 'agency:office', 'part of', /^A region lies in a region/],
    ['announcedOn', 'policy:notice', 'announced on', /^When it was announced/],
    ['NOTE', 'policy:notice', 'note', /^A fact that fits no other/],
    ['value', observation!.id, 'value', /^The value/],
  ])('says what %s means', (predicate, subject, words, meaning) => {
    expect(read({ subject, predicate })).toMatchObject({ predicate: words, meaning: expect.stringMatching(meaning) });
  });
});
