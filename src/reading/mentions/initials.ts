/** Abbreviations that a text uses without a bracket that introduces them: FTM, after "the Flying Transport Ministry". */
import type { Found } from './mention.js';

const abbreviation = /(?<![\p{L}\p{N}&.-])\p{Lu}{3,8}(?![\p{L}\p{N}&-])/gu;

/** The mentions by the initials of a name that the text has, of those that nothing else explains. `found` is in order. */
export function initialsIn(text: string, found: readonly Found[]): Found[] {
  const owners = byInitials(found);
  if (owners.size === 0) return [];
  return [...text.matchAll(abbreviation)].flatMap(({ 0: own, index }) => {
    const of = owners.get(own);
    if (of === undefined) return [];
    const reason = `${own} are the initials of ${of.text}`;
    return [{ ...of, start: index, end: index + own.length, text: own, how: 'INTRODUCED', confidence: 0.5, reason }] as const;
  });
}

/** Of two names with the same initials, neither is meant for certain. */
function byInitials(found: readonly Found[]): ReadonlyMap<string, Found> {
  const owners = new Map<string, Found | undefined>();
  for (const each of found) {
    if (each.how === 'REFERENCE' || each.how === 'SURNAME' || each.label === 'Person') continue;
    for (const own of new Set([initialsOf(each.text, true), initialsOf(each.text, false)])) {
      const other = owners.get(own);
      owners.set(own, !owners.has(own) || (other !== undefined && isSame(other, each)) ? each : undefined);
    }
  }
  return new Map([...owners].flatMap(([own, each]) => (each === undefined || own.length < 3 ? [] : [[own, each] as const])));
}

const isSame = (one: Found, other: Found): boolean => one.entity === other.entity && one.newName === other.newName;

/** With the "of" and "and" of a name, or without: both are in use. */
const initialsOf = (name: string, isWithSmall: boolean): string =>
  name
    .split(/[\s-]+/u)
    .filter((word) => isWithSmall || /^\p{Lu}/u.test(word))
    .map((word) => word[0]?.toUpperCase() ?? '')
    .join('');
