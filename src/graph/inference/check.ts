/** Whether what the store holds is what its claims say. */
import { pagesOf } from './check-pages.js';
import { countDifferences, differingAmong, markDifferences } from './check-kept.js';
import { propertiesOf, relationsOf } from './derive.js';
import { groupBy } from '../group-by.js';
import { labels, relations as relationModels, relationTypes, type RelationModel, type RelationType } from '../../model/model.js';
import type { Graph } from '../port.js';
import { mapOf } from '../plan/reads.js';
import { anyOf, cypher, nameOf, query } from '../query.js';
import { claimRecordOf, readBegins, type DocumentRow, type StoredRelationRow } from '../stored/record-reader.js';
import type { NodeRow } from '../stored/rows.js';
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
    | 'CLAIM_ASTRAY'
    | 'DIFFERENT_MARK'
    | 'DIFFERENT_COUNT';
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
type Ids = { readonly ids: readonly string[] };
interface LiveClaimRow {
  /** What was asked for: the subject, or the claim itself. */
  readonly found: string;
  readonly claim: Properties;
  readonly documents: readonly DocumentRow[];
}

const claimsOf = query<Ids, LiveClaimRow, 'start'>('claim/live-of');
const relationsFrom = query<Ids, StoredRelation, 'label' | 'types'>('relation/from');
const claimedById = query<Ids, NodeRow, 'item'>('entity/claimed');
const claimsWithout = query<Record<string, never>, { claim: string }, 'type' | 'applies'>('claim/without');
const claimsAstray = query<Record<string, never>, { claim: string; joined: string }, 'type' | 'property'>('claim/astray');

/** What claims can be about, or relations lead from, even where they must not. */
const subjectLabels = ['Entity', 'Observation', 'Merged'] as const;
type SubjectLabel = (typeof subjectLabels)[number];

export interface CheckOptions {
  /** How many subjects are held against the store at a time; fewer where many claims are about them. */
  readonly together?: number;
  readonly progress?: (subjects: number) => void;
}

/** Derives relations and claimed properties from the live claims again and lists where the store differs. Changes nothing. */
export async function checkGraph(
  graph: Graph,
  { together = 1_000, progress = () => undefined }: CheckOptions = {},
): Promise<CheckReport> {
  const { differences, misplaced } = await brokenClaims(graph);
  const differing = new Set<string>();
  let [claims, relations, subjects] = [0, 0, 0];
  for (const label of subjectLabels)
    for await (const page of pagesOf(graph, label, together)) {
      const found = await checkSubjects(graph, label, page, misplaced);
      claims += found.claims.length;
      relations += found.relations;
      differences.push(...found.differences);
      for (const id of differingAmong(found.claims)) differing.add(id);
      progress((subjects += page.length));
    }
  differences.push(...(await markDifferences(graph, differing)));
  if (differences.length === 0) differences.push(...(await countDifferences(graph))); // what else differs would count twice
  return { claims, relations, differences };
}

/** Relations and properties rest on claims of the same subject, and on when the other end began, so some subjects can be checked without the others. */
async function checkSubjects(
  graph: Graph,
  label: SubjectLabel,
  subjects: readonly string[],
  misplaced: ReadonlyMap<string, readonly ClaimRecord[]>,
): Promise<Omit<CheckReport, 'claims'> & { readonly claims: readonly ClaimRecord[] }> {
  const rows = await graph.read(claimsOf({ ids: subjects }, { start: aboutSubjects(label) }));
  const own = rows.filter(({ found, claim }) => claim['subject'] === found).map(recordOf);
  const claims = [...own, ...subjects.flatMap((id) => misplaced.get(id) ?? [])];
  const stored = await graph.read(relationsFrom({ ids: subjects }, { label: nameOf(label), types: anyOf(relationTypes) }));
  const differences = [
    ...relationDifferences(relationsOf([...claims, ...(await outerBegins(graph, claims))]), stored),
    ...stored.flatMap(forbiddenEnds),
    ...(label === 'Entity' ? await propertyDifferences(graph, claims, subjects) : []),
  ];
  return { claims, relations: stored.length, differences };
}

