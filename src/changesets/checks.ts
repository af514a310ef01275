/** What only the whole import can tell: whether references lead somewhere, and claims say what the model allows. */
import { inOrder } from '../graph/inference/contradictions.js';
import { hint } from '../graph/search/meant.js';
import { cyclesOf } from './cycles.js';
import {
  claimedNames,
  isObservation,
  isRecordPredicate,
  labelOf,
  labels,
  linkedIds,
  observationLinks,
  propertiesOfId,
  qualifyingLinks,
  relationModel,
  relations,
  relationTypes,
  textPredicates,
  type Label,
  type Link,
  type PropertyModel,
  type RelationModel,
  type TextPredicate,
} from '../model/model.js';
import type { EntityRecord, ObservationRecord } from '../graph/stored/record-types.js';
import type { RequestedClaim } from './claims.js';
import type { Located, Problem } from './problem.js';
import { integerProblem } from './decimal.js';
import { formOf, textRules } from './text.js';

/** What a claim may speak of. */
export interface Known {
  readonly entities: {
    readonly has: (id: string) => boolean;
    readonly get: (id: string) => Pick<EntityRecord, 'properties'> | undefined;
  };
  readonly observations: { readonly has: (id: string) => boolean };
  /** Ids of entities that were merged into others, or are by what is checked, each with the one that stays. */
  readonly merged?: { readonly get: (id: string) => string | undefined };
}

/** What either knows, the first before the second. */
export function eitherKnown(first: Known, second: Known): Known {
  return {
    entities: {
      has: (id) => first.entities.has(id) || second.entities.has(id),
      get: (id) => first.entities.get(id) ?? second.entities.get(id),
    },
    observations: { has: (id) => first.observations.has(id) || second.observations.has(id) },
    merged: { get: (id) => first.merged?.get(id) ?? second.merged?.get(id) },
  };
}

export function checkClaim({ item, problem }: Located<RequestedClaim>, known: Known): Problem[] {
  const found: Problem[] = [];
  const reject = (at: readonly (string | number)[], message: string) => found.push(problem(at, message));
  if (!known.observations.has(item.subject)) mustExist(item.subject, ['subject'], known, reject);
  checkLinks(item, qualifyingLinks, known, reject);
  for (const [index, evidence] of item.evidence.entries()) checkEvidence(evidence, ['evidence', index], known, reject);
  checkSupports(item, reject);
  checkValidity(item, reject);
  const relation = relationModel(item.predicate);
  if (relation !== undefined) checkRelation(item, relation, known, reject);
  else if (isPredicate(item)) checkValue(item, reject);
  else reject(['predicate'], unknownPredicate(item));
  return found;
}

function checkLinks(record: object, links: readonly Link[], known: Known, reject: Reject): void {
  for (const link of links)
    for (const [index, id] of linkedIds(record, link).entries())
      mustExist(id, link.many ? [link.field, index] : [link.field], known, reject, link.to);
}

export function checkObservation({ item, problem }: Located<ObservationRecord>, known: Known): Problem[] {
  const found: Problem[] = [];
  const reject = (at: readonly (string | number)[], message: string) => found.push(problem(at, message));
  checkLinks(item, observationLinks, known, reject);
  checkMeasure(item, reject);
  return found;
}

/** An observation gives a value with its unit, or a rank, or both. */
function checkMeasure({ value, unit, rank, rankedIn }: ObservationRecord, reject: Reject): void {
  if (value !== undefined && unit === undefined) reject(['unit'], 'is missing: a value has a unit, such as CNY or "{car}"');
  if (rankedIn !== undefined && rank === undefined) reject(['rankedIn'], 'is not allowed: the observation has no rank');
}

type Reject = (at: readonly (string | number)[], message: string) => void;

function mustExist(
  id: string,
  at: readonly (string | number)[],
  { entities, merged }: Known,
  reject: Reject,
  allowed?: readonly Label[],
): void {
  const [label, into] = [labelOf(id), merged?.get(id)];
  if (into !== undefined) reject(at, `names "${id}", which is merged into "${into}": name that one`);
  else if (!entities.has(id)) reject(at, `names an unknown entity: "${id}"`);
  else if (allowed !== undefined && label !== undefined && !allowed.includes(label))
    reject(at, `must be a ${allowed.join(' or ')}, and "${id}" is not`);
}

function checkEvidence(
  { document, locator }: RequestedClaim['evidence'][number],
  at: readonly (string | number)[],
  known: Known,
  reject: Reject,
): void {
  mustExist(document, [...at, 'document'], known, reject, ['Document']);
  if (locator === undefined) return;
  const { rangeStart = 0, rangeEnd = Infinity } = (known.entities.get(document)?.properties ?? {}) as {
    rangeStart?: number;
    rangeEnd?: number;
  };
  if (locator.start >= locator.end) reject([...at, 'end'], 'must be greater than start');
  if (locator.start < rangeStart || locator.end > rangeEnd)
    reject([...at, 'start'], `must lie in the document's own range, ${rangeStart} to ${rangeEnd}`);
}

