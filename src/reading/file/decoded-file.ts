/** The text of a file that is no PDF: a web page, or text in some encoding. */
import { likelyEncodings, utf16Of } from '../../import/source/encodings.js';
import { limits } from '../../limits.js';
import { decodedPage } from '../page/page-encoding.js';
import { metadataOfPage } from '../page/page-metadata.js';
import { isPage, textOfPage } from '../page/page-text.js';
import type { FileText, FileToRead, UnreadableFile } from './file-text.js';

interface File extends Omit<FileToRead, 'bytes'> {
  readonly bytes: Buffer;
}

/** Throws a GraphError for a page that nests too deeply. */
export async function textOfDecoded({ bytes, ...rest }: FileToRead): Promise<FileText | UnreadableFile> {
  const file: File = { ...rest, bytes: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length) };
  if (isPage(file.name, bytes)) return pageText(file);
  const text = await decoded(file);
  return typeof text === 'string' ? { text } : text;
}

async function pageText(file: File): Promise<FileText | UnreadableFile> {
  const { bytes, encoding } = file;
  const most = limits.reading.page.value;
  if (bytes.length > most)
    return {
      problem: `is a web page of ${bytes.length.toLocaleString('en')} bytes: it may have ${most.toLocaleString('en')}.`,
    };
  const html = encoding === undefined ? (decodedPage(bytes) ?? (await pageInOther(bytes))) : await decoded(file);
  return typeof html === 'string' ? { text: textOfPage(html), metadata: metadataOfPage(html) } : html;
}

const pageInOther = async (bytes: Buffer): Promise<UnreadableFile> => ({
  problem: 'is not in the encoding that it names, or in UTF-8 where it names none',
  encodings: await likelyEncodings(bytes),
});

/** The encoding is named and not guessed: a text in a wrong one has other characters. */
async function decoded({ name, bytes, encoding }: File): Promise<string | UnreadableFile> {
  if (/\.pdf$/i.test(name)) return { problem: 'is not a PDF: it does not begin with %PDF-. Get it again.' };
  const other = utf16Of(bytes);
  if (encoding === undefined && other !== undefined) return inOther([other]);
  try {
    return new TextDecoder(encoding ?? 'utf-8', { fatal: true, ignoreBOM: encoding === undefined }).decode(bytes);
  } catch {
    if (encoding !== undefined) return { problem: `is not text in ${encoding}.` };
    return inOther(bytes.includes(0) ? [] : await likelyEncodings(bytes));
  }
}

const inOther = (encodings: readonly string[]): UnreadableFile =>
  encodings.length > 0
    ? { problem: 'is not text in UTF-8', encodings }
    : { problem: 'is not text in UTF-8: give plain text, Markdown, HTML or a PDF.' };
