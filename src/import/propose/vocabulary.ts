/** What the head of a column may mean, by the names that the explorer has for the model in English and Chinese, and by what tables call the same. */
import en from '../../../web/explorer/messages/en/model.json' with { type: 'json' };
import zh from '../../../web/explorer/messages/zh/model.json' with { type: 'json' };
import { entities, labels, relationTypes, textPredicates, type Label } from '../../model/model.js';

/** "relation:ISSUED:in" is a column of issuers in a table of what they issued. */
export type Meaning =
  | `type:${Label}`
  | `property:${string}`
  | `relation:${string}:${'out' | 'in'}`
  | `text:${string}`
  | `row:${RowPart}`;
type RowPart = 'id' | 'name' | 'value' | 'unit' | 'period' | 'region';

/** What tables write besides those names. */
const synonyms: Readonly<Record<string, string>> = {
  'row:id': 'id, no, no., number, key, 编号, 序号, 编码, 代码, 標識, 編號, 序號, code, #',
  'row:name': 'name, title, full name, 名称, 标题, 题名, 文件名称, 名稱, 標題, 題名, 全称',
  'row:value': 'value, amount, quantity, 数值, 金额, 数量, 投资额, 规模, 预算, 目标值, 數值, 金額, 數量, target',
  'row:unit': 'unit, 单位, 單位, currency, 币种',
  'row:period': 'year, period, 年份, 年度, 期间, date, 日期, 时间, 時間',
  'property:documentNumber': 'document no, doc number, reference, 发文字号, 字号, 文件编号, 發文字號, 文號',
  'property:announcedOn':
    'date issued, issue date, issued on, issued, announced on, date of issue, 发文日期, 成文日期, 印发日期, 公布日期, 發布日期, 發文日期, 颁布日期, date',
  'property:effectiveFrom': 'effective, effective date, in force from, 施行日期, 实施日期, 生效時間, 施行日',
  'property:effectiveTo': 'expiry, expiry date, valid until, expires, 有效期至, 废止日期, 失效時間',
  'property:startedOn': 'start, start date, from, started, 启动日期, 开始时间, 起始日期, 開始日期',
  'property:endedOn': 'end, end date, until, ended, 结束时间, 截止日期, 結束日期',
  'property:status': 'status, 状态, 效力, 时效性, 效力状态, 狀態',
  'property:kind': 'type, category, 类型, 文种, 种类, 體裁, 類型, 分类, 體裁分類',
  'property:level': 'administrative level, 行政级别, 层级',
  'property:url': 'link, url, 链接, 来源链接, 鏈接, source url, website, 原文链接',
  'property:publisher': 'publisher, 出版者, 来源',
  'relation:ISSUED:in':
    'issuer, issuers, issuing body, issuing agency, agency, department, 发文机关, 发文单位, 发布单位, 印发机关, 制定机关, 部门, 發文機關, 發布單位, 颁布机构',
  'relation:COVERS:out':
    'region, regions, province, place, coverage, applies to, pilot regions, 地区, 适用地区, 适用范围, 省份, 试点地区, 覆盖地区, 城市, 地區, 適用地區',
  'relation:CONCERNS:out': 'sector, sectors, industry, product, subject, 行业, 领域, 产品, 所属行业, 產業, 涉及领域',
  'relation:HAS_TOPIC:out': 'topic, topics, keywords, tags, 关键词, 主题, 标签, 關鍵詞, 主題分類',
  'relation:AMENDS:out': 'amends, 修改, 修订对象',
  'relation:REPEALS:out': 'repeals, replaces, 废止文件',
  'relation:PART_OF:out': 'parent, belongs to, 上级, 所属, 上级单位',
  'relation:LOCATED_IN:out': 'location, headquarters, based in, 所在地, 总部, 地址',
  'relation:ADMINISTERS:in': 'administered by, lead agency, 主管部门, 牵头单位, 责任单位',
  'relation:HOLDS_POSITION:out': 'employer, affiliation, 任职单位, 工作单位',
  'relation:SIGNED:in': 'signatory, signer, 签署人, 签发人',
  'text:PROVIDES': 'measure, measures, content, summary, provisions, 主要内容, 内容摘要, 摘要, 措施, 主要措施',
  'text:PURPOSE': 'aim, objective, goal, 目标',
  'text:NOTE': 'note, notes, remark, remarks, comment, 备注, 说明, 備註',
};

