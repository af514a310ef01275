/** The proposals of a model, and of the rules' those that it is not asked for. */
import { claimLinks, linkedIds, observationLinks } from '../../model/model.js';
import { overlap } from '../../sentences.js';
import type { Proposal } from '../claims/proposal.js';
import { proposedPredicates } from './answer-schema.js';

/**
 * Claims and observations of the world are the model's alone, so that a reviewer does not decide twice; where a rule reads the same, the reason says it.
 * The document, its sources, what it mentions and the entities that are new in it are the rules', since they need no model.
 */
export function withRules(byModel: readonly Proposal[], byRules: readonly Proposal[], document: string): Proposal[] {
  const said = byRules.filter((each) => each.kind === 'CLAIM' && !proposedPredicates.includes(each.claim.predicate));
  const own = once(byModel).map((each) => confirmed(each, byRules));
  const named = new Set([document, ...[...said, ...own].flatMap(idsIn)]);
  const entities = byRules.filter((each) => each.kind === 'ENTITY' && named.has(each.entity.id));
  const found = new Set(entities.map(idOf));
  const isFound = (each: Proposal) => each.kind === 'ENTITY' && found.has(each.entity.id);
  const isEntity = ({ kind }: Proposal) => kind === 'ENTITY';
  const others = own.filter((each) => !isFound(each));
  return [...entities, ...others.filter(isEntity), ...said, ...others.filter((each) => !isEntity(each))];
}

const idOf = (each: Proposal): string => (each.kind === 'ENTITY' ? each.entity.id : each.id);

function idsIn(each: Proposal): readonly string[] {
  if (each.kind === 'ENTITY') return [];
  if (each.kind === 'CLAIM') return claimLinks.flatMap((link) => linkedIds(each.claim, link));
  return [...observationLinks.flatMap((link) => linkedIds(each.observation, link)), ...(each.observation.attributedTo ?? [])];
}

/** Of proposals of the same, and of a new entity, the first. */
function once(proposals: readonly Proposal[]): Proposal[] {
  return [...new Map(proposals.toReversed().map((each) => [idOf(each), each])).values()].toReversed();
}

function confirmed(each: Proposal, byRules: readonly Proposal[]): Proposal {
  const same = byRules.find((other) => saysTheSame(each, other));
  if (same === undefined) return each;
  return {
    ...each,
    confidence: Math.max(each.confidence, same.confidence),
    why: `${each.why} The rule ${same.rule} reads the same.`,
  };
}

function saysTheSame(one: Proposal, other: Proposal): boolean {
  const [here, there] = [identityOf(one), identityOf(other)];
  return here !== undefined && here === there && one.passages.some((a) => other.passages.some((b) => overlap(a, b)));
}

/** Sentences of one's own are never the same. */
function identityOf(each: Proposal): string | undefined {
  if (each.kind === 'OBSERVATION') {
    const { indicator, value, unit, period } = each.observation;
    return JSON.stringify([indicator, value, unit, period]);
  }
  if (each.kind === 'ENTITY' || (each.claim.object === undefined && each.claim.value === undefined)) return undefined;
  const { subject, predicate, object, value } = each.claim;
  return JSON.stringify([subject, predicate, object ?? value]);
}
