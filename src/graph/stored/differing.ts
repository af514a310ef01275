/** Marks, as labels, on live claims and observations that do not say the same as others of the same thing: contradictions are among them. */
import { entities, relations, type PropertyModel } from '../../model/model.js';
import { isCreated } from '../counts.js';
import { groupBy } from '../group-by.js';
import { cypher, query, type CypherText, type Statement } from '../query.js';
import type { Change } from './changeset.js';
import type { ClaimRecord } from './record-types.js';

type Ids = { readonly ids: readonly string[] };

const markClaims = query<Ids & { predicates: readonly string[] }, never, 'start' | 'property'>('claim/mark');
const unmarkClaims = query<Ids, never>('claim/unmark');
const markObservations = query<Ids, never>('observation/mark');
const unmarkObservations = query<Ids, never>('observation/unmark');

/** Properties that rest on claims, by name: those of the same name are alike in all labels. */
export const claimed: Readonly<Record<string, PropertyModel>> = Object.fromEntries(
  Object.values(entities)
    .flatMap(({ properties }) => Object.entries(properties))
    .filter(([, property]) => property.claimed),
);
/** Relations of which an entity of some label has one at a time. */
export const single: readonly string[] = Object.entries(relations)
  .filter(([, relation]) => relation.single !== undefined)
  .map(([type]) => type);

/** What claims of some predicates are compared by. */
export const compared = [
  { predicates: Object.keys(claimed), property: cypher`value` },
  { predicates: single, property: cypher`object` },
] as const;

const subjectsOfClaims = cypher`UNWIND $ids AS id
MATCH (touched:Claim {id: id})
MATCH (touched)-[:SUBJECT]->(subject:Entity)`;
const subjects = cypher`UNWIND $ids AS id
MATCH (subject:Entity {id: id})`;

/** Rows of one statement. */
const chunk = 10_000;

/** Marks what differs once a change is written, and removes the marks of what no longer does. */
export function differenceStatements(change: Change): Statement<unknown>[] {
  const { observations, retractedClaims, retractedObservations = [], restoredObservations = [] } = change;
  const claims = [...comparableClaims(change), ...retractedClaims];
  const measured = [...observations.map(({ id }) => id), ...retractedObservations, ...restoredObservations];
  return [
    ...chunks(retractedClaims).map((ids) => unmarkClaims({ ids })),
    ...markStatements(claims, subjectsOfClaims),
    ...chunks(retractedObservations).map((ids) => unmarkObservations({ ids })),
    ...markedObservations(measured),
  ];
}

/** Marks the claims about these entities. */
export const markedClaims = (ids: readonly string[]): Statement<unknown>[] => markStatements(ids, subjects);

/** Marks these observations, and those of the same things. */
export const markedObservations = (ids: readonly string[]): Statement<unknown>[] =>
  chunks(ids).map((some) => markObservations({ ids: some }));

const markStatements = (all: readonly string[], start: CypherText) =>
  chunks(all).flatMap((ids) => compared.map(({ predicates, property }) => markClaims({ ids, predicates }, { start, property })));

/** New claims that may differ from others: about an entity that is new, too, those of which there are several. */
function comparableClaims({ entities: changed, claims }: Change): string[] {
  const created = new Set(changed.filter(isCreated).map(({ id }) => id));
  const predicates = new Set(compared.flatMap((each) => each.predicates));
  const facts = groupBy(
    claims.filter(({ predicate }) => predicates.has(predicate)),
    factOf,
  );
  return [...facts.values()]
    .filter(([first, ...others]) => first !== undefined && (others.length > 0 || !created.has(first.subject)))
    .flatMap(([first]) => (first === undefined ? [] : [first.id]));
}

const factOf = ({ subject, predicate }: ClaimRecord): string => `${subject} ${predicate}`;

function chunks<T>(rows: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(rows.length / chunk) }, (_, index) => rows.slice(index * chunk, (index + 1) * chunk));
}
