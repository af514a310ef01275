/** Where a sentence says that agencies issued an act, in English and Chinese. */
import type { DateInText } from '../dates.js';
import type { Mention } from '../mentions/mention.js';
import { chineseNumber, englishNumber } from '../numerals.js';
import { actNouns } from './act-nouns.js';
import { listOf, matchesOf, one, type Match } from './pattern.js';
import type { TypedSentence } from './typed-sentence.js';

export interface Issuance {
  readonly act: Mention;
  readonly issuers: readonly Mention[];
  /** Who issued it with them. */
  readonly partners: readonly Mention[];
  /** "They", "the departments": the issuers of the act before. */
  readonly isBySame: boolean;
  readonly isLed: boolean;
  /** How many issuers it counts without their names. */
  readonly unnamed?: number | undefined;
  readonly verb: string;
  readonly isDraft: boolean;
  readonly date?: DateInText | undefined;
  readonly match: Match;
}

const bodies = '(?:departments|ministries|agencies|authorities|regulators|bodies|organs|commissions|government departments)';
const others = String.raw`(?:(?:,?\s(?:and|as well as|along with|together with)|,)\s(?<others><Amount:\d+>(?:\s${bodies})?|[\p{L}-]+\s(?:other\s)?(?:government\s)?${bodies}|(?:several\s)?other\s(?:government\s)?${bodies}))?`;
const partners = String.raw`(?:,?\s(?<with>together with|along with|in conjunction with|jointly with|in cooperation with|in coordination with)\s${listOf('partners', 'Agency')}${others.replace('<others>', '<more>')},?)?`;
const same = String.raw`(?<same>[Tt]hey|[Tt]he\s(?:\p{Ll}+\s|<Amount:\d+>\s){0,2}${bodies})`;
const when = String.raw`(?:on\s|in\s|late\s)?<Date:\d+>`;
const adverbs = String.raw`(?:,?\s(?:has|have|had|also|jointly|recently|officially|formally|together|earlier|later|then|reportedly|allegedly|finally|just|this week|${when}),?)*`;
const verbs = String.raw`(?<verb>issued|released|published|unveiled|promulgated|announced|adopted|passed|enacted|rolled out|introduced|put out|circulated|issues|releases|publishes|unveils|announces|rolls out|promulgates|adopts|approved)`;
const lead = String.raw`(?:(?:on\s|in\s)?<Date:\d+>\s)?(?:(?:a|an|the|its|their|new|joint|two|three|several|set|series|package|of|long-awaited|revised|landmark|(?<draft>draft)|first|national)\s){0,6}(?:(?:${actNouns}),?\s(?:titled|entitled|called|named|known as)\s(?:the\s)?)?["“'‘《]*(?:the\s)?`;
const act = one('act', 'Policy');
/** Among agencies may be others: those issue nothing in the graph. */
const agents = String.raw`(?=(?:the\s)?<Agency)${listOf('issuers', 'Agency', 'Organization')}${others}${partners}`;
const tail = String.raw`["”'’》]?(?:\s?\([^)]*\))?`;

const countHan = String.raw`(?:<Amount:\d+>|(?:[一二三四五六七八九十两]+|\d+)个?(?:部门|部委|单位|机构))`;
const noteHan = '(?:（[^）]{1,40}）)?';
const agentsHan = String.raw`${listOf('issuers', 'Agency')}${noteHan}(?<etc>等(?:(?<total>${countHan})|(?:有关|相关)?(?:部门|单位))?)?(?:(?<with>会同|联合|与|同)${listOf('partners', 'Agency')}${noteHan}(?<etcetera>等(?:(?<others>${countHan})|(?:有关|相关)?(?:部门|单位))?)?)?(?<led>牵头)?`;
const gap = String.raw`(?:近日|日前|今日|今天|昨日|昨天|联合|共同|已经|已|正式|于?<Date:\d+>|在<Date:\d+>|最近|此前|还|据悉|据称)*`;
const verbsHan = String.raw`(?<verb>制定印发|制定并印发|研究制定|制定出台|编制发布|编制印发|联合编制|联合制定|审议通过|联合印发|印发|发布|公布|出台|下发|颁布|发出|通过)了?`;
const leadHan = String.raw`(?:新版|新的|修订后的|一份|一项)?(?:题为)?[《“]?`;

/** 《条例》实施细则: what was issued is another act, about the one named. */
const notOfIt = String.raw`(?![》”]?的?(?:实施|配套|修订)?(?:细则|办法|方案|解读))`;

