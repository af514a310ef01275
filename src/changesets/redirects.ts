/** Ids that lead to other entities since they were merged elsewhere: an export tells them, and an import keeps them. */
import { labelOf } from '../model/model.js';
import type { Redirect } from '../graph/stored/records.js';
import type { Known } from './checks.js';
import type { Located, Problem } from './problem.js';

/**
 * What is wrong with these redirects. `merged` are the ids that lead to another entity in the graph already: to be told so again is right,
 * to be told otherwise is not, for an id leads to one entity for ever.
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
    return leadsTo === undefined || leadsTo === target ? [] : [problem(['id'], `leads to "${leadsTo}" already, for ever`)];
  });
}

const missing = (into: string, { merged }: Known): string => {
  const next = merged?.get(into);
  return next === undefined
    ? `names an entity that is not there: "${into}"`
    : `names "${into}", which is merged into "${next}": name that one`;
};

/** The redirects that the graph does not hold yet, each to the entity that it leads to now. */
export const newRedirects = (redirects: readonly Located<Redirect>[], merged: ReadonlyMap<string, string>): readonly Redirect[] =>
  redirects.map(({ item: { id, into } }) => ({ id, into: merged.get(into) ?? into })).filter(({ id }) => !merged.has(id));
