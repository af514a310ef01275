/** Many entities of each label, each with every relation that the model allows, claims with evidence, and observations. */
import { times } from '../support/long-runs.js';
import type { Change } from '../../src/graph/stored/changeset.js';
import { labels, relations, relationTypes, type Label, type RelationModel } from '../../src/model/model.js';
import type { ClaimRecord, EntityRecord, ObservationRecord, RelationRecord } from '../../src/graph/stored/record-types.js';

/** How many entities of each label there are: ten for each document that names them. */
export const size = times(100, 1000);
const numbers = Array.from({ length: size }, (_, number) => number);
const id = (label: Label, number: number): string => `${label.toLowerCase()}:n${number}`;

/** Number 1 of every ten comes first by name: it has neighbours on both sides in a chain. */
function entity(label: Label, number: number): EntityRecord {
  const names = [{ value: `${(number + 9) % 10} ${number}`, lang: 'en', kind: 'PREFERRED' as const }];
  return { id: id(label, number), label, names, codes: [], identifiers: [], properties: {} };
}

/** Chains of five where both ends have the same label, so that hierarchies are no deeper than they may be. */
function target(from: Label, to: Label, number: number): number | undefined {
  if (from !== to) return number;
  return number % 5 === 4 ? undefined : number + 1;
}

const relation = (type: RelationRecord['type'], from: string, to: string): RelationRecord => ({
  id: `relation:${type} ${from} ${to}`,
  type,
  from,
  to,
  attributes: {},
  days: {},
  claimIds: [`claim:${from}`],
});

function relationsOfModel(): RelationRecord[] {
  return relationTypes
    .filter((type) => type !== 'MENTIONS')
    .flatMap((type) => {
      const { from, to, sameLabel }: RelationModel = relations[type];
      const pairs = from.flatMap((source) =>
        to.filter((end) => !sameLabel || end === source).map((end) => [source, end] as const),
      );
      return pairs.flatMap(([source, end]) =>
        numbers.flatMap((number) => {
          const other = target(source, end, number);
          return other === undefined ? [] : [relation(type, id(source, number), id(end, other))];
        }),
      );
    });
}

/** Each of the first tenth of the documents names ten entities of each label. */
const mentions = (): RelationRecord[] =>
  labels.flatMap((label) =>
    numbers.map((number) => relation('MENTIONS', id('Document', Math.floor(number / 10)), id(label, number))),
  );

const claim = (subject: string, number: number): ClaimRecord => ({
  id: `claim:${subject}`,
  subject,
  predicate: 'NOTE',
  object: id('Region', number),
  value: 'It is so.',
  attributes: {},
  attributedTo: [id('Organization', number)],
  evidence: [{ document: id('Document', number), summary: 'It says so.', locator: { start: 0, end: 1, sha256: '0' } }],
});

const observation = (number: number): ObservationRecord => ({
  id: `observation:n${number}`,
  indicator: id('Indicator', number),
  about: labels.filter((label) => label !== 'Region' && label !== 'Indicator').map((label) => id(label, number)),
  region: id('Region', number),
  value: number,
  unit: '1',
  comparator: 'EXACT',
  kind: 'ACTUAL',
  reportedBy: id('Agency', number),
});

export function largeChange(): Change {
  return {
    changeset: {
      id: 'changeset:large',
      author: 'tests',
      reason: 'many of each',
      origin: 'tests',
      recordedAt: '2025-01-01T00:00:00.000Z',
    },
    entities: labels.flatMap((label) => numbers.map((number) => entity(label, number))),
    claims: [
      ...labels.flatMap((label) => numbers.map((number) => claim(id(label, number), number))),
      ...numbers.map((number) => claim(`observation:n${number}`, number)),
    ],
    observations: numbers.map(observation),
    retractedClaims: [],
    addedRelations: [...relationsOfModel(), ...mentions()],
    removedRelations: [],
  };
}