const claimedNode = mapOf('node', 'entity', ['id', ...new Set(labels.flatMap(claimedProperties))]);

const aboutSubjects = (label: SubjectLabel) => cypher`UNWIND $ids AS id
MATCH (subject:${nameOf(label)} {id: id})
MATCH (subject)<-[:SUBJECT]-(claim:Claim)`;
const claimsById = cypher`UNWIND $ids AS id
MATCH (claim:Claim {id: id})`;

const recordOf = ({ claim, documents }: LiveClaimRow): ClaimRecord => claimRecordOf(claim, documents);

/** When what the claims lead to began, where that is said of subjects outside of the range. */
async function outerBegins(graph: Graph, claims: readonly ClaimRecord[]): Promise<ClaimRecord[]> {
  const own = new Set(claims.map(({ subject }) => subject));
  const others = new Set(claims.map(({ object }) => object).filter((id) => id !== undefined && !own.has(id)));
  return readBegins(graph, others as ReadonlySet<string>);
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

async function propertyDifferences(
  graph: Graph,
  claims: readonly ClaimRecord[],
  subjects: readonly string[],
): Promise<Difference[]> {
  const bySubject = groupBy(claims, ({ subject }) => subject);
  const rows = await graph.read(claimedById({ ids: subjects }, { item: claimedNode }));
  return rows.flatMap(({ node, labels }) => {
    const [id, label] = [node['id'] as string, ownLabel(labels)];
    const claimed = claimedProperties(label).filter((property) => node[property] != null);
    const has = Object.fromEntries(claimed.map((property) => [property, node[property]]));
    const says = storedProperties(label, propertiesOf(label, bySubject.get(id) ?? []));
    return compared(says, has).map((what) => difference('DIFFERENT_PROPERTY', `${id} has ${what}.`));
  });
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

/** Claims that lack what they must have, or are joined to others than they say; and those of them that their subject does not lead to, by subject. */
async function brokenClaims(graph: Graph) {
  const differences: Difference[] = [];
  const broken: string[] = [];
  for (const slots of claimEdges) {
    const rows = await graph.read(claimsWithout({}, slots));
    if (slots.type === 'SUBJECT') broken.push(...rows.map(({ claim }) => claim));
    differences.push(...rows.map(({ claim }) => difference('INCOMPLETE_CLAIM', `${claim} has no ${slots.type}.`)));
  }
  for (const slots of claimEnds) {
    const rows = await graph.read(claimsAstray({}, slots));
    if (slots.type === 'SUBJECT') broken.push(...rows.map(({ claim }) => claim));
    differences.push(
      ...rows.map(({ claim, joined }) =>
        difference('CLAIM_ASTRAY', `${claim} has another ${slots.property} than its ${slots.type}, ${joined}.`),
      ),
    );
  }
  const found = broken.length === 0 ? [] : await graph.read(claimsOf({ ids: broken }, { start: claimsById }));
  return { differences, misplaced: groupBy(found.map(recordOf), ({ subject }) => subject) };
}

/** Where two sets of properties differ: "batch 2 where its claims say 1". */
function compared(says: Properties, has: Properties): string[] {
  const names = [...new Set([...Object.keys(says), ...Object.keys(has)])].sort();
  return names
    .filter((name) => JSON.stringify(says[name] ?? null) !== JSON.stringify(has[name] ?? null))
    .map((name) => `${name} ${text(has[name])} where its claims say ${text(says[name])}`);
}

const text = (value: unknown): string => (value == null ? 'none' : JSON.stringify(value));
const shown = ({ type, source, target }: StoredRelation): string => `${type} from ${source} to ${target}`;
const difference = (kind: Difference['kind'], message: string): Difference => ({ kind, message });
