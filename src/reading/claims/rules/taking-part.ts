/** Who takes part in events, reacts to them, or studies something. */
import { listOf, one, type Match } from '../pattern.js';
import { relationRule } from '../relation.js';

const people = ['Person', 'Agency', 'Organization'] as const;
const event = String.raw`(?:the\s)?(?:<Date:\d+>\s)?${one('object', 'Event')}`;
const apposition = String.raw`(?:\s\([^)]*\))?(?:,[^,;]{1,120},)?`;
const tookPart = { predicate: 'PARTICIPATED_IN', confidence: 0.85, verb: 'took part in' } as const;
const said =
  'said|stated|told|noted|announced|warned|stressed|added|called|urged|pointed out|explained|emphasized|emphasised|pledged|remarked';
const role = (match: Match) => {
  const verb = match.words('verb');
  if (/host|organi|主办|承办|举办/u.test(verb)) return { role: 'host' };
  if (/spoke|speech|address|said|stated|told|keynote|致辞|发言|演讲|表示|说|指出/u.test(verb)) return { role: 'speaker' };
  return {};
};
const isOnDay = String.raw`(?:\b[Oo]n\s(?<date><Date:\d+>),?\s)?`;

export const participated = relationRule('event-attended', 'At the Wizard Fair, Jane Doe said that wands would cost more.', [
  {
    ...tookPart,
    isActive: true,
    qualifiers: role,
    pattern: new RegExp(
      String.raw`${listOf('subject', ...people)}${apposition}\s(?:(?:has|have|also|jointly|recently)\s)*(?<verb>attended|took part in|participated in|spoke at|addressed|hosted|co-hosted|chaired|organi[sz]ed|exhibited at|delivered an? (?:[\p{Ll}-]+\s){0,2}speech at|gave an? (?:[\p{Ll}-]+\s){0,2}speech at)\s${event}`,
      'gu',
    ),
  },
  {
    ...tookPart,
    pattern: new RegExp(
      String.raw`${isOnDay}\b[Aa]t\s${event}(?:\sin\s<Region:\d+>)?(?:\s(?:in\s|on\s)?<Date:\d+>)?,\s${one('subject', 'Person')}${apposition}\s(?:has\s|had\s)?(?:${said})`,
      'gu',
    ),
  },
  {
    ...tookPart,
    isActive: true,
    pattern: new RegExp(
      String.raw`${one('subject', 'Person')}${apposition}\s(?:${said})\s(?:on\s(?<date><Date:\d+>)\s)?at\s${event}`,
      'gu',
    ),
  },
  {
    ...tookPart,
    isActive: true,
    qualifiers: role,
    pattern: new RegExp(
      String.raw`${listOf('subject', ...people)}(?:于)?(?<date><Date:\d+>)?(?:在<Region:\d+>)?(?:应邀|共同|联合)*(?<verb>出席|参加|参与|主办|承办|主持)(?:了)?(?:<Date:\d+>)?${one('object', 'Event')}`,
      'gu',
    ),
  },
  {
    ...tookPart,
    qualifiers: role,
    pattern: new RegExp(
      String.raw`在(?:<Date:\d+>)?(?:举行的|举办的|召开的)?${one('object', 'Event')}(?:开幕式|年会|期间)?上，[^，。；<]{0,20}${one('subject', 'Person')}(?<verb>表示|说|指出|致辞|发言|演讲|发表)`,
      'gu',
    ),
  },
  {
    ...tookPart,
    isActive: true,
    qualifiers: role,
    pattern: new RegExp(
      String.raw`${one('subject', 'Person')}(?<date><Date:\d+>)?在(?:<Date:\d+>)?${one('object', 'Event')}(?:开幕式|年会|期间)?上(?<verb>表示|说|指出|致辞|发言|演讲|发表)`,
      'gu',
    ),
  },
]);

