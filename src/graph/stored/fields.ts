/** The fields of claims, observations and evidence, between records and the nodes and relationships that store them. */
import { evidenceFields, givenFields, type Fields } from '../../model/model.js';
import { cachedDate, type FuzzyDate } from '../time/dates.js';
import type { Parts } from './lazy-view.js';
import type { EvidenceRecord, Locator } from './record-types.js';
import type { Stored } from './storage.js';

type Values = Readonly<Record<string, unknown>>;
type StoredValue = Stored[string] | undefined;

/** How records are stored that have these fields. An empty list is stored only where every record has one. */
export function fieldWriter(fields: Fields): (record: object) => Record<string, StoredValue> {
  const stored = givenFields(fields).filter(([, { isEdgeOnly }]) => isEdgeOnly !== true);
  return (record) => {
    const values: Record<string, StoredValue> = {};
    for (const [name, { type, default: defaulted }] of stored) {
      const value = (record as Readonly<Record<string, StoredValue>>)[name];
      if (value === undefined || (defaulted === undefined && isEmpty(value))) continue;
      values[name] = value;
      if (type === 'date') Object.assign(values, daysOf(name, String(value)));
    }
    return values;
  };
}

const isEmpty = (value: StoredValue): boolean => Array.isArray(value) && value.length === 0;

/** Beside a date, the first and last day that it allows, where they are known. */
export function daysOf(name: string, date: string): Record<string, string | undefined> {
  const { earliest, latest } = cachedDate(date);
  return { [`${name}Earliest`]: earliest, [`${name}Latest`]: latest };
}

/** How records are read back, as they were given. */
export function fieldReader(fields: Fields): (stored: Values) => Record<string, unknown> {
  const given = givenFields(fields);
  return (stored) => {
    const record: Record<string, unknown> = {};
    for (const [name, { isEdgeOnly, default: defaulted }] of given)
      record[name] = (isEdgeOnly === true ? undefined : stored[name]) ?? defaulted;
    return record;
  };
}

/** How the API shows each field of a node: dates with the days that they allow, and a list where there may be several. */
export const fieldParts = (fields: Fields): Parts<Values> =>
  Object.fromEntries(
    Object.entries(fields).map(([name, { type, many }]) => [
      name,
      type === 'date' ? (node) => dateOf(node, name) : (node) => node[name] ?? (many === true ? [] : undefined),
    ]),
  );

/** All fields of a node as the API shows them. */
export function fieldView(fields: Fields): (node: Values) => Record<string, unknown> {
  const parts = Object.entries(fieldParts(fields));
  return (node) => {
    const view: Record<string, unknown> = {};
    for (const [name, part] of parts) view[name] = part(node);
    return view;
  };
}

export function dateOf(properties: Values, name: string): FuzzyDate | undefined {
  const edtf = properties[name];
  if (edtf == null) return undefined;
  const day = (bound: string) => (properties[`${name}${bound}`] ?? undefined) as string | undefined;
  return { edtf: edtf as string, earliest: day('Earliest'), latest: day('Latest') };
}

const ofEvidence = givenFields(evidenceFields);

/** Evidence as files, the store and tables have it: without a locator of its own. */
export function flatEvidence(evidence: EvidenceRecord): Readonly<Record<string, string | number | undefined>> {
  const values = { ...evidence, ...evidence.locator } as Readonly<Record<string, string | number | undefined>>;
  const flat: Record<string, string | number | undefined> = {};
  for (const [name] of ofEvidence) flat[name] = values[name];
  return flat;
}

/** The parts of the evidence of records. A locator needs all three parts. */
export const evidenceParts: Parts<Values> = Object.fromEntries(
  ofEvidence.map(([name, { partOf, absentMeans }]) =>
    partOf === 'locator' ? ['locator', locatorOf] : [name, (values: Values) => statedValue(values[name], absentMeans)],
  ),
);

const partsOfEvidence = Object.entries(evidenceParts);

/** Evidence in the form of records, with its keys in one order. */
export function nestedEvidence(values: Values): EvidenceRecord {
  const nested: Record<string, unknown> = {};
  for (const [name, part] of partsOfEvidence) nested[name] = part(values);
  return nested as unknown as EvidenceRecord;
}

const statedValue = (value: unknown, absentMeans: string | undefined): unknown =>
  value == null || value === absentMeans ? undefined : value;

function locatorOf({ start, end, sha256 }: Values): Locator | undefined {
  return start == null || end == null || sha256 == null ? undefined : ({ start, end, sha256 } as Locator);
}
