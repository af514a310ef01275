/** Whether a sentence states what a pattern matches as a fact, and whose word it is. */
import type { Match } from './pattern.js';
import { speakersOf } from './speakers.js';
import type { RuleContext } from './rule.js';
import type { TypedSentence } from './typed-sentence.js';

export interface Assertion {
  /** What the confidence of a rule is multiplied by. */
  readonly certainty: number;
  /** The ids of who said it, where the text reports somebody's words. */
  readonly attributedTo?: readonly string[] | undefined;
}

/** Before a match, or in its clause: what is reported is denied. */
const denied =
  /\b(?:den(?:y|ies|ied|ying)|refut(?:es?|ed|ing)|dismiss(?:es|ed)|untrue|false(?:ly)?|hoax|fake news|rumou?rs?|contrary to)\b|否认|谣言|辟谣|不实|虚假|假消息|子虚乌有|不属实|与事实不符|[，；。]应为/iu;

/** Before a match: it depends on something, or is an open question. "if" after it says nothing about it. */
const conditional =
  /^["“]?(?:had|were|should|suppose|supposing)\s|(?:^|[\s“"(])(?:if|unless|whether|in case|once|as soon as|until|should)\s[^;]*$|(?:如果|如|若|假如|假使|倘若|一旦|除非|是否|能否)[^；。]*$/iu;

/** Right before a match: the sentence says it of something else, as "neither Lyonesse nor Mordale is covered". */
const excluded =
  /\b(?:neither|nor|not|never|no|none of|except(?: for)?|excluding|without|rather than|instead of|unlike|other than|apart from|aside from|(?:all|every|each|any)\s(?:[\p{L}-]+\s){1,3}(?:but|bar|save(?: for)?))\s(?:(?:the|in|to|by|from|even|yet|all(?: of)?)\s)*$|(?:除(?:了)?|不包括|不包含|不含|并非|而非|不是|没有|并未|尚未|从未|不再)$/iu;

const hearsay =
  /\b(?:reportedly|allegedly|supposedly|purportedly|apparently|presumably|unconfirmed|rumou?red|said to (?:have|be)|believed to (?:have|be)|thought to (?:have|be)|expected to|is likely to)\b|据传|传闻|据称|网传|疑似|或已|可能已|有消息称/iu;

/** "The ministry issued the notice, and denied …": what comes in a clause of its own does not deny what is before it. */
const isDenied = (typed: string, start: number, end: number): boolean =>
  denied.test(typed.slice(0, start)) ||
  denied.test(/^[^,;，；]*(?:[,，][^,;，；]{0,12}$)?/u.exec(typed.slice(end))?.[0] ?? '') ||
  denied.test(typed.slice(start, end)) ||
  /[，；](?:应|实)为/u.test(typed.slice(end)); // a correction, of what is before it

interface Manner {
  readonly isQuestion: boolean;
  /** Whether it denies anything at all. */
  readonly hasDenial: boolean;
  readonly isHearsay: boolean;
}

/** Of each sentence once, however much is found in it. */
const manners = new WeakMap<TypedSentence, Manner>();

function mannerOf(sentence: TypedSentence): Manner {
  const { typed } = sentence;
  const manner = manners.get(sentence) ?? {
    isQuestion: /[?？]["”’)）]*$/u.test(typed),
    hasDenial: denied.test(typed),
    isHearsay: hearsay.test(typed),
  };
  manners.set(sentence, manner);
  return manner;
}

/** Nothing where the sentence is a question, or denies what it says, or makes it depend on something else, or leaves it out. */
export function assertionOf(
  sentence: TypedSentence,
  { start, end }: Pick<Match, 'start' | 'end'>,
  context: RuleContext,
): Assertion | undefined {
  const { typed } = sentence;
  const { isQuestion, hasDenial, isHearsay } = mannerOf(sentence);
  const before = typed.slice(0, start);
  if (isQuestion || (hasDenial && isDenied(typed, start, end)) || conditional.test(before) || excluded.test(before))
    return undefined;
  const attributedTo = speakersOf(sentence, { start, end }, context);
  return {
    certainty: isHearsay ? 0.5 : 1,
    attributedTo: attributedTo.length > 0 ? attributedTo : undefined,
  };
}
