/** The same claims written by hand: the file of the built-in data that has them. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { builtInFolder } from '../../src/import/built-in.js';
import type { ReviewedText } from '../read/reviewed-text.js';
import { noEffort, sum, wordsIn, type Effort } from './keystrokes.js';

export interface ByHand {
  readonly claims: number;
  readonly characters: number;
  readonly effort: Effort;
}

/** Undefined where the claims of a text are in no file of their own. */
export function byHand({ id, text }: ReviewedText): ByHand | undefined {
  const file = join(builtInFolder, 'claims', `${id.replace('document:', '')}.yaml`);
  if (!existsSync(file)) return undefined;
  const typed = typedOf(readFileSync(file, 'utf8'));
  const [claims, passages, fields] = [/^ {2}- subject:/gm, /^ {6}- \{/gm, /^ {4}\w+:|^ {2}- /gm].map(
    (each) => (typed.match(each) ?? []).length,
  );
  const { length } = Array.from(typed.replaceAll(/^ +/gm, ''));
  const effort = sum([
    { words: wordsIn(text), K: length, M: fields ?? 0 },
    ...Array.from({ length: passages ?? 0 }, () => found),
  ]);
  return { claims: claims ?? 0, characters: length, effort };
}

/** A program gives the places and hashes of the passage that is dragged over; all else is typed. */
const found: Effort = { ...noEffort, P: 2, B: 2, H: 2, M: 1 };

/** An editor indents by itself. */
const typedOf = (file: string): string => file.replaceAll(/start: \d+, end: \d+, sha256: \w+,? ?/g, '');
