/** Units as people write them, in Chinese above all, and what they are in ISO 4217 or UCUM. */
import { isCurrency, isUnit } from './ucum.js';

export interface EverydayUnit {
  readonly unit: string;
  /** The power of ten that a value in it is multiplied by. */
  readonly power: number;
}

/** Some would be UCUM by accident: a centiare, a megatesla, a parsec. */
const names: ReadonlyMap<string, string> = new Map(
  Object.entries({
    CNY: '元 人民币 人民币元 圆 rmb RMB yuan',
    USD: '美元 us$ US$ 美金',
    EUR: '欧元 euro euros €',
    HKD: '港元 港币 hk$ HK$',
    TWD: '新台币 台币 nt$ NT$',
    JPY: '日元 日圆 yen',
    GBP: '英镑 £',
    KRW: '韩元 韩圆',
    RUB: '卢布',
    AUD: '澳元',
    CAD: '加元',
    SGD: '新加坡元 新元',
    INR: '印度卢比',
    VND: '越南盾',
    IDR: '印尼盾',
    THB: '泰铢',
    '%': '百分比 percent pct per_cent',
    t: '吨 公吨 ton tons tonne tonnes MT mt',
    kg: '千克 公斤 KG Kg kgs',
    g: '克',
    m: '米 meter metre meters metres',
    km: '公里 千米 KM Km',
    m2: '平方米 平米 ㎡ m² m^2 sqm',
    km2: '平方公里 平方千米 km² km^2',
    m3: '立方米 m³ m^3',
    har: '公顷 ha hectare hectares',
    L: '升 liter litre liters litres',
    '[bbl_us]': '桶 bbl barrel barrels',
    'kW.h': '千瓦时 千瓦小时 kwh kWh KWH',
    'MW.h': '兆瓦时 MWh',
    'GW.h': '吉瓦时 GWh',
    'TW.h': '太瓦时 TWh',
    kW: '千瓦',
    MW: '兆瓦',
    GW: '吉瓦',
    a: '年 year years yr',
    mo: '月 个月 month months',
    wk: '周 week weeks',
    d: '天 日 day days',
    h: '小时 hour hours',
    Cel: '摄氏度 °C ℃',
    '1': '倍',
    '{car}': '辆 car cars',
    '{vehicle}': '车 vehicle vehicles',
    '{unit}': '台 unit units',
    '{ship}': '艘 ship ships',
    '{aircraft}': '架 aircraft',
    '{item}': '个 项 item items',
    '{piece}': '件 pc pcs piece pieces',
    '{set}': '套',
    '{company}': '家 company companies',
    '{household}': '户 household households',
    '{person}': '人 名 人口 person persons people',
    '{visit}': '人次 visit visits',
    '{time}': '次 time times',
    '{TEU}': '标箱 标准箱 teu TEU',
  }).flatMap(([unit, written]) => written.split(' ').map((name) => [name.replace('_', ' ').normalize('NFKC'), unit] as const)),
);

/** The units that have an everyday name. */
export const namedUnits: readonly string[] = [...new Set(names.values())];

const chinesePowers = new Map(
  Object.entries({ 百: 2, 千: 3, 万: 4, 十万: 5, 百万: 6, 千万: 7, 亿: 8, 十亿: 9, 百亿: 10, 千亿: 11, 万亿: 12 }),
);
const englishPowers = new Map(Object.entries({ thousand: 3, million: 6, mn: 6, billion: 9, bn: 9, trillion: 12, tn: 12 }));

const simplified: Readonly<Record<string, string>> = {
  萬: '万',
  億: '亿',
  輛: '辆',
  噸: '吨',
  圓: '圆',
  幣: '币',
  歐: '欧',
  個: '个',
  臺: '台',
};

/** The unit that an everyday name means; undefined for a unit that needs no translation and for an unknown one. */
export function everydayUnit(text: string): EverydayUnit | undefined {
  const written = text
    .normalize('NFKC')
    .trim()
    .replaceAll(/./gu, (sign) => simplified[sign] ?? sign);
  const unit = knownAs(written);
  if (unit !== undefined) return unit === text ? undefined : { unit, power: 0 };
  const [power, rest] = multiple(written);
  const base = rest === '' ? '1' : knownAs(rest);
  return power === undefined || base === undefined ? undefined : { unit: base, power };
}

function knownAs(written: string): string | undefined {
  const unit = names.get(written) ?? (isUnit(written) ? written : undefined);
  return unit ?? (isCurrency(written.toUpperCase()) ? written.toUpperCase() : undefined);
}

/** "万辆", "million USD", "USD million": a power of ten, and what it is of. */
function multiple(written: string): [power: number | undefined, rest: string] {
  const words = written.split(' ');
  const english = words.find((word) => englishPowers.has(word));
  if (english !== undefined) return [englishPowers.get(english), words.filter((word) => word !== english).join(' ')];
  const [, chinese = '', rest = ''] = /^(万亿|[十百千]?[万亿]|[百千])(.*)$/.exec(written) ?? [];
  return [chinesePowers.get(chinese), rest.trim()];
}

/** A value in an everyday unit as one in the unit that it is, digit by digit. */
export function scaled(value: number, { power }: EverydayUnit): number {
  const [digits, exponent = '0'] = String(value).split('e');
  return Number(`${digits}e${Number(exponent) + power}`);
}
