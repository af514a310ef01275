/** Rows of the store as the objects that the API serves. */
import { certaintyOn, daysOf, extremes, surest, type Certainty } from '../time/certainty.js';
import { cachedDate, type FuzzyDate, type Validity } from '../time/dates.js';
import {
  claimFields,
  entities,
  evidenceFields,
  labels,
  observationFields,
  relations,
  type EntityModel,
  type EvidenceSupport,
  type Label,
  type RelationType,
} from '../../model/model.js';
import { dateOf, fieldView, nestedEvidence } from './fields.js';
import type { ClaimRecord, Code, EvidenceRecord, Name, ObservationRecord } from './record-types.js';
import { entityOwn } from './storage.js';

export type Properties = Readonly<Record<string, unknown>>;

export interface NodeRow {
  readonly node: Properties;
  readonly labels: readonly string[];
  /** What the claims that were known at an instant give, when one is requested; it replaces the node's own properties. */
  readonly claimed?: Properties;
}

/** An entity with everything that its node holds, including the model's properties of its label. */
export interface Entity {
  readonly id: string;
  readonly label: Label;
  readonly version: number;
  readonly name: string;
  readonly names: readonly Name[];
  readonly description: string | undefined;
  readonly codes: readonly Code[];
  readonly identifiers: readonly Code[];
  /** When the graph first had it. */
  readonly recordedAt: string | undefined;
  readonly [property: string]: unknown;
}

export function entityOf(row: NodeRow): Entity {
  const { node, claimed } = row;
  const entity = entityOwn(row);
  return {
    ...propertiesOf(entity.label, claimed === undefined ? node : { ...node, ...claimed }),
    ...entity,
    name: node['name'] as string,
    recordedAt: optional<string>(node['recordedAt']),
  };
}

const propertiesByLabel = Object.fromEntries(
  labels.map((label) => {
    const properties: EntityModel['properties'] = entities[label].properties;
    return [label, Object.entries(properties).map(([name, { type }]) => ({ name, isDate: type === 'date' }))];
  }),
) as unknown as Readonly<Record<Label, readonly { readonly name: string; readonly isDate: boolean }[]>>;

function propertiesOf(label: Label, node: Properties): Record<string, unknown> {
  const properties: Record<string, unknown> = {};
  for (const { name, isDate } of propertiesByLabel[label]) properties[name] = isDate ? dateOf(node, name) : optional(node[name]);
  return properties;
}

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
interface Qualifier {
  readonly name: string;
  readonly value: string;
}

