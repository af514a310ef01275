import { hashOf } from '../archive.js';
import { archivedDocuments, missingText } from '../import/documents.js';
import { counted, type Report } from './report.js';
import type { Sources } from './sources.js';

/** Where a passage is in a document, as evidence to paste into a file of claims; one for each occurrence. */
export async function locate(sources: Sources, document: string, passage: string): Promise<Report> {
  const texts = sources.texts();
  const entity = await sources.entity(document);
  const [found] = archivedDocuments(entity === undefined ? [] : [entity]);
  if (found === undefined) return { lines: [`There is no document "${document}" with an archived text.`], ok: false };
  const text = await texts.text(found.sha256);
  if (text === undefined) return { lines: [`${document} ${missingText(found)}.`], ok: false };
  const own = text.slice(found.start, found.end);
  const characters = Array.from(passage);
  const starts = occurrences(own, characters).map((start) => start + found.start);
  if (starts.length === 0) return { lines: [closest(own.join(''), characters)], ok: false };
  return {
    lines: starts.map(
      (start) => `- { start: ${start}, end: ${start + characters.length}, sha256: ${hashOf(passage)}, summary:  }`,
    ),
    ok: true,
  };
}

/** Where a passage begins in a text; both are code points. */
function occurrences(text: readonly string[], passage: readonly string[]): number[] {
  return [...text.keys()].filter((start) => passage.every((character, index) => text[start + index] === character));
}

/** Says how much of the passage's beginning the text has. */
function closest(text: string, passage: readonly string[]): string {
  const beginning = (length: number) => passage.slice(0, length).join('');
  let length = 0;
  while (length < passage.length && text.includes(beginning(length + 1))) length += 1;
  if (length === 0) return 'The document does not contain the passage, nor its first character.';
  const rest = text.slice(text.indexOf(beginning(length)) + beginning(length).length);
  const instead = Array.from(rest).slice(0, 20).join('');
  return (
    `The document does not contain the passage, only its first ${counted(length, 'character')}, up to ${JSON.stringify(passage.slice(Math.max(length - 40, 0), length).join(''))}, ` +
    `and then the text has ${JSON.stringify(instead)} where the passage has ${JSON.stringify(passage.slice(length, length + 20).join(''))}.`
  );
}
