import type { Label } from '../../model/model.js';
import type { NameEntry } from './lexicon.js';

/** How a mention was found. */
const waysFound = {
  NAME: 'A name that the graph has.',
  INTRODUCED: 'A short form of a name that the text has: one that it introduces in brackets, or its initials.',
  REFERENCE: 'A noun such as "the ministry", for the last one named before.',
  SURNAME: 'A part of the name of a person whom the text names in full before.',
  NEW: 'A proper name that the graph does not have.',
} as const;

/** An entity that a name may mean, the likelier the higher. */
export interface Candidate {
  readonly id: string;
  readonly score: number;
  readonly reasons: readonly string[];
}

/** A place of a text that names an entity. */
export interface Mention {
  /** Code points of the text, end exclusive, as locators count. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly how: keyof typeof waysFound;
  readonly label: Label;
  /** The id of the entity; missing where it is new, or where several fit as well. */
  readonly entity?: string | undefined;
  /** The entities that share the name, the likeliest first, where there are several. */
  readonly candidates?: readonly Candidate[] | undefined;
  /** What is proposed as a new entity: its name. */
  readonly newName?: string | undefined;
  /** From 0 to 1. */
  readonly confidence: number;
  readonly reason: string;
}

/** A mention in the making: places are UTF-16 units. */
export interface Found extends Mention {
  /** The names of the graph that fit. */
  readonly entries: readonly NameEntry[];
}

/** Of mentions that overlap, the first found. */
export function withoutOverlaps(found: readonly Found[], kept: readonly Found[]): Found[] {
  const taken = kept.toSorted((a, b) => a.start - b.start);
  const free: Found[] = [];
  for (const each of found.toSorted((a, b) => a.start - b.start || b.end - a.end))
    if (!overlapsAny(each, taken) && (free.at(-1)?.end ?? 0) <= each.start) free.push(each);
  return free;
}

/** By bisection: the mentions are in order and do not overlap. */
function overlapsAny({ start, end }: { readonly start: number; readonly end: number }, sorted: readonly Found[]): boolean {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as Found).end <= start) low = middle + 1;
    else high = middle;
  }
  return (sorted[low]?.start ?? Infinity) < end;
}

export const inOrder = (found: readonly Found[]): Found[] => found.toSorted((a, b) => a.start - b.start);
