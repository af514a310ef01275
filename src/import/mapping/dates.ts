/** Dates as tables write them, as EDTF. */
import { isDate } from '../../changesets/validator.js';

export interface DateRules {
  /** Patterns of YYYY, RRR (a year of the Republic of China: 1 is 1912), MM and DD with what stands between them; EDTF is always understood. */
  readonly formats?: readonly string[] | undefined;
  /** What stands where there is no date. */
  readonly none?: readonly string[] | undefined;
  /** ISO days: what lies outside is a mistake. */
  readonly earliest?: string | undefined;
  readonly latest?: string | undefined;
}

/** A date as EDTF; undefined where the text is a placeholder for none; an error says what would be right. */
export type DateReader = (text: string) => { readonly date: string | undefined } | { readonly error: string };

const tokens: Readonly<Record<string, string>> = {
  YYYY: '(?<year>\\d{4})',
  RRR: '(?<rocYear>\\d{1,3})',
  MM: '(?<month>\\d{1,2})',
  DD: '(?<day>\\d{1,2})',
};

/** Reads dates by the rules of a mapping. */
export function dateReader({ formats = [], none = [], earliest, latest }: DateRules): DateReader {
  const patterns = formats.map(patternOf);
  const placeholders = new Set(none);
  return (text) => {
    if (text === '' || placeholders.has(text)) return { date: undefined };
    const date = patterns.map((pattern) => isoOf(pattern.exec(text)?.groups)).find((each) => each !== undefined) ?? text;
    if (!isDate(date) || !isInCalendar(date))
      return { error: `is no date of the forms ${['EDTF (2024-02-05)', ...formats].join(', ')}` };
    if ((earliest !== undefined && date < earliest) || (latest !== undefined && date > latest))
      return { error: `is a date outside of ${earliest ?? '…'} to ${latest ?? '…'}, which the mapping gives as its bounds` };
    return { date };
  };
}

function patternOf(format: string): RegExp {
  const source = format
    .split(/(YYYY|RRR|MM|DD)/)
    .map((part) => tokens[part] ?? part.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`))
    .join('');
  return new RegExp(`^${source}$`);
}

function isoOf(groups: Readonly<Record<string, string | undefined>> | undefined): string | undefined {
  if (groups === undefined) return undefined;
  const { year, rocYear, month, day } = groups;
  const parts = [year ?? String(Number(rocYear) + 1911), month?.padStart(2, '0'), day?.padStart(2, '0')];
  return parts.filter((part) => part !== undefined).join('-');
}

/** Only whole days can be wrong in this way: 30 February. */
function isInCalendar(date: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(date)) return true;
  const day = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(date);
}
