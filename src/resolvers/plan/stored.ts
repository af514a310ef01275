/** Which stored properties the fields of the API show, so that a plan reads no others. */
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
const ofDate = (name: string): readonly string[] => [name, `${name}Earliest`, `${name}Latest`];
const ofValue = (name: string, { type }: Pick<PropertyModel, 'type'>): readonly string[] =>
  type === 'date' ? ofDate(name) : [name];

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
    const own = ofEveryEntity[name] ?? ofProperty(type.name, name);
    return own ?? (resolved(field) ? none : undefined);
  };

function ofProperty(type: string, name: string): readonly string[] | undefined {
  if (!labels.includes(type as Label)) return undefined;
  const property: PropertyModel | undefined = entities[type as Label].properties[name];
  return property === undefined ? undefined : ofValue(name, property);
}

const ofFields =
  (fields: Fields, others: Readonly<Record<string, readonly string[]>>): StoredOf =>
  ({ name }) => {
    const field = fields[name];
    return others[name] ?? (field === undefined || field.isEdgeOnly === true ? undefined : ofValue(name, field));
  };

export const storedOfClaim = ofFields(claimFields, {
  ...everywhere,
  validity: [...ofDate('from'), ...ofDate('until')],
  evidence: none,
  attributedTo: none,
  recordedIn: none,
  retractedIn: none,
  supersededBy: none,
  supersedes: none,
});

export const storedOfEvidence = ofFields(evidenceFields, { __typename: none, document: none });

const validity = [...ofDate('from'), ...ofDate('until')];
const ofEdge: Readonly<Record<string, readonly string[]>> = {
  __typename: none,
  cursor: none,
  node: none,
  via: none,
  type: none,
  direction: none,
  validity,
  certainty: [...validity, 'possibleFrom', 'presumedFrom', 'certainUntil', 'certainOn', 'knownFrom'],
  firstStatedOn: ['firstStatedOn'],
  lastStatedOn: ['lastStatedOn'],
  claims: ['claimIds'],
};

/** Of a relation with these attributes. */
export const storedOfEdge =
  (attributes: Readonly<Record<string, unknown>>): StoredOf =>
  ({ name }) =>
    ofEdge[name] ?? (Object.hasOwn(attributes, name) ? [name] : undefined);
