import { cypher, nameOf, query, type CypherText } from '../query.js';
import { limits } from '../../limits.js';

/** The labels whose nodes are found by id. Every entity also carries its own label, which needs no key of its own. */
const keyed = ['Entity', 'Claim', 'Observation', 'Changeset', 'Draft', 'Store', 'Merged', 'Count'] as const;

const uniqueId = query<Record<string, never>, never, 'name' | 'label'>('schema/unique-id');
const indexId = query<Record<string, never>, never, 'name' | 'label'>('schema/index-id');

const slots = (label: (typeof keyed)[number], kind: string) => ({
  name: `${label.toLowerCase()}_${kind}` as CypherText,
  label: nameOf(label),
});

export const uniqueIds = keyed.map((label) => uniqueId({}, slots(label, 'id')));
export const indexesOnId = keyed.map((label) => indexId({}, slots(label, 'id_index')));

const indexProperty = query<Record<string, never>, never, 'name' | 'label' | 'property'>('schema/index-property');

/** What else nodes are found by: the numbers of changesets, and what observations are compared by. */
export const otherIndexes = [
  { label: nameOf('Changeset'), property: cypher`sequence`, name: cypher`changeset_sequence` },
  { label: nameOf('Observation'), property: cypher`comparisonKey`, name: cypher`observation_comparison_key` },
].map((slots) => indexProperty({}, slots));

/** In characters. Neo4j's index refuses keys of more than 8 kB, and a character may take four bytes. */
export const maxIdLength = limits.lists.id.value;
