import { describe, expect, test } from 'vitest';
import { amountsIn, type AmountInText } from '../../src/reading/amounts.js';

type Case = readonly [text: string, ...amounts: string[]];

/** On 29 April 2024. Each amount as "≈ value unit", with its change and what it is a conversion of. */
const english: readonly Case[] = [
  ['exports were just over 2,700 kg, compared to over 8,800 kg', 'MORE_THAN 2700 kg', 'MORE_THAN 8800 kg'],
  ['contributing nearly 60 percent to the growth', 'NEARLY 60 %'],
  ['2.38 trillion Yuan (US$ 330 billion) in 2023', 'EXACT 2380000000000 CNY', 'EXACT 330000000000 USD converted'],
  ['In 2023, an increase of 15.6 percent from the previous year.', 'EXACT 15.6 % change from 2022'],
  ['In 2023, sales were up 15.6 percent from the previous year.', 'EXACT 15.6 % change from 2022'],
  ['In May 2023 it slipped almost 10% from a year earlier.', 'NEARLY -10 % change from 2022-05'],
  ['In 2023, exports fell 1.6 percent year-on-year.', 'EXACT -1.6 % change from 2022'],
  ['It should increase by over 25% compared with 2023 levels.', 'MORE_THAN 25 % change from 2023'],
  ['a 30% increase in recycling', 'EXACT 30 % change'],
  [
    'a decrease of approximately RMB 500 billion yuan (around US$70.34 billion) from the end of 2022',
    'ABOUT -500000000000 CNY change from 2022-12',
    'ABOUT -70340000000 USD change from 2022-12 converted',
  ],
  ['prices reached $575/kg in Rotterdam', 'EXACT 575 USD/kg'],
  ['at 1,200 yuan per ton', 'EXACT 1200 CNY/t'],
  ['over 39 trillion RMB in fixed assets', 'MORE_THAN 39000000000000 CNY'],
  ['about 13.82 million used cars were traded, less than half of the new vehicles', 'ABOUT 13820000 {car}', 'LESS_THAN 50 %'],
  ['nearly 19 million square meters', 'NEARLY 19000000 m2'],
  ['more than 140 countries and regions', 'MORE_THAN 140 {country}'],
  ['exceeded 380 billion US dollars', 'MORE_THAN 380000000000 USD'],
  ['10 pilot cities and four other departments', 'EXACT 10 {city}', 'EXACT 4 {department}'],
  ['over 1,500 overseas warehouses', 'MORE_THAN 1500 {warehouse}'],
  ['at least 200 companies', 'AT_LEAST 200 {company}'],
  ['up to 50 million euros', 'AT_MOST 50000000 EUR'],
  ['no more than 5 percent', 'AT_MOST 5 %'],
  ['not less than 5 percent', 'AT_LEAST 5 %'],
  ['fewer than 300 people', 'LESS_THAN 300 {person}'],
  ['roughly two million people', 'ABOUT 2000000 {person}'],
  ['Revenue fell by half a billion yuan, exports by half.', 'EXACT -500000000 CNY change', 'EXACT -50 % change'],
  ['Exports fell by nearly a fifth since May.', 'NEARLY -20 % change'],
  ['a target of 3 percent plus or minus 1.5 percentage points', 'EXACT 3 %', 'EXACT 1.5 {percentage_point}'],
  ['Rs 1,480 crore, 3.2 lakh workers and Rs 1,48,000', 'EXACT 14800000000 INR', 'EXACT 320000 {worker}', 'EXACT 148000 INR'],
  ['an outlay of Rs 2.5 lakh crore', 'EXACT 2500000000000 INR'],
  ['nearly a quarter of a million people', 'NEARLY 250000 {person}'],
  ['three quarters of a billion euros', 'EXACT 750000000 EUR'],
  ['two and a half million people and one and a half percent', 'EXACT 2500000 {person}', 'EXACT 1.5 %'],
  ['it made a loss of 7 million euros', 'EXACT 7000000 EUR'],
  ['it lent nearly a fifth less than in 2023', 'NEARLY -20 % change from 2023'],
  ['between 5 and 10 percent', 'EXACT 5 to 10 %'],
  ['5-10% of output', 'EXACT 5 to 10 %'],
  ['3 million to 5 million tonnes', 'EXACT 3000000 to 5000000 t'],
  ['rose 15 percentage points', 'EXACT 15 {percentage_point} change'],
  ['cut rates by 25 basis points', 'EXACT -25 {basis_point} change'],
  ['The price more than doubled.', 'MORE_THAN 100 % change'],
  ['Two thirds of the firms', 'EXACT 66.6667 %'],
  ['3 billion baht', 'EXACT 3000000000 THB'],
  ['two-thirds of the firms', 'EXACT 66.6667 %'],
  ['usually twice the number', 'EXACT 200 %'],
  ['grew at a rate of 3.2 million per month', 'EXACT 3200000 1/mo change'],
  ['Its number of users reached 15.5 million.', 'EXACT 15500000 {user}'],
  ['It exported 15,000 used cars. This figure soared to 69,000.', 'EXACT 15000 {car}', 'EXACT 69000 {car}'],
  ['€3.5bn and £2 million', 'EXACT 3500000000 EUR', 'EXACT 2000000 GBP'],
  ['HK$10 million', 'EXACT 10000000 HKD'],
  ['300 MW of wind power', 'EXACT 300 MW'],
  ['1,000 barrels a day', 'EXACT 1000 [bbl_us]/d'],
  ['500 people or more', 'AT_LEAST 500 {person}'],
  ['the tax rose to 5 percent', 'EXACT 5 %'],
  ['for 12 consecutive years', 'EXACT 12 a'],
  [
    'In May 14 remarks: exports jumped 77.6 percent year on year to 1.2 million units in 2023',
    'EXACT 77.6 % change from 2022',
    'EXACT 1200000 {unit}',
  ],
  ['Investment fell by 30.4 percent to 640.6 billion yuan.', 'EXACT -30.4 % change', 'EXACT 640600000000 CNY'],
  ['tariffs of 17.4% to 38.1%', 'EXACT 17.4 to 38.1 %'],
  ['20.8 percent more than in 2023', 'EXACT 20.8 % change from 2023'],
  ['half a million jobs and a profit of $1.2m', 'EXACT 500000 {job}', 'EXACT 1200000 USD'],
  ['up from 3% a year ago', 'EXACT 3 %'],
  ['Rs 2.5 trillion', 'EXACT 2500000000000 INR'],
  ['output and sales rose 3 percent and 4 percent', 'EXACT 3 % change', 'EXACT 4 % change'],
  ['the share rose from 3 percent to 5 percent', 'EXACT 3 %', 'EXACT 5 %'],
  ['it ranges from 3 percent to 5 percent', 'EXACT 3 to 5 %'],
  ['a 500-million-yuan fund and a 10 million-yuan one', 'EXACT 500000000 CNY', 'EXACT 10000000 CNY'],
  ['a rate of minus 2 percent', 'EXACT -2 %'],
  ['212 kroner, or 20 yuan per dish', 'EXACT 212 NOK', 'EXACT 20 CNY/{dish}'],
  ['just under half', 'NEARLY 50 %'],
  ['demand is expected to triple', 'EXACT 200 % change'],
  ['half a percentage point', 'EXACT 0.5 {percentage_point}'],
  ['temperatures of 35 degrees Celsius', 'EXACT 35 Cel'],
];

