import { createHash } from 'node:crypto';

const longest = 60;

/** Rows name the same again and again. */
const slugs = new Map<string, string>();
const mostKept = 50_000;

/**
 * A name as the end of an id: the same name gives the same slug for ever, and names share one only when they differ in no more than case, accents, spaces
 * and punctuation. Where other letters or signs are left out, or the name is long, a short hash of it stands behind, or alone.
 */
export function slugOf(name: string): string {
  const known = slugs.get(name) ?? madeOf(name);
  if (slugs.size >= mostKept) slugs.clear();
  slugs.set(name, known);
  return known;
}

function madeOf(name: string): string {
  const plain = name.normalize('NFKD').replaceAll(/\p{M}/gu, '').replaceAll(/['’]/g, '').toLowerCase();
  const readable = plain
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, longest)
    .replace(/-$/, '');
  const isWhole = readable !== '' && !/[^a-z0-9\p{P}\p{Z}]/u.test(plain) && readable.length < longest;
  return isWhole ? readable : [readable, hashOf(name)].filter((part) => part !== '').join('-');
}

/** Ten hexadecimal digits behind a letter: an id's value must not look like a number. */
const hashOf = (name: string): string => `n${createHash('sha256').update(name.normalize('NFC')).digest('hex').slice(0, 10)}`;
