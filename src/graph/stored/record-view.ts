/** Claims, their evidence and observations as the API shows them. */
import type { FuzzyDate, Validity } from '../time/dates.js';
import {
  claimFields,
  evidenceFields,
  observationFields,
  relations,
  type EvidenceSupport,
  type RelationType,
} from '../../model/model.js';
import type { Properties } from './entity-view.js';
import { dateOf, evidenceParts, fieldParts, fieldView } from './fields.js';
import { lazyView } from './lazy-view.js';
import type { ClaimRecord, EvidenceRecord, ObservationRecord } from './record-types.js';

type ShownClaim = Omit<ClaimRecord, 'repeats' | 'attributes' | 'evidence' | 'value' | 'from' | 'until' | 'saidOn' | 'about'>;

/** A claim with all that its fields hold. */
export interface Claim extends ShownClaim {
  readonly value: string | undefined;
  readonly qualifiers: readonly Qualifier[];
  readonly validity: Validity;
  readonly about: readonly string[];
  readonly saidOn: FuzzyDate | undefined;
  readonly recordedAt: string;
  readonly retractedAt: string | undefined;
  readonly recordedIn: string;
}

export interface ClaimRow {
  readonly claim: Properties;
  readonly attributedTo: readonly string[];
  readonly recordedIn: string;
}

const ClaimView = lazyView<ClaimRow, Claim>({
  ...Object.fromEntries(
    Object.entries(fieldParts(claimFields)).map(([name, part]) => [name, ({ claim }: ClaimRow) => part(claim)]),
  ),
  id: ({ claim }) => claim['id'],
  value: ({ claim: { value } }) => (value == null ? undefined : String(value)),
  qualifiers: ({ claim }) => qualifiersOf(claim['predicate'] as string, claim),
  validity: ({ claim }) => validityOf(claim),
  attributedTo: ({ attributedTo }) => [...attributedTo].sort(), // engines collect in an order of their own
  recordedIn: ({ recordedIn }) => recordedIn,
});

export const claimOf = (row: ClaimRow): Claim => new ClaimView(row);

/** An attribute of a relation, as text. */
export interface Qualifier {
  readonly name: string;
  readonly value: string;
}

export function qualifiersOf(predicate: string, claim: Properties): readonly Qualifier[] {
  const attributes = Object.keys(Object.hasOwn(relations, predicate) ? relations[predicate as RelationType].attributes : {});
  return attributes.filter((name) => claim[name] != null).map((name) => ({ name, value: String(claim[name]) }));
}

export interface Evidence extends Omit<EvidenceRecord, 'statedOn'> {
  readonly supports: EvidenceSupport;
}

export interface EvidenceRow {
  readonly evidence: Properties;
  readonly document: string;
}

const EvidenceView = lazyView<EvidenceRow, Evidence>({
  ...Object.fromEntries(
    Object.entries(evidenceParts).map(([name, part]) => [name, ({ evidence }: EvidenceRow) => part(evidence)]),
  ),
  document: ({ document }) => document,
  supports: ({ evidence }) => evidence['supports'] ?? evidenceFields.supports.absentMeans,
});

export const evidenceOf = (row: EvidenceRow): Evidence => new EvidenceView(row);

/** An observation with all that its fields hold. */
export interface Observation extends Omit<ObservationRecord, 'period' | 'basePeriod' | 'convertedValue' | 'convertedUnit'> {
  readonly period: FuzzyDate | undefined;
  readonly basePeriod: FuzzyDate | undefined;
  readonly converted: { readonly value: number; readonly unit: string } | undefined;
  readonly [property: string]: unknown;
}

const observationView = fieldView(observationFields);

export function observationOf(node: Properties): Observation {
  const { convertedValue, convertedUnit, ...fields } = observationView(node) as unknown as Observation &
    Pick<ObservationRecord, 'convertedValue' | 'convertedUnit'>;
  return {
    ...fields,
    id: node['id'] as string,
    converted:
      convertedValue === undefined || convertedUnit === undefined ? undefined : { value: convertedValue, unit: convertedUnit },
  };
}

export const validityOf = (properties: Properties): Validity => ({
  from: dateOf(properties, 'from'),
  until: dateOf(properties, 'until'),
});
