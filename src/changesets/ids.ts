import { createHash } from 'node:crypto';
import type { ClaimRecord, EvidenceRecord, ObservationRecord } from '../graph/stored/records.js';

/** What a claim says, without what it rests on: two files that say the same make one claim. */
export function assertion({
  subject,
  predicate,
  object,
  value,
  attributes,
  from,
  until,
  attributedTo,
  ...claim
}: Omit<ClaimRecord, 'id'>): string {
  const qualifiers = Object.entries(attributes).sort(([a], [b]) => (a < b ? -1 : 1));
  const parts = [subject, predicate, object, value, qualifiers, from, until, [...attributedTo].sort(), ...said(claim)];
  return JSON.stringify(parts.map((part) => part ?? null));
}

/** What it is about, and when, where and to whom it was said. Ids of claims that say none of it are older than these qualifiers, and stay. */
function said({
  about = [],
  saidOn,
  event,
  saidTo,
}: Omit<ClaimRecord, 'id' | 'attributedTo' | 'subject' | 'predicate' | 'attributes'>): unknown[] {
  const isSaid = about.length > 0 || [saidOn, event, saidTo].some((part) => part !== undefined);
  return isSaid ? [[...about].sort(), saidOn, event, saidTo] : [];
}

/** A claim's id is made of what it says and what it rests on: another wording or passage is another claim, since claims never change. */
export function claimId(claim: Omit<ClaimRecord, 'id'>): string {
  return `claim:${digest([assertion(claim), claim.evidence.map(passage)])}`;
}

/** Evidence in one order of its keys, whatever door it came through. */
const passage = ({ document, locator, record, supports, summary }: EvidenceRecord) => ({
  document,
  locator: locator && { start: locator.start, end: locator.end, sha256: locator.sha256 },
  record,
  supports,
  summary,
});

/** The id of a claim that is made again after it was retracted. */
export const nextClaimId = (id: string): string => `claim:${digest([id])}`;

/** An observation's id is made of what is measured, where, when, by whom, and the value. */
export function observationId(observation: Omit<ObservationRecord, 'id'>): string {
  const { indicator, about, region, period, basePeriod, value, unit, comparator, kind, reportedBy, rank, rankedIn } = observation;
  const ranked = rank === undefined ? [] : [rank, rankedIn];
  return `observation:${digest([indicator, [...about].sort(), region, period, basePeriod, value, unit, comparator, kind, reportedBy, ...ranked])}`;
}

/** A draft's id is made of all that is in it: who has seen a draft knows what the id will publish. */
export function draftId({
  author,
  changeset,
  reason,
  input,
}: Readonly<Record<'author' | 'changeset' | 'reason', string>> & { readonly input: object }): string {
  return `draft:${digest([author, changeset, reason, input])}`;
}

function digest(parts: readonly unknown[]): string {
  return createHash('sha256')
    .update(JSON.stringify(parts.map((part) => part ?? null)))
    .digest('hex')
    .slice(0, 16);
}
