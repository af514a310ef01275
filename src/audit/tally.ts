import type { Audit, AuditedClaim } from './audit.js';
import { markKinds, markName, type MarkKind } from './marks.js';

/** How many claims there are, by mark. */
export type Tally = Readonly<Record<'claims' | MarkKind | 'unmarked', number>>;

const kinds = Object.keys(markKinds) as MarkKind[];

export function tallyOf(claims: readonly AuditedClaim[]): Tally {
  const of = (kind: MarkKind | undefined) => claims.filter(({ mark }) => mark?.mark === kind).length;
  const marked = Object.fromEntries(kinds.map((kind) => [kind, of(kind)])) as Record<MarkKind, number>;
  return { claims: claims.length, ...marked, unmarked: of(undefined) };
}

/** Everything is read and right. */
export function isClean({ documents, stale }: Audit): boolean {
  return stale.length === 0 && documents.every(({ claims }) => claims.every(({ mark }) => mark?.mark === 'RIGHT'));
}

/** The columns of the table of documents: key → heading. */
export const tallyColumns: readonly (readonly [keyof Tally, string])[] = [
  ['claims', 'claims'],
  ...kinds.map((kind) => [kind, markName(kind)] as const),
  ['unmarked', 'unmarked'],
];
