/** What English sentences say that acts and programs are for. */
import { matchesOf, one, type Match } from '../pattern.js';
import type { TypedSentence } from '../typed-sentence.js';
import type { Found } from './provision.js';

const act = one('act', 'Policy', 'Program');
const aside = String.raw`[”"]?(?:\s\([^)]*\))?(?:,\s[^,“”;.]{1,120},)?`;
const set =
  '(?:issued|issues|released|releases|launched|launches|launching|published|unveiled|announced|announces|introduced|introduces|adopted|rolled out|started|set up|established|drafted|drawn up|passed|kicked off|began|begun)';
const aim = String.raw`(?:in order to|so as to|in a bid to|in an effort to|in an attempt to|as part of efforts to|with the (?:aim|goal|purpose|objective) of|with a view to|aimed at|aiming (?:to|at)|hoping to|seeking to|designed to|intended to|meant to|for the purpose of)`;

/** What is after each is the purpose. */
const after: readonly { readonly pattern: RegExp; readonly confidence: number }[] = [
  {
    pattern: new RegExp(
      String.raw`${act}${aside}(?:\salso)?\s(?<sign>(?:aims?|aimed|seeks?|sought|hopes?)\s(?:to|at)|(?:is|are|was|were)\s(?:also\s|mainly\s|primarily\s)?(?:designed|intended|meant|aimed)\s(?:to|at))\s`,
      'gu',
    ),
    confidence: 0.85,
  },
  { pattern: new RegExp(String.raw`${act}${aside}\s(?<sign>(?:was|were|is|are) to)\s(?=["“])`, 'gu'), confidence: 0.6 },
  { pattern: new RegExp(String.raw`${act}[^;.“”]{0,80}?,?\s(?<sign>${aim})\s`, 'gu'), confidence: 0.75 },
  {
    pattern: new RegExp(
      String.raw`${act}[”"]?(?:\s\([^)]*\))?(?:\s(?:on|in)\s<Date:\d+>|\s<Date:\d+>)?(?:\s(?:on|for)\s[^,“”;.<]{1,40})?,?\s(?<sign>to)\s(?=\p{Ll}{2,}(?<!ed|ing|be)\s)`,
      'gu',
    ),
    confidence: 0.7,
  },
  {
    pattern: new RegExp(
      String.raw`\b[Tt]he\s(?:main\s|overall\s|stated\s|key\s)?(?:goals?|aims?|purposes?|objectives?|targets?)\sof\s(?:the\s)?${act}\s(?<sign>(?:is|are|was|were)\s(?:to|that))\s`,
      'gu',
    ),
    confidence: 0.85,
  },
  {
    pattern: new RegExp(
      String.raw`${act}['’]s?\s(?:main\s|overall\s|stated\s|key\s)?(?:goals?|aims?|purposes?|objectives?|targets?)\s(?<sign>(?:is|are|was|were|include)(?:\sto|\sthat)?)\s`,
      'gu',
    ),
    confidence: 0.8,
  },
  {
    pattern: new RegExp(
      String.raw`^(?:[Tt]he|[Ii]ts)\s(?:government(?:['’]s)?\s|main\s|overall\s|stated\s|key\s)*(?:goals?|aims?|objectives?|targets?|milestones?)\s(?<sign>(?:is|are|was|were|include)(?:\sto|\sthat)?),?\s`,
      'gu',
    ),
    confidence: 0.55,
  },
  {
    pattern:
      /^(?:It|They)(?:\salso)?\s(?<sign>(?:aims?|seeks?)\s(?:to|at)|(?:is|are)\s(?:designed|intended|meant|aimed)\s(?:to|at))\s/gu,
    confidence: 0.6,
  },
];

/** "To promote exports, the ministry issued a notice": the purpose comes first. */
const first = new RegExp(
  String.raw`^(?:(?:On|In)\s<Date:\d+>,\s)?(?<sign>To|In order to|In a bid to|In an effort to|With the (?:aim|goal) of|Aiming to|Hoping to|Seeking to)\s(?<purpose>[^;.“”]{5,200}?),\s(?<main>[^;]*)$`,
  'gu',
);

export function englishPurposes(sentence: TypedSentence): Found[] {
  const found = after.flatMap(({ pattern, confidence }) =>
    matchesOf(pattern, sentence).map((match) => purpose(match, { from: match.end, to: sentence.typed.length }, confidence)),
  );
  const all = [...opened(sentence), ...found].toSorted((a, b) => a.content.from - b.content.from);
  return all.flatMap((each, index) =>
    all[index - 1]?.content.from === each.content.from ? [] : [endedBefore(each, all[index + 1], sentence)],
  );
}

/** "To promote exports, hoping to raise sales" are two purposes. */
function endedBefore(each: Found, next: Found | undefined, { typed }: TypedSentence): Found {
  if (next === undefined || next.content.from >= each.content.to) return each;
  const to = typed.lastIndexOf(next.sign, next.content.from);
  return to <= each.content.from ? each : { ...each, content: { from: each.content.from, to } };
}

const purpose = (match: Match, content: Found['content'], confidence: number): Found => ({
  predicate: 'PURPOSE',
  subject: match.mention('act'),
  content,
  opening: /\bat$|\bof$|include$/u.test(match.words('sign')) ? '' : /\bthat$/u.test(match.words('sign')) ? '' : 'To',
  sign: match.words('sign'),
  confidence,
});

/** The act that the main clause issues, or begins with. */
function opened(sentence: TypedSentence): Found[] {
  return matchesOf(first, sentence).flatMap((match) => {
    const main = match.words('main');
    const token =
      new RegExp(String.raw`\b${set}\s[^;.]*?${one('act', 'Policy', 'Program')}`, 'u').exec(main)?.groups?.['act'] ??
      new RegExp(String.raw`^(?:the\s)?${one('act', 'Policy', 'Program')}`, 'u').exec(main)?.groups?.['act'];
    if (token === undefined) return [];
    const [own] = matchesOf(new RegExp(`(?<act>${token})`, 'gu'), sentence);
    const from = sentence.typed.indexOf(match.words('purpose'), match.start);
    const content = { from, to: from + match.words('purpose').length };
    return [{ ...purpose(match, content, 0.75), subject: own?.mention('act') }];
  });
}
