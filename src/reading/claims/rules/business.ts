/** Where organizations are listed, and whom they rival. */
import { listOf, one, plainWords, type Match } from '../pattern.js';
import { relationRule } from '../relation.js';
import type { RuleContext } from '../rule.js';
import type { TypedSentence } from '../typed-sentence.js';

const firm = one('subject', 'Organization');
const firms = listOf('subject', 'Organization');
const bracket = String.raw`(?:\s\([^)]*\))?`;
const when = String.raw`(?:\s(?:in|on|since)\s(?<date><Date:\d+>))?`;
const listed = { predicate: 'LISTED_ON', confidence: 0.9, verb: 'is listed on' } as const;
const exchange = one('object', 'Organization');
const ticker = (match: Match, sentence: TypedSentence) => ({ ticker: plainWords(match.words('ticker'), sentence) });
const isExchange = (match: Match, _: TypedSentence, { lexicon }: RuleContext): boolean =>
  match
    .mentions('object')
    .every(({ entity, text }) =>
      entity === undefined
        ? /exchange|nasdaq|nyse|hkex|bourse|交易所|证交所|港交所|纳斯达克/iu.test(text)
        : lexicon.entity(entity)?.kinds.includes('EXCHANGE') === true || /exchange|nasdaq|nyse|交易所|纳斯达克/iu.test(text),
    );

export const listedOn = relationRule('listed-on', 'Wandmarket Group (NASDAQ: WAND) grew.', [
  {
    ...listed,
    isGiven: true,
    qualifiers: ticker,
    pattern: new RegExp(
      String.raw`${firm}\s?[(（]${exchange}\s?[:：]\s?(?<ticker>[A-Z0-9.]{1,10}|<Organization:\d+>)[)）]`,
      'gu',
    ),
  },
  {
    ...listed,
    isMeant: isExchange,
    pattern: new RegExp(
      String.raw`${firm}${bracket},?\s(?:which\s)?(?:(?:is|was|has been|also|now)\s)*(?:listed|went public|trades|debuted)\s(?:on|in)\s(?:the\s)?${exchange}${when}`,
      'gu',
    ),
  },
  { ...listed, isMeant: isExchange, isGiven: true, pattern: new RegExp(String.raw`${exchange}-listed\s${firm}`, 'gu') },
  {
    ...listed,
    isActive: true,
    isMeant: isExchange,
    pattern: new RegExp(
      String.raw`${firm}(?:[^。；<]|<(?:Date|Person):\d+>){0,60}，(?:并)?(?:于)?(?<date><Date:\d+>)(?:已|正式|成功)*在${exchange}(?:主板|创业板|科创板)?(?:正式|挂牌|成功)*上市`,
      'gu',
    ),
  },
  {
    ...listed,
    isActive: true,
    isMeant: isExchange,
    pattern: new RegExp(
      String.raw`${firm}(?:于)?(?<date><Date:\d+>)?(?:已|正式|成功)*在${exchange}(?:主板|创业板|科创板)?(?:正式|挂牌|成功)*上市`,
      'gu',
    ),
  },
]);

const competes = {
  predicate: 'RIVALS',
  confidence: 0.8,
  verb: 'is a rival of',
  qualifiers: () => ({ matter: 'COMPETITION' }),
} as const;
const rivals = { ...competes, isGiven: true } as const;
const sues = {
  predicate: 'RIVALS',
  confidence: 0.85,
  verb: 'sued',
  isActive: true,
  qualifiers: () => ({ matter: 'LAWSUIT' }),
} as const;

export const rivalOf = relationRule('rivals', 'Wandmarket Group’s main rival Broom Holdings grew.', [
  {
    ...rivals,
    pattern: new RegExp(
      String.raw`${one('subject', 'Organization')}(?:\sof\s<Region:\d+>|\s\([^)]*\))?,\s(?:which\sis\s)?${one('object', 'Organization')}[’']s?\s(?:[\p{Ll}-]+\s){0,3}?(?:rival|competitor),`,
      'gu',
    ),
  },
  {
    ...rivals,
    pattern: new RegExp(
      String.raw`${one('object', 'Organization')}[’']s?\s(?:[\p{Ll}-]+\s){0,3}?(?:rivals?|competitors?)\s(?:such as\s|like\s)?${firms}`,
      'gu',
    ),
  },
  {
    ...rivals,
    pattern: new RegExp(
      String.raw`${one('object', 'Organization')}${bracket}\s(?:and|beat|overtook|surpassed|passed|outsold|trails|followed)\sits\s(?:[\p{Ll}-]+\s){0,3}?(?:rivals?|competitors?)\s${firms}`,
      'gu',
    ),
  },
  {
    ...rivals,
    pattern: new RegExp(
      String.raw`${firm}${bracket}(?:,|\sis)\s(?:an?|the|one of the)\s(?:[\p{Ll}-]+\s){0,3}?(?:rival|competitor)s?\s(?:of|to)\s${listOf('object', 'Organization')}`,
      'gu',
    ),
    isMeant: (match, { typed }) => !/\b(?:not|no longer|former)\b/u.test(typed.slice(match.start, match.end)),
  },
  {
    ...competes,
    isActive: true,
    pattern: new RegExp(
      String.raw`${firm}${bracket}\s(?:(?:also|directly|fiercely|now)\s)*(?:competes|compete|competed|is competing|vies|rivals)\s(?:(?:directly|fiercely)\s)?(?:with\s|against\s)?${listOf('object', 'Organization')}`,
      'gu',
    ),
  },
  {
    ...sues,
    pattern: new RegExp(
      String.raw`${firm}${bracket}\s(?:(?:has|have|had|also)\s)*(?:sued|filed an? (?:[\p{Ll}-]+\s){0,2}?(?:lawsuit|suit|complaint) against|took)\s(?:its\s(?:[\p{Ll}-]+\s){0,2}?(?:rival|competitor)\s)?${listOf('object', 'Organization')}(?!\s(?:over|public|to\s(?!court)))`,
      'gu',
    ),
    isMeant: (match, { typed }) =>
      !/\stook\s/u.test(typed.slice(match.start, match.end)) || typed.startsWith(' to court', match.end),
  },
  {
    ...rivals,
    pattern: new RegExp(String.raw`${one('object', 'Organization')}的(?:主要|最大|国内|头号|老)*(?:竞争)?对手${firms}`, 'gu'),
  },
  {
    ...competes,
    isActive: true,
    pattern: new RegExp(
      String.raw`${firm}(?:与|和|同)${one('object', 'Organization')}(?:展开|存在|激烈|直接|正面)*(?:竞争|角逐)`,
      'gu',
    ),
  },
  {
    ...sues,
    pattern: new RegExp(String.raw`${firm}(?:已|正式|向法院)*(?:起诉|状告)(?:了)?${one('object', 'Organization')}`, 'gu'),
  },
]);
