/** What is wrong with text as a date, by one rule for every way in. */
import { fuzzyDate } from '../graph/time/dates.js';

const dateSentence = 'must be an EDTF date such as 2019, 2024-02, 2024-02-05 or [2019-04-21..2019-04-30]';

/** Why a text is no date, or may be meant as something else, as the rest of a sentence; undefined where it is a date. */
export function dateProblem(text: string): string | undefined {
  const byAccident = text.split('/').flatMap((end) => shortForm(end) ?? spanOfYears(end) ?? []);
  if (byAccident[0] !== undefined) return byAccident[0];
  try {
    const { earliest, latest } = fuzzyDate(text);
    return earliest === undefined && latest === undefined
      ? 'gives neither a first nor a last day: leave the date out'
      : undefined;
  } catch (error) {
    const { message } = error as RangeError;
    return message.includes('EDTF') ? dateSentence : message.slice(text.length + 3).replace(/\.$/, '');
  }
}

/** "113" and "99", which ISO 8601-1 has for a decade and a century, and people write for a year. */
function shortForm(text: string): string | undefined {
  const [digits] = /^\d{2,3}(?=[?~%]?$)/.exec(text) ?? [];
  if (digits === undefined) return undefined;
  const [whole, noun] = [digits.padEnd(4, 'X'), digits.length === 3 ? 'decade' : 'century'];
  return `may be a ${noun} or a year of another calendar: write the year with four digits, or ${whole} for the ${noun}`;
}

/**
 * "2023-24": winter in EDTF, two years to people. Seasons (21 to 32) can be taken for a later year of the same century; quarters and the like (33 to 41)
 * only where they come right after the year. Brackets tell that the season is meant.
 */
function spanOfYears(text: string): string | undefined {
  const [, century = '', year, code] = /^(\d\d)(\d\d)-(2[1-9]|3\d|4[01])[?~%]?$/.exec(text) ?? [];
  const after = Number(code) - Number(year);
  if (year === undefined || after < 1 || (Number(code) > 32 && after > 1)) return undefined;
  return `may be the years ${century}${year} to ${century}${code} or a part of the year: write ${century}${year}/${century}${code} for the years, or [${century}${year}-${code}] for the ${Number(code) > 32 ? 'part of the year' : 'season'}`;
}
