import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { propertiesOf, relationsOf } from '../../src/graph/inference/derive.js';
import type { ClaimRecord } from '../../src/graph/stored/record-types.js';

const claim = (id: string, says: Partial<ClaimRecord> = {}): ClaimRecord => ({
  id,
  subject: 'program:pilot',
  predicate: 'COVERS',
  object: 'region:CN-BJ',
  attributes: {},
  attributedTo: [],
  evidence: [{ document: 'document:a', summary: '' }],
  ...says,
});
const value = (id: string, predicate: string, said: string | number, evidence = 1): ClaimRecord =>
  claim(id, {
    subject: 'policy:p',
    predicate,
    object: undefined,
    value: said,
    evidence: Array.from({ length: evidence }, () => ({ document: 'document:a', summary: '' })),
  });

describe('the relations of claims', () => {
  it('carry what the claim says', () => {
    expect(relationsOf([claim('claim:1', { attributes: { batch: 1 }, from: '2019', until: '2023-12' })])).toEqual([
      {
        id: expect.stringMatching(/^relation:[0-9a-f]{16}$/),
        type: 'COVERS',
        from: 'program:pilot',
        to: 'region:CN-BJ',
        attributes: { batch: 1 },
        validFrom: '2019',
        validUntil: '2023-12',
        days: { possibleFrom: '2019-01-01', presumedFrom: '2019-12-31', certainUntil: '2023-12-01' },
        claimIds: ['claim:1'],
      },
    ]);
  });

  it('are one for claims of the same two ends, type and attributes', () => {
    const claims = [
      claim('claim:2', { attributes: { batch: 1 } }),
      claim('claim:1', { attributes: { batch: 1 }, attributedTo: ['agency:x'] }),
    ];
    expect(relationsOf(claims).map(({ claimIds }) => claimIds)).toEqual([['claim:1', 'claim:2']]);
  });

  it.each([
    ['another end', { object: 'region:CN-TJ' }],
    ['another beginning', { subject: 'policy:p' }],
    ['another type', { predicate: 'MARKETS_TO' }],
    ['another attribute', { attributes: { batch: 2 } }],
  ])('are two for %s', (_, says) => {
    expect(
      relationsOf([claim('claim:1', { attributes: { batch: 1 } }), claim('claim:2', { attributes: { batch: 1 }, ...says })]),
    ).toHaveLength(2);
  });

  it('take a claim without dates to the dated one, when there is just one', () => {
    expect(relationsOf([claim('claim:1'), claim('claim:2', { from: '2019' })])).toMatchObject([
      { validFrom: '2019', claimIds: ['claim:1', 'claim:2'] },
    ]);
  });

  it('keep claims of different dates apart, and the one without dates too', () => {
    const relations = relationsOf([
      claim('claim:1'),
      claim('claim:2', { from: '2019', until: '2020' }),
      claim('claim:3', { from: '2022' }),
    ]);
    expect(relations.map(({ validFrom, validUntil, claimIds }) => [validFrom, validUntil, claimIds])).toEqual([
      [undefined, undefined, ['claim:1']],
      ['2019', '2020', ['claim:2']],
      ['2022', undefined, ['claim:3']],
    ]);
  });

  it('begin for what a policy does when it was announced, where no claim says when', () => {
    const covers = (object: string, says: Partial<ClaimRecord> = {}) =>
      claim(`claim:${object}`, { subject: 'policy:p', object, ...says });
    const announced = [value('claim:1', 'announcedOn', '2019-04'), value('claim:2', 'announcedOn', '2019', 2)];
    const said = [
      covers('region:a'),
      covers('region:b', { from: '2020' }),
      covers('region:c', { until: '2021' }),
      claim('claim:3'),
    ];
    const begins = (claims: readonly ClaimRecord[]) => relationsOf(claims).map(({ to, validFrom }) => [to, validFrom]);
    const others = [
      ['region:b', '2020'],
      ['region:c', undefined],
      ['region:CN-BJ', undefined],
    ];
    expect(begins([...said, ...announced])).toEqual([['region:a', '2019'], ...others]);
    expect(begins([...announced.slice(0, 1), ...said])).toEqual([['region:a', '2019-04'], ...others]);
    expect(begins(said)).toEqual([['region:a', undefined], ...others]);
    expect(relationsOf([...said, ...announced])[0]?.claimIds).toEqual(['claim:region:a']);
  });

  it('are none for what is no relation', () => {
    expect(
      relationsOf([
        value('claim:1', 'announcedOn', '2019'),
        value('claim:2', 'PROVIDES', 'Something.'),
        value('claim:3', 'NOTE', 'Something.'),
      ]),
    ).toEqual([]);
  });

  it('are the same whatever the order of the claims, and of their attributes', () => {
    const made = fc.record({
      object: fc.constantFrom('region:CN-BJ', 'region:CN-TJ'),
      from: fc.constantFrom(undefined, '2019', '2020'),
      until: fc.constantFrom(undefined, '2023'),
      attributes: fc.constantFrom({}, { batch: 1 }, { batch: 1, note: 'x' }, { note: 'x', batch: 1 }),
    });
    fc.assert(
      fc.property(fc.array(made, { maxLength: 8 }), fc.infiniteStream(fc.nat()), (said, order) => {
        const claims = said.map((says, index) => claim(`claim:${index}`, says as Partial<ClaimRecord>));
        const shuffled = claims
          .map((each) => ({ each, rank: order.next().value }))
          .sort((a, b) => a.rank - b.rank)
          .map(({ each }) => each);
        const plain = (list: readonly ClaimRecord[]) =>
          relationsOf(list)
            .map(({ id, from, to, validFrom, validUntil, claimIds }) =>
              JSON.stringify([id, from, to, validFrom, validUntil, claimIds]),
            )
            .sort();
        expect(plain(shuffled)).toEqual(plain(claims));
        expect(
          relationsOf(claims)
            .flatMap(({ claimIds }) => claimIds)
            .sort(),
        ).toEqual(claims.map(({ id }) => id).sort());
        expect(new Set(relationsOf(claims).map(({ id }) => id)).size).toBe(relationsOf(claims).length);
      }),
    );
  });
});

