/** Whole numbers in words, in English and Chinese. */
const units =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen';
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety';

const english = new Map([
  ...units.split(' ').map((word, value) => [word, value] as const),
  ...tens.split(' ').map((word, index) => [word, 20 + 10 * index] as const),
  ['dozen', 12] as const,
]);

/** The words of a number below a hundred, as part of a regular expression; "one" is more often a pronoun. */
export const englishNumeral = String.raw`(?:(?:${tens.split(' ').join('|')})-(?:${units.split(' ').slice(1, 10).join('|')})|${[...english.keys()].slice(2).reverse().join('|')})`;

/** "two", "Twenty-five", "12": undefined for what is no number. */
export function englishNumber(text: string): number | undefined {
  if (/^\d+$/.test(text)) return Number(text);
  const values = text
    .toLowerCase()
    .split('-')
    .map((word) => english.get(word));
  return values.some((value) => value === undefined) ? undefined : values.reduce<number>((sum, value = 0) => sum + value, 0);
}

const digits = new Map(
  Object.entries({ 〇: 0, 零: 0, '○': 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 }),
);
const powers = new Map(Object.entries({ 十: 10, 百: 100, 千: 1000 }));

/** "十二", "两百", "二〇二四", "12": undefined for what is no number below ten thousand. */
export function chineseNumber(text: string): number | undefined {
  if (/^\d+$/.test(text)) return Number(text);
  const signs = [...text];
  if (text === '' || !signs.every((sign) => digits.has(sign) || powers.has(sign))) return undefined;
  if (!signs.some((sign) => powers.has(sign))) return Number(signs.map((sign) => digits.get(sign)).join(''));
  return sumOf(signs);
}

function sumOf(signs: readonly string[]): number {
  let sum = 0;
  let digit: number | undefined;
  for (const sign of signs) {
    const power = powers.get(sign);
    if (power !== undefined) sum += (digit ?? 1) * power;
    digit = power === undefined ? digits.get(sign) : undefined;
  }
  return sum + (digit ?? 0);
}
