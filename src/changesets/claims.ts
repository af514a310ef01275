import { groupBy } from '../graph/group-by.js';
import { nestedEvidence } from '../graph/stored/fields.js';
import type { ClaimRecord, ObservationRecord } from '../graph/stored/record-types.js';
import { claimFields, observationFields, type evidenceFields, type Fields, type InputOf, type RecordOf } from '../model/model.js';
import { claimFileSchema } from './schema.js';
import { assertion, claimId, observationId } from './ids.js';
import type { Located, Problem, Step } from './problem.js';
import { compile, fits } from './validator.js';

type RawEvidence = Omit<InputOf<typeof evidenceFields>, 'document'> & { readonly document?: string };

export type RawClaim = InputOf<typeof claimFields> &
  Pick<RequestedClaim, 'supersedes'> & {
    readonly attributes?: ClaimRecord['attributes'];
    readonly evidence: readonly RawEvidence[];
    readonly note?: string;
  };

export type RawObservation = InputOf<typeof observationFields> & {
  readonly attributedTo?: readonly string[];
  readonly evidence: readonly RawEvidence[];
  readonly note?: string;
};

interface RawFile {
  readonly document?: string;
  readonly claims?: readonly RawClaim[];
  readonly observations?: readonly RawObservation[];
}

/** A claim as it is read, before those that say the same are made one and get their id. */
export type RequestedClaim = Omit<ClaimRecord, 'id' | 'repeats'> & {
  /** The claims whose place it takes; they are retracted. */
  readonly supersedes?: readonly string[] | undefined;
  /** It is a record on its own, with all of its evidence: one that says the same on other evidence is another claim. */
  readonly isRecord?: true;
};

export interface ClaimFile {
  readonly claims: readonly Located<RequestedClaim>[];
  readonly observations: readonly Located<ObservationRecord>[];
}

const validate = compile(claimFileSchema);

/** The claims and observations that one file, or one request, brings. Each observation also gives the claim that its value is so. */
export function readClaims(file: Located<unknown>, problems: Problem[]): ClaimFile {
  if (!fits(validate, file, [], file.item, problems)) return { claims: [], observations: [] };
  const { document, claims = [], observations = [] } = file.item as RawFile;
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

/** One claim that two places make is one claim with the evidence of both; records stay as they are. */
export function mergedClaims(drafts: readonly Located<RequestedClaim>[]): (RequestedClaim & { readonly id: string })[] {
  const same = groupBy(
    drafts.map(({ item }) => item),
    (claim) => (claim.isRecord === true ? claimId(claim) : assertion(claim)),
  );
  return [...same].map(([key, claims]) => {
    const isRecord = claims[0]?.isRecord === true;
    const evidence = isRecord ? (claims[0]?.evidence ?? []) : claims.flatMap((claim) => claim.evidence);
    const supersedes = claims.flatMap((claim) => claim.supersedes ?? []);
    const claim = { ...(claims[0] as RequestedClaim), evidence, supersedes };
    return { ...claim, id: isRecord ? key : claimId(claim) };
  });
}

const wholeClaim = withDefaults(claimFields);
const wholeObservation = withDefaults(observationFields);

export function claimOf(raw: RawClaim, document: string | undefined): RequestedClaim {
  const { attributes = {}, evidence, note: _, ...rest } = raw;
  const whole = evidence.map((item) => nestedEvidence({ ...item, document: item.document ?? document ?? '' }));
  return { ...wholeClaim({ ...rest, attributes }), evidence: whole };
}

export function observationOf({ evidence: _, attributedTo: __, note: ___, ...rest }: RawObservation): ObservationRecord {
  const observation = wholeObservation(rest);
  return { ...observation, id: observationId(observation) };
}

function valueClaim(
  { id, value, rank }: ObservationRecord,
  { attributedTo = [], evidence }: RawObservation,
  document: string | undefined,
): RequestedClaim {
  const says = value === undefined ? { predicate: 'rank', value: rank } : { predicate: 'value', value };
  return claimOf({ subject: id, ...says, attributedTo, evidence }, document);
}

/** Adds, after the others, the fields that a file may leave out though every record has them: digests of changesets depend on the order of keys. */
function withDefaults<All extends Fields>(fields: All): <Given extends InputOf<All>>(given: Given) => Given & RecordOf<All> {
  const defaults = Object.entries(fields).filter(([, field]) => field.default !== undefined);
  return (given) => {
    const record: Record<string, unknown> = { ...given };
    for (const [name, field] of defaults) {
      const value = record[name] ?? field.default;
      delete record[name];
      record[name] = value;
    }
    return record as typeof given & RecordOf<All>;
  };
}
