/**
 * Conditions on what a relation field leads to: `issuers: { some: { name: { contains: "Commerce" } }, count: { gte: 2 } }`.
 * They are about the very relations that the field lists by default.
 */
import { holds } from '../../time/as-of.js';
import { targetOf, type Label, type Listed } from '../../../model/model.js';
import { anyOf, nameOf } from '../../query.js';
import { maxDepth } from '../reach.js';
import { edgeTest, type EdgeFilter } from './edges.js';
import { filterFields, type FilterField } from './fields.js';
import type { Filter } from './filter.js';
import { comparison, tests } from './properties.js';
import { innerScope, negated, type Compiler, type Scope, type Test } from './scope.js';

/** What the relations of a field must be. Without a quantifier there must be one. */
export interface QuantifierFilter {
  readonly some?: Filter | undefined;
  readonly none?: Filter | undefined;
  readonly every?: Filter | undefined;
  readonly count?: Test | undefined;
  /** Only relations that pass this are looked at. */
  readonly edge?: EdgeFilter | undefined;
}

/** The predicate of a filter on the items of a scope. */
export type Nested = (listed: Label | 'Entity', filter: Filter, scope: Scope) => string;

export function quantifierCompilers(listed: Listed | 'Entity', nested: Nested): [string, Compiler][] {
  return [...filterFields(listed)].map(([name, field]) => [
    name,
    (value, scope) => quantified(field, value as QuantifierFilter, scope, nested),
  ]);
}

function quantified(
  field: FilterField,
  { some, none, every, count, edge }: QuantifierFilter,
  scope: Scope,
  nested: Nested,
): string {
  const inner = innerScope(scope);
  const passing = (filter: Filter, within = inner) => nested(targetOf(field), filter, within);
  const related = (test: string) => `EXISTS { ${relatedTo(field, edge, scope, inner)} AND ${test} }`;
  const isAlone = none == null && every == null && count == null;
  return [
    ...(some == null && !isAlone ? [] : [related(`(${passing(some ?? {})})`)]),
    ...(none == null ? [] : [`NOT ${related(`(${passing(none)})`)}`]),
    ...(every == null ? [] : [`NOT ${related(`NOT (${passing(every, negated(inner))})`)}`]),
    ...(count == null ? [] : [countTest(count, counted(field, edge, scope, inner), scope)]),
  ].join(' AND ');
}

const countTest = (count: Test, counted: string, { bind }: Scope): string =>
  tests(count, (operator, operand) => comparison(`COUNT { ${counted} }`, operator, bind(operand)));

/** The relations of a field from the node of a scope to those of the scope inside it. */
function relatedTo(field: FilterField, edge: EdgeFilter | undefined, scope: Scope, inner: Scope): string {
  const [item, relation] = [`(${inner.node}:${nameOf(targetOf(field))})`, scope.variable('edge')];
  const holding = `${holds(relation)} AND ${edgeTest(field, edge, relation, scope.bind)}`;
  if (field.parts?.byDefault !== true) return `MATCH (${scope.node})${pattern(field, relation)}${item} WHERE ${holding}`;
  const [path, part] = [scope.variable('path'), scope.variable('part')];
  const inwards = `(${scope.node})${steps(field.parts.by, 'in')}(${part}:Entity)`;
  return `MATCH ${path} = ${inwards} MATCH (${part})${pattern(field, relation)}${item} WHERE ${holdsAlong(path)} AND ${holding}`;
}

/** As many rows as the field has items. One that is related to several parts is one item, and is found from its own end. */
function counted(field: FilterField, edge: EdgeFilter | undefined, scope: Scope, inner: Scope): string {
  if (field.parts?.byDefault !== true) return relatedTo(field, edge, scope, inner);
  const [relation, path] = [scope.variable('edge'), scope.variable('path')];
  const [part, whole] = [scope.variable('part'), scope.variable('whole')];
  const back = pattern({ types: field.types, direction: field.direction === 'in' ? 'out' : 'in' }, relation);
  const outwards = `(${part})${steps(field.parts.by, 'out')}(${whole}:Entity)`;
  const holding = `${holds(relation)} AND ${edgeTest(field, edge, relation, scope.bind)} AND ${holdsAlong(path)}`;
  return `MATCH (${inner.node}:${nameOf(targetOf(field))}) WHERE EXISTS { MATCH (${inner.node})${back}(${part}:Entity) MATCH ${path} = ${outwards} WHERE ${whole}.id = ${scope.node}.id AND ${holding} }`;
}

const holdsAlong = (path: string): string => `all(step IN relationships(${path}) WHERE ${holds('step')})`;

/** The way from a whole in to its parts, or out. A part is PART_OF its whole, and a whole INCLUDES its parts. */
function steps(by: 'PART_OF' | 'INCLUDES', way: 'in' | 'out'): string {
  const relation = `-[:${by}*0..${maxDepth}]-`;
  return (by === 'INCLUDES') === (way === 'in') ? `${relation}>` : `<${relation}`;
}

function pattern({ types, direction }: Pick<FilterField, 'types' | 'direction'>, relation: string): string {
  const edge = `-[${relation}:${anyOf(types)}]-`;
  if (direction === 'any') return edge;
  return direction === 'out' ? `${edge}>` : `<${edge}`;
}
