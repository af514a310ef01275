/** A small random graph, the same for the same seed: the data for comparing lists. */
import * as fc from 'fast-check';
import { holdingDays } from '../../src/graph/time/certainty.js';
import type { Change } from '../../src/graph/stored/changeset.js';
import { fuzzyDate } from '../../src/graph/time/dates.js';
import {
  comparators,
  entities,
  idPrefix,
  labels,
  observationKinds,
  relations,
  type Label,
  type PropertyModel,
  type RelationType,
} from '../../src/model/model.js';
import type {
  ClaimRecord,
  Code,
  EntityRecord,
  EvidenceRecord,
  ObservationRecord,
  RelationRecord,
} from '../../src/graph/stored/record-types.js';

export interface World {
  readonly entities: readonly EntityRecord[];
  readonly relations: readonly RelationRecord[];
  readonly observations: readonly ObservationRecord[];
  readonly claims: readonly ClaimRecord[];
}

/** How many of each type; a few of any other. */
const sizes: Readonly<Partial<Record<Label, number>>> = {
  Policy: 30,
  Program: 20,
  Agency: 12,
  Organization: 6,
  Person: 8,
  Region: 24,
  Sector: 5,
  Document: 8,
};
const sizeOf = (label: Label): number => sizes[label] ?? 4;

/**
 * Cases that lists must not stumble over: letters of both sizes and of several bytes, text that looks like Cypher, characters beyond the 16-bit plane.
 * None from U+E000 to U+FFFF (full-width letters): Neo4j 5.26 orders them before emoji, and compares them to a parameter as after.
 */
export const texts = [
  'Beijing',
  'beijing',
  'BEIJING',
  "Xi'an",
  'Ürümqi',
  'ÜRÜMQI',
  '二手车',
  '青岛市',
  '😀 zone',
  '𠮷',
  'x`) MATCH (m) DETACH DELETE m //',
  '\\u0060',
  '"quoted"',
  '100%',
  'a_b',
  ' ',
];
/** Also dates with an end that is not known. */
const dates = [
  '2018',
  '2019',
  '2019-04',
  '2019-04-26',
  '[2019-04-21..2019-04-30]',
  '2023-12/2024-02',
  '2024-02-05',
  '2024',
  '2019-04/..',
  '../2019-04',
];
export const days = [
  '2017-12-31',
  '2018-01-01',
  '2019-04-21',
  '2019-04-26',
  '2019-04-30',
  '2019-05-01',
  '2024-02-05',
  '2024-12-31',
  '2025-06-01',
];
export const schemes = ['GB/T 2260', 'HS', 'ISO 3166-1 alpha-2'];
/** One has a colon in it, as identifiers may. */
export const codeValues = ['370200', '87', 'CN', 'a:87'];
export const numbers = [-1, 0, 1, 2, 3];
export const amounts = [-2.5, 0, 0.1, 3, 15_000, 9_007_199_254_740_991];
export const predicates = ['COVERS', 'NOTE', 'announcedOn', 'ISSUED'];

/** The ids of a label, in the order of their making. */
export const idsOf = (label: Label): string[] =>
  Array.from({ length: sizeOf(label) }, (_, index) => `${idPrefix(label)}n${index}`);
export const allIds = labels.flatMap(idsOf);

const optionally = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const code: fc.Arbitrary<Code> = fc.record({ scheme: fc.constantFrom(...schemes), value: fc.constantFrom(...codeValues) });
export const date = fc.constantFrom(...dates);

/** What a property of the model may hold. */
export function valueOf({ type, values }: PropertyModel): fc.Arbitrary<string | number> {
  if (type === 'enum') return fc.constantFrom(...Object.keys(values ?? {}));
  if (type === 'date') return date;
  return type === 'integer' || type === 'number' ? fc.constantFrom(...numbers) : fc.constantFrom(...texts);
}

