import { describe, expect, test } from 'vitest';
import { datesIn } from '../../src/reading/dates.js';

type Case = readonly [text: string, ...dates: (readonly [text: string, edtf: string])[]];

/** All on the day of the text, Monday 29 April 2024. */
const english: readonly Case[] = [
  ['It was published on April 26, 2024.', ['April 26, 2024', '2024-04-26']],
  ['The plan of 12 April 2024 is public.', ['12 April 2024', '2024-04-12']],
  ['The notice was issued on April 26.', ['April 26', '2024-04-26']],
  ['It was announced by the State Council on April 11th. The government will pay.', ['April 11th', '2024-04-11']],
  ['The rules were released on December 15.', ['December 15', '2023-12-15']],
  ['The measures will take effect on January 1.', ['January 1', '2025-01-01']],
  ['The rule takes effect on May 1.', ['May 1', '2024-05-01']],
  ['The law took effect on Feb. 5, 2019.', ['Feb. 5, 2019', '2019-02-05']],
  ['A photo taken on Jan 20, 2019.', ['Jan 20, 2019', '2019-01-20']],
  ['Filed on 2024-04-12 in Beijing.', ['2024-04-12', '2024-04-12']],
  ['06-23-2015 04:50 BJT', ['06-23-2015', '2015-06-23']],
  ['Signed on 23.06.2015.', ['23.06.2015', '2015-06-23']],
  ['The guideline of late April was short.', ['late April', '[2024-04-21..2024-04-30]']],
  ['In late March of 2024, prices rose.', ['late March of 2024', '[2024-03-21..2024-03-31]']],
  ['In early 2023 and mid-2022.', ['early 2023', '[2023-01..2023-04]'], ['mid-2022', '[2022-05..2022-08]']],
  ['It will act before the end of the year.', ['the end of the year', '2024-12']],
  ['It will act by year-end, as at year-end 2022.', ['year-end', '2024-12'], ['year-end 2022', '2022-12']],
  ['Year-end sales rose.'],
  ['By the end of the month it will be done.', ['the end of the month', '[2024-04-21..2024-04-30]']],
  ['It will open at the end of next month.', ['the end of next month', '[2024-05-21..2024-05-31]']],
  ['It had as many as of end-March.', ['end-March', '[2024-03-21..2024-03-31]']],
  ['It is the plan for all (2021-2025).', ['2021-2025', '2021/2025']],
  ['Its exports since August fell.', ['August', '2023-08']],
  ['By the end of 2025, work will be done.', ['the end of 2025', '2025-12']],
  ['Cars sold last year.', ['last year', '2023']],
  ['This year it will fall, and next year too.', ['This year', '2024'], ['next year', '2025']],
  ['On Saturday, it launched drones.', ['Saturday', '2024-04-27']],
  ['The council released a guideline Saturday.', ['Saturday', '2024-04-27']],
  ['The meeting will open on Wednesday.', ['Wednesday', '2024-05-01']],
  ['They met last Friday.', ['last Friday', '2024-04-26']],
  ['They meet next Tuesday.', ['next Tuesday', '2024-04-30']],
  ['He spoke on Monday.', ['Monday', '2024-04-29']],
  ['On Friday, April 26, he spoke.', ['Friday, April 26', '2024-04-26']],
  ['In the first two months of 2024, exports fell.', ['first two months of 2024', '2024-01/2024-02']],
  ['Exports fell in the first four months.', ['first four months', '2024-01/2024-04']],
  ['In the first quarter of 2024, GDP grew.', ['first quarter of 2024', '2024-33']],
  ['GDP grew in the first quarter.', ['first quarter', '2024-33']],
  ['It grew in the year to March 2024.', ['the year to March 2024', '2023-04/2024-03']],
  ['Sales of its fiscal year ended June 30, 2023 fell.', ['its fiscal year ended June 30, 2023', '2022-07/2023-06']],
  ['In the second half of last year it fell.', ['second half of last year', '2023-41']],
  ['Q1 2024 was good.', ['Q1 2024', '2024-33']],
  ['Since 2019, it has grown.', ['2019', '2019']],
  ['The aim is 25% by 2027.', ['2027', '2027']],
  ['Between March and May, prices rose.', ['March and May', '2024-03/2024-05']],
  ['From January to April 2023 they fell.', ['January to April 2023', '2023-01/2023-04']],
  ['The plan covers 2021-2025.', ['2021-2025', '2021/2025']],
  ['The forum of April 26-28, 2024 is over.', ['April 26-28, 2024', '2024-04-26/2024-04-28']],
  ['Exports halted in August and September of 2023.', ['August', '2023-08'], ['September of 2023', '2023-09']],
  ['In July of 2023 it began.', ['July of 2023', '2023-07']],
  ['The price doubled since last summer.', ['last summer', '2023-22']],
  ['It was set up in the late 1990s.', ['1990s', '199X']],
  ['It slowed in Q2. The rate fell.', ['Q2', '2024-34']],
  ['The 1990s were different.', ['1990s', '199X']],
  ['Two years ago, it was founded.', ['Two years ago', '2022']],
  ['He resigned three days ago.', ['three days ago', '2024-04-26']],
  ['Ma was in the US earlier this month.', ['this month', '2024-04']],
  ['It was agreed yesterday.', ['yesterday', '2024-04-28']],
  ['In 2023, it rose from the previous year.', ['2023', '2023'], ['the previous year', '2022']],
  [
    'In January 2024 it was higher than in the same period last year.',
    ['January 2024', '2024-01'],
    ['the same period last year', '2023-01'],
  ],
  ['In March, it fell from a year earlier.', ['March', '2024-03'], ['a year earlier', '2023-03']],
  ['The 2024 Boao Forum took place.', ['2024', '2024']],
  ["May's exports rose.", ['May', '2023-05']],
  ["March's exports rose in April and fell in May.", ['March', '2024-03'], ['April', '2024-04'], ['May', '2023-05']],
];