/** An observation's dates are its period, which its claim does not carry. */
function checkSupports({ subject, from, until, evidence }: RequestedClaim, reject: Reject): void {
  if (evidence.every(({ supports }) => supports === 'DATES'))
    reject(['evidence'], 'must have evidence of what the claim says, not only of its dates');
  if (from !== undefined || until !== undefined || isObservation(subject)) return;
  const index = evidence.findIndex(({ supports }) => supports === 'DATES');
  if (index >= 0) reject(['evidence', index, 'supports'], 'is not allowed: the claim has neither from nor until');
}

/** What ends before it begins holds on no day. */
function checkValidity({ from, until }: RequestedClaim, reject: Reject): void {
  if (from !== undefined && until !== undefined && !inOrder(from, until))
    reject(['until'], `must not be before "from", which is ${from}`);
}

function checkRelation(claim: RequestedClaim, relation: RelationModel, known: Known, reject: Reject): void {
  if (claim.object === undefined) return reject(['object'], `must have an object: ${claim.predicate} joins two entities`);
  if (claim.value !== undefined)
    reject(['value'], `is not allowed: ${claim.predicate} connects two entities, so give the other one as object`);
  if (!relation.from.includes(labelOf(claim.subject) as Label))
    reject(['subject'], `must be a ${relation.from.join(' or ')} for ${claim.predicate}`);
  mustExist(claim.object, ['object'], known, reject, relation.to);
  if (relation.sameLabel === true && labelOf(claim.subject) !== labelOf(claim.object))
    reject(['object'], `must be of the same type as the subject for ${claim.predicate}`);
  for (const [key, value] of Object.entries(claim.attributes)) {
    const property = relation.attributes[key];
    const wanted =
      property === undefined
        ? `is for "${key}", an unknown attribute of ${claim.predicate}; it has ${Object.keys(relation.attributes).join(', ') || 'none'}${hint(key, Object.keys(relation.attributes))}`
        : wants(property, value);
    if (wanted !== undefined) reject(['attributes', key], wanted);
  }
}

function checkValue({ subject, predicate, object, value }: RequestedClaim, reject: Reject): void {
  if (object !== undefined) reject(['object'], `is not allowed: ${predicate} is not a relation, so it takes a value`);
  if (value === undefined) return reject(['value'], `must have a value: ${predicate} is not a relation`);
  if (isTextPredicate(predicate)) return checkTextSubject(subject, predicate, reject);
  if (isRecordPredicate(predicate) || isObservation(subject)) return;
  const property = propertiesOfId(subject)[predicate];
  if (property?.claimed !== true) return reject(['predicate'], `is not known; it must be ${predicatesOf(subject).join(', ')}`);
  const wanted = wants(property, value);
  if (wanted !== undefined) reject(['value'], wanted);
}

const properties = new Set(labels.flatMap(claimedNames));
const isPredicate = ({ subject, predicate }: RequestedClaim): boolean =>
  isTextPredicate(predicate) || isRecordPredicate(predicate) || isObservation(subject) || properties.has(predicate);

const unknownPredicate = ({ subject, predicate }: RequestedClaim): string =>
  `is not known; it must be ${predicatesOf(subject).join(', ')}${hint(predicate, [...relationTypes, ...Object.keys(textPredicates), ...properties])}`;

const isTextPredicate = (predicate: string): predicate is keyof typeof textPredicates => Object.hasOwn(textPredicates, predicate);

function checkTextSubject(subject: string, predicate: keyof typeof textPredicates, reject: Reject): void {
  const { subjects }: TextPredicate = textPredicates[predicate];
  if (subjects !== undefined && !subjects.includes(labelOf(subject) as Label))
    reject(['subject'], `must be a ${subjects.join(' or ')} for ${predicate}`);
}

function predicatesOf(subject: string): string[] {
  const label = labelOf(subject);
  return [...(label === undefined ? [] : claimedNames(label)), ...Object.keys(textPredicates), 'or a relation of docs/model.md'];
}

function wants(property: PropertyModel, value: string | number): string | undefined {
  const { type, values } = property;
  if (type === 'integer') return integerProblem(value);
  if (type === 'number') return typeof value === 'number' ? undefined : 'must be a number';
  if (typeof value === 'number') return 'must be text: put it in quotes';
  if (type === 'enum')
    return Object.keys(values ?? {}).includes(value)
      ? undefined
      : `must be one of ${Object.keys(values ?? {}).join(', ')}${hint(value, Object.keys(values ?? {}))}`;
  return textRules[type === 'date' ? 'edtf' : formOf(property)](value);
}

type Step = Pick<RequestedClaim, 'subject' | 'predicate' | 'object'>;

/** Relations that would create a cycle where none is allowed; `stored` are the relations of the graph that continue them. */
export function checkCycles(claims: readonly Located<RequestedClaim>[], stored: readonly Step[] = []): Problem[] {
  const acyclic = Object.entries(relations)
    .filter(([, { acyclic }]) => acyclic)
    .map(([type]) => type);
  return acyclic.flatMap((type) => {
    const edges = claims.filter(({ item }) => item.predicate === type);
    const steps = [...edges.map(({ item }) => item), ...stored.filter(({ predicate }) => predicate === type)];
    const isInCycle = cyclesOf(steps.map(({ subject, object = '' }) => ({ subject, object })));
    return edges
      .filter(({ item: { subject, object = '' } }) => isInCycle({ subject, object }))
      .map(({ problem }) => problem(['object'], `would create a ${type} cycle`));
  });
}
