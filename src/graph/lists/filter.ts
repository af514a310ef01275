/**
 * Compiles filters to Cypher predicates over a node called `node`. Only names of the model enter the text; every value becomes a parameter.
 */
import { holds } from '../time/as-of.js';
import {
  entities,
  records,
  relations,
  type ClaimEdge,
  type EntityModel,
  type Listed,
  type PropertyModel,
  type RelationModel,
  type RelationType,
} from '../../model/model.js';
import type { Fragment } from '../query.js';
import { codeKey } from '../search/tokens.js';
import { keyOf, storedCode } from '../stored/storage.js';
import { limits } from '../../limits.js';

/** A filter as the API takes it: all of its keys must hold. `undefined` and null keys ask nothing. */
export interface Filter {
  readonly and?: readonly Filter[] | undefined;
  readonly or?: readonly Filter[] | undefined;
  readonly not?: Filter | undefined;
  readonly [key: string]: unknown;
}

/** A predicate and the values that it names. */
export interface Predicate {
  readonly text: Fragment;
  readonly parameters: Readonly<Record<string, unknown>>;
}

type Test = Readonly<Record<string, unknown>>;
type Compiler = (value: unknown, bind: Bind) => string;
/** Keeps a value and gives the parameter that stands for it. */
type Bind = (value: unknown) => string;

/** How deep a hierarchy of regions, agencies or organizations may be. */
export const maxDepth = limits.lists.hierarchy.value;

/** The predicate of a filter on items of one kind; `undefined` gives what always holds. */
export function compileFilter(listed: Listed | 'Entity', filter: Filter | undefined): Predicate {
  const parameters: Record<string, unknown> = {};
  const bind: Bind = (value) => {
    const name = `f${Object.keys(parameters).length}`;
    parameters[name] = value;
    return `$${name}`;
  };
  return { text: all(compilersFor(listed), filter ?? {}, bind) as Fragment, parameters };
}

function all(compilers: ReadonlyMap<string, Compiler>, filter: Filter, bind: Bind): string {
  const parts = Object.entries(filter).flatMap(([key, value]) => (value == null ? [] : [one(compilers, key, value, bind)]));
  return parts.length === 0 ? 'true' : parts.map((part) => `(${part})`).join(' AND ');
}

function one(compilers: ReadonlyMap<string, Compiler>, key: string, value: unknown, bind: Bind): string {
  const nested = (filter: unknown) => `(${all(compilers, filter as Filter, bind)})`;
  if (key === 'and') return (value as Filter[]).map(nested).join(' AND ') || 'true';
  if (key === 'or') return (value as Filter[]).map(nested).join(' OR ') || 'false';
  if (key === 'not') return `NOT ${nested(value)}`;
  const compiler = compilers.get(key);
  if (compiler === undefined) throw new Error(`There is no filter "${key}".`);
  return compiler(value, bind);
}

const cache = new Map<string, ReadonlyMap<string, Compiler>>();

function compilersFor(listed: Listed | 'Entity'): ReadonlyMap<string, Compiler> {
  const known = cache.get(listed) ?? new Map<string, Compiler>(compilers(listed));
  cache.set(listed, known);
  return known;
}

function compilers(listed: Listed | 'Entity'): [string, Compiler][] {
  if (listed === 'Claim') return [...claimCompilers, ...propertyCompilers(records.Claim.properties)];
  if (listed === 'Observation')
    return [
      ['about', (id, bind) => `${bind(id)} IN coalesce(node.about, [])`],
      ...propertyCompilers(records.Observation.properties),
    ];
  const own = listed === 'Entity' ? [] : propertyCompilers((entities[listed] as EntityModel).properties);
  return [...entityCompilers, ...own, ...relationCompilers(listed)];
}

/** What claims can be filtered by that they are joined to: filter → relationship. */
export const claimJoins = {
  about: 'ABOUT',
  attributedTo: 'ATTRIBUTED_TO',
  document: 'EVIDENCED_BY',
} as const satisfies Readonly<Record<string, ClaimEdge>>;

const claimCompilers = Object.entries(claimJoins).map(([name, edge]): [string, Compiler] => [
  name,
  (id, bind) => `EXISTS { MATCH (node)-[:${edge}]->(named:Entity) WHERE named.id = ${bind(id)} }`,
]);

/** A test of something that may be absent is false for it, so that NOT of it is true. */
const total = (test: string): string => `coalesce(${test}, false)`;

const entityCompilers: [string, Compiler][] = [
  ['id', (value, bind) => tests(value as Test, (operator, operand) => comparison('node.id', operator, bind(operand)))],
  ['name', (value, bind) => tests(value as Test, (operator, operand) => nameTest(operator, operand, bind))],
  ['code', (value, bind) => codeTest('codes', value as Test, bind)],
  ['identifier', (value, bind) => codeTest('identifiers', value as Test, bind)],
  ['type', (value, bind) => `any(known IN labels(node) WHERE known IN ${bind(value)})`],
  ['within', (value, bind) => withinTest(bind(value))],
];

/** Every entity has a name. */
function nameTest(operator: string, operand: unknown, bind: Bind): string {
  if (operator === 'known') return operand === true ? 'true' : 'false';
  return `any(known IN node.names WHERE ${comparison('toLower(known)', operator, bind(lowered(operand)))})`;
}

