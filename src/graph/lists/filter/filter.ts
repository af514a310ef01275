/**
 * Compiles filters to Cypher predicates over a node called `node`. Only names of the model enter the text; every value becomes a parameter.
 */
import { entities, records, type Listed } from '../../../model/model.js';
import type { CypherText } from '../../query.js';
import { entityCompilers } from './names.js';
import { propertyCompilers } from './properties.js';
import { quantifierCompilers } from './quantifiers.js';
import { recordCompilers } from './joins.js';
import { relationCompilers } from './relations.js';
import { negated, never, scopeOf, type Compiler, type Predicate, type Scope } from './scope.js';

/** A filter as the API takes it: all of its keys must hold. `undefined` and null keys ask nothing. */
export interface Filter {
  readonly and?: readonly Filter[] | undefined;
  readonly or?: readonly Filter[] | undefined;
  readonly not?: Filter | undefined;
  readonly [key: string]: unknown;
}

/** The predicate of a filter on items of one kind; `undefined` gives what always holds. */
export function compileFilter(listed: Listed | 'Entity', filter: Filter | undefined): Predicate {
  const parameters: Record<string, unknown> = {};
  return { text: predicateOf(listed, filter ?? {}, scopeOf('node', parameters)) as CypherText, parameters };
}

function predicateOf(listed: Listed | 'Entity', filter: Filter, scope: Scope): string {
  const parts = Object.entries(filter).flatMap(([key, value]) => (value == null ? [] : [one(listed, key, value, scope)]));
  return parts.length === 0 ? 'true' : parts.map((part) => `(${part})`).join(' AND ');
}

function one(listed: Listed | 'Entity', key: string, value: unknown, scope: Scope): string {
  const nested = (filter: unknown) => `(${predicateOf(listed, filter as Filter, scope)})`;
  if (key === 'and') return (value as Filter[]).map(nested).join(' AND ') || 'true';
  if (key === 'or') return (value as Filter[]).map(nested).join(' OR ') || never(scope.node);
  if (key === 'not') return `NOT ((${predicateOf(listed, value as Filter, negated(scope))}) AND NOT ${never(scope.node)})`;
  const compiler = compilersFor(listed).get(key);
  if (compiler === undefined) throw new Error(`Unknown filter "${key}" on "${listed}".`);
  return compiler(value, scope);
}

const cache = new Map<string, ReadonlyMap<string, Compiler>>();

function compilersFor(listed: Listed | 'Entity'): ReadonlyMap<string, Compiler> {
  const cached = cache.get(listed) ?? new Map<string, Compiler>(compilers(listed));
  cache.set(listed, cached);
  return cached;
}

function compilers(listed: Listed | 'Entity'): [string, Compiler][] {
  if (listed === 'Claim' || listed === 'Observation')
    return [...recordCompilers(listed), ...propertyCompilers(records[listed].properties)];
  const own = listed === 'Entity' ? [] : propertyCompilers(entities[listed].properties);
  return [...entityCompilers, ...own, ...relationCompilers(listed), ...quantifierCompilers(listed, predicateOf)];
}