const chinese: readonly Case[] = [
  ['2024年4月26日，商务部发布通知。', ['2024年4月26日', '2024-04-26']],
  ['4月26日，会议召开。', ['4月26日', '2024-04-26']],
  ['办法印发，自5月6日起实行。', ['5月6日', '2024-05-06']],
  ['3月26日的报道有误，将更正。', ['3月26日', '2024-03-26']],
  ['5月底前公布细则。', ['5月底', '[2024-05-21..2024-05-31]']],
  ['4月17日开会，与上月一样。同日发布。', ['4月17日', '2024-04-17'], ['上月', '2024-03'], ['同日', '2024-04-17']],
  [
    '1至2月增长，比上年12月快。上年同期下降。',
    ['1至2月', '2024-01/2024-02'],
    ['上年12月', '2023-12'],
    ['上年同期', '2023-01/2023-02'],
  ],
  ['商务部发布2023年第9号公告。'],
  ['2024 年 4 月 26 日', ['2024 年 4 月 26 日', '2024-04-26']],
  ['“十三五”末和“十五五”时期', ['“十三五”末', '2020-12'], ['“十五五”时期', '2026/2030']],
  ['“十四五”规划发布。'],
  ['２０２３年１２月', ['２０２３年１２月', '2023-12']],
  ['上季度末、去年三季度末', ['上季度末', '2024-03'], ['去年三季度末', '2023-09']],
  ['年内开工，两年内建成，预计全年完成。', ['年内', '2024'], ['全年', '2024']],
  ['截至2月末，比上月末增加。', ['2月末', '[2024-02-21..2024-02-29]'], ['上月末', '[2024-01-21..2024-01-31]']],
  ['3月当月出口', ['3月', '2024-03']],
  ['二〇二三年十二月五日', ['二〇二三年十二月五日', '2023-12-05']],
  ['上周六，会议召开。', ['上周六', '2024-04-27']],
  ['计划于年底前完成，力争月底前公布。', ['年底', '2024-12'], ['月底', '[2024-04-21..2024-04-30]']],
  ['青年初次就业，每年底检查。'],
  ['2019—2023年出口增长。', ['2019—2023年', '2019/2023']],
  ['8月以来，出口增长。', ['8月', '2023-08']],
  ['去年底，企业达到百家。', ['去年底', '2023-12']],
  ['2024年1至2月，出口增长。', ['2024年1至2月', '2024-01/2024-02']],
  ['1-4月出口增长。', ['1-4月', '2024-01/2024-04']],
  ['4月下旬发布了公告。', ['4月下旬', '[2024-04-21..2024-04-30]']],
  ['当地时间周三，委员会宣布了决定。', ['周三', '2024-04-24']],
  ['今年前两个月，出口增长。', ['今年前两个月', '2024-01/2024-02']],
  ['2019年以来，出口增长。', ['2019年', '2019']],
  ['到2027年，规模增长。', ['2027年', '2027']],
  ['2023年一季度增长。', ['2023年一季度', '2023-33']],
  ['前三季度增长。', ['前三季度', '2024-01/2024-09']],
  ['去年上半年增长。', ['去年上半年', '2023-40']],
  ['自5月1日起施行。', ['5月1日', '2024-05-01']],
  ['12月15日发布了规定。', ['12月15日', '2023-12-15']],
  ['将于1月1日起施行。', ['1月1日', '2025-01-01']],
  ['4月26日至28日召开了会议。', ['4月26日至28日', '2024-04-26/2024-04-28']],
  ['新华社记者26日获悉。', ['26日', '2024-04-26']],
  ['2021—2025年的规划。', ['2021—2025年', '2021/2025']],
  ['2023年增长，比上年多。', ['2023年', '2023'], ['上年', '2022']],
  ['2024年3月，比去年同期多。', ['2024年3月', '2024-03'], ['去年同期', '2023-03']],
  ['昨日，部长表示。', ['昨日', '2024-04-28']],
  ['本月底将公布。', ['本月底', '[2024-04-21..2024-04-30]']],
  ['上个月下降。', ['上个月', '2024-03']],
  ['20世纪90年代开始。', ['20世纪90年代', '199X']],
  ['三年前成立。', ['三年前', '2021']],
  ['明年初出台。', ['明年初', '2025-01']],
];

