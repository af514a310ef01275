/** A graph in the shape of a government gazette: a tree of regions, agencies of which few issue most policies, and a claim with evidence for each relation. */
import { storedClaim, storedEntity, storedEvidence, storedRelation, type Stored } from '../../src/graph/stored/storage.js';
import type { EntityRecord, RelationRecord } from '../../src/graph/stored/record-types.js';
import { pick, skewed } from '../stores/random.js';

export const changeset = 'changeset:generated';
export const recordedAt = '2025-01-01T00:00:00.000Z';

/** Relations of one policy: an issuer, and the regions that it covers. */
const coveredBy = 7;
const partsOfRegion = 10;
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
  return {
    policies: Math.floor((relations - regions) / (coveredBy + 1)),
    regions,
    agencies: Math.max(20, Math.floor(relations / 500)),
  };
}

const base = { codes: [], identifiers: [], properties: {} } as const;
const named = (value: string) => [{ value, lang: 'en', kind: 'PREFERRED' }] as const;
export const policyId = (number: number) => `policy:g${number}`;
export const regionId = (number: number) => `region:g${number}`;
export const agencyId = (number: number) => `agency:g${number}`;
const documentId = (number: number) => `document:g${number % 1000}`;

export const policy = (number: number): EntityRecord => ({
  ...base,
  id: policyId(number),
  label: 'Policy',
  names: named(`Notice ${number} on ${pick(number, words)} and ${pick(number + 1, words)}`),
  properties: { announcedOn: `${1990 + (number % 35)}-${two((number % 12) + 1)}-${two((number % 28) + 1)}`, kind: 'NOTICE' },
});
export const region = (number: number): EntityRecord => ({
  ...base,
  id: regionId(number),
  label: 'Region',
  names: named(`Region ${number}`),
  properties: { level: number < 11 ? 'PROVINCE' : 'COUNTY' },
});
export const agency = (number: number): EntityRecord => ({
  ...base,
  id: agencyId(number),
  label: 'Agency',
  names: named(`Bureau ${number}`),
});
export const document = (number: number): EntityRecord => ({
  ...base,
  id: documentId(number),
  label: 'Document',
  names: named(`Gazette ${number}`),
  properties: { title: `Gazette ${number}` },
});
export const documents = 1000;

const two = (number: number) => String(number).padStart(2, '0');

/** The relations that begin at, or end in, the policy of a number. */
export function relationsOfPolicy(number: number, { regions, agencies }: Sizes): RelationRecord[] {
  const id = policyId(number);
  const covered = new Set(Array.from({ length: coveredBy }, (_, index) => skewed(number * coveredBy + index, regions)));
  return [
    relation('ISSUED', agencyId(skewed(number + 1_000_003, agencies)), id, { role: 'ANNOUNCED' }),
    ...[...covered].map((target) => relation('COVERS', id, regionId(target), {})),
  ];
}

/** Each region is part of the one before it in the tree. */
export const relationsOfRegion = (number: number): RelationRecord[] =>
  number === 0 ? [] : [relation('PART_OF', regionId(number), regionId(Math.floor((number - 1) / partsOfRegion)), {})];

function relation(
  type: RelationRecord['type'],
  from: string,
  to: string,
  attributes: RelationRecord['attributes'],
): RelationRecord {
  const key = `${type}-${from}-${to}`.replaceAll(':', '-');
  return { id: `relation:${key}`, type, from, to, attributes, days: {}, claimIds: [`claim:${key}`] };
}

/** The claim of a relation, as stored, and the evidence of the claim. */
export function claimOf({ type, from, to, attributes, claimIds: [id = ''] }: RelationRecord): {
  readonly claim: Stored;
  readonly evidence: Stored;
} {
  const evidence = { document: documentId(id.length), summary: 'The gazette lists it.', record: '1' };
  const claim = { id, subject: from, predicate: type, object: to, attributes, attributedTo: [], evidence: [evidence] };
  return { claim: storedClaim(claim, recordedAt), evidence: storedEvidence(evidence, 0) };
}

export const documentOf = ({ claimIds: [id = ''] }: RelationRecord): string => documentId(id.length);
export const storedNode = (entity: EntityRecord): Stored => ({ ...storedEntity(entity), recordedAt });
export const storedEdge = (each: RelationRecord): Stored => ({ ...storedRelation(each), knownFrom: recordedAt });
