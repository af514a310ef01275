/** The named fragments that the playground offers. */
import { readFileSync, readdirSync } from 'node:fs';

const folder = new URL('../../web/playground/fragments/', import.meta.url);

/** The text of each fragment by its name. */
export const fragments: ReadonlyMap<string, string> = new Map(
  readdirSync(folder)
    .sort()
    .map((file) => readFileSync(new URL(file, folder), 'utf8'))
    .map((text) => [/^fragment (\w+)/.exec(text)![1]!, text]),
);

/** An operation followed by the fragments that it spreads, directly or through others, as GraphiQL sends it. */
export function withFragments(query: string): string {
  const used = new Set<string>();
  const add = (text: string) => {
    for (const [, name = ''] of text.replaceAll(/#.*/g, '').matchAll(/\.\.\.\s*(?!on\b)(\w+)/g)) {
      if (used.has(name)) continue;
      used.add(name);
      add(fragments.get(name) ?? '');
    }
  };
  add(query);
  return [query, ...[...used].map((name) => fragments.get(name) ?? '')].join('\n');
}
