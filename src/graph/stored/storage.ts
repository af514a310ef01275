/** How records are stored: as properties of nodes and relationships. Missing values are absent, never null. */
import { createHash } from 'node:crypto';
import { claimedNames, claimFields, entities as model, observationFields, propertyModel, type Label } from '../../model/model.js';
import { daysOf, fieldWriter, flatEvidence } from './fields.js';
import type { NodeRow } from './rows.js';
import type { ClaimRecord, Code, EntityRecord, EvidenceRecord, Name, ObservationRecord, RelationRecord } from './record-types.js';
import { codeKey, storedDescriptionTerms, storedNameTerms } from '../search/tokens.js';

type Scalar = string | number | boolean;
/** What a node or relationship holds. */
export type Stored = Readonly<Record<string, Scalar | readonly string[]>>;

/** Names and codes are lists side by side, because a property holds scalars or a list of them. */
export function storedEntity(entity: EntityRecord): Stored {
  const { id, label, version = 1, names, description, codes, identifiers, properties } = entity;
  return present({
    id,
    version,
    name: shownName(names).value,
    names: names.map(({ value }) => value),
    nameLanguages: names.map(({ lang }) => lang),
    nameKinds: names.map(({ kind }) => kind),
    description,
    codes: codes.map(storedCode),
    identifiers: identifiers.map(storedCode),
    ...storedProperties(label, properties),
  });
}

/**
 * The tokens that search finds an entity by. Neo4j stores them, for its full-text index holds properties of nodes. The embedded engine does not:
 * they were a fourth of its file, and the index beside it has them.
 */
export function tokensOf({ label, names, description, ...entity }: EntityRecord): Stored {
  const codes = codesOf({ label, ...entity }).map(({ value }) => value);
  return present({
    searchTerms: storedNameTerms(
      names.map(({ value }) => value),
      codes,
    ),
    descriptionTerms: description === undefined ? undefined : storedDescriptionTerms(description),
  });
}

type Coded = Pick<EntityRecord, 'id' | 'label' | 'codes' | 'identifiers' | 'properties'>;

/** All that names an entity in some scheme. A number of an issuer's has no scheme. */
export function codesOf({ id, label, codes, identifiers, properties }: Coded): Code[] {
  const numbers = numberedProperties(label).flatMap((name) => (properties[name] === undefined ? [] : [String(properties[name])]));
  const colon = id.indexOf(':');
  const own = model[label].idIsCode === true ? [{ scheme: id.slice(0, colon), value: id.slice(colon + 1) }] : [];
  return [...codes, ...identifiers, ...numbers.map((value) => ({ scheme: '', value })), ...own];
}

const numberedProperties = (label: Label): string[] =>
  Object.entries(model[label].properties).flatMap(([name, { comparedByKey }]) => (comparedByKey ? [name] : []));

/** Properties of an entity of this label, dates with the days that they allow, and numbers with what they are compared by. */
export function storedProperties(label: Label, properties: EntityRecord['properties']): Stored {
  const isDate = (property: string) => model[label].properties[property]?.type === 'date';
  return present({ ...withDays(properties, isDate), ...keysOf(label, properties) });
}

/** The keys of an entity's numbers. */
export function keysOf(label: Label, properties: EntityRecord['properties']): Stored {
  const known = numberedProperties(label).filter((name) => properties[name] !== undefined);
  return Object.fromEntries(known.map((name) => [keyOf(name), codeKey(String(properties[name]))]));
}

/** The stored property that a number is compared by. */
export const keyOf = (property: string): string => `${property}Key`;

/** The record that `storedEntity` made a node of. */
export function entityRecordOf(row: NodeRow): EntityRecord {
  const entity = entityOwn(row);
  const names = Object.keys(model[entity.label].properties).filter((name) => row.node[name] != null);
  return { ...entity, properties: Object.fromEntries(names.map((name) => [name, row.node[name] as string | number])) };
}

/** What every entity has, whatever its label. */
export function entityOwn({ node, labels }: NodeRow) {
  return {
    id: node['id'] as string,
    label: ownLabel(labels),
    version: (node['version'] ?? 1) as number,
    names: namesOf(node),
    description: (node['description'] ?? undefined) as string | undefined,
    codes: ((node['codes'] ?? []) as string[]).map(code),
    identifiers: ((node['identifiers'] ?? []) as string[]).map(code),
  };
}

