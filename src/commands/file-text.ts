/** The text of a file, which locators count in: of a web page, without its markup; of a PDF, in paragraphs. */
import { readFileSync, statSync } from 'node:fs';
import { buffer } from 'node:stream/consumers';
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
export async function textOfFile(file: string, input: NodeJS.ReadableStream): Promise<FileText> {
  if (file !== '-' && statSync(file, { throwIfNoEntry: false })?.isFile() !== true)
    throw new SettingsError(`There is no file ${file}.`);
  const bytes = file === '-' ? await buffer(input) : readFileSync(file);
  const found = isPdf(bytes)
    ? await pdfText(file, bytes)
    : isPage(file, bytes)
      ? pageText(file, bytes)
      : { text: decoded(file, bytes) };
  if (found.text.trim() === '') throw new SettingsError(`${file} has no text.`);
  const most = limits.reading.text.value;
  if (found.text.length > most)
    throw new SettingsError(
      `${file} has ${found.text.length.toLocaleString('en')} characters: a text may have ${most.toLocaleString('en')}.`,
    );
  return found;
}

async function pdfText(file: string, bytes: Buffer): Promise<FileText> {
  const read = await textOfPdf(bytes, limits.reading);
  if ('problem' in read) throw new SettingsError(`${file} ${read.problem}`);
  const { text, pagesWithoutText: pages } = read;
  if (pages.length === 0) return { text };
  return {
    text,
    note: `${pages.length === 1 ? 'Page' : 'Pages'} ${pages.join(', ')} of ${file} ${pages.length === 1 ? 'has' : 'have'} no text: empty, or a picture without a text layer.`,
  };
}

function pageText(file: string, bytes: Buffer): FileText {
  const most = limits.reading.page.value;
  if (bytes.length > most)
    throw new SettingsError(
      `${file} is a web page of ${bytes.length.toLocaleString('en')} bytes: it may have ${most.toLocaleString('en')}.`,
    );
  const html = decodedPage(bytes);
  if (html === undefined)
    throw new SettingsError(`${file} is not in the encoding that it names, or in UTF-8 where it names none: save it in UTF-8.`);
  return { text: textOfPage(html), metadata: metadataOfPage(html) };
}

function decoded(file: string, bytes: Buffer): string {
  if (/\.pdf$/i.test(file)) throw new SettingsError(`${file} is not a PDF: it does not begin with %PDF-. Get it again.`);
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new SettingsError(`${file} is not text in UTF-8: convert it, for example with iconv -f GB18030 -t UTF-8.`);
  }
}