const chinese: readonly Case[] = [
  ['10家以上龙头企业，20个以上城市', 'AT_LEAST 10 {company}', 'AT_LEAST 20 {city}'],
  [
    '开通36条航线，100条以上，配送210万单，申请253万份，依据第9条',
    'EXACT 36 {item}',
    'AT_LEAST 100 {item}',
    'EXACT 2100000 {order}',
    'EXACT 2530000 {copy}',
  ],
  ['不得高于10元，不得低于5元', 'AT_MOST 10 CNY', 'AT_LEAST 5 CNY'],
  ['700亿元人民币/3700亿泰铢，为期一年', 'EXACT 70000000000 CNY', 'EXACT 370000000000 THB', 'EXACT 1 a'],
  ['产销同比分别下降3%和4%', 'EXACT -3 % change', 'EXACT -4 % change'],
  ['上百家企业、数十个国家、几百家银行', 'AT_LEAST 100 {company}'],
  ['“百县千站”工程'],
  ['占比过半，近半企业', 'MORE_THAN 50 %', 'NEARLY 50 %'],
  ['2.38万亿元（约合3300亿美元）', 'EXACT 2380000000000 CNY', 'ABOUT 330000000000 USD converted'],
  ['2023年同比增长15.6%', 'EXACT 15.6 % change from 2022'],
  ['利率下调0.5个百分点', 'EXACT -0.5 {percentage_point} change'],
  ['3700亿泰铢', 'EXACT 370000000000 THB'],
  ['约1382万辆二手车', 'ABOUT 13820000 {car}'],
  ['2700多公斤', 'MORE_THAN 2700 kg'],
  ['近60%的企业', 'NEARLY 60 %'],
  ['较2023年增长25%以上', 'AT_LEAST 25 % change from 2023'],
  ['一百五十多家企业', 'MORE_THAN 150 {company}'],
  ['约1500个海外仓', 'ABOUT 1500 {warehouse}'],
  ['下降六成。', 'EXACT -60 % change'],
  ['不超过100万元', 'AT_MOST 1000000 CNY'],
  ['至少三个省份', 'AT_LEAST 3 {province}'],
  ['在三市开展试点', 'EXACT 3 {city}'],
  ['为期一年', 'EXACT 1 a'],
  ['扩大到10个以上城市', 'AT_LEAST 10 {city}'],
  ['培育10家以上龙头企业', 'AT_LEAST 10 {company}'],
  ['手续费不得高于10元', 'AT_MOST 10 CNY'],
  ['不足全部出口量的四成', 'LESS_THAN 40 %'],
  ['超过全国的60%', 'MORE_THAN 60 %'],
  ['互换规模为500亿元人民币/260亿沙特里亚尔', 'EXACT 50000000000 CNY', 'EXACT 26000000000 SAR'],
  ['5种物项、2个村', 'EXACT 5 {kind}', 'EXACT 2 {village}'],
  ['五分之一的人口', 'EXACT 20 %'],
  ['百分之十五', 'EXACT 15 %'],
  ['回落0.3个百分点', 'EXACT -0.3 {percentage_point} change'],
  ['每吨575美元', 'EXACT 575 USD/t'],
  ['1200元/吨', 'EXACT 1200 CNY/t'],
  ['5%至10%', 'EXACT 5 to 10 %'],
  ['超过20万个平台', 'MORE_THAN 200000 {platform}'],
  ['面积近1900万平方米', 'NEARLY 19000000 m2'],
  ['不足500人', 'LESS_THAN 500 {person}'],
  ['140多个国家和地区', 'MORE_THAN 140 {country}'],
  ['规模翻一番', 'EXACT 100 % change'],
  ['下调存款准备金率0.25个百分点', 'EXACT -0.25 {percentage_point} change'],
  ['45亿元至48亿元', 'EXACT 4500000000 to 4800000000 CNY'],
  ['每吨300元到500元', 'EXACT 300 to 500 CNY/t'],
  ['由12亿元至15亿元', 'EXACT 1200000000 CNY', 'EXACT 1500000000 CNY'],
  ['７５．５％以上', 'AT_LEAST 75.5 %'],
  ['不超3万元', 'AT_MOST 30000 CNY'],
  ['不高于总价的三成，不低于总价的一成半', 'AT_MOST 30 %', 'AT_LEAST 15 %'],
  ['不及日本的五分之一', 'LESS_THAN 20 %'],
  ['逾期每日按数额的3%计', 'EXACT 3 %'],
  ['二十四万三千五百元', 'EXACT 243500 CNY'],
  ['分别高1.1个和0.8个百分点', 'EXACT 1.1 {percentage_point}', 'EXACT 0.8 {percentage_point}'],
  ['不超过5个交易日', 'AT_MOST 5 {trading_day}'],
  ['0.3新元', 'EXACT 0.3 SGD'],
  ['500亿元左右', 'ABOUT 50000000000 CNY'],
  ['3亿至5亿吨', 'EXACT 300000000 to 500000000 t'],
  ['十万亩耕地', 'EXACT 100000 {mu}'],
  ['顺差1.81万亿元，收窄0.7%', 'EXACT 1810000000000 CNY', 'EXACT -0.7 % change'],
  [
    '2024年4月份，同比增长6.7%，比上月加快2.2个百分点',
    'EXACT 6.7 % change from 2023-04',
    'EXACT 2.2 {percentage_point} change from 2024-03',
  ],
];

