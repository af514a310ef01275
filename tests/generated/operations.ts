/** Operations made by chance out of the schema itself, so that what is added to it is asked for without a line here. */
import * as fc from 'fast-check';
import {
  getNamedType,
  getNullableType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isRequiredArgument,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql';
import { labels } from '../../src/graph/model.js';
import { allIds, amounts, codeValues, days, idsOf, numbers, predicates, schemes, texts } from '../graph/world.js';

type Chance = fc.GeneratorValue;

/** How deep an operation may go, and how deep a filter. */
const depths = { fields: 3, filter: 2 } as const;

/** What differs between engines by its nature: the engine's name, and which of many alike names its own index finds (docs/engines.md). */
const ofTheEngine = new Set(['Query.graph', 'Query.search', 'Query.match']);

const instants = [
  '2024-06-01T00:00:00Z',
  '2025-01-01T00:00:00Z',
  '2025-03-01T00:00:00Z',
  '2025-06-01T00:00:00.000Z',
  '2026-06-01T12:00:00+08:00',
];
const words = ['Beijing', 'beijng', 'Urumqi', 'zone', '二手', '青岛', 'quoted', 'bei', 'Xian', 'MATCH', 'zzz'];

/** The text of an operation. Where it has a list that can be paged, `$after` says where a page begins. */
export interface Generated {
  readonly query: string;
  readonly isPaged: boolean;
}

export class Operations {
  private isPaged = false;

  constructor(private readonly schema: GraphQLSchema) {}

  /** An operation with one to three fields of the query type, as of some day and instant. */
  next(chance: Chance): Generated {
    this.isPaged = false;
    const fields = Object.values(this.schema.getQueryType()?.getFields() ?? {}).filter(
      ({ name }) => !ofTheEngine.has(`Query.${name}`),
    );
    const lists = fields.filter(({ name }) =>
      ['paths', 'neighbourhood', 'contradictions', 'program', 'policy', 'region'].includes(name),
    );
    const asked = some(chance, [...fields, ...lists, ...lists], 1, 2).map(
      (field, index) => `f${index}: ${this.field(chance, field, 0, 'Query')}`,
    );
    const asOf = [
      ...maybe(chance, () => `date: ${quoted(one(chance, days))}`),
      ...maybe(chance, () => `knownAt: ${quoted(one(chance, instants))}`),
    ];
    const directive = asOf.length === 0 ? '' : `@asOf(${asOf.join(', ')})`;
    return {
      query: `query Generated${this.isPaged ? '($after: String)' : ''} ${directive} {\n  ${asked.join('\n  ')}\n}`,
      isPaged: this.isPaged,
    };
  }

  private field(chance: Chance, field: GraphQLField<unknown, unknown>, depth: number, parent: string): string {
    const args = this.args(chance, field, depth, parent);
    const type = getNamedType(field.type);
    return `${field.name}${args}${isCompositeType(type) ? ` ${this.selection(chance, type.name, depth + 1)}` : ''}`;
  }

  private selection(chance: Chance, name: string, depth: number): string {
    const type = this.schema.getType(name);
    if (type === undefined || !isCompositeType(type) || !('getFields' in type)) return '{ __typename }';
    const fields = Object.values(type.getFields()).filter(({ args }) => depth <= depths.fields || !args.some(isRequiredArgument));
    const plain = fields.filter((field) => !isCompositeType(getNamedType(field.type)));
    const parts = fields.filter((field) => isCompositeType(getNamedType(field.type)) && !isEntityLike(field));
    const onward = fields.filter((field) => isCompositeType(getNamedType(field.type)) && isEntityLike(field));
    const isWrapper = /(Connection|Edge)$/.test(name);
    const chosen = [
      ...(isWrapper ? plain : some(chance, plain, 1, 3)),
      ...(isWrapper ? fields.filter(({ name: each }) => ['edges', 'node', 'pageInfo'].includes(each)) : []),
      ...(isWrapper && depth < depths.fields + 2
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
            parts.filter(() => depth <= depths.fields + 1),
            0,
            2,
          )),
      ...(isWrapper || depth > depths.fields ? [] : some(chance, onward, depth === 1 ? 1 : 0, 2)),
    ];
    const next = isWrapper && depth > 1 ? depth - 1 : depth; // a connection and its edges are no step of their own
    const selected = [...new Set(chosen)].map((field) => this.field(chance, field, name.endsWith('Edge') ? depth : next, name));
    const kind = isAbstractType(type) ? ['__typename'] : [];
    const id = 'id' in type.getFields() ? ['id'] : [];
    return `{ ${[...new Set([...kind, ...id, ...selected])].join(' ') || '__typename'} }`;
  }

  private args(chance: Chance, { name, args }: GraphQLField<unknown, unknown>, depth: number, parent: string): string {
    const has = (arg: string) => args.some((each) => each.name === arg);
    const pages = has('after') && parent === 'Query' && !this.isPaged && one(chance, [true, false, false]);
    if (pages) this.isPaged = true;
    const backward = has('last') && !pages && one(chance, [true, false, false, false, false]);
    const given = args.flatMap((arg) => {
      if (arg.name === 'after') return pages ? ['after: $after'] : [];
      if (arg.name === 'before' || (arg.name === 'first' && backward) || (arg.name === 'last' && !backward)) return [];
      if (arg.name === 'first' || arg.name === 'last')
        return [`${arg.name}: ${one(chance, depth === 0 ? [1, 2, 5, 7] : [1, 2, 3])}`];
      if (arg.name === 'depth') return [`depth: ${one(chance, [1, 2, 3])}`];
      if (arg.name === 'maxHops') return [`maxHops: ${one(chance, [1, 2, 3])}`];
      if (!isRequiredArgument(arg) && !one(chance, arg.name === 'where' ? [true, true, false] : [true, false, false])) return [];
      return [`${arg.name}: ${this.argument(chance, arg, name, parent)}`];
    });
    return given.length === 0 ? '' : `(${given.join(', ')})`;
  }

  private argument(chance: Chance, arg: GraphQLArgument, field: string, parent: string): string {
    const label = labels.find((each) => each.toLowerCase() === field);
    if (arg.name === 'id' && parent === 'Query' && label !== undefined) return quoted(one(chance, idsOf(label)));
    if (['within', 'region'].includes(arg.name)) return quoted(one(chance, idsOf('Region')));
    if (arg.name === 'query') return quoted(one(chance, [...words, ...texts.filter((text) => text.trim() !== '')]));
    if (arg.name === 'names')
      return `[${some(chance, [...words, ...texts.filter((text) => text.trim() !== '')], 1, 3)
        .map(quoted)
        .join(', ')}]`;
    if (arg.name === 'predicates') return `[${some(chance, predicates, 0, 2).map(quoted).join(', ')}]`;
    return this.value(chance, arg.type, 0, arg.name);
  }

  private value(chance: Chance, wrapped: GraphQLInputType, depth: number, name: string): string {
    const type = getNullableType(wrapped);
    if (isListType(type))
      return `[${Array.from({ length: one(chance, [1, 1, 2]) }, () => this.value(chance, type.ofType, depth, name)).join(', ')}]`;
    if (isEnumType(type)) return one(chance, type.getValues()).name;
    if (isInputObjectType(type)) {
      const fields = Object.values(type.getFields()).filter(
        (field) => depth < depths.filter || !['and', 'or', 'not'].includes(field.name),
      );
      const chosen = new Set([
        ...fields.filter(({ type: each }) => each.toString().endsWith('!')),
        ...some(chance, fields, 1, 2),
      ]);
      return `{ ${[...chosen].map((field) => `${field.name}: ${this.value(chance, field.type, depth + 1, type.name === 'CodeFilter' ? field.name : name === 'where' || depth === 0 ? field.name : name)}`).join(', ')} }`;
    }
    return scalar(chance, type.name, name);
  }
}

