import { hash } from 'node:crypto';
import { flatEvidence, nestedEvidence } from '../graph/stored/fields.js';
import type { ClaimRecord, ObservationRecord } from '../graph/stored/record-types.js';
import { claimFields, observationFields, type Fields, type RecordField } from '../model/model.js';

type IdRule = NonNullable<RecordField['identity']>;

const namesOf = (fields: Fields, rule: IdRule): string[] => Object.keys(fields).filter((name) => fields[name]?.identity === rule);

/**
 * The values of a record that its id is made of. Ids are permanent: fields that were added later count only where a record has them,
 * the first of these together, and each since then under its name.
 */
function identityOf(fields: Fields, record: object, together = namesOf(fields, 'together')): unknown[] {
  const values = record as Readonly<Record<string, string | number | readonly string[] | undefined>>;
  const valueOf = (name: string) => (fields[name]?.many === true ? [values[name] ?? []].flat().sort() : (values[name] ?? null));
  const isGiven = (name: string) => [values[name] ?? []].flat().length > 0;
  return [
    ...namesOf(fields, 'always').map(valueOf),
    ...(together.some(isGiven) ? together.map(valueOf) : []),
    ...namesOf(fields, 'named')
      .filter(isGiven)
      .map((name) => [name, valueOf(name)]),
  ];
}

/** Ids have these in another order than the rows. */
const qualifiers = ['about', 'saidOn', 'event', 'saidTo'];

/** What a claim says, without what it rests on: two files that say the same make one claim. */
export function assertion({ attributes, ...claim }: Omit<ClaimRecord, 'id'>): string {
  const [subject, predicate, object, value, ...rest] = identityOf(claimFields, claim, qualifiers);
  const named = Object.entries(attributes).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([subject, predicate, object, value, named, ...rest]);
}

/** A claim's id is made of what it says and what it rests on: another wording or passage is another claim, since claims never change. */
export function claimId(claim: Omit<ClaimRecord, 'id'>): string {
  const inOrder = claim.evidence.map((evidence) => nestedEvidence(flatEvidence(evidence)));
  return `claim:${digest([assertion(claim), inOrder])}`;
}

/** The id of a claim that is made again after it was retracted. */
export const nextClaimId = (id: string): string => `claim:${digest([id])}`;

/** An observation's id is made of what is measured, where, when, by whom, and the value. */
export const observationId = (observation: Omit<ObservationRecord, 'id'>): string =>
  `observation:${digest(identityOf(observationFields, observation))}`;

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
  const text = JSON.stringify(parts.map((part) => part ?? null));
  return hash('sha256', text).slice(0, 16);
}
