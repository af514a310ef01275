/** Codes and numbers of documents, as people write them: "440100", "GB/T 2260 440100", "gb/t2260:440100", "国发[2024] 1 号". */
import type { Code } from '../stored/record-types.js';
import { piecesOf } from './pieces.js';
import { letterKey } from './tokens.js';

/** Whether a text, split into pieces, is this code, by itself or after parts of its scheme's name. */
export function isCode(pieces: readonly string[], { scheme, value }: Code): boolean {
  const code = letterKey(piecesOf(value));
  const start = pieces.findIndex((_, index) => letterKey(pieces.slice(index)) === code);
  if (start < 0) return false;
  const schemeKey = letterKey(piecesOf(scheme));
  return pieces.slice(0, start).every((piece) => schemeKey.includes(piece));
}

/** A code with its scheme, where it has one. */
export const writtenCode = ({ scheme, value }: Code): string => `${scheme} ${value}`.trim();
