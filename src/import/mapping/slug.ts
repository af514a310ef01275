import { createHash } from 'node:crypto';

const longest = 60;

/** Rows name the same again and again. */
const slugs = new Map<string, string>();
const mostKept = 50_000;

/**
 * A name as the end of an id: the same name always gives the same slug, and names share one only when they differ in no more than case, accents, spaces,
 * width and the signs between words. When other characters are dropped, or the name is long, a short hash is appended, or used alone.
 */
export function slugOf(name: string): string {
  const known = slugs.get(name) ?? madeOf(name);
  if (slugs.size >= mostKept) slugs.clear();
  slugs.set(name, known);
  return known;
}

/** Letters without case, accents and width, and one space where there are several. */
export const plainName = (name: string): string =>
  name.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll(/\s+/g, ' ').trim();

/** Signs that say nothing: brackets, quotes, commas and stops but for those between digits, and dashes between letters or between spaces. */
const betweenWords =
  /[\p{Ps}\p{Pe}\p{Pi}\p{Pf}'"·;]|(?<!\d)[.,:]|[.,:](?!\d)|(?<=[a-z0-9])\p{Pd}(?=[a-z0-9])|(?<= )\p{Pd}(?= )/gu;

function madeOf(name: string): string {
  const plain = plainName(name);
  const readable = plain
    .replaceAll(/['’]/g, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, longest)
    .replace(/-$/, '');
  const isWhole = readable !== '' && !/[^a-z0-9 ]/.test(plain.replaceAll(betweenWords, '')) && readable.length < longest;
  return isWhole ? readable : [readable, hashOf(name)].filter((part) => part !== '').join('-');
}

/** Ten hexadecimal digits behind a letter: an id's value must not look like a number. */
function hashOf(name: string): string {
  const oneForm = name.normalize('NFKC').replaceAll(/\s+/g, ' ').trim();
  return `n${createHash('sha256').update(oneForm).digest('hex').slice(0, 10)}`;
}
