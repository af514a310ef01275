/** Random graphs with everything in the model, valid for every import: what goes in must come out of every format. */
import * as fc from 'fast-check';
import type { ChangesetLists } from '../../src/changesets/from-input.js';
import type { Merge } from '../../src/changesets/change-request.js';
import { formOf } from '../../src/changesets/text.js';
import {
  comparators,
  entities as models,
  labelOf,
  labels,
  nameKinds,
  observationKinds,
  relations,
  textPredicates,
  type EntityModel,
  type Label,
  type PropertyModel,
} from '../../src/model/model.js';
import { early, hash, integers, isEnd, keys, late, maybe, numbers, textOf, texts } from './any-value.js';

/** A change as GraphQL takes it, then merges, each a change of its own. */
export interface AnyGraph {
  readonly lists: ChangesetLists;
  readonly merges: readonly Merge[];
}

/** Ids of every label: two of each, so that one can be merged into the other. */
const idsOf = (label: Label): string[] => ['a', 'B.b_b-2'].map((slug) => `${label.toLowerCase()}:${slug}`);
const ids = (...of: readonly Label[]): fc.Arbitrary<string> => fc.constantFrom(...of.flatMap(idsOf));
const anyId = ids(...labels);

function valueOf(name: string, model: PropertyModel): fc.Arbitrary<string | number> {
  if (name === 'sha256') return hash;
  if (model.isId === true) return ids('Region');
  if (model.type === 'enum') return keys(model.values ?? {});
  if (model.type === 'date') return isEnd(name) ? late : early;
  if (model.type === 'integer')
    return name === 'unnamedIssuers' || name === 'batch' ? fc.constantFrom(0, 1, 2_147_483_647) : integers;
  return model.type === 'number' ? numbers : textOf(formOf(model));
}

/** Some of the properties, as names and values in text. */
function named(models: Readonly<Record<string, PropertyModel>>, isAsked: (model: PropertyModel) => boolean) {
  const asked = Object.entries(models).filter(([name, model]) => isAsked(model) && !name.startsWith('range'));
  const all = Object.fromEntries(asked.map(([name, model]) => [name, maybe(valueOf(name, model))]));
  return fc
    .record(all)
    .map((values) =>
      Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [{ name, value: String(value) }])),
    );
}

const code = fc.record({ scheme: texts('code'), value: texts('code') });
const names = fc
  .uniqueArray(fc.record({ value: texts('name'), lang: textOf('language'), kind: keys(nameKinds) }), {
    maxLength: 4,
    selector: ({ lang, kind }) => (kind === 'PREFERRED' ? lang : Symbol('any')),
  })
  .chain((others) => texts('name').map((value) => [{ value, lang: 'la', kind: 'PREFERRED' as const }, ...others]));

function entity(id: string): fc.Arbitrary<object> {
  const label = labelOf(id) as Label;
  const own = named((models[label] as EntityModel).properties, ({ claimed }) => claimed !== true);
  const codes = fc.uniqueArray(code, { maxLength: 2, selector: (each) => JSON.stringify(each) });
  return fc
    .record({ names, description: maybe(texts('text')), codes, identifiers: codes, own, title: texts('name') })
    .map(({ own: properties, title, ...rest }) => ({
      id,
      ...rest,
      properties:
        label === 'Document'
          ? [...properties.filter(({ name }) => name !== 'title'), { name: 'title', value: title }]
          : properties,
    }));
}

const evidence = fc
  .record({
    document: ids('Document'),
    place: fc.oneof(
      fc.record({ start: fc.nat(99), end: fc.integer({ min: 100, max: 2_147_483_647 }), sha256: hash }),
      fc.record({ record: texts('key') }),
    ),
    summary: texts('text'),
  })
  .map(({ place, ...rest }) => ({ ...rest, ...place }));
const said = {
  from: maybe(early),
  until: maybe(late),
  attributedTo: fc.uniqueArray(ids('Agency', 'Person'), { maxLength: 2 }),
  about: maybe(fc.uniqueArray(anyId, { minLength: 1, maxLength: 2 })),
  event: maybe(ids('Event')),
  saidOn: maybe(early),
  saidTo: maybe(ids('Organization')),
  evidence: fc.array(evidence, { minLength: 1, maxLength: 2 }),
};

const order = new Map(labels.flatMap(idsOf).map((id, index) => [id, index]));
const related: fc.Arbitrary<object>[] = Object.entries(relations).map(([predicate, { from, to, sameLabel, attributes }]) =>
  fc
    .record({ ...said, subject: ids(...from), object: ids(...to), qualifiers: named(attributes, () => true) })
    .filter(
      ({ subject, object }) => (order.get(subject) ?? 0) < (order.get(object) ?? 0) || !to.some((label) => from.includes(label)),
    )
    .filter(({ subject, object }) => subject !== object && (sameLabel !== true || labelOf(subject) === labelOf(object)))
    .map((claim) => ({ ...claim, predicate })),
);
const valued: fc.Arbitrary<object>[] = labels.flatMap((label) =>
  Object.entries((models[label] as EntityModel).properties)
    .filter(([, { claimed }]) => claimed === true)
    .map(([predicate, model]) =>
      fc
        .record({ ...said, subject: ids(label), value: valueOf(predicate, model).map(String) })
        .map((claim) => ({ ...claim, predicate })),
    ),
);
const worded: fc.Arbitrary<object>[] = Object.entries(textPredicates as Record<string, { subjects?: readonly Label[] }>).map(
  ([predicate, { subjects = labels }]) =>
    fc.record({ ...said, subject: ids(...subjects), value: texts('text') }).map((claim) => ({ ...claim, predicate })),
);

const units = fc.constantFrom('CNY', 'USD', '{car}', '%');
const measured = fc.oneof(
  fc.record({ value: numbers, unit: units, rank: fc.constantFrom(undefined, 1) }),
  fc.record({ rank: fc.constantFrom(1, 2_147_483_647), rankedIn: maybe(ids('Region')) }),
);
const observation = fc
  .tuple(
    measured,
    fc.record({
      indicator: ids('Indicator'),
      about: fc.uniqueArray(anyId, { maxLength: 2 }),
      region: maybe(ids('Region')),
      period: maybe(early),
      basePeriod: maybe(early),
      comparator: keys(comparators),
      kind: keys(observationKinds),
      converted: maybe(fc.record({ convertedValue: numbers, convertedUnit: units })),
      reportedBy: maybe(ids('Agency', 'Organization')),
      attributedTo: fc.uniqueArray(ids('Person'), { maxLength: 1 }),
      evidence: fc.array(evidence, { minLength: 1, maxLength: 1 }),
    }),
  )
  .map(([what, { converted, ...rest }]) => ({ ...what, ...converted, ...rest }));

export const anyGraph: fc.Arbitrary<AnyGraph> = fc.record({
  lists: fc.record({
    entities: fc.tuple(...labels.flatMap(idsOf).map(entity)),
    claims: fc.array(fc.oneof(fc.oneof(...related), fc.oneof(...valued), fc.oneof(...worded)), { maxLength: 12 }),
    observations: fc.array(observation, { maxLength: 4 }),
  }) as unknown as fc.Arbitrary<ChangesetLists>,
  merges: fc
    .uniqueArray(fc.constantFrom(...labels), { maxLength: 3 })
    .map((some) => some.map((label) => ({ entity: idsOf(label)[0] as string, into: idsOf(label)[1] as string }))),
});
