/** Which country's own an agency, organization or event is. */
import type { Mention } from '../../mentions/mention.js';
import { wordsIn } from '../../mentions/words.js';
import { claimOf } from '../claim.js';
import { chineseFirmNouns, firmNouns, qualities, rivalNouns } from '../firms.js';
import { kindOfName } from '../named-kinds.js';
import { isCountry, ofCountries, regionOf } from '../../mentions/nationalities.js';
import { listOf, one, type Match } from '../pattern.js';
import { relationRule, type RelationPattern } from '../relation.js';
import type { ReadingRule, RuleContext } from '../rule.js';
import type { TypedSentence } from '../typed-sentence.js';

const adjective = String.raw`(?<adjective>${ofCountries})`;
const subject = listOf('subject', 'Organization');
const thing = String.raw`(?:<(?:Sector|Product):\d+>\s)?`;
const base = { predicate: 'NATIONAL_OF', confidence: 0.85, verb: 'is from', isGiven: true } as const;
const ofAdjective = {
  ...base,
  objects: (match: Match, _: TypedSentence, { lexicon }: RuleContext) => regionOf(match.words('adjective'), lexicon),
};
/** "Japan's Wand Fund" is where it is at work, whatever its type. */
const undertaking = /\b(?:Fund|Program(?:me)?|Initiative|Plan|Scheme|Pilot|Project|Campaign)$|(?:基金|计划|行动|工程|试点)$/u;
const ofCountry = {
  ...base,
  isMeant: (match: Match, _: TypedSentence, { lexicon }: RuleContext) =>
    !match.mentions('subject').some(({ newName, text }) => undertaking.test(newName ?? text)) &&
    match.mentions('object').every((each) => isCountry(each, lexicon)),
};

const patterns: readonly RelationPattern[] = [
  {
    ...ofCountry,
    pattern: new RegExp(String.raw`${one('subject', 'Agency')}\s\([^)]*\)\sof\s(?:the\s)?${one('object', 'Region')}`, 'gu'),
  },
  {
    ...ofAdjective,
    pattern: new RegExp(
      String.raw`\b${adjective}\s(?:${qualities}|${thing}){0,3}${thing}(?:(?!(?:of|by|from|and|or|for|in|to|with|the|government|market)\s)[\p{Ll}-]+\s){0,2}(?:${firmNouns}|${rivalNouns}),?\s(?:such as\s|like\s|including\s)?${subject}`,
      'gu',
    ),
  },
  {
    ...ofAdjective,
    pattern: new RegExp(
      String.raw`${one('subject', 'Organization')}(?:\s\([^)]*\))?(?:,|\sis|\swas|，)\s(?:an?|the|one of the|another)\s(?:${qualities}){0,3}${adjective}\s(?:${qualities}|${thing}){0,3}${thing}(?:${firmNouns})\b`,
      'gu',
    ),
  },
  { ...ofAdjective, pattern: new RegExp(String.raw`\b${adjective}\s${one('subject', 'Agency')}`, 'gu') },
  {
    ...ofCountry,
    pattern: new RegExp(
      String.raw`${one('subject', 'Organization')}(?:\s\([^)]*\))?,\s(?:one\sof\s)?${one('object', 'Region')}['’]s\s(?:(?:second|third)-?\s?)?(?:largest|biggest|leading|top|only|main|oldest|national|state|most\s\p{Ll}+|first|best-known)\s`,
      'gu',
    ),
  },
  {
    ...ofCountry,
    pattern: new RegExp(
      String.raw`${one('subject', 'Organization')}\sof\s${one('object', 'Region')}(?=[,.;]|\s(?:and|said|says|or|as)\b)`,
      'gu',
    ),
  },
  {
    ...ofCountry,
    pattern: new RegExp(
      String.raw`^(?:[“"]?)${one('object', 'Region')}\s(?:[^<]|<(?!Region|Organization|Agency|Person))*?\bits\s(?:own\s)?${one('subject', 'Agency')}`,
      'gu',
    ),
  },
  {
    ...ofCountry,
    pattern: new RegExp(
      String.raw`${one('object', 'Region')}[’']s?\s(?:<Date:\d+>\s)?(?:(?:${qualities}|${thing}){0,4}${thing}(?:${firmNouns}),?\s)?${one('subject', 'Agency', 'Organization', 'Event')}(?!\s(?:users|post|posts|unit|subsidiary))`,
      'gu',
    ),
  },
  {
    ...ofCountry,
    pattern: new RegExp(
      String.raw`(?<![在向对从到赴与和、往])${one('object', 'Region')}的?(?:最大的?|知名|著名|领先的?|国有|民营|<(?:Sector|Product):\d+>|汽车|零售|科技|互联网|电商|新闻|社交|电池|芯片|半导体|传感器|能源|石油|医药|制药|化工|钢铁|航运|物流|家电|手机|软件|设备|材料|矿业){0,3}(?:${chineseFirmNouns})?《?${one('subject', 'Agency', 'Organization')}`,
      'gu',
    ),
  },
  {
    ...ofCountry,
    pattern: new RegExp(
      String.raw`${one('subject', 'Organization')}(?:，|是)(?:一家|一个)?(?:来自)?${one('object', 'Region')}的?[^，。；]{0,10}?(?:${chineseFirmNouns})`,
      'gu',
    ),
  },
];

