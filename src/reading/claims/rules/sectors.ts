/** Which sectors organizations work in. */
import type { Mention } from '../../mentions/mention.js';
import { ofCountries } from '../../mentions/nationalities.js';
import { wordsIn } from '../../mentions/words.js';
import { chineseFirmNouns, firmNouns, qualities } from '../firms.js';
import { listOf, one, type Match } from '../pattern.js';
import { relationRule } from '../relation.js';
import type { RuleContext } from '../rule.js';
import type { TypedSentence } from '../typed-sentence.js';

const firm = one('subject', 'Organization');
const firms = listOf('subject', 'Organization');
const bracket = String.raw`(?:\s\([^)]*\))?`;
const sector = one('object', 'Sector');
const whose = String.raw`(?:(?:${ofCountries})\s|${qualities})*`;
const works = { predicate: 'WORKS_IN', confidence: 0.8, verb: 'works in', isGiven: true } as const;

/** Firms whose nouns tell their sector, and what texts call that sector. */
const sectorNouns: readonly (readonly [string, readonly string[]])[] = [
  ['online (?:marketplace|retailer|store|shop|seller)|shopping (?:platform|site|app)|e-tailer', ['e-commerce', '电子商务']],
  ['social (?:media|network(?:ing)?)(?: platform| site| app| company| giant)', ['social media', '社交媒体']],
  ['car ?maker|automaker|auto maker', ['automotive industry', 'automobile industry', 'auto industry']],
  ['chipmaker|chip maker', ['semiconductor industry', 'semiconductors']],
];
const named = new RegExp(
  String.raw`\b(?<noun>${sectorNouns.map(([nouns]) => nouns).join('|')}),?\s(?:such as\s|like\s)?${firms}`,
  'giu',
);

function sectorNamed(match: Match, _: TypedSentence, { lexicon }: RuleContext): Mention[] {
  const names = sectorNouns.find(([nouns]) => new RegExp(nouns, 'iu').test(match.words('noun')))?.[1] ?? [];
  for (const name of names) {
    const words = wordsIn(name);
    const entries = [...lexicon.at(words, 0)].find(({ length }) => length === words.length)?.entries ?? [];
    const entity = entries.map((entry) => entry.entity).find(({ label }) => label === 'Sector');
    if (entity !== undefined)
      return [
        {
          start: 0,
          end: 0,
          text: name,
          how: 'NAME',
          label: 'Sector',
          entity: entity.id,
          confidence: 0.8,
          reason: 'what the firm is called',
        },
      ];
  }
  return [];
}

export const worksIn = relationRule('works-in', 'The potion trade company Wandmarket Group grew.', [
  {
    ...works,
    pattern: new RegExp(
      String.raw`${sector}\s(?:${qualities})?(?:${firmNouns}|models?),?\s(?:such as\s|like\s|including\s|of\s)?${firms}`,
      'gu',
    ),
  },
  {
    ...works,
    pattern: new RegExp(
      String.raw`${firm}${bracket}(?:,|\sis|\sare|\swas|，)\s(?:an?|the|one of the)\s(?:[\p{Ll}’'-]+\s(?:<Region:\d+>[’']s\s)?){0,3}?${whose}${sector}\s(?:${firmNouns})\b`,
      'gu',
    ),
  },
  {
    predicate: 'WORKS_IN',
    confidence: 0.8,
    verb: 'works in',
    isActive: true,
    pattern: new RegExp(
      String.raw`${firm}${bracket}\s(?:also\s|mainly\s)?(?:works|operates|is active|is engaged|specializes|specialises)\sin\s(?:the\s)?${sector}`,
      'gu',
    ),
  },
  {
    ...works,
    pattern: new RegExp(
      String.raw`${sector}\s(?:platforms|companies|firms|retailers|marketplaces|brands|banks)\s(?:in|of)\s<Region:\d+>\s?(?:—|–|-|,|:|\()\s?(?:such as\s|including\s|namely\s)?${firms}`,
      'gu',
    ),
  },
  { ...works, objects: sectorNamed, pattern: named },
  {
    ...works,
    pattern: new RegExp(String.raw`${sector}(?:领域的?)?(?:龙头|领军|头部|骨干)?(?:${chineseFirmNouns})${firms}`, 'gu'),
  },
  {
    ...works,
    pattern: new RegExp(String.raw`${firms}等(?:多家|一批|<Amount:\d+>)?(?:<Region:\d+>)?${sector}(?:${chineseFirmNouns})`, 'gu'),
  },
  {
    ...works,
    pattern: new RegExp(
      String.raw`${firm}(?:，|是)(?:一家|<Region:\d+>|全球|最大的?|领先的?|知名的?|主要的?|第[一二三]大)*的?${sector}(?:${chineseFirmNouns})`,
      'gu',
    ),
  },
  {
    predicate: 'WORKS_IN',
    confidence: 0.75,
    verb: 'works in',
    isActive: true,
    pattern: new RegExp(String.raw`${firm}(?:主要|长期|一直|专业)*(?:从事|主营|专注于?|深耕|经营)${sector}`, 'gu'),
  },
]);
