/** Short forms as the entities of the graph that they are short for. */
import { namesBeside } from './body-names.js';
import type { Lexicon, NameEntry } from './lexicon.js';
import type { Found } from './mention.js';
import { wordsIn } from './words.js';

/** New names that are short for one of the graph, as that; and those that are short for another of the text under one name. */
export function withShortForms(found: readonly Found[], lexicon: Lexicon): Found[] {
  const first = new Map<readonly string[], string>();
  return found.map((each) => {
    const names = namesBeside(each.newName ?? '');
    if (names === undefined) return each;
    const known = names.flatMap((name) => entryOf(name, each, lexicon) ?? [])[0];
    if (known !== undefined) return knownAs(each, known);
    const name = first.get(names) ?? each.newName ?? each.text;
    first.set(names, name);
    return { ...each, newName: name };
  });
}

function entryOf(name: string, { label }: Found, lexicon: Lexicon): NameEntry | undefined {
  const words = wordsIn(name);
  const [longest] = lexicon.at(words, 0);
  return longest?.length === words.length ? longest.entries.find(({ entity }) => entity.label === label) : undefined;
}

const knownAs = (each: Found, entry: NameEntry): Found => ({
  ...each,
  newName: undefined,
  entity: entry.entity.id,
  how: 'NAME',
  confidence: 0.85,
  reason: `${each.text} is short for ${entry.value}`,
  entries: [entry],
});
