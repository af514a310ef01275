/** Proper names of Chinese text that the graph does not have: by what they end with, or by what people do. */
import type { Label } from '../../model/model.js';
import { acts, isCommonAct } from './chinese/acts.js';
import { agencies } from './chinese/agencies.js';
import { isCommonNoun, listedFirms, organizations } from './chinese/organizations.js';
import { isPerson, people } from './chinese/people.js';
import { places } from './chinese/places.js';
import type { Found } from './mention.js';
import { groupBy } from '../../graph/group-by.js';

const patterns: readonly (readonly [Label, RegExp])[] = [...acts, ...agencies, ...organizations, ...people, ...places];

/** Whether the words are those of a name, and not of any firm, meeting or person. */
const isName: Partial<Record<Label, (text: string) => boolean>> = {
  Person: isPerson,
  Organization: (text) => !isCommonNoun(text),
  Event: (text) => !isCommonAct(text),
  Program: (text) => !isCommonAct(text),
};

/** The names of a line, and each place of those that are long enough to be nothing else. */
export function chineseNamesIn(
  line: string,
  from: number,
  proposal: (text: string, start: number, label: Label) => Found,
): Found[] {
  if (!/\p{Script=Han}/u.test(line)) return [];
  const found = patterns.flatMap(([label, pattern]) =>
    matchesOf(pattern, line)
      .filter(({ 1: text = '' }) => isName[label]?.(text) !== false)
      .map(({ 0: all, 1: text = '', index }) => proposal(text, from + index + all.indexOf(text), label)),
  );
  return [...found, ...listedFirms(line).map(({ text, index }) => proposal(text, from + index, 'Organization'))];
}

/** Most patterns match nothing in most lines: `matchAll` alone would copy each pattern for each. */
function matchesOf(pattern: RegExp, line: string): RegExpExecArray[] {
  pattern.lastIndex = 0;
  const isFound = pattern.test(line);
  pattern.lastIndex = 0;
  return isFound ? [...line.matchAll(pattern)] : [];
}

/** A Chinese name that is found once is a name throughout the text; one of two characters where somebody speaks or acts. */
export function repeated(text: string, found: readonly Found[]): Found[] {
  const names = new Map(
    found
      .filter(({ text: own, label }) => (label === 'Person' ? /^\p{Script=Han}{2,}$/u : /^\p{Script=Han}{3,}$/u).test(own))
      .map((each) => [each.text, each] as const),
  );
  return placesOf(text, names).map(({ name, start }) => ({ ...(names.get(name) as Found), start, end: start + name.length }));
}

/** What follows a name of two characters where it is one. */
const acting = /[说表指介强透认称坦直补告还]|在|对|进一步/uy;

/** Each place of each name, those of one name not over each other; the text is read once, whatever the number of names. */
function placesOf(text: string, names: ReadonlyMap<string, Found>): { readonly name: string; readonly start: number }[] {
  const lengths = lengthsByStart([...names.keys()]);
  const ends = new Map<string, number>();
  const places: { name: string; start: number }[] = [];
  for (let start = 0; start < text.length; start++)
    for (const length of lengths.get(text.slice(start, start + 2)) ?? []) {
      const name = text.slice(start, start + length);
      if (!names.has(name) || (ends.get(name) ?? 0) > start || (length === 2 && !isActing(text, start + length))) continue;
      ends.set(name, start + length);
      places.push({ name, start });
    }
  return places;
}

function isActing(text: string, position: number): boolean {
  acting.lastIndex = position;
  return acting.test(text);
}

/** How long the names are that begin with the same two characters. */
function lengthsByStart(names: readonly string[]): ReadonlyMap<string, ReadonlySet<number>> {
  const groups = groupBy(names, (name) => name.slice(0, 2));
  return new Map([...groups].map(([start, group]) => [start, new Set(group.map(({ length }) => length))]));
}
