/** Merges and splits of entities, written out: claims that take the place of others, since a claim never changes. */
import { labelOf } from '../graph/model.js';
import { fragment, nameOf, query } from '../graph/query.js';
import type { Transaction } from '../graph/port.js';
import { observationRecordOf } from '../graph/record-reader.js';
import type { EntityRecord, Name, ObservationRecord } from '../graph/records.js';
import type { Properties } from '../graph/rows.js';
import type { ClaimDraft } from './claims.js';
import type { Draft, EntityDraft } from './draft.js';
import { observationId } from './ids.js';
import type { Located, Problem } from './problem.js';
import { storedEntities, wholeClaims, type WholeClaim } from './stored.js';

type Ids = { readonly ids: readonly string[] };
const claimsTouching = query<Ids, { claim: string }, 'label' | 'types'>('claim/touching');
const observationsTouching = query<Ids, { observation: Properties }>('observation/touching');

/** The id that an id is to be replaced by; itself where it stays. */
type Renamed = (id: string) => string;

/** The draft with all that its merges and splits bring about: nothing is said of a merged entity any more, and the same of the other. */
export async function writtenOut(transaction: Transaction, draft: Draft, problems: Problem[]): Promise<Draft> {
  const { merges = [], splits = [] } = draft;
  if (merges.length === 0 && splits.length === 0) return draft;
  const stored = await storedEntities(
    transaction,
    [...merges, ...splits].flatMap(({ item }) => [item.entity, item.into]),
  );
  for (const { item, problem } of [...merges, ...splits]) {
    if (!stored.has(item.entity)) problems.push(problem(['entity'], `names an entity that is not there: "${item.entity}"`));
    if (labelOf(item.entity) !== labelOf(item.into)) problems.push(problem(['into'], 'must be of the same type'));
    if (item.entity === item.into) problems.push(problem(['into'], 'must be another entity'));
  }
  for (const { item, problem } of merges)
    if (!stored.has(item.into)) problems.push(problem(['into'], `names an entity that is not there: "${item.into}"`));
  const winners = new Map(merges.map(({ item }) => [item.entity, item.into]));
  const merged = await movedAll(transaction, [...winners.keys()], (id) => winners.get(id) ?? id);
  const split = await Promise.all(
    splits.map(async ({ item }) => {
      const claims = await wholeClaims(transaction, item.claims);
      return claims.map((claim) => moved(claim, (id) => (id === item.entity ? item.into : id)));
    }),
  );
  return {
    ...draft,
    entities: [...draft.entities, ...merges.flatMap(({ item }) => winner(stored.get(item.entity), stored.get(item.into)))],
    observations: [...draft.observations, ...merged.observations],
    ...withoutCircles([...draft.claims, ...merged.claims, ...split.flat()], draft.retractions),
  };
}

/** Everything that is joined to these entities, as it reads with other ids. */
async function movedAll(
  transaction: Transaction,
  ids: readonly string[],
  renamed: Renamed,
): Promise<Pick<Draft, 'claims' | 'observations'>> {
  const { run } = transaction;
  const ofEntities = await run(
    claimsTouching({ ids }, { label: nameOf('Entity'), types: fragment`SUBJECT|OBJECT|ATTRIBUTED_TO|EVIDENCED_BY` }),
  );
  const before = (await run(observationsTouching({ ids }))).map(({ observation }) => observationRecordOf(observation));
  const after = before.map((observation) => renamedObservation(observation, renamed));
  const newIds = new Map(before.map(({ id }, index) => [id, after[index]?.id ?? id]));
  const ofObservations = await run(
    claimsTouching({ ids: [...newIds.keys()] }, { label: nameOf('Observation'), types: fragment`SUBJECT` }),
  );
  const claims = await wholeClaims(transaction, [...new Set([...ofEntities, ...ofObservations].map(({ claim }) => claim))]);
  return {
    observations: after.map(located),
    claims: claims.map((claim) => moved(claim, (id) => newIds.get(id) ?? renamed(id))),
  };
}

function moved({ id, ...claim }: WholeClaim, renamed: Renamed): Located<ClaimDraft> {
  return located({
    ...claim,
    subject: renamed(claim.subject),
    object: claim.object === undefined ? undefined : renamed(claim.object),
    attributedTo: claim.attributedTo.map(renamed),
    evidence: claim.evidence.map((evidence) => ({ ...evidence, document: renamed(evidence.document) })),
    supersedes: [id],
  });
}

/** What would relate an entity to itself is only retracted. */
function withoutCircles(
  claims: readonly Located<ClaimDraft>[],
  retractions: Draft['retractions'],
): Pick<Draft, 'claims' | 'retractions'> {
  const circles = claims.filter(({ item }) => item.object === item.subject);
  return {
    claims: claims.filter(({ item }) => item.object !== item.subject),
    retractions: [...retractions, ...circles.flatMap(({ item }) => (item.supersedes ?? []).map((claim) => located({ claim })))],
  };
}

/** The entity that stays, with the names, codes and identifiers of the other. */
function winner(loser: EntityRecord | undefined, into: EntityRecord | undefined): Located<EntityDraft>[] {
  if (loser === undefined || into === undefined) return [];
  const known = new Set(into.names.map(({ value }) => value));
  const names = loser.names
    .filter(({ value }) => !known.has(value))
    .map((name): Name => (name.kind === 'PREFERRED' ? { ...name, kind: 'ALIAS' } : name));
  return [
    located({
      id: into.id,
      names: [...into.names, ...names],
      codes: joined(into.codes, loser.codes),
      identifiers: joined(into.identifiers, loser.identifiers),
    }),
  ];
}

const joined = <T extends object>(a: readonly T[], b: readonly T[]): T[] => [
  ...new Map([...a, ...b].map((item) => [JSON.stringify(item), item])).values(),
];

function renamedObservation(observation: ObservationRecord, renamed: Renamed): ObservationRecord {
  const { indicator, about, region, reportedBy } = observation;
  const next = {
    ...observation,
    indicator: renamed(indicator),
    about: about.map(renamed),
    region: region === undefined ? undefined : renamed(region),
    reportedBy: reportedBy === undefined ? undefined : renamed(reportedBy),
  };
  return { ...next, id: observationId(next) };
}

function located<T>(item: T): Located<T> {
  return { item, problem: (at, message) => ({ file: ['input.merges', ...at].join('.'), value: undefined, message }) };
}
