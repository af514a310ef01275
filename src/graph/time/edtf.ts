/**
 * The days of Extended Date/Time Format text (ISO 8601-2:2019, levels 0 to 2) in the years 0000 to 9999, whose days can be compared as text.
 * docs/decisions/005 records why the project reads it itself.
 */

/** ISO days; one that the text does not bound is left out. */
export interface DayRange {
  readonly earliest?: string | undefined;
  readonly latest?: string | undefined;
}

/** Text that is no date. The message says why, to go after the text. */
export class DateError extends RangeError {}

const notEdtf = (): DateError =>
  new DateError('is not an EDTF date such as 2019, 2024-02, 2024-02-05 or [2019-04-21..2019-04-30].');

type Division = readonly [first: number, months: number];
const divided = (months: number, ...firsts: readonly number[]) => firsts.map((first): Division => [first, months]);

/** The months of the codes that replace a month, from 21 on. Seasons are meteorological: the standard gives them no days. */
const divisions = [
  ...divided(3, 3, 6, 9, 12), // 21 to 24: seasons, those of the northern hemisphere as most writers mean them
  ...divided(3, 3, 6, 9, 12), // 25 to 28: seasons of the northern hemisphere
  ...divided(3, 9, 12, 3, 6), // 29 to 32: seasons of the southern hemisphere
  ...divided(3, 1, 4, 7, 10), // 33 to 36: quarters
  ...divided(4, 1, 5, 9), // 37 to 39: thirds
  ...divided(6, 1, 7), // 40 and 41: halves
];
const firstDivision = 21;

/** The first and last day that a text allows. Throws a DateError. */
export function edtfDays(text: string): DayRange {
  const [, oneOf, allOf] = /^(?:\[([^[\]{}]*)\]|\{([^[\]{}]*)\})$/.exec(text) ?? [];
  const members = oneOf ?? allOf;
  if (members !== undefined) return setDays(members.split(/, ?/));
  const [start = '', end, ...others] = text.split('/');
  if (others.length > 0) throw notEdtf();
  return end === undefined ? dateDays(start) : inOrder(endDays(start).earliest, endDays(end).latest);
}

/** The end of an interval; ".." is open, and nothing is unknown. */
const endDays = (text: string): DayRange => (text === '' || text === '..' ? {} : dateDays(text));

function setDays(members: readonly string[]): DayRange {
  const ranges = members.map((member, index) => memberDays(member, index === 0, index === members.length - 1));
  const first = ranges.map(({ earliest = '' }) => earliest).sort()[0];
  const last = ranges
    .map(({ latest = '~' }) => latest)
    .sort()
    .at(-1); // "~" comes after every digit
  return { earliest: first === '' ? undefined : first, latest: last === '~' ? undefined : last };
}

/** A date or a range of a set; the first may have no beginning, and the last no end. */
function memberDays(member: string, isFirst: boolean, isLast: boolean): DayRange {
  const [start = '', end, ...others] = member.split('..');
  if (end === undefined) return dateDays(start);
  const isOpen = start === '' ? isFirst && end !== '' : end !== '' || isLast;
  if (!isOpen || others.length > 0) throw notEdtf();
  return inOrder(endDays(start).earliest, endDays(end).latest);
}

function inOrder(earliest: string | undefined, latest: string | undefined): DayRange {
  if (earliest !== undefined && latest !== undefined && earliest > latest) throw new DateError('ends before it begins.');
  return { earliest, latest };
}

function dateDays(text: string): DayRange {
  const instant = writtenDay(text);
  if (instant !== undefined) return datePartDays(instant);
  return significantDays(text) ?? datePartDays(/^\d{2,3}[?~%]?$/.test(text) ? longForm(text) : text);
}

/** ISO 8601-1 writes centuries in two digits and decades in three; stores of earlier versions may hold some. */
const longForm = (text: string): string => text.replace(/\D/, '').padEnd(4, 'X');

