/** A self-contained part of the graph: the selected entities, the claims among them, and their evidence. Only ids are in memory. */
import { mergedInto } from '../graph/merged.js';
import { observationLinks, qualifyingLinks, type Label, type RelationType } from '../model/model.js';
import type { Graph } from '../graph/port.js';
import { anyOf, edgesOf, cypher, nameOf, query, type CypherText, type Statement } from '../graph/query.js';
import { inPages, type ClaimIds, type Identified } from '../graph/stored/ids.js';
import { entitiesOf, type RecordIds } from './record-ids.js';

type Ids = { readonly ids: readonly string[] };
type StoredClaimRow = {
  readonly claim: Identified & Readonly<Record<'subject' | 'object' | 'repeats' | 'retractedAt', string | null>>;
};

const around = query<Ids, Identified, 'types'>('export/around');
const claimsOf = query<Ids, ClaimIds & { readonly object: string | null }, 'label'>('export/claims-of');
const observationsOf = query<Ids, Identified>('export/observations-of');
const redirectsOf = query<Ids, Identified>('export/redirects-of');
const named = query<Ids, Identified, 'from' | 'types' | 'to'>('export/named');
const storedClaims = query<Ids, StoredClaimRow>('claim/stored');
const storedObservations = query<Ids, { readonly node: Identified & { readonly retractedAt?: string | null } }>(
  'observation/by-id',
);
const storedEntities = query<Ids, { readonly node: Identified }>('entity/by-id');

/** What somebody chose. */
export interface Chosen {
  readonly entities: ReadonlySet<string>;
  readonly observations?: readonly string[];
  readonly claims?: readonly ClaimIds[];
}

/** All entities of these types. */
export async function ofTypes(graph: Graph, types: readonly Label[]): Promise<Chosen> {
  const entities = new Set<string>();
  for (const type of types) for await (const page of entitiesOf(graph, type)) addAll(entities, page);
  return { entities };
}

/** Every entity that at most `depth` relations of these types join to some, whichever way they lead, and whenever they held. */
export async function neighbourhoodOf(
  graph: Graph,
  { from, depth, types }: { readonly from: readonly string[]; readonly depth: number; readonly types: readonly RelationType[] },
): Promise<Chosen> {
  const entities = await present(graph, from);
  for (let [step, outermost] = [0, [...entities]]; step < depth && outermost.length > 0; step += 1) {
    const beyond = new Set<string>();
    for await (const page of answers(graph, outermost, (ids) => around({ ids }, { types: anyOf(types) }))) addAll(beyond, page);
    outermost = [...beyond].filter((id) => !entities.has(id));
    for (const id of outermost) entities.add(id);
  }
  return { entities };
}

/** What the record has of these ids of entities, observations and claims; a claim brings its ends along. */
export async function withIds(graph: Graph, ids: Iterable<string>): Promise<Chosen> {
  const [all, observations, claims]: [string[], string[], ClaimIds[]] = [[...ids], [], []];
  const ends = new Set(all);
  for await (const page of answers(graph, all, (some) => storedClaims({ ids: some })))
    for (const { claim } of page) {
      if (claim.retractedAt != null) continue;
      claims.push({ id: claim.repeats ?? claim.id, stored: claim.id });
      for (const end of [claim.subject, claim.object]) if (end != null) ends.add(end);
    }
  for await (const page of answers(graph, [...ends], (some) => storedObservations({ ids: some })))
    observations.push(...page.filter(({ node }) => node.retractedAt == null).map(({ node }) => node.id));
  return { entities: await present(graph, [...ends]), observations, claims };
}

/**
 * What was chosen, with the observations of it, all live claims among it, and every entity that those name (documents, sources, indicators, regions):
 * what is written names nothing that is not written. Of an entity that is only named, no claims are written.
 */
export async function subgraphOf(graph: Graph, chosen: Chosen): Promise<RecordIds> {
  const { entities } = chosen;
  const observations = new Set(chosen.observations);
  for await (const page of answers(graph, [...entities], (ids) => observationsOf({ ids }))) addAll(observations, page);
  const claims = await claimsAmong(graph, chosen, observations);
  const all = new Set(entities);
  const stored = claims.map((claim) => claim.stored);
  for await (const page of answers(graph, stored, (ids) => named({ ids }, ofClaims))) addAll(all, page);
  for await (const page of answers(graph, [...observations], (ids) => named({ ids }, ofObservations))) addAll(all, page);
  return {
    entities: () => paged(sorted([...all].map((id) => ({ id })))),
    redirects: async function* () {
      const redirects = new Set<string>();
      for await (const page of answers(graph, [...all], (ids) => redirectsOf({ ids }))) addAll(redirects, page);
      yield* inPages(sorted([...redirects].map((id) => ({ id }))));
    },
    observations: () => paged(sorted([...observations].map((id) => ({ id })))),
    claims: () => paged(claims),
    changesets: async function* () {
      const changesets = new Set<string>();
      for await (const page of answers(graph, stored, (ids) => named({ ids }, changesetsOf))) addAll(changesets, page);
      yield* inPages(sorted([...changesets].map((id) => ({ id }))));
    },
    isRelated: (id) => entities.has(id),
  };
}

const ofClaims = {
  from: nameOf('Claim'),
  types: cypher`EVIDENCED_BY|${edgesOf(qualifyingLinks)}`,
  to: nameOf('Entity'),
};
const changesetsOf = { from: nameOf('Claim'), types: cypher`RECORDED_IN`, to: nameOf('Changeset') };
const ofObservations = { from: nameOf('Observation'), types: edgesOf(observationLinks), to: nameOf('Entity') };

/** The live claims whose subject is chosen and whose object, if they have one, is too, and those of the observations. */
async function claimsAmong(
  graph: Graph,
  { entities, claims = [] }: Chosen,
  observations: ReadonlySet<string>,
): Promise<ClaimIds[]> {
  const found = new Map(claims.map((claim) => [claim.stored, claim]));
  const subjects: readonly (readonly [Iterable<string>, CypherText])[] = [
    [entities, nameOf('Entity')],
    [observations, nameOf('Observation')],
  ];
  for (const [ids, label] of subjects)
    for await (const page of answers(graph, [...ids], (some) => claimsOf({ ids: some }, { label })))
      for (const { id, stored, object } of page) if (object == null || entities.has(object)) found.set(stored, { id, stored });
  return sorted([...found.values()]);
}

/** Those of these ids that entities have, or lead to since they were merged. */
async function present(graph: Graph, ids: readonly string[]): Promise<Set<string>> {
  const found = new Set((await mergedInto((statement) => graph.read(statement), ids)).values());
  for await (const page of answers(graph, ids, (some) => storedEntities({ ids: some })))
    addAll(
      found,
      page.map(({ node }) => node),
    );
  return found;
}

/** What a statement answers for these ids, a page of them at a time. */
async function* answers<Row>(
  graph: Graph,
  ids: readonly string[],
  statement: (ids: readonly string[]) => Statement<Row>,
): AsyncGenerator<readonly Row[]> {
  for (const page of inPages(ids)) yield await graph.read(statement(page));
}

async function* paged<T>(items: readonly T[]): AsyncGenerator<readonly T[]> {
  yield* inPages(items);
}

function addAll(ids: Set<string>, items: readonly Identified[]): void {
  for (const { id } of items) ids.add(id);
}

const sorted = <T extends Identified>(items: T[]): T[] => items.sort((a, b) => (a.id < b.id ? -1 : 1));
