/** Proper names of Chinese text that the graph does not have: by what they end with, or by what people do. */
import { groupBy } from '../../graph/group-by.js';
import type { Label } from '../../model/model.js';
import type { Found } from './mention.js';

/** Words between names, which no name has inside. */
const between = '会同|联合|[由与和及在据对向的是将并该从被让把等]|关于|印发|发布|举行|召开|参加|出席';
/** What may be before the first character of a name. */
const opening = String.raw`(?<=^|[，。、；：“”‘’（()《》！？\s由与和及在据对向的从]|会同|联合|根据|按照|所属|隶属|加入|参加|出席)`;
const run = (least: number, most: number): string => `(?:(?!${between})\\p{Script=Han}){${least},${most}}?`;
/** What may follow the name of an office: a verb, a mark, or another name. */
const closing = String.raw`(?=$|[，。、；：”’（()《》！？\s]|[与和及等联发印近日在于表指介说称将已也的对向负主会同出要宣公下牵组批制领管推拟依答回参称]|新闻|有关|相关|官方|党组|副?[部司局厅主处署]长|主任|[一二三四五六七八九十两\d]+[个家]?(?:部门|单位))`;

const title =
  '(?:部长|司长|局长|厅长|处长|署长|县长|区长|州长|主任|主席|会长|秘书长|理事长|行长|院长|校长|所长|站长|书记|研究员|教授|发言人|记者|总裁|总监|董事长|总经理|经理|市长|省长|创始人|负责人|首席执行官|经济学家|分析师|专家|院士|代表|委员|理事|主编|首席经济学家|大使|外长|总理|总统)';
const surname =
  '[王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤束和梅穆兰宁安常康易包焦柳曲翁祝桂]';
const given = '(?:(?![长任席书员记人授者会部局院厅同])\\p{Script=Han}){1,2}?';
const says = '(?:表示|指出|介绍|强调|认为|透露|说|称|告诉|宣布|回应|坦言|补充)';
/** Words that begin like a person's name. */
const ordinary =
  /^(?:方面|方才|白皮|金融|任何|马上|于是|严格|万一|范围|余额|高度|何时|向来|石油|田间|江苏|江西|贺信|安全|常务|易于|康复|包括|宁可|和平时|部分|高级|高校|马路|时候|黄金|钱币|武器|安排|常常|和此|和其|向其|向他|向我|何为|成员|曾经?|还|程序)/u;

const patterns: readonly (readonly [Label, RegExp])[] = [
  ['Policy', /《([^《》]{2,80})》/gu],
  ['Program', /“(\p{Script=Han}{3,16}(?:计划|行动|工程|试点|倡议|项目|专项))”/gu],
  ['Event', new RegExp(`${opening}(${run(2, 16)}(?:大会|论坛|峰会|博览会|交易会|展览会|研讨会|座谈会|工作会议))`, 'gu')],
  [
    'Organization',
    new RegExp(`${opening}(${run(2, 18)}(?:协会|公司|集团|大学|银行|研究院|研究所|商会|学院|基金会|联合会))`, 'gu'),
  ],
  [
    'Agency',
    new RegExp(
      `${opening}(${run(2, 14)}(?:委员会|管理局|监督局|总局|办公厅|办公室|财政部|工业和信息化部|税务局)|工业和信息化部)${closing}`,
      'gu',
    ),
  ],
  ['Agency', new RegExp(`${opening}(国家${run(2, 8)}[委局部署])${closing}`, 'gu')],
  [
    'Agency',
    new RegExp(`${opening}((?:${run(2, 6)}(?:省|市|自治区|[县区州]))${run(2, 10)}(?:厅|局|委|(?<=人民)政府))${closing}`, 'gu'),
  ],
  [
    'Agency',
    /(?<=、|[和与及、](?:国家)?|(?:由|会同|联合))((?:(?![部局委署院会办省市][和与及])\p{Script=Han}){2,8}?(?:部|委|署|局))(?=、|[和与等联发印近日]|[一二三四五六七八九十两\d]+部门)/gu,
  ],
  ['Person', new RegExp(`${title}(${surname}${given})(?=[表指介强透在认称说出对与向从率会宣致，。、“：\\s\\d])`, 'gu')],
  ['Person', new RegExp(`(?<=^|[。！？；”\\n，]\\s?)(${surname}${given})(?=${says})`, 'gu')],
];

/** The names of a line, and each place of those that are long enough to be nothing else. */
export function chineseNamesIn(
  line: string,
  from: number,
  proposal: (text: string, start: number, label: Label) => Found,
): Found[] {
  if (!/\p{Script=Han}/u.test(line)) return [];
  return patterns.flatMap(([label, pattern]) =>
    [...line.matchAll(pattern)]
      .filter(({ 1: text = '' }) => label !== 'Person' || !ordinary.test(text))
      .map(({ 0: all, 1: text = '', index }) => proposal(text, from + index + all.indexOf(text), label)),
  );
}

/** A Chinese name that is found once is a name throughout the text; one of two characters where somebody speaks or acts. */
export function repeated(text: string, found: readonly Found[]): Found[] {
  const names = new Map(
    found
      .filter(({ text: own, label }) => (label === 'Person' ? /^\p{Script=Han}{2,}$/u : /^\p{Script=Han}{3,}$/u).test(own))
      .map((each) => [each.text, each] as const),
  );
  return placesOf(text, names).map(({ name, start }) => ({ ...(names.get(name) as Found), start, end: start + name.length }));
}

/** What follows a name of two characters where it is one. */
const acting = /[说表指介强透认称坦直补告还]|在|对|进一步/uy;

/** Each place of each name, those of one name not over each other; the text is read once, whatever the number of names. */
function placesOf(text: string, names: ReadonlyMap<string, Found>): { readonly name: string; readonly start: number }[] {
  const lengths = lengthsByStart([...names.keys()]);
  const ends = new Map<string, number>();
  const places: { name: string; start: number }[] = [];
  for (let start = 0; start < text.length; start++)
    for (const length of lengths.get(text.slice(start, start + 2)) ?? []) {
      const name = text.slice(start, start + length);
      if (!names.has(name) || (ends.get(name) ?? 0) > start || (length === 2 && !isActing(text, start + length))) continue;
      ends.set(name, start + length);
      places.push({ name, start });
    }
  return places;
}

function isActing(text: string, position: number): boolean {
  acting.lastIndex = position;
  return acting.test(text);
}

/** How long the names are that begin with the same two characters. */
function lengthsByStart(names: readonly string[]): ReadonlyMap<string, ReadonlySet<number>> {
  const groups = groupBy(names, (name) => name.slice(0, 2));
  return new Map([...groups].map(([start, group]) => [start, new Set(group.map(({ length }) => length))]));
}
