/** What a number of a cell means by the format it is shown in: a day, a time, a code with zeros before it, or a number. */

/** The text of a number; undefined where it is of no such format. */
export type NumberFormat = (value: number, is1904: boolean) => string | undefined;

const secondsOfDay = 86_400;

/** Formats that a workbook does not write out. Of those from 27 on, each language has its own. */
const builtIn: Readonly<Record<number, string>> = {
  14: 'y-m-d',
  15: 'd-m-y',
  16: 'd-m',
  17: 'm-y',
  18: 'h:m',
  19: 'h:m:s',
  20: 'h:m',
  21: 'h:m:s',
  22: 'y-m-d h:m',
  32: 'h:m',
  33: 'h:m:s',
  34: 'h:m',
  35: 'h:m:s',
  45: 'm:s',
  47: 'm:s',
  55: 'h:m',
  56: 'h:m:s',
};
const ofLanguages = (id: number): boolean => (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
/** Chinese shows a year and a month in these, others a day. */
const monthOrDay = new Set([27, 36, 50, 52, 57]);

export function numberFormat(id: number, code: string | undefined): NumberFormat {
  const shown = code ?? builtIn[id] ?? (ofLanguages(id) ? 'y-m-d' : '');
  const signs = plainCode(shown);
  if (/^0{2,}$/.test(signs)) return (value) => (Number.isInteger(value) ? String(value).padStart(signs.length, '0') : undefined);
  if (/general|[#0?]/.test(signs.replaceAll(/s\.?0+/g, 's')) || !/[ymdhs]/.test(signs)) return () => undefined;
  const isMonthOrDay = code === undefined && monthOrDay.has(id);
  return (value, is1904) => dated(value, is1904, signs, isMonthOrDay);
}

/** The letters of the first section, without colours, conditions and literal text; years of eras (e, g) are years. */
const plainCode = (code: string): string =>
  (code.replaceAll(/"[^"]*"|\\.|[_*]./g, '').split(';')[0] ?? '')
    .replaceAll(/\[[^\]]*\]/g, '')
    .toLowerCase()
    .replaceAll(/general/g, '#')
    .replaceAll(/am\/pm|a\/p|上午\/下午/g, '')
    .replaceAll(/[eg](?!neral)/g, 'y')
    .trim();

function dated(value: number, is1904: boolean, signs: string, isMonthOrDay: boolean): string | undefined {
  const seconds = Math.round(value * secondsOfDay);
  const day = dayOf(Math.floor(seconds / secondsOfDay), is1904);
  if (day === undefined) return undefined;
  const time = new Date((seconds % secondsOfDay) * 1_000).toISOString().slice(11, 19);
  const hasTime = /[hs]/.test(signs);
  if (hasTime && !/[yd]/.test(signs)) return time;
  if (hasTime && time !== '00:00:00') return `${day} ${time}`;
  if (!/d/.test(signs) || (isMonthOrDay && day.endsWith('-01'))) return day.slice(0, /m/.test(signs) ? 7 : 4);
  return day;
}

/** The last that programs show is 9999-12-31. Those that count from 1900 take that year for a leap year. */
function dayOf(count: number, is1904: boolean): string | undefined {
  if (count < 0 || count > 2_958_465 || (!is1904 && count === 60)) return undefined;
  const first = is1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, count < 60 ? 31 : 30);
  return new Date(first + count * secondsOfDay * 1_000).toISOString().slice(0, 10);
}
