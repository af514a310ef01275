/** Whether what the store holds is what its claims say. */
import { propertiesOf, relationsOf } from './derive.js';
import { groupBy } from '../group-by.js';
import { labels, relations as relationModels, relationTypes, type RelationModel, type RelationType } from '../../model/model.js';
import type { Graph } from '../port.js';
import { cypher, nameOf, query } from '../query.js';
import {
  allRelations,
  rangesOf,
  readBegins,
  readLiveClaims,
  type IdRange,
  type StoredRelationRow,
} from '../stored/record-reader.js';
import type { ClaimRecord, RelationRecord } from '../stored/record-types.js';
import { claimedProperties, ownLabel, storedProperties, storedRelation } from '../stored/storage.js';

/** One thing in the store that is not as the claims say. */
export interface Difference {
  readonly kind:
    | 'MISSING_RELATION'
    | 'SURPLUS_RELATION'
    | 'DIFFERENT_RELATION'
    | 'FORBIDDEN_ENDS'
    | 'DIFFERENT_PROPERTY'
    | 'INCOMPLETE_CLAIM'
    | 'CLAIM_ASTRAY';
  /** One sentence, with the ids. */
  readonly message: string;
}

export interface CheckReport {
  /** Live ones. */
  readonly claims: number;
  readonly relations: number;
  readonly differences: readonly Difference[];
}

type Properties = Readonly<Record<string, unknown>>;
type StoredRelation = StoredRelationRow & { readonly type: RelationType };

const allEntities = query<IdRange, { node: Properties & { readonly id: string } }, 'label'>('entity/all');
const claimsWithout = query<Record<string, never>, { claim: string }, 'type' | 'applies'>('claim/without');
const claimsAstray = query<Record<string, never>, { claim: string; joined: string }, 'type' | 'property'>('claim/astray');

/** How many claims are held against the store at a time, so that memory does not grow with the graph. */
const usualClaimsTogether = 100_000;

/** Derives relations and claimed properties from the live claims again and lists where the store differs. Changes nothing. */
export async function checkGraph(graph: Graph, claimsTogether = usualClaimsTogether): Promise<CheckReport> {
  const differences = await brokenClaims(graph);
  let [claims, relations] = [0, 0];
  for (const range of await rangesOf(graph, claimsTogether)) {
    const found = await checkRange(graph, range);
    claims += found.claims;
    relations += found.relations;
    differences.push(...found.differences);
  }
  return { claims, relations, differences };
}

/** Relations and properties rest on claims of the same subject, and on when the other end began, so each range can be checked alone. */
async function checkRange(graph: Graph, range: IdRange): Promise<CheckReport> {
  const claims = await readLiveClaims(graph, range);
  const stored = await storedRelations(graph, range);
  const differences = [
    ...relationDifferences(relationsOf([...claims, ...(await outerBegins(graph, claims))]), stored),
    ...stored.flatMap(forbiddenEnds),
    ...(await propertyDifferences(graph, claims, range)),
  ];
  return { claims: claims.length, relations: stored.length, differences };
}

/** When what the claims lead to began, where that is said of subjects outside of the range. */
async function outerBegins(graph: Graph, claims: readonly ClaimRecord[]): Promise<ClaimRecord[]> {
  const own = new Set(claims.map(({ subject }) => subject));
  const others = new Set(claims.map(({ object }) => object).filter((id) => id !== undefined && !own.has(id)));
  return readBegins(graph, others as ReadonlySet<string>);
}

async function storedRelations(graph: Graph, range: IdRange): Promise<StoredRelation[]> {
  const found: StoredRelation[] = [];
  for (const type of relationTypes)
    for (const row of await graph.read(allRelations(range, { type: nameOf(type) }))) found.push({ ...row, type });
  return found;
}

/** A relation's id is made of its ends, type, attributes and dates, so the same id should be the same relation. */
function relationDifferences(wanted: readonly RelationRecord[], stored: readonly StoredRelation[]): Difference[] {
  const storedById = groupBy(stored, ({ relation }) => relation['id']);
  const wantedIds = new Set<unknown>(wanted.map(({ id }) => id));
  const surplus = [...storedById].flatMap(([id, copies]) => (wantedIds.has(id) ? copies.slice(1) : copies));
  return [
    ...surplus.map((relation) =>
      difference(
        'SURPLUS_RELATION',
        `${shown(relation)} is in the graph, but no live claim asserts it${wantedIds.has(relation.relation['id']) ? ' twice' : ''}.`,
      ),
    ),
    ...wanted.flatMap((relation) => relationDifference(relation, storedById.get(relation.id)?.[0])),
  ];
}

