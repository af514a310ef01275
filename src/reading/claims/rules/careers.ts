/** Positions that people no longer hold, or held one after the other. */
import type { Mention } from '../../mentions/mention.js';
import type { Said } from '../claim.js';
import { factRule } from '../fact-rule.js';
import { one, plainWords, type Match } from '../pattern.js';
import type { RuleContext } from '../rule.js';
import type { TypedSentence } from '../typed-sentence.js';
import { headHan, rankHan, titleHan } from './positions.js';

const person = one('person', 'Person');
const place = one('place', 'Agency', 'Organization');

/** 免去罗维桢的水利部副部长职务: it is over with the text. */
export const positionEnded = factRule({
  name: 'position-ended',
  example: 'Jane Doe stepped down as director of the Ministry of Magic.',
  isPhrase: true,
  patterns: [
    new RegExp(
      String.raw`${person},?\s(?:who\s)?(?:has\s|had\s)?(?:stepped down|resigned|retired|was removed|was dismissed)\sas\s(?:the\s)?(?<title>(?:(?:vice|deputy|associate|executive|acting)[ -])*(?:director(?:[ -]general)?|minister|chair(?:man|woman|person)?|president|head|chief executive|secretary(?:[ -]general)?|governor|spokes(?:man|woman|person)))\sof\s(?:the\s)?${place}(?!['’])`,
      'gu',
    ),
    new RegExp(String.raw`(?:免去|辞去|不再担任)${person}的?${place}${titleHan}(?:职务|一职)?`, 'gu'),
    new RegExp(
      String.raw`${person}(?:同志)?(?:已|因[^，。；]{1,12}，?)?(?:不再担任|辞去|卸任|被免去)(?:了)?${place}${titleHan}`,
      'gu',
    ),
  ],
  said: (match, sentence, { reading }) =>
    formerly(match, match.mention('place'), match.mention('person'), sentence, reading.date),
});

const post = String.raw`<(?:Agency|Organization):\d+>${rankHan}${headHan}(?:(?:、|兼)${rankHan}${headHan})*`;
/** 历任外贸司副司长、世界贸易组织司司长: all of a list, of the person that the sentence is about. */
export const positionsOfLife = factRule({
  name: 'positions-of-life',
  example: '王多伊，女，历任魔法部副部长、巫师委员会主席。',
  isPhrase: true,
  patterns: [
    new RegExp(
      String.raw`(?<how>曾任|历任|先后任|先后担任|曾担任|现任|时任|起任)(?<posts>${post}(?:[、，和](?:<Date:\d+>(?:起|至今|任)*)?${post})*)`,
      'gu',
    ),
  ],
  said: (match, sentence, context) => livedThrough(match, sentence, context),
});

function livedThrough(match: Match, sentence: TypedSentence, { reading }: RuleContext): Said[] {
  const clause = sentence.typed.slice(0, match.start);
  const people = [...clause.matchAll(/<Person:(\d+)>/gu)].map(({ 1: at }) => sentence.parts[Number(at)]);
  const [who] = people.flatMap((part) => (part?.type === 'Mention' ? [part.mention] : []));
  if (who === undefined || new Set(people).size !== 1 || /并未|未曾|没有|从未|不曾/u.test(clause)) return [];
  const isNow = /^(?:现任|起任)$/u.test(match.words('how'));
  return match.mentions('posts').flatMap((where) => {
    const words = match.words('posts');
    const index = sentence.parts.findIndex((part) => part.type === 'Mention' && part.mention === where);
    const title =
      new RegExp(String.raw`:${index}>(${rankHan}${headHan}(?:(?:、|兼)${rankHan}${headHan})*)`, 'u').exec(words)?.[1] ?? '';
    return isNow ? held(who, where, title, {}) : held(who, where, title, { until: reading.date });
  });
}

const formerly = (
  match: Match,
  where: Mention | undefined,
  who: Mention | undefined,
  sentence: TypedSentence,
  until: string | undefined,
): Said[] =>
  who === undefined || where === undefined || until === undefined
    ? []
    : held(who, where, plainWords(match.words('title'), sentence), { until });

const held = (who: Mention, where: Mention, title: string, { until }: { readonly until?: string | undefined }): Said[] => [
  {
    subject: who,
    predicate: 'HOLDS_POSITION',
    object: where,
    qualifiers: { title: title.replace(/^(?:原|前|时任|现任|新任)+/u, '') },
    until: until === undefined ? undefined : `[..${until}]`,
    confidence: 0.85,
    why: `“${title}” joins a person and a body.`,
    summary: `${who.newName ?? who.text} ${until === undefined ? 'is' : 'was'} ${title} of ${where.newName ?? where.text}.`,
  },
];
