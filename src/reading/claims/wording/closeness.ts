/** How much of a text in our own words is still the source's. */

/** Words in a row that a text may share with its source: names and terms are that long. */
const shared = 5;

/** Whether a row of words is the source's own: five words, ten Chinese characters, or all where they are fewer. */
export function isCopied(words: string, source: string): boolean {
  const [own, others] = [tokensOf(words), tokensOf(source)];
  const length = Math.min(/\p{Script=Han}/u.test(words) ? shared * 2 : shared, own.length);
  const rows = new Set(others.map((_, index) => others.slice(index, index + length).join(' ')));
  return own.some((_, index) => index + length <= own.length && rows.has(own.slice(index, index + length).join(' ')));
}

const tokensOf = (text: string): string[] =>
  text.toLowerCase().match(/\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu) ?? [];
