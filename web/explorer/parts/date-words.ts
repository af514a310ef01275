/** EDTF dates (ISO 8601-2) in words of the reader's language: as precise as the source and no more. What has no words keeps its code. */
import type { messages } from '../messages/en.ts';

type Translate = (key: keyof typeof messages.dates, values?: Record<string, string | number>) => string;

const seasons = ['spring', 'summer', 'autumn', 'winter'];
const precisions = ['year', 'month', 'day'] as const;

export class DateWords {
  constructor(
    private readonly t: Translate,
    /** A BCP 47 tag. */
    private readonly locale: string,
  ) {}

  of(edtf: string): string {
    const [, open, members] = /^([[{])(.*)[\]}]$/.exec(edtf) ?? [];
    if (members !== undefined) return this.set(members.split(','), open === '[');
    const [from = '', until] = edtf.split('/');
    return until === undefined ? this.date(edtf) : this.interval(from, until);
  }

  /** Dates of which one is meant, or all. */
  private set(members: readonly string[], isOneOf: boolean): string {
    const words = members.map((member) => this.member(member.trim(), isOneOf));
    return new Intl.ListFormat(this.locale, { type: isOneOf ? 'disjunction' : 'conjunction' }).format(words);
  }

  private member(text: string, isOneOf: boolean): string {
    const [from = '', until] = text.split('..');
    if (until === undefined) return this.date(from);
    if (!isOneOf) return this.interval(from, until);
    if (from === '') return this.t('orEarlier', { date: this.date(until) });
    if (until === '') return this.t('orLater', { date: this.date(from) });
    return this.t('oneOf', this.withinYear(from, until) ?? { from: this.date(from), until: this.date(until) });
  }

  /** Two months or days of one year, which is said once: at the end in English, and at the beginning in Chinese. */
  private withinYear(from: string, until: string): { from: string; until: string } | undefined {
    const ends = [this.plain(from), this.plain(until)];
    const isOfOneYear = from.length > 4 && from.length === until.length && from.slice(0, 4) === until.slice(0, 4);
    if (!isOfOneYear || ends.includes(undefined)) return undefined;
    if (this.locale.startsWith('zh')) return { from: this.date(from), until: this.date(until).replace(/^\d+年/, '') };
    return { from: this.date(from).replace(/ \d+$/, ''), until: this.date(until) };
  }

  private interval(from: string, until: string): string {
    const isOpen = (end: string) => end === '' || end === '..';
    if (isOpen(from) && isOpen(until)) return this.t('unknown');
    if (isOpen(from)) return this.t('intervalUntil', { until: this.date(until) });
    if (isOpen(until)) return this.t('intervalFrom', { from: this.date(from) });
    return this.t('interval', { from: this.date(from), until: this.date(until) });
  }

  /** One date, which may be approximate (~), uncertain (?) or both (%). */
  private date(text: string): string {
    const instant = /^(\d{4}-\d\d-\d\d)T/.exec(text)?.[1];
    const words = this.exact(instant ?? text.replace(/[?~%]/g, '')) ?? text;
    const approximate = /[~%]/.test(text) ? this.t('about', { date: words }) : words;
    return /[?%]/.test(text) ? this.t('perhaps', { date: approximate }) : approximate;
  }

  private exact(text: string): string | undefined {
    return this.plain(text) ?? this.unspecified(text) ?? this.division(text);
  }

  /** A year, month or day. */
  private plain(text: string): string | undefined {
    const precision = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d\d)?)?$/.test(text) ? precisions[(text.length - 4) / 3] : undefined;
    return precision === undefined ? undefined : formatOf(this.locale, precision).format(dayIn(text));
  }

  /** "201X", "19XX", "2019-XX" and "2019-03-XX". */
  private unspecified(text: string): string | undefined {
    const [, decade, century] = /^(?:(\d{3})X?|(\d\d)(?:XX)?)$/.exec(text) ?? [];
    if (decade !== undefined) return this.t('decade', { year: `${decade}0` });
    if (century !== undefined) return this.t('century', { first: `${century}00`, last: `${century}99` });
    const [, known, unknown] = /^(\d{4}(?:-\d\d)?)((?:-XX)+)$/.exec(text) ?? [];
    const words = known === undefined ? undefined : this.exact(known);
    if (words === undefined) return undefined;
    return this.t(known?.length === 4 && unknown !== undefined ? 'monthUnknown' : 'dayUnknown', { date: words });
  }

  /** A season, quarter, third or half of a year: codes 21 to 41 in place of the month. */
  private division(text: string): string | undefined {
    const [, year, code] = /^(\d{4})-(2[1-9]|3\d|4[01])$/.exec(text) ?? [];
    if (year === undefined) return undefined;
    const number = Number(code);
    if (number <= 32)
      return this.t(number <= 28 ? 'season' : 'southernSeason', { year, season: seasons[(number - 21) % 4] ?? '' });
    if (number <= 36) return this.t('quarter', { year, count: number - 32 });
    if (number <= 39) return this.t('third', { year, count: number - 36 });
    return this.t('half', { year, count: String(number - 39) });
  }
}

/** A moment within a plain date. */
const dayIn = (text: string): Date => new Date(`${text}${'-01-01'.slice(text.length - 4)}T12:00:00Z`);

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making a format is slow, and a table has hundreds of dates. */
function formatOf(locale: string, precision: (typeof precisions)[number]): Intl.DateTimeFormat {
  const key = `${locale} ${precision}`;
  const format = formats.get(key) ?? new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...fields[precision] });
  formats.set(key, format);
  return format;
}

const fields = {
  year: { year: 'numeric' },
  month: { year: 'numeric', month: 'long' },
  day: { year: 'numeric', month: 'long', day: 'numeric' },
} as const;
