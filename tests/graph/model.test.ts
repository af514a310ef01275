import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { relationFilters } from '../../src/graph/lists/filter/relations.js';
import * as model from '../../src/model/model.js';
import {
  entities,
  labelOf,
  labels,
  listedModels,
  records,
  relationFields,
  relations,
  type EntityModel,
  type Label,
  type PropertyModel,
  type RelationModel,
  type RelationType,
} from '../../src/model/model.js';
import { orderings } from '../../src/graph/lists/order.js';

const relationTable = Object.entries(relations) as [RelationType, RelationModel][];
const entityTable = Object.entries(listedModels);
const sentence = /^\p{Lu}.*\.$/su;

describe('the entities', () => {
  it.each(entityTable)('%s and its properties are described', (_, { plural, description, properties }) => {
    expect(plural).toMatch(/^[a-z][a-zA-Z]+$/);
    expect(description).toMatch(sentence);
    for (const [name, property] of Object.entries(properties)) expectProperty(name, property);
  });

  it.each(labels)('%s gives an example of its own ids, and a kind for each of its dates', (label) => {
    const { example, properties } = entities[label];
    expect(labelOf(example)).toBe(label);
    for (const [name, { type, timeline }] of Object.entries(properties))
      expect(timeline !== undefined, name).toBe(type === 'date');
  });

  it('have plurals of their own', () => {
    const plurals = entityTable.map(([, { plural }]) => plural);
    expect(new Set(plurals).size).toBe(plurals.length);
  });

  it('have no property that the store keeps for itself', () => {
    const kept = new Set(['id', 'name', 'names', 'nameLanguages', 'nameKinds', 'description', 'codes', 'identifiers']);
    for (const label of labels) {
      const properties = Object.entries(entities[label].properties);
      const stored = properties.flatMap(([name, { type }]) =>
        type === 'date' ? [name, `${name}Earliest`, `${name}Latest`] : [name],
      );
      expect(
        stored.filter((name, index) => kept.has(name) || stored.indexOf(name) !== index),
        label,
      ).toEqual([]);
    }
  });
});

/** Its description is a sentence, and it has values when it is an enum and only then. */
function expectProperty(name: string, { type, description, values }: PropertyModel): void {
  expect(name).toMatch(/^[a-z][a-zA-Z0-9]*$/);
  expect(description, name).toMatch(sentence);
  expect(values !== undefined, name).toBe(type === 'enum');
  for (const [value, text] of Object.entries(values ?? {})) {
    expect(value).toMatch(/^[A-Z_]+$/);
    expect(text, `${name} ${value}`).toMatch(sentence);
  }
}

