/** Ids of entities that were merged elsewhere: an export writes them, and an import keeps them. */
import { labelOf } from '../model/model.js';
import type { Redirect } from '../graph/stored/record-types.js';
import type { Known } from './checks.js';
import type { Located, Problem } from './problem.js';

/**
 * What is wrong with these redirects. `merged` are the ids that are redirected in the graph already: repeating one is fine,
 * changing its target is not, since a redirect is permanent.
 */
export function checkRedirects(
  redirects: readonly Located<Redirect>[],
  known: Known,
  merged: ReadonlyMap<string, string>,
): Problem[] {
  const seen = new Set<string>();
  return redirects.flatMap(({ item: { id, into }, problem }) => {
    const isRepeated = seen.has(id);
    seen.add(id);
    const target = merged.get(into) ?? into;
    const leadsTo = merged.get(id);
    const label = labelOf(id);
    if (label === undefined) return [problem(['id'], 'must be the id of an entity, such as agency:cn-mofcom')];
    if (isRepeated) return [problem(['id'], 'is redirected already by this change')];
    if (labelOf(into) !== label) return [problem(['into'], `must be the id of another ${label}`)];
    if (target === id) return [problem(['into'], 'must be another entity')];
    if (known.entities.has(id))
      return [problem(['id'], `is the id of an entity that exists: merge it into "${into}" with the mutation applyChangeset`)];
    if (!merged.has(into) && !known.entities.has(into)) return [problem(['into'], missing(into, known))];
    return leadsTo === undefined || leadsTo === target
      ? []
      : [problem(['id'], `is already redirected to "${leadsTo}", permanently`)];
  });
}

const missing = (into: string, { merged }: Known): string => {
  const next = merged?.get(into);
  return next === undefined
    ? `names an unknown entity: "${into}"`
    : `names "${into}", which is merged into "${next}": name that one`;
};

/** The redirects that the graph does not hold yet, each to the entity that it leads to now. */
export const newRedirects = (redirects: readonly Located<Redirect>[], merged: ReadonlyMap<string, string>): readonly Redirect[] =>
  redirects.map(({ item: { id, into } }) => ({ id, into: merged.get(into) ?? into })).filter(({ id }) => !merged.has(id));
