/** What the words of a proper name, and those around it, suggest that it is. */
import { cityOf } from './cities.js';
import { beginsAsPerson } from './given-names.js';
import { ofCountries, ofPartsOfTheWorld } from './nationalities.js';
import type { Label } from '../../model/model.js';
import { looksChinese } from './chinese-people.js';
import { titles } from './ordinary-words.js';

/** One word of a proper name, as a pattern; longer ones are none. */
export const properName = String.raw`(?!(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen)\.)\p{Lu}(?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}’'&]|-(?!(?:owned|listed|based|backed|led|run|made)\b)|\.(?=\p{L})|!(?= \p{Lu})){0,60}`;

/** The "on Monday" of "Guild of Wandmakers on Monday". */
export const dayAfter =
  / (?:on|in|for|and) (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$| (?:on|in) (?:January|February|March|April|May|June|July|August|September|October|November|December)$/u;

/** Councils of government: others are associations, as "Wand Export Council". */
const publicCouncil =
  /\b(?:State|City|Town|County|District|Municipal|Provincial|National|Federal|Legislative|Executive|Security|Privy|European|Regional|Supreme) Council\b|\bCouncil of (?:Ministers|State|Europe)\b/u;
/** "Bank of Japan": but those of some countries are firms. */
const centralBank =
  /^Bank of (?!China|America|Scotland|Ireland|India|Montreal|Communications|Beijing|Shanghai|Nova|East|New)\p{Lu}\p{Ll}+$|^(?:Bank (?:Negara|Indonesia|Al-Maghrib)\b|Banco Central\b|National Bank of (?!Pakistan|Greece|Canada|Kuwait|Bahrain)\p{Lu}|(?:Swiss|Austrian|Czech|Danish|Hungarian) National Bank$|Norges Bank$)/u;
/** "Statistics Norway": the country is a part of the name. */
const statisticsOffice = /^Statistics \p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)?$/u;