export const nationalOf = relationRule('national-of', 'The Japanese retailer Wandmarket Group opened a shop.', patterns);

/** Of those by name: a list of more than one means that the names are not the country's alone. */
export const nationalByName: ReadingRule = {
  name: 'national-by-name',
  example: 'It asked the French Academy of Potions.',
  read: ({ parts }, context) =>
    parts.flatMap((part) => {
      if (part.type !== 'Mention' || !['Agency', 'Organization', 'Event'].includes(part.mention.label)) return [];
      const { mention } = part;
      if (mention.how !== 'NAME' && mention.how !== 'NEW') return [];
      const isOwn = (country: Mention) => country.entity === context.lexicon.country && /\p{Script=Han}/u.test(mention.text); // 中国… says nothing new
      const countries = countryIn(mention, context).filter((country) => !isOwn(country));
      return countries.flatMap((country) =>
        claimOf(
          {
            subject: mention,
            predicate: 'NATIONAL_OF',
            object: country,
            confidence: 0.8,
            why: 'Its name has the country.',
            summary: `${mention.newName ?? mention.text} is from ${country.text}.`,
          },
          { certainty: 1 },
          context,
        ),
      );
    }),
};

/** "China's Ministry", "Chinese Academy", "China Association", "Bank of Japan". Media are named for what they are about. */
function countryIn({ text, label }: Mention, { lexicon }: RuleContext): Mention[] {
  if (kindOfName(label, text)[0]?.value === 'MEDIA') return [];
  const byAdjective = new RegExp(String.raw`^(?:${ofCountries})(?=\s\p{Lu})`, 'u').exec(text)?.[0];
  if (byAdjective !== undefined) return regionOf(byAdjective, lexicon);
  const words = wordsIn(text);
  const first = [...lexicon.at(words, 0)].find(({ length }) => length < words.length);
  const rest = text.slice(words[(first?.length ?? 1) - 1]?.end ?? 0);
  const found =
    first === undefined || !/^(?:[’']s?\s|\s\p{Lu}|\p{Script=Han}{2})/u.test(rest) ? lastOf(text, lexicon) : first.entries;
  return found
    .map(({ entity }) => entity)
    .filter((entity) => entity.kinds.includes('COUNTRY'))
    .slice(0, 1)
    .map((entity) => ({
      start: 0,
      end: 0,
      text: entity.names[0]?.value ?? entity.id,
      how: 'NAME',
      label: 'Region',
      entity: entity.id,
      confidence: 0.9,
      reason: 'its name',
    }));
}

/** The country of "Ministry of Commerce of Japan". */
function lastOf(text: string, lexicon: RuleContext['lexicon']) {
  const last =
    /^(?:Statistics|Bank \p{Lu}\p{L}+|(?:\p{Lu}\p{L}+ ){1,4}(?:Authority|Commission|Board|Agency|Bureau)) (\p{Lu}[\p{L} ]+)$/u.exec(
      text,
    )?.[1] ??
    /\b(?:Bank|Board|Council|Service|Treasury|Inspectorate|Directorate|Court|Ministry|Academy|University|Association|Administration|Agency|Authority|Bureau|Department|Office|Government|Chamber|Federation|Institute|Commission|Parliament|Court)\b.*\sof\s(?:the\s)?([^,]+?)$/u.exec(
      text,
    )?.[1];
  if (last === undefined) return [];
  const words = wordsIn(last);
  return [...lexicon.at(words, 0)].find(({ length }) => length === words.length)?.entries ?? [];
}
