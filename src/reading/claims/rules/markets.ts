/** What is sold where. */
import type { Mention } from '../../mentions/mention.js';
import { ofPartsOfTheWorld, regionOf } from '../../mentions/nationalities.js';
import { listOf, one, type Match } from '../pattern.js';
import { relationRule, type RelationPattern } from '../relation.js';
import type { RuleContext } from '../rule.js';
import type { TypedSentence } from '../typed-sentence.js';

const seller = listOf('subject', 'Organization');
const goods = listOf('subject', 'Product');
/** "the five Central Asian countries, Africa, and some Southeast Asian nations". */
const place = String.raw`(?:the\s|some\s|many\s|several\s)?(?:<Region:\d+>|<Amount:\d+>|(?:<Amount:\d+>\s)?(?:${ofPartsOfTheWorld})\s(?:countries|nations|economies|markets?))`;
const places = String.raw`(?<object>${place}(?:,?\sand\s${place}|,\s${place})*)`;
const chinesePlaces = listOf('object', 'Region');
const when = String.raw`(?:\s(?:in|on|since|from)\s(?<date><Date:\d+>))?`;
const market = { predicate: 'MARKETS_TO', confidence: 0.8, verb: 'is sold in' } as const;

/** The regions of a list: those named, and those that adjectives name. */
function regionsIn(match: Match, _: TypedSentence, { lexicon }: RuleContext): Mention[] {
  const parts = match
    .parts('object')
    .flatMap((part) =>
      part.type === 'Amount' ? adjectivesIn(part.amount.text, lexicon) : part.type === 'Mention' ? [part.mention] : [],
    );
  return [...parts.filter(({ label }) => label === 'Region'), ...adjectivesIn(match.words('object'), lexicon)];
}

const adjectivesIn = (words: string, lexicon: RuleContext['lexicon']): Mention[] =>
  [
    ...words.matchAll(new RegExp(String.raw`(?:${ofPartsOfTheWorld})(?=\s(?:countries|nations|economies|markets?))`, 'gu')),
  ].flatMap(([adjective]) => regionOf(adjective, lexicon));

/** "Since 2022, Narnia has been a market": the goods are those that the sentences before are about. */
function goodsBefore(match: Match, sentence: TypedSentence, { sentences }: RuleContext): readonly Mention[] {
  const own = match.mentions('subject');
  if (own.length > 0) return own;
  for (const each of sentences.slice(Math.max(0, sentence.index - reach), sentence.index + 1).toReversed()) {
    const sold = each.parts.flatMap((part) =>
      part.type === 'Mention' && part.mention.label === 'Product' ? [part.mention] : [],
    );
    const isSale = /\b(?:sold|sells?|sales|export\w*)\b|出口|销|卖/u.test(each.typed);
    if (sold.length > 0 && isSale) return sold.slice(0, 1);
  }
  return [];
}

const reach = 4;

const extentOf = (match: Match): { extent?: string } => {
  const words = match.words('extent');
  if (/growing|emerging|increasing|expanding|fastest|增长|新兴/u.test(words)) return { extent: 'GROWING' };
  if (/main|major|largest|biggest|top|primary|chief|主要|最大/u.test(words)) return { extent: 'MAIN' };
  return /important|key|重要/u.test(words) ? { extent: 'IMPORTANT' } : {};
};

const origin = (match: Match, _: TypedSentence, { idOf }: RuleContext) => {
  const from = match.mention('origin');
  return { origin: from && idOf(from) };
};

const extent = String.raw`(?<extent>main|major|largest|biggest|top|primary|chief|important|key|growing|fast-growing|fastest-growing|emerging)`;
const chineseExtent = String.raw`(?<extent>主要|最大|重要|新兴)`;

