/** Claims as rules suggest them. */
import { labelsOfEnd } from '../../model/model.js';
import type { Candidate, Mention } from '../mentions/mention.js';
import type { Assertion } from './assertion.js';
import type { Choice, ProposedClaim, ProposedPassage, Suggestion } from './proposal.js';
import type { RuleContext } from './rule.js';

/** What a rule says of two ends, or of one and a value. */
export interface Said {
  readonly subject: Mention | undefined;
  readonly predicate: string;
  readonly object?: Mention | undefined;
  readonly value?: string | undefined;
  /** What a value is about. */
  readonly about?: readonly Mention[] | undefined;
  readonly qualifiers?: Readonly<Record<string, string | number | undefined>> | undefined;
  /** EDTF. */
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  readonly confidence: number;
  readonly why: string;
  readonly summary: string;
  readonly passages?: readonly Omit<ProposedPassage, 'sha256'>[] | undefined;
}

/** The claim; none where the model does not allow it between such ends. Of an end that may be one of a few, the likeliest, and all to choose from. */
export function claimOf(said: Said, { certainty, attributedTo }: Assertion, { idOf }: RuleContext): Suggestion[] {
  const { subject, object, predicate } = said;
  const [subjectId, objectId] = [subject, object].map((end) => end && (idOf(end) ?? candidatesOf(end)[0]?.id));
  if (subject === undefined || subjectId === undefined || !isAllowed('source', predicate, subject)) return [];
  if (object !== undefined && (objectId === undefined || objectId === subjectId || !isAllowed('target', predicate, object)))
    return [];
  if (objectId === undefined && said.value === undefined) return [];
  const claim: ProposedClaim = {
    subject: subjectId,
    predicate,
    object: objectId,
    value: said.value,
    qualifiers: qualifiersOf(said.qualifiers),
    from: said.from,
    until: said.until,
    about: said.about === undefined || said.about.length === 0 ? undefined : said.about.flatMap((each) => idOf(each) ?? []),
    attributedTo,
  };
  const choices = choicesOf({ subject, object }, idOf);
  const sure = certaintyOf(subject) * (object === undefined ? 1 : certaintyOf(object));
  const confidence = Math.round(said.confidence * certainty * sure * 100) / 100;
  const { why, summary, passages } = said;
  return [{ kind: 'CLAIM', claim, confidence, why, summary, passages, ...(choices.length > 0 && { choices }) }];
}

/** More would be no choice but a search. */
const mostCandidates = 4;

/** What a name may mean that several have. */
const candidatesOf = ({ candidates = [] }: Mention): readonly Candidate[] =>
  candidates.length <= mostCandidates ? candidates : [];

const choicesOf = (ends: Readonly<Record<string, Mention | undefined>>, idOf: RuleContext['idOf']): Choice[] =>
  Object.entries(ends).flatMap(([field, end]) =>
    end === undefined || idOf(end) !== undefined ? [] : [{ field, candidates: candidatesOf(end) }],
  );

const isAllowed = (end: 'source' | 'target', predicate: string, { label }: Mention): boolean =>
  labelsOfEnd(end, predicate).includes(label);

/** A mention that is itself a guess makes what is said of it less sure. */
const certaintyOf = ({ confidence, how }: Mention): number => (how === 'NEW' ? 0.95 : 0.8 + 0.2 * confidence);

function qualifiersOf(values: Said['qualifiers'] = {}): ProposedClaim['qualifiers'] {
  const given = Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [{ name, value: String(value) }]));
  return given.length > 0 ? given : undefined;
}