const time = String.raw`(?:(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?|24:00(?::00)?)`;
const instant = new RegExp(String.raw`^(\d{4}-\d\d-\d\d)T${time}(?:Z|[+\-−](?:0\d|1[0-4])(?::?[0-5]\d)?)?$`);

/** The day that an instant is written with, in whatever zone: "2024-02-05" of "2024-02-05T00:00:00+08:00". Undefined where the text is no instant. */
export const writtenDay = (text: string): string | undefined => instant.exec(text)?.[1];

/** A year of which only the first digits count ("1950S2"), or one written with Y ("Y12000", "Y2E3"). */
function significantDays(text: string): DayRange | undefined {
  const [, long, exponent = '0', plain, significant] = /^(?:Y(-?\d+)(?:E(\d+))?|(\d{4}))(?:S([1-9]))?$/.exec(text) ?? [];
  if ((long ?? significant) === undefined) return undefined;
  const year = plain === undefined ? Number(long) * 10 ** Number(exponent) : Number(plain);
  if (exponent === '0' && long !== undefined && long.length < 5) throw notEdtf();
  mustBeInRange(year);
  const digits = String(year).padStart(plain === undefined ? 1 : 4, '0');
  const rounded = digits.slice(0, Number(significant ?? digits.length)).padEnd(digits.length, 'X');
  return datePartDays(rounded.padStart(4, '0'));
}

function mustBeInRange(year: number): void {
  if (!(year >= 0 && year <= 9999)) throw new DateError('is outside of the years 0000 to 9999, which are the ones kept.');
}

const dateParts = /^[?~%]?([\dX]{4})[?~%]?(?:-[?~%]?([\dX]{2})[?~%]?(?:-[?~%]?([\dX]{2})[?~%]?)?)?$/;

/** A year, month, day or division of a year; digits may be unspecified (X), and parts approximate or uncertain (~ ? %). */
function datePartDays(text: string): DayRange {
  if (/^[?~%]?-\d{4}/.test(text)) mustBeInRange(-1);
  const [, year, month = 'XX', day] = dateParts.exec(text) ?? [];
  if (year === undefined) throw notEdtf();
  const division = day === undefined ? divisions[Number(month) - firstDivision] : undefined;
  if (division !== undefined) return divisionDays(year, division);
  const pattern = [year, month, day ?? 'XX'] as const;
  return { earliest: dayOf(pattern, 'first'), latest: dayOf(pattern, 'last') };
}

function divisionDays(year: string, [first, months]: Division): DayRange {
  const end = first + months - 1;
  const last = Number(year.replaceAll('X', '9')) + (end > 12 ? 1 : 0);
  mustBeInRange(last);
  const month = end > 12 ? end - 12 : end;
  return {
    earliest: isoDay(Number(year.replaceAll('X', '0')), first, 1),
    latest: isoDay(last, month, daysInMonth(last, month)),
  };
}

/** The first or last day of the calendar that fits a pattern. Throws a DateError where none does. */
function dayOf([years, months, days]: readonly [string, string, string], side: 'first' | 'last'): string {
  for (const year of fitting(years, 0, 9999, side))
    for (const month of fitting(months, 1, 12, side))
      for (const day of fitting(days, 1, daysInMonth(year, month), side)) return isoDay(year, month, day);
  throw notEdtf();
}

/** The numbers that digits with unspecified ones among them may be, in the order in which they are looked at. */
function fitting(digits: string, least: number, most: number, side: 'first' | 'last'): number[] {
  const from = Math.max(least, Number(digits.replaceAll('X', '0')));
  const to = Math.min(most, Number(digits.replaceAll('X', '9')));
  const pattern = new RegExp(`^${digits.replaceAll('X', String.raw`\d`)}$`);
  const numbers = Array.from({ length: Math.max(to - from + 1, 0) }, (_, index) =>
    side === 'first' ? from + index : to - index,
  );
  return numbers.filter((number) => pattern.test(String(number).padStart(digits.length, '0')));
}

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

const isoDay = (year: number, month: number, day: number): string =>
  [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');
