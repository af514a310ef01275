/** Names of Chinese texts that the graph does not have, and short forms of those that it has. */
import { beforeAll, describe, expect, it } from 'vitest';
import { builtInFolder } from '../../src/import/built-in.js';
import { readDataset } from '../../src/import/dataset.js';
import { importFiles } from '../../src/import/files.js';
import { namedEntity, Places } from '../../src/reading/graph-names.js';
import { mentionsIn } from '../../src/reading/mentions.js';
import { Lexicon } from '../../src/reading/mentions/lexicon.js';

let lexicon: Lexicon;
beforeAll(() => {
  const places = new Places();
  const { entities, claims } = readDataset(importFiles(builtInFolder));
  for (const { predicate, subject, object, until } of claims)
    if (object !== undefined) places.add(predicate, subject, object, until !== undefined);
  lexicon = new Lexicon(entities.map((entity) => namedEntity(entity, places)));
});

/** "words = id", "words = new Label" or, under another name, "words = new Label name". */
const named = (text: string): string[] =>
  mentionsIn(text, lexicon).map(({ text: words, entity, newName, label }) => {
    const own = newName === words ? '' : ` ${newName}`;
    return `${words} = ${entity ?? `new ${label}${own}`}`;
  });

const cases: readonly (readonly [string, string, readonly string[]])[] = [
  ['a ministry anywhere in a sentence', '这份文件征求了财政部意见。', ['财政部 = new Agency']],
  ['no ministry in 部门', '教育部门和外交部门欢迎。', []],
  ['a province’s office with 和', '湖南省文化和旅游厅回应。', ['湖南省文化和旅游厅 = new Agency']],
  [
    'an office of the province named before',
    '湖南省通报，省公安厅已受理。',
    ['湖南省 = region:CN-HN', '省公安厅 = new Agency 湖南省公安厅'],
  ],
  ['an office with province and city', '浙江省杭州市商务局印发通知。', ['浙江省杭州市商务局 = new Agency']],
  ['no office of no place', '各市商务局、市政府要落实。', []],
  [
    'a short form of the graph’s',
    '国新办举行发布会，央行参加。',
    ['国新办 = agency:cn-state-council-information-office', '央行 = agency:cn-pboc'],
  ],
  [
    'two short forms of one',
    '国家发展改革委印发。发改委表示支持。',
    ['国家发展改革委 = new Agency', '发改委 = new Agency 国家发展改革委'],
  ],
  ['a central bank of another country', '沙特央行回应。', ['沙特央行 = new Agency']],
  ['a bureau of a ministry', '农业农村部畜牧兽医局局长顾向阳说。', ['农业农村部畜牧兽医局 = new Agency', '顾向阳 = new Person']],
  ['a firm by its head', '云帆时代董事长林小雨表示。', ['云帆时代 = new Organization', '林小雨 = new Person']],
  ['a firm by its stock code', '云帆动力（300987.SZ）涨停。', ['云帆动力 = new Organization']],
  ['a firm of another country', '德国企业海森宣布。', ['德国 = region:DE', '海森 = new Organization']],
  ['firms of a list', '为赛力图、远岚动力等40多家企业供货。', ['赛力图 = new Organization', '远岚动力 = new Organization']],
  ['no trades of a list', '钢铁、化工等40多家企业停产。', []],
  ['no firm in what a rule says of firms', '但不适用于上市公司，不得用于境外银行，鼓励国有集团加入。', []],
  ['no firm in a verb or a common noun', '他否认了公司、上市公司和龙头企业的说法。', []],
  [
    'the firm that a name without an ending is',
    '云帆动力董事长林小雨说，公司持有股份。',
    ['云帆动力 = new Organization', '林小雨 = new Person', '公司 = new Organization 云帆动力'],
  ],
  [
    'a short form with more in the bracket',
    '云帆集团（下称“云帆”，代码：300987）公告。云帆还说。',
    ['云帆集团 = new Organization', '云帆 = new Organization 云帆集团', '云帆 = new Organization 云帆集团'],
  ],
  ['two founders', '公司由陆景行和韩若谷共同创立。', ['陆景行 = new Person', '韩若谷 = new Person']],
  ['a name of another language', '总裁克里斯塔·魏尔表示欢迎。', ['克里斯塔·魏尔 = new Person']],
  ['a person before a verb of two characters', '发言人王化回应称，不实。', ['王化 = new Person']],
  ['a city of another country', '将于5月访问阿斯塔纳。', ['阿斯塔纳 = new Region']],
  ['a pilot without quotes', '决定开展民宿登记试点。', ['民宿登记试点 = new Program']],
  ['no pilot that names nothing', '多地开展类似试点。', []],
  ['an act by its number', '发布2025年第9号公告。', ['2025年第9号公告 = new Policy']],
  [
    'who is appointed, and where',
    '免去温如玉的魔杖学会会长职务，任命孟宪章为中国魔杖学会会长。',
    ['温如玉 = new Person', '魔杖学会 = new Organization', '孟宪章 = new Person', '中国魔杖学会 = new Organization'],
  ],
  ['a person of a life', '骆长青，男，曾任翠谷市委书记。', ['骆长青 = new Person', '翠谷市委 = new Agency']],
  ['two who are elected', '会上，景怀瑾、卓亚男当选。', ['景怀瑾 = new Person', '卓亚男 = new Person']],
  ['a reporter in brackets', '（记者 谈小茜）', ['谈小茜 = new Person']],
  ['no person of a weekday', '发言人周四称，不会。', []],
  ['no offices of a ministry without a name', '教育部有关司局回应。', ['教育部 = new Agency']],
  ['a school behind a verb', '他毕业于翠谷理工大学。', ['翠谷理工大学 = new Organization']],
  ['an office by the rank beside it', '历任魔杖监管司副司长。', ['魔杖监管司 = new Agency']],
  ['no office of a rank alone', '副司长、局长和各处处长参加。', []],
  ['a customs office', '据翠谷海关统计，出口增长。', ['翠谷海关 = new Agency']],
  ['no customs office of any place', '各海关和当地海关要落实。', []],
  ['a court', '翠谷市中级人民法院驳回。', ['翠谷市中级人民法院 = new Agency']],
  ['a congress of a place', '翠谷省人大常委会表决。', ['翠谷省人大常委会 = new Agency']],
  ['a firm behind what it is to another', '控股子公司翠谷魔杖有限公司回应。', ['翠谷魔杖有限公司 = new Organization']],
  [
    'a firm of a country by its trade',
    '日本青叶物产正考虑参股，青叶物产未回应。',
    ['日本 = region:JP', '青叶物产 = new Organization', '青叶物产 = new Organization'],
  ],
  ['a newspaper in title marks', '德国《魔杖报》报道。', ['德国 = region:DE', '魔杖报 = new Organization']],
  [
    'a short form behind a number',
    '国务院印发《关于发展魔杖的意见》（国发〔2026〕9号，以下统称《意见》）。《意见》明确。',
    [
      '国务院 = agency:cn-state-council',
      '关于发展魔杖的意见 = new Policy',
      '意见 = new Policy 关于发展魔杖的意见',
      '意见 = new Policy 关于发展魔杖的意见',
    ],
  ],
  ['no office in the number of an act', '见国办发〔2026〕9号文件。', []],
  [
    'a Latin name with points',
    '收购Wand Optiek B.V.（下称“WO公司”）股权。',
    ['Wand Optiek B.V. = new Organization', 'WO公司 = new Organization Wand Optiek B.V.'],
  ],
  ['a Latin word that firms work with', '与WANDO没有合作。', ['WANDO = new Organization']],
  ['no terms in Latin letters', '开展MLF操作，推广AI应用，GDP增长。', []],
  ['a name with a hyphen', '能源大臣穆罕默德-阿里表示。', ['穆罕默德-阿里 = new Person']],
  ['an association with two fields', '中国魔杖与扫帚联合会主办。', ['中国魔杖与扫帚联合会 = new Organization']],
  ['a province that nobody knows', '任命孟宪章为翠谷省副省长。', ['孟宪章 = new Person', '翠谷省 = new Region']],
  ['an event of two countries', '出席中国—中亚魔杖论坛开幕式。', ['中国—中亚魔杖论坛 = new Event']],
];

describe('Chinese names', () => {
  it.each(cases)('%s', (_title, text, expected) => expect(named(text)).toEqual(expected));
});