describe('the relations', () => {
  it.each(relationTable)('%s names a field at each end', (_, { from, to, out, in: inward, sameLabel }) => {
    const ends = (fields: RelationModel['out'], others: readonly Label[]) => [
      ...new Set(Object.values(fields).flatMap(({ leadsTo = others }) => leadsTo)),
    ];
    expect(ends(out, to).sort()).toEqual([...to].sort());
    expect(ends(inward, from).sort()).toEqual([...from].sort());
    expect(sameLabel === true && [...from].sort().join() !== [...to].sort().join()).toBe(false);
  });

  it.each(relationTable)('%s and its attributes are described', (_, { description, attributes }) => {
    expect(description).toMatch(sentence);
    for (const [name, attribute] of Object.entries(attributes)) expectProperty(name, attribute);
  });

  it.each(relationTable)('%s keeps its attributes apart from what every relation has', (_, { attributes }) => {
    const kept = new Set([
      'id',
      'claimIds',
      'from',
      'until',
      'fromEarliest',
      'fromLatest',
      'untilEarliest',
      'untilLatest',
      'cursor',
      'node',
      'type',
      'validity',
      'certainty',
      'firstStatedOn',
      'lastStatedOn',
      'possibleFrom',
      'presumedFrom',
      'certainUntil',
      'certainOn',
      'claims',
      'subject',
      'predicate',
      'object',
      'value',
      'recordedAt',
      'retractedAt',
    ]);
    expect(Object.keys(attributes).filter((name) => kept.has(name))).toEqual([]);
  });

  it.each(labels)('give %s no field in two directions, and none that is a property', (label) => {
    const directions = new Map<string, Set<string>>();
    for (const { field, direction } of fieldsOf(label))
      directions.set(field, (directions.get(field) ?? new Set()).add(direction));
    expect([...directions].filter(([, ways]) => ways.size > 1)).toEqual([]);
    const properties = new Set([
      ...Object.keys(entities[label].properties),
      'id',
      'name',
      'names',
      'description',
      'codes',
      'identifiers',
      'claims',
      'observations',
      'ancestors',
    ]);
    expect([...relationFields(label).keys()].filter((field) => properties.has(field))).toEqual([]);
  });

  it.each(labels)('lead from %s by the fields that the table names', (label) => {
    const expected = new Set(fieldsOf(label).map(({ field }) => field));
    expect([...relationFields(label).keys()].sort()).toEqual([...expected].sort());
    for (const [name, { types, direction, targets }] of relationFields(label)) {
      const rows = fieldsOf(label).filter(({ field }) => field === name);
      expect([...types].sort()).toEqual([...new Set(rows.map(({ type }) => type))].sort());
      expect([...targets].sort()).toEqual([...new Set(rows.map(({ target }) => target))].sort());
      expect(rows.every((row) => row.direction === direction)).toBe(true);
    }
  });

  it('have filter names of their own', () => {
    for (const listed of [...labels, 'Entity'] as const) {
      const own = listed === 'Entity' ? [] : Object.keys(entities[listed].properties);
      const names = [
        ...relationFilters(listed).map(({ name }) => name),
        ...own,
        'and',
        'or',
        'not',
        'id',
        'name',
        'code',
        'identifier',
        'type',
        'within',
      ];
      expect(
        names.filter((name, index) => names.indexOf(name) !== index),
        listed,
      ).toEqual([]);
    }
  });
});

/** The fields of a label, read off the table the long way. */
function fieldsOf(label: Label): { field: string; direction: 'out' | 'in'; type: RelationType; target: Label }[] {
  return relationTable.flatMap(([type, { from, to, out, in: inward, sameLabel }]) => {
    const fields = (direction: 'out' | 'in', others: readonly Label[], end: RelationModel['out']) =>
      Object.entries(end).flatMap(([field, { leadsTo = others }]) =>
        leadsTo.filter((target) => !sameLabel || target === label).map((target) => ({ field, direction, type, target })),
      );
    return [...(from.includes(label) ? fields('out', to, out) : []), ...(to.includes(label) ? fields('in', from, inward) : [])];
  });
}

describe('orders', () => {
  it.each([...labels, 'Claim', 'Observation', 'Entity'] as const)('of %s have names of their own', (listed) => {
    const names = [...orderings(listed).keys()];
    expect(names).not.toEqual([]);
    for (const name of names) expect(name).toMatch(/^[A-Z][A-Z0-9_]*$/);
    const properties =
      listed === 'Entity'
        ? []
        : Object.values(((listed in records ? records : entities) as Record<string, EntityModel>)[listed]?.properties ?? {});
    const counts = names.filter((name) => name.endsWith('_COUNT'));
    expect(names.length - counts.length).toBe(
      properties.filter(({ type }) => type !== 'url').length + Number(!(listed in records)),
    );
    if (labels.includes(listed as Label))
      expect(counts).toHaveLength([...relationFields(listed as Label).values()].filter(({ one }) => !one).length);
  });
});

describe('the predicates that carry text', () => {
  it.each(Object.entries(model.textPredicates))('%s is described', (name, { description }) => {
    expect(name).toMatch(/^[A-Z_]+$/);
    expect(description).toMatch(sentence);
  });
});

