/** Merges and splits of entities, written out: claims that take the place of others, since a claim never changes. */
import { groupBy } from '../graph/group-by.js';
import { claimLinks, labelOf, observationLinks, withLinks } from '../model/model.js';
import { edgesOf, cypher, nameOf, query } from '../graph/query.js';
import type { Transaction } from '../graph/port.js';
import { observationRecordOf } from '../graph/stored/record-reader.js';
import type { EntityRecord, Name, ObservationRecord } from '../graph/stored/record-types.js';
import type { Properties } from '../graph/stored/rows.js';
import type { RequestedClaim } from './claims.js';
import type { ChangeRequest, RequestedEntity, Split } from './change-request.js';
import { observationId } from './ids.js';
import type { Located, Problem } from './problem.js';
import { storedEntities, wholeClaims, type WholeClaim } from './stored.js';

type Ids = { readonly ids: readonly string[] };
const claimsTouching = query<Ids, { claim: string }, 'label' | 'types'>('claim/touching');
const observationsTouching = query<Ids, { observation: Properties }, 'types'>('observation/touching');

const claimEdges = cypher`EVIDENCED_BY|${edgesOf(claimLinks)}`;

/** The id that an id is to be replaced by; itself where it stays. */
type Renamed = (id: string) => string;

/** The request with the claims and observations of its merged and split entities moved: claims of the other entity supersede them. */
export async function withMerges(transaction: Transaction, request: ChangeRequest, problems: Problem[]): Promise<ChangeRequest> {
  const { merges = [], splits = [] } = request;
  if (merges.length === 0 && splits.length === 0) return request;
  const named = [...merges, ...splits].flatMap(({ item }) => [item.entity, item.into]);
  const stored = await storedEntities(transaction, named);
  problems.push(...problemsOf(request, stored));
  const merged = await mergedRecords(transaction, request);
  const split = await Promise.all(splits.map((each) => splitClaims(transaction, each, problems)));
  return {
    ...request,
    entities: entitiesOf(request, stored),
    observations: [...request.observations, ...merged.observations],
    ...withoutSelfRelations([...request.claims, ...merged.claims, ...split.flat()], request.retractions),
  };
}

/** The records of merged entities, with the ids of those that they are merged into. */
function mergedRecords(
  transaction: Transaction,
  request: ChangeRequest,
): Promise<Pick<ChangeRequest, 'claims' | 'observations'>> {
  const targets = mergeTargets(request);
  const ended = new Set([
    ...request.retractions.map(({ item }) => item.claim),
    ...request.claims.flatMap(({ item }) => item.supersedes ?? []),
  ]);
  return movedAll(transaction, [...targets.keys()], ended, (id) => targets.get(id) ?? id);
}

async function splitClaims(
  transaction: Transaction,
  { item: { entity, into, claims }, problem }: Located<Split>,
  problems: Problem[],
): Promise<Located<RequestedClaim>[]> {
  const whole = await wholeClaims(transaction, claims);
  const known = new Set(whole.map(({ id }) => id));
  if (claims.length === 0) problems.push(problem(['claims'], 'must name one or more claims'));
  for (const [index, id] of claims.entries())
    if (!known.has(id)) problems.push(problem(['claims', index], `names an unknown claim: "${id}"`));
  return whole.map((claim) => moved(claim, (id) => (id === entity ? into : id)));
}

/** The entities that a request merges, each with the one that it is merged into. */
export const mergeTargets = ({ merges = [] }: Pick<ChangeRequest, 'merges'>): ReadonlyMap<string, string> =>
  new Map(merges.map(({ item }) => [item.entity, item.into]));

function problemsOf(request: ChangeRequest, stored: ReadonlyMap<string, EntityRecord>): Problem[] {
  const { merges = [], splits = [], entities } = request;
  const targets = mergeTargets(request);
  const found: Problem[] = [];
  const mustStay = (id: string, at: string, problem: Located<unknown>['problem']) => {
    if (targets.has(id)) found.push(problem([at], `is merged into "${targets.get(id)}" by this change: name that one`));
  };
  for (const { item, problem } of [...merges, ...splits]) {
    if (!stored.has(item.entity)) found.push(problem(['entity'], `names an unknown entity: "${item.entity}"`));
    if (labelOf(item.entity) !== labelOf(item.into)) found.push(problem(['into'], 'must be of the same type'));
    if (item.entity === item.into) found.push(problem(['into'], 'must be another entity'));
    else mustStay(item.into, 'into', problem);
  }
  const seen = new Set<string>();
  for (const { item, problem } of merges) {
    if (!stored.has(item.into)) found.push(problem(['into'], `names an unknown entity: "${item.into}"`));
    if (seen.has(item.entity)) found.push(problem(['entity'], 'is merged by this change already'));
    seen.add(item.entity);
  }
  for (const { item, problem } of splits) mustStay(item.entity, 'entity', problem);
  for (const { item, problem } of entities) mustStay(item.id, 'id', problem);
  return found;
}

