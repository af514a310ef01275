/** Who says something, by the words before or after the verb. */
import type { Mention } from '../../mentions/mention.js';
import { matchesOf, one } from '../pattern.js';
import type { TypedSentence } from '../typed-sentence.js';
import type { Frame } from './speech.js';

export type Speaker = Pick<Frame, 'speakers' | 'pronoun' | 'confidence'> & {
  /** Where the words for the speaker begin. */
  readonly from: number;
};

const speakerTypes = ['Person', 'Agency', 'Organization', 'Region'] as const;
const token = one('speaker', ...speakerTypes);
const any = `<(?:${speakerTypes.join('|')}):\\d+>`;
/** One, or "A, B and C": "A, B" alone may be a place and a person. */
const several = String.raw`(?<speaker>${any}(?:(?:,\s(?:the\s)?${any})*,?\sand\s(?:the\s)?${any})?)`;
const brackets = String.raw`(?:\s\([^)]*\))?(?:\s(?:of|in)\s(?:the\s)?<Region:\d+>|\s(?:of|at|from|with)\s(?:the\s)?<(?:Organization|Agency):\d+>)?`;
/** "News site", "analyst": what a speaker is, before the name. */
const kind = String.raw`(?:(?!(?:in|of|from|by|with|to|for|at|on|near|against|about|than|over|and|said|says|told|by|[Ii]f|[Uu]nless|[Ww]hether|[Ww]hat|[Hh]ow|[Ww]hen|[Uu]ntil|[Bb]efore|[Aa]fter|[Oo]nce|as|because|since|while|although|though|that|but|so|or|who|which|not|is|are|was|were|has|have|had|will|would)\s)[\p{L}’'-]+\s|<Region:\d+>['’]s\s){0,5}`;
/** Between the speaker and the verb. */
const adverbs = String.raw`(?:,?\s(?:also|has|have|had|earlier|later|then|recently|once|further|again|still|even|just|only|today|yesterday|in turn|meanwhile|however|this week|last (?:week|month|year)|\p{Ll}+ly|(?:on\s|in\s)?(?:early\s|late\s)?<Date:\d+>),?)*`;
/** Words between which and the verb a clause of its own begins. */
const clauseStart = String.raw`(?:^["“]?|[,;:”"▒—]\s?|--\s|\b(?:and|but|while|that|[Aa]s|though|although|because|since|when|after|where|so)\s)`;
/** Nouns as they begin a sentence too. */
const anyCase = (nouns: string): string =>
  nouns
    .split(' ')
    .map((noun) => `[${noun.charAt(0).toUpperCase()}${noun.charAt(0)}]${noun.slice(1)}`)
    .join('|');
/** Several of a body, or its head, may speak for it; one of its researchers does not. */
const people = anyCase(
  'researchers analysts economists experts professors scholars scientists lawyers traders executives head director chief president chair(?:man|woman)? minister governor mayor manager',
);
const bodies = anyCase(
  'spokes(?:man|woman|person|people) officials? representatives? authorit(?:y|ies) sources? data figures statistics reports? statements? announcement article survey study analysis column post bulletin website',
);

