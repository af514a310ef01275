/** Dates of every form that EDTF has, in words of both languages. */
import { createTranslator } from 'use-intl/core';
import { describe, expect, it } from 'vitest';
import { messages as en } from '../../../web/explorer/messages/en.ts';
import { messages as zh } from '../../../web/explorer/messages/zh.ts';
import { DateWords } from '../../../web/explorer/parts/date-words.ts';

const english = new DateWords(createTranslator({ locale: 'en', messages: en, namespace: 'dates' }), 'en-GB');
const chinese = new DateWords(createTranslator({ locale: 'zh', messages: zh, namespace: 'dates' }), 'zh-CN');

const dates: readonly (readonly [edtf: string, inEnglish: string, inChinese: string])[] = [
  ['2019', '2019', '2019年'],
  ['2024-03', 'March 2024', '2024年3月'],
  ['2024-02-05', '5 February 2024', '2024年2月5日'],
  ['2024-02-05T00:00:00+08:00', '5 February 2024', '2024年2月5日'],
  ['2021~', 'about 2021', '约2021年'],
  ['2021-05?', 'perhaps May 2021', '可能是2021年5月'],
  ['2021%', 'perhaps about 2021', '可能是约2021年'],
  ['2004-06~-11', 'about 11 June 2004', '约2004年6月11日'],
  ['201X', 'the 2010s', '2010年代'],
  ['19XX', '1900 to 1999', '1900年至1999年'],
  ['2019-XX', '2019, month unknown', '2019年（月份不详）'],
  ['2019-XX-XX', '2019, month unknown', '2019年（月份不详）'],
  ['2019-03-XX', 'March 2019, day unknown', '2019年3月（日期不详）'],
  ['2023-21', 'spring 2023', '2023年春季'],
  ['2023-28', 'winter 2023', '2023年冬季'],
  ['2023-30', 'summer 2023 (southern hemisphere)', '2023年夏季（南半球）'],
  ['2023-33', '1st quarter of 2023', '2023年第一季度'],
  ['2023-39', '3rd four months of 2023', '2023年第三个四个月'],
  ['2023-40', 'first half of 2023', '2023年上半年'],
  ['2019/2021', '2019 to 2021', '2019年至2021年'],
  ['2024-01/2024-03', 'January 2024 to March 2024', '2024年1月至2024年3月'],
  ['2019/2021-03', '2019 to March 2021', '2019年至2021年3月'],
  ['2014~/2016~', 'about 2014 to about 2016', '约2014年至约2016年'],
  ['2019/..', '2019 on', '2019年起'],
  ['../2019', 'up to 2019', '至2019年'],
  ['/2019', 'up to 2019', '至2019年'],
  ['[2019-04-21..2019-04-30]', 'some time between 21 April and 30 April 2019', '2019年4月21日至4月30日之间某时'],
  ['[2018-12..2019-01]', 'some time between December 2018 and January 2019', '2018年12月至2019年1月之间某时'],
  ['[2019-05..2019-07]', 'some time between May and July 2019', '2019年5月至7月之间某时'],
  ['[..2019]', '2019 or earlier', '2019年或之前'],
  ['[2019-03..]', 'March 2019 or later', '2019年3月或之后'],
  ['[2019, 2021]', '2019 or 2021', '2019年或2021年'],
  ['{2019,2021..2023}', '2019 and 2021 to 2023', '2019年和2021年至2023年'],
  ['1950S2', '1950S2', '1950S2'],
];

describe('a date as its source gives it', () => {
  it.each(dates)('%s is read as "%s" and "%s"', (edtf, inEnglish, inChinese) => {
    expect([english.of(edtf), chinese.of(edtf)]).toEqual([inEnglish, inChinese]);
  });
});
