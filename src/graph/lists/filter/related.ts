/** The filter of a list of what is related: on the items, and on the relations that lead to them. */
import type { Label } from '../../../model/model.js';
import type { CypherText } from '../../query.js';
import { certaintyOf } from '../../time/as-of.js';
import type { Certainty } from '../../time/certainty.js';
import { compileEdgeFilter, type EdgeFilter, type EdgeModel } from './edges.js';
import { compileFilter, type Filter } from './filter.js';
import type { Predicate } from './scope.js';

export interface RelatedFilter {
  readonly where?: Filter | undefined;
  /** Only relations that pass this filter. */
  readonly edge?: EdgeFilter | undefined;
  /** Only relations that hold with one of these certainties. */
  readonly certainty?: readonly Certainty[] | undefined;
}

/** A predicate over a `relation` and the `node` that it leads to. */
export interface RelatedPredicate extends Predicate {
  /** What of it is about the node alone. */
  readonly items: CypherText;
}

export function compileRelatedFilter(
  listed: Label | 'Entity',
  edges: EdgeModel,
  { where, edge, certainty }: RelatedFilter,
): RelatedPredicate {
  const [items, relations] = [compileFilter(listed, where), compileEdgeFilter(edges, edge)];
  const isCertain = certainty === undefined ? 'true' : `${certaintyOf('relation')} IN $certainty`;
  return {
    text: `${items.text} AND ${relations.text} AND ${isCertain}` as CypherText,
    items: items.text,
    parameters: { ...items.parameters, ...relations.parameters, ...(certainty === undefined ? {} : { certainty }) },
  };
}
