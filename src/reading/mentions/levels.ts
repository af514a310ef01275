/** Regions whose level is written after their name: "Lyonesse Province", "Kardun city". */
import type { Found } from './mention.js';

/** Values of `Region.level` that a word may mean, the likeliest first. A city may be a municipality, which is on the level of a province. */
export const levels: Readonly<Record<string, readonly string[]>> = {
  province: ['PROVINCE'],
  municipality: ['PROVINCE', 'PREFECTURE', 'CITY'],
  prefecture: ['PREFECTURE'],
  city: ['PREFECTURE', 'CITY', 'COUNTY', 'PROVINCE'],
  county: ['COUNTY'],
  district: ['COUNTY'],
};

const written = / (?:province|municipality|prefecture|city|county|district)\b/iuy;

/** With the word, where it has a capital, and of the entities that share the name those on that level. The same where no region of the name is. */
export function onLevel(text: string, found: Found): Found {
  written.lastIndex = found.end;
  const word = written.exec(text)?.[0];
  if (word === undefined) return found;
  const entries = (levels[word.trim().toLowerCase()] ?? [])
    .map((value) => found.entries.filter(({ entity }) => entity.label === 'Region' && entity.kinds.includes(value)))
    .find(({ length }) => length > 0);
  const [entry] = entries ?? [];
  if (entries === undefined || entry === undefined) return found;
  const ids = new Set(entries.map(({ entity }) => entity.id));
  const end = /\p{Lu}/u.test(word) ? found.end + word.length : found.end;
  const entity = ids.size === 1 ? entry.entity.id : undefined;
  return { ...found, end, text: text.slice(found.start, end), entries, label: 'Region', entity };
}