/** A code of a scheme; without a scheme, of any. No stored scheme has a colon in it, but a value may: it is all that follows the first. */
function codeTest(property: string, { scheme, value }: Test, bind: Bind): string {
  const known = `coalesce(node.${property}, [])`;
  if (scheme != null) return `${bind(storedCode({ scheme: String(scheme), value: String(value) }))} IN ${known}`;
  const colons = String(value).split(':').length;
  return `any(known IN ${known} WHERE known ENDS WITH ${bind(`:${String(value)}`)} AND size(split(known, ':')) = ${bind(colons + 1)})`;
}

/** In a region, or the region itself. Neo4j refuses a name that the statement around it has, such as `path`. */
function withinTest(region: string): string {
  return `node.id = ${region} OR EXISTS { MATCH upward = (node)-[:PART_OF*1..${maxDepth}]->(outer:Region) WHERE outer.id = ${region} AND all(step IN relationships(upward) WHERE ${holds('step')}) }`;
}

function propertyCompilers(properties: Readonly<Record<string, PropertyModel>>): [string, Compiler][] {
  return Object.entries(properties).map(([name, { type, comparedByKey }]) => [
    name,
    (value, bind) =>
      tests(value as Test, (operator, operand) =>
        comparedByKey && operator !== 'known'
          ? total(comparison(`node.${keyOf(name)}`, operator, bind(keyed(operand))))
          : propertyTest(name, type, operator, operand, bind),
      ),
  ]);
}

function propertyTest(name: string, type: PropertyModel['type'], operator: string, operand: unknown, bind: Bind): string {
  if (operator === 'known') return operand === true ? `node.${name} IS NOT NULL` : `node.${name} IS NULL`;
  if (type === 'date') return total(dateTest(name, operator, bind(operand)));
  if (type === 'string' || type === 'url') return total(comparison(`toLower(node.${name})`, operator, bind(lowered(operand))));
  return total(comparison(`node.${name}`, operator, bind(operand)));
}

/** A date is on or after a day when even its earliest reading is. */
function dateTest(name: string, operator: string, day: string): string {
  return operator === 'gte' || operator === 'gt'
    ? comparison(`node.${name}Earliest`, operator, day)
    : comparison(`node.${name}Latest`, operator, day);
}

const operators: Readonly<Record<string, string>> = {
  eq: '=',
  in: 'IN',
  gt: '>',
  gte: '>=',
  lt: '<',
  lte: '<=',
  contains: 'CONTAINS',
  startsWith: 'STARTS WITH',
};

function comparison(left: string, operator: string, right: string): string {
  const text = operators[operator];
  if (text === undefined) throw new Error(`There is no comparison "${operator}".`);
  return `${left} ${text} ${right}`;
}

function lowered(operand: unknown): unknown {
  return Array.isArray(operand) ? operand.map(lowered) : String(operand).toLowerCase();
}

function keyed(operand: unknown): unknown {
  return Array.isArray(operand) ? operand.map(keyed) : codeKey(String(operand));
}

function tests(value: Test, test: (operator: string, operand: unknown) => string): string {
  const parts = Object.entries(value).flatMap(([operator, operand]) => (operand == null ? [] : [test(operator, operand)]));
  return parts.length === 0 ? 'true' : parts.join(' AND ');
}

function relationCompilers(listed: Listed | 'Entity'): [string, Compiler][] {
  return relationFilters(listed).map(({ name, type, direction }) => [name, (id, bind) => related(type, direction, bind(id))]);
}

function related(type: RelationType, direction: 'out' | 'in', id: string): string {
  const pattern = direction === 'out' ? `-[related:${type}]->` : `<-[related:${type}]-`;
  const { ofParts }: RelationModel = relations[type];
  if (ofParts !== undefined && direction === 'out')
    return `EXISTS { MATCH (node)${pattern}(part:Entity) MATCH inwards = (part)<-[:${ofParts}*0..${maxDepth}]-(other:Entity) WHERE other.id = ${id} AND ${holds('related')} AND all(step IN relationships(inwards) WHERE ${holds('step')}) }`;
  return `EXISTS { MATCH (node)${pattern}(other:Entity) WHERE other.id = ${id} AND ${holds('related')} }`;
}

export interface RelationFilter {
  readonly name: string;
  readonly type: RelationType;
  readonly direction: 'out' | 'in';
  readonly description: string;
}

/** The filters of a label by an entity that is related to it: `issuedBy`, `covers`. */
export function relationFilters(listed: Listed | 'Entity'): RelationFilter[] {
  return (Object.entries(relations) as [RelationType, RelationModel][]).flatMap(
    ([type, { where, from, to, ofParts, description }]) => [
      ...(listed === 'Entity' || (from as readonly string[]).includes(listed)
        ? [
            {
              name: where.out,
              type,
              direction: 'out',
              description: ofParts === undefined ? description : `${description} What is said of a part counts for the whole.`,
            } as const,
          ]
        : []),
      ...(listed === 'Entity' || (to as readonly string[]).includes(listed)
        ? [{ name: where.in, type, direction: 'in', description } as const]
        : []),
    ],
  );
}
