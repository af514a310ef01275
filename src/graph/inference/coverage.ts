/** Whether a policy or program covers a region: decided by its relations to the region, to what the region lies in, and to what lies in it. */
import { isAtLeast, type Certainty } from '../time/certainty.js';
import type { FuzzyDate } from '../time/dates.js';
import { relationOf, type Claim, type Relation, type RelationRow } from '../stored/rows.js';

export const coverageStatuses = {
  DIRECT: 'It covers the region itself.',
  INHERITED: 'It covers a region that this one lies in.',
  PARTIAL: 'It covers only some region inside this one.',
  ENDED: 'It covered the region, itself or through a larger one, and no longer does.',
  NOT_YET: 'It is going to cover the region, itself or through a larger one, and does not yet.',
  NOT_COVERED: 'A source lists all that it covers as of the day, and the region is not among them.',
  NOT_LISTED: 'The region was not in the last complete list, which is older than the day: it may have been added since.',
  NO_EVIDENCE: 'No source says whether it covers the region.',
} as const;

type CoverageStatus = keyof typeof coverageStatuses;

export interface CoverageRow extends RelationRow {
  readonly origin: string;
  readonly region: string;
  /** How the covered region is related to the requested one. */
  readonly reach: 'DIRECT' | 'INHERITED' | 'PARTIAL';
}

export interface Coverage {
  readonly status: CoverageStatus;
  /** The relations that the status rests on. */
  readonly via: readonly Relation[];
  /** The claims that the status rests on. */
  readonly claimIds: readonly string[];
}

/** A source's list of all regions, and the days of the documents that give it. */
export interface FullList {
  readonly claim: Claim;
  readonly stated: readonly FuzzyDate[];
}

/** The view that is asked for. */
export interface CoverageView {
  /** ISO day. */
  readonly on: string;
  readonly atLeast: Certainty;
}

/** What holds decides first, the nearest reach before the wider; then what ended or has not begun; then whether a source lists all members. */
export function coverageOf(rows: readonly CoverageRow[], lists: readonly FullList[], { on, atLeast }: CoverageView): Coverage {
  const relations = rows
    .map((row) => ({ reach: row.reach, relation: relationOf(row, on) }))
    .sort((a, b) => (a.relation.id < b.relation.id ? -1 : 1)); // the engines give them in orders of their own
  const holding = relations.filter(({ relation: { certainty } }) => certainty !== undefined && isAtLeast(certainty, atLeast));
  for (const reach of ['DIRECT', 'INHERITED', 'PARTIAL'] as const) {
    const via = holding.filter((each) => each.reach === reach).map(({ relation }) => relation);
    if (via.length > 0) return resting(reach, via);
  }
  const own = relations.filter(({ reach, relation }) => reach !== 'PARTIAL' && relation.certainty === undefined);
  const coming = own.filter(({ relation: { possibleFrom } }) => possibleFrom !== undefined && possibleFrom > on);
  if (coming.length > 0)
    return resting(
      'NOT_YET',
      coming.map(({ relation }) => relation),
    );
  if (own.length > 0)
    return resting(
      'ENDED',
      own.map(({ relation }) => relation),
    );
  return byLists(lists, on);
}

/** A list speaks for its own day: later batches may have added regions since, and nothing is known of the time before it. */
function byLists(lists: readonly FullList[], on: string): Coverage {
  const resting = (status: CoverageStatus, found: readonly FullList[]) => ({
    status,
    via: [],
    claimIds: found.map(({ claim }) => claim.id),
  });
  const spans = lists.map((list) => ({ list, ...spanOf(list) }));
  const ofTheDay = spans.filter(({ first, last }) => first <= on && on <= last);
  if (ofTheDay.length > 0)
    return resting(
      'NOT_COVERED',
      ofTheDay.map(({ list }) => list),
    );
  const older = spans.filter(({ last }) => last < on).sort((a, b) => (a.last < b.last ? -1 : 1));
  const newest = older.at(-1);
  return newest === undefined ? resting('NO_EVIDENCE', []) : resting('NOT_LISTED', [newest.list]);
}

/** The days that a list may be of: as its claim says, else those of its documents. */
function spanOf({ claim: { validity, recordedAt }, stated }: FullList): { readonly first: string; readonly last: string } {
  const recorded = recordedAt.slice(0, 10);
  const firstStated = stated.map(({ earliest = '' }) => earliest).sort()[0];
  const lastStated = stated
    .map(({ latest = recorded }) => latest)
    .sort()
    .at(-1);
  const first = validity.from?.earliest ?? firstStated ?? recorded;
  return { first, last: validity.until?.latest ?? lastStated ?? validity.from?.latest ?? recorded };
}

function resting(status: CoverageStatus, via: readonly Relation[]): Coverage {
  return { status, via, claimIds: via.flatMap(({ claimIds }) => claimIds) };
}
