/** The columns of a table, by what their cells hold. */
import { trimmed } from '../../changesets/text.js';
import { everydayUnit } from '../../changesets/units/everyday.js';
import { isLeftover } from '../leftovers.js';
import { dateReader } from '../mapping/dates.js';
import { rowsOf } from '../source/rows.js';
import type { Source } from '../source/source-records.js';
import { headOfColumns } from '../source/table.js';

/** Rows that are looked at. */
const most = 2_000;

export interface Column {
  readonly name: string;
  /** The texts of its cells, without empty ones and placeholders. */
  readonly texts: readonly string[];
  readonly distinct: readonly string[];
  /** Placeholders for a missing value. */
  readonly leftovers: readonly string[];
  readonly rows: number;
  readonly language: 'zh' | 'en';
  /** The sign between the parts of its cells. */
  readonly split: string | undefined;
  readonly parts: readonly string[];
  /** The formats of its dates, in addition to EDTF; undefined where most of its cells are no dates. */
  readonly dates: { readonly formats: readonly string[]; readonly share: number; readonly isAmbiguous: boolean } | undefined;
  readonly isNumber: boolean;
  /** The unit in its head, such as 亿元 of "金额（亿元）". */
  readonly unit: string | undefined;
  readonly isUrl: boolean;
}

export async function columnsOf(source: Source): Promise<Column[]> {
  let heads: readonly string[] | undefined;
  const rows: (readonly string[])[] = [];
  reading: for await (const batch of rowsOf(source))
    for (const row of batch) {
      if (heads === undefined) heads = headOfColumns(row, source);
      else if (row.cells.some((cell) => cell.trim() !== '')) rows.push(row.cells);
      if (rows.length >= most) break reading;
    }
  return (heads ?? []).flatMap((name, index) =>
    name === ''
      ? []
      : [
          column(
            name,
            rows.map((cells) => trimmed(cells[index] ?? '')),
          ),
        ],
  );
}

function column(name: string, cells: readonly string[]): Column {
  const filled = cells.filter((text) => text !== '');
  const texts = filled.filter((text) => !isLeftover(text));
  const share = (is: (text: string) => boolean): number => texts.filter(is).length / Math.max(texts.length, 1);
  const split = splitOf(texts);
  return {
    name,
    texts,
    distinct: [...new Set(texts)],
    leftovers: [...new Set(filled.filter(isLeftover))],
    rows: cells.length,
    language: share((text) => /\p{Script=Han}/u.test(text)) > 0.5 ? 'zh' : 'en',
    split,
    parts: [...new Set(texts.flatMap((text) => (split === undefined ? [text] : text.split(split).map(trimmed))))].filter(
      (part) => part !== '',
    ),
    dates: datesOf(texts),
    isNumber: texts.length > 0 && share((text) => /^[-+]?\d[\d,]*(\.\d+)?$/.test(text.normalize('NFKC'))) > 0.8,
    unit: unitIn(name),
    isUrl: texts.length > 0 && share((text) => /^https?:\/\//.test(text)) > 0.8,
  };
}

/** A sign of a list is in one cell of twenty, and what is between is short; a comma or a slash, which texts have too, in one of ten. */
function splitOf(texts: readonly string[]): string | undefined {
  const isList = (sign: string): boolean => {
    const lists = texts.filter((text) => text.includes(sign));
    const parts = lists.flatMap((text) => text.split(sign));
    return (
      lists.length >= (/[,，/]/.test(sign) ? Math.max(2, texts.length / 10) : Math.max(1, texts.length / 20)) &&
      parts.every((part) => part.length <= 40)
    );
  };
  return [';', '；', '、', '|', '/', '，', ','].find(isList);
}

const formats = [
  'YYYY/MM/DD',
  'YYYY年MM月DD日',
  'YYYY.MM.DD',
  'YYYYMMDD',
  'YYYY年MM月',
  'YYYY/MM',
  'YYYY.MM',
  'YYYY年',
  '民國RRR年MM月DD日',
  '中華民國RRR年MM月DD日',
  'RRR/MM/DD',
  'RRR.MM.DD',
];
const ofDays = ['DD/MM/YYYY', 'MM/DD/YYYY', 'DD.MM.YYYY', 'DD-MM-YYYY'];

/** Formats that read cells which none before does. Of days and months the other way round, the one that reads more. */
function datesOf(texts: readonly string[]): Column['dates'] {
  const reads = (format: string[], text: string): boolean => {
    const read = dateReader({ formats: format })(text);
    return 'date' in read && read.date !== undefined;
  };
  let left = texts.filter((text) => !reads([], text));
  const chosen: string[] = [];
  const counted = ofDays.map((format) => ({ format, count: left.filter((text) => reads([format], text)).length }));
  const [days, next] = counted.sort((a, b) => b.count - a.count);
  for (const format of [...formats, ...((days?.count ?? 0) > 0 ? [days?.format ?? ''] : [])]) {
    const rest = left.filter((text) => !reads([format], text));
    if (rest.length < left.length) chosen.push(format);
    left = rest;
  }
  const share = texts.length === 0 ? 0 : 1 - left.length / texts.length;
  const isAmbiguous = chosen.includes(days?.format ?? '') && days?.count === next?.count;
  return share < 0.6 ? undefined : { formats: chosen, share, isAmbiguous };
}

function unitIn(head: string): string | undefined {
  const unit = /\(([^)]+)\)/.exec(head.normalize('NFKC'))?.[1]?.trim();
  return unit !== undefined && everydayUnit(unit) !== undefined ? unit : undefined;
}
