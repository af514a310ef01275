/** Rules that join what a pattern names as `subject` with what it names as `object`. */
import { assertionOf, type Assertion } from './assertion.js';
import { claimOf } from './claim.js';
import type { Mention } from '../mentions/mention.js';
import { matchesOf, type Match } from './pattern.js';
import type { Suggestion } from './proposal.js';
import type { ReadingRule, RuleContext } from './rule.js';
import type { TypedSentence } from './typed-sentence.js';

type Qualifiers = Readonly<Record<string, string | undefined>>;

export interface RelationPattern {
  /** With the flags g and u, and the groups `subject` and `object`; `date` says since when. */
  readonly pattern: RegExp;
  readonly predicate: string;
  readonly confidence: number;
  /** What a reviewer reads between the two: "sells to". */
  readonly verb: string;
  readonly qualifiers?: (match: Match, sentence: TypedSentence, context: RuleContext) => Qualifiers;
  /** The ends that the pattern does not name, or names in another way. */
  readonly subjects?: Ends;
  readonly objects?: Ends;
  /** What the sentence takes for granted, whatever it says of it: "the Japanese retailer X will open". */
  readonly isGiven?: true;
  /** Whether the subject does something: then it is not "the head of X", nor "with X". */
  readonly isActive?: true;
  /** Whether a match counts after all. */
  readonly isMeant?: (match: Match, sentence: TypedSentence, context: RuleContext) => boolean;
}

type Ends = (match: Match, sentence: TypedSentence, context: RuleContext) => readonly Mention[];

export const relationRule = (name: string, example: string, rows: readonly RelationPattern[]): ReadingRule => ({
  name,
  example,
  read: (sentence, context) =>
    rows.flatMap((row) => matchesOf(row.pattern, sentence).flatMap((match) => relationsOf(row, match, sentence, context))),
});

function relationsOf(row: RelationPattern, match: Match, sentence: TypedSentence, context: RuleContext): Suggestion[] {
  if (row.isActive === true && !isActor(sentence, match)) return [];
  if (row.isMeant?.(match, sentence, context) === false) return [];
  const assertion =
    row.isGiven === true ? given : isUncertain(sentence, match) ? undefined : assertionOf(sentence, match, context);
  if (assertion === undefined) return [];
  const subjects = row.subjects?.(match, sentence, context) ?? match.mentions('subject');
  const objects = row.objects?.(match, sentence, context) ?? match.mentions('object');
  const from = match.date('date');
  return subjects.flatMap((subject) =>
    objects.flatMap((object) =>
      claimOf(
        {
          subject,
          predicate: row.predicate,
          object,
          qualifiers: row.qualifiers?.(match, sentence, context),
          from: from?.bound === 'UNTIL' ? undefined : from?.edtf,
          confidence: row.confidence,
          why: `The words between them say “${row.verb}”.`,
          summary: `${called(subject)} ${row.verb} ${called(object)}.`,
        },
        assertion,
        context,
      ),
    ),
  );
}

const given: Assertion = { certainty: 1 };

const called = ({ newName, text }: Mention): string => newName ?? text;

/** Negated, planned, possible, or asked for. */
const uncertain =
  /\b(?:not|never|no longer|neither|nor|without|cannot|will|would|could|can|may|might|must|shall|should|ought|plan(?:s|ned|ning)?|aim(?:s|ed|ing)?|hope(?:s|d)?|intend(?:s|ed)?|want(?:s|ed)?|seek(?:s|ing)?|sought|consider(?:s|ed|ing)?|about to|set to|expect(?:s|ed)?|try(?:ing)?|tries|tried|fail(?:s|ed)?|refus(?:es?|ed)|declin(?:es?|ed) to|propos(?:es?|ed)|agree[sd]? to|in talks|potential(?:ly)?|less|unlike|rather than|instead of|excluding|except|used to|formerly|once)\b|n[’']t\b|不(?!断|仅|少|但)|没有|未(?!来)|无法|并非|非(?!洲|常)|将|拟|计划|有望|或许|可能|欲|若|希望|力争|准备|打算|考虑|曾|旨在|(?<![供响反适效])应(?!用)|尚(?!品)|除了|有意|试图|洽谈|谈判/iu;

/** In the matched words, and in the clause right before them. */
function isUncertain({ typed }: TypedSentence, { start, end }: Match): boolean {
  const clause = /[^,;:，；：。]*$/u.exec(typed.slice(Math.max(0, start - 40), start))?.[0] ?? '';
  return uncertain.test(typed.slice(start, end)) || uncertain.test(clause);
}

/** Before what is no actor: "the head of X", "together with X", "than X". */
const notActor =
  /(?:\b(?:of|with|by|from|at|in|for|to|like|than|via|against|about|between|on|over|under)\s(?:the\s|an?\s)?|[’']s?\s|[与和跟同向对在被由从给])$/iu;

const isActor = ({ typed }: TypedSentence, { start }: Match): boolean => !notActor.test(typed.slice(0, start));

/** Of the sentences just before, what one of these types began with: what "its" may mean. */
export function topicBefore(labels: readonly string[], { index }: TypedSentence, { sentences }: RuleContext): Mention[] {
  const before = sentences[index - 1];
  const named = before?.parts.flatMap((part) =>
    part.type === 'Mention' && labels.includes(part.mention.label) ? [part.mention] : [],
  );
  return named?.slice(0, 1) ?? [];
}
