/** What a text to read, and what is given with it, must be: one rule for the command and the API. */
import { badCharacter, textRules } from '../changesets/text.js';

export interface GivenText {
  readonly text: string;
  /** ISO day of publication. */
  readonly date?: string | null | undefined;
  readonly url?: string | null | undefined;
  readonly title?: string | null | undefined;
  readonly outlet?: string | null | undefined;
  /** BCP 47. */
  readonly language?: string | null | undefined;
}

/** What is wrong with one of the values: "must be …". */
export interface GivenProblem {
  readonly name: keyof GivenText;
  readonly problem: string;
}

/** The first thing that is wrong; undefined where nothing is. `today` is an ISO day. */
export function problemOfGiven({ text, title, outlet, date, url, language }: GivenText, today: string): GivenProblem | undefined {
  const problems: readonly (readonly [keyof GivenText, string | undefined])[] = [
    ['text', problemOfText(text)],
    ['title', title == null ? undefined : textRules.name(title)],
    ['outlet', outlet == null ? undefined : textRules.name(outlet)],
    ['date', date == null ? undefined : problemOfDay(date, today)],
    ['url', url == null ? undefined : problemOfAddress(url)],
    ['language', language == null ? undefined : textRules.language(language)],
  ];
  const [first] = problems.flatMap(([name, problem]) => (problem === undefined ? [] : [{ name, problem }]));
  return first;
}

/** What is wrong with a text that no store, no hash or no terminal would keep as it came: "holds …". */
export function problemOfText(text: string): string | undefined {
  if (text.trim() === '') return 'is empty';
  const bad = badCharacter(text);
  if (bad === undefined) return undefined;
  const { name, index } = bad;
  return `holds ${name} at ${Array.from(text.slice(0, index)).length}, which no text has: take it out`;
}

/** A day that does not exist, or has not come, was meant as another: dates such as "last year" would count from it. */
function problemOfDay(date: string, today: string): string | undefined {
  const example = 'must be a day such as 2024-02-27';
  if (!/^\d{4}-\d\d-\d\d$/.test(date) || textRules.edtf(date) !== undefined) return example;
  return date > dayAfter(today) ? `${example}, and not after today` : undefined; // tomorrow has come in other time zones
}

const dayAfter = (day: string): string => new Date(Date.parse(day) + 24 * 60 * 60 * 1000).toISOString().slice(0, 10);

const problemOfAddress = (url: string): string | undefined =>
  /^https?:/i.test(url) ? textRules.url(url) : 'must be an address such as https://example.org/article';