function relationDifference(wanted: RelationRecord, stored: StoredRelation | undefined): Difference[] {
  if (stored === undefined) {
    const claims = `${wanted.claimIds.join(', ')} assert${wanted.claimIds.length === 1 ? 's' : ''}`;
    return [difference('MISSING_RELATION', `${wanted.type} from ${wanted.from} to ${wanted.to} is missing, which ${claims}.`)];
  }
  const says = { type: wanted.type, source: wanted.from, target: wanted.to, ...storedRelation(wanted) };
  const { knownFrom: _, ...held } = stored.relation;
  const has = { type: stored.type, source: stored.source, target: stored.target, ...held };
  return compared(says, has).map((what) => difference('DIFFERENT_RELATION', `${shown(stored)} has ${what}.`));
}

function forbiddenEnds(relation: StoredRelation): Difference[] {
  const { from, to, sameLabel }: RelationModel = relationModels[relation.type];
  const [source, target] = [ownLabel(relation.sourceLabels), ownLabel(relation.targetLabels)];
  if (from.includes(source) && to.includes(target) && (sameLabel !== true || source === target)) return [];
  return [difference('FORBIDDEN_ENDS', `${shown(relation)} joins ${source} to ${target}, which the model forbids.`)];
}

async function propertyDifferences(graph: Graph, claims: readonly ClaimRecord[], range: IdRange): Promise<Difference[]> {
  const bySubject = groupBy(claims, ({ subject }) => subject);
  const found: Difference[] = [];
  for (const label of labels) {
    const claimed = claimedProperties(label);
    if (claimed.length === 0) continue;
    for (const { node } of await graph.read(allEntities(range, { label: nameOf(label) }))) {
      const has = Object.fromEntries(
        claimed.filter((property) => node[property] != null).map((property) => [property, node[property]]),
      );
      const says = storedProperties(label, propertiesOf(label, bySubject.get(node.id) ?? []));
      found.push(...compared(says, has).map((what) => difference('DIFFERENT_PROPERTY', `${node.id} has ${what}.`)));
    }
  }
  return found;
}

const always = cypher`true`;

/** What every claim must be joined by, or those to which it applies. */
const claimEdges = [
  { type: cypher`SUBJECT`, applies: always },
  { type: cypher`OBJECT`, applies: cypher`claim.object IS NOT NULL` },
  { type: cypher`EVIDENCED_BY`, applies: always },
  { type: cypher`RECORDED_IN`, applies: always },
];

/** The ids that a claim carries as properties, in addition to its relationships. */
const claimEnds = [
  { type: cypher`SUBJECT`, property: cypher`subject` },
  { type: cypher`OBJECT`, property: cypher`object` },
];

async function brokenClaims(graph: Graph): Promise<Difference[]> {
  const found: Difference[] = [];
  for (const slots of claimEdges) {
    const rows = await graph.read(claimsWithout({}, slots));
    found.push(...rows.map(({ claim }) => difference('INCOMPLETE_CLAIM', `${claim} has no ${slots.type}.`)));
  }
  for (const slots of claimEnds) {
    const rows = await graph.read(claimsAstray({}, slots));
    found.push(
      ...rows.map(({ claim, joined }) =>
        difference('CLAIM_ASTRAY', `${claim} has another ${slots.property} than its ${slots.type}, ${joined}.`),
      ),
    );
  }
  return found;
}

/** Where two sets of properties differ: "batch 2 where its claims say 1". */
function compared(says: Properties, has: Properties): string[] {
  const names = [...new Set([...Object.keys(says), ...Object.keys(has)])].sort();
  return names
    .filter((name) => JSON.stringify(says[name]) !== JSON.stringify(has[name]))
    .map((name) => `${name} ${text(has[name])} where its claims say ${text(says[name])}`);
}

const text = (value: unknown): string => (value == null ? 'none' : JSON.stringify(value));
const shown = ({ type, source, target }: StoredRelation): string => `${type} from ${source} to ${target}`;
const difference = (kind: Difference['kind'], message: string): Difference => ({ kind, message });
