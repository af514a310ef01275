/** Which relations of an entity began, ended or changed between two days. */
import { groupBy } from '../group-by.js';
import type { Slices } from '../slices.js';
import { joinOf, type Join, type JoinRow } from '../stored/rows.js';
import { isAtLeast, type Certainty } from '../time/certainty.js';

export const changes = {
  BEGAN: 'It holds on the later day, and not on the earlier one.',
  ENDED: 'It holds on the earlier day, and not on the later one.',
  CHANGED:
    'It holds on both days, but with other attributes or dates, or it is POSSIBLE on one of them and surer on the other. Whether it is CERTAIN or PRESUMED depends on how recent the sources are, and is no change.',
} as const;

export interface Difference {
  readonly change: keyof typeof changes;
  /** As of the later day; one that ended as of the earlier day. */
  readonly relation: Join;
  /** Of one that changed: as of the earlier day. */
  readonly before?: Join | undefined;
}

/** Two ISO days, the earlier one first. */
export interface Days {
  readonly from: string;
  readonly to: string;
}

/** The differences among relations that do not hold alike on both days, by the first day on which the change may have happened. Gives way to other requests. */
export async function differencesAmong(
  rows: readonly JoinRow[],
  { from, to }: Days,
  atLeast: Certainty,
  slices: Slices,
): Promise<readonly Difference[]> {
  const distinct = [...new Map(rows.map((row) => [row.relation['id'], row])).values()];
  await slices.next();
  const facts = groupBy(distinct, ({ type, source, target }) => [type, source, target].join(' '));
  const on = (day: string, fact: readonly JoinRow[]) =>
    fact
      .map((row) => joinOf(row, day))
      .filter(({ certainty }) => certainty !== undefined && isAtLeast(certainty, atLeast))
      .sort((a, b) => (beginOf(a) < beginOf(b) ? -1 : 1));
  const found = await slices.map([...facts.values()], (fact) => differencesOf(on(from, fact), on(to, fact)));
  const keyed = await slices.map(found.flat(), (difference) => ({ difference, key: keyOf(difference) }));
  return keyed.sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ difference }) => difference);
}

/** Of one type between two entities: one that ended is what one that began was before, as a person's title at an agency changes. */
function differencesOf(earlier: readonly Join[], later: readonly Join[]): Difference[] {
  const without = (joins: readonly Join[], others: readonly Join[]) =>
    joins.filter(({ id }) => !others.some((other) => other.id === id));
  const [ended, began] = [without(earlier, later), without(later, earlier)];
  const surer = later.flatMap((relation) => {
    const before = earlier.find(({ id }) => id === relation.id);
    return before === undefined ? [] : [{ change: 'CHANGED' as const, relation, before }];
  });
  const changed = began.flatMap((relation, place) => {
    const before = ended[place];
    return before === undefined ? [] : [{ change: 'CHANGED' as const, relation, before }];
  });
  return [
    ...surer,
    ...changed,
    ...began.slice(ended.length).map((relation) => ({ change: 'BEGAN' as const, relation })),
    ...ended.slice(began.length).map((relation) => ({ change: 'ENDED' as const, relation })),
  ];
}

const beginOf = ({ possibleFrom = '', id }: Join): string => `${possibleFrom} ${id}`;

/** Orders differences: the first day on which one may have happened, then the type, the ends, and the id, which is in no two of them. */
export function keyOf(difference: Difference): string {
  const { type, from, to, id } = difference.relation;
  return [dayOf(difference), type, from, to, id].join(' ');
}

function dayOf({ change, relation, before }: Difference): string {
  const { validity, possibleFrom, firstStatedOn } = relation;
  if (change === 'ENDED') return validity.until?.earliest ?? '';
  if (before?.id !== relation.id) return possibleFrom ?? '';
  const isLessSure = relation.certainty === 'POSSIBLE';
  return (isLessSure ? validity.until?.earliest : (validity.from?.latest ?? firstStatedOn?.latest)) ?? '';
}
