/** Random operations made from the schema itself, so that additions to it are covered without a line here. */
import * as fc from 'fast-check';
import {
  getNamedType,
  getNullableType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isObjectType,
  isRequiredArgument,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql';
import { groupBy } from '../../src/graph/group-by.js';
import { labels, type Label } from '../../src/model/model.js';
import type { RelationRecord } from '../../src/graph/stored/record-types.js';
import { allIds, amounts, codeValues, days, idsOf, numbers, predicates, schemes, texts } from '../graph/world.js';
import { givenNames } from './graphs.js';

type Chance = fc.GeneratorValue;
type Field = GraphQLField<unknown, unknown>;
interface Owned {
  readonly label: Label;
  readonly field: Field;
}

/** How deep an operation may go (most are small: it is the number of different ones that finds differences), and how deep a filter. */
const depths = { fields: [1, 1, 2, 2, 3], filter: 3 } as const;

/** What differs between engines by its nature. */
const ofTheEngine = new Set(['GraphInfo.engine', 'GraphInfo.engineVersion']);

const instants = [
  '2024-06-01T00:00:00Z',
  '2025-01-01T00:00:00Z',
  '2025-03-01T00:00:00Z',
  '2025-04-01T00:00:00.000Z',
  '2025-04-15T00:00:00Z',
  '2025-06-01T00:00:00.000Z',
  '2026-06-01T12:00:00+08:00',
];
/** Names in whole and in part, with typing errors (a swap, a letter too many, two errors), plurals, and what nothing is called. */
const words = [
  ...givenNames,
  'Beijing',
  'beijng',
  'bejiing',
  'Urumqi',
  'zone',
  '二手',
  '青岛',
  'quoted',
  'bei',
  'Xian',
  'MATCH',
  'zzz',
  'city of Beijing',
  'guagnzhou',
  'guangzhuo',
  'Guanzhou',
  'qingdoa',
  'gu',
  'gua',
  'programs of used car',
  'comerce ministyr',
  '出口试点',
  'lodz',
  '州',
];

const asserted = [...predicates, 'PROVIDES', 'LISTS_ALL_MEMBERS', 'PART_OF', 'startedOn', 'effectiveFrom', 'status', 'value'];
const units = ['{vehicle}', 'CNY'];

const few = (label: Label): string[] => idsOf(label).slice(0, 4);
/** What an argument or condition of a name may be about, where few ids would ever be there. */
const aboutOf: Readonly<Record<string, readonly string[]>> = {
  within: few('Region'),
  region: few('Region'),
  indicator: few('Indicator'),
  about: [...few('Product'), ...few('Policy'), ...few('Region').slice(0, 2)],
  reportedBy: few('Agency').slice(0, 2),
  document: few('Document'),
  source: idsOf('Organization'),
  speaker: [...few('Agency').slice(0, 3), ...few('Region').slice(0, 2)],
  attributedTo: few('Agency').slice(0, 3),
  subject: [...few('Policy'), ...few('Program'), ...few('Event'), ...few('Region')],
  id: labels.flatMap(few),
};

export interface Generated {
  /** The text of an operation. Where it has a list that can be paged, `$after` or `$before` says where a page begins or ends. */
  readonly query: string;
  readonly paged: 'after' | 'before' | undefined;
  /** Who and when it is asked about: values are cheap to ask of Neo4j, which thinks a second about a new text. */
  readonly variables: readonly Readonly<Record<string, string>>[];
}

/** How often each text is asked. */
export const timesAsked = 5;

export class Operations {
  /** The cursor that the operation made has a variable for, if any. */
  private cursors: ('after' | 'before')[] = [];
  private deepest = 0;
  /** The fields of an entity that return further objects, by name and arguments: a field of one type is drawn as often as one of all types. */
  private readonly leadingOn: readonly (readonly Owned[])[];

  /** The relation whose ends are queried about each other: two random entities are hardly ever related. */
  private isOfTwo = false;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly relations: readonly RelationRecord[],
  ) {
    const owned = labels.flatMap((label) => this.leading(label).map((field) => ({ label, field })));
    this.leadingOn = [
      ...groupBy(owned, ({ field: { name, args } }) => [name, ...args.map((arg) => arg.name)].join(' ')).values(),
    ];
  }

  /** An operation with a field of some entity and up to two of the query type, as of some day and instant. */
  next(chance: Chance): Generated {
    this.cursors = [];
    this.isOfTwo = false;
    this.deepest = one(chance, depths.fields);
    const fields = Object.values(this.schema.getQueryType()?.getFields() ?? {});
    const listed = fields.filter(({ args }) => args.length > 1);
    const rooted = some(chance, [...fields, ...listed], 0, 2).map((field) => this.field(chance, field, 0, 'Query'));
    const isOwned = rooted.length === 0 || one(chance, [true, false]);
    const owned = isOwned ? one(chance, one(chance, this.leadingOn)) : undefined;
    const asked = [...rooted, ...(owned === undefined ? [] : [this.ofEntity(chance, owned)])];
    const declared = [
      '$date: Date, $knownAt: DateTime',
      ...(owned === undefined ? [] : ['$id: ID!']),
      ...(this.isOfTwo ? ['$other: ID!'] : []),
      ...this.cursors.map((cursor) => `$${cursor}: String`),
    ];
    const text = asked.map((field, index) => `f${index}: ${field}`).join('\n  ');
    return {
      query: `query Generated(${declared.join(', ')}) @asOf(date: $date, knownAt: $knownAt) {\n  ${text}\n}`,
      paged: this.cursors[0],
      variables: Array.from({ length: timesAsked }, () => ({ ...variables(chance, owned?.label), ...this.ends(chance, owned) })),
    };
  }

  /** A field of an entity that returns further objects, and their type. */
  private ofEntity(chance: Chance, { label, field }: Owned): string {
    return `${label.toLowerCase()}(id: $id) { id ${this.field(chance, field, 1, label)} }`;
  }

  private ends(chance: Chance, owned: Owned | undefined): Record<string, string> {
    if (!this.isOfTwo) return {};
    if (owned === undefined) return { other: one(chance, few('Region')) };
    const own = this.relations.filter(({ from }) => from.startsWith(`${owned.label.toLowerCase()}:`));
    const fitting = own.filter(({ type }) => owned.field.name !== 'coverage' || type === 'COVERS');
    const relation = fitting.length === 0 ? undefined : one(chance, fitting);
    return relation === undefined ? { other: 'region:n0' } : { id: relation.from, other: relation.to };
  }

  private leading(label: Label): Field[] {
    const type = this.schema.getType(label);
    const fields = isObjectType(type) ? Object.values(type.getFields()) : [];
    return fields.filter((field) => isCompositeType(getNamedType(field.type)) && isEntityLike(field));
  }

  private field(chance: Chance, field: Field, depth: number, parent: string): string {
    const args = this.args(chance, field, depth, parent);
    const type = getNamedType(field.type);
    return `${field.name}${args}${isCompositeType(type) ? ` ${this.selection(chance, type.name, depth + 1)}` : ''}`;
  }

  private selection(chance: Chance, name: string, depth: number): string {
    const type = this.schema.getType(name);
    if (type === undefined || !isCompositeType(type) || !('getFields' in type)) return '{ __typename }';
    const fields = Object.values(type.getFields())
      .filter((field) => !ofTheEngine.has(`${name}.${field.name}`))
      .filter(({ args }) => depth <= this.deepest || !args.some(isRequiredArgument));
    const plain = fields.filter((field) => !isCompositeType(getNamedType(field.type)));
    const parts = fields.filter((field) => isCompositeType(getNamedType(field.type)) && !isEntityLike(field));
    const onward = fields.filter((field) => isCompositeType(getNamedType(field.type)) && isEntityLike(field));
    const isWrapper = /(Connection|Edge)$/.test(name);
    const chosen = [
      ...(isWrapper ? plain : some(chance, plain, 1, 3)),
      ...(isWrapper ? fields.filter(({ name: each }) => ['edges', 'node', 'pageInfo'].includes(each)) : []),
      ...(isWrapper && depth < this.deepest + 2
        ? some(
            chance,
            [...parts, ...onward].filter(({ name: each }) => !['edges', 'node', 'pageInfo'].includes(each)),
            0,
            1,
          )
        : []),
      ...(isWrapper
        ? []
        : some(
            chance,
            parts.filter(() => depth <= this.deepest + 1),
            0,
            2,
          )),
      ...(isWrapper || depth > this.deepest ? [] : some(chance, onward, depth === 1 ? 1 : 0, 2)),
    ];
    const next = isWrapper && depth > 1 ? depth - 1 : depth; // a connection and its edges are no step of their own
    const selected = [...new Set(chosen)].map((field) => this.field(chance, field, name.endsWith('Edge') ? depth : next, name));
    const kind = isAbstractType(type) ? ['__typename'] : [];
    const id = 'id' in type.getFields() ? ['id'] : [];
    return `{ ${[...new Set([...kind, ...id, ...selected])].join(' ') || '__typename'} }`;
  }

  private args(chance: Chance, { name, args }: Field, depth: number, parent: string): string {
    const has = (arg: string) => args.some((each) => each.name === arg);
    const hasCursor = args.some((each) => each.name === 'after' && getNamedType(each.type).name === 'String');
    const pages = hasCursor && depth <= 1 && this.cursors.length === 0 && one(chance, [true, false]);
    const backward = has('last') && one(chance, [true, false, false]);
    const cursor = backward ? 'before' : 'after';
    if (pages) this.cursors.push(cursor);
    const given = args.flatMap((arg) => {
      if (arg.name === 'after' || arg.name === 'before') return pages && arg.name === cursor ? [`${cursor}: $${cursor}`] : [];
      if (arg.name === 'first' || arg.name === 'last')
        return (arg.name === 'last') === backward ? [`${arg.name}: ${one(chance, depth <= 1 ? [1, 2, 5, 7] : [1, 2, 3])}`] : [];
      if (arg.name === 'depth') return [`depth: ${one(chance, [1, 2, 3])}`];
      if (arg.name === 'maxHops') return [`maxHops: ${one(chance, [1, 2, 3])}`];
      if (depth === 1 && !this.isOfTwo && ['relatedTo', 'coverage'].includes(name)) {
        this.isOfTwo = true;
        return [`${arg.name}: $other`];
      }
      if (!isRequiredArgument(arg) && !one(chance, likelihood(name, arg.name))) return [];
      return [`${arg.name}: ${this.argument(chance, arg, name, parent)}`];
    });
    return given.length === 0 ? '' : `(${given.join(', ')})`;
  }

  private argument(chance: Chance, arg: GraphQLArgument, field: string, parent: string): string {
    const label = labels.find((each) => each.toLowerCase() === field);
    if (arg.name === 'id' && parent === 'Query' && label !== undefined) return quoted(one(chance, idsOf(label)));
    const about = aboutOf[arg.name];
    if (about !== undefined) return quoted(one(chance, about));
    if (arg.name === 'query') return quoted(one(chance, [...words, ...texts.filter((text) => text.trim() !== '')]));
    if (arg.name === 'names')
      return `[${some(chance, [...words, ...texts.filter((text) => text.trim() !== '')], 1, 3)
        .map(quoted)
        .join(', ')}]`;
    if (arg.name === 'predicates') return `[${some(chance, asserted, 0, 2).map(quoted).join(', ')}]`;
    return this.value(chance, arg.type, 0, arg.name);
  }

  private value(chance: Chance, wrapped: GraphQLInputType, depth: number, name: string): string {
    const type = getNullableType(wrapped);
    if (isListType(type))
      return `[${Array.from({ length: one(chance, [1, 1, 2]) }, () => this.value(chance, type.ofType, depth, name)).join(', ')}]`;
    if (isEnumType(type)) return one(chance, type.getValues()).name;
    if (isInputObjectType(type)) {
      const fields = Object.values(type.getFields()).filter((field) => depth < depths.filter || !leadsOn(field));
      const chosen = new Set([
        ...fields.filter(({ type: each }) => each.toString().endsWith('!')),
        ...some(chance, fields, 1, 2),
      ]);
      const nameOf = (field: GraphQLInputField) => (isTest(type) ? name : field.name);
      return `{ ${[...chosen].map((field) => `${field.name}: ${this.value(chance, field.type, depth + 1, nameOf(field))}`).join(', ')} }`;
    }
    return scalar(chance, type.name, name);
  }
}

