/** What organizations own, and who set them up. */
import type { Mention } from '../../mentions/mention.js';
import { ofCountries } from '../../mentions/nationalities.js';
import { firmNouns } from '../firms.js';
import { listOf, one, type Match } from '../pattern.js';
import { relationRule, topicBefore } from '../relation.js';
import type { RuleContext } from '../rule.js';
import type { TypedSentence } from '../typed-sentence.js';

const bracket = String.raw`(?:\s\([^)]*\))?`;
const when = String.raw`(?:\s(?:in|on|since)\s(?<date><Date:\d+>))?`;
const owned = ['Organization', 'Product'] as const;
const owns = { predicate: 'OWNS', confidence: 0.8, verb: 'owns' } as const;
const units = 'subsidiary|subsidiaries|unit|brand|arm|division|portal|affiliate';

/** Of more than half of the shares. */
const isMost = (match: Match): boolean => {
  const share = match.amount('share');
  return share?.unit === '%' && share.value > 50;
};

/** A stake is not the whole. */
const isWhole = (match: Match, { typed }: TypedSentence): boolean =>
  !/\b(?:stakes?|shares?)\b/u.test(typed.slice(match.start, match.end)) ||
  /\b(?:majority|controlling)\b/u.test(typed.slice(match.start, match.end));

export const ownsIt = relationRule('owns', 'Wandmarket Group acquired Broom Holdings in 2020.', [
  {
    ...owns,
    isActive: true,
    isMeant: isWhole,
    pattern: new RegExp(
      String.raw`${one('subject', 'Organization', 'Region')}${bracket}(?:,[^,]{1,80},)?\s(?:(?:has|have|had|also|fully|wholly|already)\s)*(?:owns|acquired|bought|took over|purchased|completed (?:its|the) (?:acquisition|takeover|purchase) of)\s(?:(?:all of|a majority stake in|a controlling stake in|control of|(?:the|an?) (?:(?:[\p{Ll}-]+|${ofCountries})\s){0,3}?(?:${firmNouns}|${units}))\s)?(?:the\s)?${listOf('object', ...owned)}${when}`,
      'gu',
    ),
  },
  {
    ...owns,
    isGiven: true,
    pattern: new RegExp(
      String.raw`${one('object', 'Organization')}${bracket},?\s(?:which\s(?:is|was)\s|is\s|was\s)?(?:owned by|(?:an?|the|a wholly owned|a wholly-owned)\s(?:[\p{Ll}-]+\s){0,2}?(?:${units})\sof)\s(?:the\s)?${one('subject', 'Organization')}`,
      'gu',
    ),
    isMeant: (match, { typed }) => !/\b(?:not|no longer|once|formerly|former)\b/u.test(typed.slice(match.start, match.end)),
  },
  {
    ...owns,
    isGiven: true,
    pattern: new RegExp(
      String.raw`${one('subject', 'Organization')}[’']s?\s(?:[\p{Ll}-]+\s){0,3}?(?:${units}|platform|app|marketplace)s?,?\s${listOf('object', 'Organization')}`,
      'gu',
    ),
    isMeant: (match, { typed }) => !/\b(?:former|rival|competitor)\b/u.test(typed.slice(match.start, match.end)),
  },
  {
    ...owns,
    isGiven: true,
    pattern: new RegExp(
      String.raw`${one('object', 'Organization')}${bracket},?\s(?:which\s)?(?:is|was)\s(?<share><Amount:\d+>)[\s-]owned\sby\s(?:the\s)?${one('subject', 'Organization', 'Region')}`,
      'gu',
    ),
    isMeant: isMost,
  },
  {
    ...owns,
    isActive: true,
    pattern: new RegExp(
      String.raw`${one('subject', 'Organization')}${bracket},?\s(?:which\s)?(?:also\s)?(?:owns|holds|controls|bought|acquired)\s(?<share><Amount:\d+>)\sof\s(?:the\s)?${one('object', 'Organization')}`,
      'gu',
    ),
    isMeant: isMost,
  },
  {
    ...owns,
    isGiven: true,
    pattern: new RegExp(String.raw`${one('subject', 'Organization')}-owned\s${one('object', 'Organization')}`, 'gu'),
  },
  {
    ...owns,
    isActive: true,
    isMeant: (match, { typed }) => !/股份|股权/u.test(typed.slice(match.end, match.end + 8)),
    pattern: new RegExp(
      String.raw`${one('subject', 'Organization')}(?:于)?(?<date><Date:\d+>)?(?:已|成功|全资|宣布完成)*(?:收购|并购|买下|拥有)(?:了)?${listOf('object', ...owned)}`,
      'gu',
    ),
  },
  {
    ...owns,
    isGiven: true,
    pattern: new RegExp(
      String.raw`${one('object', 'Organization')}的?(?:控股股东|母公司|第一大股东|实际控制人)(?:为|是|系)${one('subject', 'Organization')}`,
      'gu',
    ),
  },
  {
    ...owns,
    isGiven: true,
    pattern: new RegExp(
      String.raw`${one('subject', 'Organization')}(?:旗下|全资|控股)的?(?:子公司|平台|品牌|\p{Script=Han}{2,4}平台)?${listOf('object', 'Organization')}`,
      'gu',
    ),
  },
]);

