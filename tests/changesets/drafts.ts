/** Drafts for tests: a small world, and changes to it. */
import type { RequestedClaim } from '../../src/changesets/claims.js';
import {
  emptyRequest,
  type ChangeRequest,
  type RequestedEntity,
  type Merge,
  type Split,
} from '../../src/changesets/change-request.js';
import { observationId } from '../../src/changesets/ids.js';
import type { Located } from '../../src/changesets/problem.js';
import type { ObservationRecord } from '../../src/graph/stored/record-types.js';

const located = <T>(item: T): Located<T> => ({
  item,
  problem: (at, message) => ({ file: at.join('.'), value: undefined, message }),
});

let drafts = 0;

/** A draft of its own id, with these parts. */
export function draft(parts: {
  readonly id?: string;
  readonly entities?: readonly RequestedEntity[];
  readonly claims?: readonly RequestedClaim[];
  readonly observations?: readonly ObservationRecord[];
  readonly retract?: readonly string[];
  readonly merges?: readonly Merge[];
  readonly splits?: readonly Split[];
}): ChangeRequest {
  return {
    ...emptyRequest,
    id: parts.id ?? `changeset:test-${++drafts}`,
    author: 'tests',
    reason: 'To see what becomes of it',
    origin: 'tests',
    entities: (parts.entities ?? []).map(located),
    claims: (parts.claims ?? []).map(located),
    observations: (parts.observations ?? []).map(located),
    merges: (parts.merges ?? []).map(located),
    splits: (parts.splits ?? []).map(located),
    retractions: (parts.retract ?? []).map((claim) => located({ claim })),
  };
}

export const named = (id: string, name: string, more: object = {}): RequestedEntity => ({
  id,
  names: [{ value: name, lang: 'en' }],
  ...more,
});

export const article = 'document:article';

export function claim(
  subject: string,
  predicate: string,
  what: Pick<RequestedClaim, 'object' | 'value'>,
  more: Partial<RequestedClaim> = {},
): RequestedClaim {
  const evidence = [{ document: article, locator: { start: 0, end: 5, sha256: 'a'.repeat(64) }, summary: 'It says so.' }];
  return { subject, predicate, attributes: {}, attributedTo: [], evidence, ...what, ...more };
}

/** Ten cars that were sold, of the indicator of the small world. */
export function sale(about: readonly string[]): ObservationRecord {
  const value = { indicator: 'indicator:cars', about, value: 10, unit: '{car}', comparator: 'EXACT', kind: 'ACTUAL' } as const;
  return { ...value, id: observationId(value) };
}

/** A ministry, a notice that it issued, two regions of which the notice covers one. */
export const world = (): ChangeRequest =>
  draft({
    entities: [
      { id: article, title: 'The article' },
      named('agency:ministry', 'The ministry', { kind: 'MINISTRY' }),
      named('policy:notice', 'The notice', { kind: 'NOTICE' }),
      named('region:north', 'The north', { level: 'PROVINCE' }),
      named('region:town', 'The town', { level: 'PREFECTURE' }),
      named('indicator:cars', 'Cars', { unit: '{car}', kind: 'FLOW' }),
    ],
    claims: [
      claim('agency:ministry', 'ISSUED', { object: 'policy:notice' }, { attributes: { role: 'LEAD' } }),
      claim('policy:notice', 'announcedOn', { value: '2024-02-05' }),
      claim('policy:notice', 'COVERS', { object: 'region:north' }),
      claim('region:town', 'PART_OF', { object: 'region:north' }),
    ],
  });
