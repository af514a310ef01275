/** Rules whose patterns say a fact each time they match. */
import { assertionOf } from './assertion.js';
import { claimOf, type Said } from './claim.js';
import { matchesOf, type Match } from './pattern.js';
import type { ReadingRule, RuleContext } from './rule.js';
import { placeInText, type TypedSentence } from './typed-sentence.js';

interface FactRule extends Pick<ReadingRule, 'name' | 'example'> {
  /** With the flags g and u. */
  readonly patterns: readonly RegExp[];
  /** The passage is what matches, not the whole sentence. */
  readonly isPhrase?: true | undefined;
  readonly said: (match: Match, sentence: TypedSentence, context: RuleContext) => readonly Said[];
}

/** A match in a question, a denial or a condition says nothing. */
export const factRule = ({ name, example, patterns, isPhrase, said }: FactRule): ReadingRule => ({
  name,
  example,
  read: (sentence, context) =>
    patterns.flatMap((pattern) =>
      matchesOf(pattern, sentence).flatMap((match) => {
        const assertion = assertionOf(sentence, match, context);
        return assertion === undefined
          ? []
          : said(match, sentence, context).flatMap((each) =>
              claimOf(isPhrase === true ? narrowed(each, match, sentence) : each, assertion, context),
            );
      }),
    ),
});

function narrowed(said: Said, { start, end }: Match, sentence: TypedSentence): Said {
  if (said.passages !== undefined || end <= start) return said;
  const span = { start: placeInText(sentence, start), end: placeInText(sentence, end) };
  return { ...said, passages: [{ ...span, summary: said.summary }] };
}