export const soldIn = relationRule('sold-in', 'Wandmarket Group sells brooms to Japan and Avalon.', [
  {
    ...market,
    isActive: true,
    verb: 'sells to',
    objects: regionsIn,
    pattern: new RegExp(
      String.raw`${seller}(?:\s\([^)]*\))?(?:,[^,]{1,80},)?\s(?:also\s|already\s|now\s|mainly\s|has\s|have\s|had\s)*(?:sells?|sold|exports?|exported|ships|shipped|delivers|markets)\s[^,.;]{1,60}?\s(?:to|in)\s${places}${when}`,
      'gu',
    ),
  },
  {
    ...market,
    isActive: true,
    verb: 'began to sell in',
    objects: regionsIn,
    pattern: new RegExp(
      String.raw`${seller}(?:\s\([^)]*\))?(?:,[^,]{1,80},)?(?:[’']s)?\s(?:platform\s|portal\s|app\s|service\s|store\s|website\s|shop\s)?(?:also\s|already\s|officially\s|has\s|have\s|had\s|was\s)*(?:launched|entered|expanded\s(?:in)?to|debuted|opened\s(?:<Amount:\d+>|[^,.;]{0,40}?(?:stores?|shops?|outlets?|showrooms?|dealerships?))|began\s(?:operating|operations|selling|sales|business)|started\s(?:operating|operations|selling|sales|business))\s(?:in\s)?(?:the\s)?${places}${when}`,
      'gu',
    ),
  },
  {
    ...market,
    isGiven: true,
    verb: 'began to sell in',
    pattern: new RegExp(
      String.raw`\b[Ss]ince\sits\s(?:[\p{Ll}-]+\s)?(?:launch|debut|entry|arrival)\s[[(]?(?:in|into)\s${one('object', 'Region')}[\])]?${when},\s${one('subject', 'Organization')}`,
      'gu',
    ),
  },
  {
    ...market,
    isGiven: true,
    objects: regionsIn,
    verb: 'sells in',
    pattern: new RegExp(
      String.raw`(?<!\p{L})(?:<Amount:\d+>\s|(?:major|largest|leading|main|biggest|top)\s)+(?:<Sector:\d+>\s)?(?:platforms|retailers|sellers|marketplaces|brands|shops|carmakers|chains)\s(?:in|of)\s${places}\s?(?:—|–|-|,|:|\()?\s?(?:such as\s|including\s|namely\s)?${seller}`,
      'gu',
    ),
  },
  {
    ...market,
    isActive: true,
    qualifiers: origin,
    objects: regionsIn,
    pattern: new RegExp(
      String.raw`${one('origin', 'Region')}\s(?:also\s|mainly\s|has\s)*(?:exports?|exported|sells|sold|ships|shipped)\s(?:<Amount:\d+>\s)?(?:(?:of|worth of|its|more|most of its)\s){0,2}${goods}\s(?:mainly\s|mostly\s)?to\s${places}${when}`,
      'gu',
    ),
  },
  {
    ...market,
    objects: regionsIn,
    pattern: new RegExp(
      String.raw`${goods}(?:\s(?:from|made in)\s${one('origin', 'Region')})?\s(?:are|is|were|was|have been|has been)\s(?:also\s|now\s|mainly\s|mostly\s|already\s|widely\s)*(?:sold|exported|shipped|marketed|available|delivered)\s(?:to|in|across|throughout)\s${places}${when}`,
      'gu',
    ),
    qualifiers: origin,
  },
  {
    ...market,
    qualifiers: origin,
    objects: regionsIn,
    pattern: new RegExp(
      String.raw`${one('origin', 'Region')}[’']s?\s(?:exports of\s)?${goods}\s(?:exports\s)?to\s${places}\s(?:rose|fell|grew|jumped|surged|dropped|reached|totaled|totalled|soared|declined|increased|slumped|hit|more than|nearly)`,
      'gu',
    ),
  },
  {
    ...market,
    isActive: true,
    verb: 'sells to',
    pattern: new RegExp(
      String.raw`${seller}(?:<Date:\d+>|于<Date:\d+>)?(?:已经?|正式|先后|也|还|主要)*(?:进入|登陆|进军|打入|销往|出口到|出口至|卖到|卖往|在)(?:了)?${chinesePlaces}(?:市场|等国|等地)*(?:上线|开店|运营|推出|开业|销售|开设[^，。；]{0,8}店)?(?=[，。；、（）()]|$|等|并|，)`,
      'gu',
    ),
    isMeant: (match, { typed }) => !/在(?:<Region:\d+>)[，。]?$/u.test(typed.slice(match.start, match.end)),
  },
  // 公司主营检测设备，产品销往德国
  {
    ...market,
    isActive: true,
    verb: 'sells to',
    pattern: new RegExp(
      String.raw`${one('subject', 'Organization')}(?:[^。；<]|<(?:Date|Amount|Product|Sector):\d+>|在<Organization:\d+>){0,60}?，(?:其|公司|主要|相关)*产品(?:已经?|主要|大量|还|也|远|均|都)*(?:销往|远销|畅销|出口到|出口至|出口往|销售到|卖到|销至)(?:了)?${chinesePlaces}`,
      'gu',
    ),
  },
  {
    ...market,
    pattern: new RegExp(
      String.raw`${goods}(?:已经?|主要|大量|还|也|远|均|都)*(?:销往|远销|畅销|出口到|出口至|出口往|销售到|卖到|卖往|销至)(?:了)?${chinesePlaces}`,
      'gu',
    ),
  },
  {
    ...market,
    isActive: true,
    qualifiers: origin,
    pattern: new RegExp(
      String.raw`${one('origin', 'Region')}(?:也|还|主要|大量|累计|共)*(?:向|对)${chinesePlaces}(?:等国|等地)?(?:大量|累计|共)*出口(?:了)?(?:<Amount:\d+>)?的?${goods}`,
      'gu',
    ),
  },
]);

