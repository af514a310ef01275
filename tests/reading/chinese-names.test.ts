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
  ['an event of two countries', '出席中国—中亚魔杖论坛开幕式。', ['中国—中亚魔杖论坛 = new Event']],
];

describe('Chinese names', () => {
  it.each(cases)('%s', (_title, text, expected) => expect(named(text)).toEqual(expected));
});