/** "Its Wandshop portal was launched in Avalon in 2010, and sells brooms to it". */
export const ownPortal = relationRule('own-portal', 'Wandmarket Group grows. Its Wandshop Group portal was launched in Japan.', [
  {
    predicate: 'OWNS',
    confidence: 0.75,
    verb: 'owns',
    isGiven: true,
    subjects: (_, sentence, context) => topicBefore(['Organization'], sentence, context),
    pattern: new RegExp(
      String.raw`\bIts\s(?:${'own|online|overseas|new|main|e-commerce|shopping|video|payment'}|\s)*${one('object', 'Organization')}\s(?:portal|platform|app|brand|unit|subsidiary|arm|marketplace|website|site|service)\b`,
      'gu',
    ),
  },
]);

const founders = ['Person', 'Agency', 'Organization'] as const;
const founded = { predicate: 'FOUNDED', confidence: 0.85, verb: 'founded' } as const;

export const foundedIt = relationRule('founded', 'Jane Doe founded Wandmarket Group in 2001.', [
  {
    ...founded,
    isActive: true,
    pattern: new RegExp(
      String.raw`${listOf('subject', ...founders)}(?:,[^,]{1,80},)?\s(?:(?:has|have|had|also|jointly)\s)*(?:founded|co-founded|established|set up)\s(?:the\s|an?\s)?["“]?${one('object', 'Agency', 'Organization')}${when}`,
      'gu',
    ),
  },
  {
    ...founded,
    pattern: new RegExp(
      String.raw`${one('object', 'Agency', 'Organization')}${bracket},?\s(?:which\s)?(?:was\s)?(?:founded|co-founded|established|set up)\s(?:in\s(?<date><Date:\d+>)\s)?by\s(?:the\s)?${listOf('subject', ...founders)}`,
      'gu',
    ),
  },
  {
    ...founded,
    isGiven: true,
    pattern: new RegExp(
      String.raw`${one('object', 'Agency', 'Organization')}[’']s?\s(?:co-)?founders?,?\s${listOf('subject', 'Person')}`,
      'gu',
    ),
  },
  {
    ...founded,
    isGiven: true,
    pattern: new RegExp(
      String.raw`${one('subject', 'Person')},?\s(?:the\s|a\s|who is the\s|is the\s)?(?:[\p{Ll}-]+ and )?(?:co-)?founder(?: and [\p{Ll} ]{2,30}?)?\sof\s(?:the\s)?${one('object', 'Agency', 'Organization')}`,
      'giu',
    ),
  },
  {
    ...founded,
    isGiven: true,
    pattern: new RegExp(
      String.raw`(?<![\p{L}])(?:co-)?founder\sof\s(?:the\s)?${one('object', 'Organization')},?\s${one('subject', 'Person')}`,
      'giu',
    ),
  },
  {
    ...founded,
    isGiven: true,
    objects: (_, sentence, context) =>
      topicBefore(['Organization', 'Agency'], sentence, context).concat(lastNamed(sentence, context)).slice(0, 1),
    pattern: new RegExp(String.raw`\bIts\s(?:co-)?founder,?\s${one('subject', 'Person')}`, 'gu'),
  },
  {
    ...founded,
    isActive: true,
    pattern: new RegExp(
      String.raw`${listOf('subject', ...founders)}(?:于)?(?<date><Date:\d+>)?(?:共同|联合|发起)*(?:创立|创办|创建|成立|设立|组建)(?:了)?${one('object', 'Agency', 'Organization')}`,
      'gu',
    ),
  },
  {
    ...founded,
    isGiven: true,
    pattern: new RegExp(
      String.raw`${one('object', 'Agency', 'Organization')}(?:（[^）]{1,40}）)?的?(?:联合)?创始人(?:兼[^，。；<]{1,12})?${one('subject', 'Person')}`,
      'gu',
    ),
  },
  {
    ...founded,
    pattern: new RegExp(
      String.raw`${one('object', 'Agency', 'Organization')}(?:(?:成立|创立|创建|始建)于<Date:\d+>，?|于<Date:\d+>)?(?:是)?由${listOf('subject', ...founders)}(?:于)?(?<date><Date:\d+>)?(?:共同|联合|发起)*(?:创立|创办|创建|成立|设立|组建)`,
      'gu',
    ),
  },
]);

/** Of the sentence before: the last organization that it names. */
function lastNamed({ index }: TypedSentence, { sentences }: RuleContext): Mention[] {
  const parts = sentences[index - 1]?.parts ?? [];
  return parts
    .flatMap((part) => (part.type === 'Mention' && part.mention.label === 'Organization' ? [part.mention] : []))
    .slice(-1);
}