/** Width, case, signs and units in brackets do not count. */
const plainHead = (head: string): string =>
  head
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/\([^)]*\)|\[[^\]]*\]/g, '')
    .replaceAll(/[\s_\-:*]+/g, ' ')
    .trim();

const propertyNames = [...new Set(labels.flatMap((label) => Object.keys(entities[label].properties)))];

const words = new Map<string, Meaning[]>();
const add = (text: string, meaning: Meaning): void => {
  const word = plainHead(text);
  if (word !== '' && words.get(word)?.includes(meaning) !== true) words.set(word, [...(words.get(word) ?? []), meaning]);
};

for (const [meaning, list] of Object.entries(synonyms)) for (const text of list.split(', ')) add(text, meaning as Meaning);
for (const names of [en, zh]) {
  const properties: Readonly<Record<string, string>> = names.property;
  const relations: Readonly<Record<string, { readonly OUT: string; readonly IN: string }>> = names.relation;
  const texts: Readonly<Record<string, string>> = names.text;
  for (const label of labels) {
    add(names.type[label], `type:${label}`);
    add(names.types[label], `type:${label}`);
  }
  for (const name of propertyNames) add(properties[name] ?? name, `property:${name}`);
  for (const type of relationTypes) {
    add(relations[type]?.OUT ?? '', `relation:${type}:out`);
    add(relations[type]?.IN ?? '', `relation:${type}:in`);
  }
  for (const text of Object.keys(textPredicates)) add(texts[text] ?? '', `text:${text}`);
}
for (const name of propertyNames) add(name.replaceAll(/(?=[A-Z])/g, ' '), `property:${name}`);

/** What a head is called, the whole before parts of it: "policy title (en)" is a title of a policy. */
export function meaningsOf(head: string): readonly { readonly meaning: Meaning; readonly isWhole: boolean }[] {
  const plain = plainHead(head);
  const whole = words.get(plain) ?? [];
  const inside = [...words].filter(([word]) => word !== plain && holds(plain, word)).sort(([a], [b]) => b.length - a.length);
  const parts = inside.flatMap(([, meanings]) => meanings).filter((meaning) => !whole.includes(meaning));
  return [
    ...whole.map((meaning) => ({ meaning, isWhole: true })),
    ...[...new Set(parts)].map((meaning) => ({ meaning, isWhole: false })),
  ];
}

/** Words of letters are whole words; Chinese has no spaces between them. */
const holds = (head: string, word: string): boolean =>
  /^[\x20-\x7E]+$/.test(word) ? word.length > 2 && ` ${head} `.includes(` ${word} `) : word.length > 1 && head.includes(word);

const valueWords = (names: typeof en | typeof zh, label: Label, property: string): Readonly<Record<string, string>> =>
  (names.value as Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, string>>>>>>)[label]?.[property] ?? {};

/** The value of a choice that a text names: its constant, or its name in either language, whole or at the end ("…的通知"). */
export function choiceOf(text: string, label: Label, property: string, choices: readonly string[]): string | undefined {
  const plain = plainHead(text);
  const named = choices.map((value) => ({
    value,
    names: [
      value.replaceAll('_', ' '),
      valueWords(en, label, property)[value] ?? '',
      valueWords(zh, label, property)[value] ?? '',
    ]
      .map(plainHead)
      .filter((name) => name !== ''),
  }));
  return (
    named.find(({ names }) => names.includes(plain)) ?? named.find(({ names }) => names.some((name) => plain.endsWith(name)))
  )?.value;
}