function scalar(chance: Chance, type: string, name: string): string {
  if (type === 'ID') return quoted(one(chance, allIds));
  if (type === 'Boolean') return String(one(chance, [true, false]));
  if (type === 'Int') return String(one(chance, numbers));
  if (type === 'Float') return String(one(chance, amounts));
  if (type === 'Date') return quoted(one(chance, days));
  if (name === 'scheme') return quoted(one(chance, schemes));
  if (name === 'value') return quoted(one(chance, codeValues));
  if (name === 'predicate') return quoted(one(chance, predicates));
  if (['subject', 'object', 'indicator', 'region', 'reportedBy'].includes(name)) return quoted(one(chance, allIds));
  return quoted(one(chance, [...texts, 'bei', '青', '']));
}

/** Leads on to something that is a list or an entity of its own. */
const isEntityLike = ({ type, args }: GraphQLField<unknown, unknown>): boolean =>
  args.length > 0 ||
  !/^(Name|Code|FuzzyDate|Validity|Locator|PageInfo|Qualifier|ConvertedAmount|TypeCount|FacetValue)$/.test(
    getNamedType(type).name,
  );

const oneOf = (values: readonly unknown[]): fc.Arbitrary<unknown> => fc.constantFrom(...values);
const quoted = (text: string): string => JSON.stringify(text);
const one = <T>(chance: Chance, values: readonly T[]): T => chance(oneOf, values) as T;
const some = <T>(chance: Chance, values: readonly T[], minLength: number, maxLength: number): T[] =>
  values.length === 0
    ? []
    : chance(placesIn, values.length, Math.min(minLength, new Set(values).size), maxLength).map((place) => values[place] as T);
const placesIn = (length: number, minLength: number, maxLength: number) =>
  fc.uniqueArray(fc.nat({ max: length - 1 }), { minLength, maxLength });
const maybe = <T>(chance: Chance, make: () => T): T[] => (one(chance, [true, false]) ? [make()] : []);