/** What the words of a name suggest that it is, the first that fits. */
const heads: readonly (readonly [Label, RegExp])[] = [
  [
    'Region',
    /^(?:European|African|Eurasian Economic) Union$|^EU$|^(?:East African|Caribbean|Andean|Southern African Development|Eurasian Economic|European Economic) Community$|^(?:Gulf Cooperation Council|Arab League|Southern Common Market|Commonwealth of Independent States|Economic Community of West African States)$/u,
  ],
  [
    'Region',
    /^(?:(?:Middle|Near|Far) East|(?:Persian )?Gulf|Balkans?|Sahel|Caucasus|Levant|Maghreb|Horn of Africa|Global South|Pacific Islands|Asia[- ]Pacific|Central America|Caribbean|Benelux|Nordics|Baltics|Scandinavia)$/u,
  ],
  ['Organization', /\b(?:News|Press) Agency\b/u],
  [
    'Organization',
    /\b(?:Monetary|Wealth|Investment|Pension|Provident|Hedge|Mutual|Future|Population|Wildlife|Children['’]s) Fund\b/u,
  ],
  ['Agency', publicCouncil],
  ['Agency', centralBank],
  ['Agency', statisticsOffice],
  ['Event', /\b(?:Conference|Forum|Summit|Congress|Expo|Fair|Exhibition|Symposium|Olympics|Games|Festival)\b/u],
  [
    'Policy',
    /\b(?:Act|Law|Rules|Order|Ordinance|Code|Charter|Protocol|Convention|Accord|Pact|Announcement|Circular|Regulations?|Guidelines?|Guidance|Notice|Measures|Opinions|Provisions|Decree|Directive|Agreement|Memorandum|Treaty|Declaration|Bill|White Paper|Action Plan|Report)\b/u,
  ],
  [
    'Agency',
    /\b(?:Ministry|Department|Bureau|Commission|Administration|Agency|Office|Committee|Parliament|Congress|Court|Government|Customs|Embassy|Consulate|Statistical Service|Statistics Service|Central Bank|Reserve Bank|Monetary Authority|(?:Communist|Labour|Labor|Democratic|Republican|Conservative|Social Democratic|People’s|Green|Liberal) Party|Party Committee|Army|Navy|Corps|Authority|Treasury|Cabinet|Board|Directorate|Inspectorate|Secretariat|Tribunal|Ombudsman|Senate|Watchdog)\b/u,
  ],
  ['Organization', /\bCouncil\b/u],
  ['Program', /\b(?:Initiative|Program|Programme|Campaign|Project|Scheme|Zone|Pilot|Plan|Fund|Survey|Census)\b/u],
  [
    'Organization',
    /\b(?:Association|Confederation|Consortium|Syndicate|Guild|Cooperative|Group|Company|Corp|Corporation|Inc|Ltd|Co|Bank|University|Institute|Academy|Center|Centre|Foundation|Union|Exchange|Times|Daily|Weekly|Gazette|Herald|Tribune|Chronicle|Post|News|Journal|Television|Radio|Press|Society|Federation|Chamber|Alliance|Holdings|Motors?|Technologies|Labs|Laborator(?:y|ies)|Museum|Hospital|College|Securities|Airlines|Network|Organization|Organisation|School)\b/u,
  ],
  [
    'Region',
    /\b(?:Province|Prefecture|County|District|City|Island|Islands|Peninsula|Republic|Kingdom|Autonomous Region|New Area)$/u,
  ],
];

/** What the names of firms end with, before the law. */
export const legalForms = String.raw`AS|ASA|AG|SA|SE|NV|AB|PLC|plc|LLC|LLP|GmbH|Oyj|SpA|Bhd|Tbk|KK|ApS|BV|Pty|Pte|SAS|Srl|SARL|JSC|PJSC|Oy|Kft|Zrt`;
/** The last words of names of firms: they are those of ministries too, as in "Industry and Information Technology". */
export const firmTail = new RegExp(
  String.raw`(?<!^(?:Raw|Building|Construction|Critical|Strategic|Advanced|New|Natural|Renewable|Clean|Green|Crude|Heavy|Rare|Health|Life|Fuel|Solar|Nuclear|Wind|Hydro|Electric|Public|Private|Social|Human|Medical|Data|Great|Major|Super|Military|Food|Digital|Operating|Payment|Public Service|Information)) (?:Technology|Chemicals|Pharmaceuticals|Logistics|Electronics|Industries|Energy|Power|Chips?|Semiconductors?|Cells|Batteries|Materials|Metals|Minerals|Mining|Steel|Cement|Petroleum|Oil|Gas|Solar|Renewables|Foods|Beverages|Breweries|Dairy|Textiles|Pharma|Biotech|Biosciences|Therapeutics|Robotics|Systems|Solutions|Software|Semiconductor|Aerospace|Aviation|Airways|Shipping|Shipyards?|Mobility|Telecom|Telecommunications|Wireless|Instruments|Optics|Engineering|Machinery|Properties|Realty|Capital|Partners|Investments|Ventures|Financial|Insurance|Assurance|Retail|Stores|Supermarkets|Entertainment|Studios|Interactive|Brothers|Works|Wafers|${legalForms})$`,
  'u',
);
/** "The battery maker", "the newspaper": what is named after it is a firm or an outlet. */
const firmBefore =
  /\b(?:\p{Ll}*makers?|compan(?:y|ies)|firms?|manufacturers?|retailers?|producers?|suppliers?|start-?ups?|lenders?|insurers?|brokerages?|airlines?|operators?|developers?|giants?|platforms?|newspapers?|magazines?|websites?|broadcasters?|agency|think tanks?|consultanc(?:y|ies)|charit(?:y|ies)|unions?|rivals?),? $/u;
const speech =
  /^,? (?:who |also |then |earlier |later )?(?:said|says|told|added|noted|stated|believes|pointed out|explained|wrote|argued|warned|joins|joined)\b/u;
/** "Jane Doe, from the research department of the ministry, told". */
const speechAfterPlace =
  /^, (?:from|at|of|with) (?:the |a )?[^,.;]{3,90}, (?:said|says|told|added|noted|stated|believes|explained|wrote)\b/u;
/** "Jane Doe of the Diagon Institute". */
const employer =
  /^ of (?:the )?(?:\p{Lu}[\p{L}’'-]+ )*(?:Institute|University|Bank|Association|Academy|College|Group|Center|Centre|Council|Foundation|Ministry)\b/u;
const role =
  /^, (?:who\b|(?:(?:until now|until recently|currently|formerly|previously|now|state|finance|financial|operating|technology|the|an?|its|their|his|her|[\p{L}-]+['’]s?|vice|deputy|associate|senior|chief|former|executive|acting|managing|general)[ -])*(?:director|secretary|president|researcher|minister|governor|chairman|spokes\w+|undersecretary|deputy|leader|professor|analyst|economist|founder|CEO|head|manager|correspondent|official|mayor|commissioner|ambassador|lawyer|engineer|chair(?:woman|person)?)\b)/iu;

/** "Its secretary-general, Jane Doe", "analyst Jane Doe". */
const roleBefore =
  /\b(?:secretary[- ]general|director[- ]general|(?:executive|financial|operating|technology|marketing|investment) officer|leader|director|chair(?:man|woman|person)?|president|head|minister|spokes(?:man|woman|person)|founder|analyst|economist|researcher|professor|governor|mayor|manager|official|secretary|chief executive|CEO|commissioner|ambassador|lawyer),? $|\b(?:spokes(?:man|woman|person) for|(?:director|head|president|chair(?:man|woman)?|chief executive) of) [^,.;]{3,60}, $/iu;

/** "The station in Lang Son." */
const locative =
  /\b(?:station|office|plant|factory|port|town|city|village|market|base|mine|farm|school|hospital|born|held|based|located|opened|built) in $/u;

/** Of shares: "Nimbus (NMB.AX)", "Nimbus (NYSE: NMB)". */
const tickerAfter = /^ \((?:[A-Z]{2,8}[:：]\s?[A-Z0-9.]{1,6}|[A-Z0-9]{1,6}\.[A-Z]{1,3})\)/u;
const ticker = /^[A-Z0-9]{1,6}\.[A-Z]{1,3}$/u;

/** "The pilot regions, namely Lyonesse, Mordale": a list of places up to the name. */
const placesBefore =
  /\b(?:regions|provinces|cities|states|counties|districts|municipalities|prefectures|countries|nations|towns|villages|islands)(?: of|,? (?:namely|including|such as|like|are|were|as follows))?:? (?:\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+)?(?:, and |, | and ))*$/u;

/** After the name of a state, or of a part of one. */
const bodyAfter =
  /^['’]s (?:Ministry|Department|Government|Parliament|Senate|Central Bank|Reserve Bank|Supreme|Federal|Cabinet|parliament|lower house|upper house|central bank|economy|(?:finance|trade|foreign|health|energy|economy|transport|education|defen[cs]e|interior|agriculture|environment|industry|commerce|labou?r|justice) minist(?:er|ry)|customs (?:service|office|authority|agency)|statistics (?:office|bureau|agency))\b/u;

/** After "OSLO", where a report was written: "OSLO, March 3 (News Agency) --". */
const dateline =
  /^(?:, \p{Lu}[\p{L}. ]{2,20})?(?:, \p{Lu}\p{L}{2,8}\.? \d{1,2}(?:, \d{4})?)?(?: ?\([^()]{2,40}\))? ?(?:--|[-–—]) ?\S/u;
/** "The antitrust office OFT": what is named after it is a body of government. */
const bodyBefore =
  /\b(?:the|an?|its|their|\p{Lu}\p{L}+['’]s) (?:[\p{Ll}-]+ ){0,2}(?:office|regulator|watchdog|ministry|bureau|authority|inspectorate|central bank|court|parliament|police|intelligence service)(?: called)? $/u;
/** "Pando and Beni provinces". */
const levelAfter =
  /^(?:(?:,| and| or|, and) \p{Lu}[\p{L}’'-]+){0,3} (?:counties|county|provinces|province|districts|prefectures|municipalities|governorates|oblasts|cantons)\b/u;
/** A fund with a president or a board is a body and no program. */
const bankAfter =
  /^(?:['’]s|.{0,120}\bthe fund['’]s) (?:\p{Ll}+ )?(?:president|chief|chair\p{Ll}*|director|governor|board|managing|executive|spokes\p{Ll}+)\b/u;
/** "The Doe family". */
const familyAfter = /^ (?:family|families|brothers|sisters|dynasty|clan)\b/u;
/** A title without a name: "Foreign Minister". */
const officeAlone =
  /^(?:[\p{L}’'-]+ ){0,4}(?:Minister|President|Premier|Chancellor|Governor|Secretary|Secretary-General|Director|Director-General|Chairman|Chairwoman|Mayor|Commissioner|Ambassador|Speaker|Treasurer)s?$/u;
const fieldAlone =
  /^(?:Agriculture|Commerce|Culture|Defen[cs]e|Economy|Education|Energy|Environment|Finance|Health|Housing|Infrastructure|Interior|Justice|Labou?r|Planning|Tourism|Trade|Transport)$/u;

/** “…,” said Jane Doe. */
const speechBefore = /["”'’,] (?:said|says|added|adds|explained|warned|argued|noted) $/u;

/** "She succeeds Jane Doe". */
const succession = /\b(?:succeed(?:s|ed|ing)?|replac(?:e|es|ed|ing)|predecessor,?|successor,?) $/u;

export const hasHead = (text: string): boolean => heads.some(([, pattern]) => pattern.test(text));

/** Undefined where it is no name. `isFirst`: its capital may be that of the sentence. */
export function typeOf(text: string, before: string, after: string, isFirst: boolean): Label | undefined {
  if (
    notNames.test(text) ||
    (ticker.test(text) && before.endsWith('(')) ||
    provision.test(text) ||
    nationality.test(text) ||
    officeAlone.test(text) ||
    fieldAlone.test(text) ||
    familyAfter.test(after) ||
    (adjective.test(text) && /^\s+\p{Ll}/u.test(after))
  )
    return undefined;
  if (cityOf(text) !== undefined) return 'Region';
  const words = text.split(/\s+/).length;
  const isPerson = words <= 3 && !/[\d&]|\bof\b|\bfor\b|(?<!\p{L})\p{Lu}{2,}(?!\p{L})/u.test(text);
  if (
    isPerson &&
    (words > 1 || !isFirst) &&
    (titles.test(before) ||
      roleBefore.test(before) ||
      role.test(after) ||
      speechAfterPlace.test(after) ||
      (words > 1 && (/^, who\b/u.test(after) || succession.test(before) || looksChinese(text.split(/\s+/)))) ||
      (words === 2 && !hasHead(text) && employer.test(after)))
  )
    return words > 1 ? 'Person' : undefined;
  if (words <= 4 && !hasHead(text) && tickerAfter.test(after)) return 'Organization';
  if (isFirst && words <= 3 && /^\p{Lu}[\p{Lu} .'’-]{2,}$/u.test(text) && dateline.test(after)) return 'Region';
  if (words <= 2 && !hasHead(text) && bodyAfter.test(after)) return 'Region';
  if (words <= 2 && !isFirst && !hasHead(text) && placesBefore.test(before)) return 'Region';
  if (words > 1 && !hasHead(text) && !firmTail.test(text) && beginsAsPerson(text.split(/\s+/))) return 'Person';
  if (words < 3 && /^-(?:based|headquartered)\b/u.test(after)) return 'Region';
  if (words === 1 && !isFirst && bodyBefore.test(before)) return 'Agency';
  if (words === 1 && !isFirst && firmBefore.test(before)) return 'Organization';
  if (/^(?:Parliament|Congress|Bundestag|Bundesbank|Knesset|Senate|Kremlin|Treasury|Pentagon|Duma)$/u.test(text)) return 'Agency';
  if (words < 3 && !isFirst && levelAfter.test(after)) return 'Region';
  const head = words > 1 || text === 'EU' ? heads.find(([, pattern]) => pattern.test(text))?.[0] : undefined;
  if (head === 'Program' && /\bFund$/u.test(text) && bankAfter.test(after)) return 'Organization';
  if (head !== undefined) return head;
  if (firmTail.test(text) || (words > 1 && firmBefore.test(before))) return 'Organization';
  if (
    words <= 2 &&
    !hasHead(text) &&
    /\bacross (?:the )?(?:\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+)?(?:, and |, | and ))*$/u.test(before)
  )
    return 'Region';
  if (words === 2 && locative.test(before) && /^(?:[.,;]|$)/u.test(after)) return 'Region';
  if (isPerson && words > 1 && speechBefore.test(before)) return 'Person';
  if (words > 1 && /(?<!\p{L})\p{Lu}{2,}(?!\p{L})/u.test(text)) return 'Organization';
  if (isPerson && words > 1) return speech.test(after) || !isFirst ? (speech.test(after) ? 'Person' : 'Organization') : undefined;
  if (isFirst && words === 1 && (/^\p{Lu}{3,6}$/u.test(text) || (text.length > 3 && /^, which\b/u.test(after))))
    return 'Organization';
  if (words > 1 || isFirst || text.length < 3 || /-\p{Ll}/u.test(text)) return undefined;
  return /\b(?:in|from|(?<!\b(?:according|thanks|due|owing|subject|compared|attributed|told|spoke|talked|wrote|belong|belongs|belonging|similar|sold|merged) )to|near|across) (?:\p{Lu}\p{L}+(?:, and |, | and ))*$/u.test(
    before,
  )
    ? 'Region'
    : 'Organization';
}

const nationality = new RegExp(`^(?:${ofCountries}|${ofPartsOfTheWorld})$`, 'u');

/** A place in a text: "Article 9", "Table 2". */
const provision =
  /^(?:Arts?|Nos?|Articles?|Sections?|Chapters?|Paragraphs?|Clauses?|Annex|Appendix|Tables?|Figures?|Part|Item|Page|Note|Step)(?:\s(?:\d+|[IVX]+|[A-Z]))*$/u;

const notNames =
  /^(?:(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Q\d|A\d|(?:FY|CY|H|Q)\s?['’]?\d+(?:-\d+)?|RMB|USD|US|EUR|CNY|GDP|CEO|BJT|GMT|UTC|Yuan|Chinese|American|Japanese|Asian|European|Western|Eastern|Q|A|I|Internet|French|German|Dutch|Swiss|Thai|Greek|British|Spanish|Turkish|Polish|Irish|Danish|Finnish|Swedish|Indian|Russian|Korean|Brazilian|Mexican|African|Arab|and|to|of)[\s.]*)+$/u;

/** "Central Asian", "Southeast Asian". */
const adjective = /(?:^|\s)\p{Lu}\p{L}+(?:ese|ian|ean|ish|can|asian|ern|aeli|aqi|istani|Greek|French|Dutch|Thai|Swiss|German)$/u;
