/** According to whom a figure is. */
import { matchesOf, one } from '../pattern.js';
import type { RuleContext } from '../rule.js';
import type { TypedSentence } from '../typed-sentence.js';

const who = one('who', 'Agency', 'Organization', 'Person');
const region = String.raw`(?:<Region:\d+>(?:['’]s|的)?\s?)?`;
const patterns = [
  String.raw`\b(?:[Aa]ccording to|[Dd]ata (?:from|of|by)|[Ff]igures (?:from|of|by)|[Ss]tatistics (?:from|of|by))(?: (?:the )?(?:latest )?(?:data|figures|statistics|a report|estimates) (?:from|of|by|released by|published by))? (?:the )?${region}${who}`,
  String.raw`${who}(?:['’]s)? (?:latest |official )?(?:data|figures|statistics)? ?(?:show|shows|showed|said|says|reported|reports|announced|noted)\b`,
  String.raw`\b(?:said|says) ${who}`,
  String.raw`(?:据|根据)${region}${who}`,
  String.raw`${who}(?:[^，。<]{0,12})?(?:数据|统计|显示|表示|介绍|公布|发布)`,
].map((source) => new RegExp(source, 'gu'));

/** In the sentence itself: "according to data from the ministry", 据海关统计. */
export function reporterIn(sentence: TypedSentence, { idOf }: RuleContext): string | undefined {
  for (const pattern of patterns) {
    const mention = matchesOf(pattern, sentence)[0]?.mention('who');
    const id = mention === undefined ? undefined : idOf(mention);
    if (id !== undefined) return id;
  }
  return undefined;
}
