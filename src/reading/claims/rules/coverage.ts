/** Which places acts and programs cover. */
import type { Said } from '../claim.js';
import { factRule } from '../fact-rule.js';
import { batchIn, countOf, listedPlaces, places, placesHan } from '../listed-places.js';
import { one, type Match } from '../pattern.js';
import { programOf } from '../program-of.js';
import type { RuleContext } from '../rule.js';
import type { TypedSentence } from '../typed-sentence.js';
import type { Mention } from '../../mentions/mention.js';

const what = String.raw`${one('what', 'Program', 'Policy')}(?:\s(?:program(?:me)?|scheme|pilot|project|initiative))?`;
const nouns =
  '(?:regions?|cities|places|provinces|areas|localities|municipalities|pilot cities|pilot regions|pilot areas|pilot zones)';
const count = String.raw`(?<count><Amount:\d+>|\p{Ll}+)`;
const adverbs = String.raw`(?:\s(?:now|so far|to date|has|have|already|also|currently|first|initially|already|jointly|officially))*`;
const run =
  '(?:carried out|piloted|launched|tried(?: out)?|tested|rolled out|implemented|introduced|run|started|begun|in force|in place|under\\sway)';
const batch = String.raw`(?:(?:the\s)?(?:first|initial|second|third|fourth|fifth|sixth)\s(?:batch|group|round)(?:\sof\s(?:<Amount:\d+>|[\p{L}-]+|\s){1,6}?)?)`;
const chosen = String.raw`(?:(?:are|is|were|was|have been|has been)\s)?(?:also\s)?(?:among|included in|part of|selected (?:as|for)|chosen (?:as|for)|named (?:as)?|designated (?:as)?|admitted to|covered by|added to|on the list of)\s`;

const english: readonly RegExp[] = [
  new RegExp(
    String.raw`\b[Tt]he\s${count}(?:\s(?:pilot\s)?${nouns})?(?:\s(?:in|of)\s(?:the\s)?(?:${what}|(?:first|second|third)\s(?:batch|group)))?\s(?:are|were)(?::)?\s${places}`,
    'gu',
  ),
  new RegExp(
    String.raw`\b(?:pilot|trial)\s(?:regions|cities|areas|zones|provinces)\s(?:are|were|include|included|such as|including)\s?:?\s?${places}`,
    'gu',
  ),
  new RegExp(
    String.raw`${places}\s?,?\s?${chosen}(?:${batch}|(?:the\s)?(?:\p{Ll}+\s){0,2}(?:pilot|trial)\s(?:regions|cities|areas|zones|provinces)|(?:the\s)?${what})`,
    'gu',
  ),
  new RegExp(
    String.raw`${what}(?:\s(?:will be|is being|is|are|was|were|has been|have been|to be))?${adverbs}\s${run}\sin\s${places}`,
    'gu',
  ),
  new RegExp(String.raw`${what}${adverbs}\s(?:covers|covered|applies to|applied to|extends to|spans)\s${places}`, 'gu'),
  new RegExp(
    String.raw`${what}(?:\s(?:was|were|is|has been|have been|will be))${adverbs}\s(?:extended|expanded|broadened|widened)\sto\s(?:include\s|cover\s)?${places}`,
    'gu',
  ),
  new RegExp(String.raw`${what}${adverbs}\s(?:continues|is open|operates|runs|is running|takes place)\sin\s${places}`, 'gu'),
  new RegExp(
    String.raw`${places}(?:\son\s<Date:\d+>)?\s(?:(?:has|have)\s)?(?:joined|joins|(?:became|become|becomes)\s[^,.;<]{1,40}\sto\sjoin)\s(?:the\s)?${one('what', 'Program')}`,
    'gu',
  ),
  new RegExp(String.raw`\b(?:joined|to\sjoin)\s(?:the\s)?${one('what', 'Program')},?\safter\s${places}`, 'gu'),
  new RegExp(
    String.raw`\b(?:launched|started|began|begun|piloted|expanded|extended|introduced|carried out)\s(?:the\s|a\s)?${what}\s(?:in|to)\s${places}`,
    'gu',
  ),
];
const batchHan = String.raw`(?:首批|第[一二三四五六七八九十\d]+批)?`;
const chinese: readonly RegExp[] = [
  new RegExp(
    String.raw`${what}(?:工作)?${batchHan}(?:将|已|率先|先行|首先)?(?:于<Date:\d+>)?(?:在|于)${placesHan}(?:率先|先行|同步|正式)?(?:开展|试点|实施|启动|推行|先行先试|落地|展开|试行|进行)`,
    'gu',
  ),
  new RegExp(
    String.raw`${what}(?:工作|范围|地区)?(?:已|将|进一步)?(?:由[^，。]{1,20})?(?:扩大|扩展|推广|扩围)(?:到|至)(?:了)?${placesHan}`,
    'gu',
  ),
  new RegExp(String.raw`${what}(?:已|目前)?(?:覆盖|涵盖|适用于)(?:了)?${placesHan}`, 'gu'),
  new RegExp(
    String.raw`${placesHan}(?:已|均)?(?:被|获批)?(?:列入|纳入|入选|成为|列为|确定为|确定成为)${batchHan}(?:${what}|试点)`,
    'gu',
  ),
  new RegExp(
    String.raw`(?:首批|第[一二三四五六七八九十]+批)(?:试点)?(?:城市|地区|名单|试点|省份|省市)(?:包括|为|是|有|分别为|分别是|：)(?:：)?${placesHan}`,
    'gu',
  ),
  new RegExp(String.raw`${placesHan}(?:均|都|也|已经?)*(?:加入|参加|参与)(?:了)?[“《]?${one('what', 'Program')}`, 'gu'),
  // 名单涵盖14个试验区，其中包括上海、广东
  new RegExp(
    String.raw`(?<!不在)(?<list>名单|试点|范围|方案|政策|首批)(?:共|已|目前|将)*(?:涵盖|覆盖|包括|包含|涉及)(?:全国)?<Amount:\d+>[^。；<，]{0,10}，(?:其中)?(?:包括|包含|分别为|分别是|即)(?:了)?${placesHan}`,
    'gu',
  ),
  new RegExp(
    String.raw`(?:在|同意)${placesHan}(?:率先|先行)?(?:开展|设立|启动|实施)(?:首批|第[一二三四五六七八九十]+批)?${what}`,
    'gu',
  ),
];

