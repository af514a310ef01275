/**
 * What is read of records when nothing says which of their properties are needed: `node {{{of claim}}}` in a statement, and `{{labels of node}}`.
 *
 * The embedded engine decodes a property for 65,536 neighbours at once and keeps it. `{.*}` and `labels(node)` decode all that any of them has, evidence beside relations and
 * claims beside entities: 1 GB for 100 agencies of a large graph. So properties are named there, and a label is tested. On Neo4j they are `{.*}` and `labels(node)`: 48 names take
 * 50 hits of the store for an entity where all of its properties take 18.
 */
import {
  claimFields,
  entities,
  evidenceFields,
  labels,
  observationFields,
  relations,
  type Fields,
  type PropertyModel,
} from '../../model/model.js';
import type { CypherText } from '../query.js';

type Typed = readonly [name: string, property: Pick<PropertyModel, 'type'>];

const ofDate = (name: string): string[] => [name, `${name}Earliest`, `${name}Latest`];
const ofEach = (properties: readonly Typed[]): string[] =>
  properties.flatMap(([name, { type }]) => (type === 'date' ? ofDate(name) : [name]));
const ofFields = (fields: Fields): string[] => ofEach(Object.entries(fields).filter(([, { isEdgeOnly }]) => isEdgeOnly !== true));

const attributes = Object.values(relations).flatMap((relation) => Object.keys(relation.attributes));

const properties = {
  entity: [
    ...['id', 'version', 'recordedAt', 'name', 'names', 'nameLanguages', 'nameKinds', 'description', 'codes', 'identifiers'],
    ...Object.values(entities).flatMap((entity) => ofEach(Object.entries(entity.properties))),
  ],
  relation: [
    ...['id', 'claimIds', 'knownFrom', 'knownUntil', ...ofDate('from'), ...ofDate('until')],
    ...['possibleFrom', 'presumedFrom', 'certainUntil', 'certainOn', 'firstStatedOn', 'lastStatedOn'],
    ...attributes,
  ],
  claim: ['id', 'repeats', ...ofFields(claimFields), ...attributes],
  evidence: ofFields(evidenceFields).filter((name) => name !== 'document'),
  observation: ['id', 'recordedAt', 'retractedAt', ...ofFields(observationFields)],
};

export type Kind = keyof typeof properties;

/** A map of all that a record of a kind has. */
export const wholeOf = (variable: string, kind: Kind): CypherText => `${variable} {{{of ${kind}}}}` as CypherText;

/** The labels of a node: on the embedded engine only the one that says what it is. */
export const labelsOf = (node: string): CypherText => `{{labels of ${node}}}` as CypherText;

const ofKind = /\{\{of (\w+)\}\}/g;
const ofNode = /\{\{labels of (\w+)\}\}/g;

/** A statement with all properties and labels of records. */
export const wholeRecords = (text: string): string => text.replaceAll(ofKind, '.*').replaceAll(ofNode, 'labels($1)');

/** A statement that names the properties of records, and tests their labels. */
export const namedProperties = (text: string): string =>
  text.replaceAll(ofKind, (_, kind: Kind) => names[kind]).replaceAll(ofNode, (_, node: string) => `[CASE ${testsOf(node)} END]`);

const names = Object.fromEntries(
  Object.entries(properties).map(([kind, all]) => [kind, [...new Set(all)].map((name) => `.${name}`).join(', ')]),
) as Readonly<Record<Kind, string>>;

const testsOf = (node: string): string =>
  [...labels, 'Observation', 'Merged'].map((label) => `WHEN ${node}:${label} THEN '${label}'`).join(' ');
