/** Addresses that browsers open at a passage (https://wicg.github.io/scroll-to-text-fragment). */

/** A passage up to this long is searched for whole, in characters; of a longer one, its beginning and end. */
const whole = 100;
const part = 40;

/** The page of a source, at a passage where that is known. */
export function originalOf(url: string, quote: string | null): string {
  if (quote === null || !/^https?:/.test(url)) return url;
  return `${url}${url.includes('#') ? '' : '#'}:~:text=${partsOf(quote).map(escaped).join(',')}`;
}

/** Text that is searched for whole cannot go over the end of a paragraph. */
function partsOf(quote: string): string[] {
  const lines = quote
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const [first = '', last = first] = [lines[0], lines.at(-1)];
  if (lines.length < 2 && first.length <= whole) return [first];
  return [beginning(first), ending(last)];
}

/** Whole words, where a text has spaces between them. */
function beginning(line: string): string {
  const cut = [...line].slice(0, part).join('');
  return cut === line ? line : cut.replace(/\s+\S*$/, '');
}

function ending(line: string): string {
  const cut = [...line].slice(-part).join('');
  return cut === line ? line : cut.replace(/^\S*\s+/, '');
}

/** A dash has a meaning in these addresses. */
const escaped = (text: string): string => encodeURIComponent(text.replaceAll(/\s+/g, ' ')).replaceAll('-', '%2D');