describe('the days of relations', () => {
  const stated = (...days: readonly (string | undefined)[]) => ({
    evidence: days.map((statedOn) => ({ document: 'document:a', statedOn, summary: '' })),
  });
  const daysOf = (...claims: readonly ClaimRecord[]) => relationsOf(claims)[0]?.days;

  it('are those of the documents of all its claims', () => {
    const claims = [claim('claim:1', stated('2024-02-27')), claim('claim:2', stated('2020', undefined))];
    expect(daysOf(...claims)).toMatchObject({ firstStatedOn: '2020', lastStatedOn: '2024-02-27', certainOn: ['2024-02-27'] });
  });

  it('are not those of documents that only date it', () => {
    const dating = { document: 'document:b', statedOn: '2024-05-01', supports: 'DATES' as const, summary: '' };
    expect(daysOf(claim('claim:1', { from: '2019', evidence: [...stated('2020-01-01').evidence, dating] }))).toMatchObject({
      lastStatedOn: '2020-01-01',
      certainUntil: '2020-01-01',
    });
  });

  it.each([
    ['announced', 'policy:a', [value('claim:2', 'announcedOn', '2024-02')], '2024-02-01'],
    [
      'announced, whenever it takes effect',
      'policy:a',
      [value('claim:2', 'announcedOn', '2024-02'), value('claim:3', 'effectiveFrom', '2019')],
      '2024-02-01',
    ],
    ['in effect, where no announcement is known', 'policy:a', [value('claim:2', 'effectiveFrom', '2019')], '2019-01-01'],
    [
      'announced on the earlier of two days',
      'policy:a',
      [value('claim:2', 'announcedOn', '2024-02-05'), value('claim:3', 'announcedOn', '2024-02-04')],
      '2024-02-04',
    ],
    ['begun', 'program:a', [value('claim:2', 'startedOn', '2019')], '2019-01-01'],
  ])('begin no earlier than its source can have been %s', (_, subject, begins, expected) => {
    const own = begins.map((begin) => ({ ...begin, subject }));
    expect(daysOf(claim('claim:1', { subject, from: '2010' }), ...own)?.possibleFrom).toBe(expected);
  });

  it('begin no earlier than its target can have begun', () => {
    const runs = claim('claim:1', {
      subject: 'agency:a',
      predicate: 'ADMINISTERS',
      object: 'program:a',
      ...stated('2024-01-01'),
    });
    expect(daysOf(runs, { ...value('claim:2', 'startedOn', '2019'), subject: 'program:a' })?.possibleFrom).toBe('2019-01-01');
  });
});

describe('the claimed properties', () => {
  it('are the values of the claims, and nothing else', () => {
    const claims = [
      value('claim:1', 'announcedOn', '2019-04'),
      value('claim:2', 'unnamedIssuers', 4),
      value('claim:3', 'kind', 'LAW'),
      value('claim:4', 'PROVIDES', 'Something.'),
      value('claim:5', 'startedOn', '2019'),
    ];
    expect(propertiesOf('Policy', claims)).toEqual({ announcedOn: '2019-04', unnamedIssuers: 4 });
    expect(propertiesOf('Program', claims)).toEqual({ startedOn: '2019' });
    expect(propertiesOf('Agency', claims)).toEqual({});
  });

  it('keep a zero', () => {
    expect(propertiesOf('Policy', [value('claim:1', 'unnamedIssuers', 0)])).toEqual({ unnamedIssuers: 0 });
  });

  it('take the claim with more evidence where claims differ, then the smaller id', () => {
    expect(propertiesOf('Policy', [value('claim:1', 'announcedOn', '2019'), value('claim:2', 'announcedOn', '2020', 2)])).toEqual(
      { announcedOn: '2020' },
    );
    expect(propertiesOf('Policy', [value('claim:b', 'announcedOn', '2020'), value('claim:a', 'announcedOn', '2019')])).toEqual({
      announcedOn: '2019',
    });
  });

  it('are the same whatever the order of the claims', () => {
    const made = fc.tuple(fc.constantFrom('2019', '2020', '2021'), fc.integer({ min: 1, max: 3 }));
    fc.assert(
      fc.property(fc.array(made, { minLength: 1, maxLength: 6 }), (said) => {
        const claims = said.map(([date, evidence], index) => value(`claim:${index}`, 'announcedOn', date, evidence));
        expect(propertiesOf('Policy', [...claims].reverse())).toEqual(propertiesOf('Policy', claims));
      }),
    );
  });
});
