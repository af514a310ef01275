/** Which of the entities that share a name somebody means by it. */
import { inSimplified } from './one-script.js';
import { piecesOf } from './pieces.js';
import type { Candidate } from './rank.js';
import { letterKey } from './tokens.js';

/**
 * The entities among these that a name means. Case, width, punctuation, spaces, diacritics and script make no difference, unless they decide:
 * what is there on the day asked for comes first, then names with the same diacritics ("Tàizhōu" is 泰州, "Tāizhōu" 台州, "Taizhou" either).
 */
export function meantBy(name: string, candidates: readonly Candidate[]): readonly Candidate[] {
  const letters = letterKey(piecesOf(name));
  const spelling = spelt(name);
  const same = candidates.filter(({ names }) => names.some((other) => letterKey(piecesOf(other)) === letters));
  const current = preferred(same, ({ isFormer }) => isFormer !== true);
  const spelled = preferred(current, ({ names }) => names.some((other) => spelt(other) === spelling));
  return spelled.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

function preferred(all: readonly Candidate[], test: (candidate: Candidate) => boolean): readonly Candidate[] {
  const some = all.filter(test);
  return some.length === 0 ? all : some;
}

/** The letters and digits of a name with their diacritics, in lower case and one script. */
const spelt = (name: string): string => inSimplified(name.normalize('NFKC').toLowerCase()).replaceAll(/[^\p{L}\p{M}\p{N}]/gu, '');
