/** What English sentences say that acts and programs provide. */
import { matchesOf, one, type Match } from '../pattern.js';
import type { TypedSentence } from '../typed-sentence.js';
import type { Found } from './provision.js';
import { baseVerbs, finiteVerbs, participles, thirdPerson } from './verbs.js';

const act = one('act', 'Policy', 'Program');
/** "(the “Notice”)", "released in May", "which was issued on Monday,". */
const aside = String.raw`[”"]?(?:\s\([^)]*\))?(?:\s(?:also|itself|measures|provisions))?(?:,\s[^,“”;.]{1,120},|\s(?:issued|released|published|announced|unveiled|adopted)\s[^,“”;.]{1,60})?`;
const adverbs = String.raw`(?:\s(?:also|further|explicitly|clearly|specifically|in particular|particularly|additionally|now|still|\p{Ll}+ly))*`;
const verb = String.raw`[“"]?(?:(?<verb>${finiteVerbs})|(?<plural>${baseVerbs})|(?:will|would|shall|is to|are to|has|have)${adverbs}\s[“"]?(?<base>${baseVerbs}|${finiteVerbs}))(?![\p{L}-])`;

const provides: readonly { readonly pattern: RegExp; readonly confidence: number }[] = [
  { pattern: new RegExp(String.raw`${act}${aside}${adverbs}\s${verb}`, 'gu'), confidence: 0.85 },
  {
    pattern: new RegExp(String.raw`${act}[^,“”;.<]{0,30}(?:<Date:\d+>)?,?\s(?:which|that)${adverbs}\s${verb}`, 'gu'),
    confidence: 0.8,
  },
  { pattern: new RegExp(String.raw`${act}${aside},\s(?<verb>${participles})(?![\p{L}-])`, 'gu'), confidence: 0.75 },
  { pattern: new RegExp(String.raw`^(?:It|They|The (?:document|text))${adverbs}\s${verb}`, 'gu'), confidence: 0.7 },
];
/** The verbs after the first one: "encourages A, supports B and bans C". */
const more = new RegExp(
  String.raw`(?:,|;|\sand|,\sand|,\swhile|;\sit)${adverbs}(?:\salso)?\s(?:(?<verb>${finiteVerbs})|(?<participle>${participles})|(?<plural>${baseVerbs}))(?![\p{L}-])`,
  'gu',
);
/** What the act says is a clause of its own. */
const clauses: readonly RegExp[] = [
  new RegExp(
    String.raw`(?:^|,\s)(?:[Uu]nder|[Aa]ccording to|[Ii]n|[Aa]s part of|[Tt]hrough|[Bb]y)\s(?:the\s)?[“"]?${act}[”"]?(?:\s\([^)]*\))?,\s`,
    'gu',
  ),
  new RegExp(
    String.raw`${act}${aside}${adverbs}\s(?:says?|said|states?|stated|provides?|stipulates?|stipulated|specif(?:y|ies|ied)|notes?|noted|makes? clear|mandates?|proposes?|requires?|required)\sthat\s`,
    'gu',
  ),
  new RegExp(String.raw`^(?:This|That|It)\smeans\s(?:that\s)?`, 'gu'),
];
const before: readonly RegExp[] = [
  new RegExp(String.raw`,\s(?:according to|under)\s(?:the\s)?[“"]?${act}[”"]?(?:\s\([^)]*\))?(?=[.]?$)`, 'gu'),
  new RegExp(String.raw`,\s(?:the\s)?${act}\s(?:says?|said|states?|stated)(?=[.]?$)`, 'gu'),
];
const includes = new RegExp(
  String.raw`(?:^Measures|${act}[”"]?(?:\s(?:measures|provisions|steps))?|[Mm]easures\s(?:in|of|under)\s(?:the\s)?${one('of', 'Policy', 'Program')})${adverbs}\sinclude\s(?!<Region|<Amount)`,
  'gu',
);
const denied = /\b(?:not|never|n['’]t|no longer|would have|instead of|rather than)\s(?:\p{L}+\s)?$/u;

/** "will provide funding for the programme". */
const funds = new RegExp(
  String.raw`\b(?:will|to|would)\s(?:provide|offer|allocate|earmark|set aside|grant)\s[^,.;“”]{0,60}?(?:fund(?:ing|s)|subsid(?:y|ies)|support|loans?|money|financing)[^,.;“”]{0,30}?\s(?:for|to|under)\s(?:the\s)?${act}`,
  'gu',
);
/** What follows a provision in its paragraph, and orders something too. */
const goesOn =
  /^[^“”<]{0,10}(?:[Tt]he (?:government|state|authorities)|<Agency:\d+>)(?:\salso)?\swill\s|\bwill (?:also |then )?(?:continue to )?be \p{Ll}+(?:ed|en|pt|ut|id)\b|\b(?:must|shall|is required to|are required to|is to be|are to be)\s/gu;

/** A sentence that names no act, after one that says what an act provides. */
export const goingOn = (sentence: TypedSentence): Found[] =>
  /<(?:Policy|Program|Person):\d+>/u.test(sentence.typed) || !matchesOf(goesOn, sentence)[0]
    ? []
    : [{ predicate: 'PROVIDES', opening: '', sign: 'will', content: { from: 0, to: sentence.typed.length }, confidence: 0.5 }];

export function englishProvisions(sentence: TypedSentence): Found[] {
  return [...verbs(sentence), ...saidBy(sentence)].filter(
    (each, index, all) => all.findIndex((other) => other.content.from === each.content.from) === index,
  );
}

/** Each verb with what is after it, up to the next. */
function verbs(sentence: TypedSentence): Found[] {
  const first = provides
    .flatMap(({ pattern, confidence }) => matchesOf(pattern, sentence).map((match) => ({ match, confidence })))
    .find(({ match }) => match.words('plural') === '' || isPlural(match, sentence));
  if (first === undefined || denied.test(sentence.typed.slice(first.match.start, verbStart(first.match)))) return [];
  const { match, confidence } = first;
  const subject = match.mention('act');
  const isBase = match.words('verb') === '' && match.words('participle') === '';
  const others = matchesOf(more, sentence).filter((each) => each.start >= match.end && (each.words('plural') === '') !== isBase);
  const signs = [match, ...others].map((each) => ({
    start: each.start,
    end: each.end,
    verb: verbOf(each),
    isFirst: each === match,
  }));
  return signs
    .map(({ end, verb: sign, isFirst }, index) => ({
      predicate: 'PROVIDES' as const,
      subject,
      opening: thirdPerson(sign),
      sign,
      content: { from: end, to: signs[index + 1]?.start ?? sentence.typed.length },
      confidence: isFirst ? confidence : confidence - 0.05,
    }))
    .filter(({ content }) => /\p{L}|</u.test(sentence.typed.slice(content.from, content.to)));
}

/** "The measures support", not "the plan support". */
const isPlural = (match: Match, { typed }: TypedSentence): boolean =>
  /(?:s[”"]?|They|these|those)$/iu.test(match.mention('act')?.text ?? '') ||
  /^(?:They|.*\bmeasures\s)/u.test(typed.slice(match.start, match.end));

const verbOf = (match: Match): string =>
  ['verb', 'base', 'plural', 'participle'].map((group) => match.words(group)).find((words) => words !== '') ?? '';
const verbStart = (match: Match): number => match.end - verbOf(match).length;

function saidBy(sentence: TypedSentence): Found[] {
  const whole = sentence.typed.length;
  const found = (match: Match, content: Found['content'], confidence: number): Found => ({
    predicate: 'PROVIDES',
    subject: match.mention('act') ?? match.mention('of'),
    content,
    opening: '',
    sign: sentence.typed
      .slice(match.start, match.end)
      .replaceAll(/<\w+:\d+>|^,\s|,\s$/gu, '')
      .trim(),
    confidence,
  });
  return [
    ...clauses.flatMap((pattern) =>
      matchesOf(pattern, sentence).map((match) => found(match, { from: match.end, to: whole }, 0.7)),
    ),
    ...before.flatMap((pattern) => matchesOf(pattern, sentence).map((match) => found(match, { from: 0, to: match.start }, 0.75))),
    ...matchesOf(funds, sentence).map((match) => found(match, { from: 0, to: whole }, 0.6)),
    ...matchesOf(includes, sentence).map((match) => found(match, { from: match.end, to: whole }, 0.65)),
  ];
}
