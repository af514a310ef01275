/** Everything that the model and the schema name has a word in both languages, and no word is left of what they no longer name. */
import { readFileSync } from 'node:fs';
import { buildSchema, isEnumType } from 'graphql';
import { createTranslator } from 'use-intl';
import { describe, expect, it } from 'vitest';
import {
  entities,
  labels,
  measures,
  recordPredicates,
  relations,
  relationTypes,
  textPredicates,
} from '../../../src/model/model.js';
import type { PropertyModel } from '../../../src/model/properties.js';
import { root } from '../../../src/root.js';
import { ModelWords } from '../../../web/explorer/parts/model-words.ts';
import { isDate } from '../../../web/explorer/parts/is-date.ts';

const schema = buildSchema(readFileSync(new URL('schema.graphql', root), 'utf8'));
const properties = labels.flatMap((label) => Object.entries(entities[label].properties));
const attributes = relationTypes.flatMap((type) => Object.entries(relations[type].attributes));
const owners: (readonly [owner: string, Readonly<Record<string, PropertyModel>>])[] = [
  ...labels.map((label) => [label, entities[label].properties] as const),
  ...relationTypes.map((type) => [type, relations[type].attributes] as const),
];

const codes = {
  type: labels,
  types: labels,
  relation: relationTypes.flatMap((type) => [`${type}.OUT`, `${type}.IN`]),
  property: properties.map(([name]) => name),
  text: Object.keys(textPredicates),
  measure: [...measures],
  record: [...recordPredicates],
  attribute: attributes.map(([name]) => name),
  value: owners.flatMap(([owner, models]) =>
    Object.entries(models).flatMap(([name, { values = {} }]) => Object.keys(values).map((value) => `${owner}.${name}.${value}`)),
  ),
  certainty: valuesOf('Certainty'),
  coverage: valuesOf('CoverageStatus'),
  scope: valuesOf('Scope'),
  comparator: valuesOf('Comparator'),
  observation: valuesOf('ObservationKind'),
  name: valuesOf('NameKind'),
  timeline: valuesOf('TimelineKind'),
  support: valuesOf('EvidenceSupport'),
  verification: valuesOf('Verification'),
  relationChange: valuesOf('RelationChange'),
  change: valuesOf('ChangeKind'),
  statisticsKey: valuesOf('StatisticsKey'),
};

describe.each(['en', 'zh'])('the words of the model in %s', (language) => {
  const words = JSON.parse(readFileSync(new URL(`web/explorer/messages/${language}/model.json`, root), 'utf8')) as Words;

  it('name all of it and nothing else', () => {
    const expected = Object.entries(codes).flatMap(([group, names]) => names.map((name) => `${group}.${name}`));
    expect(pathsOf(words).sort()).toEqual([...new Set(expected)].sort());
  });

  it('name whatever a claim may assert', () => {
    const t = createTranslator({ locale: language, messages: { model: words }, namespace: 'model' });
    const named = new ModelWords(t as unknown as ConstructorParameters<typeof ModelWords>[0]);
    const predicates = [...relationTypes, ...Object.keys(textPredicates), ...measures, ...recordPredicates];
    const claimed = properties.flatMap(([name, property]) => ('claimed' in property ? [name] : []));
    expect([...predicates, ...claimed].filter((predicate) => named.predicate(predicate) === predicate)).toEqual([]);
  });

  it('tell the two ends of a relation apart', () => {
    const [relation] = [words['relation'] as Readonly<Record<string, Readonly<Record<'OUT' | 'IN', string>>>>];
    const said = Object.values(relation).flatMap((ends) => [ends.OUT, ends.IN]);
    expect(new Set(said).size).toBe(said.length);
  });
});

describe('the page of an entity', () => {
  const source = (file: string) => readFileSync(new URL(`web/explorer/entity/${file}`, root), 'utf8');
  const ofPages = labels.filter((label) => label !== 'Document').flatMap((label) => Object.entries(entities[label].properties));

  it('knows dates by their names', () => {
    for (const [name, { type }] of [...properties, ...attributes]) expect([name, isDate(name)]).toEqual([name, type === 'date']);
  });

  it('asks for every property, and for the claims of those that rest on claims', () => {
    const [query, shown] = [source('query.ts'), source('properties.ts')];
    for (const [name, { claimed = false }] of ofPages) {
      expect(query).toMatch(new RegExp(`\\b${name}\\b`));
      expect(shown).toMatch(new RegExp(`\\b${name}\\b`));
      expect([name, query.includes(`"${name}"`)]).toEqual([name, claimed]);
    }
  });
});

interface Words {
  readonly [name: string]: string | Words;
}

function pathsOf(words: Words): string[] {
  return Object.entries(words).flatMap(([name, word]) =>
    typeof word === 'string' ? [name] : pathsOf(word).map((path) => `${name}.${path}`),
  );
}

function valuesOf(name: string): string[] {
  const type = schema.getType(name);
  if (!isEnumType(type)) throw new Error(`No enum ${name}.`);
  return type.getValues().map(({ name: value }) => value);
}
