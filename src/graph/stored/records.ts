/** What the graph is made of, as plain records: between the import files, the store and the API. */
import type { HoldingDays } from '../time/certainty.js';
import type {
  ClaimLinks,
  comparators,
  EvidenceSupport,
  Label,
  nameKinds,
  observationKinds,
  RelationType,
  textPredicates,
} from '../../model/model.js';

export interface Name {
  readonly value: string;
  /** BCP 47. */
  readonly lang: string;
  readonly kind: keyof typeof nameKinds;
}

/** A code or identifier under the scheme that gives it its meaning, such as "GB/T 2260" 370200. */
export interface Code {
  readonly scheme: string;
  readonly value: string;
}

export interface EntityRecord {
  readonly id: string;
  readonly label: Label;
  readonly names: readonly Name[];
  readonly description?: string | undefined;
  readonly codes: readonly Code[];
  readonly identifiers: readonly Code[];
  /** How many changesets have changed it or its claims; 1 by default. */
  readonly version?: number | undefined;
  /** Properties of the model that are our own classification; those that rest on claims are added by derivation. */
  readonly properties: Readonly<Record<string, string | number>>;
}

/** Where in an archived text: code points, end exclusive, and the SHA-256 of that passage in UTF-8. */
export interface Locator {
  readonly start: number;
  readonly end: number;
  readonly sha256: string;
}

/** What a claim rests on: a passage of a text, or a record of a data set. */
export interface EvidenceRecord {
  readonly document: string;
  readonly locator?: Locator | undefined;
  /** The key of the record in a data set. */
  readonly record?: string | undefined;
  /** FACT where it is not said. */
  readonly supports?: EvidenceSupport | undefined;
  readonly summary: string;
  /** EDTF: the day of the document, where it is read for what follows from the claim. */
  readonly statedOn?: string | undefined;
}

type Predicate = RelationType | keyof typeof textPredicates | (string & {});

export interface ClaimRecord extends ClaimLinks {
  readonly id: string;
  /** The first claim that said just this, and was retracted: one that is made again has another id. */
  readonly repeats?: string | undefined;
  /** An entity, or an observation. */
  readonly subject: string;
  readonly predicate: Predicate;
  /** The entity at the other end, for a relation. */
  readonly object?: string | undefined;
  /** The value, for a property or a text. */
  readonly value?: string | number | undefined;
  readonly attributes: Readonly<Record<string, string | number>>;
  /** EDTF. */
  readonly from?: string | undefined;
  /** EDTF. */
  readonly until?: string | undefined;
  readonly attributedTo: readonly string[];
  /** EDTF: when it was said. */
  readonly saidOn?: string | undefined;
  readonly evidence: readonly EvidenceRecord[];
}

export interface ObservationRecord {
  readonly id: string;
  readonly indicator: string;
  readonly about: readonly string[];
  readonly region?: string | undefined;
  /** EDTF. */
  readonly period?: string | undefined;
  /** EDTF: what a change or target is measured against. */
  readonly basePeriod?: string | undefined;
  /** Left out where the source gives only a rank; so is the unit. */
  readonly value?: number | undefined;
  /** ISO 4217 or UCUM. */
  readonly unit?: string | undefined;
  /** The place among all that are measured: 1 is the first or largest. */
  readonly rank?: number | undefined;
  /** The region among whose members it is ranked. */
  readonly rankedIn?: string | undefined;
  readonly comparator: keyof typeof comparators;
  readonly kind: keyof typeof observationKinds;
  /** The source's own conversion, such as US dollars beside yuan. */
  readonly convertedValue?: number | undefined;
  readonly convertedUnit?: string | undefined;
  readonly reportedBy?: string | undefined;
}

/** An id that leads to another entity, since the entity that had it was merged. */
export interface Redirect {
  readonly id: string;
  /** The entity that stays. */
  readonly into: string;
}

/** A relation as the live claims that assert it make it. */
export interface RelationRecord {
  readonly id: string;
  readonly type: RelationType;
  readonly from: string;
  readonly to: string;
  readonly attributes: Readonly<Record<string, string | number>>;
  /** EDTF: since when it holds. */
  readonly validFrom?: string | undefined;
  /** EDTF: until when it holds. */
  readonly validUntil?: string | undefined;
  readonly days: HoldingDays;
  readonly claimIds: readonly string[];
}

export interface Dataset {
  readonly entities: readonly EntityRecord[];
  readonly claims: readonly ClaimRecord[];
  readonly observations: readonly ObservationRecord[];
}
