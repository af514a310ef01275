import { entities, listedModels, type Listed, type PropertyModel } from '../../model/model.js';
import { cypher, nameOf, query, type CypherText } from '../query.js';
import { limits } from '../../limits.js';
import { keyOf } from './storage.js';

/** The labels whose nodes are found by id. Every entity also carries its own label, which needs no key of its own. */
export const keyed = [
  'Entity',
  'Claim',
  'Observation',
  'Changeset',
  'Draft',
  'Reading',
  'ReadingDecision',
  'Text',
  'Store',
  'Merged',
  'Count',
] as const;

const uniqueId = query<Record<string, never>, never, 'name' | 'label'>('schema/unique-id');
const indexId = query<Record<string, never>, never, 'name' | 'label'>('schema/index-id');

const slots = (label: (typeof keyed)[number], kind: string) => ({
  name: `${label.toLowerCase()}_${kind}` as CypherText,
  label: nameOf(label),
});

export const uniqueIds = keyed.map((label) => uniqueId({}, slots(label, 'id')));
export const indexesOnId = keyed.map((label) => indexId({}, slots(label, 'id_index')));

const indexProperty = query<Record<string, never>, never, 'name' | 'label' | 'property'>('schema/index-property');

/** What else nodes are found by: the numbers of changesets, what observations are compared by, and whose decisions are. */
export const otherIndexes = [
  { label: nameOf('Changeset'), property: cypher`sequence`, name: cypher`changeset_sequence` },
  { label: nameOf('Observation'), property: cypher`comparisonKey`, name: cypher`observation_comparison_key` },
  { label: nameOf('ReadingDecision'), property: cypher`reading`, name: cypher`reading_decision_reading` },
  { label: nameOf('ReadingDecision'), property: cypher`rule`, name: cypher`reading_decision_rule` },
].map((slots) => indexProperty({}, slots));

/**
 * What lists are filtered and ordered by, for an engine that has indexes of ranges: each gives its order too. A name has at most 2,000 characters,
 * for Neo4j's index refuses keys of more than 8 kB.
 */
export const listIndexes = [
  ...(Object.keys(listedModels) as Listed[]).flatMap((label) =>
    Object.entries(listedModels[label].properties).flatMap(([name, model]) =>
      indexedAs(name, model).map((property) => ({ label, property })),
    ),
  ),
  ...[...Object.keys(entities), 'Entity'].map((label) => ({ label: label as Listed | 'Entity', property: 'name' })),
].map(({ label, property }) =>
  indexProperty({}, { label: nameOf(label), property: property as CypherText, name: `${label}_${property}` as CypherText }),
);

/** The stored properties of which one of the model is filtered and ordered by. */
function indexedAs(name: string, { type, comparedByKey }: PropertyModel): string[] {
  if (type === 'url') return [];
  if (type === 'date') return [`${name}Earliest`, `${name}Latest`];
  return comparedByKey === true ? [name, keyOf(name)] : [name];
}

/** In characters. Neo4j's index refuses keys of more than 8 kB, and a character may take four bytes. */
export const maxIdLength = limits.lists.id.value;
