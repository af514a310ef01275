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
import { dateOf, fieldView, nestedEvidence } from './fields.js';
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

const claimView = fieldView(claimFields);

export function claimOf({ claim, attributedTo, recordedIn }: ClaimRow): Claim {
  const { value, ...fields } = claimView(claim) as unknown as Omit<Claim, 'id' | 'value'> & { readonly value: unknown };
  return {
    ...fields,
    id: claim['id'] as string,
    value: value == null ? undefined : String(value),
    qualifiers: qualifiersOf(fields.predicate, claim),
    validity: validityOf(claim),
    attributedTo: [...attributedTo].sort(), // engines collect in an order of their own
    recordedIn,
  };
}

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

export function evidenceOf(evidence: Properties, document: string): Evidence {
  const { supports = evidenceFields.supports.absentMeans, ...rest } = nestedEvidence({ ...evidence, document });
  return { ...rest, supports };
}

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
