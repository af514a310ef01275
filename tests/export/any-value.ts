/** Texts, dates and numbers that every door takes, and that formats must not stumble over. */
import * as fc from 'fast-check';
import { textRules } from '../../src/changesets/text.js';
import { dateProblem } from '../../src/changesets/written-date.js';

/** Scripts, marks, emoji, what turns the direction, ends of lines, quotes, signs that formats have a meaning for, and texts that look like something else. */
const pieces = [
  'Beijing é e\u0301 İ ß 二手车 廣東 𠮷 한국 각 ไทย हिन्दी العربية עברית Ελλάδα 😀 👩‍👩‍👧‍👦 🏳️‍🌈'.split(' '),
  ['\u200F', '\u200D', '\u00A0', '\u3000', '\uFEFF', '\u2028', ' ', '\t', '\n', '\r', '\r\n', ' | ', '"@en .'],
  String.raw`" ' ${'`'} , ; | \ \| \n & <b> &amp; &#13; <![CDATA[ ]]> <!-- %3A : # $id {{slot}} {} // _:b0 @en ^^ <urn:x>`.split(
    ' ',
  ),
  '=1+1 +1 -1 @x =cmd|x ＝1'.split(' '),
  String.raw`NA null nan None #N/A true 007 1e5 -0 0x10 1970-01-01 \u0041 __proto__ constructor`.split(' '),
].flat();
export const texts = (form: keyof typeof textRules): fc.Arbitrary<string> =>
  fc
    .array(fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...pieces) }, fc.string({ unit: 'grapheme', maxLength: 4 })), {
      minLength: 1,
      maxLength: 5,
    })
    .map((parts) => parts.join(''))
    .filter((text) => textRules[form](text) === undefined);

const forms: Partial<Record<keyof typeof textRules, fc.Arbitrary<string>>> = {
  language: fc.constantFrom('en', 'zh', 'zh-Hant', 'sr-Latn-RS', 'fr-CA', 'ar', 'he', 'de-1996'),
  url: fc.constantFrom('https://example.org/a?b=c&d=%22#x', 'http://例え.jp/é', "https://example.org/it's", 'doi:10.1000/182'),
};
export const textOf = (form: keyof typeof textRules): fc.Arbitrary<string> => forms[form] ?? texts(form);
export const hash = fc.constantFrom('a'.repeat(64), '0'.repeat(64));
export const maybe = <T>(of: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(of, { nil: undefined });
export const keys = <T extends object>(of: T): fc.Arbitrary<keyof T & string> =>
  fc.constantFrom(...(Object.keys(of) as (keyof T & string)[]));

/** Every form of date, in the ten years from one on. */
function dates(decade: number): fc.Arbitrary<string> {
  const [y, next] = [decade + 3, decade + 4];
  const parts = Array.from({ length: 21 }, (_, index) => [`${y}-${21 + index}`, `[${y}-${21 + index}]`]).flat();
  const plain = [`${y}`, `${y}-02`, `${y}-12-31`, `${y + 1}-02-28`, `${y}-02-05T00:00:00+08:00`, ...parts];
  const doubtful = [`${y}?`, `${y}~`, `${y}-03~`, `${y}-03-05%`, `${y}-?03`, `${decade / 10}X`, `${y}-XX`, `${y}-03-XX`];
  const ranges = [`${y}/${next}`, `${y}-04-21/${y}-04-30`, `${y}-01/..`, `../${next}`, `${y}-11~/${next}-02`];
  const sets = [`[${y}-04-21..${y}-04-30]`, `[${y},${next}]`, `{${y},${next}}`, `[..${y}-02-05]`, `[${y}-02-05..]`];
  return fc.constantFrom(...[...plain, ...doubtful, ...ranges, ...sets].filter((text) => dateProblem(text) === undefined));
}
/** What begins does so before anything ends. */
export const [early, late] = [dates(2010), dates(2030)];
export const isEnd = (name: string): boolean => /To$|ended|until/.test(name);

export const integers = fc.constantFrom(0, 1, -1, 42, 2_147_483_647, -2_147_483_648);
export const numbers = fc.oneof(
  integers,
  fc.constantFrom(0.1, -1e-7, 15_000, 5e-324, 1.7976931348623157e308, 1e21, 9_007_199_254_740_991),
  fc.double({ noNaN: true, noDefaultInfinity: true }).filter((value) => !Object.is(value, -0)),
);
