/** What the words of a proper name, and those around it, suggest that it is. */
import { ofCountries, ofPartsOfTheWorld } from './nationalities.js';
import type { Label } from '../../model/model.js';
import { titles } from './ordinary-words.js';

/** One word of a proper name, as a pattern. */
export const properName = String.raw`\p{Lu}(?:[\p{L}\p{M}\p{N}’'&]|-(?!(?:owned|listed|based|backed|led|run|made)\b)|\.(?=\p{L})|!(?= \p{Lu}))*`;

/** The "on Monday" of "Guild of Wandmakers on Monday". */
export const dayAfter =
  / (?:on|in|for|and) (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$| (?:on|in) (?:January|February|March|April|May|June|July|August|September|October|November|December)$/u;

/** What the words of a name suggest that it is, the first that fits. */
const heads: readonly (readonly [Label, RegExp])[] = [
  ['Organization', /\b(?:News|Press) Agency\b/u],
  ['Event', /\b(?:Conference|Forum|Summit|Congress|Expo|Fair|Exhibition|Symposium|Olympics|Games|Festival)\b/u],
  [
    'Policy',
    /\b(?:Act|Law|Rules|Order|Ordinance|Code|Charter|Protocol|Convention|Accord|Announcement|Circular|Regulations?|Guidelines?|Notice|Measures|Opinions|Decree|Directive|Agreement|Treaty|Action Plan|Report)\b/u,
  ],
  [
    'Agency',
    /\b(?:Ministry|Department|Bureau|Commission|Administration|Agency|Office|Council|Committee|Parliament|Congress|Court|Government|Customs|Central Bank|(?:Communist|Labour|Labor|Democratic|Republican|Conservative|Social Democratic|People’s|Green|Liberal) Party|Party Committee|Army|Navy|Corps|Authority|Treasury|Cabinet)\b/u,
  ],
  ['Program', /\b(?:Initiative|Program|Programme|Campaign|Project|Scheme|Zone|Pilot|Plan)\b/u],
  [
    'Organization',
    /\b(?:Association|Group|Company|Corp|Corporation|Inc|Ltd|Co|Bank|University|Institute|Academy|Center|Centre|Foundation|Union|Exchange|Times|Daily|Post|News|Journal|Television|Radio|Press|Society|Federation|Chamber|Alliance|Holdings|Motors?|Technologies|Securities|Airlines|Network|Organization|Organisation|Fund|School)\b/u,
  ],
  [
    'Region',
    /\b(?:Province|Prefecture|County|District|City|Island|Islands|Peninsula|Republic|Kingdom|Autonomous Region|New Area)$/u,
  ],
];

const speech =
  /^,? (?:who |also |then |earlier |later )?(?:said|says|told|added|noted|stated|believes|pointed out|explained|wrote|argued|warned|joins|joined)\b/u;
/** "Jane Doe, from the research department of the ministry, told". */
const speechAfterPlace =
  /^, (?:from|at|of|with) (?:the |a )?[^,.;]{3,90}, (?:said|says|told|added|noted|stated|believes|explained|wrote)\b/u;
const role =
  /^, (?:the |an? |its |their |vice |deputy |associate |senior |chief |former |executive )*(?:director|secretary|president|researcher|minister|governor|chairman|spokes\w+|professor|analyst|economist|founder|CEO|head|manager|correspondent|official|mayor)/iu;

/** "Its secretary-general, Jane Doe", "analyst Jane Doe". */
const roleBefore =
  /\b(?:secretary[- ]general|director[- ]general|director|chair(?:man|woman|person)?|president|head|minister|spokes(?:man|woman|person)|founder|analyst|economist|researcher|professor|governor|mayor|manager|official|secretary|CEO),? $/iu;

export const hasHead = (text: string): boolean => heads.some(([, pattern]) => pattern.test(text));

/** Undefined where it is no name. `isFirst`: its capital may be that of the sentence. */
export function typeOf(text: string, before: string, after: string, isFirst: boolean): Label | undefined {
  if (notNames.test(text) || nationality.test(text) || (adjective.test(text) && /^\s+\p{Ll}/u.test(after))) return undefined;
  const words = text.split(/\s+/).length;
  const isPerson = words <= 3 && !/[\d&]|\bof\b|\bfor\b/u.test(text);
  if (
    isPerson &&
    (words > 1 || !isFirst) &&
    (titles.test(before) || roleBefore.test(before) || role.test(after) || speechAfterPlace.test(after))
  )
    return words > 1 ? 'Person' : undefined;
  const head = words > 1 ? heads.find(([, pattern]) => pattern.test(text))?.[0] : undefined;
  if (head !== undefined) return head;
  if (isPerson && words > 1) return speech.test(after) || !isFirst ? (speech.test(after) ? 'Person' : 'Organization') : undefined;
  if (isFirst && words === 1 && /^\p{Lu}{3,6}$/u.test(text)) return 'Organization';
  if (words > 1 || isFirst || text.length < 3 || /-\p{Ll}/u.test(text)) return undefined;
  return /\b(?:in|from|to|near|across) $/u.test(before) ? 'Region' : 'Organization';
}

const nationality = new RegExp(`^(?:${ofCountries}|${ofPartsOfTheWorld})$`, 'u');

const notNames =
  /^(?:(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Q\d|A\d|RMB|USD|US|EUR|CNY|GDP|CEO|BJT|GMT|UTC|Yuan|Chinese|American|Japanese|Asian|European|Western|Eastern|Q|A|I|Internet|French|German|Dutch|Swiss|Thai|Greek|British|Spanish|Turkish|Polish|Irish|Danish|Finnish|Swedish|Indian|Russian|Korean|Brazilian|Mexican|African|Arab|and|to|of)[\s.]*)+$/u;

/** "Central Asian", "Southeast Asian". */
const adjective = /(?:^|\s)\p{Lu}\p{L}+(?:ese|ian|ean|ish|can|asian|ern|aeli|aqi|istani|Greek|French|Dutch|Thai|Swiss|German)$/u;
