import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { propertiesOf, relationsOf } from '../../src/graph/derive.js';
import type { ClaimRecord } from '../../src/graph/records.js';

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
