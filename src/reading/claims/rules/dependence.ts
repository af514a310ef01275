/** What depends on what, and what has an effect on what. */
import { listOf, one, type Match } from '../pattern.js';
import { relationRule } from '../relation.js';

const dependents = ['Region', 'Sector', 'Organization', 'Product'] as const;
const needs = ['Product', 'Region', 'Organization'] as const;
const depends = { predicate: 'DEPENDS_ON', confidence: 0.8, verb: 'depends on' } as const;
const degree = String.raw`(?:still|heavily|highly|largely|strongly|mainly|mostly|almost|entirely|deeply|increasingly|also|very|critically)\s`;
const supply = String.raw`(?:the\s)?(?:(?:imports?|supply|supplies|shipments?|purchases?|exports?)\s(?:of|from)\s)?(?:the\s)?`;

export const dependsOn = relationRule('depends-on', 'The potion trade is heavily dependent on used brooms.', [
  {
    ...depends,
    pattern: new RegExp(
      String.raw`${listOf('subject', ...dependents)}(?:[’']s)?(?:\s(?:supply|supplies|production|industry|imports|makers|companies|sector|economy|market|sales|demand))?\s(?:(?:is|are|was|were|remains?|remained|became|has become|have become|has been|have been)\s)(?:${degree})*(?:dependent|reliant)\s(?:up)?on\s${supply}${listOf('object', ...needs)}`,
      'gu',
    ),
  },
  {
    ...depends,
    pattern: new RegExp(
      String.raw`${listOf('subject', ...dependents)}(?:[’']s)?(?:\s(?:supply|supplies|production|industry|imports|makers|companies|sector|economy|market|sales))?\s(?:${degree})*(?:depends?|depended|rel(?:y|ies|ied))\s(?:${degree})*(?:up)?on\s${supply}${listOf('object', ...needs)}`,
      'gu',
    ),
  },
  {
    ...depends,
    pattern: new RegExp(
      String.raw`${one('object', 'Product', 'Region', 'Organization')}\s(?:is|are|remains?)\s(?:of\s(?:great\s|strategic\s|critical\s|vital\s|key\s|major\s)importance|(?:very\s|highly\s|strategically\s)?(?:essential|vital|crucial|indispensable|critical))\s(?:to|for)\s(?:the\s|making\s|producing\s)?${listOf('subject', 'Sector', 'Organization', 'Product', 'Region')}`,
      'gu',
    ),
  },
  {
    ...depends,
    pattern: new RegExp(
      String.raw`${listOf('subject', ...dependents)}(?:产业|行业|企业|供应|生产|经济|进口)?(?:高度|严重|主要|仍然?|依然|十分|非常|大量|长期|仍旧|也)*(?:依赖于?|依靠|离不开)(?:来自|从)?${listOf('object', ...needs)}`,
      'gu',
    ),
  },
  {
    ...depends,
    pattern: new RegExp(
      String.raw`${one('subject', ...dependents)}对(?:来自)?${one('object', ...needs)}(?:的)?(?:进口|供应)?的?(?:高度|严重|依然|仍)*(?:依赖)(?:度|程度)?(?:很高|较高|高|严重|加深|上升|较大|很大|极大)?(?=[，。；]|$)`,
      'gu',
    ),
    isMeant: (match, { typed }) => !/[减降摆]/u.test(typed.slice(Math.max(0, match.start - 6), match.end + 8)),
  },
]);

const causes = ['Policy', 'Program', 'Event', 'Sector'] as const;
const affected = ['Sector', 'Product', 'Region', 'Organization'] as const;
const affects = { predicate: 'AFFECTS', confidence: 0.7, verb: 'has an effect on', isActive: true } as const;

/** In our own words, by what the verb says. */
function effectOf(match: Match): { effect: string } {
  const [verb, what] = [match.words('verb').toLowerCase(), match.words('what').toLowerCase()];
  const of = /pric/.test(what)
    ? 'its prices'
    : /export/.test(what)
      ? 'its exports'
      : /sale/.test(what)
        ? 'its sales'
        : /demand/.test(what)
          ? 'demand for it'
          : /suppl/.test(what)
            ? 'its supply'
            : 'it';
  if (/boost|benefit|driv|drove|push|stimulat|rais|lift|spur|spark|促进|推动|拉动|带动|刺激|推高|提振/u.test(verb))
    return { effect: `Furthers ${of}.` };
  if (/hit|hurt|harm|disrupt|curb|depress|weigh|damag|reduc|lower|slow|打击|冲击|抑制|削弱|重创/u.test(verb))
    return { effect: `Harms or limits ${of}.` };
  return { effect: `Changes ${of}.` };
}

const what = String.raw`(?:(?<what>(?:prices?|exports?|imports?|sales|demand|supply|supplies|production|trade)\s(?:of|for|in)\s))?`;

export const affectsIt = relationRule('affects', 'The Wand Safety Regulations have hit the potion trade.', [
  {
    ...affects,
    qualifiers: effectOf,
    pattern: new RegExp(
      String.raw`${one('subject', ...causes)}\s(?:(?:has|have|had|also|already|severely|directly|greatly|seriously|badly|strongly|significantly)\s)*(?<verb>affected|affects|hit|hits|hurt|hurts|harmed|harms|boosted|boosts|disrupted|disrupts|benefited|benefits|benefitted|drove up|driven up|pushed up|curbed|depressed|damaged|damages|stimulated|stimulates|slowed|weighed on|weighs on|spurred|sparked|lifted)\s(?:the\s)?${what}(?:the\s)?${listOf('object', ...affected)}`,
      'gu',
    ),
  },
  {
    ...affects,
    qualifiers: effectOf,
    pattern: new RegExp(
      String.raw`${one('subject', ...causes)}\s(?:has|have|had)\s(?:had\s)?(?:an?|the)\s(?<verb>(?:[\p{Ll}-]+\s){0,2}?(?:impact|effect|influence))\son\s(?:the\s)?${what}(?:the\s)?${listOf('object', ...affected)}`,
      'gu',
    ),
  },
  {
    ...affects,
    qualifiers: effectOf,
    pattern: new RegExp(
      String.raw`${one('subject', ...causes)}》?(?:已经?|严重|极大地?|有效|有力地?|显著|大大|直接|进一步|也|还)*(?<verb>促进|推动|拉动|带动|刺激|推高|提振|影响|打击|冲击|抑制|削弱|重创)了${listOf('object', ...affected)}`,
      'gu',
    ),
  },
  {
    ...affects,
    qualifiers: effectOf,
    pattern: new RegExp(
      String.raw`${one('subject', ...causes)}》?(?:对|给)${listOf('object', ...affected)}(?:的[^，。；]{1,8})?(?:已经?)?(?:造成|产生|带来|形成)(?:了)?[^，。；]{0,8}?(?<verb>影响|冲击|打击|推动|促进)`,
      'gu',
    ),
  },
]);
