/** Decimal numbers in text, without loss of digits, by one rule for every input. */

type Read = { readonly value: number } | { readonly error: string };

/** Characters: no number that can be kept has more digits, and what removes zeros from a long run of them takes long. */
const longest = 400;

/** The number that text in the form of JSON gives, a plus sign before it allowed. An error is the rest of a sentence. */
export function decimal(text: string): Read {
  if (text.length > longest) return { error: `must be a number of at most ${longest} characters` };
  if (!/^[-+]?\d+(\.\d+)?(e[-+]?\d+)?$/i.test(text)) return { error: 'must be a decimal number, such as 1200.5' };
  if (/^[-+]?0\d/.test(text))
    return { error: 'begins with a zero, as a code does: put it in quotes where it is one, or leave the zero out' };
  const value = Number(text);
  const isKept = Number.isFinite(value) && digitsOf(text) === digitsOf(String(value));
  return isKept
    ? { value }
    : { error: `has more digits than can be kept: ${String(value)} is the nearest; put it in quotes where it is a code` };
}

/** Digits and power of ten, so that 1.20e3 and 1200 are the same. */
function digitsOf(text: string): string {
  const [, sign, whole = '', fraction = '', exponent = '0'] = /^([-+]?)(\d+)(?:\.(\d+))?(?:e(.+))?$/i.exec(text) ?? [];
  const digits = `${whole}${fraction}`.replace(/^0+/, '');
  const short = digits.replace(/0+$/, '');
  if (short === '') return '0';
  return `${sign === '-' ? '-' : ''}${short}e${Number(exponent) - fraction.length + digits.length - short.length}`;
}

/** What GraphQL's Int holds, so that what is let in can be read. */
export const integerRange = { minimum: -(2 ** 31), maximum: 2 ** 31 - 1 };

/** What is wrong with a value as a whole number; undefined where nothing is. */
export function integerProblem(value: unknown): string | undefined {
  const { minimum, maximum } = integerRange;
  if (!Number.isInteger(value)) return 'must be a whole number, such as 1200';
  if (Number(value) >= minimum && Number(value) <= maximum) return undefined;
  return `must be a whole number from ${minimum.toLocaleString('en')} to ${maximum.toLocaleString('en')}`;
}