describe('the tables of values', () => {
  const tables = Object.entries(model).filter(
    ([name, value]) => /(Kinds|Statuses|Levels|Roles|Extents|Matters|comparators)$/.test(name) && typeof value === 'object',
  ) as [string, Record<string, string>][];

  it.each(tables)('%s are described', (_, values) => {
    for (const [value, text] of Object.entries(values)) {
      expect(value).toMatch(/^[A-Z_]+$/);
      expect(text).toMatch(sentence);
    }
  });
});

/** What the model has beside what the domain document names: docs/decisions/009 says why, and docs/decisions/015. */
const beside = {
  labels: ['Topic'],
  relations: ['HAS_TOPIC', 'SIGNED', 'AFFECTS', 'FOUNDED', 'INVOLVES', 'LISTED_ON', 'NATIONAL_OF', 'STUDIES'],
};

const domain = fileURLToPath(new URL('../../../shared/design/domain.md', import.meta.url));

describe.skipIf(!existsSync(domain))('the domain document', () => {
  const text = existsSync(domain) ? readFileSync(domain, 'utf8') : '';
  /** The rows of the table whose header begins with a word, as cells. */
  const rowsUnder = (header: string) => {
    const lines = text.split('\n');
    const start = lines.findIndex((line) => line.startsWith(`| ${header} |`)) + 2;
    const end = lines.findIndex((line, index) => index > start && !line.startsWith('|'));
    return lines.slice(start, end).map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
  };
  const code = (cell = '') => [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name as string);
  const labelsIn = (cell: string) => (cell === 'Entity' ? [...labels] : cell.replaceAll(/ \(.*?\)/g, '').split(', ')) as Label[];

  it('names the same entities, with properties that they have', () => {
    const rows = rowsUnder('label');
    expect([...rows.map(([label]) => code(label)[0]), ...beside.labels].sort()).toEqual([...labels].sort());
    for (const [label, , properties] of rows) {
      const known = new Set([...Object.keys(entities[code(label)[0] as Label].properties), 'codes']);
      expect(
        code(properties).filter((name) => !known.has(name)),
        label,
      ).toEqual([]);
    }
  });

  it('names the same relations, with ends, fields and attributes that they have', () => {
    const added = rowsUnder('added relation').filter(([type]) => !type?.includes('as before'));
    const rows = [...rowsUnder('relation'), ...added].flatMap(([types, ends, fields, attributes]) =>
      code(types).map((type) => ({ type, ends, fields, attributes })),
    );
    expect([...rows.map(({ type }) => type), ...beside.relations].sort()).toEqual(Object.keys(relations).sort());
    for (const { type, ends = '', fields = '', attributes } of rows) {
      const relation: RelationModel = relations[type as RelationType];
      const [out = '', inward = ''] = fields.split(' / ');
      const { from, to } = endsOf(ends);
      const named: [readonly string[], readonly string[]][] = [
        [relation.from, from],
        [relation.to, to],
        [Object.keys(relation.out), code(out).filter((name) => name !== 'ancestors')],
        [Object.keys(relation.in), code(inward)],
        [Object.keys(relation.attributes), code(attributes)],
      ];
      for (const [has, documented] of named) expect(has, type).toEqual(expect.arrayContaining([...documented]));
    }
  });

  /** "Region → Region; Agency → Agency" and "Policy, Program → Region". */
  function endsOf(cell: string): { from: Label[]; to: Label[] } {
    const pairs = cell.split('; ').map((pair) => pair.split(' → ').map(labelsIn));
    const at = (index: number) => [...new Set(pairs.flatMap((pair) => pair[index] ?? []))].sort();
    return { from: at(0), to: at(1) };
  }
});

if (!existsSync(domain)) console.log(`The model is not compared with the domain document: there is none at ${domain}.`);
