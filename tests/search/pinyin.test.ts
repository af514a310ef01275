import { describe, expect, it } from 'vitest';
import { piecesOf } from '../../src/graph/search/pieces.js';
import { pinyinOf, readingOf } from '../../src/graph/search/pinyin.js';
import { rank, type Candidate } from '../../src/graph/search/rank.js';
import { questionTerms, storedNameTerms } from '../../src/graph/search/tokens.js';

const reading = (name: string) => readingOf(name)?.join(' ');
const syllables = (question: string) => pinyinOf(piecesOf(question))?.syllables.join(' ');

describe('the reading of a name', () => {
  it.each([
    ['商务部', 'shang wu bu'],
    ['重庆', 'chong qing'],
    ['重慶市', 'chong qing shi'],
    ['重要', 'zhong yao'],
    ['厦门', 'xia men'],
    ['廈門', 'xia men'],
    ['长沙', 'chang sha'],
    ['西藏自治区', 'xi zang zi zhi qu'],
    ['六安', 'lu an'],
    ['台州', 'tai zhou'],
    ['番禺区', 'pan yu qu'],
    ['银行业', 'yin hang ye'],
    ['行政', 'xing zheng'],
    ['會計', 'kuai ji'],
    ['經濟部', 'jing ji bu'],
    ['二手車出口', 'er shou che chu kou'],
    ['乾县', 'qian xian'],
    ['乾燥', 'gan zao'],
    ['旅游', 'lu you'],
    ['战略', 'zhan lue'],
    ['女儿', 'nu er'],
    ['A股', 'a gu'],
    ['2024年《公告》', '2024 nian gong gao'],
  ])('%s is %j', (name, expected) => expect(reading(name)).toBe(expected));

  it.each(['Ministry of Commerce', 'Qīngdǎo', 'トヨタ自動車の', '서울', '', '***'])('of %j is undefined', (name) =>
    expect(readingOf(name)).toBeUndefined(),
  );
});

describe('a question as pinyin', () => {
  it.each([
    ['shangwubu', 'shang wu bu'],
    ['Shāngwùbù', 'shang wu bu'],
    ['SHANG WU BU', 'shang wu bu'],
    ['shang1wu4bu4', 'shang wu bu'],
    ['shangw', 'shang'],
    ['shangwuzh', 'shang wu'],
    ['lüyou', 'lu you'],
    ['lvyou', 'lu you'],
    ['lyuyou', 'lu you'],
    ['nǚxìng', 'nu xing'],
    ["xi'an", 'xi an'],
    ['xian', 'xian'],
    ['er shou ch', 'er shou'],
    ['dang an ju', 'dang an ju'],
    ['eryue', 'er yue'],
    ['geren', 'ge ren'],
    ['xiongan', 'xiong an'],
    ['zhongou', 'zhong ou'],
    ['2024nian', undefined],
    ['ershouche2024nian', 'er shou che 2024 nian'],
    ['swb', ''],
    ['shagnwubu', ''],
    ['Ministry of Commerce', undefined],
    ['商务部', undefined],
    ['a', undefined],
    ['', undefined],
  ])('%j has the syllables %j', (question, expected) => expect(syllables(question)).toBe(expected));

  it.each(['ua', 'ao', 'iang', 'ng', 'zhuang', 'e1'])('of many times %j takes no time', (part) => {
    expect(pinyinOf([part.repeat(10_000)])?.letters.length ?? 0).toBeLessThanOrEqual(part.length * 10_000);
  });

  it('looks for the beginning of a reading, and for pairs of its syllables, apart from words', () => {
    expect(storedNameTerms(['商务部', 'MOFCOM']).split(' ')).toEqual(
      expect.arrayContaining(['~shangwubu', '~swb', '^shangwu', '^wubu']),
    );
    expect(questionTerms('shangwubu')).toEqual(
      expect.arrayContaining([
        { text: '~shangwubu', edits: 1, prefix: true },
        { text: '^shangwu', edits: 0, prefix: false },
        { text: '^wubu', edits: 0, prefix: false },
      ]),
    );
    expect(storedNameTerms(['Ministry of Commerce'])).not.toMatch(/[~^]/);
  });
});

describe('ranking by pinyin', () => {
  const candidate = (id: string, ...names: string[]): Candidate => ({
    id,
    labels: ['Entity', 'Region'],
    name: names[0] ?? '',
    names,
  });
  const order = async (question: string, ...candidates: Candidate[]) =>
    (await rank(question, candidates)).map(({ candidate: { id } }) => id);

  it('puts names by their letters first, then a whole reading, its beginning, its inside, first letters, and errors', async () => {
    const all = [
      candidate('described-by-nothing', '公安部'),
      candidate('error', '商务'),
      candidate('inside', '上海市商务局'),
      candidate('beginning', '商务局外资处'),
      candidate('whole', '商务局'),
      candidate('letters', 'ShangWuJu'),
      candidate('exact', 'shangwuju'),
    ];
    expect(await order('shangwuju', ...all)).toEqual(['exact', 'letters', 'whole', 'beginning', 'inside']);
    expect(await order('shangwujiu', ...all)).toEqual(['letters', 'exact', 'whole']);
    expect(await order('swj', ...all)).toEqual(['whole']);
    expect(await order('swjw', ...all)).toEqual(['beginning']);
  });

  it.each([
    ['he', candidate('english', 'Hebei'), candidate('pinyin', '河')],
    ['an', candidate('english', 'Anhui'), candidate('pinyin', '案')],
    ['xian', candidate('english', 'Old Xian'), candidate('pinyin', '县')],
    ['shanghai', candidate('english', 'Shanghai port'), candidate('pinyin', '上海港')],
    ['china', candidate('english', 'Ports in China'), candidate('pinyin', '池娜路')],
    ['lake', candidate('english', 'The Great Lakes'), candidate('pinyin', '克拉克市')],
    ['change', candidate('english', 'Climate change'), candidate('pinyin', '长葛路')],
  ])('keeps a name with the word %j before pinyin that is like it', async (question, english, pinyin) =>
    expect((await order(question, pinyin, english))[0]).toBe('english'),
  );

  it('says which name matched', async () => {
    const [found] = await rank('shangwubu', [candidate('a', 'Ministry of Commerce', '商务部')]);
    expect(found).toMatchObject({ score: 0.9, matchedName: '商务部' });
  });
});