/** A condition that holds filters again. */
const leadsOn = ({ name, type }: GraphQLInputField): boolean =>
  ['and', 'or', 'not'].includes(name) || getNamedType(type).name.endsWith('RelationFilter');

/** A test of one value: its operands are what the field is about. A code has a scheme and a value. */
const isTest = (type: GraphQLInputObjectType): boolean =>
  type.name !== 'CodeFilter' && Object.values(type.getFields()).every((field) => !isInputObjectType(getNamedType(field.type)));

/** What narrows a list is asked less often, that there be something left of it. */
function likelihood(field: string, arg: string): boolean[] {
  if (['series', 'statistics'].includes(field)) return [true, false, false, false, false];
  if (arg === 'where' || arg === 'asOf') return [true, false, false];
  return arg === 'scope' ? [true, true, true, false] : [true, false];
}

/** As of when, and of whom; sometimes of nobody. */
const variables = (chance: Chance, label: Label | undefined): Record<string, string> => ({
  ...(label === undefined ? {} : { id: one(chance, idsOf(label).slice(0, 8)) }),
  ...(one(chance, [true, true, false]) ? { date: one(chance, days) } : {}),
  ...(one(chance, [true, false]) ? { knownAt: one(chance, instants) } : {}),
});

function scalar(chance: Chance, type: string, name: string): string {
  if (type === 'ID') return quoted(one(chance, aboutOf[name] ?? allIds));
  if (type === 'Boolean') return String(one(chance, [true, false]));
  if (type === 'Int') return String(one(chance, numbers));
  if (type === 'Float') return String(one(chance, amounts));
  if (type === 'Date') return quoted(one(chance, days));
  if (type === 'DateTime') return quoted(one(chance, instants));
  if (name === 'scheme') return quoted(one(chance, schemes));
  if (name === 'value') return quoted(one(chance, codeValues));
  if (name === 'predicate') return quoted(one(chance, asserted));
  if (name === 'unit') return quoted(one(chance, units));
  return quoted(one(chance, [...texts, 'bei', '青', '']));
}

/** Whether it returns a list or an entity. */
const isEntityLike = ({ type, args }: Field): boolean =>
  args.length > 0 ||
  !/^(Name|Code|FuzzyDate|Validity|Locator|PageInfo|Qualifier|ConvertedAmount|TypeCount|FacetValue)$/.test(
    getNamedType(type).name,
  );

const quoted = (text: string): string => JSON.stringify(text);
const one = <T>(chance: Chance, values: readonly T[]): T => values[chance(placeIn, values.length)] as T;
const some = <T>(chance: Chance, values: readonly T[], minLength: number, maxLength: number): T[] =>
  values.length === 0
    ? []
    : chance(placesIn, values.length, Math.min(minLength, new Set(values).size), maxLength).map((place) => values[place] as T);
const placeIn = (length: number) => fc.nat({ max: length - 1 });
const placesIn = (length: number, minLength: number, maxLength: number) =>
  fc.uniqueArray(fc.nat({ max: length - 1 }), { minLength, maxLength });
