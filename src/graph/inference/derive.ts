/**
 * What follows from claims: relations, and the properties of entities that rest on claims.
 * Claims are the record; this is the fast view of it, which can be made again at any time.
 */
import { hash } from 'node:crypto';
import { holdingDays } from '../time/certainty.js';
import { cachedDate, type FuzzyDate } from '../time/dates.js';
import { beginPredicates, isClaimed, relations, type Label, type RelationType } from '../../model/model.js';
import { groupBy } from '../group-by.js';
import type { ClaimRecord, RelationRecord } from '../stored/record-types.js';

/**
 * The relations that live claims assert. Claims of the same two ends, type and attributes make one relation;
 * a claim without dates joins the dated one when there is just one, and claims of different dates stay apart: somebody may hold an office twice.
 * What a policy does began when it was announced, where no claim says when: an act does nothing before.
 * No relation of a policy, program or event holds before that can have begun: `claims` must give when both ends of each relation did, where any do.
 */
export function relationsOf(claims: Iterable<ClaimRecord>): RelationRecord[] {
  const all = [...claims];
  const [announced, begun] = [announcements(all), firstDays(all)];
  const asserting = all.filter(({ predicate }) => predicate in relations);
  const byFact = groupBy(asserting, ({ subject, predicate, object, attributes }) =>
    key([subject, predicate, object, ...sorted(attributes)]),
  );
  return [...byFact.values()].flatMap((fact) => byValidity(withBegin(fact, announced))).map((fact) => relationOf(fact, begun));
}

/** The first day on which each entity can have begun, by all claims of the date that counts first. */
function firstDays(claims: readonly ClaimRecord[]): ReadonlyMap<string, string> {
  const begins = claims.filter(({ subject, predicate }) => beginPredicates(subject).includes(predicate));
  const days = [...groupBy(begins, ({ subject }) => subject)].map(([id, group]) => {
    const counts = beginPredicates(id).find((predicate) => group.some((claim) => claim.predicate === predicate));
    const dates = group.filter(({ predicate }) => predicate === counts).map(({ value }) => cachedDate(String(value)).earliest);
    return [id, dates.includes(undefined) ? undefined : (dates as string[]).sort()[0]] as const;
  });
  return new Map(days.filter((day): day is readonly [string, string] => day[1] !== undefined));
}

/** The day of each policy for which claims give one. */
function announcements(claims: readonly ClaimRecord[]): ReadonlyMap<string, string> {
  const said = groupBy(
    claims.filter(({ predicate }) => predicate === 'announcedOn'),
    ({ subject }) => subject,
  );
  return new Map([...said].map(([policy, group]) => [policy, propertiesOf('Policy', group)['announcedOn'] as string]));
}

function withBegin(fact: readonly ClaimRecord[], announced: ReadonlyMap<string, string>): readonly ClaimRecord[] {
  const isDated = fact.some(({ from, until }) => from !== undefined || until !== undefined);
  return isDated ? fact : fact.map((claim) => ({ ...claim, from: announced.get(claim.subject) }));
}

function byValidity(claims: readonly ClaimRecord[]): ClaimRecord[][] {
  const groups = groupBy(claims, ({ from, until }) => key([from, until]));
  const undated = key([undefined, undefined]);
  if (groups.size !== 2 || !groups.has(undated)) return [...groups.values()];
  const [dated] = [...groups].filter(([validity]) => validity !== undated).map(([, group]) => group);
  return [[...(dated ?? []), ...(groups.get(undated) ?? [])]];
}

function relationOf(claims: readonly ClaimRecord[], begun: ReadonlyMap<string, string>): RelationRecord {
  const { subject, predicate, object = '', attributes, from, until } = claims[0] as ClaimRecord;
  const claimIds = claims.map(({ id }) => id).sort();
  const id = hash('sha256', key([subject, predicate, object, ...sorted(attributes), from, until])).slice(0, 16);
  return {
    id: `relation:${id}`,
    type: predicate as RelationType,
    from: subject,
    to: object,
    attributes,
    validFrom: from,
    validUntil: until,
    days: holdingDays({ from: dateOf(from), until: dateOf(until) }, statementsOf(claims), latestOf(subject, object, begun)),
    claimIds,
  };
}

const dateOf = (text: string | undefined) => (text === undefined ? undefined : cachedDate(text));

/** The days of the documents that say what claims say; one that only dates them does not. */
const statementsOf = (claims: readonly ClaimRecord[]): FuzzyDate[] =>
  claims
    .flatMap(({ evidence }) => evidence.filter(({ supports }) => supports !== 'DATES').map(({ statedOn }) => dateOf(statedOn)))
    .filter((date) => date !== undefined);

/** The day before which neither end can have begun. */
function latestOf(subject: string, object: string, begun: ReadonlyMap<string, string>): string | undefined {
  const days = [begun.get(subject), begun.get(object)].filter((day) => day !== undefined);
  return days.sort().at(-1);
}

/** A claim as far as it can give a property. */
export type ValueClaim = Pick<ClaimRecord, 'id' | 'predicate' | 'value'> & { readonly evidence: readonly unknown[] };

/**
 * The claimed properties of one entity. Where live claims differ, the one with more evidence is taken, then the one with the smaller id;
 * the others stay claims, and contradict it.
 */
export function propertiesOf(label: Label, claims: readonly ValueClaim[]): Record<string, string | number> {
  const said = claims.filter(({ predicate, value }) => isClaimed(label, predicate) && value !== undefined);
  const best = [...groupBy(said, ({ predicate }) => predicate)].map(
    ([property, group]) => [property, group.sort(byWeight)[0]?.value] as const,
  );
  return Object.fromEntries(best) as Record<string, string | number>;
}

/** What must change so that the stored relations become the wanted ones. One whose claims changed is taken away and made again. */
export function relationChanges(
  wanted: readonly RelationRecord[],
  stored: readonly RelationRecord[],
): { readonly addedRelations: readonly RelationRecord[]; readonly removedRelations: readonly RelationRecord[] } {
  if (stored.length === 0) return { addedRelations: wanted, removedRelations: [] };
  const signature = relationSignature;
  const wantedNow = new Set(wanted.map(signature));
  const storedNow = new Set(stored.map(signature));
  return {
    addedRelations: wanted.filter((relation) => !storedNow.has(signature(relation))),
    removedRelations: stored.filter((relation) => !wantedNow.has(signature(relation))),
  };
}

/** What distinguishes relations of the same id: they are written again when it changes. */
export const relationSignature = ({ id, claimIds, days }: RelationRecord): string =>
  JSON.stringify([
    id,
    claimIds,
    days.firstStatedOn,
    days.lastStatedOn,
    days.possibleFrom,
    days.presumedFrom,
    days.certainUntil,
    days.certainOn,
  ]);

function byWeight(a: ValueClaim, b: ValueClaim): number {
  return b.evidence.length - a.evidence.length || (a.id < b.id ? -1 : 1);
}

const sorted = (attributes: Readonly<Record<string, unknown>>) =>
  Object.entries(attributes)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flat();
const key = (parts: readonly unknown[]) => JSON.stringify(parts.map((part) => part ?? null));