/** The properties of a label that rest on claims, and what is stored with them: the days of dates, the sort keys of numbers. */
export function claimedProperties(label: Label): string[] {
  return claimedNames(label).flatMap((name) => {
    const { type, comparedByKey } = propertyModel(label, name);
    return [name, ...(type === 'date' ? [`${name}Earliest`, `${name}Latest`] : []), ...(comparedByKey ? [keyOf(name)] : [])];
  });
}

/** The name that lists show: the preferred English one, else the first preferred one. */
export function shownName(names: readonly Name[]): Name {
  const preferred = names.filter(({ kind }) => kind === 'PREFERRED');
  return preferred.find(({ lang }) => lang === 'en') ?? preferred[0] ?? (names[0] as Name);
}

/** Stands for a colon in a scheme: a control character, which no text has. Stores of before have no scheme with a colon, so they read the same. */
const innerColon = '\u001F';

/** "GB/T 2260:370200": the first colon parts scheme and value. */
export const storedCode = ({ scheme, value }: Code): string => `${scheme.replaceAll(':', innerColon)}:${value}`;
export const code = (text: string): Code => ({
  scheme: text.slice(0, text.indexOf(':')).replaceAll(innerColon, ':'),
  value: text.slice(text.indexOf(':') + 1),
});
function namesOf({
  names,
  nameLanguages,
  nameKinds,
}: Readonly<Partial<Record<'names' | 'nameLanguages' | 'nameKinds', readonly string[] | null>>>): Name[] {
  return (names ?? []).map((value, index) => ({
    value,
    lang: nameLanguages?.[index] ?? '',
    kind: nameKinds?.[index] as Name['kind'],
  }));
}

const claimValues = fieldWriter(claimFields);
const observationValues = fieldWriter(observationFields);

/** A claim never changes, so it can carry the ids of what it names in addition to its relationships. */
export function storedClaim(claim: ClaimRecord, recordedAt: string): Stored {
  const { id, repeats, attributes } = claim;
  return present({ id, repeats, ...claimValues(claim), recordedAt, ...attributes });
}

export function storedEvidence(evidence: EvidenceRecord, position: number): Stored {
  const { document: _, ...values } = flatEvidence(evidence);
  return present({ ...values, position });
}

export function storedObservation(observation: ObservationRecord, recordedAt: string): Stored {
  return withComparisonKey(present({ id: observation.id, ...observationValues(observation), recordedAt }));
}

/** An observation as stored, with a key that those have in common which are of the same thing; none where it has a rank and no value. */
export function withComparisonKey(observation: Stored): Stored {
  if (observation['value'] == null) return observation;
  const { about, ...rest } = observation;
  const parts = [...comparedFields.map((name) => rest[name] ?? null), [about ?? []].flat().sort()];
  const hash = createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16);
  return { ...observation, comparisonKey: hash };
}

/** What values of the same thing have in common. Periods are the same when they are the same days. */
const comparedFields = [
  'indicator',
  'region',
  'periodEarliest',
  'periodLatest',
  'basePeriodEarliest',
  'basePeriodLatest',
  'kind',
  'unit',
] as const;

export function storedRelation({ id, attributes, claimIds, validFrom, validUntil, days }: RelationRecord): Stored {
  const validity = withDays({ from: validFrom, until: validUntil }, () => true);
  return present({ openFrom: openFrom(validity, days), id, claimIds, ...attributes, ...validity, ...days });
}

/** The first day on which a relation that nothing ends may hold, "" where it may hold on any: whether it holds is one comparison then. It goes when the relation is no longer known. */
const openFrom = (
  { untilLatest }: ReturnType<typeof withDays>,
  { possibleFrom = '' }: RelationRecord['days'],
): string | undefined => (untilLatest === undefined ? possibleFrom : undefined);

/** The label among a node's labels that says what it is. */
export function ownLabel(labels: readonly string[]): Label {
  return labels.find((label) => label !== 'Entity') as Label;
}

/** For each date, the first and last day that it allows, when known. */
function withDays(
  values: Readonly<Record<string, Scalar | undefined>>,
  isDate: (property: string) => boolean,
): Record<string, Scalar | undefined> {
  const dates = Object.entries(values).filter(([property, value]) => value !== undefined && isDate(property));
  return Object.assign({ ...values }, ...dates.map(([property, value]) => daysOf(property, String(value))));
}

export function present(values: Readonly<Record<string, Scalar | readonly string[] | undefined>>): Stored {
  const kept: Record<string, Stored[string]> = {};
  for (const name of Object.keys(values)) {
    const value = values[name];
    if (value !== undefined) kept[name] = value;
  }
  return kept;
}
