import { nameOf, query, type CypherText } from '../query.js';
import { limits } from '../../limits.js';

/** The labels whose nodes are found by id. Every entity also carries its own label, which needs no key of its own. */
const keyed = ['Entity', 'Claim', 'Observation', 'Changeset', 'Draft', 'Store', 'Merged'] as const;

const uniqueId = query<Record<string, never>, never, 'name' | 'label'>('schema/unique-id');
const indexId = query<Record<string, never>, never, 'name' | 'label'>('schema/index-id');

const slots = (label: (typeof keyed)[number], kind: string) => ({
  name: `${label.toLowerCase()}_${kind}` as CypherText,
  label: nameOf(label),
});

export const uniqueIds = keyed.map((label) => uniqueId({}, slots(label, 'id')));
export const indexesOnId = keyed.map((label) => indexId({}, slots(label, 'id_index')));

/** In characters. Neo4j's index refuses keys of more than 8 kB, and a character may take four bytes. */
export const maxIdLength = limits.lists.id.value;