const traps: readonly Case[] = [
  ['It may be so, and May I ask?'],
  ['Theresa May spoke about the March on Washington.'],
  ['They march on the Long March.'],
  ['Version 2.0 of the 14th Five-Year Plan'],
  ['Document No. 2024 and Order No. 753'],
  ['Call 010-6512 3456 or +86 10 6512 3456.'],
  ['国发〔2024〕12号'],
  ['第二十条规定，一些地方的一带一路和三农工作。'],
  ['2000 companies and 2,019 cars cost $2,020.'],
  ['See https://example.org/2024/04/12/news for more.'],
  ['Q1. Zhong Shi, what happened?'],
  ['在15日内提交，为期3年，共4个月。'],
  ['The shops close on Black Friday.'],
  ['February 30 does not exist.'],
  ['每周三有会，一周三次。'],
];

const read = (text: string, published?: string) => datesIn(text, { published }).map((date) => [date.text, date.edtf]);

describe('dates in a text', () => {
  test.each([...english, ...chinese, ...traps].map(([text, ...expected]) => ({ text, expected })))(
    '$text',
    ({ text, expected }) => {
      expect(read(text, '2024-04-29')).toEqual(expected);
    },
  );

  test('have their place in code points', () => {
    const text = '😀 In 2023 😀, 2024年4月';
    for (const { start, end, text: words } of datesIn(text)) expect(Array.from(text).slice(start, end).join('')).toBe(words);
    expect(read(text)).toEqual([
      ['2023', '2023'],
      ['2024年4月', '2024-04'],
    ]);
  });

  test('say whether they begin or end something', () => {
    const found = (text: string) =>
      datesIn(text, { published: '2024-04-29' }).map(({ bound, isRelative }) => ({ bound, isRelative }));
    expect(found('since 2019')).toEqual([{ bound: 'SINCE', isRelative: false }]);
    expect(found('by the end of next year')).toEqual([{ bound: 'UNTIL', isRelative: true }]);
    expect(found('2019年以来')).toEqual([{ bound: 'SINCE', isRelative: false }]);
    expect(found('in 2019')).toEqual([{ bound: undefined, isRelative: false }]);
  });

  test('are left out where the day of the text does not say when', () => {
    expect(read('On Saturday, as in late April and in 2019, last year.')).toEqual([['2019', '2019']]);
    expect(read('On Saturday, as in late April last year.', '[2019-05-01..2019-12-31]')).toEqual([
      ['late April last year', '[2018-04-21..2018-04-30]'],
    ]);
  });
});