export const marketIs = relationRule('market-is', 'The main markets for used brooms are Japan and Avalon.', [
  {
    ...market,
    subjects: goodsBefore,
    objects: regionsIn,
    qualifiers: extentOf,
    pattern: new RegExp(
      String.raw`\b(?:[Tt]he|[Ii]ts|[Tt]heir)\s(?:${extent}\s)(?:export\s|overseas\s|foreign\s)?(?:markets?|destinations?|buyers)(?:\s(?:for|of)\s(?:the\s)?${goods}(?:\sexports)?)?\s(?:are|is|include|were|was|included)\s${places}`,
      'gu',
    ),
  },
  {
    ...market,
    subjects: goodsBefore,
    objects: regionsIn,
    qualifiers: extentOf,
    pattern: new RegExp(
      String.raw`(?:\b[Ss]ince\s(?<date><Date:\d+>),?\s)?${places}\s(?:has|have|is|are|was|were)\s(?:also\s|now\s|since\s|long\s|already\s)*(?:become\s|been\s)?(?:also\s)?(?:an?\s|the\s|one of the\s|its\s|their\s)(?:most\s)?${extent}\s(?:export\s|overseas\s|foreign\s)?(?:markets?|destinations?|buyers?)(?:\s(?:for|of)\s(?:the\s)?${goods})?(?!\seconom)`,
      'gu',
    ),
  },
  {
    ...market,
    subjects: goodsBefore,
    objects: regionsIn,
    qualifiers: () => ({ extent: 'GROWING' }),
    pattern: new RegExp(
      String.raw`\b[Tt]he\s${places}\smarkets?(?:\sfor\s${goods})?\s(?:is|are)\s(?:also\s|now\s|rapidly\s|quickly\s|significantly\s|still\s)*(?:growing|increasing|expanding|booming)`,
      'gu',
    ),
  },
  {
    ...market,
    subjects: goodsBefore,
    qualifiers: extentOf,
    pattern: new RegExp(
      String.raw`(?:${goods}的?)?${chineseExtent}的?(?:出口|海外|销售)?(?:市场|目的地|目的国)(?:为|是|有|包括)${chinesePlaces}`,
      'gu',
    ),
  },
  {
    ...market,
    subjects: goodsBefore,
    qualifiers: extentOf,
    pattern: new RegExp(
      String.raw`${chinesePlaces}(?:已经?|也|均|都|等)*(?:是|成为|成了)(?:了)?(?:<Region:\d+>)?(?:${goods}的?)?(?:又一个?|一个)?${chineseExtent}的?(?:出口|海外|销售)?(?:市场|目的地|目的国)`,
      'gu',
    ),
  },
] satisfies readonly RelationPattern[]);
