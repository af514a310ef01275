/**
 * Small random graphs with a history: a world; then a changeset that renames some, retracts some and contradicts the world;
 * then one that takes some of that back.
 */
import * as fc from 'fast-check';
import type { Change } from '../../src/graph/stored/changeset.js';
import {
  entities as models,
  nameKinds,
  relations as relationModels,
  type EntityModel,
  type Label,
} from '../../src/model/model.js';
import type {
  ClaimRecord,
  EntityRecord,
  EvidenceRecord,
  Name,
  ObservationRecord,
  RelationRecord,
} from '../../src/graph/stored/record-types.js';
import { amounts, changeOf, date, idsOf, texts, valueOf, worldOf, type World } from '../graph/world.js';

/** Names as sources write them: Chinese, pinyin with and without tones, letters with marks, endings of both spellings. */
export const givenNames = [
  '广州市',
  '二手车出口试点',
  '商务部',
  'Guǎngzhōu',
  'Guangzhou',
  'Qīngdǎo',
  'São Tomé',
  'Łódź',
  'Côte d’Ivoire',
  'Used-car export pilot',
  'Second-hand cars programme',
  'Ministry of Commerce',
  'MOFCOM',
];
const descriptions = ['Exports used cars from Guangzhou.', 'A ministry of 二手车 and labour.', 'Łódź'];
const noted = ['Sells cars.', 'Sells  CARS.', '出口', '😀'];

const many = <T>(prefix: string, count: number, make: fc.Arbitrary<T>): fc.Arbitrary<(T & { id: string })[]> =>
  fc
    .array(make, { minLength: count, maxLength: count })
    .map((items) => items.map((item, index) => ({ ...item, id: `${prefix}${index}` })));

const name: fc.Arbitrary<Name> = fc.record({
  value: fc.constantFrom(...givenNames, ...texts),
  lang: fc.constantFrom('en', 'zh', 'zh-Latn', 'fr'),
  kind: fc.constantFrom(...(Object.keys(nameKinds) as (keyof typeof nameKinds)[])),
});
const naming = fc.record({
  names: fc.array(name, { maxLength: 3 }),
  description: fc.option(fc.constantFrom(...descriptions), { nil: undefined }),
});

const evidence: fc.Arbitrary<EvidenceRecord> = fc.record(
  { document: fc.constantFrom(...idsOf('Document')), summary: fc.constantFrom(...noted), record: fc.constantFrom('1', '2') },
  { requiredKeys: ['document', 'summary'] },
);
const supported = {
  from: fc.option(date, { nil: undefined }),
  until: fc.option(date, { nil: undefined }),
  attributedTo: fc.uniqueArray(fc.constantFrom(...idsOf('Agency').slice(0, 3)), { maxLength: 2 }),
  evidence: fc.array(evidence, { minLength: 1, maxLength: 2 }),
  attributes: fc.constant({}),
};

type Assertion = Pick<ClaimRecord, 'subject' | 'predicate' | 'object' | 'value'>;

/** Few subjects, so that many of them get two claims. */
const subjects = (label: Label) => fc.constantFrom(...idsOf(label).slice(0, 3));
const valued: fc.Arbitrary<Assertion>[] = Object.entries(models as Readonly<Record<string, EntityModel>>).flatMap(
  ([label, { properties }]) =>
    Object.entries(properties)
      .filter(([, { claimed }]) => claimed)
      .map(([predicate, property]) =>
        fc.record({ subject: subjects(label as Label), predicate: fc.constant(predicate), value: valueOf(property) }),
      ),
);
const worded = fc.record({
  subject: fc.oneof(subjects('Policy'), subjects('Program'), subjects('Region')),
  predicate: fc.constantFrom('PROVIDES', 'STATED', 'LISTS_ALL_MEMBERS', 'NOTE'),
  value: fc.constantFrom(...noted),
});
const measured = fc.record({
  subject: fc.constantFrom('observation:n00', 'observation:n01', 'observation:n02'),
  predicate: fc.constant('value'),
  value: fc.constantFrom(...amounts),
});
const related: fc.Arbitrary<Assertion>[] = Object.entries(relationModels).map(([predicate, { from, to }]) =>
  fc.record({
    subject: fc.oneof(...from.map(subjects)),
    predicate: fc.constant(predicate),
    object: fc.oneof(...to.map(subjects)),
  }),
);
const claim: fc.Arbitrary<Omit<ClaimRecord, 'id'>> = fc
  .tuple(fc.oneof(...valued, ...valued, worded, worded, worded, measured, ...related), fc.record(supported))
  .map(([asserted, support]) => ({ ...asserted, ...support }));

