/** Lists of an agency that issued most policies: a page found in the order of an index is the page that its loader finds among all of them. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { statementsOf } from '../../src/graph/stored/changeset.js';
import type { EntityRecord, RelationRecord } from '../../src/graph/stored/record-types.js';
import { holdingDays } from '../../src/graph/time/certainty.js';
import { fuzzyDate } from '../../src/graph/time/dates.js';
import type { Graph } from '../../src/graph/port.js';
import { changeOf } from '../graph/world.js';
import { engines } from '../support/engines.js';
import { ask } from '../support/operations.js';

const total = 400;
const named = (id: string, label: EntityRecord['label'], properties = {}): EntityRecord => ({
  id,
  label,
  names: [{ value: id, lang: 'en', kind: 'PREFERRED' }],
  codes: [],
  identifiers: [],
  properties,
});
const numbered = (number: number) => `policy:n${String(number).padStart(3, '0')}`;

/** Some thirteen to a day, and 40 without one. */
const dayOf = (number: number) => `2010-01-${String(1 + Math.floor((number % 400) / 14)).padStart(2, '0')}`;
const policies = Array.from({ length: total }, (_, number) =>
  named(numbered(number), 'Policy', number % 10 === 9 ? {} : { announcedOn: dayOf(number) }),
);

/** The hub issued all but every fifth, the other one those of the last days; some relations have ended, some begin later. */
const issued = (agency: string, number: number): RelationRecord => {
  const [validFrom, validUntil] =
    number % 11 === 3 ? ['2011', '2012'] : number % 13 === 5 ? ['2031', undefined] : [undefined, undefined];
  const [from, until] = [validFrom, validUntil].map((text) => (text === undefined ? undefined : fuzzyDate(text)));
  const id = `relation:${agency}-${number}`;
  const rest = { attributes: {}, claimIds: [], days: holdingDays({ from, until }, [], undefined), validFrom, validUntil };
  return { id, type: 'ISSUED', from: `agency:${agency}`, to: numbered(number), ...rest };
};
const numbers = policies.map((_, number) => number);
const relations = [
  ...numbers.filter((number) => number % 5 !== 0).map((number) => issued('hub', number)),
  ...numbers.filter((number) => number > 300).map((number) => issued('late', number)),
];
const entities = [named('agency:hub', 'Agency'), named('agency:late', 'Agency'), ...policies];

const cursor = (of: string, key: string | null, tie: string) => Buffer.from(JSON.stringify([of, key, tie])).toString('base64url');
const pages = (tie: string) => [
  'orderBy: ANNOUNCED_ASC, first: 3',
  'orderBy: ANNOUNCED_ASC, first: 1',
  'orderBy: ANNOUNCED_DESC, first: 3',
  'orderBy: ANNOUNCED_ASC, last: 2',
  'orderBy: ANNOUNCED_DESC, last: 2',
  'orderBy: ANNOUNCED_ASC, first: 100',
  'orderBy: ANNOUNCED_DESC, first: 3, where: { announcedOn: { gte: "2010-01-03" } }',
  'orderBy: ANNOUNCED_DESC, first: 3, where: { announcedOn: { known: true } }',
  'orderBy: ANNOUNCED_DESC, first: 3, where: { announcedOn: { known: false } }',
  'orderBy: ANNOUNCED_DESC, first: 3, where: { not: { announcedOn: { gte: "2010-01-03" } } }',
  'orderBy: ANNOUNCED_ASC, first: 2, where: { and: [{ announcedOn: { gt: "2010-01-27" } }, { name: { contains: "3" } }] }',
  'orderBy: ANNOUNCED_ASC, first: 2, where: { issuers: { some: { name: { contains: "late" } } } }',
  `orderBy: ANNOUNCED_ASC, first: 3, after: "${cursor('announcedOnEarliest', '2010-01-05', tie)}"`,
  `orderBy: ANNOUNCED_DESC, first: 3, after: "${cursor('announcedOnEarliest', '2010-01-05', tie)}"`,
  `orderBy: ANNOUNCED_ASC, last: 3, before: "${cursor('announcedOnEarliest', '2010-01-05', tie)}"`,
  `orderBy: ANNOUNCED_DESC, first: 3, after: "${cursor('announcedOnEarliest', null, tie)}"`,
  'orderBy: EFFECTIVE_FROM_ASC, first: 3',
  'orderBy: NAME_DESC, first: 3',
];

describe.each(engines)('lists of a hub, on $name', ({ empty }) => {
  let graph: Graph;
  beforeAll(async () => {
    graph = await empty();
    await graph.write(statementsOf(changeOf({ entities, relations, observations: [], claims: [] })));
  });
  afterAll(() => graph.close());

  const compare = async (query: string) => {
    const byPlan = await ask(graph, { query });
    expect(byPlan.errors).toBeUndefined();
    expect(byPlan).toEqual(await ask(graph, { query }, { withoutPlans: true }));
    return JSON.stringify(byPlan.data);
  };
  const ofHub = ['hub', 'late'].flatMap((agency) =>
    pages(`relation:${agency}-64`).map(
      (args) => `{ agency(id: "agency:${agency}") { policies(${args}) { edges { cursor node { id } } } } }`,
    ),
  );
  const byFilter = ['hub', 'late'].flatMap((agency) =>
    pages('policy:n064').map((args) => {
      const where = args.includes('where: {')
        ? args.replace('where: {', `where: { issuedBy: "agency:${agency}",`)
        : `${args}, where: { issuedBy: "agency:${agency}" }`;
      return `{ policies(${where}) { edges { cursor node { id } } pageInfo { hasNextPage } } }`;
    }),
  );

  it('have the same pages below the hub', { timeout: 180_000 }, async () => {
    for (const query of ofHub) expect(await compare(query), query).toContain('edges');
    for (const query of ofHub.slice(0, 2))
      expect(await compare(query.replace('first:', 'certainty: [PRESUMED, CERTAIN], first:')), query).toContain('policy:');
  });

  it('have the same pages where a filter names the hub', { timeout: 180_000 }, async () => {
    for (const query of byFilter) expect(await compare(query), query).toContain('edges');
  });
});