/** The last of these that fits the words before the verb is the speaker. */
const before: readonly { readonly pattern: RegExp; readonly confidence: number; readonly pronoun?: Frame['pronoun'] }[] = [
  {
    pattern: new RegExp(
      String.raw`${clauseStart}${kind}${token}${brackets}(?:,|\s--|\s?—)\s(?!(?:and|but|while)\s)[^“”;▒]{1,200}?(?:,|\s--|\s?—)${adverbs}\s$`,
      'u',
    ),
    confidence: 0.85,
  },
  {
    pattern: new RegExp(String.raw`${clauseStart}${kind}${several}${brackets}${adverbs}\s$`, 'u'),
    confidence: 0.9,
  },
  {
    pattern: new RegExp(String.raw`(?<!\b(?:in|at|from)\s[^,]{0,40}),\s${one('speaker', 'Person')},${adverbs}\s$`, 'u'),
    confidence: 0.85,
  },
  { pattern: new RegExp(String.raw`${token}${brackets},?\swho${adverbs}\s$`, 'u'), confidence: 0.8 },
  {
    pattern: new RegExp(
      String.raw`\b(?:${bodies})\s(?:of|for|from|at|by|with|in)\s(?:the\s)?(?:<Region:\d+>(?:['’]s)?\s)?${token}${brackets}(?:\s(?:[^,<]|<\w+:\d+>){1,60})?${adverbs}\s$`,
      'u',
    ),
    confidence: 0.75,
  },
  {
    pattern: new RegExp(
      String.raw`${token}(?:['’]s?)?\s(?:[“"][^“”"]{1,40}[”"]\s)?(?:[\p{L}-]+\s){0,2}?(?:${bodies})(?:\s(?:released|published|issued)\s(?:[^,“”]{1,40}))?${adverbs}\s$`,
      'u',
    ),
    confidence: 0.7,
  },
  {
    pattern: new RegExp(
      String.raw`(?:\b(?:${people})\s(?:of|from|at|with)\s(?:the\s)?${token}${brackets}|${one('of', ...speakerTypes)}${brackets}\s(?:\p{L}+\s)?(?:${people}))${adverbs}\s$`,
      'u',
    ),
    confidence: 0.45,
  },
  { pattern: new RegExp(String.raw`${clauseStart}(?:[Hh]e|[Ss]he)${adverbs}\s$`, 'u'), confidence: 0.7, pronoun: 'PERSON' },
  {
    pattern: new RegExp(
      String.raw`${clauseStart}(?:[Tt]he\s)(?:official|spokes\w+|expert|minister|governor|president|chairman|researcher|analyst|economist|professor|director|executive)${adverbs}\s$`,
      'u',
    ),
    confidence: 0.6,
    pronoun: 'LAST',
  },
  { pattern: new RegExp(String.raw`${clauseStart}(?:[Ii]t|[Tt]hey)${adverbs}\s$`, 'u'), confidence: 0.6, pronoun: 'BODY' },
];

/** The speaker that the words before a verb name; nothing where they name none. */
export function speakerBefore(sentence: TypedSentence, masked: string, verb: number): Speaker | undefined {
  const words = masked.slice(0, verb);
  for (const { pattern, confidence, pronoun } of before) {
    const [match] = matchesOf(new RegExp(pattern.source, 'gu'), { typed: words, parts: sentence.parts });
    if (match === undefined) continue;
    const speakers = [...match.mentions('speaker'), ...match.mentions('of')];
    return { speakers, pronoun, confidence, from: fromOf(words, match.start) };
  }
  return undefined;
}

/** Without the word or mark before it. */
function fromOf(words: string, start: number): number {
  const lead = /^(?:[,;:”"▒—]\s?|--\s|(?:and|but|while|that|as|though|although|because|since|when|after|where|so)\s)/u.exec(
    words.slice(start),
  );
  return start + (lead?.[0].length ?? 0);
}

const inverted = new RegExp(
  String.raw`^\s(?!(?:in|at|on|during|after|before|that|when|as|to|last|this|from)\s)(?:by\s)?(?:(?:the|an?|its|their)\s)?(?:<(?:Region|Agency|Organization):\d+>['’]s?\s)?(?:[\p{L}.-]+\s){0,4}?(?:[\p{L}-]+,\s)?${token}(?<more>${brackets}(?:,\s[^“”.;]{1,160}?)?)(?=[,.;]?["”]?$|,\s["“]|,\s(?:adding|noting|who)|\s(?:on|in|at|during|after)\s)`,
  'u',
);

/** The speaker after the verb: “…,” said Jane Doe, director of the ministry. */
export function speakerAfter(
  sentence: TypedSentence,
  masked: string,
  end: number,
): (Speaker & { readonly to: number }) | undefined {
  const found = inverted.exec(masked.slice(end));
  if (found === null) return undefined;
  const [match] = matchesOf(new RegExp(token, 'gu'), { typed: found.groups?.['speaker'] ?? '', parts: sentence.parts });
  const speaker: Mention | undefined = match?.mention('speaker');
  return speaker === undefined ? undefined : { speakers: [speaker], confidence: 0.9, from: end, to: end + found[0].length };
}
