/** Which sectors and products are part of others. */
import { listOf, one } from '../pattern.js';
import { relationRule } from '../relation.js';

const kinds = ['Sector', 'Product'] as const;
const includes = { predicate: 'INCLUDES', confidence: 0.8, verb: 'includes', isGiven: true } as const;
const whole = one('subject', ...kinds);
const parts = listOf('object', ...kinds);

export const madeUpOf = relationRule(
  'made-up-of',
  'Flying goods such as used brooms sell well: used brooms include racing brooms.',
  [
    {
      ...includes,
      pattern: new RegExp(
        String.raw`${whole}(?:\s(?:products|goods|items|sectors|industries|businesses|models|forms|equipment|materials))?(?:,?\s(?:such as|including|namely|like|for example)|\s?[,(]\s?(?:e\.g\.|i\.e\.|for example|for instance),?)\s${parts}`,
        'gu',
      ),
      isMeant: ({ start, end }, { typed }) =>
        !/\b(?:not|without)\s(?:even\s)?(?:including)?$/u.test(typed.slice(Math.max(0, start - 12), start)) && end > start,
    },
    {
      ...includes,
      pattern: new RegExp(String.raw`${parts},?\sand\s(?:many\s)?(?:other|similar)\s${whole}`, 'gu'),
    },
    {
      predicate: 'INCLUDES',
      confidence: 0.8,
      verb: 'includes',
      isActive: true,
      pattern: new RegExp(
        String.raw`${whole}\s(?:also\s|mainly\s)?(?:includes?|comprises?|consists? of|is made up of|are made up of|covers?)\s${parts}`,
        'gu',
      ),
    },
    {
      predicate: 'INCLUDES',
      confidence: 0.8,
      verb: 'includes',
      pattern: new RegExp(
        String.raw`${listOf('object', ...kinds)}\s(?:is|are)\s(?:also\s)?(?:an?\s|the\s)?(?:[\p{Ll}-]+,?\s){0,3}?(?:kinds?|types?|forms?|parts?|branch(?:es)?|categor(?:y|ies)|models?|segments?)\sof\s(?:the\s)?${whole}`,
        'gu',
      ),
    },
    {
      ...includes,
      pattern: new RegExp(
        String.raw`${one('object', ...kinds)},?\s(?:as\s)?(?:an?|the)\s(?:[\p{Ll}-]+,?\s(?:and\s)?){0,9}?(?:kind|type|form|branch|category|model|segment)\sof\s(?:the\s)?${whole}`,
        'gu',
      ),
    },
    {
      ...includes,
      pattern: new RegExp(
        String.raw`${whole}(?:产品|商品|行业)?(?:（|\()?(?:主要)?(?:包括|包含|涵盖|如|例如|比如|诸如)${parts}`,
        'gu',
      ),
    },
    { ...includes, pattern: new RegExp(String.raw`${parts}等(?:多种|各类|主要|重点)?${whole}`, 'gu') },
    {
      ...includes,
      pattern: new RegExp(
        String.raw`${listOf('object', ...kinds)}(?:是|属于)(?:一种|重要的?)?(?:新型)?${whole}(?:的)?(?:一种|一类|一部分|重要组成部分|新业态|分支)?(?=[，。；]|$)`,
        'gu',
      ),
    },
  ],
);
