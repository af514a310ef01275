import { hashOf } from '../archive.js';
import type { Locator } from '../graph/stored/record-types.js';
import type { Span } from '../sentences.js';

/** A passage and what is around it in its paragraph. */
export interface Context {
  readonly before: string;
  readonly passage: string;
  readonly after: string;
}

/** The passage at a locator in its paragraph, within the document's own range; a sentence where the text has another passage there. */
export function contextOf(text: readonly string[], { start, end, sha256 }: Locator, range: Span): Context | string {
  const passage = text.slice(start, end).join('');
  if (hashOf(passage) !== sha256)
    return `The text has another passage at ${start} to ${end} than the claim rests on: run "policygraph verify".`;
  const first = text.lastIndexOf('\n', start - 1) + 1;
  const next = text.indexOf('\n', end);
  const before = start === 0 ? '' : text.slice(Math.max(first, range.start), start).join('');
  return { before, passage, after: text.slice(end, Math.min(next === -1 ? text.length : next, range.end)).join('') };
}
