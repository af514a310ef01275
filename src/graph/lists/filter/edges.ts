/** Conditions on a relation itself: its attributes, its type, since when it holds and how sure that is. */
import type { PropertyModel, RelationType } from '../../../model/model.js';
import { certaintyOf } from '../../time/as-of.js';
import { idTests, propertyTests } from './properties.js';
import type { CypherText } from '../../query.js';
import { binder, type Predicate, type Scope, type Test, type TestScope } from './scope.js';

/** A filter of relations: all of its keys must hold. */
export type EdgeFilter = Readonly<Record<string, unknown>>;

/** What a relation field says of its relations. */
export interface EdgeModel {
  readonly types: readonly RelationType[];
  readonly attributes: Readonly<Record<string, PropertyModel>>;
}

type EdgeCompiler = (relation: string, value: Test, scope: TestScope) => string;

const validity: PropertyModel = { type: 'date', description: 'When it holds.' };

/** What every relation has. */
const commonCompilers: Readonly<Record<string, EdgeCompiler>> = {
  type: (relation, value, scope) => idTests(`type(${relation})`, value, scope),
  certainty: (relation, value, scope) => idTests(certaintyOf(relation), value, scope),
  validity: (relation, value, scope) =>
    conjunction(value, (end, test) => propertyTests(relation, end, validity, test as Test, scope)),
};

/** The predicate of a filter on relations called `relation`. */
export function compileEdgeFilter(model: EdgeModel, filter: EdgeFilter | undefined): Predicate {
  const parameters: Record<string, unknown> = {};
  return { text: edgeTest(model, filter, 'relation', binder('edge', parameters)) as CypherText, parameters };
}

/** The predicate of a filter on relations that a Cypher variable names. */
export function edgeTest(
  { attributes }: EdgeModel,
  filter: EdgeFilter | undefined,
  relation: string,
  bind: Scope['bind'],
): string {
  const scope = { bind, isNegated: false }; // it is in an EXISTS, or in the WHERE of a statement
  return conjunction(filter ?? {}, (key, value) => {
    const attribute = attributes[key];
    if (attribute?.isId === true) return idTests(`${relation}.${key}`, value as Test, scope);
    if (attribute !== undefined) return propertyTests(relation, key, attribute, value as Test, scope);
    const compiler = commonCompilers[key];
    if (compiler === undefined) throw new Error(`Unknown filter "${key}" on "edge".`);
    return compiler(relation, value as Test, scope);
  });
}

function conjunction(filter: EdgeFilter, part: (key: string, value: unknown) => string): string {
  const parts = Object.entries(filter).flatMap(([key, value]) => (value == null ? [] : [`(${part(key, value)})`]));
  return parts.join(' AND ') || 'true';
}
