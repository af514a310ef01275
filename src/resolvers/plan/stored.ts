/** Which stored properties the fields of the API show, so that a plan reads no others. */
import { Kind, type FieldNode } from 'graphql';
import { claimFields, entities, evidenceFields, labels, type Fields, type Label, type PropertyModel } from '../../model/model.js';
import type { SelectedField } from './selection.js';

type StoredOf = (field: SelectedField) => readonly string[] | undefined;

/** The stored properties of all fields; undefined where that of one is unknown, so that all are read. */
export function storedOf(fields: readonly SelectedField[], stored: StoredOf): readonly string[] | undefined {
  const found = new Set<string>();
  for (const field of fields) {
    const names = stored(field);
    if (names === undefined) return undefined;
    for (const name of names) found.add(name);
  }
  return [...found];
}

const none: readonly string[] = [];

/** Of a date that fields show: its text says whether there is one, and its days are read where they are selected. */
function ofDate(name: string, nodes: readonly FieldNode[] | undefined): readonly string[] {
  const days = { earliest: `${name}Earliest`, latest: `${name}Latest` };
  return [name, ...Object.entries(days).flatMap(([day, stored]) => (below(nodes, day)?.length === 0 ? [] : [stored]))];
}

/** Of the validity that fields show. */
const ofValidity = (nodes: readonly FieldNode[] | undefined): readonly string[] =>
  ['from', 'until'].flatMap((name) => {
    const dates = below(nodes, name);
    return dates?.length === 0 ? [] : ofDate(name, dates);
  });

/** Where a field is selected of others; undefined where a fragment may select it. */
function below(nodes: readonly FieldNode[] | undefined, name: string): readonly FieldNode[] | undefined {
  const selections = nodes?.flatMap(({ selectionSet }) => selectionSet?.selections ?? []);
  const fields = selections?.filter((each) => each.kind === Kind.FIELD);
  return fields?.length === selections?.length ? fields?.filter((each) => each.name.value === name) : undefined;
}

const ofValue = (name: string, { type }: Pick<PropertyModel, 'type'>, nodes: readonly FieldNode[]): readonly string[] =>
  type === 'date' ? ofDate(name, nodes) : [name];

const everywhere: Readonly<Record<string, readonly string[]>> = { __typename: none, id: none, key: none };

const ofEveryEntity: Readonly<Record<string, readonly string[]>> = {
  ...everywhere,
  names: ['names', 'nameLanguages', 'nameKinds'],
  description: ['description'],
  codes: ['codes'],
  identifiers: ['identifiers'],
  version: ['version'],
};

/** `resolved` are fields that take only the id of their entity. */
export const storedOfEntity =
  (resolved: (field: SelectedField) => boolean): StoredOf =>
  (field) => {
    const { name, type, nodes } = field;
    if (name === 'name') return nodes[0].arguments?.length ? ['name', ...(ofEveryEntity['names'] ?? [])] : ['name'];
    const own = ofEveryEntity[name] ?? ofProperty(type.name, name, nodes);
    return own ?? (resolved(field) ? none : undefined);
  };

function ofProperty(type: string, name: string, nodes: readonly FieldNode[]): readonly string[] | undefined {
  if (!labels.includes(type as Label)) return undefined;
  const property: PropertyModel | undefined = entities[type as Label].properties[name];
  return property === undefined ? undefined : ofValue(name, property, nodes);
}

const ofFields =
  (fields: Fields, others: Readonly<Record<string, readonly string[]>>): StoredOf =>
  ({ name, nodes }) => {
    const field = fields[name];
    return others[name] ?? (field === undefined || field.isEdgeOnly === true ? undefined : ofValue(name, field, nodes));
  };

const claimFieldsOf = ofFields(claimFields, {
  ...everywhere,
  evidence: none,
  attributedTo: none,
  recordedIn: none,
  retractedIn: none,
  supersededBy: none,
  supersedes: none,
});

export const storedOfClaim: StoredOf = (field) => (field.name === 'validity' ? ofValidity(field.nodes) : claimFieldsOf(field));

export const storedOfEvidence = ofFields(evidenceFields, { __typename: none, document: none });

const ofEdge: Readonly<Record<string, readonly string[]>> = {
  __typename: none,
  cursor: none,
  node: none,
  via: none,
  relationId: none,
  type: none,
  direction: none,
  certainty: [...ofValidity(undefined), 'possibleFrom', 'presumedFrom', 'certainUntil', 'certainOn', 'knownFrom'],
  firstStatedOn: ['firstStatedOn'],
  lastStatedOn: ['lastStatedOn'],
  claims: ['claimIds'],
};

/** Of a relation with these attributes. */
export const storedOfEdge =
  (attributes: Readonly<Record<string, unknown>>): StoredOf =>
  ({ name, nodes }) => {
    if (name === 'validity') return ofValidity(nodes);
    return ofEdge[name] ?? (Object.hasOwn(attributes, name) ? [name] : undefined);
  };