/** Everything that is joined to these entities, but for claims that are gone, as it reads with other ids. */
async function movedAll(
  transaction: Transaction,
  ids: readonly string[],
  gone: ReadonlySet<string>,
  renamed: Renamed,
): Promise<Pick<ChangeRequest, 'claims' | 'observations'>> {
  const { run } = transaction;
  const ofEntities = await run(claimsTouching({ ids }, { label: nameOf('Entity'), types: claimEdges }));
  const before = (await run(observationsTouching({ ids }, { types: edgesOf(observationLinks) }))).map(({ observation }) =>
    observationRecordOf(observation),
  );
  const after = before.map((observation) => renamedObservation(observation, renamed));
  const newIds = new Map(before.map(({ id }, index) => [id, after[index]?.id ?? id]));
  const ofObservations = await run(
    claimsTouching({ ids: [...newIds.keys()] }, { label: nameOf('Observation'), types: cypher`SUBJECT` }),
  );
  const touching = new Set([...ofEntities, ...ofObservations].map(({ claim }) => claim));
  const whole = await wholeClaims(
    transaction,
    [...touching].filter((id) => !gone.has(id)),
  );
  const claims = whole.map((claim) => moved(claim, (id) => newIds.get(id) ?? renamed(id)));
  const stated = new Set(claims.map(({ item }) => item.subject));
  return { observations: after.filter(({ id }) => stated.has(id)).map(located), claims };
}

function moved({ id, ...claim }: WholeClaim, renamed: Renamed): Located<RequestedClaim> {
  return located({
    ...withLinks(claim, claimLinks, renamed),
    evidence: claim.evidence.map((evidence) => ({ ...evidence, document: renamed(evidence.document) })),
    supersedes: [id],
  });
}

/** What would relate an entity to itself is only retracted. */
function withoutSelfRelations(
  claims: readonly Located<RequestedClaim>[],
  retractions: ChangeRequest['retractions'],
): Pick<ChangeRequest, 'claims' | 'retractions'> {
  const loops = claims.filter(({ item }) => item.object === item.subject);
  return {
    claims: claims.filter(({ item }) => item.object !== item.subject),
    retractions: [...retractions, ...loops.flatMap(({ item }) => (item.supersedes ?? []).map((claim) => located({ claim })))],
  };
}

/** The entities of a request, and those that stay of its merges. What the request itself says of one of these goes before. */
function entitiesOf(
  { entities, merges = [] }: ChangeRequest,
  stored: ReadonlyMap<string, EntityRecord>,
): Located<RequestedEntity>[] {
  const given = new Map(entities.map((each) => [each.item.id, each]));
  const taken = new Set<Located<RequestedEntity>>();
  const stays = [...groupBy(merges, ({ item }) => item.into)].flatMap(([id, group]): Located<RequestedEntity>[] => {
    const into = stored.get(id);
    if (into === undefined) return [];
    const { names, codes, identifiers } = group.reduce((entity, { item }) => joinedWith(entity, stored.get(item.entity)), into);
    const own = given.get(id);
    if (own !== undefined) taken.add(own);
    return [{ item: { names, codes, identifiers, ...own?.item, id }, problem: (own ?? located(id)).problem }];
  });
  return [...entities.filter((each) => !taken.has(each)), ...stays]; // a second request of one is left to be refused
}

/** An entity with the names, codes and identifiers of another. */
function joinedWith(into: EntityRecord, loser: EntityRecord | undefined): EntityRecord {
  if (loser === undefined) return into;
  const known = new Set(into.names.map(({ value }) => value));
  const names = loser.names
    .filter(({ value }) => !known.has(value))
    .map((name): Name => (name.kind === 'PREFERRED' ? { ...name, kind: 'ALIAS' } : name));
  return {
    ...into,
    names: [...into.names, ...names],
    codes: joined(into.codes, loser.codes),
    identifiers: joined(into.identifiers, loser.identifiers),
  };
}

const joined = <T extends object>(a: readonly T[], b: readonly T[]): T[] => [
  ...new Map([...a, ...b].map((item) => [JSON.stringify(item), item])).values(),
];

function renamedObservation(observation: ObservationRecord, renamed: Renamed): ObservationRecord {
  const next = withLinks(observation, observationLinks, renamed);
  return { ...next, id: observationId(next) };
}

function located<T>(item: T): Located<T> {
  return { item, problem: (at, message) => ({ file: ['input.merges', ...at].join('.'), value: undefined, message }) };
}
