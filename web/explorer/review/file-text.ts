/** The text of a file, as the service reads it. */
import { apiKey } from '../api/api-key.ts';
import { base } from '../url/base.ts';

export const pageFields = ['title', 'outlet', 'date', 'url'] as const;
export type PageField = (typeof pageFields)[number];

/** Values, and the marks of the page that have them; null for what the file does not say. */
export interface FileText extends Readonly<Record<PageField, string | null>> {
  readonly text: string;
  readonly marks: Readonly<Record<PageField, string | null>>;
  readonly pagesWithoutText: readonly number[];
}

/** Why a file was not read. */
export interface FileProblem {
  /** In the words of the service; undefined where it cannot be reached, or something before it answered. */
  readonly message: string | undefined;
  /** The encodings that it may be in, the most likely first. */
  readonly encodings: readonly string[];
}

const types: Readonly<Record<string, string>> = {
  txt: 'text/plain',
  md: 'text/markdown',
  html: 'text/html',
  htm: 'text/html',
  xhtml: 'application/xhtml+xml',
  pdf: 'application/pdf',
};

/** What a file dialog offers. */
export const fileTypes = [...new Set(Object.values(types)), ...Object.keys(types).map((ending) => `.${ending}`)];

/** Browsers know the type of few files. */
const typeOf = ({ name }: File): string => types[name.split('.').at(-1)?.toLowerCase() ?? ''] ?? 'application/octet-stream';

/** Reads a file, in an encoding that a person chose where it needs one. Throws when the signal aborts. */
export async function textOfFile(file: File, encoding: string | undefined, signal: AbortSignal): Promise<FileText | FileProblem> {
  const query = encoding === undefined ? '' : `?encoding=${encodeURIComponent(encoding)}`;
  const headers = { 'content-type': typeOf(file), authorization: `Bearer ${apiKey()}` };
  try {
    const response = await fetch(`${base}/text${query}`, { method: 'POST', headers, body: file, signal });
    const answer = (await response.json()) as FileText | Refusal;
    return 'errors' in answer ? problemOf(answer) : answer;
  } catch (error) {
    if (signal.aborted) throw error;
    return { message: undefined, encodings: [] };
  }
}

interface Refusal {
  readonly errors: readonly { readonly message: string; readonly extensions: { readonly encodings?: readonly string[] } }[];
}

const problemOf = ({ errors: [error] }: Refusal): FileProblem => ({
  message: error?.message,
  encodings: error?.extensions.encodings ?? [],
});
