/** Where Chinese sentences say who says what. */
import { listOf, matchesOf } from '../pattern.js';
import type { TypedSentence } from '../typed-sentence.js';
import type { Frame, Part } from './speech.js';

const types = ['Person', 'Agency', 'Organization', 'Region'] as const;
const speaker = listOf('speaker', ...types);
/** The words that stand for somebody named before. */
const pronoun =
  '(?<he>他|她)|(?<same>该(?:负责人|发言人|人士|官员|专家)|上述(?:负责人|人士)|这位(?:负责人|发言人|专家))|(?<it>该(?:部|局|机构|协会|公司|银行))';
const office =
  '(?:的)?(?:(?:有关|相关|主要)?(?:负责人|负责同志|人士|官员|工作人员)|新闻发言人|发言人|方面|专家|分析师|研究员|经济学家|记者)?';
const adverbs = String.raw`(?:，?(?:<Date:\d+>|在[^，。；：“]{1,40}?(?:上|时|中|后|期间|会见[^，]{1,20})|在<(?:Region|Event):\d+>|于|(?:对|向)[^，。；：“]{1,20}?(?=表示|说|称|介绍|透露|指出|强调)|接受[^，。；：“]{1,40}?(?:采访|专访)时|近日|日前|当天|当日|随后|同时|还|也|则|并|再次|进一步|此前|公开|明确|特别|昨日|今日|今天|最新|昨天|晚间|盘后|早间|午间|曾|已|就此|答[^，。]{0,6}记者(?:提)?问时|回答[^，。]{0,12}时|不服|就[^，。；：“]{1,30}?(?=表示|说|称|介绍|指出)))*，?`;
const verb = String.raw`(?<verb>(?:发布|发表|刊发|发出)(?:<Policy:\d+>|公告|公报|声明|通报|报告|消息|文章|提示|倡议|讲话)，?(?:称|说|表示|指出|宣布|强调)|(?<!发布|的)公告(?:称|说)?(?=，)|表示(?!式)|指出|认为|强调|坦言|直言|透露|提到|谈到|补充(?:说|道|称)?|解释(?:说|道|称)?|呼吁|警告(?:说|称)?|写道|回应(?:说|称)|重申|披露|报道(?:说|称)?|介绍(?:说|道|称)?(?!信|给|人)|预计|预测|承诺|宣布|否认|建议|声称|宣称|告诉(?<to>(?:<Organization:\d+>)?(?:记者)?|[^，。]{2,10})(?=，|：)|称(?!为|号|呼|谓|得|之|职|作|赞)|说(?!明|法|服|过|话|不|到|起))道?`;
const reported = '(?:介绍|透露|称|报道|统计|数据|消息|预测|测算|分析|通报|披露|公布|估算|调查|发布)';

const neither = '(?:既未|既不|既没有|没有|并未|未|不)';

const patterns: readonly RegExp[] = [
  new RegExp(
    String.raw`(?<![对向据受诉在])(?:(?:${speaker}|${pronoun})(?:（[^）]*）)?${office}(?:（[^）]*）)?)${adverbs}${verb}(?<mark>，|：|:|(?=[。”]|$))?`,
    'gu',
  ),
  new RegExp(
    String.raw`(?:据|根据|按照)${speaker}${office}(?:网站|官网)?(?:<Date:\d+>|近日|日前|最新)*(?<verb>${reported}[^，。；<“]{0,14}?(?:显示|表明)?)(?<mark>，|：)`,
    'gu',
  ),
  new RegExp(
    String.raw`${speaker}(?:的|<Date:\d+>|近日|日前|最新|发布|公布|一[份项]|[《“][^》”]{1,40}[》”]|<\w+:\d+>|年度){0,5}?(?:数据|统计|报告|报道|调查|公告|声明|研究)(?<verb>显示|表明|指出|称|认为|说)(?<mark>，|：)?`,
    'gu',
  ),
  new RegExp(
    String.raw`(?:${speaker}|${pronoun})${office}${adverbs}(?<verb>${neither}(?:证实|承认|肯定|否认)，?[也又亦](?:未|不|没有|并未)(?:证实|承认|肯定|否认|排除))(?<mark>)(?=[^，。；])`,
    'gu',
  ),
  new RegExp(String.raw`在${speaker}(?<verb>看来)(?<mark>，)`, 'gu'),
  new RegExp(String.raw`^${speaker}(?<verb>)(?<mark>：)(?=[“"])`, 'gu'),
];
/** "…，并强调…": of the speaker before. */
const continuing =
  /[，；](?:并|同时|还|也|并且|此外)?(?:还|也)?(?<verb>强调|指出|表示|补充说|呼吁|称(?!为|号|呼|赞)|认为)(?:，|：)?/gu;
const supposed = /(?:如果|如|若|假如|假使|倘若|一旦|是否|除非|没有|即使)$/u;

/** The frames of a sentence in which quotes are unreadable. */
export function chineseFrames(sentence: TypedSentence, masked: string): Frame[] {
  if (/[?？]”?$/u.test(masked)) return [];
  const found = patterns.flatMap((pattern) => framesOf(pattern, sentence, masked));
  const frames = found
    .filter((each, index) => !found.slice(0, index).some(({ frame }) => frame.from < each.frame.to && each.frame.from < frame.to))
    .toSorted((a, b) => a.frame.from - b.frame.from);
  return [...frames, ...continued(masked, frames)].toSorted((a, b) => a.frame.from - b.frame.from);
}

function framesOf(pattern: RegExp, { parts }: TypedSentence, masked: string): Frame[] {
  return matchesOf(pattern, { typed: masked, parts }).flatMap((match) => {
    if (supposed.test(masked.slice(0, match.start))) return [];
    const isPronoun = match.mentions('speaker').length === 0;
    const frame = { from: match.start, to: match.end };
    return [
      {
        speakers: match.mentions('speaker'),
        pronoun: match.words('he') !== '' ? 'PERSON' : match.words('it') !== '' ? 'BODY' : isPronoun ? 'LAST' : undefined,
        verb: match.words('verb'),
        frame,
        said: saidBy(masked, frame),
        opening: openingOf(match.words('verb')),
        confidence: isPronoun ? 0.65 : 0.88,
      },
    ];
  });
}

/** 既未证实也未否认 is what somebody says of what follows. */
const openingOf = (verb: string): string | undefined =>
  new RegExp(`^${neither}`, 'u').test(verb) ? '既不证实也不否认' : undefined;

/** What is after the frame; what is before it where the sentence ends with it. */
function saidBy(masked: string, { from, to }: Part): Part[] {
  const [before, after] = [masked.slice(0, from), masked.slice(to)];
  const isLast = /^[。”]*$/u.test(after);
  const parts = isLast ? [{ from: 0, to: from }] : [{ from: to, to: masked.length }];
  if (!isLast && /▒”，?$/u.test(before) && /^“?▒/u.test(after)) parts.unshift({ from: 0, to: from });
  return parts.filter((part) => /[\p{L}▒]/u.test(masked.slice(part.from, part.to)));
}

function continued(masked: string, frames: readonly Frame[]): Frame[] {
  return [...masked.matchAll(continuing)].flatMap(({ 0: all, index, groups = {} }) => {
    const first = frames.findLast(({ frame }) => frame.to <= index);
    const end = index + all.length;
    if (first === undefined || /^[。”]*$/u.test(masked.slice(end))) return [];
    return [
      {
        ...first,
        verb: groups['verb'] ?? '',
        frame: { from: index, to: end },
        said: [{ from: end, to: masked.length }],
        isContinuation: true,
      },
    ];
  });
}
