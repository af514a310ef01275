/** Whether the model of the graph allows a proposal, by the checks that every changeset passes. */
import { checkClaim, checkObservation, type Known } from '../../changesets/checks.js';
import { draftLists } from '../../changesets/from-input.js';
import { InvalidInput, type Problem } from '../../changesets/problem.js';
import { requestedEntities } from '../../changesets/requested-entities.js';
import { unclaimedProperties } from '../../model/model.js';
import type { ProposedChange, ProposedClaim, ProposedEntity, ProposedPassage } from '../claims/proposal.js';
import { proposedLabels, proposedPredicates } from './answer-schema.js';

/** `isEntity` says which ids count as entities: of the graph, and of the reading. */
export function isAllowed(
  change: ProposedChange,
  passage: ProposedPassage,
  document: string,
  isEntity: (id: string) => boolean,
): boolean {
  const withEvidence = <T extends object>(record: T) => ({ ...record, evidence: [{ document, ...passage }] });
  if (change.kind === 'ENTITY' && !isOfLabel(change.entity)) return false;
  if (change.kind === 'CLAIM' && !proposedPredicates.includes(change.claim.predicate)) return false;
  try {
    const { entities, claims, observations } = draftLists({
      entities: change.kind === 'ENTITY' ? [entityInput(change)] : [],
      claims: change.kind === 'CLAIM' ? [withEvidence(claimInput(change.claim))] : [],
      observations: change.kind === 'OBSERVATION' ? [withEvidence(change.observation)] : [],
    });
    const problems: Problem[] = [];
    requestedEntities(entities, new Map(), problems);
    const known: Known = {
      entities: { has: (id) => id === document || isEntity(id), get: () => undefined },
      observations: new Set(observations.map(({ item }) => item.id)),
    };
    problems.push(...claims.flatMap((claim) => checkClaim(claim, known)));
    problems.push(...observations.flatMap((observation) => checkObservation(observation, known)));
    return problems.length === 0;
  } catch (error) {
    if (error instanceof InvalidInput) return false;
    throw error;
  }
}

const entityInput = ({ entity: { id, names, properties = [] } }: Extract<ProposedChange, { readonly kind: 'ENTITY' }>) => ({
  id,
  names,
  properties,
});

const claimInput = ({ value, qualifiers, ...claim }: ProposedClaim) => ({
  ...claim,
  value: value ?? null,
  qualifiers: qualifiers ?? null,
});

/** A type that texts name, with properties that entities of it have. */
function isOfLabel({ label, properties = [] }: ProposedEntity): boolean {
  if (!proposedLabels.includes(label)) return false;
  const names = new Set(unclaimedProperties(label).map(([name]) => name));
  return properties.every(({ name }) => names.has(name));
}
