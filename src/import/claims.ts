import type { comparators, EvidenceSupport } from '../graph/model.js';
import type { ClaimRecord, EvidenceRecord, ObservationRecord } from '../graph/records.js';
import { claimFileSchema } from './file-schema.js';
import { observationId } from './ids.js';
import type { Located, Problem } from './problem.js';
import { compile, fits } from './validator.js';
import type { Step, YamlFile } from './yaml.js';

interface RawEvidence {
  readonly document?: string;
  readonly start?: number;
  readonly end?: number;
  readonly sha256?: string;
  readonly record?: string;
  readonly supports?: EvidenceSupport;
  readonly summary: string;
}

type RawClaim = Omit<ClaimRecord, 'id' | 'attributes' | 'attributedTo' | 'evidence'> & {
  readonly attributes?: ClaimRecord['attributes'];
  readonly attributedTo?: readonly string[];
  readonly evidence: readonly RawEvidence[];
};

type RawObservation = Omit<ObservationRecord, 'id' | 'about' | 'comparator'> & {
  readonly about?: readonly string[];
  readonly comparator?: keyof typeof comparators;
  readonly attributedTo?: readonly string[];
  readonly evidence: readonly RawEvidence[];
};

interface RawFile {
  readonly document?: string;
  readonly claims?: readonly RawClaim[];
  readonly observations?: readonly RawObservation[];
}

/** A claim as it is read, before those that say the same are made one and get their id. */
export type ClaimDraft = Omit<ClaimRecord, 'id'>;

export interface ClaimFile {
  readonly claims: readonly Located<ClaimDraft>[];
  readonly observations: readonly Located<ObservationRecord>[];
}

const validate = compile(claimFileSchema);

/** The claims and observations of one YAML file. Each observation also gives the claim that its value is so. */
export function readClaims(file: YamlFile, problems: Problem[]): ClaimFile {
  if (!fits(validate, file, [], file.value, problems)) return { claims: [], observations: [] };
  const { document, claims = [], observations = [] } = file.value as RawFile;
  const located = (at: readonly Step[]) => (rest: readonly Step[], message: string) => file.problem([...at, ...rest], message);
  const read = observations.map((raw, index) => ({ raw, item: observationOf(raw), problem: located(['observations', index]) }));
  return {
    claims: [
      ...claims.map((raw, index) => ({ item: claimOf(raw, document), problem: located(['claims', index]) })),
      ...read.map(({ raw, item, problem }) => ({ item: valueClaim(item, raw, document), problem })),
    ],
    observations: read,
  };
}

function claimOf({ attributes = {}, attributedTo = [], evidence, ...rest }: RawClaim, document: string | undefined): ClaimDraft {
  return { ...rest, attributes, attributedTo, evidence: evidence.map((item) => evidenceOf(item, document)) };
}

function observationOf({
  about = [],
  comparator = 'EXACT',
  evidence: _,
  attributedTo: __,
  ...rest
}: RawObservation): ObservationRecord {
  const observation = { ...rest, about, comparator };
  return { ...observation, id: observationId(observation) };
}

function valueClaim(
  { id, value }: ObservationRecord,
  { attributedTo = [], evidence }: RawObservation,
  document: string | undefined,
): ClaimDraft {
  return claimOf({ subject: id, predicate: 'value', value, attributedTo, evidence }, document);
}

function evidenceOf(
  { document, start, end, sha256, record, supports, summary }: RawEvidence,
  fallback: string | undefined,
): EvidenceRecord {
  const locator = start === undefined || end === undefined || sha256 === undefined ? undefined : { start, end, sha256 };
  return { document: document ?? fallback ?? '', locator, record, supports: supports === 'FACT' ? undefined : supports, summary };
}
