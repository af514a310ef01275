/** What is proposed, in the form in which a correction is sent. */
import type { Claim, End, Observation, Proposal, ProposedEntity } from './proposal-parts.ts';
import type { Decision } from './query.ts';

/** What a person corrected, in the form that the API takes. */
export type Correction = Pick<Decision, 'entity' | 'claim' | 'observation' | 'passages'>;
export type EntityInput = NonNullable<Decision['entity']>;
export type ClaimInput = NonNullable<Decision['claim']>;
export type ObservationInput = NonNullable<Decision['observation']>;

const idOf = (end: End | null): string | null => end?.id ?? null;
const idsOf = (ends: readonly End[]): string[] => ends.map(({ id }) => id);
const namedOf = (all: readonly { readonly name: string; readonly value: string }[]) =>
  all.map(({ name, value }) => ({ name, value }));

/** All of a proposal as it is shown. */
export function contentOf({ entity, claim, observation, passages }: Proposal): Correction {
  return {
    ...(entity && { entity: entityInput(entity) }),
    ...(claim && { claim: claimInput(claim) }),
    ...(observation && { observation: observationInput(observation) }),
    passages: passages.map(({ start, end, summary, supports }) => ({ start, end, summary, supports })),
  };
}

/** The passages are the evidence. */
const evidence = { evidence: [] };

function claimInput(claim: Claim): ClaimInput {
  const { predicate, value, from, until, saidOn } = claim;
  return {
    ...evidence,
    subject: claim.subject.id,
    predicate,
    object: idOf(claim.object),
    value,
    qualifiers: namedOf(claim.qualifiers),
    from,
    until,
    about: idsOf(claim.about),
    attributedTo: idsOf(claim.attributedTo),
    event: idOf(claim.event),
    saidOn,
    saidTo: idOf(claim.saidTo),
  };
}

export function observationInput(observation: Observation): ObservationInput {
  const { period, value, unit, comparator, kind, basePeriod, rank, convertedValue, convertedUnit } = observation;
  return {
    ...evidence,
    indicator: observation.indicator.id,
    about: idsOf(observation.about),
    region: idOf(observation.region),
    period,
    value,
    unit,
    comparator,
    kind,
    basePeriod,
    rank,
    rankedIn: idOf(observation.rankedIn),
    reportedBy: idOf(observation.reportedBy),
    attributedTo: idsOf(observation.attributedTo),
    convertedValue,
    convertedUnit,
  };
}

function entityInput({ id, names, properties, description }: ProposedEntity): EntityInput {
  return {
    id,
    description,
    names: names.map(({ value, lang, kind }) => ({ value, lang, kind })),
    properties: namedOf(properties),
  };
}
