/** Graphs made by chance that every door takes, with all that the model has: what goes in must come out of every format. */
import * as fc from 'fast-check';
import type { ChangesetLists } from '../../src/changesets/from-input.js';
import type { Merge } from '../../src/changesets/draft.js';
import { formOf, textRules } from '../../src/changesets/text.js';
import { dateProblem } from '../../src/changesets/written-date.js';
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
  type RelationModel,
} from '../../src/graph/model.js';

/** A change as GraphQL takes it, then merges, each a change of its own. */
export interface AnyGraph {
  readonly lists: ChangesetLists;
  readonly merges: readonly Merge[];
}

/** Scripts, marks, emoji, what turns the direction, ends of lines, quotes, signs that formats have a meaning for, and texts that look like something else. */
const pieces = [
  ...['Beijing', 'é', 'e\u0301', 'İ', 'ß', '二手车', '廣東', '𠮷', '한국', '각', 'ไทย', 'हिन्दी', 'العربية', 'עברית', 'Ελλάδα'],
  ...['😀', '👩‍👩‍👧‍👦', '🏳️‍🌈', '\u200F', '\u200D', '\u00A0', '\u3000', '\uFEFF', '\u2028', ' ', '\t', '\n', '\r', '\r\n'],
  ...[
    '"',
    "'",
    '`',
    ',',
    ';',
    '|',
    ' | ',
    '\\',
    '\\|',
    '\\n',
    '&',
    '<b>',
    '&amp;',
    '&#13;',
    '<![CDATA[',
    ']]>',
    '<!--',
    '%3A',
    ':',
  ],
  ...['=1+1', '+1', '-1', '@x', '=cmd|x', '＝1', '#', '$id', '{{slot}}', '{}', '//', '_:b0', '@en', '^^', '"@en .', '<urn:x>'],
  ...[
    'NA',
    'null',
    'nan',
    'None',
    '#N/A',
    'true',
    '007',
    '1e5',
    '-0',
    '0x10',
    '1970-01-01',
    '\\u0041',
    '__proto__',
    'constructor',
  ],
];
const texts = (form: keyof typeof textRules): fc.Arbitrary<string> =>
  fc
    .array(fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...pieces) }, fc.string({ unit: 'grapheme', maxLength: 4 })), {
      minLength: 1,
      maxLength: 5,
    })
    .map((parts) => parts.join(''))
    .filter((text) => textRules[form](text) === undefined);

const forms: Partial<Record<keyof typeof textRules, fc.Arbitrary<string>>> = {
  language: fc.constantFrom('en', 'zh', 'zh-Hant', 'sr-Latn-RS', 'fr-CA', 'ar', 'he', 'de-1996'),
  url: fc.constantFrom('https://example.org/a?b=c&d=%22#x', 'http://例え.jp/é', "https://example.org/it's", 'doi:10.1000/182'),
};
const textOf = (form: keyof typeof textRules): fc.Arbitrary<string> => forms[form] ?? texts(form);
const hash = fc.constantFrom('a'.repeat(64), '0'.repeat(64));
const maybe = <T>(of: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(of, { nil: undefined });
const keys = <T extends object>(of: T): fc.Arbitrary<keyof T & string> =>
  fc.constantFrom(...(Object.keys(of) as (keyof T & string)[]));

/** Every form of date, in the ten years from one on. */
function dates(decade: number): fc.Arbitrary<string> {
  const [y, next] = [decade + 3, decade + 4];
  const parts = Array.from({ length: 21 }, (_, index) => [`${y}-${21 + index}`, `[${y}-${21 + index}]`]).flat();
  const plain = [`${y}`, `${y}-02`, `${y}-12-31`, `${y + 1}-02-28`, `${y}-02-05T00:00:00+08:00`, ...parts];
  const doubtful = [`${y}?`, `${y}~`, `${y}-03~`, `${y}-03-05%`, `${y}-?03`, `${decade / 10}X`, `${y}-XX`, `${y}-03-XX`];
  const ranges = [`${y}/${next}`, `${y}-04-21/${y}-04-30`, `${y}-01/..`, `../${next}`, `${y}-11~/${next}-02`];
  const sets = [`[${y}-04-21..${y}-04-30]`, `[${y},${next}]`, `{${y},${next}}`, `[..${y}-02-05]`, `[${y}-02-05..]`];
  return fc.constantFrom(...[...plain, ...doubtful, ...ranges, ...sets].filter((text) => dateProblem(text) === undefined));
}
/** What begins does so before anything ends. */
const [early, late] = [dates(2010), dates(2030)];
const isEnd = (name: string): boolean => /To$|ended|until/.test(name);

const integers = fc.constantFrom(0, 1, -1, 42, 2_147_483_647, -2_147_483_648);
const numbers = fc.oneof(
  integers,
  fc.constantFrom(0.1, -1e-7, 15_000, 5e-324, 1.7976931348623157e308, 1e21, 9_007_199_254_740_991),
  fc.double({ noNaN: true, noDefaultInfinity: true }).filter((value) => !Object.is(value, -0)),
);

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
const related: fc.Arbitrary<object>[] = Object.entries(relations as Readonly<Record<string, RelationModel>>).map(
  ([predicate, { from, to, sameLabel, attributes }]) =>
    fc
      .record({ ...said, subject: ids(...from), object: ids(...to), qualifiers: named(attributes, () => true) })
      .filter(
        ({ subject, object }) =>
          (order.get(subject) ?? 0) < (order.get(object) ?? 0) || !to.some((label) => from.includes(label)),
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
