/** Which claims must be read again when others are added or retracted: those of the same facts, and those whose relations depend on them. */
import { beginPredicates, labelOf, relations, type Label } from '../model/model.js';
import type { Transaction } from '../graph/port.js';
import { dayOf } from '../graph/stored/record-reader.js';
import type { ClaimRecord, EntityRecord } from '../graph/stored/record-types.js';
import { liveClaims, liveClaimsInto } from './stored.js';

type Fact = Pick<ClaimRecord, 'subject' | 'predicate' | 'object'>;
type Entities = ReadonlyMap<string, EntityRecord>;

export interface Affected {
  /** The claims that are live once the change has landed, as far as they matter. */
  readonly live: readonly ClaimRecord[];
  /** The relation claims whose relations may change. */
  readonly relations: readonly ClaimRecord[];
  /** What these relations are derived from. */
  readonly derivedFrom: readonly ClaimRecord[];
}

export interface Touched {
  readonly asserted: readonly ClaimRecord[];
  readonly retracted: readonly ClaimRecord[];
  /** The named entities, from the store and from the draft. */
  readonly stored: Entities;
  readonly drafted: Entities;
}

/** Reads what is affected by claims that come and go, and by documents whose day changes. */
export async function affectedBy(transaction: Transaction, { asserted, retracted, stored, drafted }: Touched): Promise<Affected> {
  const days = documentDays(stored, drafted);
  const gone = new Set(retracted.map(({ id }) => id));
  const touched = [...asserted, ...retracted];
  const begun = new Set(touched.filter(isBegin).map(({ subject }) => subject));
  const redated = [...drafted.values()].filter(({ id, properties }) => isRedated(properties, stored.get(id)?.properties));
  const into = await liveClaimsInto(
    transaction,
    'OBJECT',
    [...begun].filter((id) => stored.has(id)),
  );
  const resting = await liveClaimsInto(
    transaction,
    'EVIDENCED_BY',
    redated.map(({ id }) => id),
  );
  const seeds = [...touched, ...into, ...resting];
  const found = await liveClaims(transaction, facts(seeds, begun));
  const known = [...found, ...into, ...resting].filter(({ id }) => !gone.has(id));
  const begins = await liveClaims(
    transaction,
    beginsOfEnds([...known, ...asserted], (id) => drafted.has(id) && !stored.has(id)),
  );
  const live = distinct([...known, ...begins.filter(({ id }) => !gone.has(id)), ...asserted]).map((claim) => dated(claim, days));
  return { live, ...relationsAmong([...seeds, ...live], live, new Set(seeds.map(factOf)), begun) };
}

const isBegin = ({ subject, predicate }: ClaimRecord): boolean => beginPredicates(subject).includes(predicate);
const isRelation = ({ predicate }: Fact): boolean => Object.hasOwn(relations, predicate);
const factOf = ({ subject, predicate, object }: ClaimRecord): string => `${subject} ${predicate} ${object}`;
const distinct = (claims: readonly ClaimRecord[]) => [...new Map(claims.map((claim) => [claim.id, claim])).values()];

/** The facts of the claims, and every relation that leaves an entity whose beginning is touched. */
function* facts(seeds: readonly ClaimRecord[], begun: ReadonlySet<string>): Iterable<Fact> {
  for (const { subject, predicate, object } of seeds)
    yield { subject, predicate, ...(object !== undefined && Object.hasOwn(relations, predicate) ? { object } : {}) };
  for (const subject of begun) for (const predicate of relationsFrom(labelOf(subject) as Label)) yield { subject, predicate };
}

const relationsFrom = (label: Label): string[] =>
  Object.entries(relations)
    .filter(([, { from }]) => from.includes(label))
    .map(([type]) => type);

/** When the ends of relations began; what is new has nothing in the store. */
function* beginsOfEnds(claims: readonly ClaimRecord[], isNew: (id: string) => boolean): Iterable<Fact> {
  const ends = new Set(claims.filter(isRelation).flatMap(({ subject, object = '' }) => [subject, object]));
  for (const subject of ends) if (!isNew(subject)) for (const predicate of beginPredicates(subject)) yield { subject, predicate };
}

function relationsAmong(
  all: readonly ClaimRecord[],
  live: readonly ClaimRecord[],
  touched: ReadonlySet<string>,
  begun: ReadonlySet<string>,
): Pick<Affected, 'relations' | 'derivedFrom'> {
  const isAffected = (claim: ClaimRecord) =>
    isRelation(claim) && (touched.has(factOf(claim)) || begun.has(claim.subject) || begun.has(claim.object ?? ''));
  return {
    relations: all.filter(isAffected),
    derivedFrom: live.filter((claim) => isBegin(claim) || isAffected(claim)),
  };
}

/** The days of the documents that the draft names. */
function documentDays(stored: Entities, drafted: Entities): ReadonlyMap<string, string | undefined> {
  const documents = [...stored.values(), ...drafted.values()].filter(({ label }) => label === 'Document');
  return new Map(documents.map(({ id, properties }) => [id, dayOf(properties)]));
}

const isRedated = (now: EntityRecord['properties'], before: EntityRecord['properties'] | undefined): boolean =>
  before !== undefined && dayOf(now) !== dayOf(before);

/** A claim with the days of its documents, as they will be. */
function dated(claim: ClaimRecord, days: ReadonlyMap<string, string | undefined>): ClaimRecord {
  if (!isRelation(claim)) return claim;
  const evidence = claim.evidence.map((each) =>
    days.has(each.document) ? { ...each, statedOn: days.get(each.document) } : each,
  );
  return { ...claim, evidence };
}
