import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Graph } from '../../src/graph/port.js';
import { lexiconOf } from '../../src/reading/graph-names.js';
import { mentionsIn } from '../../src/reading/mentions.js';
import { Lexicon, type NamedEntity } from '../../src/reading/mentions/lexicon.js';
import { readText } from '../../src/reading/read-text.js';
import { hashOf } from '../../src/archive.js';
import { embedded } from '../support/engines.js';

let graph: Graph;
let lexicon: Lexicon;
beforeAll(async () => {
  graph = await embedded.builtIn();
  lexicon = await lexiconOf(graph);
});
afterAll(() => graph.close());

/** "words = id", "words = new Label" or "words = ?" of each mention, in order. */
const named = (text: string, names = lexicon): string[] =>
  mentionsIn(text, names).map(
    ({ text: words, entity, newName, label }) => `${words} = ${entity ?? (newName === undefined ? '?' : `new ${label}`)}`,
  );

const mofcom = 'agency:cn-mofcom';
const cases: readonly (readonly [string, string, readonly string[]])[] = [
  ['a name', 'The Ministry of Commerce said so.', [`Ministry of Commerce = ${mofcom}`]],
  ['the longest of several names', 'China’s Ministry of Commerce said so.', [`China’s Ministry of Commerce = ${mofcom}`]],
  ['a possessive, without its ending', "China's exports grew.", ['China = region:CN']],
  ['no adjective of a place', 'Chinese firms sell American goods.', []],
  ['a plural', 'It sells electric vehicles.', ['electric vehicles = product:electric-vehicles']],
  ['a singular', 'It sells an electric vehicle.', ['electric vehicle = product:electric-vehicles']],
  ['a common noun in any case', 'Gallium is rare; gallium is dear.', ['Gallium = product:gallium', 'gallium = product:gallium']],
  [
    'hyphens and spaces alike',
    'Second hand cars and second-hand cars',
    ['Second hand cars = product:used-cars', 'second-hand cars = product:used-cars'],
  ],
  ['curved and straight apostrophes', "From Xi’an to Xi'an", ['Xi’an = region:CN-610100', "Xi'an = region:CN-610100"]],
  ['US, not us', 'The US told us so.', ['US = region:US']],
  ['U.S. with dots', 'The U.S. agreed.', ['U.S. = region:US']],
  ['not the US of a sum of money', 'It costs US$30.', []],
  ['an abbreviation of the graph in capitals', 'MOFCOM agreed.', [`MOFCOM = ${mofcom}`]],
  ['no abbreviation in lower case', 'The iso setting of a camera', []],
  ['not the month', 'In May and in March, exports fell. May was bad.', []],
  ['not the verb', 'Reading these rules, firms despair.', []],
  ['no name over the end of a sentence', 'It was the state. Council members left.', []],
  [
    'no name over a comma',
    'Ask the Ministry of Commerce, Ministry of Public Security.',
    [`Ministry of Commerce = ${mofcom}`, 'Ministry of Public Security = agency:cn-mps'],
  ],
  ['a name that has a comma', 'Korea, Republic of', ['Korea, Republic of = region:KR']],
  ['Taizhou of Zhejiang', 'Taizhou in Zhejiang province', ['Taizhou = region:CN-331000', 'Zhejiang = region:CN-ZJ']],
  ['Taizhou of Jiangsu', 'Taizhou, Jiangsu, has a port.', ['Taizhou = region:CN-321200', 'Jiangsu = region:CN-JS']],
  [
    'both in one text',
    'Taizhou in Zhejiang and Taizhou in Jiangsu',
    ['Taizhou = region:CN-331000', 'Zhejiang = region:CN-ZJ', 'Taizhou = region:CN-321200', 'Jiangsu = region:CN-JS'],
  ],
  ['a level in the name', 'Officials of Guangdong Province agreed.', ['Guangdong Province = region:CN-GD']],
  [
    'the region on the level that is named',
    'Jilin Province and Jilin City agreed.',
    ['Jilin Province = region:CN-JL', 'Jilin City = region:CN-220200'],
  ],
  [
    'the body of a region that is named before',
    'Guangdong grew, the provincial department of culture and tourism said. The department agreed.',
    ['Guangdong = region:CN-GD', 'provincial department of culture and tourism = new Agency', 'department = new Agency'],
  ],
  ['no body where no region is named', 'It grew, the provincial department of wands said.', []],
  ['no region on another level', 'Hollow County has a port.', ['Hollow County = new Region']],
  [
    'the place that a report is from',
    'AVENLEA, May 3, 2025 (Owl News) -- Avenlea has no port.',
    ['AVENLEA = new Region', 'Owl News = new Organization', 'Avenlea = new Region'],
  ],
  [
    'the agency of a report, not a place of its name',
    'GUANGZHOU, April 16 (Xinhua) -- Exports grew.',
    ['GUANGZHOU = region:CN-440100', 'Xinhua = organization:cn-xinhua'],
  ],
  [
    'a state before its body',
    "Wessonia's central bank agreed. Wessonia is small.",
    ['Wessonia = new Region', 'Wessonia = new Region'],
  ],
  [
    'a state and its ministry',
    "Wessonia's Ministry of Wands agreed.",
    ['Wessonia = new Region', 'Ministry of Wands = new Agency'],
  ],
  [
    'places of a list that is introduced as one',
    'It has three pilot regions, namely Avenlea, Barrowmoor and Crannoch.',
    ['Avenlea = new Region', 'Barrowmoor = new Region', 'Crannoch = new Region'],
  ],
  ['what is no place after "to"', 'It tripled, according to Nimbusmarkets.', ['Nimbusmarkets = new Organization']],
  ['a surname that is a pronoun too', 'He Yadong, a spokesperson, agreed.', ['He Yadong = new Person']],
  [
    'names after abbreviations',
    'The U.S. Treasury and Dr. Jane Doe met Nimbus Co. Ltd. as Art. 7 says.',
    ['U.S. = region:US', 'Treasury = new Agency', 'Jane Doe = new Person', 'Nimbus Co. Ltd. = new Organization'],
  ],
  ['a firm by its ticker', 'Nimbuscorp (NMB.AX) grew.', ['Nimbuscorp = new Organization']],
  [
    'a ministry of many fields',
    'The Ministry of Development, Industry, Trade and Services agreed.',
    ['Ministry of Development, Industry, Trade and Services = new Agency'],
  ],
  [
    'places of two words',
    'It grew across Upper Avenlea, Lower Crannoch and Mordale.',
    ['Upper Avenlea = new Region', 'Lower Crannoch = new Region', 'Mordale = new Region'],
  ],
  ['no name in a fiscal year', 'It grew in FY2022-23 and in FY25.', []],
  ['a part of the world', 'It sells to the Middle East.', ['Middle East = new Region']],
  ['neither without a province', 'Taizhou has a port.', ['Taizhou = ?']],
  [
    'a province among provinces',
    'It holds in Tianjin, Hebei and Yunnan.',
    ['Tianjin = region:CN-TJ', 'Hebei = region:CN-HE', 'Yunnan = region:CN-YN'],
  ],
  [
    'a province before another one',
    'It holds in Hebei, Tianjin and Yunnan.',
    ['Hebei = region:CN-HE', 'Tianjin = region:CN-TJ', 'Yunnan = region:CN-YN'],
  ],
  ['a province after its city', 'It rained in Changchun, Jilin.', ['Changchun = region:CN-220100', 'Jilin = region:CN-JL']],
  [
    'a short form in the marks of a title',
    '《关于魔杖的意见》（以下简称《意见》）施行。《意见》提出要求。',
    ['关于魔杖的意见 = new Policy', '意见 = new Policy', '意见 = new Policy'],
  ],
  [
    'ministries of a list',
    '由商务部、魔法部、扫帚运输部等五部门联合印发。',
    [`商务部 = ${mofcom}`, '魔法部 = new Agency', '扫帚运输部 = new Agency'],
  ],
  [
    'no place of a longer name',
    'She works at the China Center for Wand Exchanges.',
    ['China Center for Wand Exchanges = new Organization'],
  ],
  ['two firms as two', 'WBX and Nimbus, which compete, said nothing.', ['WBX = new Organization', 'Nimbus = new Organization']],
  ['Suzhou of Jiangsu', 'Suzhou in Jiangsu is rich.', ['Suzhou = region:CN-320500', 'Jiangsu = region:CN-JS']],
  ['Suzhou of Anhui', 'Suzhou in Anhui is not.', ['Suzhou = region:CN-341300', 'Anhui = region:CN-AH']],
  ['the current division, not the one of before', '浙江台州', ['浙江 = region:CN-ZJ', '台州 = region:CN-331000']],
  ['no small place without what it is in', 'Jinghong is warm.', []],
  [
    'a surname after the name',
    'Pan Gongsheng spoke. "It grew," said Pan.',
    ['Pan Gongsheng = person:pan-gongsheng', 'Pan = person:pan-gongsheng'],
  ],
  ['the surname of a Western name', 'Jack Ma founded it. Ma left.', ['Jack Ma = person:jack-ma', 'Ma = person:jack-ma']],
  ['no surname before the name', 'Ma left.', []],
  [
    'the last ministry',
    'The Ministry of Commerce met the Ministry of Public Security. The ministry agreed.',
    [`Ministry of Commerce = ${mofcom}`, 'Ministry of Public Security = agency:cn-mps', 'ministry = agency:cn-mps'],
  ],
  [
    'a kind of the model',
    "The People's Bank of China cut rates. The central bank acted.",
    ["People's Bank of China = agency:cn-pboc", 'central bank = agency:cn-pboc'],
  ],
  [
    'the body of another country',
    "Japan's Ministry of Commerce and the Ministry of Public Security of Vietnam met. China's Ministry of Commerce did not.",
    [
      'Japan = region:JP',
      'Ministry of Commerce = new Agency',
      'Ministry of Public Security of Vietnam = new Agency',
      `China's Ministry of Commerce = ${mofcom}`,
    ],
  ],
  ['the body of another country in Chinese', '越南公安部回应。', ['越南 = region:VN', '公安部 = new Agency']],
  [
    'a month and a person of one name',
    'Eleanor May, a minister, spoke in May. On May 3, May left.',
    ['Eleanor May = new Person', 'May = new Person'],
  ],
  ['a given name', 'Jane Doe, a minister, spoke. "Go, Jane," he said.', ['Jane Doe = new Person', 'Jane = new Person']],
  [
    'somebody before a bank',
    'Nothing, said Analyst Jane Doe of Diagon Bank.',
    ['Jane Doe = new Person', 'Diagon Bank = new Organization'],
  ],
  [
    'an act with a number',
    'They repealed Order No. 88 on the Use of Wands on May 3.',
    ['Order No. 88 on the Use of Wands = new Policy'],
  ],
  ['an act with a year', 'They repealed the Wand Order of 2015.', ['Wand Order of 2015 = new Policy']],
  [
    'an act about a program, and the program',
    'They issued the Notice on Expanding the Wand Safety Pilot. From May, the pilot has brooms.',
    ['Notice on Expanding the Wand Safety Pilot = new Policy', 'pilot = new Program'],
  ],
  ['an act by a short noun', 'They passed the Wand Act. The act does not apply.', ['Wand Act = new Policy', 'act = new Policy']],
  [
    'a council of the state and one of firms',
    'The Wand Export Council and the Wessonian Federal Council met.',
    ['Wand Export Council = new Organization', 'Wessonian Federal Council = new Agency'],
  ],
  [
    'a central bank and a firm',
    'They asked the Bank of Narnia, and then Narnia Bank, for a loan.',
    ['Bank of Narnia = new Agency', 'Narnia Bank = new Organization'],
  ],
  [
    'a firm by its last word, its first word and "the company"',
    'The broom maker Nimbus AS said so. Nimbus sells brooms, and the company grows.',
    ['Nimbus AS = new Organization', 'Nimbus = new Organization', 'company = new Organization'],
  ],
  [
    'a person behind an office',
    'A spokeswoman for the Ministry of Owls, Jane Doe, would not comment.',
    ['Ministry of Owls = new Agency', 'Jane Doe = new Person'],
  ],
  [
    "a person before a firm's office",
    "Jane Doe, Nimbus's vice-president, would not comment.",
    ['Jane Doe = new Person', 'Nimbus = new Organization'],
  ],
  ['places in a list', 'Wands are sold in Narnia and Mordor.', ['Narnia = new Region', 'Mordor = new Region']],
  ['an embassy', 'They asked the Wessonian Embassy in Gondor.', ['Wessonian Embassy in Gondor = new Agency']],
  [
    'districts',
    'It is open in Huangpu and Jing’an districts of Shanghai.',
    ['Huangpu = region:CN-310101', 'Jing’an = region:CN-310106', 'Shanghai = region:CN-SH'],
  ],
  [
    'a former place last',
    'Chengdu, Chongqing and Kunming.',
    ['Chengdu = region:CN-510100', 'Chongqing = region:CN-CQ', 'Kunming = region:CN-530100'],
  ],
  [
    'Chinese people and bodies',
    '国家魔杖管理局主任高峰出席。高峰说，该局由国务院魔法办公室领导。',
    [
      '国家魔杖管理局 = new Agency',
      '高峰 = new Person',
      '高峰 = new Person',
      '该局 = new Agency',
      '国务院魔法办公室 = new Agency',
    ],
  ],
  [
    'what begins a clause in Chinese',
    '全国魔杖大会召开。会议指出，魔法部会同国家魔杖管理局参加“魔杖普及计划”。',
    ['全国魔杖大会 = new Event', '会议 = new Event', '国家魔杖管理局 = new Agency', '魔杖普及计划 = new Program'],
  ],
  ['no person in ordinary words', '各方面表示欢迎，会长还说任何高校都参加。', []],
  ['no ministry before one is named', 'The ministry agreed.', []],
  ['not any ministry', 'The Ministry of Commerce agreed. Each ministry acts.', [`Ministry of Commerce = ${mofcom}`]],
  [
    'bodies of the state by their short forms',
    '工信部会同财政部、国家能源局印发通知。美国财政部没有。',
    ['工信部 = new Agency', '财政部 = new Agency', '国家能源局 = new Agency', '美国 = region:US', '财政部 = new Agency'],
  ],
  ['a body of the state by its abbreviation', 'It is up to MIIT and NDRC.', ['MIIT = new Agency', 'NDRC = new Agency']],
  ['the body of a province', '广东省发改委、四川发改委批复。', ['广东省发改委 = new Agency', '四川发改委 = new Agency']],
  [
    'initials of a name before or after them',
    'The FTMA acts for the Flying Trade Ministry Association. A FTM does not.',
    ['FTMA = new Agency', 'Flying Trade Ministry Association = new Agency', 'FTM = new Organization'],
  ],
  [
    'a ministry of several fields as one',
    "It asked Arcadia's Ministry of Climate, Energy and Utilities, Nimbus and Comet.",
    [
      'Arcadia = new Region',
      'Ministry of Climate, Energy and Utilities = new Agency',
      'Nimbus = new Organization',
      'Comet = new Organization',
    ],
  ],
  [
    'firms of two words as two',
    'Among them are Nimbus Logistics and Comet Express.',
    ['Nimbus Logistics = new Organization', 'Comet Express = new Organization'],
  ],
  ['no name in a place of an act', 'It rests on Article 9, Table 2 and Annex IV of it.', []],
  [
    'a firm with its legal form',
    'It hired Comet Broom Co., which left. Nimbus Co., Ltd. agreed with Comet Broom Co. and stayed with Comet Broom Co.',
    [
      'Comet Broom Co. = new Organization',
      'Nimbus Co., Ltd. = new Organization',
      'Comet Broom Co. = new Organization',
      'Comet Broom Co = new Organization',
    ],
  ],
  ['a firm with initials that speaks', 'It grows. CP Brooms said so.', ['CP Brooms = new Organization']],
  ['a town that somebody is in', 'She heads the broom station in Lang Mordor.', ['Lang Mordor = new Region']],
  ['somebody who acts', 'It was led by Jane Doe, who left.', ['Jane Doe = new Person']],
  ['somebody who is succeeded', 'She replaces Jane Doe.', ['Jane Doe = new Person']],
  [
    'a Chinese name in pinyin',
    'It met Wang Xiaoming and Comet Fans.',
    ['Wang Xiaoming = new Person', 'Comet Fans = new Organization'],
  ],
  ['a new body by its head', 'It was the Ministry of Magic.', ['Ministry of Magic = new Agency']],
  [
    'a short form that the text introduces',
    'The Ministry of Magic (MOM) acted. MOM denied it.',
    ['Ministry of Magic = new Agency', 'MOM = new Agency', 'MOM = new Agency'],
  ],
  [
    'a short form in place of another entity',
    'The Ministry of Magic (ISO) acted. ISO denied it.',
    ['Ministry of Magic = new Agency', 'ISO = new Agency', 'ISO = new Agency'],
  ],
  [
    'a quoted short form',
    'The “Notice on Further Improving the Practice of Used Car Exports” (the “Notice”) is new. The Notice says so.',
    [
      'Notice on Further Improving the Practice of Used Car Exports = policy:cn-2024-used-car-export-notice',
      'Notice = policy:cn-2024-used-car-export-notice',
      'Notice = policy:cn-2024-used-car-export-notice',
    ],
  ],
  [
    'a new person by a role',
    'It was Zhang Wei, director of customs. Zhang left.',
    ['Zhang Wei = new Person', 'Zhang = new Person'],
  ],
  [
    'a place that is part of a longer name',
    'The Beijing Daily is read in Beijing.',
    ['Beijing Daily = new Organization', 'Beijing = region:CN-BJ'],
  ],
  ['an office without its holder', "Mr X, Governor of the People's Bank of China", ["People's Bank of China = agency:cn-pboc"]],
  [
    'Chinese names',
    '商务部、公安部和海关总署联合发布通知。',
    [`商务部 = ${mofcom}`, '公安部 = agency:cn-mps', '海关总署 = agency:cn-gacc'],
  ],
  ['traditional characters', '廣東和福建', ['廣東 = region:CN-GD', '福建 = region:CN-FJ']],
  ['a country inside of a word', '发展中国家的代表来自中国。', ['中国 = region:CN']],
  ['a district, not peace', '天津市和平区的人民爱好和平。', ['天津市 = region:CN-TJ', '和平区 = region:CN-120101']],
  ['no single character', '一家企业在一天内出口。', []],
  ['an element', '镓的价格', ['镓 = product:gallium']],
  [
    '该 and the end of a name',
    '中国汽车流通协会发布数据。该协会说增长。',
    [
      '中国汽车流通协会 = organization:china-automobile-dealers-association',
      '该协会 = organization:china-automobile-dealers-association',
    ],
  ],
  [
    'a new association and its short form',
    '中国机电产品进出口商会（以下简称“机电商会”）表示支持。机电商会还说。',
    ['中国机电产品进出口商会 = new Organization', '机电商会 = new Organization', '机电商会 = new Organization'],
  ],
  [
    'an act in title marks',
    '国务院印发《关于稳定增长的意见》。',
    ['国务院 = agency:cn-state-council', '关于稳定增长的意见 = new Policy'],
  ],
  ['a title before a name', 'He met Prime Minister Otto Falk on Tuesday.', ['Otto Falk = new Person']],
  ['a minister of a field', 'Minister of Trade and Industry Otto Falk spoke.', ['Otto Falk = new Person']],
  [
    'a form of address',
    'Its head is Datuk Rosli Karim, and Mrs Ada Umeh left.',
    ['Rosli Karim = new Person', 'Ada Umeh = new Person'],
  ],
  ['an office that begins as a form of address', 'The General Broom Office spoke.', ['General Broom Office = new Agency']],
  ['a given name', 'Andreas Falk, a swimmer, won.', ['Andreas Falk = new Person']],
  ['no office without a name', 'The Deputy Foreign Minister spoke, and the Transport Secretary left.', []],
  ['no field of government', 'Two of them, Culture and Justice, are closed.', []],
  ['no family', 'It bought shares from the Quandel family.', []],
  [
    'cities',
    'NAIROBI, May 2 -- Oslo and Santo Domingo agreed.',
    ['NAIROBI = new Region', 'Oslo = new Region', 'Santo Domingo = new Region'],
  ],
  ['places of a level', 'It rained in no other part, except Vorn and Lund counties.', ['Vorn = new Region', 'Lund = new Region']],
  ['a place that a firm is based in', 'The Derby-based firm left.', ['Derby = new Region']],
  ['a legal form in lower case', 'Heron Tools plc grew.', ['Heron Tools plc = new Organization']],
  ['a parliament first', 'Parliament voted.', ['Parliament = new Agency']],
  ['an office of statistics', 'Statistics Norway counts.', ['Statistics Norway = new Agency']],
  [
    'a bank of a state',
    'Bank Indonesia and the National Bank of Ukraine met.',
    ['Bank Indonesia = new Agency', 'National Bank of Ukraine = new Agency'],
  ],
  [
    'a board',
    'The Egg Safety Board of Kenya met. The board left.',
    ['Egg Safety Board of Kenya = new Agency', 'board = new Agency'],
  ],
  ['a body after its noun', 'It asked the tax office KRAX.', ['KRAX = new Agency']],
  ['a bloc', 'The Andean Community met.', ['Andean Community = new Region']],
  [
    'a fund with a president',
    'The Northern Roads Fund lent more, the fund’s president said.',
    ['Northern Roads Fund = new Organization', 'fund = new Organization'],
  ],
  ['a fund of a program', 'The Northern Roads Fund pays for it.', ['Northern Roads Fund = new Program']],
  [
    'a firm and its country',
    'Kolumna Steel of Norway and Vesta Robotics of South Korea grew.',
    ['Kolumna Steel = new Organization', 'Norway = region:NO', 'Vesta Robotics = new Organization', 'South Korea = region:KR'],
  ],
  [
    'a firm without its legal form',
    'Kolumna Forge AB grew. Later Kolumna shrank.',
    ['Kolumna Forge AB = new Organization', 'Kolumna = new Organization'],
  ],
  [
    'the noun of a firm with a legal form',
    'It asked Sparo Bank Bhd. The bank and the lender left.',
    ['Sparo Bank Bhd = new Organization', 'bank = new Organization', 'lender = new Organization'],
  ],
  ['an act with its year', 'It breaks the Fair Lending Act 2019.', ['Fair Lending Act 2019 = new Policy']],
  ['an act with its number', 'Under Regulation No. 41/2025 it is free.', ['Regulation No. 41/2025 = new Policy']],
  [
    'a name that begins with a short form',
    'The Broom Makers Union (BMU) left. The BMU Commission met.',
    ['Broom Makers Union = new Organization', 'BMU = new Organization', 'BMU Commission = new Agency'],
  ],
  ['no adjective that is a name as well', 'The Czech firm left Czechia.', ['Czechia = region:CZ']],
];

