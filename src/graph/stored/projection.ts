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
import type { Graph } from '../port.js';
import type { CypherText } from '../query.js';

type Typed = readonly [name: string, property: Pick<PropertyModel, 'type'>];

const ofDate = (name: string): string[] => [name, `${name}Earliest`, `${name}Latest`];
const ofEach = (properties: readonly Typed[]): string[] =>
  properties.flatMap(([name, { type }]) => (type === 'date' ? ofDate(name) : [name]));
const ofFields = (fields: Fields): string[] => ofEach(Object.entries(fields).filter(([, { isEdgeOnly }]) => isEdgeOnly !== true));

const attributes = Object.values(relations).flatMap((relation) => Object.keys(relation.attributes));

const named = [
  'id',
  'version',
  'recordedAt',
  'name',
  'names',
  'nameLanguages',
  'nameKinds',
  'description',
  'codes',
  'identifiers',
];
const known = ['openFrom', 'id', 'claimIds', 'knownFrom', 'knownUntil', ...ofDate('from'), ...ofDate('until')];
const held = ['possibleFrom', 'presumedFrom', 'certainUntil', 'certainOn', 'firstStatedOn', 'lastStatedOn'];

const properties = {
  entity: [...named, ...Object.values(entities).flatMap((entity) => ofEach(Object.entries(entity.properties)))],
  relation: [...known, ...held, ...attributes],
  claim: ['id', 'repeats', ...ofFields(claimFields), ...attributes],
  evidence: ofFields(evidenceFields).filter((name) => name !== 'document'),
  observation: ['id', 'recordedAt', 'retractedAt', ...ofFields(observationFields)],
};

export type Kind = keyof typeof properties;

/** A map of all that a record of a kind has. */
export const wholeOf = (variable: string, kind: Kind): CypherText => `${variable} {{{of ${kind}}}}` as CypherText;

/** The labels of a node: on the embedded engine only the one that says what it is. */
export const labelsOf = (node: string): CypherText => `{{labels of ${node}}}` as CypherText;

/** The id of the entity that a relation between `origin` and `node` leads from. */
export const sourceOf = '{{source of relation}}' as CypherText;

/** A part of a statement that only one engine runs: `{{neo4j: SET entity += row.tokens}}`. */
const ofEngine = /\{\{(neo4j|embedded): ([^{}]*)\}\}/g;
const ofKind = /\{\{of (\w+)\}\}/g;
const ofNode = /\{\{labels of (\w+)\}\}/g;

/** A statement for Neo4j: with all properties and labels of records. */
export const forNeo4j = (text: string): string =>
  only('neo4j', text).replaceAll(ofKind, '.*').replaceAll(ofNode, 'labels($1)').replaceAll(sourceOf, 'startNode(relation).id');

/** A statement for the embedded engine: it tests the labels of records, and in a large graph names their properties. In a small one the rows would take more memory, for each of their names, than decoding spares. */
export const forEmbedded = (text: string, isLarge: boolean): string =>
  only('embedded', text)
    .replaceAll(ofKind, (_, kind: Kind) => (isLarge ? names[kind] : '.*'))
    .replaceAll(ofNode, (_, node: string) => `[CASE ${testsOf(node)} END]`)
    .replaceAll(sourceOf, sourceTest);

/** Of a relation between `origin` and `node`. */
const sourceTest =
  'CASE WHEN EXISTS { MATCH (node)-[same]->(origin) WHERE id(same) = id(relation) } THEN node.id ELSE origin.id END';

const only = (own: Graph['engine'], text: string): string =>
  text.replaceAll(ofEngine, (_, engine: Graph['engine'], part: string) => (engine === own ? part : ''));

const names = Object.fromEntries(
  Object.entries(properties).map(([kind, all]) => [kind, [...new Set(all)].map((name) => `.${name}`).join(', ')]),
) as Readonly<Record<Kind, string>>;

const testsOf = (node: string): string =>
  [...labels, 'Observation', 'Merged'].map((label) => `WHEN ${node}:${label} THEN '${label}'`).join(' ');
