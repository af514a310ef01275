/** A graph in the shape of a government gazette: a tree of regions, agencies of which few issue most policies, and claims with evidence. */
import type { ClaimRecord, EntityRecord } from '../../src/graph/stored/record-types.js';
import { fraction, pick, skewed } from '../stores/random.js';

/** Relations of one policy: an issuer, and the regions that it covers. */
const coveredBy = 7;
const partsOfRegion = 10;
/** Every so many policies and regions, two sources differ. */
const differing = { policies: 100, regions: 50 };
const words = [
  'trade',
  'water',
  'roads',
  'schools',
  'health',
  'archives',
  'forests',
  'markets',
  'ports',
  'energy',
  'housing',
  'labour',
];

export interface Sizes {
  readonly policies: number;
  readonly regions: number;
  readonly agencies: number;
}

/** How many of each make so many relations. */
export function sizesOf(relations: number): Sizes {
  const regions = Math.max(20, Math.floor(relations / 50));
  const betweenRegions = regions - 1 + Math.floor((regions - 1) / differing.regions);
  return {
    policies: Math.floor((relations - betweenRegions) / (coveredBy + 1)),
    regions,
    agencies: Math.max(20, Math.floor(relations / 500)),
  };
}

/** An entity, and the claims about it or that bring it in. */
export interface Generated {
  readonly entity: EntityRecord;
  readonly claims: readonly ClaimRecord[];
}

const base = { codes: [], identifiers: [], properties: {} } as const;
const named = (value: string) => [{ value, lang: 'en', kind: 'PREFERRED' }] as const;
export const policyId = (number: number) => `policy:g${number}`;
export const regionId = (number: number) => `region:g${number}`;
export const agencyId = (number: number) => `agency:g${number}`;
export const documents = 1000;
const documentId = (number: number) => `document:g${number % documents}`;

export const document = (number: number): Generated => ({
  entity: {
    ...base,
    id: documentId(number),
    label: 'Document',
    names: named(`Gazette ${number}`),
    properties: { title: `Gazette ${number}` },
  },
  claims: [],
});

export const agency = (number: number): Generated => ({
  entity: { ...base, id: agencyId(number), label: 'Agency', names: named(`Bureau ${number}`) },
  claims: [],
});

/** Each region is part of one before it. */
export const parentOf = (number: number): number => Math.max(0, Math.floor((number - 1) / partsOfRegion));

export function region(number: number): Generated {
  const id = regionId(number);
  const [parent, other] = [parentOf(number), parentOf(number - 1)];
  const parents =
    number === 0 ? [] : number % differing.regions === 0 ? [parent, other === parent ? parent - 1 : other] : [parent];
  return {
    entity: {
      ...base,
      id,
      label: 'Region',
      names: named(`Region ${number}`),
      properties: { level: number <= partsOfRegion ? 'PROVINCE' : 'COUNTY' },
    },
    claims: parents.map((each, index) => claim(2, number, index, { subject: id, predicate: 'PART_OF', object: regionId(each) })),
  };
}

/** A policy of a day in 35 years; as many relations at every size. */
export function policy(number: number, { regions, agencies }: Sizes): Generated {
  const id = policyId(number);
  const announced = Math.floor(fraction(number + 17) * 35 * 365);
  const days = number % differing.policies === 0 ? [announced, announced + 1] : [announced];
  const issuer = agencyId(skewed(number + 1_000_003, agencies));
  const facts: readonly Fact[] = [
    ...days.map((day) => ({ subject: id, predicate: 'announcedOn', value: dayOf(day) })),
    { subject: issuer, predicate: 'ISSUED', object: id, attributes: { role: 'ANNOUNCED' } },
    ...[...coveredRegions(number, regions)].map((target) => ({ subject: id, predicate: 'COVERS', object: regionId(target) })),
  ];
  const name = `Notice ${number} on ${pick(number, words)} and ${pick(number + 1, words)}`;
  return {
    entity: { ...base, id, label: 'Policy', names: named(name), properties: { kind: 'NOTICE' } },
    claims: facts.map((fact, index) => claim(1, number, index, fact)),
  };
}

export function coveredRegions(number: number, regions: number): ReadonlySet<number> {
  const covered = new Set<number>();
  for (let index = 0; covered.size < coveredBy; index += 1) covered.add(skewed(number * coveredBy + index * 7_919, regions));
  return covered;
}

export const partsOf = (region: number): number[] =>
  Array.from({ length: partsOfRegion }, (_, index) => region * partsOfRegion + index + 1);

/** Eight digits, of which each number has others. */
const hex = (number: number): string => (fraction(number) * 2 ** 32).toString(16).padStart(8, '0');

const dayOf = (number: number): string => new Date(Date.UTC(1990, 0, 1 + number)).toISOString().slice(0, 10);

type Fact = Pick<ClaimRecord, 'subject' | 'predicate' | 'object' | 'value'> & Partial<Pick<ClaimRecord, 'attributes'>>;

/** Its id looks like those that the service makes: as long, and in no order. */
function claim(kind: number, number: number, index: number, { attributes = {}, ...fact }: Fact): ClaimRecord {
  const evidence = { document: documentId(number + index), summary: 'The gazette lists it.', record: '1' };
  const id = `claim:${hex(number * 16 + index)}${hex(kind)}`;
  return { id, ...fact, attributes, attributedTo: [], evidence: [evidence] };
}