export const placesCovered = factRule({
  name: 'places-covered',
  example: 'The used-broom export pilot was expanded to Lyonesse and Mordale.',
  patterns: [...english, ...chinese],
  said: (match, sentence, context) => coverage(match, sentence, context),
});

function coverage(match: Match, sentence: TypedSentence, context: RuleContext): Said[] {
  const program =
    match.mention('what') ?? (match.words('list') === '' ? programOf(sentence, context) : listedBy(sentence, context));
  const listed = listedPlaces(match, sentence);
  if (program === undefined || listed.length === 0) return [];
  const admitted = batchOf(match, sentence, context);
  const confidence = match.mention('what') === undefined ? 0.8 : 0.88;
  const covered = listed.map((region) => covers(program, region, admitted, confidence));
  const all = countOf(match);
  return all === listed.length && all > 1 && isWhole(match) ? [...covered, listsAll(program, listed.length, admitted)] : covered;
}

/** Of a list: the program or act that this sentence or the one before names, a program first. */
function listedBy({ index }: TypedSentence, { sentences }: RuleContext): Mention | undefined {
  const near = sentences.slice(Math.max(0, index - 1), index + 1).toReversed();
  const named = (label: string) =>
    near
      .flatMap(({ parts }) => parts)
      .flatMap((part) => (part.type === 'Mention' && part.mention.label === label ? [part.mention] : []))[0];
  return named('Program') ?? named('Policy');
}

const covers = (program: Mention, region: Mention, batch: number | undefined, confidence: number): Said => ({
  subject: program,
  predicate: 'COVERS',
  object: region,
  qualifiers: { batch },
  confidence,
  why: 'The sentence lists the place among those covered.',
  summary: `${program.newName ?? program.text} covers ${region.text}.`,
});

const listsAll = (program: Mention, length: number, batch: number | undefined): Said => ({
  subject: program,
  predicate: 'LISTS_ALL_MEMBERS',
  value: `${length} regions${batch === undefined ? '' : ` of batch ${batch}`}`,
  confidence: 0.85,
  why: 'The list is as long as the text counts.',
  summary: `All ${length} places are listed.`,
});

/** 等 after a list that is counted closes it; without a count it says that more follow. */
const isWhole = (match: Match): boolean => match.words('count') !== '';

/** The batch of this sentence, or of one just before that counts the same places. */
function batchOf(match: Match, { index, typed }: TypedSentence, { sentences }: RuleContext): number | undefined {
  const own = batchIn(typed);
  if (own !== undefined || match.words('count') === '') return own;
  const total = countOf(match);
  const before = sentences.slice(Math.max(0, index - 2), index).toReversed();
  const counted = before.find(({ parts }) => parts.some((part) => part.type === 'Amount' && part.amount.value === total));
  return counted === undefined ? undefined : batchIn(counted.typed);
}
