/** "The world's second-largest exporter of wands": places among all that are measured. */
import { matchesOf, one, plainWords, type Match } from '../pattern.js';
import type { TypedSentence } from '../typed-sentence.js';

export interface RankInText {
  /** Who has the rank. */
  readonly of: Match;
  readonly rank: number;
  /** What it is the largest of, as a name of an indicator. */
  readonly name: string;
}

const ordinals = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];
const measurable =
  '(?:exporters?|importers?|markets?|producers?|econom(?:y|ies)|banks?|platforms?|marketplaces?|manufacturers?|suppliers?|partners?|sources?|consumers?|users?|employers?|compan(?:y|ies)|firms?|ports?|retailers?|destinations?|buyers?|sellers?|investors?|holders?|lenders?|websites?|cit(?:y|ies)|provinces?)';
const what = String.raw`(?<what>(?:[^,.;<]|<[A-Za-z]+:\d+>){0,40}?\b${measurable}\b(?:\sof\s(?:[^,.;<]{0,40}<[A-Za-z]+:\d+>|[^,.;<\s]+(?:\s[a-z-]+){0,3}))?|<(?:Sector|Product):\d+>)`;
const who = one('who', 'Region', 'Organization', 'Product', 'Sector');
const among = String.raw`(?:${one('among', 'Region')}['’]s|the (?:world|globe|country|nation|region)['’]s|the)`;
const english = new RegExp(
  String.raw`${who}(?:, [^,<]{1,40},)? (?:is|was|are|remains?|remained|became|has been|have been|has become|to become|surpassed [^.]*? to become) (?:now |already |still )?${among} (?:single )?(?:(?<ordinal>${ordinals.join('|')})[- ])?(?:largest|biggest|top|leading|greatest) ${what}`,
  'giu',
);
const whoAfter = new RegExp(
  String.raw`${among} (?:(?<ordinal>${ordinals.join('|')})[- ])?(?:largest|biggest|top|leading|greatest) ${what}, ${who}`,
  'giu',
);
const chinese = new RegExp(
  String.raw`${who}(?:已|已经|连续[^，。<]{1,8})?(?:是|成为|为|稳居|位居|跃居)(?:${one('among', 'Region')}|世界|全球|全国|我国)?(?:第(?<ordinal>[一二三四五六七八九十])大|最大的?)(?<what>(?:[^，。；<]|<[A-Za-z]+:\d+>){0,16}?(?:出口国|进口国|市场|生产国|经济体|贸易伙伴|银行|平台|企业|港口?|来源[国地]|目的地|消费国|制造国|城市|基地))`,
  'gu',
);

export function ranksIn(sentence: TypedSentence): RankInText[] {
  return [...matchesOf(english, sentence), ...matchesOf(whoAfter, sentence), ...matchesOf(chinese, sentence)].flatMap((match) => {
    const rank = rankOf(match.words('ordinal'));
    const what = plainWords(match.words('what'), sentence)
      .replace(/\s(?:in|for|with|since|after)\s.*$/u, '')
      .trim();
    if (rank === 0 || what.length < 2) return [];
    return [{ of: match, rank, name: /\p{Script=Han}/u.test(what) ? `${what}规模` : `Size as ${what}` }];
  });
}

function rankOf(ordinal: string): number {
  if (ordinal === '') return 1;
  return /\p{Script=Han}/u.test(ordinal)
    ? '一二三四五六七八九十'.indexOf(ordinal) + 1
    : ordinals.indexOf(ordinal.toLowerCase()) + 1;
}