interface Additions {
  readonly share: number;
  readonly namings: readonly Pick<EntityRecord, 'names' | 'description'>[];
  readonly renamings: readonly Pick<EntityRecord, 'names' | 'description'>[];
  readonly claims: readonly ClaimRecord[];
  readonly laterClaims: readonly ClaimRecord[];
  readonly bases: readonly Pick<ObservationRecord, 'basePeriod' | 'convertedValue' | 'convertedUnit'>[];
}

const additions: fc.Arbitrary<Additions> = fc.record({
  share: fc.constantFrom(0.2, 0.5, 1, 1),
  namings: fc.array(naming, { minLength: 40, maxLength: 40 }),
  renamings: fc.array(naming, { minLength: 7, maxLength: 7 }),
  claims: many('claim:valued-', 60, claim),
  laterClaims: many('claim:later-', 40, claim),
  bases: fc.array(
    fc.record(
      { basePeriod: date, convertedValue: fc.constantFrom(...amounts), convertedUnit: fc.constant('USD') },
      { requiredKeys: [] },
    ),
    { minLength: 5, maxLength: 5 },
  ),
});

/** Every n-th item, beginning with one of the first n. */
const everyNth = <T>(items: readonly T[], n: number, start = 0): T[] => items.filter((_, index) => index % n === start);
const shareOf = <T>(items: readonly T[], share: number): T[] => items.filter((_, index) => (index * share) % 1 < share);

/** The world, with more names and more claims; some graphs have few relations and values. */
function enriched(world: World, { share, namings, claims, bases }: Additions): World {
  const known = [...world.claims, ...claims];
  return {
    entities: world.entities.map((entity, index) => named(entity, namings[index % namings.length])),
    relations: shareOf(world.relations, share).map((relation, index) => ({
      ...relation,
      claimIds: [known[index % known.length]?.id, known[(index * 7 + 1) % known.length]?.id].filter((id) => id !== undefined),
    })),
    observations: shareOf(world.observations, share).map((each, index) => ({ ...each, ...bases[index % bases.length] })),
    claims: known.filter(({ subject }) => !subject.startsWith('observation:') || share === 1),
  };
}

const named = (entity: EntityRecord, given: Pick<EntityRecord, 'names' | 'description'> | undefined): EntityRecord => ({
  ...entity,
  names: [...entity.names, ...(given?.names ?? [])],
  description: given?.description,
});

const changeset = (id: string, recordedAt: string) => ({
  id: `changeset:${id}`,
  author: 'tests',
  reason: 'random',
  origin: 'tests',
  recordedAt,
});

/** The changesets of a graph, in their order: those of the same seed are the same. */
export function changesOf(seed: number): Change[] {
  const added = fc.sample(additions, { seed, numRuns: 1 })[0] as Additions;
  const world = enriched(worldOf(seed), added);
  const later = relationsNotIn(world, worldOf(seed + 1_000_000).relations);
  const laterClaims = added.laterClaims.filter(({ subject }) => !subject.startsWith('observation:') || added.share === 1);
  return [
    changeOf(world),
    {
      changeset: changeset('later', '2025-04-01T00:00:00.000Z'),
      entities: everyNth(world.entities, 9).map((entity, index) => named(entity, added.renamings[index % 7])),
      claims: laterClaims,
      observations: [],
      retractedClaims: everyNth(world.claims, 7, 3).map(({ id }) => id),
      addedRelations: later,
      removedRelations: everyNth(world.relations, 7, 3),
    },
    {
      changeset: changeset('last', '2025-05-01T00:00:00.000Z'),
      entities: [],
      claims: [],
      observations: [],
      retractedClaims: [...everyNth(laterClaims, 5), ...everyNth(world.claims, 7, 5)].map(({ id }) => id),
      addedRelations: [],
      removedRelations: [...everyNth(later, 3), ...everyNth(world.relations, 7, 5)],
    },
  ];
}

/** A tenth of the relations of another world, under ids of their own. */
const relationsNotIn = ({ claims }: World, others: readonly RelationRecord[]): RelationRecord[] =>
  everyNth(others, 10).map((relation, index) => ({
    ...relation,
    id: `${relation.id}-later`,
    claimIds: [claims[index % claims.length]?.id ?? 'claim:n0'],
  }));

/** The relations that a graph has at some time. */
export const relationsOf = (seed: number): RelationRecord[] => changesOf(seed).flatMap(({ addedRelations }) => addedRelations);