describe('mentions', () => {
  it.each(cases)('%s', (_title, text, expected) => expect(named(text)).toEqual(expected));

  it('count places in code points', () => {
    const [mention] = mentionsIn('𝄞𝄞 China', lexicon);
    expect(mention).toMatchObject({ start: 3, end: 8, text: 'China' });
  });

  it('give the candidates of an ambiguous name with reasons', () => {
    const [open] = mentionsIn('Taizhou has a port.', lexicon);
    expect(
      open?.candidates
        ?.slice(0, 2)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(['region:CN-321200', 'region:CN-331000']);
    const [closed] = mentionsIn('Taizhou in Zhejiang', lexicon);
    expect(closed?.candidates?.[0]).toMatchObject({ id: 'region:CN-331000', reasons: ['Zhejiang is named beside it'] });
  });

  it('do not overlap, and are in order', () => {
    const text = cases.map(([, each]) => each).join('\n');
    const mentions = mentionsIn(text, lexicon);
    expect(mentions.length).toBeGreaterThan(60);
    mentions.slice(1).forEach(({ start }, index) => expect(start).toBeGreaterThanOrEqual(mentions[index]!.end));
    for (const { start, end, text: words } of mentions) expect(Array.from(text).slice(start, end).join('')).toBe(words);
  });

  it('use the names of the graph alone', () => {
    const entity: NamedEntity = {
      id: 'agency:x',
      label: 'Agency',
      names: [{ value: 'Office of Plans', lang: 'en', kind: 'PREFERRED' }],
      kinds: [],
      parents: [],
    };
    expect(named('The Office of Plans is in China.', new Lexicon([entity]))).toEqual([
      'Office of Plans = agency:x',
      'China = new Region',
    ]);
  });

  it('are found in a megabyte', () => {
    const line = 'Taizhou in Zhejiang exported 15,000 used cars, the Ministry of Commerce said. 商务部公布了浙江台州的数据。\n';
    const text = line.repeat(Math.ceil(1_000_000 / line.length));
    expect(mentionsIn(text, lexicon)).toHaveLength((text.length / line.length) * 7);
  });
});

describe('a text that is read', () => {
  it('has paragraphs and mentions with the hashes of their passages', () => {
    const text = 'One\n\nThe Ministry of Commerce spoke.';
    const { paragraphs, mentions, language, sha256 } = readText(text, { date: '2024-02-27' }, lexicon);
    expect({ language, sha256 }).toEqual({ language: 'en', sha256: hashOf(text) });
    expect(paragraphs.map(({ start, end }) => [start, end])).toEqual([
      [0, 3],
      [5, 36],
    ]);
    expect(mentions).toMatchObject([{ start: 9, end: 29, sha256: hashOf('Ministry of Commerce') }]);
  });
});
