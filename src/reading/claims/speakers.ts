/** Whose words a part of a sentence is. */
import { listOf, matchesOf, one, type Match } from './pattern.js';
import type { RuleContext } from './rule.js';
import type { TypedSentence } from './typed-sentence.js';

const verb = String.raw`(?:said|says|told|added|adds|reported|reports|noted|stated|believes|believed|argued|wrote|writes|explained|confirmed|pointed out|disclosed|revealed|recalled|stressed|claimed|claims)`;
const speaker = one('speaker', 'Person', 'Agency', 'Organization');
/** "Jane Doe, director of the ministry," before a verb. */
const apposition = String.raw`(?:,[^,;“”]{1,120},)?`;
const adverb = String.raw`(?:\s(?:earlier|also|later|then|recently|has|had|have|<Date:\d+>|on <Date:\d+>))*`;

/** What is after them is what was said. */
const before: readonly RegExp[] = [
  new RegExp(
    String.raw`\b(?:according to|citing)\s(?:[\p{Ll}’']+\s){0,4}${listOf('speaker', 'Person', 'Agency', 'Organization')}`,
    'giu',
  ),
  new RegExp(String.raw`${speaker}${apposition}${adverb}\s${verb}\b`, 'gu'),
  new RegExp(String.raw`据${speaker}(?:网站|官网|记者)?(?:<Date:\d+>)?(?:报道|消息|介绍|透露|通报|数据|披露|称|统计)`, 'gu'),
  new RegExp(
    String.raw`${speaker}(?:<Date:\d+>|在[^，。；]{1,30}上|在接受[^，。；]{1,30}时)?(?:日前|近日|进一步|还|此前)?(?:表示|说|称|指出|介绍|透露|认为|强调|坦言|报道)`,
    'gu',
  ),
];

/** What is before them is what was said. */
const after: readonly RegExp[] = [
  new RegExp(String.raw`,["”]?\s(?:the\s)?${speaker}${apposition}${adverb}\s${verb}\b`, 'gu'),
  new RegExp(String.raw`,["”]?\s(?:said|says|reported|according to|wrote)\s(?:the\s)?${speaker}`, 'gu'),
  new RegExp(String.raw`(?:，|。?”)${speaker}(?:表示|说|称|指出|介绍|透露|认为|强调)[。”]*$`, 'gu'),
];

/** The ids of who says a part of a sentence; empty where the text itself says it. */
export function speakersOf(sentence: TypedSentence, part: Pick<Match, 'start' | 'end'>, { idOf }: RuleContext): string[] {
  const found = [
    ...before.flatMap((pattern) =>
      matchesOf(pattern, sentence)
        .filter(({ end }) => end <= part.start)
        .toReversed(),
    ),
    ...after.flatMap((pattern) => matchesOf(pattern, sentence).filter(({ start }) => part.end <= start + 1)),
  ];
  return [...new Set(found[0]?.mentions('speaker').map(idOf))].filter((id) => id !== undefined);
}
