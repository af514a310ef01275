/** A claim while a person writes it. */
import type { ClaimInput } from '../inputs.ts';
import type { Claim, End } from '../proposal-parts.ts';
import { isRelation, isText } from './predicates.ts';
import { noReference, referenceTo, sent, type Reference } from './reference.ts';

export interface ClaimDraft {
  readonly subject: Reference;
  readonly predicate: string;
  readonly object: Reference;
  readonly value: string;
  readonly qualifiers: Readonly<Record<string, string>>;
  readonly from: string;
  readonly until: string;
  readonly saidOn: string;
  readonly about: readonly Reference[];
  readonly attributedTo: readonly Reference[];
  readonly event: Reference;
  readonly saidTo: Reference;
}

/** What the form begins with. */
export function draftOf(claim: Claim | undefined, nameOf: (end: End) => string): ClaimDraft {
  const reference = (end: End | null | undefined) => referenceTo(end, nameOf);
  return {
    subject: reference(claim?.subject),
    predicate: claim?.predicate ?? 'NOTE',
    object: reference(claim?.object),
    value: claim?.value ?? '',
    qualifiers: Object.fromEntries(claim?.qualifiers.map(({ name, value }) => [name, value]) ?? []),
    from: claim?.from ?? '',
    until: claim?.until ?? '',
    saidOn: claim?.saidOn ?? '',
    about: claim?.about.map(reference) ?? [],
    attributedTo: claim?.attributedTo.map(reference) ?? [],
    event: claim === undefined ? noReference : reference(claim.event),
    saidTo: claim === undefined ? noReference : reference(claim.saidTo),
  };
}

/** The claim that a draft states. What its predicate does not take is left out. */
export function inputOf({
  subject,
  predicate,
  object,
  value,
  qualifiers,
  from,
  until,
  saidOn,
  about,
  ...draft
}: ClaimDraft): ClaimInput {
  const sentAll = (all: readonly Reference[]) => all.flatMap((each) => sent(each) ?? []);
  return {
    evidence: [],
    subject: sent(subject) ?? '',
    predicate,
    ...(isRelation(predicate) ? { object: sent(object) ?? null } : { value: value.trim() || null }),
    qualifiers: Object.entries(qualifiers).flatMap(([name, text]) => (text.trim() === '' ? [] : [{ name, value: text.trim() }])),
    from: from.trim() || null,
    until: until.trim() || null,
    saidOn: saidOn.trim() || null,
    about: isText(predicate) ? sentAll(about) : [],
    attributedTo: sentAll(draft.attributedTo),
    event: sent(draft.event) ?? null,
    saidTo: sent(draft.saidTo) ?? null,
  };
}
