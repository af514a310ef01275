/** What the graph is made of, as plain records: between the import files, the store and the API. */
import type { HoldingDays } from '../time/certainty.js';
import type {
  claimFields,
  evidenceFields,
  Label,
  nameKinds,
  observationFields,
  RecordOf,
  RelationType,
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

/** What a claim rests on: a passage of a text, or a record of a data set. Evidence of the fact has no `supports`. */
export interface EvidenceRecord extends Omit<RecordOf<typeof evidenceFields>, keyof Locator> {
  readonly locator?: Locator | undefined;
  /** EDTF: the day of the document, where it is read for what follows from the claim. */
  readonly statedOn?: string | undefined;
}

export interface ClaimRecord extends RecordOf<typeof claimFields> {
  readonly id: string;
  /** The first claim that said just this, and was retracted: one that is made again has another id. */
  readonly repeats?: string | undefined;
  /** Of the relation that it asserts. */
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly evidence: readonly EvidenceRecord[];
}

/** A value of an indicator: dates as EDTF, units of ISO 4217 or UCUM. */
export interface ObservationRecord extends RecordOf<typeof observationFields> {
  readonly id: string;
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