const patterns: readonly RegExp[] = [
  new RegExp(String.raw`(?:${agents}|${same})${adverbs}\s${verbs}\s${lead}${act}`, 'gu'),
  new RegExp(
    String.raw`${act}${tail},?(?:\s(?:which|that))?(?:\s(?:was|were|is|has been|have been|had been))?${adverbs}\s${verbs}(?:\s${when})?(?:\s(?:jointly|together))?\sby\s${agents}(?:\s${when})?`,
    'gu',
  ),
  new RegExp(String.raw`${act}${tail},?\s(?:which|that)\s(?:${agents}|${same})${adverbs}\s${verbs}(?:\s${when})?`, 'gu'),
  new RegExp(
    String.raw`${act}${tail},?(?:\s(?:which|that))?(?:\s(?:was|were|has been|had been))?${adverbs}(?:\sfirst)?\s${verbs}\s${when}`,
    'gu',
  ),
  new RegExp(String.raw`(?:${agentsHan})${gap}${verbsHan}${leadHan}${act}${notOfIt}`, 'gu'),
  new RegExp(String.raw`由?${agentsHan}${gap}${verbsHan}的${leadHan}${act}`, 'gu'),
  new RegExp(String.raw`${act}[》”]?(?:（[^）]*）)?(?:，|是|已)?由${agentsHan}${gap}${verbsHan}`, 'gu'),
  new RegExp(String.raw`(?<date><Date:\d+>)，?[《“]${act}[》”](?:（[^）]*）)?(?:正式|对外)?${verbsHan}(?=。|，)`, 'gu'),
];

/** What a sentence says of acts being issued, each act once. */
export function issuancesIn(sentence: TypedSentence): Issuance[] {
  const found = patterns.flatMap((pattern) => matchesOf(pattern, sentence).flatMap((match) => issuanceOf(match, sentence) ?? []));
  return found.filter(({ act: own }, index) => found.findIndex((other) => other.act === own) === index);
}

function issuanceOf(match: Match, sentence: TypedSentence): Issuance | undefined {
  const own = match.mention('act');
  if (own === undefined) return undefined;
  const [issuers, joint] = [match.mentions('issuers'), match.mentions('partners')];
  return {
    act: own,
    issuers,
    partners: joint,
    isBySame: match.words('same') !== '',
    isLed: match.words('led') !== '' || match.words('with') === '会同',
    unnamed: unnamedIn(match, issuers.length, joint.length),
    verb: match.words('verb'),
    isDraft: match.words('draft') !== '' || /征求意见稿|\bdraft\b/iu.test(own.newName ?? own.text),
    date: match.date('date') ?? dateOf(match, sentence),
    match,
  };
}

/** "and four other departments" counts others; 等五部门 counts all. */
function unnamedIn(match: Match, issuers: number, joint: number): number | undefined {
  const group = match.words('others') === '' ? 'more' : 'others';
  const [more, total] = [match.words(group), match.words('total')];
  if (total !== '') return atLeast(countOf(match, 'total'), issuers);
  if (more !== '' && /\p{Script=Han}/u.test(match.words('verb'))) return atLeast(countOf(match, group), issuers + joint);
  if (more !== '') return countOf(match, group);
  const isWhole = issuers + joint > 1 && match.words('etc') === '' && match.words('etcetera') === '';
  return isWhole ? 0 : undefined;
}

const atLeast = (total: number | undefined, named: number): number | undefined =>
  total === undefined || total < named ? undefined : total - named;

function countOf(match: Match, group: string): number | undefined {
  const words = match.words(group);
  const word = /^[\p{L}\d-]+(?=\s)/u.exec(words)?.[0] ?? '';
  return (
    match.amount(group)?.value ?? englishNumber(word) ?? chineseNumber(/^[一二三四五六七八九十两\d]+/u.exec(words)?.[0] ?? '')
  );
}

/** The day on which it was issued: named between who and what, right after, or before the main clause. */
function dateOf({ start, end }: Match, { typed, parts }: TypedSentence): DateInText | undefined {
  const before = typed.slice(0, start);
  const after = typed.slice(end);
  const token =
    /<Date:(\d+)>/u.exec(typed.slice(start, end))?.[1] ??
    /^["”'’》]?(?:\s?\([^)]*\))?(?:,?\s(?:on|in|dated|late|early))?\s?<Date:(\d+)>/u.exec(after)?.[1] ??
    /(?:^|[,，;；]\s?)(?:Earlier,?\s)?(?:[Oo]n\s|[Ii]n\s|[Ee]arlier\s|[Ll]ate\s)?<Date:(\d+)>(?:,\s|，|\s)?(?:[^<,，]{0,30}[,，]\s?)?(?:the\s|a\s|由)?$/u.exec(
      before,
    )?.[1];
  const part = token === undefined ? undefined : parts[Number(token)];
  return part?.type === 'Date' && part.date.bound === undefined ? part.date : undefined;
}
