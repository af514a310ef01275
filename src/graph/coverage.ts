/** Whether a policy or program covers a region: decided by its relations to the region, to what the region lies in, and to what lies in it. */
import { certainty, type Validity } from './dates.js';
import { relationOf, type Claim, type Relation, type RelationRow } from './rows.js';

export const coverageStatuses = {
  DIRECT: 'It covers the region itself.',
  INHERITED: 'It covers a region that this one lies in.',
  PARTIAL: 'It covers only some region inside this one.',
  ENDED: 'It covered the region, itself or through a larger one, and no longer does.',
  NOT_YET: 'It is going to cover the region, itself or through a larger one, and does not yet.',
  NOT_COVERED: 'A source lists all that it covers, and the region is not among them.',
  NO_EVIDENCE: 'No source says whether it covers the region.',
} as const;

type CoverageStatus = keyof typeof coverageStatuses;

export interface CoverageRow extends RelationRow {
  readonly origin: string;
  readonly region: string;
  /** How the covered region stands to the one that is asked about. */
  readonly reach: 'DIRECT' | 'INHERITED' | 'PARTIAL';
}

export interface Coverage {
  readonly status: CoverageStatus;
  /** The relations that the status rests on. */
  readonly via: readonly Relation[];
  /** The claims that the status rests on. */
  readonly claimIds: readonly string[];
}

/** What holds decides first, the nearest reach before the wider; then what ended or has not begun; then whether a source lists all members. */
export function coverageOf(rows: readonly CoverageRow[], lists: readonly Claim[], on: string): Coverage {
  const relations = rows
    .map((row) => ({ reach: row.reach, relation: relationOf(row, on) }))
    .sort((a, b) => (a.relation.id < b.relation.id ? -1 : 1)); // the engines give them in orders of their own
  const holding = relations.filter(({ relation }) => relation.certainty !== undefined);
  for (const reach of ['DIRECT', 'INHERITED', 'PARTIAL'] as const) {
    const via = holding.filter((each) => each.reach === reach).map(({ relation }) => relation);
    if (via.length > 0) return resting(reach, via);
  }
  const own = relations.filter(({ reach }) => reach !== 'PARTIAL').map(({ relation }) => relation);
  const coming = own.filter(({ validity }) => isLater(validity, on));
  if (coming.length > 0) return resting('NOT_YET', coming);
  if (own.length > 0) return resting('ENDED', own);
  const complete = lists.filter(({ validity }) => certainty(validity, on) !== undefined);
  return complete.length === 0
    ? resting('NO_EVIDENCE', [])
    : { status: 'NOT_COVERED', via: [], claimIds: complete.map(({ id }) => id) };
}

function resting(status: CoverageStatus, via: readonly Relation[]): Coverage {
  return { status, via, claimIds: via.flatMap(({ claimIds }) => claimIds) };
}

function isLater({ from }: Validity, on: string): boolean {
  return from?.earliest !== undefined && from.earliest > on;
}