function valuesOf(properties: Readonly<Record<string, PropertyModel>>): fc.Arbitrary<Record<string, string | number>> {
  const some = fc.record(
    Object.fromEntries(Object.entries(properties).map(([name, property]) => [name, optionally(valueOf(property))])),
  );
  return some.map((values) =>
    Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)),
  ) as fc.Arbitrary<Record<string, string | number>>;
}

function entity(id: string, label: Label): fc.Arbitrary<EntityRecord> {
  return fc
    .record({
      names: fc
        .array(fc.constantFrom(...texts), { minLength: 1, maxLength: 3 })
        .map((names) =>
          names.map((value, index) => ({ value, lang: 'en', kind: index === 0 ? ('PREFERRED' as const) : ('ALIAS' as const) })),
        ),
      codes: fc.array(code, { maxLength: 2 }),
      identifiers: fc.array(code, { maxLength: 2 }),
      properties: valuesOf(entities[label].properties),
    })
    .map((rest) => ({ id, label, ...rest }));
}

const relationParts = (type: RelationType) =>
  fc
    .record({
      attributes: valuesOf(relations[type].attributes),
      validFrom: optionally(date),
      validUntil: optionally(date),
      stated: fc.array(date, { maxLength: 3 }),
      notBefore: optionally(fc.constantFrom(...days)),
    })
    .map(({ stated, notBefore, ...parts }) => {
      const [from, until] = [parts.validFrom, parts.validUntil].map((text) => (text === undefined ? undefined : fuzzyDate(text)));
      return { ...parts, days: holdingDays({ from, until }, stated.map(fuzzyDate), notBefore) };
    });

function relation(type: RelationType, from: string, to: string, number: number): fc.Arbitrary<RelationRecord> {
  return relationParts(type).map((parts) => ({
    id: `relation:${type}-${number}`,
    type,
    from,
    to,
    claimIds: ['claim:n0'],
    ...parts,
  }));
}

/** Relations of a type at random, some of them twice between the same ends, as when somebody holds an office twice. */
function relationsOfType(type: RelationType): fc.Arbitrary<RelationRecord[]> {
  const { from, to, acyclic } = relations[type];
  const ends = fc
    .tuple(fc.constantFrom(...from.flatMap(idsOf)), fc.constantFrom(...to.flatMap(idsOf)))
    .filter(([one, other]) => one !== other)
    .map((pair) => (acyclic ? pair.toSorted((one, other) => allIds.indexOf(one) - allIds.indexOf(other)) : pair) as typeof pair);
  return fc
    .array(ends, { minLength: 30, maxLength: 30 })
    .chain((pairs) => fc.tuple(...pairs.map(([source, target], number) => relation(type, source, target, number))));
}

/** A hierarchy: each has a parent before it, and now and then a second one, so that there are two ways up. */
function hierarchy(label: Label, start: number): fc.Arbitrary<RelationRecord[]> {
  const ids = idsOf(label).slice(1);
  const parents = ids.map((_, index) =>
    fc.tuple(
      fc.constant(Math.floor(index / 3)),
      fc.option(fc.integer({ min: 0, max: Math.floor(index / 2) }), { nil: undefined }),
    ),
  );
  return fc.tuple(...parents).chain((all) => {
    const pairs = all.flatMap(([first, second], index) =>
      [first, ...(second === undefined ? [] : [second])].map(
        (parent) => [ids[index] as string, `${label.toLowerCase()}:n${parent}`] as const,
      ),
    );
    return fc.tuple(...pairs.map(([from, to], number) => relation('PART_OF', from, to, start + number)));
  });
}

