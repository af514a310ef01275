/** Made-up metadata of policies, in the columns and proportions of the real table that the mapping in examples/china-policy-metadata reads. */
import { writeFileSync } from 'node:fs';
import { fraction, pick } from './random.js';

const rows = 32_147;
/** The issuers, with their share of the policies. */
const issuers = [
  ['Shanghai Municipal Government', 0.28],
  ['State Council', 0.18],
  ['Guangdong Provincial Government', 0.15],
  ['Henan Provincial Government', 0.11],
  ['Yunnan Provincial Government', 0.11],
  ['Sichuan Provincial Government', 0.1],
  ['Hainan Provincial Government', 0.07],
] as const;
const subjects = [
  '物业',
  '科学技术',
  '外贸',
  '汽车出口',
  '水资源',
  '教育',
  '医疗保障',
  '道路运输',
  '城市绿化',
  '档案',
  '食品安全',
  '政务公开',
];
const kinds = ['管理办法', '条例', '实施意见', '通知', '管理规定', '行动计划', '若干措施', '工作方案'];

export function writePolicyTable(file: string): void {
  const lines = Array.from({ length: rows }, (_, number) => line(number));
  writeFileSync(file, ['url,title,iss,pub,diff,year,issuer,doc_number', ...lines, ''].join('\n'));
}

function line(number: number): string {
  const year = 1990 + Math.floor(fraction(number) ** 0.5 * 35);
  const day = `${year}-${twoDigits(number, 12)}-${twoDigits(number + 7, 28)}`;
  const title = `关于${pick(number, subjects)}与${pick(number + 1, subjects)}${pick(number + 2, kinds)}（第${number}号）`;
  const documentNumber = number % 3 === 0 ? `发〔${year}〕${number}号` : '';
  return [`https://example.org/policies/${number}`, title, day, day, '0.0', `${year}.0`, issuer(number), documentNumber].join(
    ',',
  );
}

const twoDigits = (seed: number, most: number) => String(1 + Math.floor(fraction(seed + 31) * most)).padStart(2, '0');

function issuer(number: number): string {
  let rest = fraction(number + 99_991);
  return (issuers.find(([, share]) => (rest -= share) < 0) ?? issuers[0])[0];
}