const reacting = ['Region', 'Agency', 'Organization', 'Person'] as const;
const verbs: readonly (readonly [RegExp, string])[] = [
  [/condemn|denounc|谴责/u, 'Condemns it.'],
  [/welcom|hail|prais|欢迎|赞赏|称赞/u, 'Welcomes it.'],
  [/critici|slam|批评|抨击/u, 'Criticizes it.'],
  [/protest|抗议/u, 'Protests against it.'],
  [/oppos|reject|反对|拒绝/u, 'Opposes it.'],
  [/back|support|endors|支持/u, 'Supports it.'],
];
const stance = (match: Match) => ({ stance: verbs.find(([pattern]) => pattern.test(match.words('verb')))?.[1] });
const reacted = { predicate: 'REACTED_TO', confidence: 0.75, verb: 'reacted to', isActive: true, qualifiers: stance } as const;

export const reactedTo = relationRule('reacted-to', 'Avalon condemned the Wand Safety Regulations.', [
  {
    ...reacted,
    pattern: new RegExp(
      String.raw`${listOf('subject', ...reacting)}${apposition}\s(?:(?:has|have|had|also|strongly|publicly|sharply|quickly)\s)*(?<verb>condemned|denounced|welcomed|hailed|praised|criticized|criticised|slammed|protested against|opposed|opposes|rejected|backed|endorsed|welcomes|supports|condemns)\s(?:the\s|an?\s)?(?:new\s|latest\s|draft\s)?["“‘《]?${one('object', 'Event', 'Policy')}`,
      'gu',
    ),
  },
  {
    ...reacted,
    pattern: new RegExp(
      String.raw`${listOf('subject', ...reacting)}(?:<Date:\d+>)?(?:强烈|公开|也|均|都|已|表示)*(?<verb>谴责|欢迎|批评|抨击|抗议|反对|支持|赞赏)(?:了)?《?${one('object', 'Event', 'Policy')}`,
      'gu',
    ),
  },
]);

const topics = ['Product', 'Sector', 'Policy', 'Program'] as const;
const studied = { predicate: 'STUDIES', confidence: 0.75, verb: 'studies' } as const;

export const studies = relationRule('studies', 'The Wizard Institute has studied used brooms.', [
  {
    ...studied,
    isActive: true,
    pattern: new RegExp(
      String.raw`${one('subject', 'Organization', 'Person')}${apposition}\s(?:(?:has|have|had|also|is|are|been|recently|begun|began|started)\s)*(?:studies|studied|studying|to study|researches|researched|researching|analy[sz]ed|analy[sz]es|investigates|investigated|investigating|examined|examines|surveyed|exploring|published an? (?:[\p{Ll}-]+\s){0,2}?(?:study|analysis|report|survey) (?:of|on|about))\s(?:the\s)?(?:(?:impact|effects?|market|prices?|use|future|development)\s(?:of|for)\s)?(?:the\s)?${one('object', ...topics)}`,
      'gu',
    ),
  },
  {
    ...studied,
    isGiven: true,
    pattern: new RegExp(
      String.raw`\b(?:[Aa]n?|[Tt]he|[Aa] recent|[Aa] new)\s(?:recent\s|new\s)?${one('subject', 'Organization')}\s(?:study|analysis|survey)\s(?:of|on|about)\s(?:the\s)?${one('object', ...topics)}`,
      'gu',
    ),
  },
  {
    ...studied,
    isGiven: true,
    pattern: new RegExp(
      String.raw`\b(?:study|analysis|survey)\s(?:of|on)\s(?:the\s)?${one('object', ...topics)}\sby\s(?:the\s)?${one('subject', 'Organization', 'Person')}`,
      'gu',
    ),
  },
  {
    ...studied,
    isActive: true,
    pattern: new RegExp(
      String.raw`${one('subject', 'Organization', 'Person')}(?:长期|正在|主要|专门|一直|持续|对)*(?:研究|调研)(?:了)?(?:的是)?${one('object', ...topics)}(?!研究)`,
      'gu',
    ),
  },
]);
