/** The text of a file, which locators count in: of a web page, without its markup; of a PDF, in paragraphs. One way for the command and the service. */
import { receivedError, type SentError } from '../../graph/remote/messages.js';
import { formatProblem } from '../../import/source/table-format.js';
import { limits } from '../../limits.js';
import { root } from '../../root.js';
import { inBoundedThread, type FileProblem } from '../bounded-thread.js';
import { problemOfText } from '../given-text.js';
import type { PageMetadata } from '../page/page-metadata.js';
import { isPdf, textOfPdf } from '../pdf/pdf-text.js';

export interface FileToRead {
  readonly bytes: Uint8Array;
  /** Its name, whose ending says what it should be: "page.html". */
  readonly name: string;
  /** By default UTF-8, or what a web page names. */
  readonly encoding?: string | undefined;
}

export interface FileText {
  readonly text: string;
  /** What a web page says of itself. */
  readonly metadata?: PageMetadata;
  /** Numbers of the pages of a PDF that are empty or pictures. */
  readonly pagesWithoutText?: readonly number[];
}

/** What is wrong: the end of a sentence that begins with the name of the file. */
export interface UnreadableFile extends FileProblem {
  /** The encodings that it may be in, the most likely first; then the sentence has no full stop. */
  readonly encodings?: readonly string[];
}

/** What the thread sends. */
export type FileRead = FileText | UnreadableFile | { readonly error: SentError };

/** The thread's program: a file of dist/, or its source where this file is source. */
const program = import.meta.url.endsWith('.ts')
  ? new URL('src/reading/file/from-source.mjs', root)
  : new URL('dist/file-thread.js', root);

const { text: most, pdf: largest, pdfTime, pdfMemory } = limits.reading;

/** Reads a file in a thread of its own, within limits. Throws a GraphError, and the reason of the signal. */
export async function textOfFile(file: FileToRead, signal?: AbortSignal): Promise<FileText | UnreadableFile> {
  if (file.bytes.length > largest.value) return { problem: tooLarge };
  const read = isPdf(file.bytes) ? await textOfPdf(file.bytes, limits.reading, signal) : await inThread(file, signal);
  if ('error' in read) throw receivedError(read.error);
  if ('problem' in read) return read;
  const problem = problemOfRead(read.text);
  return problem === undefined ? read : { problem };
}

/** The end of a sentence about a file of too many bytes. */
export const tooLarge = `is too large: a file may have ${largest.value.toLocaleString('en')} bytes.`;

/** What is wrong with the name of an encoding; undefined where it is known. */
export const problemOfEncoding = (encoding: string): string | undefined => formatProblem('encoding', encoding);

/** The sentence about a file. `option` is how an encoding is given: "--encoding ". */
export function unreadableSentence(name: string, { problem, encodings = [] }: UnreadableFile, option: string): string {
  const [best, ...others] = encodings;
  if (best === undefined) return `${name} ${problem}`;
  if (others.length === 0) return `${name} ${problem}, but probably in ${best}: pass ${option}${best}.`;
  return `${name} ${problem}, but in another encoding, such as ${encodings.join(', ')}: pass ${option}${best}, or the one that it is in.`;
}

function inThread({ bytes, ...file }: FileToRead, signal?: AbortSignal): Promise<FileRead> {
  const copy: FileToRead = { ...file, bytes: Uint8Array.from(bytes) };
  return inBoundedThread<FileRead>(program, copy, { time: pdfTime.value, memory: pdfMemory.value, signal });
}

function problemOfRead(text: string): string | undefined {
  if (text.trim() === '') return 'has no text.';
  const length = text.length.toLocaleString('en');
  if (text.length > most.value) return `has ${length} characters: a text may have ${most.value.toLocaleString('en')}.`;
  const problem = problemOfText(text);
  return problem && `${problem}.`;
}