function qualifiersOf(predicate: string, claim: Properties): readonly Qualifier[] {
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

export interface RelationRow extends NodeRow {
  readonly relation: Properties;
  readonly type: RelationType;
  /** The id of the entity at this end, where it is not the one that was asked. */
  readonly via?: string;
  /** The id of the entity that the relation leads from, where it may lead either way. */
  readonly source?: string;
}

/** A region, and the relations to what is folded into it. */
export interface RolledUpRow extends NodeRow {
  readonly relations: readonly Pick<RelationRow, 'relation' | 'type'>[];
}

/** A relation and the entity at its other end. */
export interface Relation {
  readonly id: string;
  readonly type: RelationType;
  readonly validity: Validity;
  readonly certainty: Certainty | undefined;
  readonly firstStatedOn: FuzzyDate | undefined;
  readonly lastStatedOn: FuzzyDate | undefined;
  readonly possibleFrom: string | undefined;
  readonly claimIds: readonly string[];
  readonly node: Entity;
  readonly attributes: Properties;
  /** The id of the entity at this end, where it is not the one that was asked. */
  readonly via: string | undefined;
  /** The relation leads from the entity of this id, where it may lead either way. */
  readonly source: string | undefined;
}

export function relationOf({ relation, type, via, source, ...row }: RelationRow, on: string): Relation {
  const attributes: Record<string, unknown> = {};
  for (const name in relations[type].attributes) attributes[name] = optional(relation[name]);
  return {
    ...relationOwn(relation, type, on),
    node: entityOf(row),
    attributes,
    via,
    source,
  };
}

/** What a relation has, from whichever end it is seen. */
const relationOwn = (relation: Properties, type: RelationType, on: string) => ({
  id: relation['id'] as string,
  type,
  ...holdingOf(relation, on),
  claimIds: relation['claimIds'] as string[],
});

/** When a relation holds, how sure that is on a day, and since and until when sources speak of it. */
function holdingOf(relation: Properties, on: string) {
  const [validity, days] = [validityOf(relation), daysOf(relation)];
  return {
    validity,
    certainty: certaintyOn({ ...validity, ...days, knownFrom: optional<string>(relation['knownFrom']) }, on),
    firstStatedOn: writtenDate(days.firstStatedOn),
    lastStatedOn: writtenDate(days.lastStatedOn),
    possibleFrom: days.possibleFrom,
  };
}

const writtenDate = (edtf: string | undefined) => (edtf === undefined ? undefined : cachedDate(edtf));

/** Several relations as one: with all of their claims, since the earliest of them, and the attributes in which they agree. */
export function rolledUpOf({ relations: folded, ...row }: RolledUpRow, on: string): Relation {
  const all = folded.map((each) => relationOf({ ...each, ...row }, on)).sort((a, b) => byStart(a, b));
  const first = all[0] as Relation;
  const agreed = Object.entries(first.attributes).filter(([name, value]) =>
    all.every(({ attributes }) => attributes[name] === value),
  );
  return {
    ...first,
    certainty: surest(all.map(({ certainty = 'POSSIBLE' }) => certainty)),
    ...statedOf(all),
    claimIds: [...new Set(all.flatMap(({ claimIds }) => claimIds))],
    attributes: Object.fromEntries(agreed),
  };
}

/** The first and the last day on which a source speaks of any of several relations. */
export function statedOf(all: readonly Pick<Relation, 'firstStatedOn' | 'lastStatedOn'>[]) {
  const dates = all.flatMap(({ firstStatedOn, lastStatedOn }) => [firstStatedOn, lastStatedOn]);
  const { first, last } = extremes(dates.filter((date) => date !== undefined));
  return { firstStatedOn: first, lastStatedOn: last };
}

const byStart = (a: Relation, b: Relation): number =>
  startOf(a) < startOf(b) ? -1 : startOf(a) > startOf(b) ? 1 : a.id < b.id ? -1 : 1;
const startOf = ({ validity }: Relation): string => validity.from?.earliest ?? '';

export interface JoinRow {
  readonly relation: Properties;
  readonly type: RelationType;
  readonly source: string;
  readonly target: string;
}

/** A relation seen from neither of its ends. */
export interface Join {
  readonly id: string;
  readonly type: RelationType;
  /** The ids of its ends. */
  readonly from: string;
  readonly to: string;
  readonly validity: Validity;
  readonly certainty: Certainty | undefined;
  readonly firstStatedOn: FuzzyDate | undefined;
  readonly lastStatedOn: FuzzyDate | undefined;
  readonly possibleFrom: string | undefined;
  readonly attributes: readonly Qualifier[];
  readonly claimIds: readonly string[];
  /** ISO day: as of when it is seen. */
  readonly on: string;
}

export function joinOf({ relation, type, source, target }: JoinRow, on: string): Join {
  return {
    id: relation['id'] as string,
    type,
    from: source,
    to: target,
    on,
    ...holdingOf(relation, on),
    attributes: qualifiersOf(type, relation),
    claimIds: relation['claimIds'] as string[],
  };
}

export function validityOf(properties: Properties): Validity {
  return { from: dateOf(properties, 'from'), until: dateOf(properties, 'until') };
}

const optional = <T>(value: unknown): T | undefined => (value ?? undefined) as T | undefined;
