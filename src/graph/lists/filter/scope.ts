/** What a condition is compiled in: the node that it is about, and the values that it names. */
import type { CypherText } from '../../query.js';

/** A predicate and the values that it names. */
export interface Predicate {
  readonly text: CypherText;
  readonly parameters: Readonly<Record<string, unknown>>;
}

export interface Scope {
  /** The Cypher variable of the node. */
  readonly node: string;
  /** In how many subqueries it is. */
  readonly depth: number;
  /** A NOT is around its conditions. */
  readonly isNegated: boolean;
  /** A variable for a subquery. Neo4j refuses a name that the statement around it has, so that each depth has names of its own. */
  readonly variable: (name: string) => string;
  /** Keeps a value and gives its parameter. */
  readonly bind: (value: unknown) => string;
}

/** What no node passes, every node having an id. Neo4j 5.26 fails to plan a subquery after a condition that is `false` whatever the node. */
export const never = (node: string): string => `${node}.id IS NULL`;

/** The Cypher of one condition. */
export type Compiler = (value: unknown, scope: Scope) => string;

export type Test = Readonly<Record<string, unknown>>;

/** The outermost scope. Values are added to `parameters`. */
export function scopeOf(node: string, parameters: Record<string, unknown>): Scope {
  return { node, depth: 0, isNegated: false, variable: (name) => name, bind: binder('f', parameters) };
}

/** Adds values to `parameters`, under names that begin with a prefix. */
export function binder(prefix: string, parameters: Record<string, unknown>): Scope['bind'] {
  return (value) => {
    const name = `${prefix}${Object.keys(parameters).length}`;
    parameters[name] = value;
    return `$${name}`;
  };
}

/** The scope of a subquery about what the node is related to: EXISTS is true or false whatever is in it, so that a NOT around it does not reach its conditions. */
export function innerScope({ depth: outer, bind }: Scope): Scope {
  const depth = outer + 1;
  return { node: `node${depth}`, depth, isNegated: false, variable: (name) => `${name}${depth}`, bind };
}

/** The same scope under a NOT. */
export const negated = (scope: Scope): Scope => ({ ...scope, isNegated: true });

/** What a condition of a property or a relation needs of its scope. */
export type TestScope = Pick<Scope, 'bind' | 'isNegated'>;

/**
 * A test of something that may be absent. WHERE drops what is null, and an index serves a bare comparison only; under a NOT, what is absent must be false for NOT of it to be true.
 */
export const testIn = ({ isNegated }: TestScope, test: string): string => (isNegated ? `coalesce(${test}, false)` : test);
