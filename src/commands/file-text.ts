/** The text of a file, which locators count in: of a web page, without its markup; of a PDF, in paragraphs. */
import { createReadStream, statSync } from 'node:fs';
import { likelyEncodings, utf16Of } from '../import/source/encodings.js';
import { formatProblem } from '../import/source/table-format.js';
import { limits } from '../limits.js';
import { decodedPage } from '../reading/page/page-encoding.js';
import { metadataOfPage, type PageMetadata } from '../reading/page/page-metadata.js';
import { isPage, textOfPage } from '../reading/page/page-text.js';
import { isPdf, textOfPdf } from '../reading/pdf/pdf-text.js';
import { SettingsError } from '../settings/settings.js';

interface FileText {
  readonly text: string;
  /** What is not in the text. */
  readonly note?: string;
  /** What a web page says of itself. */
  readonly metadata?: PageMetadata;
}

/** Of `-`, the text of the input. Throws a SettingsError. */
export async function textOfFile(file: string, encoding: string | undefined, input: NodeJS.ReadableStream): Promise<FileText> {
  const unknown = encoding === undefined ? undefined : formatProblem('encoding', encoding);
  if (unknown !== undefined) throw new SettingsError(`--encoding ${unknown}`);
  const name = file === '-' ? 'Standard input' : file;
  const bytes = await bytesOf(name, file === '-' ? input : opened(file));
  const found = await textOfBytes(name, bytes, encoding);
  if (found.text.trim() === '') throw new SettingsError(`${name} has no text.`);
  const most = limits.reading.text.value;
  if (found.text.length > most)
    throw new SettingsError(
      `${name} has ${found.text.length.toLocaleString('en')} characters: a text may have ${most.toLocaleString('en')}.`,
    );
  return found;
}

async function textOfBytes(name: string, bytes: Buffer, encoding: string | undefined): Promise<FileText> {
  if (isPdf(bytes)) return pdfText(name, bytes);
  return isPage(name, bytes) ? pageText(name, bytes, encoding) : { text: await decoded(name, bytes, encoding) };
}

function opened(file: string): NodeJS.ReadableStream {
  const found = statSync(file, { throwIfNoEntry: false });
  if (found === undefined) throw new SettingsError(`There is no file ${file}.`);
  if (found.isDirectory()) throw new SettingsError(`${file} is a folder: name a file of it.`);
  return createReadStream(file);
}

async function bytesOf(name: string, input: NodeJS.ReadableStream): Promise<Buffer> {
  const most = limits.reading.pdf.value;
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of input) {
      chunks.push(Buffer.from(chunk));
      size += chunk.length;
      if (size > most) throw new SettingsError(`${name} is too large: a file may have ${most.toLocaleString('en')} bytes.`);
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw code === undefined ? error : new SettingsError(`${name} cannot be read (${code}).`);
  }
  return Buffer.concat(chunks);
}

async function pdfText(name: string, bytes: Buffer): Promise<FileText> {
  const read = await textOfPdf(bytes, limits.reading);
  if ('problem' in read) throw new SettingsError(`${name} ${read.problem}`);
  const { text, pagesWithoutText: pages } = read;
  if (pages.length === 0) return { text };
  return {
    text,
    note: `${pages.length === 1 ? 'Page' : 'Pages'} ${pages.join(', ')} of ${name} ${pages.length === 1 ? 'has' : 'have'} no text: empty, or a picture without a text layer.`,
  };
}

async function pageText(name: string, bytes: Buffer, encoding: string | undefined): Promise<FileText> {
  const most = limits.reading.page.value;
  if (bytes.length > most)
    throw new SettingsError(
      `${name} is a web page of ${bytes.length.toLocaleString('en')} bytes: it may have ${most.toLocaleString('en')}.`,
    );
  const html = encoding === undefined ? decodedPage(bytes) : await decoded(name, bytes, encoding);
  if (html === undefined)
    throw new SettingsError(
      `${name} is not in the encoding that it names, or in UTF-8 where it names none: name it with --encoding, such as gb18030.`,
    );
  return { text: textOfPage(html), metadata: metadataOfPage(html) };
}

async function decoded(name: string, bytes: Buffer, encoding: string | undefined): Promise<string> {
  if (/\.pdf$/i.test(name)) throw new SettingsError(`${name} is not a PDF: it does not begin with %PDF-. Get it again.`);
  const other = utf16Of(bytes);
  if (encoding === undefined && other !== undefined) throw new SettingsError(isOther(name, [other]));
  try {
    return new TextDecoder(encoding ?? 'utf-8', { fatal: true, ignoreBOM: encoding === undefined }).decode(bytes);
  } catch {
    if (encoding !== undefined) throw new SettingsError(`${name} is not text in ${encoding}.`);
    throw new SettingsError(isOther(name, bytes.includes(0) ? [] : await likelyEncodings(bytes)));
  }
}

/** The encoding is named and not guessed: a text in a wrong one has other characters. */
function isOther(name: string, [best, ...others]: readonly string[]): string {
  if (best === undefined) return `${name} is not text in UTF-8: give plain text, Markdown, HTML or a PDF.`;
  if (others.length === 0) return `${name} is not text in UTF-8, but probably in ${best}: pass --encoding ${best}.`;
  return `${name} is not text in UTF-8, but in another encoding, such as ${[best, ...others].join(', ')}: name it with --encoding.`;
}
