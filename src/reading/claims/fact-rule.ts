/** Rules whose patterns say a fact each time they match. */
import { assertionOf, type Assertion } from './assertion.js';
import { claimOf, type Said } from './claim.js';
import { matchesOf, type Match } from './pattern.js';
import type { Suggestion } from './proposal.js';
import type { ReadingRule, RuleContext } from './rule.js';
import { placeInText, type TypedSentence } from './typed-sentence.js';

interface FactRule extends Pick<ReadingRule, 'name' | 'example'> {
  /** With the flags g and u. */
  readonly patterns: readonly RegExp[];
  /** Of what sentences take for granted, whatever else they deny or ask: "Jane Doe, head of the ministry, denied it". */
  readonly given?: readonly RegExp[] | undefined;
  /** The passage is what matches, not the whole sentence. */
  readonly isPhrase?: true | undefined;
  /** It is nobody's word, although the sentence may quote somebody: "It will build in Iskar, Lyonesse, the firm said." */
  readonly isBackground?: true | undefined;
  readonly said: (match: Match, sentence: TypedSentence, context: RuleContext) => readonly Said[];
}

/** A match of `patterns` in a question, a denial or a condition says nothing. */
export const factRule = ({ patterns, given = [], ...rule }: FactRule): ReadingRule => ({
  name: rule.name,
  example: rule.example,
  read: (sentence, context) => [
    ...patterns
      .flatMap((pattern) => matchesOf(pattern, sentence))
      .flatMap((match) => factsOf(rule, match, sentence, context, assertionOf(sentence, match, context))),
    ...given
      .flatMap((pattern) => matchesOf(pattern, sentence))
      .flatMap((match) => factsOf(rule, match, sentence, context, { certainty: 1 })),
  ],
});

function factsOf(
  { isPhrase, isBackground, said }: Pick<FactRule, 'isPhrase' | 'isBackground' | 'said'>,
  match: Match,
  sentence: TypedSentence,
  context: RuleContext,
  assertion: Assertion | undefined,
): Suggestion[] {
  if (assertion === undefined) return [];
  const own = isBackground === true ? { ...assertion, attributedTo: [] } : assertion;
  return said(match, sentence, context).flatMap((each) =>
    claimOf(isPhrase === true ? narrowed(each, match, sentence) : each, own, context),
  );
}

function narrowed(said: Said, { start, end }: Match, sentence: TypedSentence): Said {
  if (said.passages !== undefined || end <= start) return said;
  const span = { start: placeInText(sentence, start), end: placeInText(sentence, end) };
  return { ...said, passages: [{ ...span, summary: said.summary }] };
}
