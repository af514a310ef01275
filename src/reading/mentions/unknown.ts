/** Proper names that the graph does not have, with the type that their words suggest. */
import type { Label } from '../../model/model.js';
import { withoutOverlaps, type Found } from './mention.js';
import { titles } from './ordinary-words.js';

/** What the words of a name suggest that it is, the first that fits. */
const heads: readonly (readonly [Label, RegExp])[] = [
  ['Organization', /\b(?:News|Press) Agency\b/u],
  ['Event', /\b(?:Conference|Forum|Summit|Congress|Expo|Fair|Exhibition|Symposium|Olympics|Games|Festival)\b/u],
  [
    'Policy',
    /\b(?:Act|Law|Regulations?|Guidelines?|Notice|Measures|Opinions|Decree|Directive|Agreement|Treaty|Action Plan|Report)\b/u,
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

/** Characters around a name that show what it is. */
const near = 60;
const far = 140;

const name = String.raw`\p{Lu}(?:[\p{L}\p{M}\p{N}’'&-]|\.(?=\p{L})|!(?= \p{Lu}))*`;
const sequence = new RegExp(String.raw`${name}(?:(?: | of the | of | for | and | on | de | & )${name})*`, 'gu');
const speech =
  /^,? (?:who |also |then |earlier |later )?(?:said|says|told|added|noted|stated|believes|pointed out|explained|wrote|argued|warned|joins|joined)\b/u;
/** "Jane Doe, from the research department of the ministry, told". */
const speechAfterPlace =
  /^, (?:from|at|of|with) (?:the |a )?[^,.;]{3,90}, (?:said|says|told|added|noted|stated|believes|explained|wrote)\b/u;
const role =
  /^, (?:the |an? |its |their |vice |deputy |associate |senior |chief |former |executive )*(?:director|secretary|president|researcher|minister|governor|chairman|spokes\w+|professor|analyst|economist|founder|CEO|head|manager|correspondent|official|mayor)/iu;

/** Found by capitals inside of sentences, and by the endings of Chinese names. Headlines are left out: all their words have capitals. */
export function unknownIn(text: string): { readonly phrases: readonly Found[]; readonly single: readonly Found[] } {
  const found: Found[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    if (!isHeadline(line)) found.push(...latin(line, start), ...quoted(line, start));
    found.push(...chinese(line, start));
    start += line.length + 1;
  }
  found.push(...againIn(text, found));
  const isSingle = ({ text: own }: Found) => !/[\s\p{Script=Han}]/u.test(own);
  const people = new Set(found.filter(({ label }) => label === 'Person').map(({ text: own }) => own));
  const sorted = found
    .map((each): Found => (people.has(each.text) && each.label === 'Organization' ? asPerson(each) : each))
    .toSorted((a, b) => a.start - b.start || b.end - a.end);
  return {
    phrases: withoutOverlaps(
      sorted.filter((each) => !isSingle(each)),
      [],
    ),
    single: withoutOverlaps(sorted.filter(isSingle), []),
  };
}

/** What is a person in one place of a text is one in all. */
const asPerson = (found: Found): Found => proposal(found.text, found.start, 'Person', found.confidence);

function isHeadline(line: string): boolean {
  const words = line.match(/[\p{L}]{4,}/gu) ?? [];
  const capitals = words.filter((word) => /^\p{Lu}/u.test(word));
  return !/^(?:Sources?|By|From)\b/u.test(line) && !/[.!?。"”]\s*$/u.test(line) && capitals.length >= words.length * 0.6;
}

function latin(line: string, from: number): Found[] {
  return [...line.matchAll(sequence)].flatMap(({ 0: raw, index }) =>
    separated(raw).flatMap(({ part, at }) => nameAt(line, part, index + at, from) ?? []),
  );
}

const hasHead = (text: string): boolean => heads.some(([, pattern]) => pattern.test(text));

/** "Bank of China and Ministry of Commerce" is two names, "Ministry of Industry and Information Technology" one. */
function separated(raw: string): readonly { readonly part: string; readonly at: number }[] {
  const [first = '', ...others] = raw.split(' and ');
  const parts = [{ part: first, at: 0 }];
  for (const each of others) {
    const last = parts.at(-1) as { part: string; at: number };
    if ((hasHead(last.part) && hasHead(each)) || (isWord(last.part) && isWord(each)))
      parts.push({ part: each, at: last.at + last.part.length + ' and '.length });
    else last.part += ` and ${each}`;
  }
  return parts;
}

const isWord = (part: string): boolean => !/\s/.test(part);

function nameAt(line: string, raw: string, index: number, from: number): Found | undefined {
  const isFirst = beginning.test(line.slice(Math.max(0, index - near), index));
  const opening = isFirst ? withoutOpening(raw) : 0;
  const owned = opening + lengthOf(owner, raw.slice(opening));
  const named = owned + lengthOf(office, raw.slice(owned));
  const cut = named + lengthOf(title, raw.slice(named));
  const text = raw
    .slice(cut)
    .replace(dayAfter, '')
    .replace(/(?:['’]s|[.'’&-])$/u, '');
  const start = index + cut;
  const end = start + text.length;
  const label = typeOf(text, line.slice(Math.max(0, start - near), start), line.slice(end, end + far), isFirst && cut === 0);
  return label === undefined ? undefined : proposal(text, from + start, label, hasHead(text) ? 0.5 : 0.4);
}

/** The "on Monday" of "Guild of Wandmakers on Monday". */
const dayAfter =
  / (?:on|in|for|and) (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$| (?:on|in) (?:January|February|March|April|May|June|July|August|September|October|November|December)$/u;

const lengthOf = (pattern: RegExp, text: string): number => pattern.exec(text)?.[0].length ?? 0;

/** What is before the first word of a sentence or of a quote. */
const beginning = /(?:^|[.!?:]["”]?\s+|["“]|[•*-]\s+)$/u;

/** The "China's" of "China's Ministry of Commerce". */
const owner = /^(?:[\p{L}\p{N}-]+ ){0,2}[\p{L}\p{N}-]+['’]s (?=\p{Lu})/u;

/** The "Governor of the" of "Governor of the People's Bank of China". */
const office =
  /^(?:(?:Vice|Deputy|Former|General|Prime) )*(?:Governor|President|Director|Minister|Secretary|Chairman|Chairwoman|Chair|Head|Premier|Mayor) (?:of|for) (?:the )?/u;

/** The "Commerce Minister" of "Commerce Minister Jane Doe". */
const title =
  /^(?:[\p{L}’'-]+ ){0,3}?(?:Minister|President|Premier|Chancellor|Governor|Secretary|Secretary-General|Chairman|Chairwoman|Director|Director-General|Mayor|Spokesman|Spokeswoman|Spokesperson|Commissioner|Ambassador) (?=\p{Lu}[\p{L}’'-]+ \p{Lu}[\p{L}’'-]+$)/u;

/** "The", "In" and the like, which a sentence begins with: their length. */
const withoutOpening = (raw: string): number =>
  /^(?:The|A|An|In|On|At|By|As|For|From|To|With|This|That|These|Those|It|Its|He|She|They|We|But|And|Or|So|If|When|While|Since|After|Before|According|Among|Meanwhile|However|Currently|Now|Some|Many|Most|Only|All|Both|Also|Besides|Earlier|Last|Take|Well-known) /u.exec(
    raw,
  )?.[0].length ?? 0;

function typeOf(text: string, before: string, after: string, isFirst: boolean): Label | undefined {
  if (notNames.test(text) || (adjective.test(text) && /^\s+\p{Ll}/u.test(after))) return undefined;
  const words = text.split(/\s+/).length;
  const isPerson = words <= 3 && !/[\d&]|\bof\b|\bfor\b/u.test(text);
  if (isPerson && (words > 1 || !isFirst) && (titles.test(before) || role.test(after) || speechAfterPlace.test(after)))
    return words > 1 ? 'Person' : undefined;
  const head = words > 1 ? heads.find(([, pattern]) => pattern.test(text))?.[0] : undefined;
  if (head !== undefined) return head;
  if (isPerson && words > 1) return speech.test(after) || !isFirst ? (speech.test(after) ? 'Person' : 'Organization') : undefined;
  if (isFirst && words === 1 && /^\p{Lu}{3,6}$/u.test(text)) return 'Organization';
  if (words > 1 || isFirst || text.length < 3 || /-\p{Ll}/u.test(text)) return undefined;
  return /\b(?:in|from|to|near|across) $/u.test(before) ? 'Region' : 'Organization';
}

const notNames =
  /^(?:(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Q\d|A\d|RMB|USD|US|EUR|CNY|GDP|CEO|BJT|GMT|UTC|Yuan|Chinese|American|Japanese|Asian|European|Western|Eastern|Q|A|I|Internet|and|to|of)[\s.]*)+$/u;

/** "Central Asian", "Southeast Asian". */
const adjective = /(?:^|\s)\p{Lu}\p{L}+(?:ese|ian|ean|ish|can|asian|ern|aeli|aqi|istani|Greek|French|Dutch|Thai|Swiss|German)$/u;

function quoted(line: string, from: number): Found[] {
  return [
    ...line.matchAll(
      /[“"]((?:Notice|Guidelines?|Measures|Opinions|Action Plan|Regulations?|Law|Decision|Statistical Report|Report) (?:on|of|to|for) [^”"]{5,150})[”"]/gu,
    ),
  ].map(({ 1: text = '', index }) => proposal(text, from + index + 1, 'Policy'));
}

const chineseHeads: readonly (readonly [Label, RegExp])[] = [
  ['Policy', /《([^《》]{2,80})》/gu],
  [
    'Organization',
    /(?<=^|[，。、；：“（(\s与和及由据在向对])((?:(?![部局委署院会办省市司][和与及])\p{Script=Han}){2,18}?(?:协会|公司|集团|大学|银行|研究院|研究所|商会|学院|基金会|联合会))/gu,
  ],
  [
    'Agency',
    /(?<=^|[，。、；：“（(\s与和及由据在向对])((?:(?![部局委署院会办省市][和与及])\p{Script=Han}){2,14}?(?:委员会|管理局|监督局|总局|办公厅|办公室|财政部|工业和信息化部|税务局))/gu,
  ],
  [
    'Agency',
    /(?<=、|[和与及、](?:国家)?|(?:由|会同|联合))((?:(?![部局委署院会办省市][和与及])\p{Script=Han}){2,8}?(?:部|委|署|局))(?=、|[和与等联发印近日]|[一二三四五六七八九十两\d]+部门)/gu,
  ],
  [
    'Person',
    /(?:部长|司长|局长|主任|主席|会长|秘书长|行长|院长|研究员|教授|发言人|董事长|总经理|市长|省长|厅长|处长|县长|区长|州长|书记|校长|院士|理事长|理事|总监|总裁|创始人|首席执行官|首席经济学家|经济学家|分析师|专家|负责人|大使|外长|总理|总统|主编|记者)([王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤束][\p{Script=Han}]{1,2}?)(?=[说表指介强透在认称，。、“\s])/gu,
  ],
];

function chinese(line: string, from: number): Found[] {
  if (!/\p{Script=Han}/u.test(line)) return [];
  return chineseHeads.flatMap(([label, pattern]) =>
    [...line.matchAll(pattern)].map(({ 0: all, 1: text = '', index }) => proposal(text, from + index + all.indexOf(text), label)),
  );
}

/** Who was introduced with a title speaks again without it. */
function againIn(text: string, found: readonly Found[]): Found[] {
  const names = new Set(
    found.filter((each) => each.label === 'Person' && /\p{Script=Han}/u.test(each.text)).map((each) => each.text),
  );
  return [...names].flatMap((own) =>
    [...text.matchAll(new RegExp(`${own}(?=[说表指介强透认称坦直补告还]|在|对|进一步)`, 'gu'))]
      .filter(({ index }) => !found.some((each) => each.start <= index && index < each.end))
      .map(({ index }) => proposal(own, index, 'Person')),
  );
}

const proposal = (text: string, start: number, label: Label, confidence = 0.5): Found => ({
  start,
  end: start + text.length,
  text,
  how: 'NEW',
  label,
  newName: text,
  confidence,
  reason: `the graph has no such name; its words suggest the type ${label}`,
  entries: [],
});