const traps: readonly Case[] = [
  ['Version 2.0 of the 14th Five-Year Plan'],
  ['Document No. 15 and Article 12, in 2019'],
  ['the 20th National Party Congress'],
  ['On April 26, 2024, at 10:30, in the first two months'],
  ['Call 010-6512 3456 or +86 10 6512 3456.'],
  ['COVID-19, G20, ASEAN+3, 5G and B2B models'],
  ['a three-month low and a 10-year plan'],
  ['国发〔2024〕12号第十二条'],
  ['一些地方的一带一路和三农工作'],
  ['第一家、第三次、一个'],
  ['Q1. What happened?'],
  ['See https://example.org/?page=12%20 for more.'],
  ['十四五规划期间，进一步统一'],
  ['国三及以下排放标准'],
  ['Unemployment among 16-24 year-olds'],
];

function shown({ value, upper, unit, comparator, isChange, base, convertedFrom }: AmountInText): string {
  const range = upper === undefined ? `${value}` : `${value} to ${upper}`;
  const change = isChange ? ['change', ...(base === undefined ? [] : ['from', base])] : [];
  return [comparator, range, unit ?? '', ...change, ...(convertedFrom === undefined ? [] : ['converted'])].join(' ');
}

const read = (text: string) => amountsIn(text, { published: '2024-04-29' });

describe('amounts in a text', () => {
  test.each([...english, ...chinese, ...traps].map(([text, ...expected]) => ({ text, expected })))(
    '$text',
    ({ text, expected }) => {
      expect(read(text).map(shown)).toEqual(expected);
    },
  );

  test('have their place in code points, with the words of comparator and unit', () => {
    const text = '😀 Just over 2,700 kg 😀 and 近60%';
    const amounts = read(text);
    expect(amounts.map((amount) => amount.text)).toEqual(['Just over 2,700 kg', '近60%']);
    for (const { start, end, text: words } of amounts) expect(Array.from(text).slice(start, end).join('')).toBe(words);
  });

  test('say which amount they are a conversion of', () => {
    const [original, converted] = read('4 trillion Yuan (US$ 553.49 billion)');
    expect(converted?.convertedFrom).toEqual({ start: original?.start, end: original?.end });
  });
});