function observation(number: number): fc.Arbitrary<ObservationRecord> {
  return fc
    .record({
      indicator: fc.constantFrom(...idsOf('Indicator')),
      about: fc.uniqueArray(
        fc.constantFrom(...idsOf('Product'), ...idsOf('Policy').slice(0, 3), ...idsOf('Region').slice(0, 2)),
        { maxLength: 2 },
      ),
      /** May be what it is about as well: then it is one observation of that region, not two. */
      region: optionally(fc.constantFrom(...idsOf('Region').slice(0, 4))),
      period: optionally(date),
      value: fc.constantFrom(...amounts),
      unit: fc.constantFrom('{vehicle}', 'CNY'),
      comparator: fc.constantFrom(...(Object.keys(comparators) as (keyof typeof comparators)[])),
      kind: fc.constantFrom(...(Object.keys(observationKinds) as (keyof typeof observationKinds)[])),
      reportedBy: optionally(fc.constantFrom(...idsOf('Agency').slice(0, 2))),
    })
    .map((rest) => ({ id: `observation:n${String(number).padStart(2, '0')}`, ...rest }));
}

const speakers = [...idsOf('Agency').slice(0, 2), ...idsOf('Person').slice(0, 2)];
const evidence: fc.Arbitrary<EvidenceRecord> = fc.record({
  document: fc.constantFrom(...idsOf('Document').slice(0, 4)),
  summary: fc.constantFrom(...texts.filter((text) => text.trim() !== ''), 'It says so.'),
});

function claim(number: number): fc.Arbitrary<ClaimRecord> {
  const ofObservation = fc.record({
    subject: fc.constantFrom('observation:n00', 'observation:n01', 'observation:n02'),
    predicate: fc.constant('value'),
    value: fc.constantFrom(...amounts),
  });
  const ofEntity = fc.record({
    subject: fc.constantFrom(...idsOf('Program').slice(0, 4)),
    predicate: fc.constantFrom(...predicates),
  });
  const worded = fc.record(
    {
      subject: fc.constantFrom(...idsOf('Program').slice(0, 2), ...speakers),
      predicate: fc.constantFrom('STATED', 'NOTE'),
      value: fc.constantFrom(...texts),
      about: fc.uniqueArray(fc.constantFrom(...idsOf('Region').slice(0, 3), ...idsOf('Product')), { minLength: 1, maxLength: 2 }),
    },
    { requiredKeys: ['subject', 'predicate'] },
  );
  return fc
    .record({
      asserted: fc.oneof({ weight: 3, arbitrary: ofEntity }, worded, ofObservation),
      object: optionally(fc.constantFrom(...idsOf('Region').slice(0, 4))),
      from: optionally(date),
      until: optionally(date),
      attributedTo: fc.uniqueArray(fc.constantFrom(...speakers), { maxLength: 2 }),
      evidence: fc.array(evidence, { minLength: 1, maxLength: 3 }),
    })
    .map(({ asserted, ...rest }) => ({ id: `claim:n${number}`, attributes: {}, ...asserted, ...rest }));
}

const many = <T>(count: number, make: (number: number) => fc.Arbitrary<T>): fc.Arbitrary<T[]> =>
  fc.tuple(...Array.from({ length: count }, (_, number) => make(number)));
const joined = <T>(parts: readonly fc.Arbitrary<T[]>[]): fc.Arbitrary<T[]> => fc.tuple(...parts).map((lists) => lists.flat());

const world: fc.Arbitrary<World> = fc.record({
  entities: joined(labels.map((label) => many(sizeOf(label), (number) => entity(`${idPrefix(label)}n${number}`, label)))),
  relations: joined([
    ...(Object.keys(relations) as RelationType[]).filter((type) => type !== 'PART_OF').map(relationsOfType),
    hierarchy('Region', 0),
    hierarchy('Agency', 100),
    hierarchy('Organization', 200),
  ]),
  observations: many(40, observation),
  claims: many(60, claim),
});

export function worldOf(seed: number): World {
  return fc.sample(world, { seed, numRuns: 1 })[0] as World;
}

/** When the world was recorded: a property of each claim. */
export const recordedAt = '2025-01-01T00:00:00.000Z';

/** The change that writes a world into an empty graph. */
export function changeOf({ relations: addedRelations, ...rest }: World): Change {
  const changeset = { id: 'changeset:world', author: 'tests', reason: 'a random world', origin: 'tests', recordedAt };
  return { changeset, ...rest, retractedClaims: [], addedRelations, removedRelations: [] };
}
